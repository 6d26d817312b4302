import type { Client } from '@opensearch-project/opensearch'
import type { Candidate, SearchEngine, SearchFilter, WeightedTerm } from '../engine.ts'
import { knownTerms } from '../known-terms.ts'
import { byScore } from '../top-candidates.ts'
import { searchBody } from './layout.ts'
import type { Version } from './versions.ts'

/** What a search gives, as far as it is read. */
interface SearchAnswer {
  readonly timed_out: boolean
  readonly _shards: { readonly failed: number }
  readonly hits: { readonly hits: readonly { readonly _id: string; readonly _score: number }[] }
}

/**
 * Full-text engine of a cluster over one published version. The cluster adds up what the version's own statistics say of each term, so
 * scores are those of the compact index.
 */
export class OpenSearchEngine implements SearchEngine {
  readonly name = 'opensearch'
  readonly #client: Client
  readonly #indexName: string
  readonly #version: Version
  readonly #documents: ReadonlySet<string>
  readonly #slowest: number

  /** @param slowest milliseconds that a search may take */
  constructor(client: Client, indexName: string, version: Version, slowest: number) {
    this.#client = client
    this.#indexName = indexName
    this.#version = version
    this.#documents = new Set(version.index.passages.flatMap((passage) => passage?.document.id ?? []))
    this.#slowest = slowest
  }

  /** @throws Error when the cluster does not answer in time, or not from all of the index */
  async candidates(terms: readonly WeightedTerm[], filter: SearchFilter, limit: number): Promise<Candidate[]> {
    const known = knownTerms(this.#version.index, terms)
    if (known.length === 0 || limit === 0) return []
    const { body } = await this.#client.search(
      {
        index: this.#indexName,
        // Part of the passages would be a wrong answer.
        allow_partial_search_results: false,
        body: searchBody(known, filter, limit, this.#documents) as never,
      },
      { requestTimeout: this.#slowest, maxRetries: 1 },
    )
    // The client's types describe every search there is; this one asks for no more than these.
    const { timed_out: late, _shards: shards, hits } = body as unknown as SearchAnswer
    if (late || shards.failed > 0) throw new Error('OpenSearch answered from part of the index')
    return hits.hits.map(({ _id, _score }) => ({ passage: this.#slotOf(_id), score: _score })).sort(byScore)
  }

  #slotOf(name: string): number {
    const slot = this.#version.keys.slotOf(name)
    if (slot < 0) throw new Error(`OpenSearch gave a passage that this version does not hold: ${name}`)
    return slot
  }
}
