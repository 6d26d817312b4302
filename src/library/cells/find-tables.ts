import type { LineRole } from '../furniture.ts'
import type { Line } from '../lines.ts'
import { gridTable, opensGrid } from './grid.ts'
import { numberedTable } from './numbered.ts'
import { opensNumbered } from './numbered-head.ts'
import { Pieces } from './pieces.ts'
import { opensRepeating, repeatingTable } from './repeating.ts'
import type { CellTable } from './table.ts'

/** Longer lines are no cells; a row that bars part may be this long. */
const longest = 600
const longestCell = 200
/** Lines that were looked through in vain beyond this many are not looked through again, so that reading stays linear. */
const inVain = 200

/**
 * Finds the tables of a text that were saved cell by cell: one cell a line, or several parted by tabs, bars or wide spaces, as PDF files give
 * them. What is not surely a table is left as it is. Linear in the text.
 */
export function findTables(lines: readonly Line[], roles: readonly LineRole[]): CellTable[] {
  const pieces = new Pieces(lines, roles)
  const tables: CellTable[] = []
  let [after, refused] = [0, 0]
  for (let line = 0; line < lines.length; line++) {
    const { text } = lines[line]!
    if (text.length > longest) continue
    let table: CellTable | undefined
    // Cheap looks before lines are cut.
    if (line >= refused && /^(?:s?tt|số|thứ|hạng|xếp)/iu.test(text) && opensNumbered(pieces, line)) {
      const read = numberedTable(pieces, line)
      if (!read.table && read.end - line > inVain) refused = read.end
      table = read.table
    }
    table ??= unnumberedTable(pieces, lines, line, after)
    if (!table) continue
    tables.push(table)
    line = table.rows.at(-1)!.lastLine
    after = line + 1
  }
  return tables
}

function unnumberedTable(pieces: Pieces, lines: readonly Line[], line: number, after: number): CellTable | undefined {
  const { text } = lines[line]!
  if (text.includes(' | ') || text.includes('   ')) return opensGrid(pieces, line) ? gridTable(pieces, line) : undefined
  const next = lines[line + 1]?.text
  // Below the first cell of a row stands a number, a dash or a unit.
  if (next === undefined || next.length > 40 || text.length > longestCell || !/\d|^[-–—…%‰x]|^\p{Ll}/u.test(next))
    return undefined
  return opensRepeating(pieces, line) ? repeatingTable(pieces, line, after) : undefined
}
