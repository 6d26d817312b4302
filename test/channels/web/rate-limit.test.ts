import { describe, expect, it } from 'vitest'
import { createRateLimit } from '../../../src/channels/web/rate-limit.ts'

/** How many of the next `tries` questions the address may ask. */
async function allowed(limit: ReturnType<typeof createRateLimit>, address: string, tries: number): Promise<number> {
  let count = 0
  for (let i = 0; i < tries; i++) if (await limit.allows(address)) count++
  return count
}

describe('createRateLimit', () => {
  it('stops an address at its allowance, gives it back with time, and leaves others alone', async () => {
    let now = 0
    const limit = createRateLimit(60, () => now)
    expect(await allowed(limit, '203.0.113.7', 100)).toBe(60)
    expect(await allowed(limit, '203.0.113.8', 1)).toBe(1)
    now += 10_000
    expect(await allowed(limit, '203.0.113.7', 100)).toBe(10)
    now += 3_600_000
    expect(await allowed(limit, '203.0.113.7', 100)).toBe(60)
  })

  it('keeps nobody waiting for a clock that was set back', async () => {
    let now = 3_600_000
    const limit = createRateLimit(60, () => now)
    expect(await allowed(limit, '203.0.113.7', 30)).toBe(30)
    now = 0
    expect(await allowed(limit, '203.0.113.7', 100)).toBe(30)
  })

  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('never limits %s', async (address) => {
    expect(
      await allowed(
        createRateLimit(1, () => 0),
        address,
        50,
      ),
    ).toBe(50)
  })

  it.each([
    ['2001:db8:1:2::5', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', 1],
    ['2001:db8:1:2::5', '2001:db8:1:3::5', 2],
    ['2001:db8::1', '2001:db8:0:0:9::1', 1],
  ])('counts %s and %s as %s network(s)', async (one, other, networks) => {
    const limit = createRateLimit(1, () => 0)
    expect((await allowed(limit, one, 1)) + (await allowed(limit, other, 1))).toBe(networks)
  })

  it('goes by what all instances count, and by its own count while that does not come', async () => {
    let shared: () => Promise<boolean> = async () => false
    const limit = createRateLimit(2, () => 0, { takes: () => shared() })
    expect(await allowed(limit, '203.0.113.7', 1)).toBe(0)
    shared = () => Promise.reject(new Error('the store is away'))
    expect(await allowed(limit, '203.0.113.8', 9)).toBe(2)
    const hanging = createRateLimit(3, () => 0, { takes: () => new Promise(() => {}) })
    expect(await allowed(hanging, '203.0.113.8', 9)).toBe(3)
  })
})
