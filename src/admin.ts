import { join } from 'node:path'
import dotenv from 'dotenv'
import { UsageError } from './commands/ask.ts'
import { writeReport } from './commands/report.ts'
import { verifyAuditLog } from './commands/verify-audit.ts'
import { readSettings } from './config.ts'
import { UserError } from './library/errors.ts'
import { createLog } from './operations/log.ts'
import { openChosenStore } from './operations/store/enter.ts'
import { questionsOf } from './operations/store/questions.ts'

const usage = 'Cách dùng: npm run audit:verify [-- SỐ-DÒNG:MÃ], hoặc npm run report [-- THƯ-MỤC]'

/** The command line of those who run the bot. Exit status 0 when done, 2 for wrong usage, 1 for anything else. */
async function run(): Promise<void> {
  dotenv.config({ quiet: true })
  const [command, ...args] = process.argv.slice(2)
  if ((command !== 'audit:verify' && command !== 'report') || args.length > 1) throw new UsageError(usage)
  const settings = readSettings(process.env)
  const store = await openChosenStore(
    settings,
    createLog(settings.logLevel, [], (line) => process.stderr.write(`${line}\n`)),
  )
  try {
    if (command === 'audit:verify') await verifyAuditLog(store, args[0], writeOut)
    else await writeReport(questionsOf(store), args[0] ?? join(settings.dataDir, 'report'), writeOut)
  } finally {
    await store.destroy()
  }
}

function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())))
}

run().catch((error: unknown) => {
  console.error(error instanceof UserError ? error.message : error)
  process.exitCode = error instanceof UsageError ? 2 : 1
})
