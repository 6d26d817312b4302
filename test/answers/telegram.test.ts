import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerBlock } from '../../src/answers/answer.ts'
import { answerOf } from '../../src/answers/compose.ts'
import { plainText } from '../../src/answers/plain-text.ts'
import { splitRichText, telegramText } from '../../src/answers/telegram.ts'
import { Quote } from '../../src/library/quote.ts'
import { readDocument } from '../../src/library/read-document.ts'
import { readQuestion } from '../../src/questions/read-question.ts'

const document = readDocument('Câu thứ nhất của bài. Câu thứ hai của bài.', 'bai.txt')
const citations = [
  { quote: new Quote(document, { start: 0, end: 21 }) },
  { quote: new Quote(document, { start: 22, end: 42 }) },
]
const text = fc.stringMatching(/^[A-Za-zĐđệốữ][A-Za-zĐđệốữ .😀]{0,40}$/u)
const block: fc.Arbitrary<AnswerBlock> = fc.oneof(
  fc.record({ kind: fc.constantFrom('statement', 'note'), text }),
  fc.record({ kind: fc.constantFrom('quote', 'source'), citation: fc.nat({ max: 1 }) }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(text, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('quoted-list' as const), ordered: fc.boolean(), citations: fc.constant([0, 1]) }),
  fc.record({
    kind: fc.constant('table' as const),
    header: fc.constant(['a', 'b']),
    rows: fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }),
  }),
)
const answer = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => answerOf('answered', readQuestion(''), { blocks, citations }))

describe('telegramText', () => {
  it('has the words of the plain text', () => {
    fc.assert(
      fc.property(answer, (answer) => {
        expect(telegramText(answer).text).toBe(plainText(answer))
      }),
    )
  })

  it('folds each quotation with nothing else and marks each code', () => {
    fc.assert(
      fc.property(answer, (answer) => {
        const { text, entities } = telegramText(answer)
        const words = (type: string) =>
          entities.filter((one) => one.type === type).map(({ offset, length }) => text.slice(offset, offset + length))
        const cited = (kinds: string[]) =>
          answer.blocks.flatMap((block) =>
            kinds.includes(block.kind) && 'citation' in block ? [citations[block.citation]!.quote] : [],
          )
        expect(words('expandable_blockquote')).toEqual(cited(['quote']).map((quote) => `“${quote.text}”`))
        expect(words('code')).toEqual(cited(['quote', 'source']).map(({ code }) => code))
      }),
    )
  })
})

describe('splitRichText', () => {
  it('keeps every look on its own characters', () => {
    fc.assert(
      fc.property(answer, fc.integer({ min: 20, max: 200 }), (answer, limit) => {
        const whole = telegramText(answer)
        const pieces = splitRichText(whole, limit)
        const marked = ({ text, entities }: typeof whole) =>
          entities.map(
            ({ type, offset, length }) => `${type} ${text.slice(offset, offset + length).replace(/\s+/g, '')}`,
          )
        const joined = (list: string[]) => {
          const byType = new Map<string, string>()
          for (const one of list) {
            const [type = '', words = ''] = one.split(' ')
            byType.set(type, (byType.get(type) ?? '') + words)
          }
          return byType
        }
        expect(joined(pieces.flatMap(marked))).toEqual(joined(marked(whole)))
        for (const { text } of pieces) expect(text.length).toBeLessThanOrEqual(limit)
      }),
    )
  })
})
