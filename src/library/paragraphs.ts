import type { Span } from '../vietnamese/sentences.ts'
import type { CellRow, CellTable } from './cells/table.ts'
import type { SectionMark } from './document.ts'
import type { LineRole } from './furniture.ts'
import type { Line } from './lines.ts'
import { type Labels, markOf } from './marks.ts'

/** A paragraph: one line, or several that a converter broke in the middle of a sentence. */
export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly role: LineRole | 'table-row'
  readonly afterBlank: boolean
  /** For rows of tables that were saved cell by cell: the cells, and where the header begins. */
  readonly row?: { readonly cells: readonly Span[]; readonly header: number }
}

/** A line that a stop, a colon or a bar ends. */
export const ended = /[.!?:;…|]["”’)\]*]*$/u
const noLabels: Labels = new Map()

/**
 * Joins the lines of a text into paragraphs. Lines stay apart unless the break is one of the page, not of the text.
 *
 * @param tables found in these lines; each of their rows becomes one paragraph
 */
export function paragraphsOf(
  lines: readonly Line[],
  read: readonly LineRole[],
  tables: readonly CellTable[] = [],
): Paragraph[] {
  const rowAt = rowsByLine(tables, lines)
  const roles = rowAt.size === 0 ? read : outsideTables(read, tables)
  const width = wrapWidth(lines, roles)
  const paragraphs: Paragraph[] = []
  const labels = new Map<SectionMark, string>()
  const { rows: inColumns, going } = tabbedRows(lines, roles)
  let open: { start: number; end: number; role: Paragraph['role']; afterBlank: boolean } | undefined
  let inRow = -1
  let inGrounds = false
  lines.forEach((line, i) => {
    if (i <= inRow) return
    const row = rowAt.get(i)
    if (row) {
      if (open) paragraphs.push(open)
      open = undefined
      inRow = row.lastLine
      const end = lines[row.lastLine]!.end
      paragraphs.push({ start: line.start, end, role: 'table-row', afterBlank: line.afterBlank, row })
      return
    }
    const role = roles[i] === 'text' && (isTableRow(line.text) || inColumns.has(i)) ? 'table-row' : roles[i]!
    const previous = lines[i - 1]
    if (open && going.has(i)) {
      open.end = line.end
      return
    }
    const mark = role === 'text' ? markOf(line.text, labels) : undefined
    if (mark) labels.set(mark.kind, mark.label)
    const begins = mark !== undefined || isBullet(line.text)
    const goesOn = previous && (continues(previous, line, width) || goesOnGrounds(inGrounds, previous, line))
    if (open?.role === 'text' && role === 'text' && !begins && goesOn) {
      open.end = line.end
      return
    }
    if (open) paragraphs.push(open)
    open = { start: line.start, end: line.end, role, afterBlank: line.afterBlank }
    inGrounds = grounds.test(line.text.slice(0, 16).normalize('NFC'))
  })
  if (open) paragraphs.push(open)
  return paragraphs
}

/** The rows of tables by their first lines. */
function rowsByLine(tables: readonly CellTable[], lines: readonly Line[]) {
  const rows = new Map<number, CellRow & { readonly header: number }>()
  for (const { header, rows: below } of tables)
    for (const row of [header, ...below]) rows.set(row.firstLine, { ...row, header: lines[header.firstLine]!.start })
  return rows
}

/** The roles of lines, those of tables left out: what a page has between rows is furniture, and rows are no prose. */
function outsideTables(read: readonly LineRole[], tables: readonly CellTable[]): LineRole[] {
  const roles = [...read]
  for (const { header, rows, around } of tables) {
    for (const { firstLine, lastLine } of [header, ...rows]) roles.fill('furniture', firstLine, lastLine + 1)
    for (const line of around) roles[line] = 'furniture'
  }
  return roles
}

function isTableRow(text: string): boolean {
  return text.length > 2 && text.startsWith('|') && text.endsWith('|')
}

/** Least cells of a row that tabs alone part, and least rows of such a table. */
const leastTabbed = { cells: 3, rows: 3 }

/**
 * Lines below each other that tabs part into as many cells as the first: a table copied from an office program. Its header may stand
 * apart, above the heading of the first group; a row may go on in the next line, in the middle of a cell.
 */
function tabbedRows(
  lines: readonly Line[],
  roles: readonly LineRole[],
): { readonly rows: ReadonlySet<number>; readonly going: ReadonlySet<number> } {
  const rows = new Set<number>()
  const going = new Set<number>()
  for (let at = 0; at < lines.length; ) {
    const cells = roles[at] === 'text' ? cellCount(lines[at]!.text) : 0
    let end = at + 1
    // Empty cells at the end of a row leave no trace.
    const fits = (count: number) => count > 1 && count <= cells
    while (end < lines.length && roles[end] === 'text' && fits(cellCount(lines[end]!.text))) end++
    if (cells >= leastTabbed.cells && end - at >= leastTabbed.rows) {
      for (let row = at; row < end; row++) {
        rows.add(row)
        if (row > at && goesOn(lines[row - 1]!.text, lines[row]!.text, cells)) going.add(row)
      }
      const header = headerAbove(lines, roles, at, cells)
      if (header !== undefined) rows.add(header)
    }
    at = end
  }
  return { rows, going }
}

const numbered = /^\d+(?:\.\d+)*[.)]?\t/

/** "2⇥Tỷ lệ hộ dân đô thị được cấp nước" over "tập trung⇥%⇥93,8": together they have the cells of a row. */
function goesOn(row: string, next: string, cells: number): boolean {
  const [first, second] = [cellCount(row), cellCount(next)]
  return first > 1 && first < cells && first + second - 1 === cells && numbered.test(row) && !numbered.test(next)
}

/** A line of headings with as many cells as the rows, with at most one line without tabs between it and them. */
function headerAbove(
  lines: readonly Line[],
  roles: readonly LineRole[],
  first: number,
  cells: number,
): number | undefined {
  if (!numbered.test(lines[first]!.text)) return undefined
  const above = [first - 1, first - 2].find((at) => roles[at] === 'text' && cellCount(lines[at]!.text) > 1)
  if (
    above === undefined ||
    cellCount(lines[above]!.text) !== cells ||
    /\t\s*\d[\d.,]*\s*(?:\t|$)/.test(lines[above]!.text)
  )
    return undefined
  return above
}

function cellCount(text: string): number {
  return text.includes('\t') ? text.split('\t').length : 1
}

/**
 * The width at which the text was broken into lines, as PDF and old converters do; 0 when lines are paragraphs. A broken text has
 * many lines of nearly one length that stop in the middle of a sentence.
 */
function wrapWidth(lines: readonly Line[], roles: readonly LineRole[]): number {
  const followed = lines.filter((_, i) => roles[i] === 'text' && roles[i + 1] === 'text' && !lines[i + 1]!.afterBlank)
  if (followed.length < 6) return 0
  const lengths = followed.map(({ text }) => text.length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.85)]!
  const longer = lengths.filter((length) => length > width * 1.25).length
  const broken = followed.filter(({ text }) => !ended.test(text)).length
  return width >= 40 && width <= 180 && longer <= lengths.length * 0.05 && broken >= followed.length * 0.4 ? width : 0
}

const grounds = /^(?:căn cứ|xét|theo đề nghị)\s/iu

/** Grounds end with a semicolon, a comma or a stop: until then the next line is theirs, "… của Ban Thường vụ" over "Tỉnh ủy …". */
function goesOnGrounds(inGrounds: boolean, line: Line, next: Line): boolean {
  if (!inGrounds || next.afterBlank || /[.,!?:;…|]["”’)\]*]*$/u.test(line.text)) return false
  return !grounds.test(next.text.slice(0, 16).normalize('NFC')) && next.text !== next.text.toUpperCase()
}

function continues(line: Line, next: Line, width: number): boolean {
  const first = next.text[0]!
  if (next.afterPage && !isHeading(line.text)) return !ended.test(line.text) && /^\p{Ll}/u.test(first)
  if (next.afterBlank || isHeading(line.text)) return false
  if (!ended.test(line.text)) {
    if (/^\p{Ll}/u.test(first)) return true
    return width > 0 && line.text.length >= width * 0.7
  }
  return width > 0 && line.text.length >= width * 0.85 && next.indent <= line.indent && /[.,;]$/.test(line.text)
}

/** A bullet or a structural mark begins a paragraph of its own. */
export function startsItem(text: string): boolean {
  return isBullet(text) || markOf(text, noLabels) !== undefined
}

function isBullet(text: string): boolean {
  return /^(?:[-–+•*●▪◦·]\s|\|)/u.test(text)
}

function isHeading(text: string): boolean {
  return /^#{1,6}\s/.test(text) || /^\*\*[^*]+\*\*$/.test(text)
}
