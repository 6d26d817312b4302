import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../operations/log.ts'
import type { Arrival, Inbox } from '../inbox.ts'
import { type ZaloClient, ZaloError } from './client.ts'
import { arrivalOf, readEvents } from './updates.ts'

/** How long Zalo may hold a call that has nothing to deliver, in seconds. */
const pollSeconds = 25
/** The first wait after a failure, in milliseconds; then it is doubled, up to so many times the first. */
const usualWait = 1_000
const longest = 30
/** A wait that is reached only after several failures in a row, as so many times the first. */
const worrying = 8
/** An idle poll that ends sooner than this was not held; the pause keeps such polls from running hot. Milliseconds. */
const soonest = 1_000
const pause = 300

interface Options {
  readonly client: ZaloClient
  readonly inbox: Pick<Inbox, 'receive'>
  readonly log: Log
  readonly signal: AbortSignal
  /** In milliseconds. */
  readonly firstWait?: number | undefined
  /** Told whether Zalo answers. */
  report(state: 'running' | 'down'): void
}

/**
 * Fetches what people write until it is stopped, one call after the other: two at once take messages from each other. Zalo
 * delivers once only, so what was fetched is kept until the inbox has it.
 *
 * @throws ZaloError when the token is no longer valid
 */
export async function poll({ client, inbox, log, signal, report, firstWait = usualWait }: Options): Promise<void> {
  let wait = firstWait
  let fetched: readonly Arrival[] = []
  while (!signal.aborted) {
    const began = performance.now()
    try {
      if (fetched.length === 0) fetched = arrivalsOf(await client.getUpdates(pollSeconds, signal), log)
      const idle = fetched.length === 0
      await inbox.receive(fetched)
      fetched = []
      report('running')
      wait = firstWait
      if (idle && performance.now() - began < soonest) await sleep(pause, undefined, { signal }).catch(() => {})
    } catch (error) {
      if (signal.aborted) break
      if (error instanceof ZaloError && error.code === 401) throw error
      if (wait >= worrying * firstWait) report('down')
      log.warn('polling failed', { channel: 'zalo', reason: error instanceof Error ? error.message : 'unknown', wait })
      await sleep(wait, undefined, { signal }).catch(() => {})
      wait = Math.min(longest * firstWait, wait * 2)
    }
  }
}

function arrivalsOf(delivered: unknown, log: Log): readonly Arrival[] {
  if (delivered === undefined) return []
  const events = readEvents(delivered)
  if (!events) log.warn('zalo delivered something unknown')
  return (events ?? []).map(arrivalOf)
}
