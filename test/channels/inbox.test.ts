import { expect, it, onTestFinished } from 'vitest'
import { type Arrival, createInbox, type Task } from '../../src/channels/inbox.ts'
import { openStore, type Store } from '../../src/operations/store/open.ts'
import { dataFolder } from '../support/data-folder.ts'
import { keptLog } from '../support/log.ts'

async function emptyStore(): Promise<Store> {
  const store = await openStore(dataFolder())
  onTestFinished(() => store.destroy())
  return store
}

interface Overrides {
  readonly work: (task: Task) => Promise<void>
  readonly failed?: (task: Task, reason: string) => Promise<void>
  readonly timeLimit?: number
}

function inboxOn(store: Store, { work, failed = async () => {}, timeLimit = 5_000 }: Overrides) {
  return createInbox({ store, channel: 'test', log: keptLog(), work, failed, timeLimit })
}

const arrival = (id: string, lane = 'a'): Arrival => ({ id, lane, payload: `payload ${id}` })
const states = (store: Store) => store.selectFrom('inbox').select(['id', 'state', 'payload']).orderBy('id').execute()

/** Resolves from outside. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

it('works what arrives twice once, and forgets its words', async () => {
  const store = await emptyStore()
  const worked: string[] = []
  const inbox = inboxOn(store, { work: async ({ payload }) => void worked.push(payload) })
  await inbox.receive([arrival('1'), arrival('1'), arrival('2')])
  await inbox.receive([arrival('2')])
  await inbox.stop(5_000)
  expect(worked).toEqual(['payload 1'])
  const again = inboxOn(store, { work: async ({ payload }) => void worked.push(payload) })
  await again.receive([arrival('1'), arrival('2')])
  await again.recover()
  await expect.poll(() => worked).toEqual(['payload 1', 'payload 2'])
  await expect
    .poll(() => states(store))
    .toEqual([
      { id: '1', state: 'done', payload: null },
      { id: '2', state: 'done', payload: null },
    ])
})

it('works one lane in order and lanes side by side', async () => {
  const store = await emptyStore()
  const log: string[] = []
  const first = gate()
  const inbox = inboxOn(store, {
    work: async ({ id }) => {
      log.push(`begin ${id}`)
      if (id === 'a1') await first.opened
      log.push(`end ${id}`)
    },
  })
  await inbox.receive([arrival('a1'), arrival('a2'), arrival('b1', 'b')])
  await expect.poll(() => log).toEqual(['begin a1', 'begin b1', 'end b1'])
  expect(inbox.load().waiting).toBe(2)
  first.open()
  await expect.poll(() => log.slice(3)).toEqual(['end a1', 'begin a2', 'end a2'])
})

it('wants only the newest of a newest-only lane', async () => {
  const store = await emptyStore()
  const done: string[] = []
  const inbox = inboxOn(store, {
    work: async ({ id, signal }) => {
      if (id === '1') await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('old'))))
      done.push(id)
    },
  })
  const typed = (id: string): Arrival => ({ ...arrival(id), newestOnly: true })
  await inbox.receive([typed('1')])
  await inbox.receive([typed('2'), typed('3')])
  await inbox.receive([typed('4')])
  await expect.poll(() => done).toContain('4')
  expect(done).not.toContain('1')
  expect(done).not.toContain('2')
  await expect.poll(async () => (await states(store)).every(({ state }) => state === 'done')).toBe(true)
})

it('gives up what throws or takes too long, says so once, and goes on', async () => {
  const store = await emptyStore()
  const failures: string[] = []
  const worked: string[] = []
  const inbox = inboxOn(store, {
    timeLimit: 50,
    work: async ({ id }) => {
      if (id === '1') throw new Error('broken')
      if (id === '2') await new Promise(() => {})
      worked.push(id)
    },
    failed: async ({ id }, reason) => void failures.push(`${id} ${reason}`),
  })
  await inbox.receive([arrival('1'), arrival('2'), arrival('3')])
  await expect.poll(() => worked).toEqual(['3'])
  expect(failures).toEqual(['1 error', '2 timeout'])
})

it('takes up what an earlier process left, in order, and knows what may have been answered', async () => {
  const store = await emptyStore()
  const crashed = inboxOn(store, {
    work: async (task) => {
      if (task.id === '1') await task.sending()
      await new Promise(() => {})
    },
  })
  await crashed.receive([arrival('1'), arrival('2'), arrival('3', 'b')])
  await expect
    .poll(async () => (await states(store)).map(({ state }) => state))
    .toEqual(['sending', 'waiting', 'working'])
  const seen: [string, boolean][] = []
  const next = inboxOn(store, { work: async ({ id, maybeAnswered }) => void seen.push([id, maybeAnswered]) })
  await next.recover()
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
  const store = await emptyStore()
  let runs = 0
  for (let start = 0; start < 5; start++) {
    const inbox = inboxOn(store, {
      work: () => {
        runs++
        return new Promise(() => {})
      },
    })
    if (start === 0) await inbox.receive([arrival('1')])
    else await inbox.recover()
    await expect.poll(async () => (await states(store))[0]?.state).toMatch(/working|failed/)
  }
  expect(runs).toBe(3)
  expect(await states(store)).toEqual([{ id: '1', state: 'failed', payload: null }])
})

it('finishes what is in hand when it stops and leaves the rest', async () => {
  const store = await emptyStore()
  const hand = gate()
  const inbox = inboxOn(store, { work: () => hand.opened })
  await inbox.receive([arrival('1'), arrival('2')])
  const stopped = inbox.stop(5_000)
  hand.open()
  await stopped
  expect((await states(store)).map(({ state }) => state)).toEqual(['done', 'waiting'])
})
