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
  const fileOf = new Map<string, string>()
  for (const file of filesOf(folder)) {
    try {
      const document = readFile(folder, file)
      const twin = fileOf.get(document.id)
      if (twin) {
        throw new UserError(
          `Hai tệp “${twin}” và “${file}” cùng mã văn bản “${document.id}”; hãy đổi tên một tệp hoặc khai báo “id” khác.`,
        )
      }
      fileOf.set(document.id, file)
      documents.push(document)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      leftOut.push({ file, reason: error.message })
    }
  }
  if (documents.length === 0) {
    throw new UserError(
      leftOut[0]?.reason ??
        `Thư mục văn bản “${folder}” chưa có tệp .md hay .txt nào; hãy chép văn bản vào đó hoặc đặt CORPUS_DIR.`,
    )
  }
  return corpusOf(documents, leftOut)
}

function readFile(folder: string, file: string): Document {
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

/** Paths of all files below a folder, relative to it, sorted by code units so that every machine agrees. Hidden ones and READMEs are not documents. */
function filesOf(folder: string): string[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  } catch (error) {
    throw new UserError(`Không đọc được thư mục văn bản “${folder}”; hãy tạo thư mục này hoặc đặt CORPUS_DIR.`, {
      cause: error,
    })
  }
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !/(?:^|\/)(?:\.|readme\.[a-z]+$)/i.test(file))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
