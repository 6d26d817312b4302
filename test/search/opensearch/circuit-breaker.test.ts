import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CircuitBreaker } from '../../../src/search/opensearch/circuit-breaker.ts'

describe('CircuitBreaker', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const times = { failures: 3, pause: 1000, longest: 3000 }

  function opened(probe: () => Promise<unknown>) {
    const states: boolean[] = []
    const breaker = new CircuitBreaker(probe, times, (closed) => states.push(closed))
    for (let i = 0; i < times.failures; i++) breaker.failed()
    return { breaker, states }
  }

  it('opens after failures in a row', () => {
    const breaker = new CircuitBreaker(async () => {}, times)
    breaker.failed()
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    breaker.failed()
    expect(breaker.closed).toBe(true)
    breaker.failed()
    expect(breaker.closed).toBe(false)
  })

  it('closes when a probe succeeds', async () => {
    const { breaker, states } = opened(async () => {})
    await vi.advanceTimersByTimeAsync(999)
    expect(breaker.closed).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(breaker.closed).toBe(true)
    expect(states).toEqual([false, true])
  })

  it('waits twice as long after every probe that fails, up to a limit', async () => {
    const probes: number[] = []
    const began = Date.now()
    const { breaker } = opened(async () => {
      probes.push(Date.now() - began)
      throw new Error('still away')
    })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(probes).toEqual([1000, 3000, 6000, 9000])
    expect(breaker.closed).toBe(false)
  })

  it('sends one probe at a time', async () => {
    let probes = 0
    opened(() => {
      probes++
      return new Promise(() => {})
    })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(probes).toBe(1)
  })

  it('probes no more once stopped', async () => {
    let probes = 0
    const { breaker } = opened(async () => {
      probes++
      throw new Error('still away')
    })
    breaker.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(probes).toBe(0)
  })
})
