/** A table as lines: rows of a Markdown table under a header, or the lines of a table that only places text. */
interface TableLines {
  readonly rows: readonly string[]
  readonly layout: boolean
  /** True when nothing tells that the first row is a header. */
  readonly headless: boolean
}

export interface Cell {
  readonly lines: readonly string[]
  /** Marked as a header. */
  readonly header: boolean
}

/** A place in the grid: the cell that covers it, and whether the cell begins there. */
export interface Place {
  readonly cell: Cell
  readonly begins: boolean
}

export type Row = readonly (Place | undefined)[]

/**
 * Writes a grid as Markdown; rows of a header over several lines become one.
 *
 * @param headRows how many rows are marked as header; 0 or less when none is
 * @param above the grid of the page before, when this one goes on with its table: its header is not written again
 */
export function tableLines(grid: readonly Row[], headRows: number, above?: readonly Row[]): TableLines {
  const columns = Math.max(0, ...grid.map((row) => row.length))
  const filled = grid.filter((row) => row.some((place) => place && place.cell.lines.length > 0))
  if (filled.length === 0) return { rows: [], layout: true, headless: false }
  if (!above && isLayout(filled, columns)) return { rows: filled.flatMap(sideBySide), layout: true, headless: false }
  const header = headerRows(filled, headRows)
  const head = headOf(filled, header, columns)
  const repeats = above && head.join() === headOf(above, headerRows(above, 0), columns).join()
  const body = filled
    .slice(above && !repeats ? 0 : header)
    .map((row) => Array.from({ length: columns }, (_, column) => (row[column]?.begins ? wordsOf(row[column]) : '')))
  if (above) return { rows: body.map(lineOf), layout: false, headless: false }
  const marked = headRows > 0 || filled[0]!.some((place) => place?.cell.header)
  const headless =
    !marked && head.some((words) => words === '' || (/^[\d.,%]+$/.test(words) && !/^(?:19|20)\d\d$/.test(words)))
  return { rows: [lineOf(head), `|${' --- |'.repeat(columns)}`, ...body.map(lineOf)], layout: false, headless }
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function headOf(rows: readonly Row[], header: number, columns: number): string[] {
  return Array.from({ length: columns }, (_, column) => headerText(rows.slice(0, header), column))
}

/** What stands in the head and signature of an official paper. */
const ofPaper =
  /cộng h(?:òa|oà) xã hội chủ nghĩa|đảng cộng sản việt nam|^\**(?:số\s*[:.]|nơi nhận|tm\.|kt\.|tl\.|tuq\.|t\/m)|ngày\s[\s\d.…]{0,6}tháng\s[\s\d.…]{0,6}năm/iu

/** One column, one row of two, or two columns that hold head or signature. */
function isLayout(rows: readonly Row[], columns: number): boolean {
  if (columns === 1) return true
  if (columns > 3) return false
  const lines = rows.flatMap((row) => row.flatMap((place) => (place?.begins ? place.cell.lines : [])))
  const paper = lines.slice(0, 24).some((line) => ofPaper.test(line.normalize('NFC')))
  return rows.length === 1 || (paper && rows.length <= 8)
}

/** The columns of a row line by line, three spaces between them. */
function sideBySide(row: Row): string[] {
  const columns = row.flatMap((place) => (place?.begins ? [place.cell.lines] : []))
  const height = Math.max(0, ...columns.map((lines) => lines.length))
  return Array.from({ length: height }, (_, i) =>
    columns
      .map((lines) => lines[i] ?? '')
      .filter((line) => line !== '')
      .join('   '),
  )
}

/** How many rows from the top are header: those marked so, else the first and those that its cells reach into. */
function headerRows(rows: readonly Row[], marked: number): number {
  if (marked > 0) return Math.min(marked, Math.max(1, rows.length - 1))
  const named = rows.findIndex((row) => !row.every((place) => !place || place.cell.header))
  if (named > 0) return named
  const first = rows[0]!
  const wide = first.some((place) => place && !place.begins)
  const below = rows.findIndex(
    (row, i) => i > 0 && !row.some((place) => place && first.some((top) => top?.cell === place.cell)),
  )
  return wide && below > 1 && below <= 3 ? below : 1
}

/** The words over a column, those of a cell over several columns first. */
function headerText(rows: readonly Row[], column: number): string {
  const places = new Map(rows.flatMap((row) => (row[column] ? [[row[column].cell, row[column]]] : [])))
  return [...places.values()].map(wordsOf).filter(Boolean).join(' ')
}

function wordsOf({ cell }: Place): string {
  return cell.lines.map((line) => line.replace(/^\*\*(.+)\*\*$/, '$1')).join(' ')
}
