import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { ledgerOf } from '../facts/ledger.ts'
import type { Converter } from '../library/convert/converter.ts'
import type { Document } from '../library/document.ts'
import { UserError } from '../library/errors.ts'
import { passagesOf } from '../library/passages.ts'
import { idOf, readDocument } from '../library/read-document.ts'
import { readSource } from '../library/read-source.ts'
import { fold } from '../vietnamese/normal-form.ts'
import { type Corrections, declaredMarkdown, ownDeclarations } from './declaration.ts'
import { disk, type Files } from './files.ts'
import type { Shelf } from './shelf.ts'
import { hashOf, keepVersion } from './versions.ts'

/** A file that comes in. */
export interface Incoming {
  readonly bytes: Uint8Array
  /** Its name, without a path. */
  readonly name: string
}

export interface ImportOptions {
  readonly shelf: Shelf
  /** Where originals and earlier versions are kept. */
  readonly dataDir: string
  readonly converter: Converter
  readonly corrections?: Corrections
  /** Sub-folder of the corpus, with forward slashes. */
  readonly into?: string
  readonly ocr?: boolean
  readonly files?: Files
}

/** What an import has read, and what it did. */
export interface ImportReport {
  readonly outcome: 'added' | 'replaced' | 'unchanged'
  /** Name of the file that came in. */
  readonly name: string
  /** The document as it stands in the corpus now. */
  readonly document: Document
  /** The earlier text of the same paper. */
  readonly replaced?: Document
  readonly pages?: number
  readonly sections: number
  readonly facts: number
  readonly warnings: readonly string[]
}

/** A file that was read and checked; nothing is written before it is published. */
export interface PreparedImport {
  readonly report: ImportReport
  /** Makes it part of the corpus. Cut off at any point, the corpus is as before, or the import is done. */
  publish(): void
}

/**
 * Reads a file and says what publishing it would do.
 *
 * @throws UserError when the file cannot be read or must not come in; nothing is kept of it then
 */
export async function prepareImport({ bytes, name }: Incoming, options: ImportOptions): Promise<PreparedImport> {
  const { shelf, converter, corrections = {}, into = '', ocr = false } = options
  const { converted, document: read } = await readSource(bytes, basename(name), converter.convert, { ocr })
  const known = shelf.sameContent(bytes, read.text)
  const corrected = Object.keys(corrections).length > 0
  if (known && !corrected) return { report: reportOf('unchanged', name, known, converted.pages, []), publish: () => {} }
  const { own, body } =
    converted.kind === 'markdown' ? ownDeclarations(converted.text) : { own: {}, body: converted.text }
  const original = `${hashOf(bytes).slice(0, 32)}.${endings[converted.kind]}`
  const metadata = known ? known.metadata : read.metadata
  const older = known ?? shelf.samePaper({ ...metadata, ...corrections })
  const file = older ? older.file.replace(/\.[^./]+$/, '.md') : freeName(shelf, into, name)
  const told = { ...inherited(older), ...corrections }
  const declaration = {
    metadata,
    corrections: told,
    original,
    pages: converted.pages,
    own: { ...own, ...ownId(own, file, older, shelf) },
  }
  const content = declaredMarkdown(declaration, body)
  const document = checked(content, file)
  const isReplaced = older !== undefined && older.text.trim() !== document.text.trim()
  const report = reportOf(isReplaced ? 'replaced' : 'added', name, document, converted.pages, converted.warnings)
  return {
    report: isReplaced ? { ...report, replaced: older } : report,
    publish: () => publish({ bytes, original, content, document, older, isReplaced }, options),
  }
}

/** Reads a file and makes it part of the corpus. @throws UserError as `prepareImport` */
export async function importDocument(incoming: Incoming, options: ImportOptions): Promise<ImportReport> {
  const { report, publish } = await prepareImport(incoming, options)
  publish()
  return report
}

const endings = { docx: 'docx', pdf: 'pdf', html: 'html', text: 'txt', markdown: 'md' } as const

/** A newer text is read by no more people than the older one. */
function inherited(older: Document | undefined): Corrections {
  const visibility = older?.metadata.visibility
  return visibility ? { visibility } : {}
}

/** The id by which a document goes on being known, and no id that another one has. */
function ownId(
  own: Readonly<Record<string, unknown>>,
  file: string,
  older: Document | undefined,
  shelf: Shelf,
): { readonly id?: string } {
  if (older) return older.id === idOf(file) ? {} : { id: older.id }
  return typeof own.id === 'string' && shelf.document(own.id) ? { id: idOf(file) } : {}
}

/** The file as it will be read from now on. */
function checked(content: string, file: string): Document {
  const document = readDocument(content, file)
  if (passagesOf(document).length === 0) {
    throw new UserError(`Tệp “${basename(file)}” không có đoạn nào để trả lời; hãy kiểm tra nội dung tệp.`)
  }
  return document
}

interface Publication {
  readonly bytes: Uint8Array
  readonly original: string
  readonly content: string
  readonly document: Document
  readonly older: Document | undefined
  readonly isReplaced: boolean
}

/**
 * First what nobody sees yet is kept: the original, and the text that will be replaced. One rename then makes the document part of the
 * corpus. A file of another kind that held the same paper goes last; until then the library goes on with it.
 */
function publish({ bytes, original, content, document, older, isReplaced }: Publication, options: ImportOptions): void {
  const { shelf, dataDir, files = disk } = options
  const place = join(dataDir, 'originals', original)
  if (!existsSync(place)) files.putInPlace(files.writeAside(place, bytes), place)
  if (isReplaced && older) keepVersion(dataDir, document.id, join(shelf.folder, older.file), new Date(), files)
  const path = join(shelf.folder, document.file)
  files.putInPlace(files.writeAside(path, new TextEncoder().encode(content)), path)
  if (older && older.file !== document.file) files.remove(join(shelf.folder, older.file))
  shelf.put(document, original, older)
}

function reportOf(
  outcome: ImportReport['outcome'],
  name: string,
  document: Document,
  pages: number | undefined,
  warnings: readonly string[],
): ImportReport {
  return {
    outcome,
    name,
    document,
    ...(pages !== undefined && { pages }),
    sections: document.sections.length - 1,
    facts: ledgerOf([document]).of(document.id).length,
    warnings,
  }
}

/** The file's own name in plain letters, numbered when another document has it. */
function freeName(shelf: Shelf, into: string, name: string): string {
  const plain = fold(basename(name, extname(name)))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120)
  const base = `${into === '' ? '' : `${into}/`}${plain === '' || plain === 'readme' ? 'van-ban' : plain}`
  for (let i = 1; ; i++) {
    const file = `${base}${i === 1 ? '' : `-${i}`}.md`
    if (!shelf.isTaken(file)) return file
  }
}
