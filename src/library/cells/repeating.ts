import type { Span } from '../../vietnamese/sentences.ts'
import { goesOn } from './alignment.ts'
import { type Heading, headingOf } from './heading.ts'
import { type ColumnKind, isName, isNothing, isNumber, isUnit } from './kinds.ts'
import type { Piece, Pieces } from './pieces.ts'
import type { CellRow, CellTable } from './table.ts'

/** A cell on lines of its own. */
interface Cell extends Span {
  readonly firstLine: number
  readonly lastLine: number
  readonly holds: 'words' | 'number' | 'unit'
  /** Its first line. */
  readonly text: string
}

const mostColumns = 10
/** Most lines that a header has beyond one for each column. */
const brokenHeadings = 3
/** A table of two columns is told from other pairs of lines by more rows. */
const leastRows = (columns: number) => (columns === 2 ? 3 : 2)

/** Whether the first row of a table whose rows no label numbers may begin at a line: words above a number or a unit. */
export function opensRepeating(pieces: Pieces, line: number): boolean {
  const [own, ...others] = pieces.of(line) ?? []
  const [next, ...beside] = pieces.of(line + 1) ?? []
  if (!own || !next || others.length > 0 || beside.length > 0) return false
  return holds(next) !== 'words' && isName(own.text) && own.text.length <= 200
}

/**
 * Reads a table whose cells stand on lines of their own and whose rows repeat one pattern: words, perhaps a unit, numbers, perhaps words
 * again. The headings stand right above; those over the numbers have to say a year or another measure.
 *
 * @param line where the first row may begin
 * @param after lines above this one belong to something else
 */
export function repeatingTable(pieces: Pieces, line: number, after: number): CellTable | undefined {
  const first: Cell[] = []
  for (let cell = cellAt(pieces, line); cell && first.length < mostColumns; cell = cellAt(pieces, cell.lastLine + 1)) {
    if (first.length > 1 && cell.holds === 'words') break
    first.push(cell)
  }
  for (const words of [0, 1, 2]) {
    const columns = first.length + words
    if (columns < 2 || columns > mostColumns) continue
    const rows = rowsFrom(pieces, line, first, words)
    if (rows.length < leastRows(columns)) continue
    const heading = headingAbove(pieces, line, after, [
      ...first.map(({ holds }) => holds),
      ...Array(words).fill('words'),
    ])
    if (!heading || rows.some((row) => saysYears(row, heading))) continue
    return { header: { ...heading.lines, cells: heading.cells }, rows, around: [] }
  }
  return undefined
}

function holds({ text }: Piece): Cell['holds'] {
  if (isNumber(text) || isNothing(text)) return 'number'
  return text === '%' || text === '‰' || (isUnit(text) && /^\p{Ll}/u.test(text)) ? 'unit' : 'words'
}

/** The cell that begins at a line, with the lines in which its words go on. */
function cellAt(pieces: Pieces, line: number): Cell | undefined {
  const own = pieces.of(line)
  if (own?.length !== 1) return undefined
  const [piece] = own as readonly [Piece]
  const kind = holds(piece)
  let last = piece
  if (kind === 'words') {
    for (let next = line + 1; next < line + 6; next++) {
      const more = pieces.of(next)
      if (more?.length !== 1 || more[0]!.afterBlank || holds(more[0]!) !== 'words') break
      if (!goesOn(last.text, more[0]!.text)) break
      last = more[0]!
    }
  }
  return { start: piece.start, end: last.end, firstLine: line, lastLine: last.line, holds: kind, text: piece.text }
}

/** The rows from a line on that hold what the first one holds, and so many words behind it. */
function rowsFrom(pieces: Pieces, line: number, first: readonly Cell[], words: number) {
  const pattern = [...first.map((cell) => cell.holds), ...Array<Cell['holds']>(words).fill('words')]
  const rows: (CellRow & { readonly texts: readonly string[] })[] = []
  for (let at = line; ; ) {
    const cells: Cell[] = []
    for (const wanted of pattern) {
      const cell = cellAt(pieces, cells.at(-1) ? cells.at(-1)!.lastLine + 1 : at)
      if (!cell || cell.holds !== wanted || cell.end - cell.start > 300) break
      cells.push(cell)
    }
    if (cells.length < pattern.length) return rows
    rows.push({
      firstLine: cells[0]!.firstLine,
      lastLine: cells.at(-1)!.lastLine,
      cells: cells.map(({ start, end }) => ({ start, end })),
      texts: cells.map(({ text }) => text),
    })
    at = cells.at(-1)!.lastLine + 1
  }
}

/** The headings right above a line that fit what the columns hold. */
function headingAbove(
  pieces: Pieces,
  line: number,
  after: number,
  pattern: readonly Cell['holds'][],
): (Heading & { readonly lines: { readonly firstLine: number; readonly lastLine: number } }) | undefined {
  const above: Piece[] = []
  let best: { heading: Heading; cost: number; firstLine: number } | undefined
  for (let at = line - 1; at >= after && above.length < pattern.length + brokenHeadings; at--) {
    const own = pieces.of(at)
    if (own?.length !== 1) break
    above.unshift(own[0]!)
    const heading = headingOf(above, pattern.length)
    if (!heading || !measures(heading.kinds, pattern)) continue
    const cost = heading.cost + heading.kinds.filter((kind, i) => !fits(kind, pattern[i]!)).length
    if (!best || cost < best.cost) best = { heading, cost, firstLine: at }
  }
  if (!best || best.cost > 1.5) return undefined
  return { ...best.heading, lines: { firstLine: best.firstLine, lastLine: line - 1 } }
}

/** Whether the headings over at least half of the columns with numbers speak of something measured. */
function measures(kinds: readonly ColumnKind[], pattern: readonly Cell['holds'][]): boolean {
  const over = kinds.filter((_, i) => pattern[i] === 'number')
  return over.filter((kind) => kind === 'value').length * 2 >= over.length && kinds[0] !== 'value'
}

/** Whether a row says a year where the heading is one: then the heading is none. */
function saysYears({ texts }: { readonly texts: readonly string[] }, { kinds }: Heading): boolean {
  return texts.some((text, i) => kinds[i] === 'value' && /^(?:19|20)\d{2}$/.test(text))
}

function fits(kind: ColumnKind, holds: Cell['holds']): boolean {
  if (holds === 'number') return kind === 'value' || kind === 'any' || kind === 'label'
  if (holds === 'unit') return kind === 'unit' || kind === 'any'
  return kind !== 'value' && kind !== 'unit'
}
