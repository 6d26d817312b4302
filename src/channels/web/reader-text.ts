import { html, type Markup } from '../../answers/markup.ts'
import type { Block, Document } from '../../library/document.ts'
import type { Span } from '../../vietnamese/sentences.ts'

/** A stretch of the text that links lead to by its code. */
export interface Anchor extends Span {
  readonly code: string
}

/**
 * The document's text as HTML: headings, paragraphs, tables. What is not content (page headers, licence lines) is folded away. The
 * highlighted stretch is marked wherever it runs; other anchors carry their code as `id` where they begin.
 *
 * @param anchors in any order; of several with one code the first in the text counts
 */
export function documentText(document: Document, highlighted: Anchor | undefined, anchors: readonly Anchor[]): Markup {
  const page = new TextWriter(document, highlighted, anchors)
  const parts: Markup[] = []
  for (let i = 0; i < document.blocks.length; ) {
    const block = document.blocks[i]!
    const family = familyOf(block)
    let end = i + 1
    while (family !== 'alone' && end < document.blocks.length && familyOf(document.blocks[end]!) === family) end++
    const run = document.blocks.slice(i, end)
    if (family === 'table') parts.push(page.table(run, i))
    else if (family === 'outside') parts.push(page.outside(run))
    else parts.push(page.block(block))
    i = end
  }
  return html`${parts}`
}

/** Cells with more characters than this are kept from becoming narrow columns. */
const longCell = 60

/** Neighbours of a family are shown as one thing. */
function familyOf({ kind, cells }: Block): 'table' | 'outside' | 'alone' {
  if (kind === 'table-row' && cells) return 'table'
  return kind === 'furniture' ? 'outside' : 'alone'
}

class TextWriter {
  readonly #document: Document
  readonly #highlighted: Anchor | undefined
  /** Sorted by start, then the longer first; one for each code; consumed from `#next` on as the text goes by. */
  readonly #anchors: readonly Anchor[]
  #next = 0
  #highlightBegun = false

  constructor(document: Document, highlighted: Anchor | undefined, anchors: readonly Anchor[]) {
    this.#document = document
    this.#highlighted = highlighted
    const codes = new Set(highlighted && [highlighted.code])
    this.#anchors = anchors
      .toSorted((a, b) => a.start - b.start || b.end - a.end)
      .filter(({ code }) => !codes.has(code) && codes.add(code))
  }

  block(block: Block): Markup {
    const { metadata, sections, text } = this.#document
    switch (block.kind) {
      case 'heading': {
        const span = withoutMarks(text, block)
        const words = this.#words(span)
        const section = sections[block.section]
        if (!section || block.section === 0) {
          // The page's heading says the same: repeated only to be highlighted, otherwise just a place to scroll to.
          const repeated = text.slice(span.start, span.end) === metadata.title && !words.source.includes('<mark')
          return repeated ? emptied(words) : html`<p class="own-title">${words}</p>`
        }
        return heading(Math.min(6, section.depth + 1), `muc-${block.section}`, words)
      }
      case 'item':
        return html`<p class="item">${this.#words(block)}</p>`
      case 'caption':
      case 'date-line':
        return html`<p class="aside">${this.#words(block)}</p>`
      case 'head':
      case 'paragraph':
      case 'table-row':
      case 'furniture':
        return html`<p>${this.#words(block)}</p>`
    }
  }

  /** @param first index of the first row among the document's blocks */
  table(rows: readonly Block[], first: number): Markup {
    const lines = rows.map((row, i) => {
      const isHeader = rows[i + 1]?.headerRow === first + i
      const id = this.#take(row.start, (row.cells?.[0]?.start ?? row.start) + 1)[0]?.code
      const cells = (row.cells ?? []).map((cell) => {
        const words = this.#words(cell)
        if (isHeader) return html`<th scope="col">${words}</th>`
        return html`<td${cell.end - cell.start > longCell && html` class="long"`}>${words}</td>`
      })
      return html`<tr${id !== undefined && html` id="${id}"`}>${cells}</tr>`
    })
    return html`<div class="table-box" role="region" aria-label="Bảng" tabindex="0"><table><tbody>${lines}</tbody></table></div>`
  }

  outside(run: readonly Block[]): Markup {
    const paragraphs = run.map((block) => html`<p>${this.#document.text.slice(block.start, block.end)}</p>`)
    return html`<details class="outside"><summary>Hiện phần ngoài nội dung</summary>${paragraphs}</details>`
  }

  /** The words of a span with its anchors, the highlighted part marked. */
  #words(span: Span): Markup {
    const { start = span.end, end = span.end } = this.#highlighted ?? {}
    const from = Math.min(Math.max(span.start, start), span.end)
    const to = Math.max(from, Math.min(span.end, end))
    const before = this.#anchored({ start: span.start, end: from }, this.#take(span.start, from))
    const inside = this.#anchored({ start: from, end: to }, this.#take(from, to))
    const after = this.#anchored({ start: to, end: span.end }, this.#take(to, span.end))
    if (from === to) return html`${before}${after}`
    const id = !this.#highlightBegun && this.#highlighted && html` id="${this.#highlighted.code}"`
    this.#highlightBegun = true
    return html`${before}<mark${id}>${inside}</mark>${after}`
  }

  /** Anchors that begin before `end` and were not taken yet; those that began before `start` are moved to it. */
  #take(start: number, end: number): Anchor[] {
    const taken: Anchor[] = []
    for (let next = this.#anchors[this.#next]; next && next.start < end; next = this.#anchors[++this.#next]) {
      if (next.end > start) taken.push(next.start < start ? { ...next, start } : next)
    }
    return taken
  }

  /** Anchors that cross are cut at the end of the one that began first: elements cannot cross. */
  #anchored(span: Span, anchors: readonly Anchor[]): Markup {
    const parts: (Markup | string)[] = []
    let at = span.start
    for (let i = 0; i < anchors.length; ) {
      const { code, start, end: wanted } = anchors[i]!
      const end = Math.min(wanted, span.end)
      let inner = i + 1
      while (inner < anchors.length && anchors[inner]!.start < end) inner++
      const words = this.#anchored({ start, end }, anchors.slice(i + 1, inner))
      parts.push(this.#plain(at, start), html`<span id="${code}">${words}</span>`)
      at = end
      i = inner
    }
    return html`${parts}${this.#plain(at, span.end)}`
  }

  /** Markdown's signs for bold are not words of the document. */
  #plain(start: number, end: number): string {
    return this.#document.text.slice(start, end).replaceAll('**', '')
  }
}

/** A heading without Markdown's leading number signs. */
function withoutMarks(text: string, { start, end }: Span): Span {
  const marks = /^#{1,6}\s+/.exec(text.slice(start, Math.min(end, start + 16)))?.[0].length ?? 0
  return { start: start + marks, end }
}

/** The anchors without their words. */
function emptied(words: Markup): Markup {
  return html`${[...words.source.matchAll(/ id="([^"]+)"/g)].map(([, id]) => html`<span id="${id}"></span>`)}`
}

function heading(level: number, id: string, words: Markup): Markup {
  switch (level) {
    case 2:
      return html`<h2 id="${id}">${words}</h2>`
    case 3:
      return html`<h3 id="${id}">${words}</h3>`
    case 4:
      return html`<h4 id="${id}">${words}</h4>`
    default:
      return html`<h5 id="${id}">${words}</h5>`
  }
}
