import type { LineRole } from '../furniture.ts'
import type { Line } from '../lines.ts'

/** What stands between two columns of a line, or a cell's own line: a stretch of text that may be a cell of a table or a part of one. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Index of its line. */
  readonly line: number
  /** Whether it is the first of its line. */
  readonly opens: boolean
  /** Whether a blank line stands before it. */
  readonly afterBlank: boolean
  /** Whether its line was taken for the number of a page. */
  readonly page: boolean
  /** Whether tabs or bars part its line, which leave empty cells their place. */
  readonly exact: boolean
}

const separator = /\t|\s\|(?=\s|$)|[ \u00a0]{3,}/
/** "3", "- 3 -", "Trang 3/12". */
const pageNumber = /^(?:(?:trang|page)\s)?[-–]?\s?\d{1,4}\s?(?:[/|]\s?\d{1,4}\s?)?[-–]?$/iu
const bareNumber = /^\d{1,3}$/

/** Cuts lines into pieces at tabs, bars and wide spaces, each line when it is first asked for. */
export class Pieces {
  readonly #lines: readonly Line[]
  readonly #roles: readonly LineRole[]
  readonly #known = new Map<number, readonly Piece[] | undefined>()

  constructor(lines: readonly Line[], roles: readonly LineRole[]) {
    this.#lines = lines
    this.#roles = roles
  }

  get length(): number {
    return this.#lines.length
  }

  /** The pieces of a line; undefined behind the last line and for what is no text of the document or a row of Markdown. */
  of(line: number): readonly Piece[] | undefined {
    if (!this.#known.has(line)) this.#known.set(line, this.#cut(line))
    return this.#known.get(line)
  }

  /** Whether a line belongs to the page around the text, between two rows or inside one. */
  skips(line: number): boolean {
    return this.#roles[line] === 'furniture'
  }

  /** Whether a line between the cells of a row has to end it: a running head has, the number of a page has not. */
  parts(line: number): boolean {
    return this.skips(line) && this.of(line) === undefined && !pageNumber.test(this.#lines[line]!.text)
  }

  #cut(index: number): readonly Piece[] | undefined {
    const line = this.#lines[index]
    const role = this.#roles[index]
    if (!line || line.text.startsWith('|')) return undefined
    const page = role === 'furniture' && bareNumber.test(line.text)
    // Signs between the cells of a row look like the trail of a menu: "80 | > 90 | > 95".
    const parted = role === 'furniture' && (line.text.includes('\t') || line.text.includes(' | '))
    if (role !== 'text' && role !== 'date-line' && !page && !parted) return undefined
    const pieces: Piece[] = []
    const { text, start } = line
    const exact = text.includes('\t') || /\s\|(?:\s|$)/.test(text)
    let from = 0
    for (const { index: to, length } of [...cutsOf(text), { index: text.length, length: 0 }]) {
      const raw = text.slice(from, to)
      const words = raw.trim()
      const at = start + from + (words === '' ? 0 : raw.length - raw.trimStart().length)
      const opens = pieces.length === 0
      pieces.push({
        start: at,
        end: at + words.length,
        text: words.normalize('NFC'),
        line: index,
        opens,
        afterBlank: opens && line.afterBlank,
        page,
        exact,
      })
      from = to + length
    }
    return pieces
  }
}

/** Where a line is cut: at its tabs; without any, at its bars; else at its wide spaces. */
function cutsOf(text: string): { readonly index: number; readonly length: number }[] {
  if (!separator.test(text)) return []
  const between = text.includes('\t') ? /\t/g : /\s\|(?:\s|$)/.test(text) ? /(?<=\s)\|(?=\s|$)/g : /[ \u00a0]{3,}/g
  return [...text.matchAll(between)].map(({ index, 0: { length } }) => ({ index, length }))
}
