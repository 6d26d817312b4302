import { readFileSync, statSync } from 'node:fs'
import { basename, isAbsolute, relative, resolve, sep } from 'node:path'
import type { Corrections } from '../intake/declaration.ts'
import { type ImportReport, importDocument } from '../intake/import-document.ts'
import { asOnlyImport } from '../intake/one-import.ts'
import { reportText } from '../intake/report-text.ts'
import { openShelf } from '../intake/shelf.ts'
import { createConverter } from '../library/convert/converter.ts'
import { UserError } from '../library/errors.ts'
import { UsageError } from './ask.ts'

export interface ImportCommand {
  readonly paths: readonly string[]
  /** The corpus folder. */
  readonly corpus: string
  /** Where the documents go: a folder inside the corpus, or another corpus. */
  readonly into?: string
  readonly dataDir: string
  readonly corrections: Corrections
  readonly ocr: boolean
}

/** The largest file that is read, in bytes. */
const largest = 200 * 1024 * 1024

/**
 * `import`: files into the corpus, one after the other; one that cannot be read does not stop the others.
 *
 * @param imported told the id of each document that is new or has changed
 * @throws UsageError when no file is named or one title is given to several; UserError after the last file when one could not be read, or
 * when another import is under way
 */
export async function importDocuments(
  { paths, corpus, into, dataDir, corrections, ocr }: ImportCommand,
  write: (text: string) => Promise<void>,
  onProgress: (done: number, total: number) => void,
  imported: (id: string) => Promise<void> = async () => {},
): Promise<void> {
  if (paths.length === 0) throw new UsageError('Hãy nêu tệp cần nhập: npm run import -- TỆP… [--into THƯ-MỤC].')
  const { title, number } = corrections
  if (paths.length > 1 && (title ?? number) !== undefined)
    throw new UsageError('Một tiêu đề hay số hiệu chỉ dùng cho một tệp; hãy nhập từng tệp.')
  const place = placeOf(corpus, into)
  const failures: string[] = []
  await asOnlyImport(dataDir, async () => {
    const converter = createConverter()
    try {
      const shelf = await openShelf(place.corpus, dataDir, converter)
      const options = { shelf, dataDir, converter, corrections, into: place.folder, ocr }
      for (const [done, path] of paths.entries()) {
        onProgress(done, paths.length)
        const report = await reportOf(() => importDocument({ bytes: bytesOf(path), name: basename(path) }, options))
        if (typeof report === 'string') failures.push(report)
        else {
          if (report.outcome !== 'unchanged') await imported(report.document.id)
          await write(`${reportText(report)}\n`)
        }
      }
      onProgress(paths.length, paths.length)
    } finally {
      await converter.close()
    }
  })
  if (failures.length > 0) throw new UserError(failures.join('\n'))
}

/** The report, or why there is none. */
async function reportOf(run: () => Promise<ImportReport>): Promise<ImportReport | string> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}

/** A folder outside the corpus is a corpus of its own. */
function placeOf(corpus: string, into: string | undefined): { readonly corpus: string; readonly folder: string } {
  if (into === undefined) return { corpus, folder: '' }
  const inside = relative(resolve(corpus), resolve(into))
  if (inside.startsWith('..') || isAbsolute(inside)) return { corpus: into, folder: '' }
  return { corpus, folder: inside.split(sep).join('/') }
}

function bytesOf(path: string): Uint8Array {
  const name = basename(path)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new UserError(`Không có tệp “${path}”; hãy kiểm tra đường dẫn.`)
  if (!found.isFile()) throw new UserError(`“${path}” không phải tệp; hãy nêu từng tệp, ví dụ ${name}/*.docx.`)
  if (found.size > largest) throw new UserError(`Tệp “${name}” lớn hơn 200 MB; hãy tách thành nhiều tệp.`)
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new UserError(`Không mở được tệp “${name}”; hãy kiểm tra quyền đọc.`, { cause })
  }
}
