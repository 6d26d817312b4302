import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { UserError } from '../../library/errors.ts'
import type { Log } from '../log.ts'
import { bringUpToDate, type Store } from './open.ts'
import type { Tables } from './tables.ts'
import { codeOf, isUnavailable, StoreUnavailable } from './unavailable.ts'

/** Connections of one instance. */
const mostConnections = 10
/** Longest time to connect, and for one statement, in milliseconds. */
const connecting = 4_000
const longestStatement = 10_000
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
  const store = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: withOutages(pool) }) })
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

/** The pool, telling outages from refusals. */
function withOutages(pool: pg.Pool): PostgresPool {
  const told = async <T>(asking: Promise<T>): Promise<T> => {
    try {
      return await asking
    } catch (error) {
      throw isOutage(error) ? new StoreUnavailable(error) : error
    }
  }
  return {
    async connect() {
      const client = await told(pool.connect())
      return {
        // Kysely reads whole results or streams with a cursor; nothing here streams.
        query: ((sql: string, parameters: readonly unknown[]) =>
          told(client.query(sql, [...parameters]))) as unknown as PostgresPoolClient['query'],
        release: () => client.release(),
      }
    },
    end: () => pool.end(),
  }
}

/** The database could not be asked at all, or ended while it was asked. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  // Class 08: the connection; 57P: the server ends or starts; 53300: no connection is free. The driver names some only by words.
  return /^(?:08|57P|53300)/.test(code) || networkCodes.has(code) || brokenWords.test(error.message)
}

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
])
const brokenWords =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|not queryable/i

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
