import type { Passage } from '../library/document.ts'

import { type Language, type RepairedQuestion, repairQuestion } from '../vietnamese/repair.ts'
import { definedAbbreviations, expansionsIn } from './abbreviated.ts'

import { CompactEngine } from './compact.ts'
import { CorpusIndex } from './corpus-index.ts'
import type { SearchEngine, SearchFilter, SearchHit, SearchResult } from './engine.ts'
import { passageMask } from './filter.ts'
import { languageOf } from './language.ts'
import { MiniSearchEngine } from './minisearch.ts'
import { NumberResolver } from './number-resolver.ts'
import { questionWords, weightedTerms } from './question.ts'
import { Ranker, type RankingWeights } from './ranking.ts'

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
  /** The question as it was probably meant: see `repairQuestion`. Undefined when nothing has to be changed. */
  repair(text: string): RepairedQuestion | undefined
}

export interface RetrieverOptions {
  /** `auto` takes MiniSearch for small corpora and the compact index for large ones. */
  readonly engine?: 'auto' | 'minisearch' | 'compact'
  readonly weights?: RankingWeights
}

/** From this many passages on the compact index answers. */
const largeCorpus = 1000

/** No one asks at greater length, in characters; the rest is not read. */
const longestQuestion = 2000

/** Candidates that are ranked for each question. */
const candidateCount = 300

/** Builds the index over all passages in memory. */
export async function createRetriever(
  passages: readonly Passage[],
  { engine: chosen = 'auto', weights }: RetrieverOptions = {},
): Promise<Retriever> {
  const index = CorpusIndex.build(passages)
  const small = chosen === 'minisearch' || (chosen === 'auto' && passages.length < largeCorpus)
  const engine = small ? new MiniSearchEngine(index) : new CompactEngine(index)
  return new RankedRetriever(index, engine, weights)
}

class RankedRetriever implements Retriever {
  readonly #index: CorpusIndex
  readonly #engine: SearchEngine
  readonly #ranker: Ranker
  readonly #resolver: NumberResolver
  readonly #language: Language
  readonly #defined: ReadonlyMap<string, string>

  constructor(index: CorpusIndex, engine: SearchEngine, weights?: RankingWeights) {
    this.#index = index
    this.#engine = engine
    this.#ranker = new Ranker(index, weights)
    this.#resolver = new NumberResolver(index.passages)
    this.#language = languageOf(index)
    this.#defined = definedAbbreviations(index.passages)
  }

  repair(text: string): RepairedQuestion | undefined {
    return repairQuestion(text, this.#language)
  }

  async search({
    text: typed,
    filter = {},
    limit = 10,
  }: {
    readonly text: string
    readonly filter?: SearchFilter
    readonly limit?: number
  }): Promise<SearchResult> {
    const text = typed.slice(0, longestQuestion)
    const repaired = repairQuestion(text, this.#language, expansionsIn(text, this.#defined))
    const question = repaired?.text ?? text
    const words = questionWords(question)
    const candidates = await this.#engine.candidates(weightedTerms(words), filter, Math.max(limit, candidateCount))
    const ranked = this.#ranker.rank(question, words, candidates, limit)
    const hits = this.#namedFirst(text, filter, question, words, ranked)
    return { hits: hits.slice(0, limit), ...(repaired ? { repaired: repaired.text } : {}) }
  }

  /** Articles and documents that the question names by number come before all others. */
  #namedFirst(
    text: string,
    filter: SearchFilter,
    question: string,
    words: ReturnType<typeof questionWords>,
    ranked: SearchHit[],
  ): SearchHit[] {
    const { articles, documents } = this.#resolver.resolve(text)
    const named = articles.length > 0 ? articles : documents
    if (named.length === 0) return ranked
    const mask = passageMask(this.#index.passages, filter)
    const admitted = named.filter((passage) => mask === undefined || mask[passage] === 1).slice(0, candidateCount)
    const first = this.#ranker.rank(
      question,
      words,
      admitted.map((passage) => ({ passage, score: 0 })),
      admitted.length,
    )
    const taken = new Set(first.map(({ passage }) => passage))
    return [...first, ...ranked.filter(({ passage }) => !taken.has(passage))]
  }
}
