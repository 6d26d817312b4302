import { expect, it } from 'vitest'
import { learn, scores } from '../../bench/learning.ts'
import { featureCount } from '../../src/search/features.ts'

/** Five candidates: feature 3 tells the right one, feature 5 is noise. */
function example(right: number) {
  const features = new Float32Array(5 * featureCount)
  for (let i = 0; i < 5; i++) {
    features[i * featureCount + 3] = i === right ? 0.9 : 0.2
    features[i * featureCount + 5] = i / 5
  }
  return { features, gains: [0, 1, 2, 3, 4].map((i) => (i === right ? 1 : 0)) }
}

it('learns which feature tells the answers', () => {
  const examples = [0, 1, 2, 3, 4].map(example)
  const weights = learn(examples, [1, 1, 1, 1, 1])
  expect(weights[3]).toBeGreaterThan(1)
  expect(Math.abs(weights[5]!)).toBeLessThan(weights[3]! / 4)
  const scored = scores(example(2), weights)
  expect(scored.indexOf(Math.max(...scored))).toBe(2)
})

it('learns nothing from questions without an answer among the candidates', () => {
  const none = { ...example(1), gains: [0, 0, 0, 0, 0] }
  expect([...learn([none], [1])].every((weight) => weight === 0)).toBe(true)
})
