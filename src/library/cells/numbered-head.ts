import { isName } from './kinds.ts'
import { nextGroup, startsAnew, unnumbered } from './labels.ts'
import type { Piece, Pieces } from './pieces.ts'
import { pieceBehind } from './segment.ts'

/** The heading of the column that numbers the rows. */
const numbering = /^(?:s?tt|số tt|số thứ tự|thứ tự|hạng|thứ hạng|xếp hạng)\.?$/iu
/** Most pieces that a header is made of. */
export const longestHeader = 24

/** Whether a line may begin a table with numbered rows. */
export function opensNumbered(pieces: Pieces, line: number): boolean {
  return numbering.test(pieces.of(line)?.[0]?.text ?? '')
}

/** The header of a table with numbered rows, not yet cut into columns. */
export interface Head {
  readonly pieces: readonly Piece[]
  /** Line of the first row. */
  readonly firstRow: number
  /** The last line of the header, which a row of column numbers may be. */
  readonly lastLine: number
}

/** The pieces from the heading of the numbers to the first row; undefined when no row follows. */
export function headFrom(pieces: Pieces, line: number): Head | undefined {
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

/** The words of pieces, with single spaces between them. */
export function joined(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .filter(Boolean)
    .join(' ')
}
