import { parse, stringify } from 'yaml'
import type { DocumentStatus, Metadata, TextKind } from '../library/document.ts'

/** What a person says of a document when it comes in; it goes before what the document says of itself. */
export interface Corrections {
  readonly title?: string
  readonly kind?: string
  readonly number?: string
  readonly issuer?: string
  readonly issuedOn?: string
  readonly place?: string
  readonly status?: DocumentStatus
  readonly textKind?: TextKind
  /** Who may read it: ids of chats; everyone when missing. */
  readonly visibility?: readonly string[]
}

interface Declared {
  readonly metadata: Metadata
  readonly corrections: Corrections
  /** Name of the kept original under the data folder. */
  readonly original: string
  readonly pages: number | undefined
  /** Keys that the source itself declares and that are not known here. */
  readonly own: Readonly<Record<string, unknown>>
}

/**
 * A document as a file of the corpus: front matter with everything that is known of it, empty keys to be filled in by hand, and the text
 * below, unchanged.
 */
export function declaredMarkdown({ metadata, corrections, original, pages, own }: Declared, body: string): string {
  const told = { ...metadata, ...corrections }
  const { source } = metadata
  const yaml = stringify(
    {
      ...own,
      title: told.title,
      kind: told.kind ?? null,
      number: told.number ?? null,
      issuer: told.issuer ?? null,
      issued_on: told.issuedOn ?? null,
      place: told.place ?? null,
      status: told.status,
      text: told.textKind,
      ...(source && {
        source: {
          ...(source.title && { title: source.title }),
          ...(source.publisher && { publisher: source.publisher }),
          ...(source.publishedOn && { published_on: source.publishedOn }),
        },
      }),
      ...(pages !== undefined && { pages }),
      ...(metadata.machineRead && { machine_read: true }),
      ...(told.visibility && { visibility: [...told.visibility] }),
      original,
    },
    { nullStr: '', lineWidth: 0, schema: 'core' },
  )
  return `---\n${yaml.replaceAll(': \n', ':\n')}---\n\n${body}`
}

/** The declarations at the head of a Markdown text, as they are, and the text below. */
export function ownDeclarations(content: string): {
  readonly own: Readonly<Record<string, unknown>>
  readonly body: string
} {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(content)
  if (match?.index !== 0) return { own: {}, body: content }
  const own: unknown = parse(match[1] ?? '', { schema: 'core', maxAliasCount: 0 })
  const isMap = typeof own === 'object' && own !== null && !Array.isArray(own)
  return { own: isMap ? { ...own } : {}, body: content.slice(match[0].length) }
}
