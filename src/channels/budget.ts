import type { Store } from '../operations/store/open.ts'

/** Whether one more answer may be given: yes; no and to be said so; no and said already. */
export type Grant = 'yes' | 'say-no' | 'no'

/**
 * So many grants to a key within any period of `window` milliseconds, whichever instance is asked. The first refusal of a row says
 * so, the others do not.
 *
 * @param name tells this budget from others in the store
 * @param now milliseconds
 */
export function createBudget(
  store: Store,
  name: string,
  { most, window, now = Date.now }: { readonly most: number; readonly window: number; readonly now?: () => number },
): (key: string) => Promise<Grant> {
  return (key) =>
    store.transaction().execute(async (within) => {
      const id = `${name} ${key}`
      const until = now() + window
      // Holds the row, so that instances that ask at the same moment count each other.
      const { times, refused } = await within
        .insertInto('budgets')
        .values({ id, times: '[]', refused: 0, until })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ until }))
        .returning(['times', 'refused'])
        .executeTakeFirstOrThrow()
      // Written here alone.
      // A time far ahead was noted before the clock was set back.
      const recent = (JSON.parse(times) as number[]).filter((time) => Math.abs(now() - time) < window)
      const granted = recent.length < most
      await within
        .updateTable('budgets')
        .set({ times: JSON.stringify(granted ? [...recent, now()] : recent), refused: granted ? 0 : 1 })
        .where('id', '=', id)
        .execute()
      if (granted) return 'yes'
      return refused ? 'no' : 'say-no'
    })
}
