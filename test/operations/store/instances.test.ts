import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createInbox, type Task } from '../../../src/channels/inbox.ts'
import { joinInstances } from '../../../src/operations/store/instances.ts'
import { openPostgres } from '../../../src/operations/store/postgres.ts'
import { keptLog } from '../../support/log.ts'
import { type PostgresServer, startPostgres, whyNoPostgres } from '../../support/postgres.ts'

/** Time between heartbeats, in milliseconds: after six of them without one, an instance is dead. */
const beat = 200

describe.skipIf(whyNoPostgres)(`several instances${whyNoPostgres ? ` (${whyNoPostgres})` : ''}`, () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.remove())

  async function instanceOn(url: string, work: (task: Task) => Promise<void> = async () => {}, atOnce = 4) {
    const log = keptLog()
    const store = await openPostgres(url, { log })
    const instance = await joinInstances(store, { log, shared: true, beat })
    const inbox = createInbox({ store, instance, channel: 'test', log, work, failed: async () => {}, atOnce })
    inbox.start()
    onTestFinished(async () => {
      await inbox.stop(0)
      await instance.leave().catch(() => {})
      await store.destroy()
    })
    return { store, instance, inbox, log }
  }

  it('work each arrival once, each lane in order and one at a time, whichever instance received it', async () => {
    const url = await server.database()
    const begun: string[] = []
    const busy = new Set<string>()
    const overlaps: string[] = []
    const workers = new Set<number>()
    const working = (worker: number) => async (task: Task) => {
      const lane = task.id.split('-')[0]!
      if (busy.has(lane)) overlaps.push(task.id)
      busy.add(lane)
      begun.push(task.id)
      workers.add(worker)
      await task.sending()
      busy.delete(lane)
    }
    const instances = await Promise.all([0, 1, 2].map((worker) => instanceOn(url, working(worker))))
    const lanes = Array.from({ length: 12 }, (_, i) => String.fromCharCode(97 + i))
    for (let i = 0; i < 20; i++) {
      // The platform waits for one delivery of a chat before the next; another chat's goes to another instance.
      await Promise.all(
        lanes.map((lane, at) => {
          const id = `${lane}-${String(i).padStart(2, '0')}`
          return instances[(at + i) % 3]!.inbox.receive([{ id, lane, payload: id }])
        }),
      )
    }
    await expect.poll(() => begun.length).toBe(240)
    expect(new Set(begun).size).toBe(240)
    expect(overlaps).toEqual([])
    for (const lane of lanes) {
      const order = begun.filter((id) => id.startsWith(lane))
      expect(order).toEqual(order.toSorted())
    }
    expect(workers.size).toBe(3)
  })

  it('take over what one had in hand that died, and what may have been answered is known', async () => {
    const url = await server.database()
    const dying = await instanceOn(url, async (task) => {
      if (task.id === 'sent') await task.sending()
      await new Promise(() => {})
    })
    await dying.inbox.receive([
      { id: 'sent', lane: 'a', payload: '' },
      { id: 'begun', lane: 'b', payload: '' },
    ])
    const state = (id: string) =>
      dying.store.selectFrom('inbox').select('state').where('id', '=', id).executeTakeFirst()
    await expect.poll(() => state('sent')).toEqual({ state: 'sending' })
    await expect.poll(() => state('begun')).toEqual({ state: 'working' })
    const seen: [string, boolean][] = []
    await instanceOn(url, async ({ id, maybeAnswered }) => void seen.push([id, maybeAnswered]))
    await dying.store.destroy()
    await expect
      .poll(() => seen.toSorted())
      .toEqual([
        ['begun', false],
        ['sent', true],
      ])
  })

  it('leave alone what one has in hand that lives, however long it takes', async () => {
    const url = await server.database()
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const slow = await instanceOn(url, () => finished)
    await slow.inbox.receive([{ id: '1', lane: 'a', payload: '' }])
    const row = () => slow.store.selectFrom('inbox').select(['state', 'owner']).executeTakeFirst()
    await expect.poll(row).toEqual({ state: 'working', owner: slow.instance.id })
    const worked: string[] = []
    const other = await instanceOn(url, async ({ id }) => void worked.push(id))
    const beats = async () =>
      (await other.store.selectFrom('instances').select('beat').execute()).map(({ beat }) => beat)
    // Long enough for anybody to be taken for dead.
    await expect.poll(async () => Math.min(...(await beats()))).toBeGreaterThan(8)
    expect(worked).toEqual([])
    finish()
    await expect.poll(row).toEqual({ state: 'done', owner: null })
  })

  it('do not let one go on that was taken for dead', async () => {
    const url = await server.database()
    let wake = () => {}
    const woken = new Promise<void>((resolve) => {
      wake = resolve
    })
    const sent: string[] = []
    const asleep = await instanceOn(
      url,
      async (task) => {
        await woken
        await task.sending()
        sent.push('asleep')
      },
      1,
    )
    await asleep.inbox.receive([{ id: '1', lane: 'a', payload: '' }])
    const other = await instanceOn(url, async (task) => {
      await task.sending()
      sent.push('awake')
    })
    const row = () => other.store.selectFrom('inbox').select(['state', 'owner']).executeTakeFirst()
    await expect.poll(row).toMatchObject({ state: 'working', owner: asleep.instance.id })
    const before = asleep.instance.id
    // As others do with an instance that has stood still.
    await other.store.deleteFrom('instances').where('id', '=', before).execute()
    await other.store.updateTable('inbox').set({ state: 'waiting', owner: null }).execute()
    await expect.poll(() => sent).toEqual(['awake'])
    wake()
    await expect.poll(() => asleep.instance.id).not.toBe(before)
    await expect.poll(row).toMatchObject({ state: 'done' })
    expect(sent).toEqual(['awake'])
  })

  it('do by one of them what only one may do; another follows when it ends', async () => {
    const url = await server.database()
    const first = await instanceOn(url)
    const second = await instanceOn(url)
    const leading: string[] = []
    const stop = new AbortController()
    onTestFinished(() => stop.abort())
    const lead = (name: string, { instance }: typeof first) =>
      void instance.lead('polling', stop.signal, async (signal) => {
        leading.push(`${name} begins`)
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      })
    lead('first', first)
    await expect.poll(() => leading).toEqual(['first begins'])
    lead('second', second)
    await expect.poll(async () => (await second.store.selectFrom('leases').selectAll().execute()).length).toBe(1)
    await first.store.destroy()
    await expect.poll(() => leading).toEqual(['first begins', 'second begins'])
  })
})
