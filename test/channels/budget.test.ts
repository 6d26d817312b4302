import { expect, it } from 'vitest'
import { createBudget } from '../../src/channels/budget.ts'
import { onEveryStore } from '../support/stores.ts'

onEveryStore((emptyPlace) => {
  it('grants so many in any window, says no once, and grants again when there is room', async () => {
    const store = await (await emptyPlace()).open()
    let now = 0
    const budget = createBudget(store, 'test', { most: 2, window: 100, now: () => now })
    const asked = async (key: string, times: number) => {
      const grants: string[] = []
      for (let i = 0; i < times; i++) grants.push(await budget(key))
      return grants
    }
    expect(await asked('a', 4)).toEqual(['yes', 'yes', 'say-no', 'no'])
    expect(await asked('b', 1)).toEqual(['yes'])
    now = 99
    expect(await asked('a', 1)).toEqual(['no'])
    now = 100
    expect(await asked('a', 3)).toEqual(['yes', 'yes', 'say-no'])
  })

  it('is one for all who share the store', async () => {
    const { open, shared } = await emptyPlace()
    const first = await open()
    const stores = [first, shared ? await open() : first]
    const budgets = stores.map((store) => createBudget(store, 'test', { most: 5, window: 60_000 }))
    const grants = await Promise.all(Array.from({ length: 20 }, (_, i) => budgets[i % 2]!('a')))
    expect(grants.filter((grant) => grant === 'yes')).toHaveLength(5)
    expect(grants.filter((grant) => grant === 'say-no')).toHaveLength(1)
  })

  it('keeps nobody waiting for a clock that was set back', async () => {
    const store = await (await emptyPlace()).open()
    let now = 3_600_000
    const budget = createBudget(store, 'test', { most: 1, window: 60_000, now: () => now })
    expect([await budget('a'), await budget('a')]).toEqual(['yes', 'say-no'])
    now = 0
    expect([await budget('a'), await budget('a')]).toEqual(['yes', 'say-no'])
  })
})
