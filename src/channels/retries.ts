/** Waits between attempts, in milliseconds: doubled from the first up to so many times the first. */
const usualWait = 1_000
const longest = 32

/** What is to be tried again when some time has passed, by id. */
export interface Retries {
  /** Calls `again` after a wait that is longer each time it is asked for. */
  later(id: string, again: () => void): void
  /** The next wait of this id is a first one. */
  forget(id: string): void
  /** Nothing is tried any more. */
  stop(): void
}

export function createRetries(firstWait = usualWait): Retries {
  const waits = new Map<string, number>()
  const timers = new Set<NodeJS.Timeout>()
  return {
    later(id, again) {
      const wait = waits.get(id) ?? firstWait
      waits.set(id, Math.min(longest * firstWait, wait * 2))
      const timer = setTimeout(() => {
        timers.delete(timer)
        again()
      }, wait)
      timer.unref()
      timers.add(timer)
    },
    forget: (id) => void waits.delete(id),
    stop() {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
