import { featureCount } from '../src/search/features.ts'

/** The candidates of one question: their features, `featureCount` numbers each, and how well each answers it. */
export interface Example {
  readonly features: Float32Array
  readonly gains: readonly number[]
}

/** Steps of gradient descent, and how strongly large weights are held back. */
const rounds = 200
const decay = 1e-3
const step = 0.15

/** Candidates far down the list stand for one another: every eighth of them is enough. */
const readInFull = 60
const sampledEvery = 8

/**
 * Weights under which the answers of each question are likely to come first: softmax over its candidates, cross entropy with the
 * answers, Adam. `importance` says how much each example counts.
 */
export function learn(examples: readonly Example[], importance: readonly number[]): Float64Array {
  const useful = examples.flatMap((example, i) =>
    example.gains.some((gain) => gain > 0) ? [{ ...thinned(example), importance: importance[i]! }] : [],
  )
  const total = useful.reduce((sum, each) => sum + each.importance, 0) || 1
  const weights = new Float64Array(featureCount)
  const mean = new Float64Array(featureCount)
  const square = new Float64Array(featureCount)
  for (let round = 1; round <= rounds; round++) {
    const gradient = new Float64Array(featureCount)
    for (const example of useful) addGradient(gradient, example, weights, example.importance / total)
    for (let feature = 0; feature < featureCount; feature++) {
      const slope = gradient[feature]! + decay * weights[feature]!
      mean[feature] = 0.9 * mean[feature]! + 0.1 * slope
      square[feature] = 0.999 * square[feature]! + 0.001 * slope * slope
      const size = Math.sqrt(square[feature]! / (1 - 0.999 ** round)) + 1e-8
      weights[feature]! -= (step * mean[feature]!) / (1 - 0.9 ** round) / size
    }
  }
  return weights
}

/** Score of each candidate. */
export function scores({ features, gains }: Example, weights: Float64Array): number[] {
  return gains.map((_, i) => {
    let score = 0
    for (let feature = 0; feature < featureCount; feature++) {
      score += features[i * featureCount + feature]! * weights[feature]!
    }
    return score
  })
}

function addGradient(gradient: Float64Array, example: Example, weights: Float64Array, importance: number): void {
  const scored = scores(example, weights)
  const highest = scored.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY)
  const likely = scored.map((score) => Math.exp(score - highest))
  const total = likely.reduce((sum, each) => sum + each, 0)
  const gain = example.gains.reduce((sum, each) => sum + each, 0)
  likely.forEach((each, i) => {
    const error = importance * (each / total - example.gains[i]! / gain)
    if (Math.abs(error) < 1e-9) return
    for (let feature = 0; feature < featureCount; feature++) {
      gradient[feature]! += error * example.features[i * featureCount + feature]!
    }
  })
}

function thinned({ features, gains }: Example): Example {
  const kept = gains.flatMap((gain, i) => (gain > 0 || i < readInFull || i % sampledEvery === 0 ? [i] : []))
  const rows = new Float32Array(kept.length * featureCount)
  kept.forEach((from, to) => {
    rows.set(features.subarray(from * featureCount, (from + 1) * featureCount), to * featureCount)
  })
  return { features: rows, gains: kept.map((i) => gains[i]!) }
}
