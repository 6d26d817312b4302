import { findClauses, type Span } from '../vietnamese/sentences.ts'
import type { Block, Document } from './document.ts'

/** A passage without its place in the library. */
export interface PassageSpan extends Span {
  readonly section: number
  readonly header?: Span
}

/** Lengths in characters: passages grow up to `full`, and one sentence longer than `long` is cut at its semicolons. */
const full = 480
const long = 900

/**
 * Cuts the content of a document into passages: neighbouring sentences of one section, up to a few hundred characters; a row of a
 * table is a passage with the header row beside it. Furniture and captions are in none.
 */
export function passagesOf(document: Document): PassageSpan[] {
  const passages: PassageSpan[] = []
  let open: { start: number; end: number; section: number } | undefined
  const close = () => {
    if (open) passages.push(open)
    open = undefined
  }
  document.blocks.forEach((block, i) => {
    if (block.kind === 'table-row') {
      close()
      const header = block.headerRow === undefined ? undefined : document.blocks[block.headerRow]
      const isHeader = document.blocks[i + 1]?.headerRow === i
      if (!isHeader)
        passages.push({
          start: block.start,
          end: block.end,
          section: block.section,
          ...(header && { header: spanOf(header) }),
        })
    } else if (block.kind === 'heading') {
      close()
      if (isLeaf(document, i)) passages.push({ start: block.start, end: block.end, section: block.section })
    } else if (block.kind === 'paragraph' || block.kind === 'item') {
      for (const piece of piecesOf(document.text, block)) {
        if (open && (open.section !== block.section || piece.end - open.start > full)) close()
        if (open) open.end = piece.end
        else open = { start: piece.start, end: piece.end, section: block.section }
      }
    } else close()
  })
  close()
  return passages
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}

/** A heading with no text of its own below it. */
function isLeaf(document: Document, i: number): boolean {
  const heading = document.blocks[i]!
  const next = document.blocks
    .slice(i + 1, i + 8)
    .find(({ kind }) => kind !== 'furniture' && kind !== 'caption' && kind !== 'date-line')
  if (!next) return heading.section > 0
  if (next.kind !== 'heading') return false
  const depth = (section: number) => document.sections[section]?.depth ?? 0
  return heading.section > 0 && depth(next.section) <= depth(heading.section)
}

/** The sentences of a block, the very long ones in clauses. */
function piecesOf(text: string, block: Block): readonly Span[] {
  return block.sentences.flatMap((sentence) => {
    if (sentence.end - sentence.start <= long) return [sentence]
    const clauses = findClauses(text, sentence)
    return clauses.length > 0 ? clauses : [sentence]
  })
}
