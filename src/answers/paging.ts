import type { Answer, AnswerBlock } from './answer.ts'

/** Lines of a list that are shown at once. */
export const pageLength = 10

/** What is shown of an answer, and how many lines of its lists come behind that. */
interface Page {
  readonly answer: Answer
  readonly left: number
}

/**
 * Ten lines of every list of an answer, with a note on how many are left. Behind the first page only the lists that go on are shown, with
 * their sources.
 *
 * @param shown lines of each list that were shown before
 */
export function pageOf(answer: Answer, shown: number): Page {
  const left = answer.blocks.reduce((sum, block) => sum + Math.max(0, linesOf(block) - shown - pageLength), 0)
  const goesOn = (block: AnswerBlock | undefined) => block !== undefined && linesOf(block) > shown
  const blocks = answer.blocks.filter(
    (block, i) => shown === 0 || goesOn(block) || (block.kind === 'source' && goesOn(answer.blocks[i - 1])),
  )
  const cut = blocks.map((block) => part(block, shown, shown + pageLength))
  if (left === 0 && shown === 0) return { answer, left }
  const note: AnswerBlock = { kind: 'note', text: `Còn ${left} mục; gõ “xem tiếp” để đọc thêm.` }
  return {
    answer: {
      ...answer,
      blocks: left > 0 ? [...cut, note] : cut,
      ...(shown > 0 && { facts: [], choices: [] }),
    },
    left,
  }
}

function linesOf(block: AnswerBlock): number {
  switch (block.kind) {
    case 'list':
      return block.items.length
    case 'quoted-list':
      return block.citations.length
    case 'table':
      return block.rows.length
    default:
      return 0
  }
}

/** Some lines of a list, which keep their numbers; other blocks as they are. */
function part(block: AnswerBlock, from: number, to: number): AnswerBlock {
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.slice(from, to), first: from + 1 }
    case 'quoted-list':
      return { ...block, citations: block.citations.slice(from, to), first: from + 1 }
    case 'table':
      return { ...block, rows: block.rows.slice(from, to) }
    default:
      return block
  }
}
