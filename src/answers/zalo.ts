import type { Answer, AnswerBlock } from './answer.ts'
import { sourceLine } from './source-line.ts'
import { type RichText, splitRichText, telegramText } from './telegram.ts'

/** A text and its looks as Zalo takes them, without markup; offsets in UTF-16 units. */
export interface StyledText {
  readonly text: string
  readonly styles: readonly { readonly start: number; readonly len: number; readonly st: readonly string[] }[]
}

/**
 * An answer's words in pieces of at most `limit` UTF-16 units, the same as `plainText` without its choices. The first piece holds
 * the direct sentence and its source, which is brought forward where the words between them are too long.
 */
export function zaloParts(answer: Answer, limit: number): StyledText[] {
  const parts = splitRichText(telegramText(answer), limit)
  const lead = leadOf(answer)
  const first = parts[0]?.text ?? ''
  const pieces =
    parts.length > 1 && lead && !(first.includes(lead.statement) && first.includes(lead.source))
      ? splitRichText(telegramText({ ...answer, blocks: lead.blocks }), limit)
      : parts
  return pieces.map(styled)
}

/** The direct sentence and its source, and the blocks with these two in front; undefined when the answer has none. */
function leadOf({ blocks, citations }: Answer) {
  const statement = blocks.find((block) => block.kind === 'statement')
  const sourced = blocks.find((block) => block.kind === 'quote' || block.kind === 'source')
  if (!statement || !sourced) return undefined
  const source: AnswerBlock = { kind: 'source', citation: sourced.citation }
  const others = blocks.filter((block) => block !== statement && (block !== sourced || block.kind === 'quote'))
  return {
    statement: statement.text,
    source: sourceLine(citations[sourced.citation]!.quote),
    blocks: [statement, source, ...others],
  }
}

/** Quotations look like the text around them: their marks tell them apart, and Zalo cannot fold. */
function styled({ text, entities }: RichText): StyledText {
  return {
    text,
    styles: entities.flatMap(({ type, offset, length }) => {
      const code = styleCodes[type]
      return code ? [{ start: offset, len: length, st: [code] }] : []
    }),
  }
}

const styleCodes = { bold: 'b', italic: 'i', code: 'b', expandable_blockquote: undefined } as const
