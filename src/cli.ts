import { parseArgs } from 'node:util'
import dotenv from 'dotenv'
import { ask, UsageError } from './commands/ask.ts'
import { importDocuments } from './commands/import-documents.ts'
import { importCommandOf } from './commands/import-flags.ts'
import { listFacts } from './commands/list-facts.ts'
import { readSettings } from './config.ts'
import { UserError } from './library/errors.ts'
import { readLibrary } from './live/read-library.ts'
import { createLog } from './operations/log.ts'
import { progressBar } from './operations/progress.ts'
import type { Store } from './operations/store/open.ts'

const usage =
  'Cách dùng: npm run --silent ask -- "câu hỏi" [--json] [--jsonl] [--document MÃ] [--corpus THƯ-MỤC], hoặc npm run --silent facts -- [--json] [--corpus THƯ-MỤC]'

/** The command line. Exit status 0 when done, 2 for wrong usage, 1 for anything else. */
async function run(): Promise<void> {
  dotenv.config({ quiet: true })
  const [command, ...args] = process.argv.slice(2)
  if (command === 'import') return bringIn(args)
  if (command !== 'ask' && command !== 'facts') throw new UsageError(usage)
  const { values, positionals } = parse(args)
  const settings = readSettings(process.env)
  const corpus = values.corpus ?? settings.corpusDir
  const json = values.json ?? false
  if (command === 'facts') {
    if (positionals.length > 0 || values.jsonl || values.document) throw new UsageError(usage)
    return listFacts({ corpus, json }, writeOut)
  }
  await ask(
    {
      load: () => readLibrary(corpus, { settings, ...progress() }),
      json,
      jsonl: values.jsonl ?? false,
      ...(values.document !== undefined && { document: values.document }),
      ...(positionals.length > 0 && { question: positionals.join(' ') }),
    },
    process.stdin,
    writeOut,
  )
}

/** Imports, and says so in the audit. */
async function bringIn(args: string[]): Promise<void> {
  const settings = readSettings(process.env)
  const order = importCommandOf(args, settings)
  // Questions do not need the store and are not to wait for it.
  const [{ openChosenStore }, { auditOf }] = await Promise.all([
    import('./operations/store/enter.ts'),
    import('./operations/audit.ts'),
  ])
  const log = createLog('error', [], (line) => process.stderr.write(`${line}\n`))
  let store: Store | undefined
  try {
    await importDocuments(order, writeOut, progressBar('Nhập văn bản', process.stderr), async (id) => {
      store ??= await openChosenStore(settings, log)
      await auditOf(store).record({ actor: 'operator', action: 'import', target: id })
    })
  } finally {
    await store?.destroy()
  }
}

/** What is shown while a large folder is read. */
function progress() {
  return {
    onRead: progressBar('Đọc văn bản', process.stderr),
    onIndexed: progressBar('Lập chỉ mục', process.stderr),
    onWarning: (sentence: string) => console.error(sentence),
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        document: { type: 'string' },
        corpus: { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError(usage, { cause: error })
  }
}

/** Resolves when the text is handed on, so that a slow reader slows us down instead of filling the memory. */
function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())))
}

// A reader that closes early ("| head") is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

run().catch((error: unknown) => {
  console.error(error instanceof UserError ? error.message : error)
  process.exitCode = error instanceof UsageError ? 2 : 1
})
