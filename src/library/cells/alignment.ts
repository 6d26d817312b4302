import { type ColumnKind, isAgency, isNumber, isTime, isUnit, misfit } from './kinds.ts'
import type { Piece } from './pieces.ts'

/** How pieces fill the columns of a row: `ends[c]` is the piece behind the last one of column c. */
export interface Alignment {
  readonly cost: number
  readonly ends: readonly number[]
}

/** Most pieces that one cell is made of. */
const longestCell = 14

/**
 * The cheapest ways of filling columns with the first n pieces, in order, for every n: `of(n)`. A cell is made of pieces that begin
 * lines of their own; a column may stay empty. Costs are small numbers; a row in which nothing is odd costs nothing.
 */
export class Alignments {
  readonly #cost: Float64Array
  readonly #from: Int32Array
  readonly #width: number
  readonly #columns: number

  constructor(pieces: readonly Piece[], columns: readonly ColumnKind[], blanksPart: boolean) {
    const width = pieces.length + 1
    const rows = columns.length + 1
    const cost = new Float64Array(width * rows).fill(Number.POSITIVE_INFINITY)
    const from = new Int32Array(width * rows).fill(-1)
    cost[0] = 0
    const costs = new Map(columns.map((kind) => [kind, costsOf(kind, pieces, blanksPart)]))
    for (let column = 0; column < columns.length; column++) {
      const { first, join } = costs.get(columns[column]!)!
      for (let at = 0; at < width; at++) {
        const before = cost[column * width + at]!
        if (before === Number.POSITIVE_INFINITY) continue
        const last = Math.min(pieces.length, at + longestCell)
        let own = 0
        for (let to = at; to <= last; to++) {
          if (to === at) own = emptyCost(columns, column)
          else if (to === at + 1) own = first[at]!
          else {
            own += join[to - 1]!
            if (own === Number.POSITIVE_INFINITY) break
          }
          const index = (column + 1) * width + to
          if (before + own < cost[index]!) {
            cost[index] = before + own
            from[index] = at
          }
        }
      }
    }
    this.#cost = cost
    this.#from = from
    this.#width = width
    this.#columns = columns.length
  }

  /** The cheapest way of filling all columns with the first `count` pieces. */
  of(count: number): Alignment {
    const ends: number[] = []
    let at = count
    for (let column = this.#columns; column > 0; column--) {
      ends.unshift(at)
      at = this.#from[column * this.#width + at]!
      if (at < 0) return { cost: Number.POSITIVE_INFINITY, ends: [] }
    }
    return { cost: this.#cost[this.#columns * this.#width + count]!, ends }
  }
}

/** What each piece costs as the first of a cell, and joined to the piece before it. */
function costsOf(kind: ColumnKind, pieces: readonly Piece[], blanksPart: boolean) {
  return {
    first: pieces.map((_, at) => firstCost(kind, pieces, at, blanksPart)),
    join: pieces.map((piece, at) =>
      at === 0 || !piece.opens || piece.text === ''
        ? Number.POSITIVE_INFINITY
        : joinCost(kind, pieces[at - 1]!, piece, blanksPart),
    ),
  }
}

/**
 * An empty cell leaves no trace where cells stand on lines of their own: only where no other column could be the empty one it is told
 * for sure.
 */
function emptyCost(columns: readonly ColumnKind[], column: number): number {
  const kind = columns[column]!
  if (kind === 'name') return 6
  if (kind === 'label') return 0.5
  if (kind === 'unit') return 1
  return kind !== 'value' && column === columns.length - 1 && columns[column - 1] !== kind ? 0.6 : 2
}

function firstCost(kind: ColumnKind, pieces: readonly Piece[], at: number, blanksPart: boolean): number {
  const { text, opens, afterBlank } = pieces[at]!
  if (text === '') return kind === 'name' ? 3 : 0
  const before = pieces[at - 1]
  const odd = misfit(kind, text)
  const goes = before && (goesOn(before.text, text) || (blanksPart && !afterBlank))
  // Units and numbers are told by themselves.
  return odd + (opens && goes && !((kind === 'unit' || kind === 'value') && odd < 0.5) ? 1.2 : 0)
}

function joinCost(kind: ColumnKind, before: Piece, next: Piece, blanksPart: boolean): number {
  const blank = next.afterBlank && (blanksPart || !goesOn(before.text, next.text)) ? 3 : 0
  // On a line that tabs part, the first words are the end of the cell before, or a cell of their own.
  const isRest = next.exact && /^\p{Ll}/u.test(next.text) && (kind === 'name' || kind === 'text' || kind === 'any')
  return blank + (isRest ? 0.1 : joinedCost(kind, before.text, next.text))
}

function joinedCost(kind: ColumnKind, before: string, next: string): number {
  if (beginsClause(next)) return kind === 'name' || kind === 'text' || kind === 'any' ? 0.8 : 2
  if (kind === 'value' || kind === 'unit' || kind === 'label') return isNumber(next) ? 3 : 1.5
  if (isNumber(next) || isUnit(next))
    return /(?<![\p{L}])(?:năm|tháng|quý|đến|từ|trên|dưới)$/iu.test(before) ? 0.2 : 2.5
  if (goesOn(before, next)) return 0.1
  if (kind === 'name' || kind === 'text') return isAgency(next) || isTime(next) ? 1.5 : 0.6
  if (kind === 'agency') return isTime(next) ? 3 : /[;,]$/.test(before) ? 0.2 : 0.8
  return kind === 'time' ? 1 : 0.6
}

/** "b) Xây dựng …", "2. Hạ tầng", "Ghi chú: …": rather the text below a table than part of a cell. */
export function beginsClause(text: string): boolean {
  return (
    /^(?:\d{1,3}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]{1,5}[.)]|[-–+*])\s+\p{L}/u.test(text) ||
    /^(?:ghi chú|nguồn|nơi nhận|điều \d|phụ lục|(?:tm|kt|tl|tuq)\.)(?![\p{L}])/iu.test(text)
  )
}

/** Whether words go on with those before them: they begin small, or those before them end in the middle. */
export function goesOn(before: string, next: string): boolean {
  if (isNumber(before)) return /^\(/.test(next)
  return (
    (/^[("“]?\p{Ll}/u.test(next) && !isUnit(next)) ||
    /(?:[,\-–/(]|(?<![\p{L}])(?:và|của|với|cho|theo|tại|trong|các|đến|từ|trên|do|là|có|được))$/u.test(before)
  )
}
