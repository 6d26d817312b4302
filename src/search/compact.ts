import type { CorpusIndex } from './corpus-index.ts'
import type { Candidate, SearchEngine, SearchFilter, WeightedTerm } from './engine.ts'
import { passageMask } from './filter.ts'
import { priorsOf } from './legal-force.ts'
import { listOf, type Postings, pairKey, rareWord, segmentCapacity } from './segment.ts'
import { TopCandidates } from './top-candidates.ts'

/** Words that make up less of a question's weight change no order, but stand in most passages: they are not looked up. */
const leastShare = 0.008

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
    const known = terms.flatMap(({ term, weight }) => this.#keyOf(term, weight))
    const least = leastShare * known.reduce((sum, { weight }) => sum + weight, 0)
    const keyed = known.filter(({ weight }) => weight >= least)
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

  /** A term's posting key with its weight times informativeness; nothing for words the corpus does not hold. */
  #keyOf(term: string, weight: number): { pair: boolean; key: number; weight: number }[] {
    const [first = '', second] = term.split(' ')
    const { vocabulary } = this.#index
    const id = vocabulary.idOf(first)
    if (id < 0) return []
    if (second === undefined) {
      return [{ pair: false, key: id, weight: weight * this.#index.informativeness(this.#index.wordFrequency(id)) }]
    }
    const next = vocabulary.idOf(second)
    if (next < 0 || id >= rareWord || next >= rareWord) return []
    const frequency = this.#index.pairFrequency(id, next)
    return frequency === 0
      ? []
      : [{ pair: true, key: pairKey(id, next), weight: weight * this.#index.informativeness(frequency) }]
  }
}

function addScores(scores: Float32Array, postings: Postings, key: number, weight: number): void {
  const list = listOf(postings, key)
  if (!list) return
  const { passages, impacts } = postings
  const scale = weight / 255
  for (let at = list.start; at < list.end; at++) scores[passages[at]!]! += scale * impacts[at]!
}
