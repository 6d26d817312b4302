import type { Span } from '../vietnamese/sentences.ts'

/** A line without the white space around it. Blank lines are not kept. */
export interface Line extends Span {
  readonly text: string
  /** A blank line, a page break or the start of the text stands before this line. */
  readonly afterBlank: boolean
  /** A page break alone stands before this line: a paragraph may go on over it. */
  readonly afterPage: boolean
  /** Spaces and tabs before the text, counted in characters. */
  readonly indent: number
}

/** Line ends of every platform, Word's line break (U+000B), form feed and the Unicode separators. */
const lineEnd = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/g

/** The non-blank lines of a text in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let afterBlank = true
  let afterPage = false
  const add = (from: number, to: number) => {
    const raw = text.slice(from, to)
    const trimmed = withoutLeftOverBar(raw.trim())
    if (trimmed === '') {
      afterBlank = true
      afterPage = false
      return
    }
    const indent = raw.length - raw.trimStart().length
    const start = from + indent
    lines.push({ start, end: start + trimmed.length, text: trimmed, afterBlank, afterPage, indent })
    afterBlank = false
    afterPage = false
  }
  let from = 0
  for (const { index, 0: end } of text.matchAll(lineEnd)) {
    add(from, index)
    if (end === '\f') {
      afterPage = !afterBlank
      afterBlank = true
    }
    from = index + end.length
  }
  add(from, text.length)
  return lines
}

/** A bar at the end of a line that does not begin with one is left over from a table of the page. */
function withoutLeftOverBar(line: string): string {
  return line.endsWith('|') && !line.startsWith('|') && /\s/.test(line.at(-2) ?? '')
    ? line.slice(0, -1).trimEnd()
    : line
}

/** Starts of the pages when the text has form feeds, as PDF converters leave them; undefined when it has none. */
export function pageStarts(text: string): number[] | undefined {
  if (!text.includes('\f')) return undefined
  const starts = [0]
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) starts.push(at + 1)
  return starts
}
