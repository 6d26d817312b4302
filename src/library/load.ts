import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Convert } from './convert/converted.ts'
import { type Converter, createConverter } from './convert/converter.ts'
import { type Corpus, corpusOf, type LeftOut } from './corpus.ts'
import type { Document } from './document.ts'
import { UserError } from './errors.ts'
import { readSource } from './read-source.ts'

/** How many files are read at a time. */
const atOnce = 8

/**
 * Loads every document of a folder and its sub-folders, in the order of their paths: text, Markdown, Word, PDF and web pages. A file
 * that cannot be read is left out and listed; the others are loaded.
 *
 * @param converter reads what is no text; without one a converter is made for this load
 * @throws UserError when the folder cannot be read or holds no document.
 */
export async function loadCorpus(folder: string, converter?: Converter): Promise<Corpus> {
  const { documents, leftOut } = await readFolder(folder, converter)
  if (documents.length === 0) throw noDocuments(folder, leftOut)
  return corpusOf(documents, leftOut)
}

/** What a folder holds: documents, and files that are none. */
interface FolderContent {
  readonly documents: readonly Document[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * Reads a folder as `loadCorpus` does; it may be empty.
 *
 * @throws UserError when the folder cannot be read.
 */
export async function readFolder(folder: string, converter?: Converter): Promise<FolderContent> {
  const own = converter ?? createConverter()
  try {
    const read = await readAll(folder, filesOf(folder), own)
    const { kept, twins } = withoutTwins(
      read.filter((one) => 'text' in one),
      (document) => document,
    )
    return { documents: kept, leftOut: [...read.filter((one) => 'reason' in one), ...twins] }
  } finally {
    if (!converter) await own.close()
  }
}

/** Every file as its document or the reason why there is none, in the order of the files. */
async function readAll(
  folder: string,
  files: readonly string[],
  { convert }: Converter,
): Promise<(Document | LeftOut)[]> {
  const read: (Document | LeftOut)[] = []
  let next = 0
  const work = async () => {
    while (next < files.length) {
      const at = next++
      const file = files[at]!
      read[at] = await readDocumentFile(folder, file, convert).catch((error: unknown) => {
        if (!(error instanceof UserError)) throw error
        return { file, reason: error.message }
      })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return read
}

/** What keeps a start from having anything to answer from. */
export function noDocuments(folder: string, leftOut: readonly LeftOut[]): UserError {
  return new UserError(
    leftOut[0]?.reason ??
      `Thư mục văn bản “${folder}” chưa có tệp .md, .txt, .docx, .pdf hay .html nào; hãy chép văn bản vào đó hoặc đặt CORPUS_DIR.`,
  )
}

/** Of documents with one id only the first can be kept; of the others it is said why they are left out. */
export function withoutTwins<Item>(
  items: readonly Item[],
  documentOf: (item: Item) => Document,
): { readonly kept: readonly Item[]; readonly twins: readonly LeftOut[] } {
  const fileOf = new Map<string, string>()
  const kept: Item[] = []
  const twins: LeftOut[] = []
  for (const item of items) {
    const { id, file } = documentOf(item)
    const twin = fileOf.get(id)
    if (twin === undefined) {
      fileOf.set(id, file)
      kept.push(item)
    } else {
      const reason = `Hai tệp “${twin}” và “${file}” cùng mã văn bản “${id}”; hãy đổi tên một tệp hoặc khai báo “id” khác.`
      twins.push({ file, reason })
    }
  }
  return { kept, twins }
}

/**
 * Reads one file of a corpus.
 *
 * @param file path inside the folder, with forward slashes
 * @param convert reads what is no text
 * @throws UserError when it cannot be read
 */
export async function readDocumentFile(folder: string, file: string, convert: Convert): Promise<Document> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(join(folder, file))
  } catch (error) {
    throw new UserError(`Không mở được tệp “${file}”; hãy kiểm tra quyền đọc.`, { cause: error })
  }
  return (await readSource(bytes, file, convert)).document
}

/**
 * The documents of a folder: see `documentFiles`.
 *
 * @throws UserError when the folder cannot be read
 */
export function filesOf(folder: string): string[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  } catch (error) {
    throw unreadableFolder(folder, error)
  }
  return documentFiles(folder, entries)
}

export function unreadableFolder(folder: string, cause: unknown): UserError {
  return new UserError(`Không đọc được thư mục văn bản “${folder}”; hãy tạo thư mục này hoặc đặt CORPUS_DIR.`, {
    cause,
  })
}

/**
 * Paths of the documents among the entries of a folder, relative to it, sorted by code units so that every machine agrees. Hidden files and READMEs are no documents.
 */
export function documentFiles(folder: string, entries: readonly Dirent[]): string[] {
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !/(?:^|\/)(?:\.|readme\.[a-z]+$)/i.test(file))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
