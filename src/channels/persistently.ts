import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../operations/log.ts'

interface Options {
  /** The channel's short name. */
  readonly channel: string
  readonly log: Log
  readonly signal: AbortSignal
  /** True for an error that repeating will not mend. */
  refused(error: unknown): boolean
}

/** Waits between attempts, in milliseconds: doubled from the first up to the longest. */
const firstWait = 2_000
const longestWait = 60_000

/** Makes a call until the platform answers it; what it refuses is refused. */
export async function persistently<T>(call: () => Promise<T>, options: Options): Promise<T> {
  const { channel, log, signal, refused } = options
  for (let wait = firstWait; ; wait = Math.min(longestWait, wait * 2)) {
    try {
      return await call()
    } catch (error) {
      if (signal.aborted || refused(error)) throw error
      log.warn(`${channel} cannot be reached yet`, { wait })
      await sleep(wait, undefined, { signal })
    }
  }
}
