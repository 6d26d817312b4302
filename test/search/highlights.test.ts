import { expect, it } from 'vitest'
import { createRetriever } from '../../src/search/retriever.ts'
import { papers } from './invented.ts'

it('shows where the words of a question stand, as they are written there', async () => {
  const retriever = await createRetriever(papers)
  const passage = papers[4]!
  const marked = (question: string) =>
    retriever.highlights(question, passage).map(({ start, end }) => passage.document.text.slice(start, end))
  expect(marked('thủy sản của huyện tăng bao nhiêu')).toEqual(['Sản', 'thuỷ sản', 'huyện', 'tăng'])
  expect(marked('thuy san')).toEqual(['Sản', 'thuỷ sản'])
  expect(marked('là gì')).toEqual([])
})
