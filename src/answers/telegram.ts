import type { Answer, AnswerBlock } from './answer.ts'
import { blockText } from './plain-text.ts'
import { sourceLine } from './source-line.ts'
import { splitText } from './split.ts'

/** A stretch of a text with a look of its own; offsets in UTF-16 units. */
interface TextEntity {
  readonly type: 'bold' | 'italic' | 'code' | 'expandable_blockquote'
  readonly offset: number
  readonly length: number
}

/** A text and its looks, as Telegram takes them without markup: no character needs escaping, nothing can fail to parse. */
export interface RichText {
  readonly text: string
  readonly entities: readonly TextEntity[]
}

/** An answer's words, the same as `plainText` without its choices: those become buttons. */
export function telegramText(answer: Answer): RichText {
  let text = ''
  const entities: TextEntity[] = []
  answer.blocks.forEach((block, i) => {
    if (i > 0) text += '\n\n'
    const words = blockText(block, answer)
    for (const entity of looks(block, words, answer)) entities.push({ ...entity, offset: entity.offset + text.length })
    text += words
  })
  return { text, entities }
}

/** Pieces of at most `limit` UTF-16 units, cut as `splitText` cuts; a look that is cut goes on in the next piece. */
export function splitRichText({ text, entities }: RichText, limit: number): RichText[] {
  return splitText(text, limit).map(({ start, end }) => ({
    text: text.slice(start, end),
    entities: entities.flatMap((entity) => {
      const from = Math.max(entity.offset, start)
      const to = Math.min(entity.offset + entity.length, end)
      return from < to ? [{ ...entity, offset: from - start, length: to - from }] : []
    }),
  }))
}

function looks(block: AnswerBlock, words: string, answer: Answer): TextEntity[] {
  switch (block.kind) {
    case 'note':
      return [{ type: 'italic', offset: 0, length: words.length }]
    case 'quote': {
      const { quote } = answer.citations[block.citation]!
      const quoted = words.length - sourceLine(quote).length - 1
      return [{ type: 'expandable_blockquote', offset: 0, length: quoted }, codeAt(words, quote.code)]
    }
    case 'source':
      return [codeAt(words, answer.citations[block.citation]!.quote.code)]
    default:
      return []
  }
}

/** A tap on it copies it. */
function codeAt(words: string, code: string): TextEntity {
  return { type: 'code', offset: words.lastIndexOf(code), length: code.length }
}
