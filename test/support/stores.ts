import { afterAll, beforeAll, describe, onTestFinished } from 'vitest'
import { openStore, type Store } from '../../src/operations/store/open.ts'
import { openPostgres } from '../../src/operations/store/postgres.ts'
import { dataFolder } from './data-folder.ts'
import { keptLog } from './log.ts'
import { type PostgresServer, startPostgres, whyNoPostgres } from './postgres.ts'

/** A database that a test may open again and again. */
export interface StorePlace {
  open(): Promise<Store>
  /** Whether several instances may work there at once. */
  readonly shared: boolean
}

/** The same tests on an embedded file and on PostgreSQL; each call of `place` gives an empty database. */
export function onEveryStore(tests: (place: () => Promise<StorePlace>) => void): void {
  describe('embedded', () =>
    tests(async () => {
      const folder = dataFolder()
      return { shared: false, open: () => closedAfterwards(openStore(folder)) }
    }))
  describe.skipIf(whyNoPostgres)(`PostgreSQL${whyNoPostgres ? ` (${whyNoPostgres})` : ''}`, () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server.remove())
    tests(async () => {
      const url = await server.database()
      return { shared: true, open: () => closedAfterwards(openPostgres(url, { log: keptLog() })) }
    })
  })
}

/** Closing twice does no harm. */
async function closedAfterwards(opening: Promise<Store>): Promise<Store> {
  const store = await opening
  onTestFinished(() => store.destroy())
  return store
}
