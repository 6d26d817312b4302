import { errorFields, type Log } from '../operations/log.ts'
import type { Store } from '../operations/store/open.ts'

/** Something that arrived from a platform. */
export interface Arrival {
  /** The platform's own id: what arrives twice under one id is worked once. */
  readonly id: string
  /** Arrivals of one lane are worked one after the other, in the order in which they came. */
  readonly lane: string
  /** Only the newest of its lane is wanted: what waits before it is dropped, what runs is aborted. */
  readonly newestOnly?: boolean
  readonly payload: string
}

/** An arrival while it is worked. */
export interface Task extends Arrival {
  readonly received: number
  /** An earlier run ended with the process while an answer was on its way: the person may have it already. */
  readonly maybeAnswered: boolean
  /** Aborted when the time is up or something newer came. */
  readonly signal: AbortSignal
  /** To be called before the first message is sent: from then on a crash leaves it open whether the person has it. */
  sending(): Promise<void>
}

export interface Inbox {
  /** Stores what is new and starts to work it. When this resolves, no crash loses it. */
  receive(arrivals: readonly Arrival[]): Promise<void>
  /** Takes up again what an earlier process left unfinished; to be called once, before the first `receive`. */
  recover(): Promise<void>
  /** Begins nothing more and waits for what is in hand, at most `grace` milliseconds; the rest stays for the next start. */
  stop(grace: number): Promise<void>
  /** Arrivals that wait or are worked, and the age of the oldest in milliseconds. */
  load(): { readonly waiting: number; readonly oldest: number }
}

interface Options {
  readonly store: Store
  readonly channel: string
  readonly log: Log
  work(task: Task): Promise<void>
  /** Told when work threw or took too long, after it was given up. */
  failed(task: Task, reason: 'error' | 'timeout'): Promise<void>
  /** Most tasks in hand at once. */
  readonly atOnce?: number
  /** Longest time for one task, in milliseconds. */
  readonly timeLimit?: number
  readonly now?: () => number
}

/** An arrival that ended the process this often is given up. */
const mostAttempts = 3

interface Entry extends Arrival {
  readonly received: number
  readonly maybeAnswered: boolean
}

/** A lane is in `ready` if and only if it has entries and none of them is running. */
interface Lane {
  readonly waiting: Entry[]
  running?: { readonly entry: Entry; readonly abort: AbortController; done: Promise<void> }
}

/**
 * Receives each thing once, keeps it until it is worked, works lanes side by side and each lane in order. All of one channel's
 * concurrency is here.
 */
export function createInbox(options: Options): Inbox {
  const { store, channel, log, work, failed, atOnce = 16, timeLimit = 60_000, now = Date.now } = options
  const lanes = new Map<string, Lane>()
  const ready: Lane[] = []
  let active = 0
  let stopped = false

  function enqueue(entry: Entry): void {
    let lane = lanes.get(entry.lane)
    if (!lane) {
      lane = { waiting: [] }
      lanes.set(entry.lane, lane)
    }
    if (entry.newestOnly) {
      for (const older of lane.waiting.splice(0)) void settle(older, 'done')
      lane.running?.abort.abort()
      const at = ready.indexOf(lane)
      if (at >= 0) ready.splice(at, 1)
    }
    lane.waiting.push(entry)
    if (!lane.running && lane.waiting.length === 1) ready.push(lane)
  }

  function pump(): void {
    while (!stopped && active < atOnce) {
      const lane = ready.shift()
      const entry = lane?.waiting.shift()
      if (!lane || !entry) return
      active++
      const abort = new AbortController()
      const running = { entry, abort, done: Promise.resolve() }
      lane.running = running
      running.done = run(entry, abort).then(() => {
        active--
        delete lane.running
        if (lane.waiting.length > 0) ready.push(lane)
        else lanes.delete(entry.lane)
        pump()
      })
    }
  }

  /** Never rejects. */
  async function run(entry: Entry, abort: AbortController): Promise<void> {
    const task: Task = { ...entry, signal: abort.signal, sending: () => mark(entry, { state: 'sending' }) }
    let reason: 'error' | 'timeout' | undefined
    try {
      await claim(entry)
      const ended = await withTimeLimit(work(task), timeLimit)
      if (!ended) reason = 'timeout'
    } catch (error) {
      if (!abort.signal.aborted) {
        reason = 'error'
        log.error('task failed', { channel, ...errorFields(error) })
      }
    }
    if (stopped && abort.signal.aborted) return
    if (reason === 'timeout') {
      abort.abort()
      log.error('task took too long', { channel, limit: timeLimit })
    }
    if (reason)
      await failed(task, reason).catch((error) => log.error('apology failed', { channel, ...errorFields(error) }))
    await settle(entry, reason ? 'failed' : 'done')
  }

  function claim({ id }: Entry) {
    return store
      .updateTable('inbox')
      .set((with_) => ({ state: 'working', claimed: now(), attempts: with_('attempts', '+', 1) }))
      .where('channel', '=', channel)
      .where('id', '=', id)
      .execute()
  }

  async function mark({ id }: Entry, change: { state: 'sending' | 'done' | 'failed'; done?: number; payload?: null }) {
    await store.updateTable('inbox').set(change).where('channel', '=', channel).where('id', '=', id).execute()
  }

  /** Never rejects: what could not be marked is worked again after the next start. */
  async function settle(entry: Entry, state: 'done' | 'failed'): Promise<void> {
    await mark(entry, { state, done: now(), payload: null }).catch((error) =>
      log.error('inbox not written', { channel, ...errorFields(error) }),
    )
  }

  return {
    async receive(arrivals) {
      if (arrivals.length === 0) return
      const received = now()
      const rows = arrivals.map(({ id, lane, payload }) => {
        return {
          channel,
          id,
          lane,
          payload,
          state: 'waiting' as const,
          attempts: 0,
          received,
          claimed: null,
          done: null,
        }
      })
      const fresh = await store
        .insertInto('inbox')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['channel', 'id']).doNothing())
        .returning('id')
        .execute()
      const isNew = new Set(fresh.map(({ id }) => id))
      for (const arrival of arrivals) {
        // An id that stands twice in one batch was stored once.
        if (isNew.delete(arrival.id)) enqueue({ ...arrival, received, maybeAnswered: false })
      }
      pump()
    },

    async recover() {
      const left = await store
        .selectFrom('inbox')
        .selectAll()
        .where('channel', '=', channel)
        .where('state', 'in', ['waiting', 'working', 'sending'])
        .orderBy('received')
        .orderBy('id')
        .execute()
      for (const { id, lane, payload, state, attempts, received } of left) {
        const entry: Entry = { id, lane, payload: payload ?? '', received, maybeAnswered: state === 'sending' }
        if (attempts < mostAttempts && payload !== null) enqueue(entry)
        else await settle(entry, 'failed')
      }
      if (left.length > 0) log.info('inbox taken up again', { channel, entries: left.length })
      pump()
    },

    async stop(grace) {
      stopped = true
      const running = [...lanes.values()].flatMap((lane) => lane.running ?? [])
      const ended = await withTimeLimit(Promise.all(running.map(({ done }) => done)), grace)
      if (!ended) for (const { abort } of running) abort.abort()
    },

    load() {
      const entries = [...lanes.values()].flatMap(({ running, waiting }) => [
        ...(running ? [running.entry] : []),
        ...waiting,
      ])
      const oldest = entries.reduce((least, { received }) => Math.min(least, received), now())
      return { waiting: entries.length, oldest: now() - oldest }
    },
  }
}

/** Whether the work ended within the time; rejects as it does. */
async function withTimeLimit(work: Promise<unknown>, limit: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, limit, false)
  })
  try {
    return await Promise.race([work.then(() => true), timeUp])
  } finally {
    clearTimeout(timer)
  }
}
