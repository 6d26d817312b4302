import type { AnswerBlock } from '../src/answers/answer.ts'
import { answerOf, spoken } from '../src/answers/compose.ts'
import { documentName } from '../src/answers/source-line.ts'
import { reopen } from '../src/library/corpus.ts'
import { blockAt, Quote } from '../src/library/quote.ts'
import type { Handler } from './handler.ts'

export const verify: Handler = {
  command: 'kiemtra',
  summary: 'Mở lại đoạn trích theo mã và đối chiếu với văn bản',
  usage: '/kiemtra K7Q-M3X9PF',
  exact: true,
  async answer({ argument, knowledge, reading }) {
    const code = argument.trim()
    if (code === '')
      return spoken('clarify', reading, 'Anh/chị gõ /kiemtra kèm mã ở cuối dòng nguồn, ví dụ: /kiemtra K7Q-M3X9PF.')
    const facts = knowledge.ledger
    const reopened = reopen(knowledge.corpus, code, ({ id }) =>
      facts.of(id).flatMap(({ quote, context }) => [quote, context]),
    )
    if (reopened.kind === 'unknown') {
      return spoken(
        'not-found',
        reading,
        `Không có đoạn trích nào mang mã “${code.slice(0, 40)}”. Anh/chị kiểm tra lại mã ở cuối dòng nguồn.`,
      )
    }
    if (reopened.kind === 'changed') {
      const names = reopened.documents.map(documentName).join('; ')
      return spoken(
        'not-found',
        reading,
        `Không còn thấy đoạn trích mang mã này: nội dung ${names} đã thay đổi hoặc mã bị gõ nhầm.`,
      )
    }
    const { quote } = reopened
    const blocks: AnswerBlock[] = [
      { kind: 'statement', text: 'Đoạn trích còn nguyên trong văn bản, đúng từng chữ.' },
      { kind: 'quote', citation: 0 },
    ]
    const context = contextOf(quote)
    if (!context) return answerOf('answered', reading, { blocks, citations: [{ quote }] })
    blocks.push({ kind: 'note', text: 'Cả đoạn văn chứa phần trích:' }, { kind: 'quote', citation: 1 })
    return answerOf('answered', reading, { blocks, citations: [{ quote }, { quote: context }] })
  },
}

/** The paragraphs around a quotation; undefined when the quotation is all of them. */
function contextOf(quote: Quote): Quote | undefined {
  const { document } = quote
  const start = Math.min(blockAt(document, quote.start)?.start ?? quote.start, quote.start)
  const end = Math.max(blockAt(document, quote.end - 1)?.end ?? quote.end, quote.end)
  return start === quote.start && end === quote.end ? undefined : new Quote(document, { start, end })
}
