import type { Span } from '../../vietnamese/sentences.ts'
import { goesOn } from './alignment.ts'
import { type ColumnKind, columnKind, isNumber } from './kinds.ts'
import type { Piece } from './pieces.ts'

/** The header of a table: where its cells stand, and what their columns hold. */
export interface Heading {
  readonly cells: readonly Span[]
  readonly kinds: readonly ColumnKind[]
  readonly cost: number
}

const year = /^(?:(?:đến|năm|hết|giai đoạn)\s+)*(?:năm\s+)?(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?(?:\s*\(.*\))?$/iu
const beforeYear =
  /(?:năm|đến|giai đoạn|mục tiêu|kế hoạch|thực hiện|kết quả|chỉ tiêu|lộ trình|ước|dự kiến|kinh phí|giá trị)$/iu

/** Whether words can head a column: short, without a stop, and no number but a year. */
export function headsColumn(text: string): boolean {
  return (
    text.length <= 90 &&
    !/[.;:!?]$/.test(text) &&
    ((/\p{L}{2}/u.test(text) && !isNumber(text)) || year.test(text) || /^[#(%]/.test(text))
  )
}

/**
 * Reads pieces as the headings of so many columns, joining those that the page broke over lines; undefined when they are too few or
 * cannot be headings, or two of them are the same. Years below a heading of their own ("Mục tiêu" over "2025" and "2030") take it with the first of them.
 */
export function headingOf(pieces: readonly Piece[], columns: number): Heading | undefined {
  const joins = pieces.length - columns
  if (joins < 0 || columns < 2 || !pieces.every(({ text }) => text === '' || headsColumn(text))) return undefined
  const borders = pieces.flatMap((piece, i) => {
    if (i === 0 || !piece.opens) return []
    return [{ i, cost: joinCost(pieces[i - 1]!, piece) }]
  })
  if (borders.length < joins) return undefined
  const chosen = borders.toSorted((a, b) => a.cost - b.cost || a.i - b.i)
  const joined = new Set(chosen.slice(0, joins).map(({ i }) => i))
  // Words that go on over a border that was not joined are torn.
  const torn = chosen.slice(joins).filter(({ cost }) => cost < 0.3).length
  const cost = chosen.slice(0, joins).reduce((sum, each) => sum + each.cost, 0) + torn
  const cells: { start: number; end: number; text: string }[] = []
  pieces.forEach(({ start, end, text }, i) => {
    const last = cells.at(-1)
    if (last && joined.has(i)) {
      last.end = end
      last.text = `${last.text} ${text}`
    } else cells.push({ start, end, text })
  })
  if (new Set(cells.map(({ text }) => text.toLowerCase())).size < columns) return undefined
  const kinds = cells.map(({ text }) => columnKind(text))
  return {
    cells: cells.map(({ start, end }) => ({ start, end })),
    kinds: onlyOneName(
      kinds,
      cells.map(({ text }) => text),
    ),
    cost,
  }
}

function joinCost(before: Piece, next: Piece): number {
  const blank = next.afterBlank ? 1.5 : 0
  if (/^\((?!\d)/.test(next.text) || /^\p{Ll}/u.test(next.text) || goesOn(before.text, next.text)) return blank + 0.1
  if (year.test(next.text)) {
    if (/(?:năm|đến|giai đoạn)$/iu.test(before.text)) return blank + 0.1
    return blank + (beforeYear.test(before.text) ? 0.4 : 1.2)
  }
  return blank + 1
}

/** The first column with a name names the rows, be it "Đơn vị", which may head units too; further ones hold some text. */
function onlyOneName(kinds: readonly ColumnKind[], headings: readonly string[]): ColumnKind[] {
  const name = kinds.indexOf('name')
  if (name >= 0) return kinds.map((kind, i) => (kind === 'name' && i !== name ? 'text' : kind))
  const first = kinds.findIndex((kind, i) => kind !== 'label' && (kind !== 'unit' || /^đơn vị$/iu.test(headings[i]!)))
  return kinds.map((kind, i) => (i === first ? 'name' : kind))
}
