import { Kysely, Migrator, SqliteDialect } from 'kysely'
import { openFileDatabase } from './file-database.ts'
import { migrations } from './migrations.ts'
import type { Tables } from './tables.ts'
import { isUnavailable } from './unavailable.ts'

/** How often it is tried to write to a failed disk again, in milliseconds. */
const usualRetry = 5_000

/** The store of everything the bot must remember; queries are written once for every database behind it. */
export type Store = Kysely<Tables>

/**
 * Opens the store in the data folder, makes it when it is missing, and brings its tables up to date. What is written survives
 * the end of the process at any moment; a power cut can lose the last moments before it.
 *
 * @param report told when the disk stops taking what is written, and when it takes it again
 * @param retry how often it is tried to write to the disk again, in milliseconds
 * @throws UserError when the folder cannot be used or the file is damaged
 */
export async function openStore(
  folder: string,
  report: (written: boolean) => void = () => {},
  retry = usualRetry,
): Promise<Store> {
  const store = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: openFileDatabase(folder, report, retry) }),
  })
  try {
    // A disk that fails meanwhile lets it be done again, in memory.
    await bringUpToDate(store).catch((error) => (isUnavailable(error) ? bringUpToDate(store) : Promise.reject(error)))
    return store
  } catch (error) {
    await store.destroy().catch(() => {})
    throw error
  }
}

/** Makes the tables that are missing and changes those of earlier versions. Several processes may do it at once on a server. */
export async function bringUpToDate(store: Store): Promise<void> {
  const { error } = await new Migrator({
    db: store,
    provider: { getMigrations: async () => ({ ...migrations }) },
    // Their numbers are given out in blocks, so that a later block may be here before an earlier one.
    allowUnorderedMigrations: true,
  }).migrateToLatest()
  if (error !== undefined) throw error
}
