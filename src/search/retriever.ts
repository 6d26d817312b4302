import MiniSearch from 'minisearch'
import type { Passage } from '../library/document.ts'
import { sectionPath } from '../library/quote.ts'
import { tokenize } from '../vietnamese/tokens.ts'
import type { SearchFilter, SearchHit, SearchResult } from './engine.ts'

/** Finds the passages for a question: one for all engines and channels. */
export interface Retriever {
  /**
   * @param request.text the question or key words as typed
   * @param request.limit most hits to return; 10 when missing
   */
  search(request: {
    readonly text: string
    readonly filter?: SearchFilter
    readonly limit?: number
  }): Promise<SearchResult>
}

/** Words of questions that say nothing of their subject. */
const emptyWords = new Set(
  'la gi nao bao nhieu may the co khong cua va cac nhung cho toi minh hoi ve trong o tai duoc den tu voi do nay thi sao vay a nhe ai khi'.split(
    ' ',
  ),
)

/** Builds the index over all passages in memory. */
export async function createRetriever(passages: readonly Passage[]): Promise<Retriever> {
  const index = new MiniSearch<{ id: number; text: string; context: string }>({
    fields: ['text', 'context'],
    tokenize: (text) => tokenize(text).map(({ folded }) => folded),
    processTerm: (term) => term,
    searchOptions: { boost: { text: 1, context: 0.6 }, bm25: { k: 0.9, b: 0.75, d: 0.5 } },
  })
  const termsOf = passages.map((passage) => {
    const text = passage.document.text.slice(passage.start, passage.end)
    const context = contextOf(passage)
    index.add({ id: passage.index, text, context })
    return new Set(tokenize(`${text} ${context}`).map(({ folded }) => folded))
  })
  const rarity = (term: string) => {
    const holding = termsOf.filter((terms) => terms.has(term)).length
    return Math.log(1 + (passages.length - holding + 0.5) / (holding + 0.5))
  }
  return {
    async search({ text, filter = {}, limit = 10 }) {
      const terms = [...new Set(tokenize(text).map(({ folded }) => folded))].filter((term) => !emptyWords.has(term))
      const weights = terms.map((term) => [term, rarity(term)] as const)
      const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
      const found = index.search(terms.join(' '), { filter: ({ id }) => admits(filter, passages[id as number]!) })
      const hits = found.slice(0, limit).map(({ id, score }): SearchHit => {
        const held = weights.reduce((sum, [term, weight]) => sum + (termsOf[id as number]!.has(term) ? weight : 0), 0)
        return { passage: passages[id as number]!, score, coverage: total > 0 ? held / total : 0 }
      })
      return { hits }
    },
  }
}

function contextOf({ document, section }: Passage): string {
  const { title, number, issuer, place } = document.metadata
  return [title, number, issuer, place, ...sectionPath(document, section)].filter(Boolean).join(' ')
}

function admits(filter: SearchFilter, { document }: Passage): boolean {
  const { kind, place } = document.metadata
  return (
    (!filter.documents || filter.documents.has(document.id)) &&
    (!filter.places || (place !== undefined && filter.places.has(place))) &&
    (!filter.kinds || (kind !== undefined && filter.kinds.has(kind)))
  )
}
