import type { Answer, AnswerBlock, TableCell } from './answer.ts'
import { rowWords } from './row-words.ts'
import { sourceLine } from './source-line.ts'

/** An answer as plain text: what a person reads in the terminal and in any channel without markup. */
export function plainText(answer: Answer): string {
  const parts = answer.blocks.map((block) => blockText(block, answer))
  if (answer.choices.length > 0) parts.push(answer.choices.map(({ label }, i) => `${i + 1}. ${label}`).join('\n'))
  return parts.join('\n\n')
}

/** One part of an answer as plain text. */
export function blockText(block: AnswerBlock, answer: Answer): string {
  switch (block.kind) {
    case 'statement':
    case 'note':
      return block.text
    case 'quote': {
      const citation = answer.citations[block.citation]!
      const { quote, header } = citation
      const row = rowWords(citation)
      const words =
        row === undefined ? `${header ? `(${header.text})\n` : ''}“${quote.text}”` : `Hàng trong bảng – ${row}`
      return `${words}\n${sourceLine(quote)}`
    }
    case 'source':
      return sourceLine(answer.citations[block.citation]!.quote)
    case 'quoted-list':
      return block.citations
        .map((at, i) => {
          const citation = answer.citations[at]!
          return `${block.ordered ? `${i + (block.first ?? 1)})` : '-'} ${rowWords(citation) ?? citation.quote.text}`
        })
        .join('\n')
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${i + (block.first ?? 1)})` : '-'} ${item}`).join('\n')
    case 'table':
      return block.rows
        .map(([first, ...others]) => `- ${cellText(first)}: ${others.map(cellText).join(' | ')}`)
        .join('\n')
  }
}

/** A cell of a table on one line. */
export function cellText(cell: TableCell = ''): string {
  return typeof cell === 'string' ? cell : cell.join('; ')
}
