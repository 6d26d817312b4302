/** The platform's time of day, by which it dates messages: that of this machine, unless the two are apart. */
export interface PlatformClock {
  /** To be told the `date` of every answer of the platform. */
  heard(date: string | null): void
  /** Milliseconds since the epoch. */
  now(): number
}

/** Differences below this are the way of an answer and whole seconds, in milliseconds. */
const negligible = 60_000

/**
 * A machine whose clock is wrong, or is set while the bot runs, would take every question for an old one. The platform dates its
 * answers too, so the difference is known.
 *
 * @param now the machine's own time
 */
export function createPlatformClock(now: () => number): PlatformClock {
  let ahead = 0
  return {
    heard(date) {
      const theirs = Date.parse(date ?? '')
      if (Number.isNaN(theirs)) return
      const difference = now() - theirs
      ahead = Math.abs(difference) < negligible ? 0 : difference
    },
    now: () => now() - ahead,
  }
}
