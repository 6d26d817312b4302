/** Whether one more answer may be given: yes; no and to be said so; no and said already. */
export type Grant = 'yes' | 'say-no' | 'no'

/** Most keys remembered; the longest idle go first. */
const mostKeys = 10_000

/**
 * So many grants to a key within any period of `window` milliseconds. The first refusal of a row says so, the others do not.
 *
 * @param now milliseconds
 */
export function createBudget(most: number, window: number, now: () => number = Date.now): (key: string) => Grant {
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
