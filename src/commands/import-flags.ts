import { parseArgs } from 'node:util'
import type { Settings } from '../config.ts'
import type { Corrections } from '../intake/declaration.ts'
import { visibilityId } from '../library/visibility.ts'
import { UsageError } from './ask.ts'
import type { ImportCommand } from './import-documents.ts'

const usage =
  'Cách dùng: npm run import -- TỆP… [--into THƯ-MỤC] [--corpus THƯ-MỤC] [--ocr] [--visibility MÃ,MÃ] [--title …] [--kind …] [--number …] [--issuer …] [--issued-on NĂM-THÁNG-NGÀY] [--place …] [--status draft|issued|amended|replaced|unknown] [--text original|abstract|report]'

/**
 * What the words behind `import` ask for; folders that they do not name are those of the settings.
 *
 * @throws UsageError when they cannot be understood
 */
export function importCommandOf(args: string[], settings: Pick<Settings, 'corpusDir' | 'dataDir'>): ImportCommand {
  const { values, positionals } = parse(args)
  return {
    paths: positionals,
    corpus: values.corpus ?? settings.corpusDir,
    dataDir: settings.dataDir,
    ocr: values.ocr ?? false,
    corrections: correctionsIn(values),
    ...(values.into !== undefined && { into: values.into }),
  }
}

function parse(args: string[]) {
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
    throw new UsageError(usage, { cause: error })
  }
}

function correctionsIn(values: ReturnType<typeof parse>['values']): Corrections {
  const { title, kind, number, issuer, 'issued-on': issuedOn, place, status, text, visibility } = values
  const chats = visibility?.split(/[\s,;]+/).filter(Boolean)
  if (chats && (chats.length === 0 || !chats.every((id) => visibilityId.test(id)))) throw new UsageError(usage)
  if (issuedOn !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(issuedOn))
    throw new UsageError(usage)
  const statuses = ['draft', 'issued', 'amended', 'replaced', 'unknown'] as const
  const texts = ['original', 'abstract', 'report'] as const
  const ownStatus = statuses.find((each) => each === status)
  const textKind = texts.find((each) => each === text)
  if ((status !== undefined && !ownStatus) || (text !== undefined && !textKind)) throw new UsageError(usage)
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
