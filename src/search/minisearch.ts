import MiniSearch from 'minisearch'
import { takingTurns } from '../taking-turns.ts'
import type { CorpusIndex } from './corpus-index.ts'
import type { Candidate, SearchEngine, SearchFilter, WeightedTerm } from './engine.ts'
import { fieldWeights } from './fields.ts'
import { passageMask } from './filter.ts'
import { priorsOf } from './legal-force.ts'
import { rareWord } from './segment.ts'
import { byScore } from './top-candidates.ts'

/**
 * Postings that one question may touch, in passages of the corpus: MiniSearch makes an object for each. Terms are taken by what they
 * say, so only the commonest are left out, and ranking sees all of them again.
 */
const postingBudget = 0.6

/** A passage as MiniSearch gets it. */
interface Entry {
  readonly id: number
  readonly terms: string
}

/** Full-text engine of MiniSearch over the analyser's words and pairs, as one field. */
export class MiniSearchEngine implements SearchEngine {
  readonly name = 'minisearch'
  readonly #corpus: CorpusIndex
  readonly #priors: Float32Array
  readonly #index: MiniSearch<Entry>

  constructor(corpus: CorpusIndex, index = filledIndex(corpus)) {
    this.#corpus = corpus
    this.#priors = priorsOf(corpus)
    this.#index = index
  }

  /** The same engine, made while others get their turn: MiniSearch inserts word by word. */
  static async inTurns(corpus: CorpusIndex): Promise<MiniSearchEngine> {
    const index = emptyIndex()
    const turn = takingTurns()
    for (const entry of entriesOf(corpus)) {
      index.add(entry)
      await turn()
    }
    return new MiniSearchEngine(corpus, index)
  }

  async candidates(terms: readonly WeightedTerm[], filter: SearchFilter, limit: number): Promise<Candidate[]> {
    const weights = this.#affordable(terms)
    const mask = passageMask(this.#corpus, filter)
    return (
      this.#index
        .search([...weights.keys()].join(' '), {
          boostDocument: (id) => this.#priors[id as number]!,
          boostTerm: (term) => weights.get(term) ?? 0,
          ...(mask ? { filter: ({ id }) => mask[id as number] === 1 } : {}),
        })
        // MiniSearch multiplies the sum over the terms by how many matched; ranking expects the sum, as from the other engines.
        .map(({ id, score, queryTerms }) => ({ passage: id as number, score: score / (queryTerms.length || 1) }))
        .sort(byScore)
        .slice(0, limit)
    )
  }

  /** The codes of the terms that say most, as far as the budget goes, with their weights. */
  #affordable(terms: readonly WeightedTerm[]): Map<string, number> {
    const { vocabulary } = this.#corpus
    const known = terms.flatMap(({ term, weight }) => {
      const ids = term.split(' ').map((word) => vocabulary.idOf(word))
      const [first = -1, second] = ids
      if (ids.some((id) => id < 0 || id >= rareWord)) return []
      const frequency =
        second === undefined ? this.#corpus.wordFrequency(first) : this.#corpus.pairFrequency(first, second)
      return [
        { code: ids.map(codeOf).join(''), weight, frequency, says: weight * this.#corpus.informativeness(frequency) },
      ]
    })
    const chosen = new Map<string, number>()
    let budget = Math.max(2000, postingBudget * this.#corpus.size)
    for (const { code, weight, frequency } of known.toSorted((a, b) => b.says - a.says)) {
      budget -= frequency
      if (budget < 0 && chosen.size > 0) break
      chosen.set(code, weight)
    }
    return chosen
  }
}

function emptyIndex(): MiniSearch<Entry> {
  return new MiniSearch<Entry>({
    fields: ['terms'],
    tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', bm25: { k: 0.9, b: 0.8, d: 0 } },
  })
}

function filledIndex(corpus: CorpusIndex): MiniSearch<Entry> {
  const index = emptyIndex()
  for (const entry of entriesOf(corpus)) index.add(entry)
  return index
}

function* entriesOf({ segments }: CorpusIndex): Generator<Entry> {
  let id = 0
  for (const { tokens, fieldStarts, passages } of segments) {
    for (let passage = 0; passage < passages; passage++) {
      const [title, context, text, end] = fieldStarts.subarray(passage * 3, passage * 3 + 4)
      const titleTerms = termsOf(tokens.subarray(title, context))
      // A heading's words are repeated by their weight; separate fields would be scored apart and added up.
      const repeated = Array.from({ length: fieldWeights.title }, () => titleTerms).flat()
      const others = [tokens.subarray(context, text), tokens.subarray(text, end)].flatMap(termsOf)
      yield { id: id++, terms: [...repeated, ...others].join(' ') }
    }
  }
}

/** Codes of the words and of the adjacent pairs. */
function termsOf(words: Uint16Array): string[] {
  const codes: string[] = []
  words.forEach((word, i) => {
    codes.push(codeOf(word))
    const next = words[i + 1]
    if (next !== undefined && word < rareWord && next < rareWord) codes.push(codeOf(word) + codeOf(next))
  })
  return codes
}

const codes: string[] = []

/**
 * A word as six octal digits. MiniSearch walks a tree whose branches it tries one after another, so few branches to a knot are fast, and
 * Vietnamese words as they are make hundreds.
 */
function codeOf(word: number): string {
  let code = codes[word]
  if (code === undefined) {
    code = word.toString(8).padStart(6, '0')
    codes[word] = code
  }
  return code
}
