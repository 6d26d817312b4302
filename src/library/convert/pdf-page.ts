import type { PDFPageProxy } from 'pdfjs-dist'
import { drawingOf } from './pdf-glyphs.ts'
import { type PdfRow, rowsOf } from './pdf-rows.ts'
import { type RuledTable, ruledTables } from './pdf-tables.ts'

/** A page as rows from top to bottom, and the tables between them. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly rows: readonly PdfRow[]
  readonly tables: readonly RuledTable[]
  /** Letters of the page, those of its tables too. */
  readonly letters: number
  /** Letters that the font of the page gives no meaning. */
  readonly unread: number
  /** Words of notes and stamps laid over the page. */
  readonly notes: readonly string[]
}

export async function pageOf(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const { glyphs, rules } = await drawingOf(page)
  const { tables, rest } = ruledTables(glyphs, rules)
  const notes = (await page.getAnnotations()).map((note): unknown => note.contentsObj?.str)
  return {
    width,
    height,
    rows: rowsOf(rest),
    tables,
    letters: glyphs.filter(({ text }) => /\p{L}/u.test(text)).length,
    unread: glyphs.filter(({ text }) => /^[\p{Co}\p{Cn}\p{Cc}\ufffd]/u.test(text)).length,
    notes: notes.filter((words): words is string => typeof words === 'string' && words.trim() !== ''),
  }
}
