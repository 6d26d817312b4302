import { type Alignment, type Alignments, beginsClause, goesOn } from './alignment.ts'
import { type ColumnKind, isName, misfit } from './kinds.ts'
import type { Piece, Pieces } from './pieces.ts'
import type { Border } from './segment.ts'
import type { CellRow } from './table.ts'

/** How badly pieces stand in the columns from the first on. */
export function rowCost(pieces: readonly Piece[], kinds: readonly ColumnKind[]): number {
  return pieces.reduce((sum, { text }, i) => sum + (text === '' ? 0 : misfit(kinds[i]!, text)), 0)
}

/** A label and a name, without any values: a group of rows, or a row over its parts. */
export function nameOnly(pieces: readonly Piece[], group: boolean, unlabelled: boolean): number[] | undefined {
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
export function endsBefore(pieces: readonly Piece[], count: number): number[] {
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
export function pageNumbers(pieces: readonly Piece[], { lastLine }: CellRow, next: Border | undefined): number[] {
  return pieces
    .slice(0, next?.count ?? 0)
    .filter(({ line, text }) => line > lastLine && /^\d{1,3}$/.test(text))
    .map(({ line }) => line)
}

/** The end of the last row: where its columns are filled best, before a line that does not go on with it. */
export function lastRow(
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
export function blanksPart(pieces: Pieces, line: number): boolean {
  let [lines, blanks] = [0, 0]
  for (let at = line + 1; at < line + 30; at++) {
    const own = pieces.of(at)
    if (own?.length !== 1) continue
    lines++
    if (own[0]!.afterBlank) blanks++
  }
  return lines >= 6 && blanks >= lines * 0.6
}
