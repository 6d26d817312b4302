import { sql } from 'kysely'
import type { Store } from './open.ts'

/** What is to be kept of something that arrived. */
interface NewEntry {
  readonly id: string
  readonly lane: string
  readonly payload: string
  /** Orders the entries of a lane. */
  readonly position: number
}

/** An entry that is worked. */
export interface ClaimedEntry {
  readonly id: string
  readonly lane: string
  readonly payload: string
  readonly received: number
  readonly attempts: number
  /** Somebody may have been answered already by an instance that ended. */
  readonly doubt: boolean
}

/** One channel's entries. At most one of a lane is worked at any time, by whichever instance: the database sees to it. */
export interface InboxEntries {
  /** Adds what is new; resolves with the ids of it. */
  add(entries: readonly NewEntry[], received: number): Promise<ReadonlySet<string>>
  /** Drops what waits in a lane, all but one. */
  dropOthers(lane: string, id: string): Promise<void>
  /** Takes, for an instance, the first entries of lanes in which nothing is worked; the longest waiting first. */
  claim(owner: string, most: number): Promise<readonly ClaimedEntry[]>
  /** Says that an answer may leave from now on; false when the entry is no longer this owner's. */
  sending(owner: string, id: string): Promise<boolean>
  settle(owner: string, id: string, state: 'done' | 'failed'): Promise<void>
  /** Puts something else in place of what arrived, as if it had just been claimed: nobody has been answered by it yet. */
  replace(owner: string, id: string, payload: string): Promise<void>
  /** Lets an entry be claimed again, as if it had not been. @param doubt somebody may have been answered */
  giveBack(owner: string, id: string, doubt: boolean): Promise<void>
}

/** Attempts to claim when another instance claims in the same lanes at the same moment. */
const mostAttempts = 5

/** @param shared whether other instances claim at the same time */
export function inboxEntriesOf(store: Store, channel: string, shared: boolean, now: () => number): InboxEntries {
  const one = (id: string) => store.updateTable('inbox').where('channel', '=', channel).where('id', '=', id)

  async function claimOnce(owner: string, most: number): Promise<readonly ClaimedEntry[]> {
    const rows = await store
      .with('first', (db) =>
        db
          .selectFrom('inbox as entry')
          .select('entry.id')
          .where('entry.channel', '=', channel)
          .where('entry.state', '=', 'waiting')
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('inbox as other')
                  .select('other.id')
                  .whereRef('other.channel', '=', 'entry.channel')
                  .whereRef('other.lane', '=', 'entry.lane')
                  .where('other.state', 'in', ['working', 'sending']),
              ),
            ),
          )
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('inbox as other')
                  .select('other.id')
                  .whereRef('other.channel', '=', 'entry.channel')
                  .whereRef('other.lane', '=', 'entry.lane')
                  .where('other.state', '=', 'waiting')
                  .where(
                    sql<boolean>`(other.position < entry.position or (other.position = entry.position and other.id < entry.id))`,
                  ),
              ),
            ),
          )
          .orderBy('entry.received')
          .limit(most)
          .$if(shared, (query) => query.forUpdate('entry').skipLocked()),
      )
      .updateTable('inbox')
      .set((with_) => ({ state: 'working', owner, claimed: now(), attempts: with_('attempts', '+', 1) }))
      .where('channel', '=', channel)
      .where('state', '=', 'waiting')
      .where('id', 'in', ({ selectFrom }) => selectFrom('first').select('first.id'))
      .returning(['id', 'lane', 'payload', 'received', 'attempts', 'doubt'])
      .execute()
    return rows.map(({ payload, doubt, ...row }) => ({ ...row, payload: payload ?? '', doubt: doubt === 1 }))
  }

  return {
    async add(entries, received) {
      if (entries.length === 0) return new Set()
      const rows = entries.map((entry) => {
        const unworked = { state: 'waiting', attempts: 0, claimed: null, done: null, owner: null, doubt: 0 } as const
        return { channel, ...entry, received, ...unworked }
      })
      const fresh = await store
        .insertInto('inbox')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['channel', 'id']).doNothing())
        .returning('id')
        .execute()
      return new Set(fresh.map(({ id }) => id))
    },
    async dropOthers(lane, id) {
      await store
        .updateTable('inbox')
        .set({ state: 'done', done: now(), ...forgotten })
        .where('channel', '=', channel)
        .where('lane', '=', lane)
        .where('state', '=', 'waiting')
        .where('id', '!=', id)
        .execute()
    },
    async claim(owner, most) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await claimOnce(owner, most)
        } catch (error) {
          // Two instances chose different entries of one lane; the database let one of them through.
          if (attempt === mostAttempts || !isConflict(error)) throw error
        }
      }
    },
    async sending(owner, id) {
      const mine = await one(id)
        .set({ state: 'sending' })
        .where('owner', '=', owner)
        .where('state', 'in', ['working', 'sending'])
        .returning('id')
        .execute()
      return mine.length > 0
    },
    async settle(owner, id, state) {
      await one(id)
        .set({ state, done: now(), owner: null, ...forgotten })
        .where('owner', '=', owner)
        .execute()
    },
    async replace(owner, id, payload) {
      await one(id).set({ state: 'working', payload, attempts: 1 }).where('owner', '=', owner).execute()
    },
    async giveBack(owner, id, doubt) {
      await one(id)
        .set((with_) => ({
          state: 'waiting',
          owner: null,
          attempts: with_('attempts', '-', 1),
          ...(doubt && { doubt: 1 }),
        }))
        .where('owner', '=', owner)
        .execute()
    },
  }
}

/** Of what is worked only the mark stays that it was; whom it came from is no part of it. */
const forgotten = { payload: null, lane: '' } as const

/** A unique index refused. */
function isConflict(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === '23505' || code.startsWith('SQLITE_CONSTRAINT')
}
