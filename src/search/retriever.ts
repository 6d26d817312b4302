import { setImmediate as immediate } from 'node:timers/promises'
import type { Passage } from '../library/document.ts'

import type { Language } from '../vietnamese/language.ts'
import { type RepairedQuestion, repairQuestion } from '../vietnamese/repair.ts'
import type { Span } from '../vietnamese/sentences.ts'
import { expansionsIn } from './abbreviated.ts'
import { buildInBackground } from './background-build.ts'

import { CompactEngine } from './compact.ts'
import { CorpusIndex, type IndexContent } from './corpus-index.ts'
import type { SearchEngine, SearchFilter, SearchHit, SearchResult } from './engine.ts'
import { passageMask } from './filter.ts'
import { highlightsIn } from './highlights.ts'
import { languageOf } from './language.ts'
import { MiniSearchEngine } from './minisearch.ts'
import { NumberResolver, type Resolved } from './number-resolver.ts'
import type { OpenSearchCluster } from './opensearch/cluster.ts'
import { questionWords, weightedTerms } from './question.ts'
import { Ranker, type RankingWeights } from './ranking.ts'
import { loadSnapshot, type SnapshotProblem, saveSnapshot } from './snapshot.ts'

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
    /** True when the text has been repaired already. */
    readonly repaired?: boolean
  }): Promise<SearchResult>
  /** The question as it was probably meant: see `repairQuestion`. Undefined when nothing has to be changed. */
  repair(text: string): RepairedQuestion | undefined
  /** Where the words of a question stand in a passage, as offsets into its document's text. */
  highlights(text: string, passage: Passage): Span[]
  /** False after an update of a large index: one that is built anew from the same passages may order hits a little differently. */
  readonly exact: boolean
  /**
   * A retriever for another version of the library, made while this one goes on serving its own. Of a large library only what is new is read.
   *
   * @param key names the content, for the snapshot
   */
  update(passages: readonly Passage[], key: string): Promise<Retriever>
  /** The same passages in an index built anew. */
  rebuilt(passages: readonly Passage[], key: string): Promise<Retriever>
}

export interface RetrieverOptions {
  /** `auto` takes MiniSearch for small corpora and the compact index for large ones. */
  readonly engine?: 'auto' | 'minisearch' | 'compact'
  /** The cluster that searches instead of an engine of this process. */
  readonly cluster?: OpenSearchCluster
  readonly weights?: RankingWeights
  /** Where a large index is kept between starts; `key` names the content: the same documents must give the same key. */
  readonly snapshot?: { readonly path: string; readonly key: string }
  /** Told while a large index is being built. */
  readonly onProgress?: (done: number, total: number) => void
  /** Told while passages are brought into the cluster. */
  readonly onPublish?: (done: number, total: number) => void
  /** Told why a snapshot that exists is not used. */
  readonly onProblem?: (problem: SnapshotProblem) => void
}

/**
 * From this many passages on the compact index answers, and is built in a worker: MiniSearch is then still quick to search, but takes
 * about a second to build, as it inserts word by word.
 */
const largeCorpus = 1000

/** Up to this many passages an index is built anew in about two seconds, which is soon enough. */
const quicklyBuilt = 10_000

/** No one asks at greater length, in characters; the rest is not read. */
const longestQuestion = 2000

/** Candidates that are ranked for each question. */
const candidateCount = 160

/** Builds or loads the index over all passages. Small corpora are ready at once; large ones are built in a worker thread. */
export async function createRetriever(
  passages: readonly Passage[],
  options: RetrieverOptions = {},
): Promise<Retriever> {
  const index =
    passages.length < largeCorpus
      ? CorpusIndex.build(passages)
      : new CorpusIndex(await storedOrBuilt(passages, options), passages)
  return assemble(index, options)
}

/** The parts above the index; between them other work gets its turn, as each takes some ten milliseconds on a large corpus. */
async function assemble(index: CorpusIndex, options: RetrieverOptions, exact = true): Promise<Retriever> {
  await immediate()
  const engine = await engineFor(index, options)
  await immediate()
  const ranker = new Ranker(index, options.weights)
  await immediate()
  // Made while the rest goes on: questions wait for it, a start does not.
  const resolver = NumberResolver.inTurns(index.passages)
  return new RankedRetriever({ index, engine, ranker, resolver, language: languageOf(index), exact, options })
}

async function engineFor(index: CorpusIndex, options: RetrieverOptions): Promise<SearchEngine> {
  const { engine: wanted = 'auto', cluster, onPublish } = options
  if (cluster) return cluster.serve(index, onPublish)
  const small = wanted === 'minisearch' || (wanted === 'auto' && index.size < largeCorpus)
  return small ? MiniSearchEngine.inTurns(index) : new CompactEngine(index)
}

interface Parts {
  readonly index: CorpusIndex
  readonly engine: SearchEngine
  readonly ranker: Ranker
  readonly resolver: Promise<NumberResolver>
  readonly language: Language
  readonly exact: boolean
  readonly options: RetrieverOptions
}

async function storedOrBuilt(
  passages: readonly Passage[],
  { snapshot, onProgress, onProblem }: RetrieverOptions,
): Promise<IndexContent> {
  if (!snapshot) return buildInBackground(passages, onProgress)
  const stored = await loadSnapshot(snapshot.path, snapshot.key)
  if (typeof stored !== 'string') {
    const held = stored.segments.reduce((sum, segment) => sum + segment.passages, 0)
    if (held === passages.length) return stored
    onProblem?.('other-corpus')
  } else if (stored !== 'missing') {
    onProblem?.(stored)
  }
  const built = await buildInBackground(passages, onProgress)
  await save(snapshot, built, onProblem)
  return built
}

/** Without a snapshot everything works, only the next start takes longer. */
async function save(
  { path, key }: NonNullable<RetrieverOptions['snapshot']>,
  content: IndexContent,
  onProblem: RetrieverOptions['onProblem'],
): Promise<void> {
  await saveSnapshot(path, key, content).catch(() => onProblem?.('not-saved'))
}

class RankedRetriever implements Retriever {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get exact(): boolean {
    return this.#parts.exact
  }

  highlights(text: string, passage: Passage): Span[] {
    return highlightsIn(passage, questionWords(this.#asMeant(text)))
  }

  async update(passages: readonly Passage[], key: string): Promise<Retriever> {
    const { index, options } = this.#parts
    const updated = passages.length < quicklyBuilt ? undefined : await index.update(passages)
    return updated ? assemble(updated, options, false) : this.rebuilt(passages, key)
  }

  async rebuilt(passages: readonly Passage[], key: string): Promise<Retriever> {
    const { options } = this.#parts
    const { snapshot, onProblem } = options
    const content = await buildInBackground(passages)
    if (snapshot && passages.length >= largeCorpus) await save({ ...snapshot, key }, content, onProblem)
    return assemble(new CorpusIndex(content, passages), options)
  }

  repair(text: string): RepairedQuestion | undefined {
    return repairQuestion(text, this.#parts.language)
  }

  async search({
    text: typed,
    filter = {},
    limit = 10,
    repaired: isRepaired = false,
  }: {
    readonly text: string
    readonly filter?: SearchFilter
    readonly limit?: number
    readonly repaired?: boolean
  }): Promise<SearchResult> {
    const text = typed.slice(0, longestQuestion)
    const repaired = isRepaired ? undefined : this.#repairAll(text)
    const question = repaired?.text ?? text
    const words = questionWords(question)
    let behind = false
    const candidates = await this.#parts.engine.candidates(
      weightedTerms(words),
      filter,
      Math.max(limit, candidateCount),
      () => {
        behind = true
      },
    )
    const ranked = this.#parts.ranker.rank(question, words, candidates, limit)
    const resolver = await this.#parts.resolver
    const hits = this.#namedFirst(resolver.resolve(text), filter, question, words, ranked)
    return {
      hits: hits.slice(0, limit),
      ...(repaired ? { repaired: repaired.text } : {}),
      ...(behind ? { behind } : {}),
    }
  }

  /** Repairs and writes out abbreviations. */
  #repairAll(text: string): RepairedQuestion | undefined {
    return repairQuestion(text, this.#parts.language, expansionsIn(text, this.#parts.index.defined))
  }

  #asMeant(typed: string): string {
    const text = typed.slice(0, longestQuestion)
    return this.#repairAll(text)?.text ?? text
  }

  /** Articles and documents that the question names by number come before all others. */
  #namedFirst(
    { articles, documents }: Resolved,
    filter: SearchFilter,
    question: string,
    words: ReturnType<typeof questionWords>,
    ranked: SearchHit[],
  ): SearchHit[] {
    const named = articles.length > 0 ? articles : documents
    if (named.length === 0) return ranked
    const mask = passageMask(this.#parts.index, filter)
    const admitted = named.filter((passage) => mask === undefined || mask[passage] === 1).slice(0, candidateCount)
    const first = this.#parts.ranker.rank(
      question,
      words,
      admitted.map((passage) => ({ passage, score: 0 })),
      admitted.length,
    )
    const taken = new Set(first.map(({ passage }) => passage))
    return [...first, ...ranked.filter(({ passage }) => !taken.has(passage))]
  }
}
