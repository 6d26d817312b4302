import type { Block, Document } from '../src/library/document.ts'
import { sectionPath } from '../src/library/quote.ts'
import { normalForm } from '../src/vietnamese/normal-form.ts'
import type { Span } from '../src/vietnamese/sentences.ts'

/** A row of a table as questions are compared with it. */
export interface Row {
  readonly block: Block
  readonly header: Block
  /** The words of the header's cells and of its own. */
  readonly headings: readonly string[]
  readonly texts: readonly string[]
  /** The name of the row that it is a part of: "Hộ phân loại rác" over "Khu vực nông thôn". */
  readonly whole?: string
  /** What is said above the table, and the headings around the row. */
  readonly above: string
}

const rowsByDocument = new WeakMap<Document, readonly Row[]>()
/** Longest words above a table that say what it is about, in characters. */
const longestAbove = 300

/** The rows of a document's tables that have a header. Read once. */
export function rowsOf(document: Document): readonly Row[] {
  const known = rowsByDocument.get(document)
  if (known) return known
  const rows: Row[] = []
  let table: { readonly header: Block; readonly headings: readonly string[]; readonly above: string } | undefined
  let whole: { readonly label: string; readonly name: string } | undefined
  for (const block of document.blocks) {
    const header = block.headerRow === undefined ? undefined : document.blocks[block.headerRow]
    if (!header?.cells || !block.cells) continue
    if (table?.header !== header) {
      const headings = header.cells.map((cell) => cellWords(document, cell))
      table = { header, headings, above: wordsAbove(document, block.headerRow!) }
      whole = undefined
    }
    const texts = block.cells.map((cell) => cellWords(document, cell))
    const label = texts[0]!.replace(/[.)]+$/, '')
    const part = whole && isPart(texts, label, whole.label)
    const named = texts.find((text, i) => i > 0 && text !== '')
    rows.push({
      block,
      header,
      headings: table.headings,
      texts,
      above: `${table.above} ${sectionPath(document, block.section).join(' ')}`,
      ...(part && { whole: whole!.name }),
    })
    if (!part && named !== undefined) whole = { label, name: named }
  }
  rowsByDocument.set(document, rows)
  return rows
}

/** "10.2" below "10"; a dash, or a letter with a bracket, below a number. */
function isPart(texts: readonly string[], label: string, whole: string): boolean {
  if (!/^\d/.test(whole)) return false
  const name = texts.find((text, i) => i > 0 && text !== '') ?? ''
  return label.startsWith(`${whole}.`) || /^[a-zđ]$/u.test(label) || (label === '' && /^[-–+]/.test(name))
}

/** The heading or paragraph right above the header of a table. */
function wordsAbove({ blocks, text }: Document, header: number): string {
  let at = header - 1
  while (at >= 0 && blocks[at]!.kind === 'furniture') at--
  const block = blocks[at]
  if (!block || block.kind === 'table-row' || block.end - block.start > longestAbove) return ''
  return normalForm(text.slice(block.start, block.end)).replace(/\s+/g, ' ')
}

/** The words of a cell on one line, without Markdown. */
export function cellWords({ text }: Document, { start, end }: Span): string {
  return normalForm(text.slice(start, end))
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
