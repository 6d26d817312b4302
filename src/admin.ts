import dotenv from 'dotenv'
import { UsageError } from './commands/ask.ts'
import { verifyAuditLog } from './commands/verify-audit.ts'
import { readSettings } from './config.ts'
import { UserError } from './library/errors.ts'
import { openStore } from './operations/store/open.ts'

const usage = 'Cách dùng: npm run audit:verify [-- SỐ-DÒNG:MÃ]'

/** The command line of those who run the bot. Exit status 0 when done, 2 for wrong usage, 1 for anything else. */
async function run(): Promise<void> {
  dotenv.config({ quiet: true })
  const [command, ...args] = process.argv.slice(2)
  if (command !== 'audit:verify' || args.length > 1) throw new UsageError(usage)
  const store = await openStore(readSettings(process.env).dataDir)
  try {
    await verifyAuditLog(store, args[0], writeOut)
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
