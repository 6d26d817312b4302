import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { type Corpus, corpusOf, type LeftOut } from './corpus.ts'
import { decodeText } from './decode.ts'
import type { Document } from './document.ts'
import { UserError } from './errors.ts'
import { readDocument } from './read-document.ts'

/** Endings of the files that can be read as they are. */
const readable = new Set(['.md', '.txt'])

/**
 * Loads every document of a folder and its sub-folders, in the order of their paths. A file that cannot be read is left out and
 * listed; the others are loaded.
 *
 * @throws UserError when the folder cannot be read or holds no document.
 */
export function loadCorpus(folder: string): Corpus {
  const documents: Document[] = []
  const leftOut: LeftOut[] = []
  for (const file of filesOf(folder)) {
    try {
      documents.push(readDocumentFile(folder, file))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      leftOut.push({ file, reason: error.message })
    }
  }
  const { kept, twins } = withoutTwins(documents, (document) => document)
  if (kept.length === 0) throw noDocuments(folder, leftOut)
  return corpusOf(kept, [...leftOut, ...twins])
}

/** What keeps a start from having anything to answer from. */
export function noDocuments(folder: string, leftOut: readonly LeftOut[]): UserError {
  return new UserError(
    leftOut[0]?.reason ??
      `Thư mục văn bản “${folder}” chưa có tệp .md hay .txt nào; hãy chép văn bản vào đó hoặc đặt CORPUS_DIR.`,
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
 * @throws UserError when it cannot be read
 */
export function readDocumentFile(folder: string, file: string): Document {
  if (!readable.has(extname(file).toLowerCase())) {
    throw new UserError(`Tệp “${file}” không thuộc loại đọc được (.md, .txt); hãy chuyển sang một trong hai loại này.`)
  }
  let bytes: Uint8Array
  try {
    bytes = readFileSync(join(folder, file))
  } catch (error) {
    throw new UserError(`Không mở được tệp “${file}”; hãy kiểm tra quyền đọc.`, { cause: error })
  }
  return readDocument(decodeText(bytes, file), file)
}

function filesOf(folder: string): string[] {
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
