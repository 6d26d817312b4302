import type { CorpusIndex } from './corpus-index.ts'
import type { Candidate, SearchEngine, SearchFilter, WeightedTerm } from './engine.ts'
import { passageMask } from './filter.ts'
import { knownTerms } from './known-terms.ts'
import { priorsOf } from './legal-force.ts'
import { listOf, type Postings, segmentCapacity } from './segment.ts'
import { TopCandidates } from './top-candidates.ts'

/** Terms that make up less of a question's weight are looked up for the best passages only: they stand in most of the others too. */
const strongShare = 0.02

/** In fewer passages every term is looked up at once: that is quick, and finds also what holds weak terms only. */
const manyPassages = 10_000

/** How many times as many passages as wanted are best by the strong terms alone, before the weak ones are added. */
const roughly = 3

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
    const known = knownTerms(this.#index, terms)
    const share = this.#index.size < manyPassages ? 0 : strongShare
    const least = share * known.reduce((sum, { weight }) => sum + weight, 0)
    const strong = known.filter(({ weight }) => weight >= least)
    const weak = known.filter(({ weight }) => weight < least)
    const mask = passageMask(this.#index, filter)
    const best = new TopCandidates(limit)
    let first = 0
    for (const segment of this.#index.segments) {
      const scores = this.#scores.subarray(0, segment.passages).fill(0)
      for (const { pair, key, weight } of strong) addScores(scores, pair ? segment.pairs : segment.words, key, weight)
      const priors = this.#priors.subarray(first, first + scores.length)
      const rough = new TopCandidates(limit * roughly)
      let threshold = 0
      for (let passage = 0; passage < scores.length; passage++) {
        const score = scores[passage]! * priors[passage]!
        if (score > threshold && (mask === undefined || mask[first + passage] === 1)) {
          rough.offer(passage, score)
          threshold = rough.threshold
        }
      }
      const chosen = Uint32Array.from(rough.sorted(), ({ passage }) => passage).sort()
      for (const { pair, key, weight } of weak)
        addFor(chosen, scores, pair ? segment.pairs : segment.words, key, weight)
      for (const passage of chosen) best.offer(first + passage, scores[passage]! * priors[passage]!)
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

/** The same for some passages only, in ascending order: each is searched for behind the one before. */
function addFor(chosen: Uint32Array, scores: Float32Array, postings: Postings, key: number, weight: number): void {
  const list = listOf(postings, key)
  if (!list) return
  const { passages, impacts } = postings
  const scale = weight / 255
  let low = list.start
  for (const passage of chosen) {
    // Strides double until the passage lies between, then halve.
    let stride = 1
    while (low + stride < list.end && passages[low + stride]! < passage) stride *= 2
    let high = Math.min(list.end, low + stride + 1)
    low += stride >> 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (passages[middle]! < passage) low = middle + 1
      else high = middle
    }
    if (low >= list.end) return
    if (passages[low] === passage) scores[passage]! += scale * impacts[low]!
  }
}
