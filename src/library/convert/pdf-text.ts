import { startsItem } from '../paragraphs.ts'
import type { PdfPage, PdfRow } from './pdf-page.ts'
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
  const texts = pages.map((page, i) => {
    const machine = readByMachine.get(i + 1)
    if (machine !== undefined) return joined(machine)
    return paragraphsOf(page.rows.filter((_, row) => !margins.get(i)?.has(row)))
  })
  const text = texts.map((page) => tidied(page).trim()).join('\n\f')
  return { text: text.trim() === '' ? '' : `${text}\n`, headless: 0 }
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
