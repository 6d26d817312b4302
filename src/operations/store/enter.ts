import type { Settings } from '../../config.ts'
import { errorFields, type Log } from '../log.ts'
import { type Instance, joinInstances } from './instances.ts'
import { openStore, type Store } from './open.ts'
import { openPostgres } from './postgres.ts'
import { forgetOld } from './retention.ts'

/** Why the store does not work as it should: no answer from the server; or the disk does not take what is written. */
export type StoreTrouble = 'unreachable' | 'not-written'

/** The store of a running bot. */
export interface EnteredStore {
  readonly store: Store
  readonly instance: Instance
  /** Told when trouble begins, and with undefined when it is over; told at once of trouble that is there. */
  onTrouble(listener: (trouble: StoreTrouble | undefined) => void): void
  leave(): Promise<void>
}

/** How often the store forgets what is past its time, in milliseconds. */
const tidying = 3_600_000

/**
 * The store that the settings name, for a command that reads or writes and ends.
 *
 * @param report told when the disk stops taking what is written, and when it takes it again
 * @throws UserError when it cannot be opened
 */
export function openChosenStore(
  { dataDir, databaseUrl }: Settings,
  log: Log,
  report?: (written: boolean) => void,
): Promise<Store> {
  return databaseUrl === undefined ? openStore(dataDir, report) : openPostgres(databaseUrl, { log })
}

/**
 * Opens the store that the settings name, enters this process among those that share it, and keeps it tidy.
 *
 * @throws UserError when it cannot be opened
 */
export async function enterStore(settings: Settings, log: Log): Promise<EnteredStore> {
  const listeners = new Set<(trouble: StoreTrouble | undefined) => void>()
  let trouble: StoreTrouble | undefined
  const notice = (now: StoreTrouble | undefined) => {
    if (now === trouble) return
    trouble = now
    if (now) log.error('store in trouble', { trouble: now })
    else log.info('store works again')
    for (const listener of listeners) listener(now)
  }
  const store = await openChosenStore(settings, log, (written) => notice(written ? undefined : 'not-written'))
  const shared = settings.databaseUrl !== undefined
  const instance = await joinInstances(store, {
    log,
    shared,
    // The embedded store always answers, if need be from memory.
    ...(shared && { report: (works) => notice(works ? undefined : 'unreachable') }),
  })
  const tidy = () =>
    forgetOld(store, Date.now(), settings.keeping).catch((error) => log.warn('store not tidied', errorFields(error)))
  await tidy()
  const timer = setInterval(() => void tidy(), tidying)
  timer.unref()
  return {
    store,
    instance,
    onTrouble(listener) {
      listeners.add(listener)
      if (trouble) listener(trouble)
    },
    async leave() {
      clearInterval(timer)
      await instance.leave().catch((error) => log.warn('store not left in order', errorFields(error)))
      await store.destroy()
    },
  }
}
