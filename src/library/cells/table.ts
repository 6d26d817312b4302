import type { Span } from '../../vietnamese/sentences.ts'

/** A row of a table that was saved cell by cell: its lines, and where its cells stand; an empty cell has an empty span. */
export interface CellRow {
  readonly firstLine: number
  readonly lastLine: number
  readonly cells: readonly Span[]
}

/** A table that was saved cell by cell. */
export interface CellTable {
  readonly header: CellRow
  readonly rows: readonly CellRow[]
  /** Lines of the page between its rows: the header again, the number of the page. */
  readonly around: readonly number[]
}
