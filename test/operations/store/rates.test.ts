import { expect, it } from 'vitest'
import { limitsOf } from '../../../src/channels/limits.ts'
import type { Store } from '../../../src/operations/store/open.ts'
import { holdOf, rateOf } from '../../../src/operations/store/rates.ts'
import { forgetOld } from '../../../src/operations/store/retention.ts'
import { onEveryStore } from '../../support/stores.ts'

const minute = 60_000

/** How many of so many tries are let through. */
async function through(tries: number, one: () => Promise<boolean>): Promise<number> {
  let count = 0
  for (let i = 0; i < tries; i++) if (await one()) count++
  return count
}

onEveryStore((emptyPlace) => {
  it.each([1, 7, 60])(
    'lets through %d at once, gives it back with time, and tells keys and rates apart',
    async (most) => {
      const store = await (await emptyPlace()).open()
      let now = 1_800_000_000_123
      const rate = rateOf(store, 'one', { most, window: minute, now: () => now })
      const other = rateOf(store, 'other', { most, window: minute, now: () => now })
      expect(await through(most + 5, () => rate.takes('a'))).toBe(most)
      expect(await through(1, () => rate.takes('b'))).toBe(1)
      expect(await through(1, () => other.takes('a'))).toBe(1)
      now += minute / most
      expect(await through(3, () => rate.takes('a'))).toBe(1)
      now += 10 * minute
      expect(await through(most + 5, () => rate.takes('a'))).toBe(most)
      // A clock that is set back keeps nobody waiting.
      now -= 24 * 60 * minute
      expect(await through(most + 5, () => rate.takes('a'))).toBe(most)
    },
  )

  it('forgets what is over', async () => {
    const store = await (await emptyPlace()).open()
    const now = 1_800_000_000_000
    await rateOf(store, 'one', { most: 2, window: minute, now: () => now }).takes('a')
    await holdOf(store, 'hold').set(now + minute)
    await forgetOld(store, now + minute / 2 + 1)
    expect(await store.selectFrom('rates').select('id').execute()).toEqual([{ id: 'hold' }])
    expect(await holdOf(store, 'hold').until()).toBe(now + minute)
    expect(await holdOf(store, 'nothing').until()).toBe(0)
  })

  it('counts together what several instances are asked at once', async () => {
    const place = await emptyPlace()
    if (!place.shared) return
    const stores = await Promise.all([1, 2, 3].map(() => place.open()))
    const now = () => 1_800_000_000_000
    const many = 20
    const granted = async (ask: (store: Store, i: number) => Promise<boolean>) => {
      const asked = stores.flatMap((store) => Array.from({ length: many }, (_, i) => ask(store, i)))
      return (await Promise.all(asked)).filter(Boolean).length
    }
    const rates = new Map(stores.map((store) => [store, rateOf(store, 'r', { most: 25, window: minute, now })]))
    expect(await granted((store) => rates.get(store)!.takes('a'))).toBe(25)
    const limited = (settings: object) => {
      const all = { person: 0, group: 0, total: 0, ...settings }
      return new Map(stores.map((store) => [store, limitsOf(store, 'test', all, { now, shared: true })]))
    }
    const ofPerson = limited({ person: 7 })
    expect(await granted(async (store) => (await ofPerson.get(store)!.allows('an', 'an', false)).granted)).toBe(7)
    const inGroup = limited({ group: 8 })
    expect(await granted(async (store) => (await inGroup.get(store)!.allows('an', 'hop', true)).granted)).toBe(4)
    const inAll = limited({ total: 9 })
    expect(await granted(async (store, i) => (await inAll.get(store)!.allows(`n${i}`, `n${i}`, false)).granted)).toBe(9)
  })
})
