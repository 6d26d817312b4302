import { describe, expect, it } from 'vitest'
import { createRateLimit } from '../../../src/channels/web/rate-limit.ts'

/** How many of the next `tries` questions the address may ask. */
function allowed(limit: ReturnType<typeof createRateLimit>, address: string, tries: number): number {
  return Array.from({ length: tries }, () => limit.allows(address)).filter(Boolean).length
}

describe('createRateLimit', () => {
  it('stops an address at its allowance, gives it back with time, and leaves others alone', () => {
    let now = 0
    const limit = createRateLimit(60, () => now)
    expect(allowed(limit, '203.0.113.7', 100)).toBe(60)
    expect(allowed(limit, '203.0.113.8', 1)).toBe(1)
    now += 10_000
    expect(allowed(limit, '203.0.113.7', 100)).toBe(10)
    now += 3_600_000
    expect(allowed(limit, '203.0.113.7', 100)).toBe(60)
  })

  it('keeps nobody waiting for a clock that was set back', () => {
    let now = 3_600_000
    const limit = createRateLimit(60, () => now)
    expect(allowed(limit, '203.0.113.7', 30)).toBe(30)
    now = 0
    expect(allowed(limit, '203.0.113.7', 100)).toBe(30)
  })

  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('never limits %s', (address) => {
    expect(
      allowed(
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
  ])('counts %s and %s as %s network(s)', (one, other, networks) => {
    const limit = createRateLimit(1, () => 0)
    expect(allowed(limit, one, 1) + allowed(limit, other, 1)).toBe(networks)
  })
})
