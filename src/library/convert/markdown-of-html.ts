import { gridOf, outsideCells } from './html-table.ts'
import { tableLines } from './table-lines.ts'

/** The parts of the DOM that are read here; both linkedom's nodes and a browser's have them. */
export interface HtmlNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<HtmlNode>
  getAttribute?(name: string): string | null
}

/** Markdown made of HTML, and what was lost on the way. */
export interface Written {
  readonly text: string
  /** Tables whose first row could not be told to be a header. */
  readonly headless: number
}

/** How deep elements may lie inside each other. */
const mostDepth = 300

/**
 * Writes the content of an HTML element as Markdown: headings, paragraphs, lists, tables with a header row. Tables that only place text
 * beside text, such as head and signature of an official paper, become lines with three spaces between their columns.
 *
 * @throws RangeError when elements lie too deep inside each other
 */
export function markdownOf(root: HtmlNode): Written {
  const writer = new MarkdownWriter()
  writer.write(root, 0)
  return writer.finish()
}

const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'TITLE',
  'SVG',
  'CANVAS',
  'IFRAME',
  'BUTTON',
  'SELECT',
  'TEXTAREA',
  'IMG',
  'VIDEO',
  'AUDIO',
  'OBJECT',
])
const inline = new Set([
  'A',
  'ABBR',
  'B',
  'BIG',
  'CITE',
  'CODE',
  'EM',
  'FONT',
  'I',
  'INS',
  'LABEL',
  'MARK',
  'Q',
  'S',
  'SMALL',
  'SPAN',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'TT',
  'U',
  'O:P',
  'DEL',
])

class MarkdownWriter {
  readonly #lines: { readonly text: string; readonly close: boolean }[] = []
  #open = ''
  #bold = 0
  /** Letters of the open paragraph, and those of them in bold. */
  #letters = 0
  #boldLetters = 0
  #prefix = ''
  #close = false
  #headless = 0

  write(node: HtmlNode, depth: number): void {
    if (depth > mostDepth) throw new RangeError('elements lie too deep inside each other')
    for (const child of node.childNodes) this.#node(child, depth + 1)
  }

  finish(): Written {
    this.#endParagraph()
    let text = ''
    this.#lines.forEach((line, i) => {
      text += (i === 0 ? '' : line.close ? '\n' : '\n\n') + line.text
    })
    return { text: text.trim() === '' ? '' : `${text}\n`, headless: this.#headless }
  }

  #node(node: HtmlNode, depth: number): void {
    if (node.nodeType === 3) this.#say(node.textContent ?? '')
    if (node.nodeType !== 1) return
    const name = node.nodeName.toUpperCase()
    if (skipped.has(name) || isHidden(node)) return
    if (name === 'BR') this.#break()
    else if (name === 'TABLE') this.#table(node, depth)
    else if (name === 'UL' || name === 'OL') this.#list(node, name === 'OL', depth)
    else if (inline.has(name)) {
      const bold = name === 'B' || name === 'STRONG'
      if (bold) this.#bold++
      this.write(node, depth)
      if (bold) this.#bold--
    } else {
      this.#endParagraph()
      if (/^H[1-6]$/.test(name)) this.#prefix = `${'#'.repeat(Number(name[1]))} `
      this.write(node, depth)
      this.#endParagraph()
      this.#prefix = ''
    }
  }

  #say(text: string): void {
    const words = text.replace(/\s+/g, ' ')
    this.#open += this.#open === '' || this.#open.endsWith('\n') || this.#open.endsWith(' ') ? words.trimStart() : words
    const letters = words.replace(/\s/g, '').length
    this.#letters += letters
    if (this.#bold > 0) this.#boldLetters += letters
  }

  /** A line break inside a paragraph begins a line of its own. */
  #break(): void {
    if (this.#prefix.startsWith('#')) this.#say(' ')
    else {
      this.#endParagraph()
      this.#close = true
    }
  }

  #endParagraph(): void {
    const text = this.#open.trim()
    if (text !== '') {
      const allBold =
        this.#letters > 0 && this.#boldLetters === this.#letters && this.#prefix === '' && text.length <= 220
      this.#lines.push({
        text: this.#prefix + (allBold && !/[*|]/.test(text) ? `**${text}**` : text),
        close: this.#close,
      })
      this.#close = false
      this.#prefix = ''
    }
    this.#open = ''
    this.#letters = 0
    this.#boldLetters = 0
  }

  #list(list: HtmlNode, ordered: boolean, depth: number): void {
    this.#endParagraph()
    let number = Number(list.getAttribute?.('start') ?? 1) || 1
    for (const item of list.childNodes) {
      if (item.nodeType !== 1) {
        this.#node(item, depth + 1)
        continue
      }
      this.#endParagraph()
      this.#prefix = ordered ? `${number++}. ` : '- '
      this.write(item, depth + 1)
      this.#endParagraph()
      this.#prefix = ''
    }
    this.#endParagraph()
  }

  #table(table: HtmlNode, depth: number): void {
    this.#endParagraph()
    for (const node of outsideCells(table)) this.#node(node, depth + 1)
    this.#endParagraph()
    const { grid, headRows } = gridOf(table, (cell) => this.#cellLines(cell, depth))
    const { rows, layout, headless } = tableLines(grid, headRows)
    if (layout) {
      for (const [i, line] of rows.entries()) this.#lines.push({ text: line, close: i > 0 })
      return
    }
    if (headless) this.#headless++
    for (const [i, row] of rows.entries()) this.#lines.push({ text: row, close: i > 0 })
  }

  #cellLines(cell: HtmlNode, depth: number): string[] {
    const inner = new MarkdownWriter()
    inner.write(cell, depth + 3)
    inner.#endParagraph()
    return inner.#lines.map(({ text }) => text)
  }
}

function isHidden(node: HtmlNode): boolean {
  const style = node.getAttribute?.('style') ?? ''
  return (
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style) ||
    (node.getAttribute?.('hidden') !== null && node.getAttribute?.('hidden') !== undefined) ||
    node.getAttribute?.('aria-hidden') === 'true'
  )
}
