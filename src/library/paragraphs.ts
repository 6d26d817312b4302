import type { SectionMark } from './document.ts'
import type { LineRole } from './furniture.ts'
import type { Line } from './lines.ts'
import { type Labels, markOf } from './marks.ts'

/** A paragraph: one line, or several that a converter broke in the middle of a sentence. */
export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly role: LineRole | 'table-row'
  readonly afterBlank: boolean
}

/** A line that a stop, a colon or a bar ends. */
export const ended = /[.!?:;…|]["”’)\]*]*$/u
const noLabels: Labels = new Map()

/** Joins the lines of a text into paragraphs. Lines stay apart unless the break is one of the page, not of the text. */
export function paragraphsOf(lines: readonly Line[], roles: readonly LineRole[]): Paragraph[] {
  const width = wrapWidth(lines, roles)
  const paragraphs: Paragraph[] = []
  const labels = new Map<SectionMark, string>()
  let open: { start: number; end: number; role: Paragraph['role']; afterBlank: boolean } | undefined
  lines.forEach((line, i) => {
    const role = roles[i] === 'text' && isTableRow(line.text) ? 'table-row' : roles[i]!
    const previous = lines[i - 1]
    const mark = role === 'text' ? markOf(line.text, labels) : undefined
    if (mark) labels.set(mark.kind, mark.label)
    const begins = mark !== undefined || isBullet(line.text)
    if (open?.role === 'text' && role === 'text' && previous && !begins && continues(previous, line, width)) {
      open.end = line.end
      return
    }
    if (open) paragraphs.push(open)
    open = { start: line.start, end: line.end, role, afterBlank: line.afterBlank }
  })
  if (open) paragraphs.push(open)
  return paragraphs
}

function isTableRow(text: string): boolean {
  return text.length > 2 && text.startsWith('|') && text.endsWith('|')
}

/**
 * The width at which the text was broken into lines, as PDF and old converters do; 0 when lines are paragraphs. A broken text has
 * many lines of nearly one length that stop in the middle of a sentence.
 */
function wrapWidth(lines: readonly Line[], roles: readonly LineRole[]): number {
  const followed = lines.filter((_, i) => roles[i] === 'text' && roles[i + 1] === 'text' && !lines[i + 1]!.afterBlank)
  if (followed.length < 6) return 0
  const lengths = followed.map(({ text }) => text.length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.85)]!
  const longer = lengths.filter((length) => length > width * 1.25).length
  const broken = followed.filter(({ text }) => !ended.test(text)).length
  return width >= 40 && width <= 180 && longer <= lengths.length * 0.05 && broken >= followed.length * 0.4 ? width : 0
}

function continues(line: Line, next: Line, width: number): boolean {
  if (next.afterBlank || isHeading(line.text)) return false
  const first = next.text[0]!
  if (!ended.test(line.text)) {
    if (/^\p{Ll}/u.test(first)) return true
    return width > 0 && line.text.length >= width * 0.7
  }
  return width > 0 && line.text.length >= width * 0.85 && next.indent <= line.indent && /[.,;]$/.test(line.text)
}

/** A bullet or a structural mark begins a paragraph of its own. */
export function startsItem(text: string): boolean {
  return isBullet(text) || markOf(text, noLabels) !== undefined
}

function isBullet(text: string): boolean {
  return /^(?:[-–+•*●▪◦·]\s|\|)/u.test(text)
}

function isHeading(text: string): boolean {
  return /^#{1,6}\s/.test(text) || /^\*\*[^*]+\*\*$/.test(text)
}
