import { fold } from '../vietnamese/normal-form.ts'
import type { CorpusIndex } from './corpus-index.ts'
import type { Candidate, SearchHit } from './engine.ts'
import { type FeatureName, featureCount, featureNames, RankedQuestion, Scratch } from './features.ts'
import { kindsNamed, legalForce } from './legal-force.ts'
import type { QuestionWord } from './question.ts'
import learnedWeights from './ranking-weights.json' with { type: 'json' }
import type { Segment } from './segment.ts'
import { TopCandidates } from './top-candidates.ts'
import { Groups, Votes } from './votes.ts'

/** What each feature counts: one set for corpora whose passages mostly have headings of their own, one for plain text. */
export interface RankingWeights {
  readonly titled: Readonly<Partial<Record<FeatureName, number>>>
  readonly untitled: Readonly<Partial<Record<FeatureName, number>>>
}

/** Learned from public questions on law and on encyclopedia articles; `npm run learn:ranking` learns others. */
export const shippedWeights: RankingWeights = learnedWeights

/** Hits of which it is said why they stand where they do. */
const explained = 10

/** Number of the first feature that looks at more than the words of a passage. */
const force = featureNames.indexOf('force')

/** Orders candidates by a weighted sum of features of their words. The same for every engine. */
export class Ranker {
  readonly #index: CorpusIndex
  readonly #weights: Float64Array
  readonly #scratch = new Scratch()
  readonly #groups: Groups
  readonly #kinds: Uint8Array
  readonly #kindNames: string[] = []
  readonly #kindForces: number[] = []

  constructor(index: CorpusIndex, chosen: RankingWeights = shippedWeights) {
    this.#index = index
    this.#groups = new Groups(index)
    const profile = chosen[isTitled(index) ? 'titled' : 'untitled']
    this.#weights = Float64Array.from(featureNames, (name) => profile[name] ?? 0)
    const numbers = new Map<string, number>()
    this.#kinds = Uint8Array.from(index.passages, (passage) => {
      const kind = passage?.document.metadata.kind ?? ''
      let number = numbers.get(kind)
      if (number === undefined) {
        number = Math.min(255, this.#kindNames.length)
        numbers.set(kind, number)
        this.#kindNames.push(fold(kind))
        this.#kindForces.push(legalForce(kind))
      }
      return number
    })
  }

  /** The best `limit` candidates as hits, best first; equal scores in passage order. */
  rank(question: string, words: readonly QuestionWord[], candidates: readonly Candidate[], limit: number): SearchHit[] {
    const coverages = new Float32Array(candidates.length)
    const features = this.measure(question, words, candidates, coverages)
    const best = new TopCandidates(limit)
    const rowOf = new Map<number, number>()
    candidates.forEach(({ passage }, i) => {
      let score = 0
      for (let feature = 0; feature < featureCount; feature++) {
        score += features[i * featureCount + feature]! * this.#weights[feature]!
      }
      rowOf.set(passage, i)
      best.offer(passage, score)
    })
    return best.sorted().map(({ passage, score }, place) => {
      const row = rowOf.get(passage)!
      // Engines offer no passage that was removed.
      const hit = { passage: this.#index.passages[passage]!, score, coverage: coverages[row]! }
      return place < explained
        ? this.#explained(hit, features.slice(row * featureCount, (row + 1) * featureCount))
        : hit
    })
  }

  /** A hit with what each feature adds to its score; worked out when it is asked for, as few hits are shown. */
  #explained(hit: SearchHit, features: Float32Array): SearchHit {
    const weights = this.#weights
    return {
      ...hit,
      get why() {
        const why: Record<string, number> = {}
        featureNames.forEach((name, i) => {
          const share = features[i]! * weights[i]!
          if (share !== 0) why[name] = round(share)
        })
        return why
      },
    }
  }

  /** The features of each candidate, `featureCount` numbers apiece; `coverages` takes the share of the words asked that each holds. */
  measure(
    question: string,
    words: readonly QuestionWord[],
    candidates: readonly Candidate[],
    coverages = new Float32Array(candidates.length),
  ): Float32Array {
    const features = new Float32Array(candidates.length * featureCount)
    const ranked = new RankedQuestion(this.#index, words, this.#scratch)
    const asked = kindsNamed(question)
    const best = candidates[0]?.score ?? 1
    const votes = new Votes(this.#groups, candidates)
    candidates.forEach(({ passage, score }, i) => {
      const row = features.subarray(i * featureCount, (i + 1) * featureCount)
      const { segment, local } = this.#locate(passage)
      coverages[i] = ranked.measure(segment, local, row)
      const kind = this.#kinds[passage]!
      row[0] = ranked.total > 0 ? score / ranked.total / 1.6 : 0
      row[1] = best > 0 ? score / best : 0
      row[force] = this.#kindForces[kind] ?? legalForce('')
      row[force + 1] = asked.has(this.#kindNames[kind] ?? '') ? 1 : 0
      row[force + 2] = votes.ofDocument(passage)
      row[force + 3] = votes.ofHeading(passage)
    })
    ranked.release()
    return features
  }

  /** The segment of a slot, and the passage's number there. */
  #locate(slot: number): { segment: Segment; local: number } {
    let local = slot
    for (const segment of this.#index.segments) {
      if (local < segment.passages) return { segment, local }
      local -= segment.passages
    }
    throw new RangeError(`no passage at ${slot}`)
  }
}

/** Whether more than half of the passages have a heading of their own. */
export function isTitled({ segments, passages: slots }: CorpusIndex): boolean {
  let titled = 0
  for (const { fieldStarts, passages } of segments) {
    for (let passage = 0; passage < passages; passage++) {
      if (fieldStarts[passage * 3 + 1]! > fieldStarts[passage * 3]!) titled++
    }
  }
  return titled * 2 > slots.length
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
