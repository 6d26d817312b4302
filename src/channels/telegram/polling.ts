import { setTimeout as sleep } from 'node:timers/promises'
import { type Api, GrammyError } from 'grammy'
import type { Log } from '../../operations/log.ts'
import type { Inbox } from '../inbox.ts'
import { until } from './client.ts'
import { arrivalOf, wantedUpdates } from './updates.ts'

/** How long Telegram may hold a call that has nothing to deliver, in seconds. */
export const pollSeconds = 25
/** The first wait after a failure, in milliseconds; then it is doubled, up to so many times the first. */
const usualWait = 1_000
const longest = 30
/** A wait that is reached only after several failures in a row, as so many times the first. */
const worrying = 8

/** What keeps a loop of calls informed and lets it be stopped. */
interface Options {
  readonly api: Api
  readonly inbox: Inbox
  readonly log: Log
  readonly signal: AbortSignal
  /** In milliseconds. */
  readonly firstWait?: number | undefined
  /** Told whether Telegram answers. */
  report(state: 'running' | 'down'): void
}

/**
 * Fetches updates until it is stopped. An update is confirmed, by asking for what follows it, only when the inbox has it.
 *
 * @throws GrammyError when the token is no longer valid
 */
export async function poll({ api, inbox, log, signal, report, firstWait = usualWait }: Options): Promise<void> {
  let offset = 0
  let wait = firstWait
  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates(
        { offset, timeout: pollSeconds, allowed_updates: wantedUpdates },
        until(signal),
      )
      await inbox.receive(updates.flatMap((update) => arrivalOf(update) ?? []))
      report('running')
      offset = updates.reduce((next, { update_id: id }) => Math.max(next, id + 1), offset)
      wait = firstWait
    } catch (error) {
      if (signal.aborted) break
      if (error instanceof GrammyError && error.error_code === 401) throw error
      if (wait >= worrying * firstWait) report('down')
      log.warn('polling failed', { reason: reasonOf(error), wait })
      await sleep(wait, undefined, { signal }).catch(() => {})
      wait = Math.min(longest * firstWait, wait * 2)
    }
  }
  if (offset > 0)
    await api.getUpdates({ offset, limit: 1, timeout: 0 }, until(AbortSignal.timeout(2_000))).catch(() => {})
}

function reasonOf(error: unknown): string {
  if (!(error instanceof GrammyError)) return error instanceof Error ? error.message : 'unknown'
  if (error.error_code === 409) return 'another process polls with the same token, or a webhook is set'
  return `${error.error_code} ${error.description}`
}
