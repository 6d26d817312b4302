import type { Glyph, Rule } from './pdf-glyphs.ts'
import { rowsOf } from './pdf-rows.ts'
import type { Cell, Place, Row } from './table-lines.ts'

/** A table with rules on a page. */
export interface RuledTable {
  readonly grid: readonly Row[]
  /** Where its columns begin and end, in points. */
  readonly columns: readonly number[]
  readonly top: number
  readonly bottom: number
}

/** Rules so near to each other are one, and reach each other over so much, in points. */
const near = 3
/** Pages with more rules hold drawings. */
const mostRules = 3000
const mostPlaces = 20_000

/** Finds the tables whose cells rules part, and takes their letters; gives the letters that are in none. */
export function ruledTables(
  glyphs: readonly Glyph[],
  rules: readonly Rule[],
): { readonly tables: RuledTable[]; readonly rest: readonly Glyph[] } {
  const merged = [...joined(rules, false), ...joined(rules, true)]
  if (merged.length > mostRules) return { tables: [], rest: glyphs }
  let rest = glyphs
  const tables: RuledTable[] = []
  for (const group of connected(merged)) {
    const table = tableOf(group, rest)
    if (!table) continue
    tables.push(table.ruled)
    rest = table.rest
  }
  return { tables, rest }
}

/** Rules on one line that touch or overlap, as one. */
function joined(rules: readonly Rule[], upright: boolean): Rule[] {
  const sorted = rules.filter((rule) => rule.upright === upright).sort((a, b) => a.at - b.at)
  const lines: Rule[][] = []
  for (const rule of sorted) {
    const line = lines.at(-1)
    if (line && rule.at - line[0]!.at <= near) line.push(rule)
    else lines.push([rule])
  }
  return lines.flatMap((line) => {
    const [{ at } = { at: 0 }] = line
    const parts: { upright: boolean; at: number; from: number; to: number }[] = []
    for (const { from, to } of line.sort((a, b) => a.from - b.from)) {
      const last = parts.at(-1)
      if (last && from <= last.to + near) last.to = Math.max(last.to, to)
      else parts.push({ upright, at, from, to })
    }
    return parts
  })
}

/** Rules that cross or touch belong together. */
function connected(rules: readonly Rule[]): Rule[][] {
  const group = rules.map((_, i) => i)
  const rootOf = (i: number): number => {
    let at = i
    while (group[at] !== at) at = group[at]!
    group[i] = at
    return at
  }
  rules.forEach((a, i) => {
    if (a.upright) return
    rules.forEach((b, j) => {
      if (b.upright && crosses(a, b)) group[rootOf(j)] = rootOf(i)
    })
  })
  const groups = new Map<number, Rule[]>()
  rules.forEach((rule, i) => {
    const root = rootOf(i)
    groups.set(root, [...(groups.get(root) ?? []), rule])
  })
  return [...groups.values()].filter(({ length }) => length >= 4)
}

function crosses(level: Rule, upright: Rule): boolean {
  return (
    upright.at >= level.from - near &&
    upright.at <= level.to + near &&
    level.at >= upright.from - near &&
    level.at <= upright.to + near
  )
}

function tableOf(
  rules: readonly Rule[],
  glyphs: readonly Glyph[],
): { readonly ruled: RuledTable; readonly rest: readonly Glyph[] } | undefined {
  const columns = places(rules, true)
  const levels = places(rules, false).reverse()
  const [wide, high] = [columns.length - 1, levels.length - 1]
  if (wide < 2 || high < 2 || wide * high > mostPlaces) return undefined
  const root = mergedCells(rules, columns, levels)
  const inCell = new Map<number, Glyph[]>()
  const rest: Glyph[] = []
  for (const glyph of glyphs) {
    const column = between(columns, (glyph.left + glyph.right) / 2)
    const row = high - 1 - between([...levels].reverse(), glyph.y + glyph.height / 4)
    if (column < 0 || column >= wide || row < 0 || row >= high) rest.push(glyph)
    else {
      const cell = root(row * wide + column)
      inCell.set(cell, [...(inCell.get(cell) ?? []), glyph])
    }
  }
  const cells = new Map<number, Cell>()
  const grid = Array.from({ length: high }, (_, row) =>
    Array.from({ length: wide }, (_, column): Place => {
      const at = row * wide + column
      const own = root(at)
      const known = cells.get(own)
      const cell = known ?? { lines: cellLines(inCell.get(own) ?? []), header: false }
      cells.set(own, cell)
      return { cell, begins: known === undefined }
    }),
  )
  return { ruled: { grid, columns, top: levels[0]!, bottom: levels.at(-1)! }, rest }
}

/** The words of a cell: lines that its width broke, on one line. */
function cellLines(glyphs: readonly Glyph[]): string[] {
  const text = rowsOf(glyphs)
    .map((row) => row.text.replace(/ {2,}/g, ' '))
    .join(' ')
  return text === '' ? [] : [text]
}

function places(rules: readonly Rule[], upright: boolean): number[] {
  const all = rules.filter((rule) => rule.upright === upright).map(({ at }) => at)
  const ends = rules.filter((rule) => rule.upright !== upright).flatMap(({ from, to }) => [from, to])
  const sorted = all.sort((a, b) => a - b).filter((at, i, list) => i === 0 || at - list[i - 1]! > near)
  // Tables without a rule at their sides.
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  if (sorted.length > 0 && sorted[0]! - first > 4 * near) sorted.unshift(first)
  if (sorted.length > 0 && last - sorted.at(-1)! > 4 * near) sorted.push(last)
  return sorted
}

/** Neighbouring places that no rule parts are one cell. */
function mergedCells(
  rules: readonly Rule[],
  columns: readonly number[],
  levels: readonly number[],
): (place: number) => number {
  const [wide, high] = [columns.length - 1, levels.length - 1]
  const group = Array.from({ length: wide * high }, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (group[at] !== at) at = group[at]!
    return at
  }
  const parts = (upright: boolean, at: number, middle: number) =>
    rules.some(
      (rule) => rule.upright === upright && Math.abs(rule.at - at) <= near && rule.from <= middle && rule.to >= middle,
    )
  for (let row = 0; row < high; row++) {
    for (let column = 0; column < wide; column++) {
      const at = row * wide + column
      const middleY = (levels[row]! + levels[row + 1]!) / 2
      const middleX = (columns[column]! + columns[column + 1]!) / 2
      if (column + 1 < wide && !parts(true, columns[column + 1]!, middleY)) group[root(at + 1)] = root(at)
      if (row + 1 < high && !parts(false, levels[row + 1]!, middleX)) {
        const [above, below] = [root(at), root(at + wide)]
        group[Math.max(above, below)] = Math.min(above, below)
      }
    }
  }
  return root
}

/** The index of the stretch between two neighbours of a rising list that holds a number; -1 outside. */
function between(list: readonly number[], number: number): number {
  if (number < list[0]! || number > list.at(-1)!) return -1
  const above = list.findIndex((at) => at > number)
  return above < 0 ? list.length - 2 : above - 1
}
