import { featureCount } from '../src/search/features.ts'

/** The candidates of one question: their features, `featureCount` numbers each, and how well each answers it. */
export interface Example {
  readonly features: Float32Array
  readonly gains: readonly number[]
}

/** Newton steps; the loss is convex, and a handful of them reaches its floor. */
const rounds = 12

/** How strongly large weights are held back. */
const decay = 1e-3

/** A step that gains less is the last. */
const leastGain = 1e-7

/** Candidates less likely than this bend the loss too little to matter. */
const leastLikely = 1e-4

/** Candidates far down the list stand for one another: every eighth of them is enough. */
const readInFull = 60
const sampledEvery = 8

/**
 * Weights under which the answers of each question are likely to come first: softmax over its candidates, cross entropy with the
 * answers, Newton's method with halved steps. `importance` says how much each example counts.
 */
export function learn(examples: readonly Example[], importance: readonly number[]): Float64Array {
  const useful = examples.flatMap((example, i) =>
    example.gains.some((gain) => gain > 0) ? [{ ...thinned(example), importance: importance[i]! }] : [],
  )
  const total = useful.reduce((sum, each) => sum + each.importance, 0) || 1
  const weighted = useful.map((example) => ({ ...example, importance: example.importance / total }))
  let weights = new Float64Array(featureCount)
  let loss = lossOf(weighted, weights)
  for (let round = 0; round < rounds; round++) {
    const direction = newtonDirection(weighted, weights)
    let next = weights
    let nextLoss = loss
    for (let step = 1; step > 1e-3 && nextLoss >= loss; step /= 2) {
      next = weights.map((weight, feature) => weight - step * direction[feature]!)
      nextLoss = lossOf(weighted, next)
    }
    if (nextLoss > loss - leastGain) break
    weights = next
    loss = nextLoss
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

interface WeightedExample extends Example {
  readonly importance: number
}

function lossOf(examples: readonly WeightedExample[], weights: Float64Array): number {
  let loss = 0
  for (const weight of weights) loss += (decay / 2) * weight * weight
  for (const example of examples) {
    const likely = likelihoods(example, weights)
    const gain = example.gains.reduce((sum, each) => sum + each, 0)
    example.gains.forEach((each, i) => {
      if (each > 0) loss -= (example.importance * each * Math.log(Math.max(likely[i]!, 1e-300))) / gain
    })
  }
  return loss
}

/** Gradient over curvature: the way to the floor of the parabola that touches the loss here. */
function newtonDirection(examples: readonly WeightedExample[], weights: Float64Array): Float64Array {
  const gradient = weights.map((weight) => decay * weight)
  const curvature = new Float64Array(featureCount * featureCount)
  for (let feature = 0; feature < featureCount; feature++) curvature[feature * featureCount + feature] = decay
  for (const example of examples) {
    const { features, gains, importance } = example
    const likely = likelihoods(example, weights)
    const gain = gains.reduce((sum, each) => sum + each, 0)
    const mean = new Float64Array(featureCount)
    likely.forEach((each, i) => {
      const row = features.subarray(i * featureCount, (i + 1) * featureCount)
      const error = importance * (each - gains[i]! / gain)
      for (let f = 0; f < featureCount; f++) gradient[f]! += error * row[f]!
      if (each < leastLikely) return
      for (let f = 0; f < featureCount; f++) mean[f]! += each * row[f]!
      addSquare(curvature, row, importance * each)
    })
    addSquare(curvature, mean, -importance)
  }
  return solved(curvature, gradient)
}

/** Adds the products of a row's numbers, times a factor, to the lower half of a matrix. */
function addSquare(matrix: Float64Array, row: Float32Array | Float64Array, factor: number): void {
  for (let f = 0; f < featureCount; f++) {
    const product = factor * row[f]!
    if (product === 0) continue
    for (let g = 0; g <= f; g++) matrix[f * featureCount + g]! += product * row[g]!
  }
}

/** The solution of `matrix` · x = `right` for a positive symmetric matrix given by its lower half (Cholesky). */
function solved(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j]!
      for (let k = 0; k < j; k++) rest -= lower[i * size + k]! * lower[j * size + k]!
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(rest, 1e-12)) : rest / lower[j * size + j]!
    }
  }
  const x = Float64Array.from(right)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i * size + k]! * x[k]!
    x[i]! /= lower[i * size + i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= lower[k * size + i]! * x[k]!
    x[i]! /= lower[i * size + i]!
  }
  return x
}

/** How likely each candidate is to be taken for the answer. */
function likelihoods(example: Example, weights: Float64Array): number[] {
  const scored = scores(example, weights)
  const highest = scored.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY)
  const likely = scored.map((score) => Math.exp(score - highest))
  const total = likely.reduce((sum, each) => sum + each, 0)
  return likely.map((each) => each / total)
}

function thinned({ features, gains }: Example): Example {
  const kept = gains.flatMap((gain, i) => (gain > 0 || i < readInFull || i % sampledEvery === 0 ? [i] : []))
  const rows = new Float32Array(kept.length * featureCount)
  kept.forEach((from, to) => {
    rows.set(features.subarray(from * featureCount, (from + 1) * featureCount), to * featureCount)
  })
  return { features: rows, gains: kept.map((i) => gains[i]!) }
}
