import type { FileDatabase } from './file-database.ts'

interface Part {
  readonly type: string
  readonly name: string
  readonly sql: string
}

/**
 * Copies tables with their rows and indexes; what is missing is made. Rows that are there already are replaced by those of the same
 * key.
 *
 * @param replaced tables that are emptied first
 * @param schema the database of `from` that is copied
 * @returns the tables whose rows could all be read
 */
export function copyTables(
  from: FileDatabase,
  to: FileDatabase,
  replaced: ReadonlySet<string>,
  schema: 'main' | 'disk' = 'main',
): ReadonlySet<string> {
  const copied = new Set<string>()
  const there = new Set(partsOf(to, 'main').map(({ name }) => name))
  const parts = partsOf(from, schema)
  for (const { name, sql } of parts.filter(({ type }) => type === 'table')) {
    if (!there.has(name)) to.exec(sql)
    const rows = readable(from, `${schema}."${name}"`)
    if (!rows) continue
    if (replaced.has(name)) to.exec(`delete from main."${name}"`)
    copied.add(name)
    const [first] = rows
    if (!first) continue
    const columns = Object.keys(first)
    const insert = to.prepare(
      `insert or replace into main."${name}" (${columns.map((column) => `"${column}"`).join()}) values (${columns.map(() => '?').join()})`,
    )
    for (const row of rows) insert.run(columns.map((column) => row[column]))
  }
  for (const { name, sql } of parts.filter(({ type }) => type === 'index')) if (!there.has(name)) to.exec(sql)
  return copied
}

/** Tables and indexes that were made by a statement. */
function partsOf(database: FileDatabase, schema: string): readonly Part[] {
  return database
    .prepare(`select type, name, sql from ${schema}.sqlite_master where sql is not null and name not like 'sqlite_%'`)
    .all() as Part[]
}

/** Undefined when the disk does not give the rows. */
function readable(database: FileDatabase, table: string): readonly Record<string, unknown>[] | undefined {
  try {
    return database.prepare(`select * from ${table}`).all() as Record<string, unknown>[]
  } catch {
    return undefined
  }
}
