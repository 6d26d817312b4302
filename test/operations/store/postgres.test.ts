import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { UserError } from '../../../src/library/errors.ts'
import { chatsOf } from '../../../src/operations/store/chats.ts'
import { openPostgres } from '../../../src/operations/store/postgres.ts'
import { closedPort } from '../../support/closed-port.ts'
import { keptLog } from '../../support/log.ts'
import { type PostgresServer, startPostgres, whyNoPostgres } from '../../support/postgres.ts'

const log = keptLog()
/** What the person is told who started it. */
const refusal = (url: string) => openPostgres(url, { log, patience: 0 }).catch((error: unknown) => error)

it('says in one sentence, without the password, that PostgreSQL is not there', async () => {
  const error = await refusal(`postgres://nguoi-dung:mat-khau-bi-mat@127.0.0.1:${await closedPort()}/hoi_dap`)
  expect(error).toBeInstanceOf(UserError)
  expect(String(error)).toContain('DATABASE_URL')
  expect(String(error)).not.toContain('mat-khau')
})

describe.skipIf(whyNoPostgres)(`PostgreSQL${whyNoPostgres ? ` (${whyNoPostgres})` : ''}`, () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.remove())

  it('is brought up to date once when several instances start at the same moment', async () => {
    const url = await server.database()
    const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url, { log })))
    onTestFinished(async () => void (await Promise.all(stores.map((store) => store.destroy()))))
    await chatsOf(stores[0]!, 'telegram').setScope('7', ['mot'])
    expect(await chatsOf(stores[4]!, 'telegram').scope('7')).toEqual(['mot'])
  })

  it('is waited for when it starts later than the bot', async () => {
    const url = await server.database()
    await server.halt()
    const opening = openPostgres(url, { log, patience: 30_000 })
    await expect.poll(() => log.lines.join()).toContain('store not reached yet')
    await server.resume()
    const store = await opening
    expect(await store.selectFrom('chats').selectAll().execute()).toEqual([])
    await store.destroy()
  })

  it('says in one sentence that the database is missing', async () => {
    const error = await refusal((await server.database()).replace(/test_\d+$/, 'khong_co'))
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toContain('khong_co')
  })
})
