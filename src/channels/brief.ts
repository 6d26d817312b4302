import type { Answer, AnswerBlock } from '../answers/answer.ts'
import { cellText } from '../answers/plain-text.ts'

/** Blocks that may be left out or shortened: all but single quotations. */
type OpenBlock = Exclude<AnswerBlock, { readonly kind: 'quote' | 'source' }>

/** Most characters outside the first quotation. */
const longest = 1000

/** Most facts whose source is named. */
const mostSources = 3

/**
 * What of an answer suits a group in a meeting: the direct sentence, the first quotation with its source, lists as far as they are
 * short. A quotation is never cut; a phone folds it.
 *
 * @returns whether anything was left out
 */
export function brief(answer: Answer): { readonly answer: Answer; readonly cut: boolean } {
  const blocks: AnswerBlock[] = []
  let room = longest
  let quoted = false
  const stated = new Set(answer.facts.slice(0, mostSources).map(({ citation }) => citation))
  let cut = false
  for (const block of answer.blocks) {
    if (block.kind === 'quote' || block.kind === 'source') {
      if (!quoted) blocks.push(block)
      else {
        cut = true
        // What is stated keeps its source, without the words.
        if (stated.delete(block.citation)) blocks.push({ kind: 'source', citation: block.citation })
      }
      quoted = true
      continue
    }
    const lines = linesOf(block, answer)
    const fitting = fittingLines(lines, blocks.length === 0 ? Math.max(room, lines[0] ?? 0) : room)
    const kept = fitting === lines.length ? block : fitting > 0 ? firstLines(block, fitting) : undefined
    if (kept) blocks.push(kept)
    room -= lines.slice(0, fitting).reduce((sum, length) => sum + length, 0)
    cut ||= kept !== block
  }
  return { answer: { ...answer, blocks }, cut }
}

/** Lengths of the lines that a block can be cut between. */
function linesOf(block: OpenBlock, { citations }: Answer): readonly number[] {
  switch (block.kind) {
    case 'statement':
    case 'note':
      return [block.text.length]
    case 'list':
      return block.items.map(({ length }) => length)
    case 'quoted-list':
      return block.citations.map((at) => citations[at]!.quote.text.length)
    case 'table':
      return block.rows.map((row) => row.map(cellText).join().length)
  }
}

function fittingLines(lengths: readonly number[], room: number): number {
  let left = room
  const beyond = lengths.findIndex((length) => {
    left -= length
    return left < 0
  })
  return beyond < 0 ? lengths.length : beyond
}

function firstLines(block: OpenBlock, count: number): OpenBlock {
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.slice(0, count) }
    case 'quoted-list':
      return { ...block, citations: block.citations.slice(0, count) }
    case 'table':
      return { ...block, rows: block.rows.slice(0, count) }
    case 'statement':
    case 'note':
      return block
  }
}
