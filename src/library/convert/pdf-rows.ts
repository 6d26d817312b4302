import type { Glyph } from './pdf-glyphs.ts'

/** What stands on one base line. */
export interface PdfRow {
  /** Words on single spaces; three between columns. */
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly height: number
}

/** Gaps in heights of a letter: wider than the first parts words, than the second columns. */
const wordGap = 0.2
const columnGap = 1.2
/** A gap between columns is so many times wider than those between the words of its row: words spread to the margin are no columns. */
const spread = 2.5

/** Puts letters together to rows, from top to bottom: base lines within a third of a letter's height are one. */
export function rowsOf(glyphs: readonly Glyph[]): PdfRow[] {
  const rows: Glyph[][] = []
  const lines = withMarks(glyphs).sort((a, b) => b.y - a.y)
  for (const glyph of lines) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && first.y - glyph.y <= Math.max(first.height, glyph.height) / 3) row.push(glyph)
    else rows.push([glyph])
  }
  return rows.map(rowOf).filter(({ text }) => text !== '')
}

/** Marks that stand over a letter go with the letter before them. */
function withMarks(glyphs: readonly Glyph[]): Glyph[] {
  const whole: Glyph[] = []
  for (const glyph of glyphs) {
    const before = whole.at(-1)
    if (before && /^\p{M}+$/u.test(glyph.text)) whole[whole.length - 1] = { ...before, text: before.text + glyph.text }
    else if (glyph.text !== '') whole.push(glyph)
  }
  return whole
}

function rowOf(glyphs: readonly Glyph[]): PdfRow {
  const height = Math.max(...glyphs.map((glyph) => glyph.height))
  const ordered = [...glyphs].sort((a, b) => a.left - b.left)
  const letters = ordered.filter(({ text }) => text.trim() !== '')
  const spaces = ordered.filter(({ text }) => text.trim() === '').map(({ left, right }) => (left + right) / 2)
  const set = letters.filter((glyph, i) => !isSetTwice(glyph, letters[i - 1]))
  const gaps = set.map((glyph, i) => (i === 0 ? 0 : glyph.left - set[i - 1]!.right))
  const wide = columnWidth(gaps, height)
  let space = 0
  const text = set
    .map((glyph, i) => {
      while (i > 0 && spaces[space]! < set[i - 1]!.right - wordGap * height) space++
      const isSpaced = i > 0 && spaces[space]! <= glyph.left + wordGap * height
      return (gaps[i]! > wide ? '   ' : isSpaced || gaps[i]! > wordGap * height ? ' ' : '') + glyph.text
    })
    .join('')
  const [first, last] = [set[0], set.at(-1)]
  return { text, left: first?.left ?? 0, right: last?.right ?? 0, y: glyphs[0]!.y, height }
}

/** Bold made by setting a letter twice. */
function isSetTwice(glyph: Glyph, before: Glyph | undefined): boolean {
  return (
    before?.text === glyph.text &&
    glyph.left - before.left < Math.min(0.15 * glyph.height, (before.right - before.left) / 2)
  )
}

function columnWidth(gaps: readonly number[], height: number): number {
  const words = gaps.filter((gap) => gap > wordGap * height).sort((a, b) => a - b)
  const usual = words[Math.floor((words.length - 1) / 2)] ?? 0
  return words.length < 3 ? columnGap * height : Math.max(columnGap * height, usual * spread)
}
