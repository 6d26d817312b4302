import type { Grant } from './budget.ts'

/** Most keys remembered; the longest idle go first. */
const mostKeys = 10_000

/**
 * `createBudget` within this process, for what is asked too often to ask the store each time: each instance grants as much.
 *
 * @param now milliseconds
 */
export function createLocalBudget(most: number, window: number, now: () => number = Date.now): (key: string) => Grant {
  const kept = new Map<string, { readonly times: readonly number[]; readonly refused: boolean }>()
  return (key) => {
    const { times = [], refused = false } = kept.get(key) ?? {}
    const recent = times.filter((time) => now() - time < window)
    const granted = recent.length < most
    kept.delete(key)
    kept.set(key, { times: granted ? [...recent, now()] : recent, refused: !granted })
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKeys) break
      kept.delete(oldest)
    }
    if (granted) return 'yes'
    return refused ? 'no' : 'say-no'
  }
}
