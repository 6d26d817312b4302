import { createHash } from 'node:crypto'
import type { Rate } from '../../operations/store/rates.ts'

/** Lets an address ask so many questions at once, and then as many again each minute. */
export interface RateLimit {
  /** Takes one question from the address's allowance; false when nothing is left of it. Loopback is never limited. */
  allows(address: string): Promise<boolean>
}

/** How long the other instances' count is waited for, and how long it is not asked for when it did not come. Milliseconds. */
const patience = 500
const pause = 5_000

/** Most addresses remembered; the one that asked least recently is forgotten first. */
const mostAddresses = 20_000

/**
 * A token bucket for each address.
 *
 * @param perMinute questions a minute
 * @param now milliseconds since the epoch
 * @param shared what all instances count together; while it does not answer, each goes by its own count
 */
export function createRateLimit(perMinute: number, now: () => number = Date.now, shared?: Rate): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>()
  let silentUntil = 0

  async function othersAllow(network: string): Promise<boolean> {
    if (!shared || performance.now() < silentUntil) return true
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, patience, new Error('no answer'))
    })
    try {
      return await Promise.race([shared.takes(markOf(network)), tooLong])
    } catch {
      silentUntil = performance.now() + pause
      return true
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async allows(address) {
      if (isLoopback(address)) return true
      const network = networkOf(address)
      const at = now()
      const bucket = buckets.get(network) ?? { tokens: perMinute, at }
      const tokens = Math.min(perMinute, bucket.tokens + (Math.max(0, at - bucket.at) * perMinute) / 60_000)
      const allowed = tokens >= 1
      buckets.delete(network)
      buckets.set(network, { tokens: allowed ? tokens - 1 : tokens, at })
      for (const oldest of buckets.keys()) {
        if (buckets.size <= mostAddresses) break
        buckets.delete(oldest)
      }
      return allowed && othersAllow(network)
    },
  }
}

/** An address as it stands in the store. */
function markOf(network: string): string {
  return createHash('sha256').update(network).digest('base64url').slice(0, 22)
}

/** True for addresses of this machine itself, in IPv4, IPv6 and IPv4 written as IPv6. */
export function isLoopback(address: string): boolean {
  return /^(?:::1$|(?:::ffff:)?127\.)/i.test(address)
}

/** One person's IPv6 addresses share their first 64 bits, so these count together. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':')
  const written = tail === undefined ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - written.length)).fill('0')
  return [...groups, ...zeros, ...written].slice(0, 4).join(':')
}
