import { parseArgs } from 'node:util'
import dotenv from 'dotenv'
import { ask, UsageError } from './commands/ask.ts'
import { importDocuments } from './commands/import-documents.ts'
import { listFacts } from './commands/list-facts.ts'
import { readSettings } from './config.ts'
import type { Corrections } from './intake/declaration.ts'
import { UserError } from './library/errors.ts'
import { visibilityId } from './library/visibility.ts'
import { progressBar } from './operations/progress.ts'

const usage =
  'Cách dùng: npm run --silent ask -- "câu hỏi" [--json] [--jsonl] [--document MÃ] [--corpus THƯ-MỤC], hoặc npm run --silent facts -- [--json] [--corpus THƯ-MỤC]'

/** The command line. Exit status 0 when done, 2 for wrong usage, 1 for anything else. */
async function run(): Promise<void> {
  dotenv.config({ quiet: true })
  const [command, ...args] = process.argv.slice(2)
  if (command === 'import') return runImport(args)
  if (command !== 'ask' && command !== 'facts') throw new UsageError(usage)
  const { values, positionals } = parse(args)
  const corpus = values.corpus ?? readSettings(process.env).corpusDir
  const json = values.json ?? false
  if (command === 'facts') {
    if (positionals.length > 0 || values.jsonl || values.document) throw new UsageError(usage)
    return listFacts({ corpus, json }, writeOut)
  }
  await ask(
    {
      corpus,
      json,
      jsonl: values.jsonl ?? false,
      ...(values.document !== undefined && { document: values.document }),
      ...(positionals.length > 0 && { question: positionals.join(' ') }),
    },
    process.stdin,
    writeOut,
  )
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

const importUsage =
  'Cách dùng: npm run import -- TỆP… [--into THƯ-MỤC] [--corpus THƯ-MỤC] [--ocr] [--visibility MÃ,MÃ] [--title …] [--kind …] [--number …] [--issuer …] [--issued-on NĂM-THÁNG-NGÀY] [--place …] [--status draft|issued|amended|replaced|unknown] [--text original|abstract|report]'

async function runImport(args: string[]): Promise<void> {
  const { values, positionals } = parseImport(args)
  const settings = readSettings(process.env)
  await importDocuments(
    {
      paths: positionals,
      corpus: values.corpus ?? settings.corpusDir,
      dataDir: settings.dataDir,
      ocr: values.ocr ?? false,
      corrections: correctionsIn(values),
      ...(values.into !== undefined && { into: values.into }),
    },
    writeOut,
    progressBar('Nhập văn bản', process.stderr),
  )
}

function parseImport(args: string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        corpus: text,
        into: text,
        ocr: { type: 'boolean' },
        visibility: text,
        title: text,
        kind: text,
        number: text,
        issuer: text,
        'issued-on': text,
        place: text,
        status: text,
        text,
      },
    })
  } catch (error) {
    throw new UsageError(importUsage, { cause: error })
  }
}

function correctionsIn(values: ReturnType<typeof parseImport>['values']): Corrections {
  const { title, kind, number, issuer, 'issued-on': issuedOn, place, status, text, visibility } = values
  const chats = visibility?.split(/[\s,;]+/).filter(Boolean)
  if (chats && (chats.length === 0 || !chats.every((id) => visibilityId.test(id)))) throw new UsageError(importUsage)
  if (issuedOn !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(issuedOn))
    throw new UsageError(importUsage)
  const statuses = ['draft', 'issued', 'amended', 'replaced', 'unknown'] as const
  const texts = ['original', 'abstract', 'report'] as const
  const ownStatus = statuses.find((each) => each === status)
  const textKind = texts.find((each) => each === text)
  if ((status !== undefined && !ownStatus) || (text !== undefined && !textKind)) throw new UsageError(importUsage)
  return {
    ...(title && { title }),
    ...(kind && { kind }),
    ...(number && { number }),
    ...(issuer && { issuer }),
    ...(issuedOn && { issuedOn }),
    ...(place && { place }),
    ...(ownStatus && { status: ownStatus }),
    ...(textKind && { textKind }),
    ...(chats && { visibility: chats }),
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
