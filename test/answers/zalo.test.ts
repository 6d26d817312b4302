import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AnswerBlock } from '../../src/answers/answer.ts'
import { answerOf } from '../../src/answers/compose.ts'
import { plainText } from '../../src/answers/plain-text.ts'
import { sourceLine } from '../../src/answers/source-line.ts'
import { zaloParts } from '../../src/answers/zalo.ts'
import { Quote } from '../../src/library/quote.ts'
import { readDocument } from '../../src/library/read-document.ts'
import { readQuestion } from '../../src/questions/read-question.ts'

const limit = 2000
const sentence = 'Đến năm 2030, tỉnh phấn đấu trồng mới 400 ha rừng phòng hộ ven biển. '
const document = readDocument(sentence.repeat(80), 'nghi-quyet.txt')
const quote = (length: number) => new Quote(document, { start: 0, end: length * sentence.length - 1 })
const statement: AnswerBlock = { kind: 'statement', text: 'Trồng mới 400 ha rừng.' }
const answer = (blocks: readonly AnswerBlock[], quoted: Quote) =>
  answerOf('answered', readQuestion(''), { blocks, citations: [{ quote: quoted }] })

it('keeps what is short whole, in the order of the other channels', () => {
  const short = answer([statement, { kind: 'quote', citation: 0 }, { kind: 'note', text: 'Lưu ý.' }], quote(1))
  const [part, ...others] = zaloParts(short, limit)
  expect(others).toEqual([])
  expect(part?.text).toBe(plainText(short))
  const looks = part?.styles.map(({ start, len, st }) => [part.text.slice(start, start + len), st])
  expect(looks).toEqual([
    [quote(1).code, ['b']],
    ['Lưu ý.', ['i']],
  ])
})

it('has the direct sentence and its source in the first piece, whatever stands between them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (quoted, listed) => {
      const cited = quote(quoted)
      const items = Array.from({ length: listed }, (_, i) => `Mục thứ ${i} của một danh sách dài.`)
      const parts = zaloParts(
        answer([statement, { kind: 'list', ordered: true, items }, { kind: 'quote', citation: 0 }], cited),
        limit,
      )
      expect(parts[0]?.text).toContain('Trồng mới 400 ha rừng.')
      expect(parts[0]?.text).toContain(sourceLine(cited))
      for (const { text, styles } of parts) {
        expect(text.length).toBeLessThanOrEqual(limit)
        for (const { start, len } of styles) expect(start + len).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})

it('loses no word of a quotation and cuts it between sentences', () => {
  const cited = quote(80)
  const parts = zaloParts(answer([statement, { kind: 'quote', citation: 0 }], cited), limit)
  const words = parts.map(({ text }) => text).join(' ')
  expect(words).toContain(cited.text)
  for (const { text } of parts.slice(1, -1)) expect(text).toMatch(/ven biển\.$/)
})
