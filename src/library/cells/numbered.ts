import type { Span } from '../../vietnamese/sentences.ts'
import { type Alignment, Alignments, beginsClause, goesOn } from './alignment.ts'
import { type Heading, headingOf } from './heading.ts'
import { type ColumnKind, isName, isNumber, misfit } from './kinds.ts'
import { type Numbering, nextGroup, startsAnew, unnumbered } from './labels.ts'
import type { Piece, Pieces } from './pieces.ts'
import { type Border, borderAt, pieceBehind, type Segment, segmentFrom } from './segment.ts'
import type { CellRow, CellTable } from './table.ts'

/** The heading of the column that numbers the rows. */
const numbering = /^(?:s?tt|số tt|số thứ tự|thứ tự|hạng|thứ hạng|xếp hạng)\.?$/iu
/** Most pieces that a header is made of, and most numbers of columns that are tried for it. */
const longestHeader = 24
const mostTries = 8
/** From this cost on a row is odd: its lines stay what they are. */
const odd = 1.7
/** Share of odd rows from which nothing is a table. */
const tooOdd = 0.3

/** Whether a line may begin a table with numbered rows. */
export function opensNumbered(pieces: Pieces, line: number): boolean {
  return numbering.test(pieces.of(line)?.[0]?.text ?? '')
}

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

interface Head {
  readonly pieces: readonly Piece[]
  /** Line of the first row. */
  readonly firstRow: number
  /** The last line of the header, which a row of column numbers may be. */
  readonly lastLine: number
}

/** The pieces from the heading of the numbers to the first row. */
function headFrom(pieces: Pieces, line: number): Head | undefined {
  const found: Piece[] = []
  for (let at = line; found.length <= longestHeader; at++) {
    const own = pieces.of(at)
    if (!own) return undefined
    if (at > line && startsRows(pieces, at)) return { pieces: found, firstRow: at, lastLine: at - 1 }
    const counted = at > line ? columnNumbers(pieces, at, found.length) : 0
    if (counted > 0) return { pieces: found, firstRow: at + counted, lastLine: at + counted - 1 }
    found.push(...own)
  }
  return undefined
}

function startsRows(pieces: Pieces, line: number): boolean {
  const [first, second] = pieces.of(line)!
  if (!first) return false
  if (!second && /^(?:I|A)\s?[.)/-]\s*\p{Lu}/u.test(first.text)) return true
  if (!startsAnew(first.text) && !(nextGroup(first.text, unnumbered) && /^[IA]/.test(first.text))) return false
  return isName(pieceBehind(pieces, line)?.text ?? '')
}

/** "(1) (2) (3)" below the headings: how many lines they take. */
function columnNumbers(pieces: Pieces, line: number, most: number): number {
  let count = 0
  for (let at = line; at <= line + most; at++) {
    const texts = pieces.of(at)?.map(({ text }) => text.replace(/^[([]|[)\]]$/g, '')) ?? []
    if (texts.length === 0 || texts.some((text, i) => text !== String(count + i + 1))) return count >= 2 ? at - line : 0
    count += texts.length
  }
  return 0
}

class NumberedRows {
  readonly #pieces: Pieces
  readonly #line: number
  readonly #head: Head
  readonly #heading: Heading
  readonly #blanksPart: boolean
  readonly #headWords: string
  #kinds: readonly ColumnKind[]

  constructor(pieces: Pieces, line: number, head: Head, heading: Heading) {
    this.#pieces = pieces
    this.#line = line
    this.#head = head
    this.#heading = heading
    this.#kinds = heading.kinds
    this.#headWords = joined(head.pieces)
    this.#blanksPart = blanksPart(pieces, line)
  }

  read(): { table?: CellTable; cost: number; end: number } {
    let read = this.#rows()
    const learned = this.#learn(read.rows)
    if (learned) {
      this.#kinds = learned
      read = this.#rows()
    }
    const { rows, odd: oddRows, around, end } = read
    const whole = rows.filter(({ full }) => full)
    const cost = (read.cost + 2 * oddRows) / (whole.length + oddRows)
    const isEmpty = (column: number) => whole.filter(({ texts }) => texts[column] === '').length >= whole.length * 0.8
    if (
      whole.length < (this.#kinds.length === 2 ? 3 : 2) ||
      oddRows > (whole.length + oddRows) * tooOdd ||
      this.#kinds.some((kind, column) => kind !== 'label' && isEmpty(column))
    )
      return { cost, end }
    const header = { firstLine: this.#line, lastLine: this.#head.lastLine, cells: this.#heading.cells }
    return { table: { header, rows, around }, cost, end }
  }

  #rows() {
    const rows: (CellRow & { full: boolean; texts: readonly string[] })[] = []
    const around: number[] = []
    let [oddRows, cost, inOrder] = [0, 0, 0]
    let fresh = true
    let next = this.#borderAt(this.#head.firstRow, unnumbered, true)
    let end = this.#head.firstRow
    while (next && inOrder < 2) {
      const { line, begins, numbering: state }: Border = next
      end = line
      if (begins === 'header') {
        const behind = line + this.#headerAt(line)
        next = this.#borderAt(behind, state, fresh)
        for (let at = line; next && at < behind; at++) around.push(at)
        continue
      }
      fresh = begins === 'group' || begins === 'heading'
      const segment = segmentFrom(this.#pieces, line, state, fresh, (at) => this.#headerAt(at))
      const read = this.#readRow(segment, begins)
      if (read.row) {
        rows.push({ ...read.row, texts: read.texts, full: begins !== 'group' })
        cost += read.cost
        inOrder = 0
        around.push(...pageNumbers(segment.pieces, read.row, read.next))
      } else if (begins !== 'heading') {
        oddRows++
        inOrder++
      }
      next = read.next
    }
    return { rows, odd: oddRows, cost, around, end }
  }

  #borderAt(line: number, state: Numbering, fresh: boolean): Border | undefined {
    let at = line
    while (this.#pieces.skips(at) && !this.#pieces.of(at)) at++
    if (!this.#pieces.of(at)) return undefined
    const border = borderAt(this.#pieces, at, state, fresh, (each) => this.#headerAt(each))
    return border && { ...border, line: at, count: 0 }
  }

  #readRow(
    { pieces, borders }: Segment,
    start: Border['begins'],
  ): { row?: CellRow | undefined; texts: readonly string[]; cost: number; next?: Border } {
    const [near] = borders
    if (start === 'heading') return { texts: [], cost: 0, ...(near && { next: near }) }
    const columns = this.#kinds.length
    // A row without a label: "- Khu vực nông thôn", "Tổng cộng".
    const unlabelled = start === 'total' || (start === 'part' && /^[-–+]/.test(pieces[0]!.text))
    const kinds = unlabelled && this.#kinds[0] === 'label' ? this.#kinds.slice(1) : this.#kinds
    if (near && (start === 'group' || near.begins === 'part')) {
      const group = nameOnly(pieces.slice(0, near.count), start === 'group', unlabelled)
      if (group) return { ...this.#rowOf(pieces, group, unlabelled), cost: 0.2, next: near }
    }
    const own = pieces.slice(0, near?.count)
    const isWhole =
      own.length <= kinds.length && own.length > 2 && own.every(({ line, exact }) => exact && line === own[0]!.line)
    if (isWhole && rowCost(own, kinds) < odd) {
      const ends = kinds.map((_, i) => Math.min(i + 1, own.length))
      return { ...this.#rowOf(pieces, ends, unlabelled), cost: 0, ...(near && { next: near }) }
    }
    const ways = new Alignments(pieces.slice(0, borders.at(-1)?.count), kinds, this.#blanksPart)
    let best: { way: Alignment; cost: number; next?: Border } | undefined
    for (const border of borders) {
      for (const count of endsBefore(pieces, border.count)) {
        const way = ways.of(count)
        const cost = way.cost + (count < border.count ? 0.8 : 0)
        if (!best || cost < best.cost) best = { way, cost, next: border }
      }
      if (best && best.cost < 0.6) break
    }
    if (!best || best.cost >= odd) {
      const last = lastRow(ways, pieces, kinds.length, near?.count ?? pieces.length)
      if (last && (!best || last.cost < odd)) best = last
    }
    if (!best || best.cost >= odd || columns < 2) return { texts: [], cost: 0, ...(near && { next: near }) }
    return { ...this.#rowOf(pieces, best.way.ends, unlabelled), cost: best.cost, ...(best.next && { next: best.next }) }
  }

  #rowOf(pieces: readonly Piece[], ends: readonly number[], unlabelled: boolean) {
    const last = pieces[ends.at(-1)! - 1]!
    const first = pieces[0]!
    let before = first.start
    const cells: Span[] = unlabelled && this.#kinds[0] === 'label' ? [{ start: before, end: before }] : []
    const texts: string[] = cells.map(() => '')
    for (let column = 0, from = 0; cells.length < this.#kinds.length; column++) {
      const to = ends[column] ?? from
      const own = pieces.slice(from, to)
      const start = own.length > 0 ? own[0]!.start : before
      before = own.length > 0 ? own.at(-1)!.end : before
      cells.push({ start, end: before })
      texts.push(joined(own))
      from = to
    }
    for (let line = first.line; line <= last.line; line++)
      if (this.#pieces.skips(line) && !this.#pieces.of(line)) return { texts, row: undefined }
    return { texts, row: { firstLine: first.line, lastLine: last.line, cells } }
  }

  /** How many lines of the header stand again at a line; 0 when none do. */
  #headerAt(line: number): number {
    if (line <= this.#head.lastLine || !opensNumbered(this.#pieces, line)) return 0
    let words = ''
    for (let at = line; at < line + longestHeader; at++) {
      const own = this.#pieces.of(at)
      if (!own) return 0
      words = words === '' ? joined(own) : `${words} ${joined(own)}`
      if (words === this.#headWords) return at + 1 - line
      if (!this.#headWords.startsWith(words)) return 0
    }
    return 0
  }

  /** Columns whose headings say nothing hold what their cells are. */
  #learn(rows: readonly { readonly texts: readonly string[]; readonly full: boolean }[]): ColumnKind[] | undefined {
    if (!this.#kinds.includes('any') && !this.#kinds.includes('time')) return undefined
    const whole = rows.filter(({ full, texts }) => full && texts.every((text) => text !== ''))
    if (whole.length < 2) return undefined
    return this.#kinds.map((kind, column) => {
      if (kind !== 'any' && kind !== 'time') return kind
      const digits = whole.filter(({ texts }) => isNumber(texts[column]!)).length
      if (digits >= whole.length * 0.8) return 'value'
      if (kind === 'time') return kind
      return digits <= whole.length * 0.2 ? 'text' : 'any'
    })
  }
}

/** How badly pieces stand in the columns from the first on. */
function rowCost(pieces: readonly Piece[], kinds: readonly ColumnKind[]): number {
  return pieces.reduce((sum, { text }, i) => sum + (text === '' ? 0 : misfit(kinds[i]!, text)), 0)
}

/** A label and a name, without any values: a group of rows, or a row over its parts. */
function nameOnly(pieces: readonly Piece[], group: boolean, unlabelled: boolean): number[] | undefined {
  const filled = pieces.findLastIndex(({ text }) => text !== '') + 1
  const label = unlabelled ? 0 : 1
  const names = pieces.slice(label, filled)
  const isOne = names.every(
    ({ text, opens, afterBlank }, i) =>
      isName(text) &&
      text.length <= 200 &&
      !/[.;:]$/.test(text) &&
      (i === 0 || (opens && (goesOn(names[i - 1]!.text, text) || (group && !afterBlank)))),
  )
  if (names.length === 0 || !isOne || names.length > 4) return undefined
  return unlabelled ? [filled] : [1, filled]
}

/** The ends that a row may have before a border: right there, or above one or two lines that head what follows or number a page. */
function endsBefore(pieces: readonly Piece[], count: number): number[] {
  const ends = [count]
  for (let at = count; at > 2 && ends.length < 3; ) {
    do at--
    while (at > 0 && !pieces[at]!.opens)
    const { text } = pieces[at]!
    if (text.length > 120 || /[.;:]$/.test(text) || !(isName(text) || /^\d{1,3}$/.test(text))) break
    ends.push(at)
  }
  return ends
}

/** Bare numbers between a row and what begins behind it. */
function pageNumbers(pieces: readonly Piece[], { lastLine }: CellRow, next: Border | undefined): number[] {
  return pieces
    .slice(0, next?.count ?? 0)
    .filter(({ line, text }) => line > lastLine && /^\d{1,3}$/.test(text))
    .map(({ line }) => line)
}

/** The end of the last row: where its columns are filled best, before a line that does not go on with it. */
function lastRow(
  ways: Alignments,
  pieces: readonly Piece[],
  columns: number,
  border: number,
): { way: Alignment; cost: number } | undefined {
  let best: { way: Alignment; cost: number } | undefined
  const clause = pieces.findIndex((piece, i) => i > 1 && piece.opens && beginsClause(piece.text))
  const most = Math.min(clause < 0 ? pieces.length : clause, border)
  for (let count = Math.min(2, columns); count <= most; count++) {
    const next = pieces[count]
    if (next && !next.opens) continue
    const way = ways.of(count)
    const torn = next && !next.afterBlank && goesOn(pieces[count - 1]!.text, next.text) ? 1.5 : 0
    if (!best || way.cost + torn < best.cost) best = { way, cost: way.cost + torn }
  }
  return best
}

/** Whether blank lines part the cells: most lines of the table's start have one before them. */
function blanksPart(pieces: Pieces, line: number): boolean {
  let [lines, blanks] = [0, 0]
  for (let at = line + 1; at < line + 30; at++) {
    const own = pieces.of(at)
    if (own?.length !== 1) continue
    lines++
    if (own[0]!.afterBlank) blanks++
  }
  return lines >= 6 && blanks >= lines * 0.6
}

function joined(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .filter(Boolean)
    .join(' ')
}
