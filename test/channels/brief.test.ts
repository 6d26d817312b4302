import { expect, it } from 'vitest'
import type { AnswerBlock } from '../../src/answers/answer.ts'
import { answerOf } from '../../src/answers/compose.ts'
import { brief } from '../../src/channels/brief.ts'
import { Quote } from '../../src/library/quote.ts'
import { readDocument } from '../../src/library/read-document.ts'
import { readQuestion } from '../../src/questions/read-question.ts'

const document = readDocument('Câu thứ nhất của bài. Câu thứ hai của bài.', 'bai.txt')
const citations = [
  { quote: new Quote(document, { start: 0, end: 21 }) },
  { quote: new Quote(document, { start: 22, end: 42 }) },
]
const statement: AnswerBlock = { kind: 'statement', text: 'Có hai câu.' }
const quotes: AnswerBlock[] = [
  { kind: 'quote', citation: 0 },
  { kind: 'quote', citation: 1 },
]
const briefOf = (blocks: AnswerBlock[]) => brief(answerOf('answered', readQuestion(''), { blocks, citations }))

it('keeps what is short whole', () => {
  const blocks = [statement, quotes[0]!]
  expect(briefOf(blocks)).toMatchObject({ answer: { blocks }, cut: false })
})

it('keeps one quotation', () => {
  expect(briefOf([statement, ...quotes])).toMatchObject({ answer: { blocks: [statement, quotes[0]] }, cut: true })
})

it('keeps the beginning of a long list', () => {
  const items = Array.from({ length: 50 }, (_, i) => `Mục số ${i} dài chừng bốn mươi ký tự cho đủ độ dài`)
  const { answer, cut } = briefOf([statement, { kind: 'list', ordered: true, items }])
  const list = answer.blocks[1]
  if (list?.kind !== 'list') throw new Error('no list')
  expect(list.items).toEqual(items.slice(0, list.items.length))
  expect(list.items.join('').length).toBeLessThanOrEqual(1000)
  expect(cut).toBe(true)
})

it('never cuts the direct sentence', () => {
  const long: AnswerBlock = { kind: 'statement', text: 'dài '.repeat(400) }
  expect(briefOf([long]).answer.blocks).toEqual([long])
})
