import type { HtmlNode } from './markdown-of-html.ts'
import type { Cell, Place, Row } from './table-lines.ts'

/** Most columns and rows that one cell may span, and most places of a grid: more are a mistake or an attack. */
const mostSpan = 100
const mostCells = 200_000

/** A table of HTML as a grid, cells over several columns and rows at each of their places, and how many rows are marked as header. */
export function gridOf(table: HtmlNode, linesOf: (cell: HtmlNode) => string[]): { grid: Row[]; headRows: number } {
  const rows = [...rowsOf(table, false)]
  const grid: (Place | undefined)[][] = rows.map(() => [])
  let cells = 0
  rows.forEach(({ row }, r) => {
    let column = 0
    for (const node of row.childNodes) {
      const name = node.nodeName.toUpperCase()
      if (name !== 'TD' && name !== 'TH') continue
      while (grid[r]![column]) column++
      const wide = spanOf(node, 'colspan')
      const high = Math.min(spanOf(node, 'rowspan'), rows.length - r)
      cells += wide * high
      if (cells > mostCells) throw new RangeError('a table has too many cells')
      const cell: Cell = { lines: linesOf(node), header: name === 'TH' }
      for (let down = 0; down < high; down++)
        for (let right = 0; right < wide; right++)
          grid[r + down]![column + right] = { cell, begins: down === 0 && right === 0 }
      column += wide
    }
  })
  return { grid, headRows: rows.findIndex(({ inHead }) => !inHead) }
}

/** What stands in a table outside its cells: the caption, and words that a careless page leaves between them. */
export function* outsideCells(table: HtmlNode): Generator<HtmlNode> {
  for (const child of table.childNodes) {
    const name = child.nodeName.toUpperCase()
    if (name === 'TR' || isRowGroup(name)) yield* outsideCells(child)
    else if (name !== 'TD' && name !== 'TH') yield child
  }
}

function* rowsOf(table: HtmlNode, inHead: boolean): Generator<{ readonly row: HtmlNode; readonly inHead: boolean }> {
  for (const child of table.childNodes) {
    const name = child.nodeName.toUpperCase()
    if (name === 'TR') yield { row: child, inHead }
    else if (isRowGroup(name)) yield* rowsOf(child, name === 'THEAD')
  }
}

function isRowGroup(name: string): boolean {
  return name === 'THEAD' || name === 'TBODY' || name === 'TFOOT'
}

function spanOf(cell: HtmlNode, name: string): number {
  const span = Number.parseInt(cell.getAttribute?.(name) ?? '1', 10)
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), mostSpan) : 1
}
