import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorFields, type Log } from '../log.ts'
import type { Store } from './open.ts'

/** This process among those that share the store. */
export interface Instance {
  /** Owns work in the store. Changes when others have taken this instance for dead. */
  readonly id: string
  /** Whether others may work on the same store at the same time. */
  readonly shared: boolean
  /**
   * Runs work while no other living instance does the same, again and again until the signal. The work's own signal tells it to
   * end when another instance may have begun.
   */
  lead(task: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void>
  /** Told when others have taken over what this instance had in hand. */
  onLost(listener: () => void): void
  /** Gives back what is in hand and says good-bye, so that others need not wait. */
  leave(): Promise<void>
}

interface Options {
  readonly log: Log
  /** False for a store that only one process opens: whoever stands in it is dead. */
  readonly shared: boolean
  /** Told after every heartbeat whether the store took it. */
  report?(works: boolean): void
  /** Time between heartbeats in milliseconds. */
  readonly beat?: number
}

const usualBeat = 2_000
/** So many heartbeats without a change, and an instance is dead: with the usual beat twelve seconds. */
const patience = 6

/**
 * Enters the store among the instances. Each counts up a number of its own; whose number stands still while the store works is taken
 * for dead by the others, and its work is taken over. Nobody's clock is compared with anybody else's.
 */
export async function joinInstances(store: Store, options: Options): Promise<Instance> {
  const { log, shared, report = () => {}, beat = usualBeat } = options
  const left = new AbortController()
  const listeners = new Set<() => void>()
  const leading = new Set<AbortController>()
  /** Since when another's number has stood still, by this process's own clock. */
  const seen = new Map<string, { readonly beat: number; readonly since: number }>()
  let lastRound = performance.now()
  let id = await enter(store)

  async function round(): Promise<void> {
    const beaten = await store
      .updateTable('instances')
      .set((with_) => ({ beat: with_('beat', '+', 1) }))
      .where('id', '=', id)
      .returning('id')
      .execute()
    if (beaten.length === 0) await enterAgain()
    const others = await store.selectFrom('instances').select(['id', 'beat']).where('id', '!=', id).execute()
    const now = performance.now()
    // After a pause of this process nothing is known of the meantime.
    if (now - lastRound > patience * beat) seen.clear()
    lastRound = now
    for (const other of seen.keys()) if (!others.some((one) => one.id === other)) seen.delete(other)
    for (const other of others) {
      const before = seen.get(other.id)
      if (before?.beat !== other.beat) seen.set(other.id, { beat: other.beat, since: now })
      else if (now - before.since >= patience * beat && (await takeOver(store, other))) {
        log.warn('an instance is gone; its work is taken over', { instance: other.id })
      }
    }
  }

  /** Others thought this instance dead: what it had in hand is theirs. */
  async function enterAgain(): Promise<void> {
    log.warn('others have taken over the work of this instance', { instance: id })
    id = await enter(store)
    for (const lead of leading) lead.abort()
    for (const listener of listeners) listener()
  }

  async function beatOn(): Promise<void> {
    while (!left.signal.aborted) {
      await sleep(beat, undefined, { signal: left.signal, ref: false }).catch(() => {})
      if (left.signal.aborted) return
      try {
        await round()
        report(true)
      } catch (error) {
        // While the store is away nobody can beat.
        seen.clear()
        log.debug('heartbeat failed', errorFields(error))
        report(false)
      }
    }
  }

  async function acquire(name: string): Promise<boolean> {
    const got = await store
      .insertInto('leases')
      .values({ name, owner: id })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ owner: id })
          .where(({ eb, not, exists, or }) =>
            or([
              eb('leases.owner', '=', id),
              not(
                exists(eb.selectFrom('instances').select('instances.id').whereRef('instances.id', '=', 'leases.owner')),
              ),
            ]),
          ),
      )
      .returning('name')
      .execute()
    return got.length > 0
  }

  async function release(name: string): Promise<void> {
    await store.deleteFrom('leases').where('name', '=', name).where('owner', '=', id).execute()
  }

  if (!shared) {
    for (const other of await store.selectFrom('instances').selectAll().where('id', '!=', id).execute()) {
      await takeOver(store, other)
    }
  }
  const beating = beatOn()

  return {
    get id() {
      return id
    },
    shared,
    async lead(task, signal, work) {
      while (!signal.aborted) {
        if (await acquire(task).catch(() => false)) {
          const lead = new AbortController()
          leading.add(lead)
          try {
            await work(AbortSignal.any([signal, lead.signal]))
          } finally {
            leading.delete(lead)
            await release(task).catch(() => {})
          }
        }
        await sleep(beat, undefined, { signal }).catch(() => {})
      }
    },
    onLost: (listener) => void listeners.add(listener),
    async leave() {
      left.abort()
      await beating
      await takeOver(store, { id })
    },
  }
}

async function enter(store: Store): Promise<string> {
  const id = randomUUID()
  await store.insertInto('instances').values({ id, beat: 0 }).execute()
  return id
}

/**
 * Strikes an instance off and frees what it had in hand. What it may have answered is marked so.
 *
 * @param dead with `beat`, only if it has not beaten since
 * @returns false when another was first, or it lives after all
 */
function takeOver(store: Store, { id, beat }: { readonly id: string; readonly beat?: number }): Promise<boolean> {
  return store.transaction().execute(async (within) => {
    const struck = await within
      .deleteFrom('instances')
      .where('id', '=', id)
      .$if(beat !== undefined, (query) => query.where('beat', '=', beat!))
      .returning('id')
      .execute()
    if (struck.length === 0) return false
    await within
      .updateTable('inbox')
      .set({ state: 'waiting', owner: null, doubt: 1 })
      .where('owner', '=', id)
      .where('state', '=', 'sending')
      .execute()
    await within
      .updateTable('inbox')
      .set({ state: 'waiting', owner: null })
      .where('owner', '=', id)
      .where('state', '=', 'working')
      .execute()
    await within.deleteFrom('leases').where('owner', '=', id).execute()
    return true
  })
}
