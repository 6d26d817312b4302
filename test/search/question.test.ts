import { expect, it } from 'vitest'
import { questionWords, weightedTerms } from '../../src/search/question.ts'
import { createRetriever } from '../../src/search/retriever.ts'
import { passagesOf } from './invented.ts'

const termsOf = (question: string) => new Map(weightedTerms(questionWords(question)).map((each) => [each.term, each]))

it('looks also for what papers write instead of everyday words, behind the words asked', () => {
  const terms = termsOf('ly dị thì làm sao')
  expect(terms.get('hôn')!.weight).toBeLessThan(terms.get('di5')!.weight)
  expect(terms.has('li hôn')).toBe(true)
  expect(terms.has('sao li')).toBe(false)
})

it('takes the longest everyday words and leaves parts of other words alone', () => {
  expect(termsOf('công bố kế hoạch').has('cha')).toBe(false)
  expect(termsOf('nộp hồ sơ qua mạng').has('trưc5 tuyên2')).toBe(true)
  expect(termsOf('nộp hồ sơ').has('tuyên2')).toBe(false)
})

it.each(['minisearch', 'compact'] as const)('finds the written words with %s', async (engine) => {
  const texts = ['Người lập hồ sơ nộp phí.', 'Việc ly hôn do tòa án quyết định.', 'Người nộp đơn trả phí.']
  const retriever = await createRetriever(passagesOf(texts.map((text, i) => ({ id: `${i}`, text }))), { engine })
  const { hits } = await retriever.search({ text: 'muốn ly dị' })
  expect(hits[0]!.passage.document.id).toBe('1')
  // The words asked are "muốn", "ly" and "dị": what was written instead is no claim that they stand there.
  expect(hits[0]!.coverage).toBeLessThan(0.5)
})
