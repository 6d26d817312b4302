import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { UserError } from '../../library/errors.ts'
import { migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

/** The store of everything the bot must remember; queries are written once for every database behind it. */
export type Store = Kysely<Tables>

/**
 * Opens the store in the data folder, makes it when it is missing, and brings its tables up to date. What is written survives
 * the end of the process at any moment; a power cut can lose the last moments before it.
 *
 * @throws UserError when the folder cannot be written or the file is no store
 */
export async function openStore(folder: string): Promise<Store> {
  const store = new Kysely<Tables>({ dialect: new SqliteDialect({ database: async () => openFile(folder) }) })
  try {
    await bringUpToDate(store)
    return store
  } catch (error) {
    await store.destroy().catch(() => {})
    throw new UserError(
      `Không mở được kho dữ liệu trong thư mục “${folder}” (DATA_DIR): hãy kiểm tra quyền ghi, dung lượng đĩa và tệp store.db.`,
      { cause: error },
    )
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

function openFile(folder: string) {
  mkdirSync(folder, { recursive: true })
  const database = new Database(join(folder, 'store.db'))
  database.pragma('busy_timeout = 5000')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  return database
}
