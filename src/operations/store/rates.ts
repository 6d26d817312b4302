import { sql } from 'kysely'
import type { Store } from './open.ts'

/** So many at once, and then as many again in each period, whichever instance is asked. */
export interface Rate {
  /** Takes one from the key's allowance; false when nothing is left of it. */
  takes(key: string): Promise<boolean>
}

/**
 * Of each key only one time is kept: that at which all it has taken would be back if nobody took more. One statement reads and
 * writes it, so that instances that ask at the same moment count each other.
 *
 * @param name tells this rate from others in the store
 * @param window milliseconds
 */
export function rateOf(
  store: Store,
  name: string,
  { most, window, now = Date.now }: { readonly most: number; readonly window: number; readonly now?: () => number },
): Rate {
  const each = window / most
  return {
    async takes(key) {
      const at = now()
      // What lies far ahead was noted before a clock was set back.
      const from = sql<number>`case when rates.until < ${at} or rates.until > ${at + 2 * window} then ${at} else rates.until end`
      const taken = await store
        .insertInto('rates')
        .values({ id: `${name} ${key}`, until: at + each })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet({ until: sql<number>`(${from}) + ${each}` })
            // Half of one more or less, since fractions are rounded.
            .where(sql<boolean>`(${from}) <= ${at + window - each / 2}`),
        )
        .returning('id')
        .execute()
      return taken.length > 0
    },
  }
}

/** Until when something is not done, on every instance. */
export interface SharedHold {
  /** Milliseconds since the epoch; in the past when nothing is held. */
  until(): Promise<number>
  set(until: number): Promise<void>
}

export function holdOf(store: Store, id: string): SharedHold {
  return {
    async until() {
      const row = await store.selectFrom('rates').select('until').where('id', '=', id).executeTakeFirst()
      return row?.until ?? 0
    },
    async set(until) {
      await store
        .insertInto('rates')
        .values({ id, until })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ until }))
        .execute()
    },
  }
}
