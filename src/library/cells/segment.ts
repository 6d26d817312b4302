import { isName } from './kinds.ts'
import { type Numbering, nextGroup, nextLabel, startsAnew } from './labels.ts'
import type { Piece, Pieces } from './pieces.ts'

/** Where a row may end: in front of what begins there. */
export interface Border {
  readonly line: number
  /** How many pieces stand in front of it. */
  readonly count: number
  readonly begins: 'row' | 'part' | 'group' | 'heading' | 'header' | 'total'
  readonly numbering: Numbering
}

/** What follows from the start of a row on, and the places where it may end. */
export interface Segment {
  readonly pieces: readonly Piece[]
  readonly borders: readonly Border[]
}

/** A row is no longer than this. */
const longest = { lines: 44, pieces: 64, characters: 2600 }
/** A row whose own text holds numbers like labels has several places where it might end; so many are looked at. */
const mostBorders = 3

/** "A. CẤP NƯỚC SẠCH" on one line: a heading between the rows. */
const heading = /^(?:[IVX]{1,5}|[A-HĐK])\s?[.)/-]\s*\p{Lu}/u

/**
 * Reads on from the line where a row starts to where the next one may start.
 *
 * @param fresh whether a group has just begun, so that numbers may begin anew
 * @param headerAt tells the lines of the header where it is said again
 */
export function segmentFrom(
  pieces: Pieces,
  from: number,
  numbering: Numbering,
  fresh: boolean,
  headerAt: (line: number) => number,
): Segment {
  const found: Piece[] = []
  const borders: Border[] = []
  let characters = 0
  for (let line = from; line < from + longest.lines && line < pieces.length; line++) {
    const own = pieces.of(line)
    if (!own) {
      if (pieces.skips(line)) continue
      break
    }
    if (line > from) {
      const border = borderAt(pieces, line, numbering, fresh, headerAt)
      if (border) {
        borders.push({ ...border, line, count: found.length })
        if (borders.length >= mostBorders || border.begins === 'header' || border.begins === 'heading') break
      } else if (own[0]!.page && own.length === 1) continue
    }
    found.push(...own)
    characters += own.at(-1)!.end - own[0]!.start
    if (found.length > longest.pieces || characters > longest.characters) break
  }
  return { pieces: found, borders }
}

/** What begins at a line: the next row, a part of one, a group or its heading, the header again; undefined when the row goes on. */
export function borderAt(
  pieces: Pieces,
  line: number,
  numbering: Numbering,
  fresh: boolean,
  headerAt: (line: number) => number,
): Pick<Border, 'begins' | 'numbering'> | undefined {
  const own = pieces.of(line)!
  const { text } = own[0]!
  if (headerAt(line) > 0) return { begins: 'header', numbering }
  if (own.length === 1 && heading.test(text) && text.length <= 160)
    return { begins: 'heading', numbering: nextGroup(/^[^\s.)/-]+/u.exec(text)![0], numbering) ?? numbering }
  if (/^(?:tổng|cộng|tổng cộng)(?![\p{L}])/iu.test(text) && text.length <= 40) return { begins: 'total', numbering }
  if (/^[-–+]\s*\p{L}/u.test(text)) return { begins: 'part', numbering }
  if (text.length > 8 || !isName(pieceBehind(pieces, line)?.text ?? '')) return undefined
  const next = nextLabel(text, numbering)
  if (next)
    return {
      begins: next.parts.length > numbering.parts.length || next.letter !== '' ? 'part' : 'row',
      numbering: next,
    }
  if (fresh && startsAnew(text)) return { begins: 'row', numbering: { ...numbering, parts: [1], letter: '' } }
  const group = nextGroup(text, numbering)
  return group && { begins: 'group', numbering: group }
}

/** The piece behind the first one of a line, be it on the next. */
export function pieceBehind(pieces: Pieces, line: number): Piece | undefined {
  const own = pieces.of(line)
  if (own?.[1]) return own[1]
  let next = line + 1
  while (next < line + 4 && pieces.skips(next) && !pieces.of(next)) next++
  return pieces.of(next)?.[0]
}
