import type { HtmlNode } from './markdown-of-html.ts'

/** A table as lines: rows of a Markdown table under a header, or the lines of a table that only places text. */
interface TableLines {
  readonly rows: readonly string[]
  readonly layout: boolean
  /** True when nothing tells that the first row is a header. */
  readonly headless: boolean
}

/** Most columns and rows that one cell may span: more are a mistake or an attack. */
const mostSpan = 100
const mostCells = 200_000

interface Cell {
  readonly lines: readonly string[]
  readonly header: boolean
}

/** A place in the grid: the cell that covers it, and whether the cell begins there. */
interface Place {
  readonly cell: Cell
  readonly begins: boolean
}

type Row = readonly (Place | undefined)[]

/** Reads a table of HTML: cells over several columns and rows are put into a grid, rows of a header over two lines into one. */
export function tableRows(table: HtmlNode, linesOf: (cell: HtmlNode) => string[]): TableLines {
  const { grid, headRows } = gridOf(table, linesOf)
  const columns = Math.max(0, ...grid.map((row) => row.length))
  const filled = grid.filter((row) => row.some((place) => place && place.cell.lines.length > 0))
  if (filled.length === 0) return { rows: [], layout: true, headless: false }
  if (isLayout(filled, columns)) return { rows: filled.flatMap(sideBySide), layout: true, headless: false }
  const header = headerRows(filled, headRows)
  const head = Array.from({ length: columns }, (_, column) => headerText(filled.slice(0, header), column))
  const body = filled
    .slice(header)
    .map((row) => Array.from({ length: columns }, (_, column) => (row[column]?.begins ? wordsOf(row[column]) : '')))
  const marked = headRows > 0 || filled[0]!.some((place) => place?.cell.header)
  const headless = !marked && head.some((words) => words === '' || /^[\d.,%]+$/.test(words))
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return { rows: [line(head), `|${' --- |'.repeat(columns)}`, ...body.map(line)], layout: false, headless }
}

function gridOf(table: HtmlNode, linesOf: (cell: HtmlNode) => string[]): { grid: Row[]; headRows: number } {
  const rows = [...rowsOf(table, false)]
  const grid: (Place | undefined)[][] = rows.map(() => [])
  let cells = 0
  rows.forEach(({ row }, r) => {
    let column = 0
    for (const node of row.childNodes) {
      const name = node.nodeName.toUpperCase()
      if (name !== 'TD' && name !== 'TH') continue
      while (grid[r]![column]) column++
      const wide = spanOf(node, 'colspan')
      const high = Math.min(spanOf(node, 'rowspan'), rows.length - r)
      cells += wide * high
      if (cells > mostCells) throw new RangeError('a table has too many cells')
      const cell: Cell = { lines: linesOf(node), header: name === 'TH' }
      for (let down = 0; down < high; down++)
        for (let right = 0; right < wide; right++)
          grid[r + down]![column + right] = { cell, begins: down === 0 && right === 0 }
      column += wide
    }
  })
  return { grid, headRows: rows.findIndex(({ inHead }) => !inHead) }
}

function* rowsOf(table: HtmlNode, inHead: boolean): Generator<{ readonly row: HtmlNode; readonly inHead: boolean }> {
  for (const child of table.childNodes) {
    const name = child.nodeName.toUpperCase()
    if (name === 'TR') yield { row: child, inHead }
    else if (name === 'THEAD' || name === 'TBODY' || name === 'TFOOT') yield* rowsOf(child, name === 'THEAD')
  }
}

function spanOf(cell: HtmlNode, name: string): number {
  const span = Number.parseInt(cell.getAttribute?.(name) ?? '1', 10)
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), mostSpan) : 1
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
