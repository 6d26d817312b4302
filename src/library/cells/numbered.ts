import { headingOf } from './heading.ts'
import { headFrom } from './numbered-head.ts'
import { NumberedRows } from './numbered-rows.ts'
import type { Pieces } from './pieces.ts'
import type { CellTable } from './table.ts'

/** Most numbers of columns that are tried for a header. */
const mostTries = 8

/**
 * Reads a table whose header begins at a line and whose rows are numbered: 1, 2, 3 … with groups I, II or A, B between them, each cell
 * on a line of its own or several on one, parted by tabs, bars or wide spaces; cells may go on over lines.
 *
 * @returns the table, if it is one, and the line up to which was looked
 */
export function numberedTable(pieces: Pieces, line: number): { readonly table?: CellTable; readonly end: number } {
  const head = headFrom(pieces, line)
  if (!head) return { end: line }
  let end = line
  let best: { table: CellTable; cost: number } | undefined
  const most = head.pieces.length
  for (let columns = most; columns >= Math.max(2, most - mostTries); columns--) {
    const heading = headingOf(head.pieces, columns)
    if (!heading) continue
    const read = new NumberedRows(pieces, line, head, heading).read()
    end = Math.max(end, read.end)
    if (!read.table) continue
    const cost = heading.cost + read.cost
    if (!best || cost < best.cost) best = { table: read.table, cost }
    if (cost < 0.3) break
  }
  return { end, ...(best && best.cost < 2 && { table: best.table }) }
}
