import type { CorpusIndex } from './corpus-index.ts'
import type { Candidate, SearchEngine, SearchFilter, WeightedTerm } from './engine.ts'
import { passageMask } from './filter.ts'
import { knownTerms } from './known-terms.ts'
import { priorsOf } from './legal-force.ts'
import { listOf, type Postings, segmentCapacity } from './segment.ts'
import { TopCandidates } from './top-candidates.ts'

/** Full-text engine over flat arrays: BM25F with precomputed impacts, one accumulator per segment, a bounded heap. */
export class CompactEngine implements SearchEngine {
  readonly name = 'compact'
  readonly #index: CorpusIndex
  readonly #priors: Float32Array
  readonly #scores = new Float32Array(segmentCapacity)

  constructor(index: CorpusIndex) {
    this.#index = index
    this.#priors = priorsOf(index)
  }

  async candidates(terms: readonly WeightedTerm[], filter: SearchFilter, limit: number): Promise<Candidate[]> {
    const keyed = knownTerms(this.#index, terms)
    const mask = passageMask(this.#index, filter)
    const best = new TopCandidates(limit)
    let first = 0
    for (const segment of this.#index.segments) {
      const scores = this.#scores.subarray(0, segment.passages).fill(0)
      for (const { pair, key, weight } of keyed) addScores(scores, pair ? segment.pairs : segment.words, key, weight)
      for (let passage = 0; passage < scores.length; passage++) {
        const score = scores[passage]! * this.#priors[first + passage]!
        if (score > best.threshold && (mask === undefined || mask[first + passage] === 1))
          best.offer(first + passage, score)
      }
      first += segment.passages
    }
    return best.sorted()
  }
}

function addScores(scores: Float32Array, postings: Postings, key: number, weight: number): void {
  const list = listOf(postings, key)
  if (!list) return
  const { passages, impacts } = postings
  const scale = weight / 255
  for (let at = list.start; at < list.end; at++) scores[passages[at]!]! += scale * impacts[at]!
}
