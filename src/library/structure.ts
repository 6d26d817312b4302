import { findSentences, type Span } from '../vietnamese/sentences.ts'
import { findTables } from './cells/find-tables.ts'
import type { Block, BlockKind, PaperHead, Section, SectionMark, Signature } from './document.ts'
import { lineRoles } from './furniture.ts'
import { headlineAt } from './headline.ts'
import { type Letterhead, letterheadOf } from './letterhead.ts'
import { linesOf } from './lines.ts'
import { type Labels, type Mark, markOf } from './marks.ts'
import { ended, type Paragraph, paragraphsOf, startsItem } from './paragraphs.ts'
import { signatureOf } from './signature.ts'
import { isBareType, isNumberOrDate } from './title.ts'

/** How a text is built. `title` holds the lines that name the document, if any. */
export interface Structure {
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  readonly title: readonly Span[]
  readonly head?: PaperHead
  readonly signature?: Signature
}

/** Longest heading, in characters: a longer numbered line is a clause with text of its own. */
const headingLimit = 220
/** Longest heading without any mark. */
const plainHeadingLimit = 120

/** Reads the structure of a text: furniture apart, paragraphs joined, headings nested, tables in rows. Linear in the text. */
export function structureOf(text: string): Structure {
  const lines = linesOf(text)
  const read = lineRoles(text, lines)
  const letterhead = letterheadOf(lines, read)
  const signatureBlock = signatureOf(lines, read)
  const columns = new Map<number, readonly Column[]>()
  for (const [i, parts] of [...(letterhead?.parts ?? []), ...(signatureBlock?.parts ?? [])])
    columns.set(lines[i]!.start, parts)
  const titleLines = new Set(letterhead?.titleLines)
  const roles = read.map((role, i) => (titleLines.has(i) ? 'title' : columns.has(lines[i]!.start) ? 'head' : role))
  const paragraphs = paragraphsOf(lines, roles, findTables(lines, roles))
  const headline = letterhead ? undefined : headlineAt(text, paragraphs)
  const builder = new StructureBuilder(text)
  paragraphs.forEach((paragraph, i) => {
    if (paragraph.role === 'title' || paragraph.start === headline?.start) builder.add('heading', paragraph)
    else if (paragraph.role === 'head')
      for (const column of columns.get(paragraph.start) ?? []) builder.add(column.role ?? 'head', column)
    else if (paragraph.row) builder.addCellRow(paragraph, paragraph.row)
    else if (paragraph.role === 'table-row') {
      const next = paragraphs[i + 1]
      builder.addRow(paragraph, next ? text.slice(next.start, next.end) : '')
    } else if (paragraph.role !== 'text') builder.add(paragraph.role, paragraph)
    else if (headline && paragraph.end <= headline.start) builder.add('paragraph', paragraph)
    else if (isAnnexName(text, paragraphs, i)) builder.addAnnex(paragraph)
    else builder.addText(paragraph, isPlainHeading(text, paragraphs, i))
  })
  return {
    ...builder.finish(),
    title: letterhead
      ? [...(letterhead.type ? [letterhead.type] : []), ...letterhead.title]
      : headline
        ? [headline]
        : [],
    ...(letterhead && { head: paperHead(letterhead) }),
    ...(signatureBlock && { signature: { office: signatureBlock.office, name: signatureBlock.name } }),
  }
}

interface Column extends Span {
  readonly role?: 'head' | 'furniture'
}

function paperHead({ parts: _, titleLines: __, ...head }: Letterhead): PaperHead {
  return head
}

/** "QUY CHẾ" over its name and "(Ban hành kèm theo Quyết định …)": the paper that another one issues begins. */
function isAnnexName(text: string, paragraphs: readonly Paragraph[], i: number): boolean {
  const words = ({ start, end }: Paragraph) => text.slice(start, Math.min(end, start + plainHeadingLimit))
  const [name, ...below] = paragraphs.slice(i, i + 4)
  return (
    name !== undefined &&
    isBareType(words(name).replace(/\n.*$/s, '')) &&
    below.some((paragraph) => /^\(?(?:ban hành )?kèm theo\s/iu.test(words(paragraph).normalize('NFC')))
  )
}

/** A short line that no stop ends, with prose below it. */
function isPlainHeading(text: string, paragraphs: readonly Paragraph[], i: number): boolean {
  const { start, end } = paragraphs[i]!
  const line = text.slice(start, end)
  if (/^\*\*[^*]+\*\*:?$/.test(line)) return true
  const words = line.split(/\s+/).length
  if (
    line.length > plainHeadingLimit ||
    words < 2 ||
    words > 22 ||
    /[.!?:;,…|”"]["”’)\]]*$/u.test(line) ||
    /^(?:[-–+•*]\s|[*_]*\()/.test(line)
  )
    return false
  if (isNumberOrDate(line)) return false
  const next = paragraphs[i + 1]
  if (next?.role !== 'text') return false
  const below = text.slice(next.start, next.end)
  // The body that issues a decision, over the grounds of the decision.
  if (/^căn cứ\s/iu.test(below.slice(0, 20).normalize('NFC'))) return false
  return (below.length >= 60 || startsItem(below)) && !/^\p{Ll}/u.test(line)
}

/** Rank of the named divisions of a paper; the numbered ones nest by the order in which they appear. */
const divisionRank: Partial<Record<SectionMark, number>> = { part: 1, chapter: 2, title: 3, article: 4 }
/** Numbered divisions that may hold articles. */
const holdsArticles: ReadonlySet<SectionMark> = new Set<SectionMark>(['upper-letter', 'roman'])

function rankOf(mark: SectionMark): number {
  return divisionRank[mark] ?? (holdsArticles.has(mark) ? 3.5 : 9)
}

class StructureBuilder {
  readonly #text: string
  readonly #blocks: Block[] = []
  readonly #sections: Section[] = [
    { mark: 'document', depth: 0, label: '', heading: '', parent: -1, span: { start: 0, end: 0 } },
  ]
  /** Open sections from outermost to innermost, the document not among them. */
  readonly #open: {
    readonly key: string
    readonly mark: SectionMark
    readonly label: string
    readonly section: number
  }[] = []
  #header: number | undefined
  /** The header of the table before, for rows that go on behind the heading of a group or the number of a page. */
  #above: number | undefined

  constructor(text: string) {
    this.#text = text
  }

  get #section(): number {
    return this.#open.at(-1)?.section ?? 0
  }

  get #labels(): Labels {
    return new Map(this.#open.map(({ mark, label }) => [mark, label]))
  }

  /** Adds a block that opens no section. */
  add(kind: BlockKind, span: Span): void {
    this.#endTable()
    this.#push(kind, span)
  }

  addText(span: Span, plainHeading: boolean): void {
    this.#endTable()
    const line = this.#text.slice(span.start, span.end)
    const mark = markOf(line, this.#labels)
    if (!mark && this.#namesDivision(line)) this.#nameDivision(span, line)
    else if (mark) this.#addMarked(span, line, mark)
    else if (plainHeading) {
      this.#openSection('markdown', 'plain', '', headingText(line), span)
      this.#push('heading', span)
    } else this.#push(/^[-–+•*●▪◦·]\s/u.test(line) ? 'item' : 'paragraph', span)
  }

  /** A paper inside the paper, named by its type: what is open ends. */
  addAnnex(span: Span): void {
    this.#header = undefined
    this.#above = undefined
    this.#openSection('part', 'part', '', headingText(this.#text.slice(span.start, span.end)), span)
    this.#push('heading', span)
  }

  /** "Phần thứ hai", or an annex's "QUY CHẾ", stands alone on its line, its name on the next. */
  #namesDivision(line: string): boolean {
    const last = this.#blocks.at(-1)
    const open = this.#open.at(-1)
    const section = open && this.#sections[open.section]
    return (
      last?.kind === 'heading' &&
      last.section === open?.section &&
      divisionRank[open.mark] !== undefined &&
      (section?.heading === section?.label || section?.label === '') &&
      line.length <= headingLimit &&
      !line.startsWith('(') &&
      !ended.test(line)
    )
  }

  #nameDivision(span: Span, line: string): void {
    const section = this.#section
    const { heading, ...division } = this.#sections[section]!
    const separator = division.label === '' ? ' ' : '. '
    this.#sections[section] = { ...division, heading: heading + separator + headingText(line) }
    this.#push('heading', span)
  }

  /** A marked line is a heading when it is short and no stop ends it; otherwise a clause whose label opens a section. */
  #addMarked(span: Span, line: string, mark: Mark): void {
    const words = headingText(line.slice(mark.textAt))
    const isHeading = line.length <= headingLimit && !/[.;,]["”’)\]]*$/u.test(words)
    const key =
      mark.kind === 'markdown'
        ? mark.label
        : mark.kind === 'decimal'
          ? `decimal${mark.label.split('.').length}`
          : mark.kind
    const label = mark.kind === 'markdown' ? '' : mark.label
    const heading = isHeading ? headingText(line) : sectionName(mark)
    this.#openSection(mark.kind, key, label, heading, span)
    this.#push(isHeading ? 'heading' : 'item', span)
  }

  /** A row of a table. The row above a line of dashes is the header of the rows below, else the first row is. */
  addRow(span: Span, next: string): void {
    const row = this.#text.slice(span.start, span.end)
    if (isSeparator(row)) return
    if (isSeparator(next)) this.#header = undefined
    const cells = cellsOf(this.#text, span)
    if (this.#header === undefined && this.#goesOn(cells)) this.#header = this.#above
    this.#pushRow(span, cells)
  }

  /**
   * A row of a table that was saved cell by cell.
   *
   * @param row its cells, and where the header of its table begins: the row there is the header itself
   */
  addCellRow(span: Span, row: { readonly cells: readonly Span[]; readonly header: number }): void {
    if (row.header === span.start) this.#endTable()
    else if (this.#header === undefined || this.#blocks[this.#header]?.start !== row.header)
      this.#header = this.#blocks.findLastIndex(({ start }) => start === row.header)
    this.#pushRow(span, row.cells)
  }

  #pushRow(span: Span, cells: readonly Span[]): void {
    this.#openGroup(span, cells)
    this.#blocks.push({
      ...plain(span),
      kind: 'table-row',
      section: this.#section,
      cells,
      sentences: [plain(span)],
      ...(this.#header !== undefined && { headerRow: this.#header }),
    })
    this.#header ??= this.#blocks.length - 1
  }

  /**
   * A row with nothing but a label ("I.", "A") and a name groups the rows below it. In wide tables one stray cell, left there by a
   * page break in a row above, does not count.
   */
  #openGroup(span: Span, cells: readonly Span[]): void {
    const [label, name, ...others] = cells.map(({ start, end }) => headingText(this.#text.slice(start, end)))
    const filled = others.filter((cell) => cell !== '').length
    if (!label || !name || filled > (others.length >= 4 ? 1 : 0)) return
    const mark = markOf(`${label.replace(/[.)]?$/, '.')} ${name}`, this.#labels)
    if (mark?.kind === 'roman' || mark?.kind === 'upper-letter') {
      this.#openSection(mark.kind, `row-${mark.kind}`, mark.label, `${label} ${name}`, span)
    }
  }

  #endTable(): void {
    this.#above = this.#header ?? this.#above
    this.#header = undefined
  }

  /** A numbered row with as many cells as the table before, with nothing but a heading and page furniture between them. */
  #goesOn(cells: readonly Span[]): boolean {
    const header = this.#above === undefined ? undefined : this.#blocks[this.#above]
    const [label] = cells
    if (header?.cells?.length !== cells.length || !label || cells.length < 3) return false
    const last = this.#blocks.findLastIndex(({ kind }) => kind === 'table-row')
    const between = this.#blocks.slice(last + 1).filter(({ kind }) => kind !== 'furniture')
    const numbered = (span: Span) => /^\d+(?:\.\d+)*[.)]?$/.test(this.#text.slice(span.start, span.end).trim())
    return (
      between.length <= 2 &&
      between.every(({ kind }) => kind === 'heading' || kind === 'item') &&
      numbered(label) &&
      !numbered(header.cells[0]!)
    )
  }

  finish(): { blocks: Block[]; sections: Section[] } {
    return { blocks: this.#blocks, sections: this.#sections }
  }

  #push(kind: BlockKind, span: Span): void {
    const whole = kind !== 'paragraph' && kind !== 'item'
    const sentences = whole ? [plain(span)] : findSentences(this.#text, span.start, span.end)
    this.#blocks.push({ ...plain(span), kind, section: kind === 'head' ? 0 : this.#section, sentences })
  }

  #openSection(mark: SectionMark, key: string, label: string, heading: string, span: Span): void {
    const rank = divisionRank[mark]
    let same: number
    if (rank !== undefined) same = this.#open.findIndex((open) => rankOf(open.mark) >= rank)
    else if (mark === 'markdown' && key.startsWith('#'))
      same = this.#open.findIndex((open) => open.key.startsWith('#') && open.key.length >= key.length)
    else same = this.#open.findLastIndex((open) => open.key === key)
    // "I." and "A." never stand inside an article: the articles are over.
    if (same < 0 && holdsArticles.has(mark)) same = this.#open.findIndex((open) => open.mark === 'article')
    if (same >= 0) this.#open.length = same
    const parent = this.#section
    this.#sections.push({ mark, depth: this.#open.length + 1, label, heading, parent, span: plain(span) })
    this.#open.push({ key, mark, label, section: this.#sections.length - 1 })
  }
}

function plain({ start, end }: Span): Span {
  return { start, end }
}

/** A heading as shown to people: on one line, without Markdown. */
function headingText(line: string): string {
  return line
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What a clause without a heading is called in a section path. */
function sectionName({ kind, label }: Mark): string {
  if (kind === 'lower-letter') return `điểm ${label}`
  return kind === 'arabic' || kind === 'decimal' ? `mục ${label}` : label
}

function isSeparator(row: string): boolean {
  return /^\|(?:\s*:?-{2,}:?\s*\|)+$/.test(row)
}

/**
 * Spans of the cells of a row that bars or tabs part, without the white space around their text; an empty cell has an empty span.
 */
function cellsOf(text: string, row: Span): Span[] {
  const cells: Span[] = []
  const bars = text[row.start] === '|'
  let from = bars ? row.start + 1 : row.start
  for (let at = from; at < row.end || (at === row.end && !bars); at++) {
    const parts = bars ? text[at] === '|' && text[at - 1] !== '\\' : text[at] === '\t' || at === row.end
    if (!parts) continue
    const cell = text.slice(from, at)
    const start = from + (cell.length - cell.trimStart().length)
    cells.push(cell.trim() === '' ? { start: from, end: from } : { start, end: start + cell.trim().length })
    from = at + 1
  }
  return cells
}
