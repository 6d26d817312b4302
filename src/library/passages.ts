import { findClauses, type Span } from '../vietnamese/sentences.ts'
import type { Block, Document } from './document.ts'

/** A passage without its place in the library. */
export interface PassageSpan extends Span {
  readonly section: number
  readonly header?: Span
}

/**
 * Lengths in characters: passages grow up to `full`; one sentence longer than `long` is cut at its semicolons, and what is still
 * longer than `longest` between two words.
 */
const full = 480
const long = 900
const longest = 1800

/**
 * Cuts the content of a document into passages: neighbouring sentences of one section, up to a few hundred characters; a row of a
 * table is a passage with the header row beside it. Furniture, captions, and the head and signature of a paper are in none.
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
      if (!isTableHead(document, i))
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

/** A row that a line of dashes sets off from the rows below; the first row of a table without one may hold anything. */
function isTableHead({ text, blocks }: Document, i: number): boolean {
  const next = blocks[i + 1]
  const { start, cells } = blocks[i]!
  const isTabbed =
    text[start] !== '|' && cells?.[0] !== undefined && !/\d/.test(text.slice(cells[0].start, cells[0].end))
  return next?.headerRow === i && (isTabbed || /-{2}/.test(text.slice(blocks[i]!.end, next.start)))
}

/** A heading with no text of its own below it. */
function isLeaf({ blocks, sections }: Document, i: number): boolean {
  const { section } = blocks[i]!
  if (section === 0) return false
  let next = i + 1
  while (next < blocks.length && !isContent(blocks[next]!)) next++
  for (let at = blocks[next]?.section ?? 0; at >= section; at = sections[at]!.parent) if (at === section) return false
  return true
}

function isContent({ kind }: Block): boolean {
  return kind !== 'furniture' && kind !== 'caption' && kind !== 'date-line' && kind !== 'head'
}

/** The sentences of a block, the very long ones in clauses. */
function piecesOf(text: string, block: Block): readonly Span[] {
  return block.sentences.flatMap((sentence) => {
    if (sentence.end - sentence.start <= long) return [sentence]
    const clauses = findClauses(text, sentence)
    return (clauses.length > 0 ? clauses : [sentence]).flatMap((clause) => cutBetweenWords(text, clause))
  })
}

function cutBetweenWords(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = []
  let from = start
  while (end - from > longest) {
    const stretch = text.slice(from, from + longest)
    const border = Math.max(stretch.lastIndexOf(', ') + 1, 0) || stretch.search(/\s\S*$/u)
    const to = from + (border > 0 ? border : wholeLetters(stretch))
    pieces.push({ start: from, end: to })
    from = to + (/^\s*/.exec(text.slice(to, end))?.[0].length ?? 0)
  }
  if (from < end) pieces.push({ start: from, end })
  return pieces
}

/** The length of a stretch without half a surrogate pair at its end. */
function wholeLetters(stretch: string): number {
  return /[\ud800-\udbff]$/.test(stretch) ? stretch.length - 1 : stretch.length
}
