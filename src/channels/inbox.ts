import { errorFields, type Log } from '../operations/log.ts'
import { type ClaimedEntry, inboxEntriesOf } from '../operations/store/inbox-entries.ts'
import type { Instance } from '../operations/store/instances.ts'
import type { Store } from '../operations/store/open.ts'
import { isUnavailable } from '../operations/store/unavailable.ts'
import { NotSent } from './not-sent.ts'
import { createRetries } from './retries.ts'

/** Something that arrived from a platform. */
export interface Arrival {
  /** The platform's own id: what arrives twice under one id is worked once. */
  readonly id: string
  /** Arrivals of one lane are worked one after the other, in the order of their positions. */
  readonly lane: string
  /** The platform's own order, where it has one; otherwise they stand in the order in which they came. */
  readonly position?: number
  /** Only the newest of its lane is wanted: what waits before it is dropped, what runs here is aborted. */
  readonly newestOnly?: boolean
  readonly payload: string
}

/** An arrival while it is worked. */
export interface Task {
  readonly id: string
  readonly payload: string
  readonly received: number
  /** An earlier run ended while an answer was on its way: the person may have it already. */
  readonly maybeAnswered: boolean
  /** Aborted when the time is up, something newer came, or another instance has taken over. */
  readonly signal: AbortSignal
  /**
   * To be called before the first message is sent: from then on a crash leaves it open whether the person has it.
   *
   * @throws Error when the store cannot be told or another instance works the arrival; nothing is to be sent then
   */
  sending(): Promise<void>
}

/** One channel's arrivals, shared by all instances on the same store. */
export interface Inbox {
  /** Stores what is new and starts to work it. When this resolves, no crash loses it. */
  receive(arrivals: readonly Arrival[]): Promise<void>
  /** Begins to work what waits, whoever received it; to be called once, when work can be done. */
  start(): void
  /** Begins nothing more and waits for what is in hand, at most `grace` milliseconds; the rest is for the next start. */
  stop(grace: number): Promise<void>
}

interface Options {
  readonly store: Store
  readonly instance: Instance
  readonly channel: string
  readonly log: Log
  work(task: Task): Promise<void>
  /** Told when work threw or took too long, after it was given up. */
  failed(task: Task, reason: 'error' | 'timeout'): Promise<void>
  /** Most tasks in hand at once. */
  readonly atOnce?: number
  /** Longest time for one task, in milliseconds. */
  readonly timeLimit?: number | undefined
  /** The first wait before an answer that could not be sent is sent again, in milliseconds. */
  readonly firstWait?: number | undefined
  readonly now?: () => number
}

/** An arrival that ended the process this often is given up. */
const mostAttempts = 3
/** An answer that could not be sent for so long is given up, in milliseconds. */
const longestHeld = 6 * 3_600_000
/** How often it is looked for what others received or gave back, and what could not be written is written again. Milliseconds. */
const look = 1_000

/** What is in hand. */
interface Running {
  readonly lane: string
  readonly abort: AbortController
  done: Promise<void>
}

/**
 * Receives each thing once, keeps it until it is worked, works lanes side by side and each lane in order, whichever instance takes
 * it. All of one channel's concurrency is here and in the database.
 */
export function createInbox(options: Options): Inbox {
  const { store, instance, channel, log, work, failed, atOnce = 16, timeLimit = 60_000, now = Date.now } = options
  const entries = inboxEntriesOf(store, channel, instance.shared, now)
  const retries = createRetries(options.firstWait)
  const running = new Set<Running>()
  /** What the store could not take yet, by entry. */
  const unwritten = new Map<string, () => Promise<void>>()
  let started = false
  let stopped = false
  let claiming = false
  let again = false
  let looking: NodeJS.Timeout | undefined

  instance.onLost(() => {
    unwritten.clear()
    for (const { abort } of running) abort.abort()
  })

  /** Takes as much as can be worked now. Never rejects. */
  async function pump(): Promise<void> {
    again = true
    if (claiming) return
    claiming = true
    try {
      while (again && started && !stopped && running.size < atOnce) {
        again = false
        const owner = instance.id
        for (const entry of await entries.claim(owner, atOnce - running.size)) begin(entry, owner)
      }
    } catch (error) {
      log.warn('inbox not read', { channel, ...errorFields(error) })
    } finally {
      claiming = false
    }
  }

  function begin(entry: ClaimedEntry, owner: string): void {
    const abort = new AbortController()
    const one = { lane: entry.lane, abort, done: Promise.resolve() }
    running.add(one)
    one.done = run(entry, owner, abort).then(() => {
      running.delete(one)
      void pump()
    })
  }

  /** Never rejects. */
  async function run(entry: ClaimedEntry, owner: string, abort: AbortController): Promise<void> {
    const { id, payload, received, attempts, doubt } = entry
    if (attempts > mostAttempts) return write(id, () => entries.settle(owner, id, 'failed'))
    let mayBeSent = doubt
    const task: Task = {
      id,
      payload,
      received,
      maybeAnswered: doubt,
      signal: abort.signal,
      async sending() {
        if (!(await entries.sending(owner, id))) throw new TakenOver()
        mayBeSent = true
      },
    }
    let reason: 'error' | 'timeout' | undefined
    try {
      if (!(await withTimeLimit(work(task), timeLimit))) reason = 'timeout'
    } catch (error) {
      if (error instanceof TakenOver) return
      if (error instanceof NotSent) return holdBack(entry, owner, error.payload)
      if (isUnavailable(error)) {
        log.warn('task waits for the store', { channel })
        return write(id, () => entries.giveBack(owner, id, mayBeSent))
      }
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
    retries.forget(id)
    await write(id, () => entries.settle(owner, id, reason ? 'failed' : 'done'))
  }

  /** Keeps an answer that could not be sent until it can be. What arrives later in its lane waits behind it. Never rejects. */
  async function holdBack({ id, received }: ClaimedEntry, owner: string, payload: string): Promise<void> {
    if (now() - received > longestHeld) {
      retries.forget(id)
      log.error('answer given up: it could not be sent for hours', { channel })
      return write(id, () => entries.settle(owner, id, 'failed'))
    }
    log.warn('answer held back: it could not be sent', { channel })
    await write(id, () => entries.replace(owner, id, payload))
    if (!stopped) retries.later(id, () => void write(id, () => entries.giveBack(owner, id, false)).then(pump))
  }

  /** Never rejects: what cannot be written now is written when it can, and nobody works the entry meanwhile. */
  async function write(id: string, action: () => Promise<void>): Promise<void> {
    try {
      await action()
    } catch (error) {
      log.error('inbox not written', { channel, ...errorFields(error) })
      unwritten.set(id, action)
    }
  }

  async function writeAgain(): Promise<void> {
    for (const [id, action] of unwritten) {
      await action()
      unwritten.delete(id)
    }
  }

  function lookAround(): void {
    looking = setTimeout(async () => {
      // Without the store there is nothing to take either.
      await writeAgain().then(pump, () => {})
      if (!stopped) lookAround()
    }, look)
    looking.unref()
  }

  return {
    async receive(arrivals) {
      if (arrivals.length === 0) return
      const received = now()
      const fresh = await entries.add(
        arrivals.map(({ id, lane, payload, position }, i) => {
          return { id, lane, payload, position: position ?? received * 1000 + Math.min(i, 999) }
        }),
        received,
      )
      const newest = arrivals.filter(({ id, newestOnly }) => newestOnly && fresh.has(id))
      for (const [lane, id] of new Map(newest.map(({ id, lane }) => [lane, id]))) {
        await entries.dropOthers(lane, id)
        for (const one of running) if (one.lane === lane) one.abort.abort()
      }
      if (fresh.size > 0) void pump()
    },

    start() {
      started = true
      lookAround()
      void pump()
    },

    async stop(grace) {
      stopped = true
      clearTimeout(looking)
      // What is held back is free again when the instance leaves.
      retries.stop()
      const inHand = [...running]
      const ended = await withTimeLimit(Promise.all(inHand.map(({ done }) => done)), grace)
      if (!ended) for (const { abort } of inHand) abort.abort()
      await writeAgain().catch(() => {})
    },
  }
}

/** Another instance took this one for dead and works the arrival. */
class TakenOver extends Error {
  override readonly name = 'TakenOver'
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
