import MiniSearch from 'minisearch'
import type { Passage } from '../library/document.ts'
import { tokenize } from '../vietnamese/tokens.ts'
import type { Candidate, SearchEngine, SearchFilter, WeightedTerm } from './engine.ts'
import { fieldsOf } from './fields.ts'
import { passageMask } from './filter.ts'
import { byScore } from './top-candidates.ts'

/** Stands between the two words of a pair: MiniSearch keeps terms as strings. */
const separator = '|'

/** A heading's words count this often; MiniSearch would otherwise keep three indexes and add up their scores. */
const titleRepeats = 3

/** Full-text engine of MiniSearch over the analyser's words and pairs, as one field. */
export class MiniSearchEngine implements SearchEngine {
  readonly name = 'minisearch'
  readonly #passages: readonly Passage[]
  readonly #index: MiniSearch<{ id: number; terms: string }>

  constructor(passages: readonly Passage[]) {
    this.#passages = passages
    this.#index = new MiniSearch({
      fields: ['terms'],
      tokenize: (text) => (text === '' ? [] : text.split('\n')),
      processTerm: (term) => term,
      searchOptions: { combineWith: 'OR', bm25: { k: 0.9, b: 0.8, d: 0 } },
    })
    passages.forEach((passage, id) => {
      this.#index.add({ id, terms: indexTerms(passage) })
    })
  }

  async candidates(terms: readonly WeightedTerm[], filter: SearchFilter, limit: number): Promise<Candidate[]> {
    const weights = new Map(terms.map(({ term, weight }) => [term.replace(' ', separator), weight]))
    const mask = passageMask(this.#passages, filter)
    return this.#index
      .search([...weights.keys()].join('\n'), {
        boostTerm: (term) => weights.get(term) ?? 1,
        ...(mask ? { filter: ({ id }) => mask[id as number] === 1 } : {}),
      })
      .map(({ id, score }) => ({ passage: id as number, score }))
      .sort(byScore)
      .slice(0, limit)
  }
}

function indexTerms(passage: Passage): string {
  const { title, context, text } = fieldsOf(passage)
  const titleTerms = termsAndPairs(title)
  const repeated = Array.from({ length: titleRepeats }, () => titleTerms).flat()
  return [...repeated, ...termsAndPairs(context), ...termsAndPairs(text)].join('\n')
}

function termsAndPairs(text: string): string[] {
  const terms = tokenize(text).map(({ term }) => term)
  return [...terms, ...terms.slice(1).map((term, i) => `${terms[i]}${separator}${term}`)]
}
