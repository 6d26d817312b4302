import { startsItem } from '../paragraphs.ts'
import type { PdfPage } from './pdf-page.ts'
import type { PdfRow } from './pdf-rows.ts'
import type { RuledTable } from './pdf-tables.ts'
import { tableLines } from './table-lines.ts'
import { tidied } from './tidy-lines.ts'

/** The text of pages, and how many of their tables have no header. */
interface PagesText {
  readonly text: string
  readonly headless: number
}

/** A paragraph that reaches the right margin goes on below: within this share of the column's width. */
const reachesMargin = 0.06
/** First lines are indented by more than so many letter heights. */
const indented = 0.8
/** Lines of one paragraph lie no farther apart than this many times the usual distance. */
const farther = 1.35

/**
 * Puts the rows of pages together: rows that the width of the page broke become one line, pages are parted by form feeds.
 *
 * @param margins rows that are left out, by page index
 * @param readByMachine the text of pages that were pictures, by page number
 */
export function textOfPages(
  pages: readonly PdfPage[],
  margins: ReadonlyMap<number, ReadonlySet<number>>,
  readByMachine: ReadonlyMap<number, string>,
): PagesText {
  let headless = 0
  let open: RuledTable | undefined
  const texts = pages.map((page, i) => {
    const machine = readByMachine.get(i + 1)
    if (machine !== undefined) return joined(machine)
    const rows = page.rows.filter((_, row) => !margins.get(i)?.has(row))
    const pieces: string[] = []
    for (const piece of piecesOf(rows, page.tables)) {
      if ('rows' in piece) {
        pieces.push(paragraphsOf(piece.rows))
        open = undefined
        continue
      }
      const above = pieces.length === 0 && open && sameColumns(open, piece.table) ? open.grid : undefined
      const lines = tableLines(piece.table.grid, 0, above)
      if (lines.headless) headless++
      if (lines.rows.length > 0) pieces.push(lines.rows.join('\n'))
      open = lines.layout ? undefined : piece.table
    }
    return pieces.join('\n\n')
  })
  const text = texts.map((page) => tidied(page).trim()).join('\f')
  return { text: text.trim() === '' ? '' : `${text}\n`, headless }
}

type Piece = { readonly rows: readonly PdfRow[] } | { readonly table: RuledTable }

/** Rows and tables of a page in the order in which they stand. */
function piecesOf(rows: readonly PdfRow[], tables: readonly RuledTable[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const table of [...tables].sort((a, b) => b.top - a.top)) {
    const next = rows.findIndex((row, i) => i >= from && row.y < table.top)
    const to = next < 0 ? rows.length : next
    if (to > from) pieces.push({ rows: rows.slice(from, to) })
    pieces.push({ table })
    from = to
  }
  if (from < rows.length) pieces.push({ rows: rows.slice(from) })
  return pieces
}

/** A table on the next page with the same columns goes on with the one before. */
function sameColumns(a: RuledTable, b: RuledTable): boolean {
  return a.columns.length === b.columns.length && a.columns.every((at, i) => Math.abs(at - b.columns[i]!) < 8)
}

function paragraphsOf(rows: readonly PdfRow[]): string {
  if (rows.length === 0) return ''
  const left = Math.min(...rows.map((row) => row.left))
  const right = Math.max(...rows.map((row) => row.right))
  const leading = usualLeading(rows)
  let text = rows[0]!.text
  for (let i = 1; i < rows.length; i++) {
    const above = rows[i - 1]!
    const row = rows[i]!
    const distance = above.y - row.y
    const near = distance <= leading * farther
    const full = above.right >= right - (right - left) * reachesMargin
    const flush = row.left <= left + row.height * indented
    const goesOn =
      near && full && flush && !startsItem(row.text) && !row.text.includes('   ') && !above.text.includes('   ')
    if (goesOn) text += /[\p{L}\d]-$/u.test(above.text) ? row.text : ` ${row.text}`
    else text += (near ? '\n' : '\n\n') + row.text
  }
  return text
}

/** The distance of base lines that most rows have, in points. */
function usualLeading(rows: readonly PdfRow[]): number {
  const distances = rows
    .slice(1)
    .map((row, i) => rows[i]!.y - row.y)
    .sort((a, b) => a - b)
  return distances[Math.floor(distances.length / 2)] ?? 0
}

/** Lines as a program reads them from a picture: broken at the width of the page; blank lines part paragraphs. */
function joined(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => {
      const lines = paragraph
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      const width = Math.max(0, ...lines.map((line) => line.length))
      return lines.reduce((all, line, i) => {
        const full = (lines[i - 1]?.length ?? 0) >= width * 0.8 && width >= 50
        return all === '' ? line : all + (full && !startsItem(line) ? ' ' : '\n') + line
      }, '')
    })
    .filter(Boolean)
    .join('\n\n')
}
