/** How soon a breaker opens, and how it tries again; times in milliseconds. */
export interface BreakerTimes {
  /** So many failures in a row open it. */
  readonly failures: number
  /** From opening to the first probe; after every probe that fails twice as long, up to `longest`. */
  readonly pause: number
  readonly longest: number
}

/**
 * Keeps calls away from a service that does not answer. Closed: calls go through. After some failures in a row it opens: calls stay away, so
 * that nobody waits for what will fail. After a pause it is half open: one probe asks the service, and nobody waits for that either. A probe
 * that succeeds closes it, one that fails opens it for twice as long.
 */
export class CircuitBreaker {
  readonly #probe: () => Promise<unknown>
  readonly #times: BreakerTimes
  readonly #onChange: (closed: boolean) => void
  #failures = 0
  #closed = true
  #pause: number
  #timer: NodeJS.Timeout | undefined
  #stopped = false

  constructor(probe: () => Promise<unknown>, times: BreakerTimes, onChange: (closed: boolean) => void = () => {}) {
    this.#probe = probe
    this.#times = times
    this.#pause = times.pause
    this.#onChange = onChange
  }

  /** Whether calls may go through. */
  get closed(): boolean {
    return this.#closed
  }

  succeeded(): void {
    this.#failures = 0
  }

  failed(): void {
    this.#failures++
    if (this.#closed && this.#failures >= this.#times.failures) this.open()
  }

  /** Opens at once, as after a failure that cannot pass by itself. */
  open(): void {
    if (!this.#closed || this.#stopped) return
    this.#closed = false
    this.#pause = this.#times.pause
    this.#onChange(false)
    this.#waitAndProbe()
  }

  /** Probes no more. */
  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  #waitAndProbe(): void {
    this.#timer = setTimeout(() => void this.#tryAgain(), this.#pause)
    this.#timer.unref()
  }

  async #tryAgain(): Promise<void> {
    try {
      await this.#probe()
    } catch {
      this.#pause = Math.min(this.#pause * 2, this.#times.longest)
      if (!this.#stopped) this.#waitAndProbe()
      return
    }
    if (this.#stopped) return
    this.#failures = 0
    this.#closed = true
    this.#onChange(true)
  }
}
