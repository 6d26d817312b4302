import { type Heading, headingOf, headsColumn } from './heading.ts'
import { type ColumnKind, isName, isNothing, isNumber, isTime, misfit } from './kinds.ts'
import type { Piece, Pieces } from './pieces.ts'
import type { CellRow, CellTable } from './table.ts'

/** Least rows below the header, and most lines over which one row is broken. */
const leastRows = 2
const brokenRow = 4

/** Whether a line may be the header of a table whose rows stand on one line each, parted by bars or wide spaces. */
export function opensGrid(pieces: Pieces, line: number): boolean {
  const own = pieces.of(line)
  return (
    own !== undefined && own.length >= 3 && own.every(({ text, page }) => !page && text !== '' && headsColumn(text))
  )
}

/**
 * Reads a table of lines that bars or wide spaces part into as many cells as its header: the rows have names in the first column, and at
 * least one column of numbers or times.
 */
export function gridTable(pieces: Pieces, line: number): CellTable | undefined {
  const head = pieces.of(line)!
  const heading = headingOf(head, head.length)
  if (!heading) return undefined
  const rows: (CellRow & { readonly texts: readonly string[] })[] = []
  for (let at = line + 1; ; at = rows.at(-1)!.lastLine + 1) {
    const row = rowAt(pieces, at, heading)
    if (!row) break
    rows.push(row)
  }
  if (rows.length < leastRows || !heading.kinds.some((kind, column) => column > 0 && measured(rows, column, kind)))
    return undefined
  return { header: { firstLine: line, lastLine: line, cells: heading.cells }, rows, around: [] }
}

/** The row that begins at a line: as many cells as there are headings, some of them broken over lines. */
function rowAt(pieces: Pieces, line: number, { kinds }: Heading) {
  const cells: Piece[] = []
  for (let at = line; at < line + brokenRow; at++) {
    const own = pieces.of(at)
    if (!own || (at > line && own[0]!.afterBlank)) return undefined
    const last = cells.at(-1)
    if (last) {
      cells[cells.length - 1] = { ...last, end: own[0]!.end, text: `${last.text} ${own[0]!.text}` }
      cells.push(...own.slice(1))
    } else cells.push(...own)
    if (cells.length > kinds.length || own.length < 2) return undefined
    if (cells.length < kinds.length) continue
    const texts = cells.map(({ text }) => text)
    const odd = kinds.reduce((sum, kind, i) => sum + (texts[i] === '' ? 0 : misfit(kind, texts[i]!)), 0)
    if (odd > kinds.length / 2 || !isName(texts[kinds.indexOf('name')] ?? '')) return undefined
    return { firstLine: line, lastLine: at, cells: cells.map(({ start, end }) => ({ start, end })), texts }
  }
  return undefined
}

/** Whether a column holds numbers or times in every row, or what its heading says it does. */
function measured(rows: readonly { readonly texts: readonly string[] }[], column: number, kind: ColumnKind): boolean {
  const texts = rows.map(({ texts }) => texts[column]!).filter((text) => text !== '' && !isNothing(text))
  if (texts.length === 0) return false
  if (texts.every((text) => isNumber(text) || isTime(text))) return true
  return kind === 'agency' && texts.every((text) => misfit(kind, text) === 0)
}
