import { expect, it } from 'vitest'
import { createBudget } from '../../src/channels/budget.ts'

it('grants so many in any window, says no once, and grants again when there is room', () => {
  let now = 0
  const budget = createBudget(2, 100, () => now)
  expect([budget('a'), budget('a'), budget('a'), budget('a')]).toEqual(['yes', 'yes', 'say-no', 'no'])
  expect(budget('b')).toBe('yes')
  now = 99
  expect(budget('a')).toBe('no')
  now = 100
  expect([budget('a'), budget('a'), budget('a')]).toEqual(['yes', 'yes', 'say-no'])
})
