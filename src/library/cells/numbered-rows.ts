import type { Span } from '../../vietnamese/sentences.ts'
import { type Alignment, Alignments } from './alignment.ts'
import type { Heading } from './heading.ts'
import { type ColumnKind, isNumber } from './kinds.ts'
import { type Numbering, unnumbered } from './labels.ts'
import { type Head, joined, longestHeader, opensNumbered } from './numbered-head.ts'
import type { Piece, Pieces } from './pieces.ts'
import { blanksPart, endsBefore, lastRow, nameOnly, pageNumbers, rowCost } from './row-ends.ts'
import { type Border, borderAt, type Segment, segmentFrom } from './segment.ts'
import type { CellRow, CellTable } from './table.ts'

/** From this cost on a row is odd: its lines stay what they are. */
const odd = 1.7
/** Share of odd rows from which nothing is a table. */
const tooOdd = 0.3

/** The rows below one header, read in one number of columns. */
export class NumberedRows {
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
      if (this.#pieces.parts(line)) return { texts, row: undefined }
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
