import { expect, it, onTestFinished } from 'vitest'
import { type Arrival, createInbox, type Inbox, type Task } from '../../src/channels/inbox.ts'
import { NotSent } from '../../src/channels/not-sent.ts'
import { type Instance, joinInstances } from '../../src/operations/store/instances.ts'
import type { Store } from '../../src/operations/store/open.ts'
import { keptLog } from '../support/log.ts'
import { onEveryStore, type StorePlace } from '../support/stores.ts'

/** Time between heartbeats, in milliseconds: six of them, and an instance is dead. */
const beat = 40

interface Work {
  readonly work: (task: Task) => Promise<void>
  readonly failed?: (task: Task, reason: string) => Promise<void>
  readonly timeLimit?: number
  readonly firstWait?: number
}

/** A bot's process: the store opened, an inbox that works. */
async function processOn(place: StorePlace, work: Work) {
  const store = await place.open()
  const instance = await joinInstances(store, { log: keptLog(), shared: place.shared, beat })
  return { store, instance, inbox: inboxOf(store, instance, work) }
}

function inboxOf(
  store: Store,
  instance: Instance,
  { work, failed = async () => {}, timeLimit = 5_000, firstWait }: Work,
): Inbox {
  const inbox = createInbox({ store, instance, channel: 'test', log: keptLog(), work, failed, timeLimit, firstWait })
  inbox.start()
  onTestFinished(async () => {
    await inbox.stop(0)
    // A process that crashed has no store any more.
    await instance.leave().catch(() => {})
  })
  return inbox
}

/** Ends a process as a crash would: nothing more is done or said. */
async function crash({ store }: { readonly store: Store }): Promise<void> {
  await store.destroy()
}

const arrival = (id: string, lane = 'a'): Arrival => ({ id, lane, payload: `payload ${id}` })
const states = (store: Store) => store.selectFrom('inbox').select(['id', 'state', 'payload']).orderBy('id').execute()
const never = () => new Promise<void>(() => {})

/** Resolves from outside. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

onEveryStore((emptyPlace) => {
  it('works what arrives twice once, and forgets its words', async () => {
    const place = await emptyPlace()
    const worked: string[] = []
    const work = async ({ payload }: Task) => void worked.push(payload)
    const first = await processOn(place, { work })
    await first.inbox.receive([arrival('1'), arrival('1'), arrival('2')])
    await first.inbox.receive([arrival('2')])
    await expect.poll(() => worked).toEqual(['payload 1', 'payload 2'])
    await first.inbox.stop(5_000)
    await first.instance.leave()
    const { store, inbox } = await processOn(place, { work })
    await inbox.receive([arrival('1'), arrival('2'), arrival('3')])
    await expect.poll(() => worked).toEqual(['payload 1', 'payload 2', 'payload 3'])
    await expect.poll(() => states(store)).toEqual(['1', '2', '3'].map((id) => ({ id, state: 'done', payload: null })))
  })

  it('works one lane in order and lanes side by side', async () => {
    const log: string[] = []
    const first = gate()
    const { inbox } = await processOn(await emptyPlace(), {
      work: async ({ id }) => {
        log.push(`begin ${id}`)
        if (id === 'a1') await first.opened
        log.push(`end ${id}`)
      },
    })
    await inbox.receive([arrival('a1'), arrival('a2'), arrival('b1', 'b')])
    await expect.poll(() => log.toSorted()).toEqual(['begin a1', 'begin b1', 'end b1'])
    first.open()
    await expect.poll(() => log.slice(3)).toEqual(['end a1', 'begin a2', 'end a2'])
  })

  it('keeps what could not be sent instead of what arrived, holds its lane, and gives it to the next process', async () => {
    const place = await emptyPlace()
    const worked: string[] = []
    const doubts: boolean[] = []
    const work = async ({ payload, maybeAnswered, sending }: Task) => {
      worked.push(payload)
      doubts.push(maybeAnswered)
      await sending()
      if (payload === 'payload 1') throw new NotSent({ rest: 1 })
    }
    const first = await processOn(place, { work, firstWait: 60_000 })
    await first.inbox.receive([arrival('1'), arrival('2'), arrival('3', 'b')])
    await expect.poll(() => worked.toSorted()).toEqual(['payload 1', 'payload 3'])
    const waiting = async () => (await states(first.store))[0]
    await expect.poll(waiting).toEqual({ id: '1', state: 'working', payload: '{"unsent":{"rest":1}}' })
    await first.inbox.stop(5_000)
    await first.instance.leave()
    const { store } = await processOn(place, { work })
    await expect.poll(() => worked.slice(2)).toEqual(['{"unsent":{"rest":1}}', 'payload 2'])
    await expect.poll(() => states(store)).toEqual(['1', '2', '3'].map((id) => ({ id, state: 'done', payload: null })))
    expect(doubts).not.toContain(true)
  })

  it("follows the platform's order where there is one", async () => {
    const worked: string[] = []
    const first = gate()
    const { store, inbox } = await processOn(await emptyPlace(), {
      work: async ({ id }) => {
        if (id === '10') await first.opened
        worked.push(id)
      },
    })
    await inbox.receive([{ ...arrival('10'), position: 10 }])
    await expect.poll(async () => (await states(store))[0]?.state).toBe('working')
    await inbox.receive([{ ...arrival('12'), position: 12 }])
    await inbox.receive([{ ...arrival('11'), position: 11 }])
    first.open()
    await expect.poll(() => worked).toEqual(['10', '11', '12'])
  })

  it('wants only the newest of a newest-only lane', async () => {
    const done: string[] = []
    const begun: string[] = []
    const { store, inbox } = await processOn(await emptyPlace(), {
      work: async ({ id, signal }) => {
        begun.push(id)
        if (id === '1')
          await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('old'))))
        done.push(id)
      },
    })
    const typed = (id: string): Arrival => ({ ...arrival(id), newestOnly: true })
    await inbox.receive([typed('1')])
    await expect.poll(() => begun).toEqual(['1'])
    await inbox.receive([typed('2'), typed('3')])
    await inbox.receive([typed('4')])
    await expect.poll(() => done).toContain('4')
    expect(done).not.toContain('1')
    expect(done).not.toContain('2')
    await expect.poll(async () => (await states(store)).every(({ state }) => state === 'done')).toBe(true)
  })

  it('gives up what throws or takes too long, says so once, and goes on', async () => {
    const failures: string[] = []
    const worked: string[] = []
    const { inbox } = await processOn(await emptyPlace(), {
      timeLimit: 50,
      work: async ({ id }) => {
        if (id === '1') throw new Error('broken')
        if (id === '2') await never()
        worked.push(id)
      },
      failed: async ({ id }, reason) => void failures.push(`${id} ${reason}`),
    })
    await inbox.receive([arrival('1'), arrival('2'), arrival('3')])
    await expect.poll(() => worked).toEqual(['3'])
    expect(failures).toEqual(['1 error', '2 timeout'])
  })

  it('takes up what a crashed process left, in order, and knows what may have been answered', async () => {
    const place = await emptyPlace()
    const crashing = await processOn(place, {
      work: async (task) => {
        if (task.id === '1') await task.sending()
        await never()
      },
    })
    await crashing.inbox.receive([arrival('1'), arrival('2'), arrival('3', 'b')])
    await expect
      .poll(async () => (await states(crashing.store)).map(({ state }) => state))
      .toEqual(['sending', 'waiting', 'working'])
    await crash(crashing)
    const seen: [string, boolean][] = []
    await processOn(place, { work: async ({ id, maybeAnswered }) => void seen.push([id, maybeAnswered]) })
    await expect
      .poll(() => seen.toSorted())
      .toEqual([
        ['1', true],
        ['2', false],
        ['3', false],
      ])
    expect(seen.findIndex(([id]) => id === '1')).toBeLessThan(seen.findIndex(([id]) => id === '2'))
  })

  it('gives up an arrival that ended the process again and again', async () => {
    const place = await emptyPlace()
    let runs = 0
    const work = () => {
      runs++
      return never()
    }
    for (let start = 1; start <= 3; start++) {
      const crashing = await processOn(place, { work })
      if (start === 1) await crashing.inbox.receive([arrival('1')])
      await expect.poll(() => runs).toBe(start)
      await crash(crashing)
    }
    const { store } = await processOn(place, { work })
    await expect.poll(() => states(store)).toEqual([{ id: '1', state: 'failed', payload: null }])
    expect(runs).toBe(3)
  })

  it('finishes what is in hand when it stops and leaves the rest', async () => {
    const hand = gate()
    const begun = gate()
    const { store, inbox } = await processOn(await emptyPlace(), {
      work: () => {
        begun.open()
        return hand.opened
      },
    })
    await inbox.receive([arrival('1'), arrival('2')])
    await begun.opened
    const stopped = inbox.stop(5_000)
    hand.open()
    await stopped
    expect((await states(store)).map(({ state }) => state)).toEqual(['done', 'waiting'])
  })

  it('gives back at once what it could not finish when it stops', async () => {
    const place = await emptyPlace()
    const stopping = await processOn(place, { work: never })
    await stopping.inbox.receive([arrival('1')])
    await expect.poll(async () => (await states(stopping.store))[0]?.state).toBe('working')
    await stopping.inbox.stop(10)
    await stopping.instance.leave()
    expect((await states(stopping.store))[0]?.state).toBe('waiting')
  })
})
