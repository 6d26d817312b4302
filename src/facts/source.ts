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
  /** Whether a bullet stood before it; neither bullets nor the signs of a Markdown heading are part of a statement. */
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
  const statementAt = new Map<number, number>()
  document.blocks.forEach((block, blockIndex) => {
    if (!content.has(block.kind)) return
    statementAt.set(block.start, statements.length)
    for (const sentence of block.sentences) {
      const { bullet, start, end } = withoutMarker(document.text, sentence)
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
  return { document, statements, statementAt, sectionAt, children }
}

function withoutMarker(text: string, { start, end }: Span): Span & { readonly bullet: boolean } {
  const marker = /^(?:#{1,6}\s+|[-–+•*●▪◦·]\s+)/u.exec(text.slice(start, Math.min(end, start + 12)))?.[0] ?? ''
  return { start: start + marker.length, end, bullet: marker !== '' && !marker.startsWith('#') }
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
