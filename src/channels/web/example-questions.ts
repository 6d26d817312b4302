import type { Knowledge } from '../../knowledge.ts'
import type { Document } from '../../library/document.ts'

/**
 * Questions that the documents at hand answer, as people put them: made from facts that are there, each about another document where
 * there are enough of them.
 */
export function exampleQuestions({ corpus, ledger }: Knowledge): string[] {
  const counted = placesWith(corpus.documents, ({ id }) =>
    ledger.of(id).some(({ kind }) => kind === 'task_group_count'),
  )
  const aims = corpus.documents.flatMap(({ id, metadata: { place } }) => {
    const years = ledger.of(id).flatMap(({ kind, year }) => (kind === 'target' && year !== undefined ? [year] : []))
    return place !== undefined && years.length > 0 ? [`Đến năm ${Math.max(...years)}, ${place} đặt mục tiêu gì?`] : []
  })
  const [first, second] = counted
  return [
    first !== undefined && `${first} có mấy nhóm nhiệm vụ, giải pháp?`,
    aims.at(-1),
    first !== undefined && second !== undefined && `So sánh số nhóm nhiệm vụ của ${first} và ${second}`,
  ].filter((question) => typeof question === 'string')
}

/** The places of the documents that pass the test, each once. */
function placesWith(documents: readonly Document[], test: (document: Document) => boolean): string[] {
  const places = documents.filter(test).flatMap(({ metadata: { place } }) => (place === undefined ? [] : [place]))
  return [...new Set(places)]
}
