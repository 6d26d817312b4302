import type { PdfPage } from './pdf-page.ts'
import type { PdfRow } from './pdf-rows.ts'

/** How many rows at the top and at the bottom of a page may be its head or foot. */
const depth = 3
/** Heads and feet lie in these shares of the page's height. */
const band = 0.14
/** Base lines of a repeated row agree within so many points. */
const sameHeight = 3

/** The rows that are heads, feet or numbers of the pages: row indices by page index. */
export function marginRows(pages: readonly PdfPage[]): Map<number, Set<number>> {
  const edges = pages.map(edgeRows)
  const places = new Map<string, number>()
  const formsOf = (row: PdfRow) => {
    const form = row.text.toLowerCase().replace(/\d+/g, '#')
    const level = Math.round(row.y / sameHeight)
    // Neighbouring levels too: the same row may fall on either side of a border between two.
    return [level - 1, level, level + 1].map((at) => `${at} ${form}`)
  }
  pages.forEach((page, i) => {
    const own = new Set([...edges[i]!].flatMap((row) => formsOf(page.rows[row]!)[1]!))
    for (const form of own) places.set(form, (places.get(form) ?? 0) + 1)
  })
  const found = new Map<number, Set<number>>()
  pages.forEach((page, i) => {
    const rows = [...edges[i]!].filter((at) => {
      const row = page.rows[at]!
      const times = formsOf(row).reduce((sum, form) => sum + (places.get(form) ?? 0), 0)
      return times >= Math.max(2, pages.length * 0.2) || isPageNumber(row.text)
    })
    if (rows.length > 0) found.set(i, new Set(rows))
  })
  return found
}

function edgeRows({ rows, height }: PdfPage): Set<number> {
  const edges = new Set<number>()
  rows.forEach((row, i) => {
    const atTop = i < depth && row.y > height * (1 - band)
    const atFoot = i >= rows.length - depth && row.y < height * band
    if (atTop || atFoot) edges.add(i)
  })
  return edges
}

/** "3", "- 3 -", "Trang 3/12" */
function isPageNumber(text: string): boolean {
  return /^(?:[-–]\s?)?(?:trang\s+)?\d{1,4}(?:\s?[-–]|\s?\/\s?\d{1,4})?$/iu.test(text.normalize('NFC'))
}
