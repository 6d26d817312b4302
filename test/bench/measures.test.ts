import { expect, it } from 'vitest'
import { percentile, qualityOf } from '../../bench/measures.ts'

it('gives a perfect list the best marks', () => {
  const quality = qualityOf(
    ['a', 'b'],
    new Map([
      ['a', 1],
      ['b', 1],
    ]),
  )
  expect(quality).toMatchObject({ ndcg10: 1, mrr10: 1, recall1: 0.5, recall5: 1, recall100: 1 })
})

it('discounts by rank', () => {
  const quality = qualityOf(['x', 'a'], new Map([['a', 1]]))
  expect(quality.ndcg10).toBeCloseTo(1 / Math.log2(3))
  expect(quality.mrr10).toBe(0.5)
  expect(quality.recall1).toBe(0)
})

it('gives nothing for what is found too late or not at all', () => {
  const late = [...Array.from({ length: 10 }, (_, i) => `x${i}`), 'a']
  expect(qualityOf(late, new Map([['a', 1]]))).toMatchObject({ ndcg10: 0, mrr10: 0, recall10: 0, recall20: 1 })
  expect(qualityOf([], new Map([['a', 1]])).recall100).toBe(0)
})

it('finds percentiles of unsorted values', () => {
  expect(percentile([5, 1, 3, 2, 4], 0.5)).toBe(3)
  expect(percentile([5, 1, 3, 2, 4], 0.99)).toBe(5)
  expect(percentile([], 0.5)).toBe(0)
})
