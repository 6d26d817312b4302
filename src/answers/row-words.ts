import { blockAt } from '../library/quote.ts'
import { normalForm } from '../vietnamese/normal-form.ts'
import type { Citation } from './answer.ts'

/** Columns that only number the rows. */
const numbering = /^(?:s?tt|stt\.?|số tt|số thứ tự|#)$/iu

/**
 * A quoted row of a table in words, "Chỉ tiêu: …; Năm 2025: 75", each cell as it is written; undefined when the quotation is not a whole
 * row.
 */
export function rowWords({ quote, header }: Citation): string | undefined {
  const { document, start, end } = quote
  const block = blockAt(document, start)
  if (!block?.cells || block.start !== start || block.end !== end) return undefined
  const words = (cells: typeof block.cells) =>
    cells.map((cell) =>
      normalForm(document.text.slice(cell.start, cell.end)).replace(/\*\*/g, '').replace(/\s+/g, ' ').trim(),
    )
  const above = block.headerRow === undefined ? undefined : document.blocks[block.headerRow]
  const headerCells = (header ? blockAt(document, header.start) : above)?.cells
  const headings = headerCells ? words(headerCells) : []
  return words(block.cells)
    .map((cell, i) => ({ cell, heading: headings[i] ?? '' }))
    .filter(({ cell, heading }) => cell !== '' && !numbering.test(heading))
    .map(({ cell, heading }) => (heading === '' || heading === cell ? cell : `${heading}: ${cell}`))
    .join('; ')
}
