import type { Block, Document, Section } from '../library/document.ts'
import { findPlaces, type PlaceMention } from '../vietnamese/places.ts'
import type { Span } from '../vietnamese/sentences.ts'
import { PlainText } from './plain-text.ts'

/** A sentence of a document's content, as the rules read it. */
export interface Statement extends Span {
  /** Position in `Source.statements`. */
  readonly index: number
  readonly plain: PlainText
  readonly text: string
  /** Provinces named in it; offsets are into `text`. */
  readonly places: readonly PlaceMention[]
  /** Whether a bullet stood before it; bullets, labels ("1.", "a)") and the signs of a Markdown heading are no part of a statement. */
  readonly bullet: boolean
  readonly block: Block
  /** Index of the block in `Document.blocks`. */
  readonly blockIndex: number
  readonly section: number
}

/** A document opened for reading facts: its content in sentences. Furniture, captions and date lines are not in it. */
export interface Source {
  readonly document: Document
  readonly statements: readonly Statement[]
  /** The filled cells of tables, each read as one statement with its row as the block. */
  readonly cells: readonly Statement[]
  /** Position of the first statement that begins at an offset of the document, for the first of each block. */
  readonly statementAt: ReadonlyMap<number, number>
  /** The section that a block opens, by the offset where the block begins. */
  readonly sectionAt: ReadonlyMap<number, number>
  /** Indices of the sections directly inside each section, in order. */
  readonly children: readonly (readonly number[])[]
}

const content: ReadonlySet<string> = new Set(['heading', 'paragraph', 'item'])

/** Opens a document. Rows of tables are not statements: they are read as tables. */
export function sourceOf(document: Document): Source {
  const statements: Statement[] = []
  const cells: Statement[] = []
  const statementAt = new Map<number, number>()
  const labels = new Map(document.sections.map(({ span, label }) => [span.start, label]))
  document.blocks.forEach((block, blockIndex) => {
    for (const cell of block.cells ?? [])
      if (cell.end > cell.start) cells.push(cellOf(document, block, blockIndex, cell))
    if (!content.has(block.kind)) return
    statementAt.set(block.start, statements.length)
    for (const sentence of block.sentences.flatMap((whole) => readable(document.text, whole))) {
      const label = sentence.start === block.start ? labels.get(block.start) : undefined
      const { bullet, start, end } = withoutMarker(document.text, sentence, label)
      const plain = new PlainText(document.text, { start, end })
      const index = statements.length
      const { text } = plain
      const places = findPlaces(text)
      statements.push({ start, end, index, plain, text, places, bullet, block, blockIndex, section: block.section })
    }
  })
  const children: number[][] = document.sections.map(() => [])
  const sectionAt = new Map<number, number>()
  document.sections.forEach(({ parent, span }, i) => {
    children[parent]?.push(i)
    if (i > 0) sectionAt.set(span.start, i)
  })
  return { document, statements, cells, statementAt, sectionAt, children }
}

/** Longest stretch read as one statement, in characters; real sentences stay below it. */
const statementLimit = 3000

/** A sentence in pieces that can be read: cut behind a semicolon, comma or space where it is endless. */
function readable(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = []
  let from = start
  while (end - from > statementLimit) {
    const stretch = text.slice(from, from + statementLimit)
    const cut = Math.max(stretch.lastIndexOf('; '), stretch.lastIndexOf(', '), stretch.lastIndexOf(' ')) + 1
    const next = from + (cut > statementLimit / 2 ? cut : statementLimit)
    pieces.push({ start: from, end: next })
    from = next
  }
  return [...pieces, { start: from, end }]
}

function cellOf(document: Document, block: Block, blockIndex: number, { start, end }: Span): Statement {
  const plain = new PlainText(document.text, { start, end })
  return {
    start,
    end,
    index: -1,
    plain,
    text: plain.text,
    places: [],
    bullet: false,
    block,
    blockIndex,
    section: block.section,
  }
}

function withoutMarker(text: string, { start, end }: Span, label = ''): Span & { readonly bullet: boolean } {
  const line = text.slice(start, Math.min(end, start + 40 + label.length))
  const marker = /^(?:#{1,6}\s+|[-–+•*●▪◦·]\s+)/u.exec(line)?.[0] ?? ''
  const after = line.slice(marker.length).replace(/^\*\*/, '')
  const emphasis = line.length - marker.length - after.length
  const own =
    label !== '' && after.startsWith(label)
      ? label.length + (/^\s?[.)/:]*\s*[-–]?\s*/u.exec(after.slice(label.length))?.[0].length ?? 0)
      : 0
  // A label alone on its line is the statement.
  const skipped = own > 0 && after.slice(own).trim() !== '' ? marker.length + emphasis + own : marker.length
  return { start: start + skipped, end, bullet: marker !== '' && !marker.startsWith('#') }
}

/** The heading or first sentence of a section; undefined for the rows of a table. */
export function openingOf({ document, statements, statementAt }: Source, section: number): Statement | undefined {
  return statements[statementAt.get(document.sections[section]?.span.start ?? -1) ?? -1]
}

/** The section itself and those around it, innermost first, without the document. */
export function sectionsAround({ sections }: Document, section: number): Section[] {
  const around: Section[] = []
  for (let at = section; at > 0; at = sections[at]?.parent ?? 0) around.push(sections[at]!)
  return around
}

/** Words of a stretch of the document on one line, otherwise as written. */
export function wordsOf(document: Document, span: Span): string {
  return document.text.slice(span.start, span.end).replace(/\*\*/g, '').replace(/\s+/g, ' ').trim()
}
