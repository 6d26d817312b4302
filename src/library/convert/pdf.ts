import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { UserError } from '../errors.ts'
import type { Converted, ConvertOptions } from './converted.ts'
import { readPagesByOcr } from './ocr.ts'
import { marginRows } from './pdf-margins.ts'
import { type PdfPage, pageOf } from './pdf-page.ts'
import { textOfPages } from './pdf-text.ts'

/** Most pages of one file. */
const mostPages = 3000
/** Share of letters without meaning above which the text is of no use. */
const mostUnread = 0.1
/** A page with fewer letters is a picture, or empty. */
const leastLetters = 12

/**
 * Reads the text of a PDF page by page; form feeds part the pages. What the pages repeat at head and foot is left out and counted.
 *
 * @throws UserError when it is locked, too long, or pictures without text
 */
export async function readPdf(bytes: Uint8Array, name: string, { ocr = false }: ConvertOptions): Promise<Converted> {
  const pages = await pagesOf(bytes, name)
  const empty = pages.flatMap((page, i) => (page.letters < leastLetters ? [i + 1] : []))
  if (empty.length === pages.length && !ocr) {
    throw new UserError(
      `Tệp “${name}” là bản quét, không có chữ để đọc; hãy nhập lại với --ocr, hoặc dùng bản PDF xuất từ Word.`,
    )
  }
  const unread = pages.reduce((sum, page) => sum + page.unread, 0)
  const letters = pages.reduce((sum, page) => sum + page.letters, 0)
  if (unread > letters * mostUnread && empty.length < pages.length) {
    throw new UserError(
      `Tệp “${name}” dùng phông chữ không cho biết chữ nào là chữ nào; hãy dùng bản Word, hoặc xuất lại PDF từ Word.`,
    )
  }
  const readByMachine = ocr && empty.length > 0 ? await readPagesByOcr(bytes, empty, name) : new Map<number, string>()
  const margins = marginRows(pages)
  const { text, headless } = textOfPages(pages, margins, readByMachine)
  const silent = empty.filter((page) => !readByMachine.get(page)?.trim())
  if (text.trim() === '')
    throw new UserError(`Tệp “${name}” không có chữ nào đọc được, kể cả bằng nhận dạng; hãy quét lại rõ hơn.`)
  const left = [...margins.values()].reduce((sum, rows) => sum + rows.size, 0)
  return {
    kind: 'pdf',
    text,
    pages: pages.length,
    machineRead: readByMachine.size > 0,
    margins: pages.flatMap((page, i) =>
      [...(margins.get(i) ?? [])].map((row) => page.rows[row]!.text).concat(page.notes),
    ),
    warnings: [
      ...(silent.length > 0
        ? [`trang ${ranges(silent)} không có chữ (bản quét)${ocr ? '' : '; nhập lại với --ocr để nhận dạng'}`]
        : []),
      ...(readByMachine.size > 0
        ? [`trang ${ranges([...readByMachine.keys()])} do máy nhận dạng chữ; hãy đối chiếu bản gốc`]
        : []),
      ...(headless > 0 ? [`${headless} bảng không rõ dòng tiêu đề; hãy kiểm tra tên các cột`] : []),
      ...(left > 0 ? [`${left} dòng đầu trang, chân trang, số trang được bỏ`] : []),
    ],
  }
}

async function pagesOf(bytes: Uint8Array, name: string): Promise<PdfPage[]> {
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const loading = getDocument({
    // The reader takes the bytes away from the caller.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 1,
    cMapUrl: `${assets}/cmaps/`,
    standardFontDataUrl: `${assets}/standard_fonts/`,
  })
  try {
    const pdf = await loading.promise.catch((error: unknown) => {
      const isLocked = error instanceof Error && error.name === 'PasswordException'
      const what = isLocked ? 'có mật khẩu; hãy bỏ mật khẩu' : 'bị hỏng hoặc không phải PDF; hãy xuất lại tệp'
      throw new UserError(`Tệp “${name}” ${what} rồi nhập lại.`, { cause: error })
    })
    if (pdf.numPages > mostPages) {
      throw new UserError(`Tệp “${name}” có ${pdf.numPages} trang, quá ${mostPages}; hãy tách thành nhiều tệp.`)
    }
    const pages: PdfPage[] = []
    for (let i = 1; i <= pdf.numPages; i++) {
      const page = await pdf.getPage(i)
      pages.push(await pageOf(page))
      page.cleanup()
    }
    return pages
  } finally {
    await loading.destroy()
  }
}

/** "3-7, 9" */
function ranges(pages: readonly number[]): string {
  const parts: string[] = []
  for (let i = 0; i < pages.length; ) {
    let end = i
    while (pages[end + 1] === pages[end]! + 1) end++
    parts.push(end > i ? `${pages[i]}-${pages[end]}` : String(pages[i]))
    i = end + 1
  }
  return parts.join(', ')
}
