import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { UserError } from '../../library/errors.ts'
import type { Log } from '../log.ts'
import { bringUpToDate, type Store } from './open.ts'
import type { Tables } from './tables.ts'
import { codeOf, isUnavailable } from './unavailable.ts'

/** Connections of one instance. */
const mostConnections = 10
/** Longest time to connect, and for one statement, in milliseconds. */
const connecting = 4_000
const longestStatement = 30_000
/** How long a server that is not there yet is waited for at start, and the pause between attempts, in milliseconds. */
const patience = 20_000
const pause = 1_000

interface Options {
  readonly log: Log
  /** How long a server that is not there is waited for, in milliseconds. */
  readonly patience?: number
}

/**
 * Opens the store on a PostgreSQL server, for any number of instances, and brings its tables up to date: one instance does it, the
 * others wait for it. Connections that break are replaced when they are next needed.
 *
 * @param url such as `postgres://user:password@host:5432/database`; never shown to anybody
 * @throws UserError when the server cannot be reached or refuses
 */
export async function openPostgres(url: string, { log, patience: most = patience }: Options): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: connecting,
    statement_timeout: longestStatement,
    // A server that vanishes without a word is noticed by the client, not by the server.
    query_timeout: longestStatement + 1_000,
    keepAlive: true,
    application_name: 'hoi-dap-van-ban',
    types: { getTypeParser },
  })
  // A connection that breaks says so to whoever waits on it, and besides here: unheard, that would end the process.
  const lost = (error: Error) => log.warn('store connection lost', { error: codeOf(error) })
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  const store = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const deadline = performance.now() + most
  for (;;) {
    try {
      await bringUpToDate(store)
      return store
    } catch (error) {
      if (isUnavailable(error) && performance.now() < deadline) {
        log.warn('store not reached yet', { error: codeOf(error) })
        await sleep(pause)
        continue
      }
      await store.destroy().catch(() => {})
      throw new UserError(explanation(error, url), { cause: error })
    }
  }
}

/** Numbers come as numbers: what is stored as bigint are milliseconds and counts, far below where numbers lose digits. */
const getTypeParser: typeof pg.types.getTypeParser = (id: number, format?: 'text' | 'binary') =>
  id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format as 'text')

function explanation(error: unknown, url: string): string {
  const { hostname, port, pathname } = new URL(url)
  const where = `${hostname}:${port || 5432}${pathname}`
  const code = codeOf(error)
  if (code === '28P01' || code === '28000') {
    return `PostgreSQL tại ${where} không nhận tên hoặc mật khẩu trong DATABASE_URL; hãy kiểm tra lại.`
  }
  if (code === '3D000')
    return `PostgreSQL chưa có cơ sở dữ liệu “${pathname.slice(1)}” trong DATABASE_URL; hãy tạo bằng createdb.`
  if (isUnavailable(error)) return `Không kết nối được PostgreSQL tại ${where}; hãy kiểm tra máy chủ và DATABASE_URL.`
  return `PostgreSQL tại ${where} không dùng được làm kho dữ liệu (DATABASE_URL): ${error instanceof Error ? error.message : code}`
}
