import { existsSync } from 'node:fs'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { dataFolder } from '../support/data-folder.ts'
import { startPostgres, whyNoPostgres } from '../support/postgres.ts'
import { type Product, startProduct } from '../support/product.ts'
import { breakingDisk, smallDisk, whyNoBreakingDisk, whyNoDisk } from '../support/small-disk.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { startZaloServer } from '../support/zalo-server.ts'

vi.setConfig({ testTimeout: 300_000 })

const question = 'trồng rừng phòng hộ ven biển'
const answer = 'Trồng mới 400 ha'
const long = 200_000
/** Failed polls: fewer than it takes for long waits. */
const failures = 4

/** The product with both platforms, which can be started again and again on the same data. */
async function product(settings: Record<string, string> = {}) {
  const telegram = await startTelegramServer()
  const zalo = await startZaloServer()
  onTestFinished(async () => {
    await telegram.stop()
    await zalo.stop()
  })
  const folder = dataFolder()
  const start = async (): Promise<Product> => {
    const running = startProduct({
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_API_ROOT: zalo.url,
      DATA_DIR: folder,
      ...settings,
    })
    await running.says(/Đang bật: Zalo/)
    return running
  }
  return { telegram, zalo, start }
}

async function ready(running: Product): Promise<Record<string, string>> {
  const [, address] = /trang web – (http:\S+)/.exec(running.output()) ?? []
  const { channels } = (await (await fetch(`${address}/readyz`)).json()) as { channels: Record<string, string> }
  return channels
}

type Servers = Awaited<ReturnType<typeof product>>

/** What may be going wrong when the process is told to end, or is ended. */
const troubles: readonly (readonly [string, (servers: Servers, running: Product) => Promise<unknown>])[] = [
  [
    'both platforms are away',
    async ({ telegram, zalo }, running) => {
      for (let i = 0; i < failures; i++) {
        telegram.fail('getUpdates', { kind: 'refuse', code: 502, description: 'Bad Gateway' })
        zalo.fail('getUpdates', { kind: 'gateway', status: 502, body: '' })
      }
      telegram.say(telegram.person(), question)
      await running.says(/polling failed/)
    },
  ],
  [
    'an answer hangs on its way',
    async ({ telegram }) => {
      telegram.fail('sendMessage', { kind: 'hold', until: new Promise(() => {}) })
      telegram.say(telegram.person(), question)
      await telegram.until(() => telegram.inHand('sendMessage') === 1)
    },
  ],
  [
    '300 questions wait',
    async ({ telegram }) => {
      const before = telegram.shown.length
      for (let i = 0; i < 300; i++) telegram.say(telegram.person(), question)
      await telegram.until(() => telegram.shown.length > before, 'the first answer', long)
    },
  ],
]

describe.each(troubles)('while %s', (_, happen) => {
  it('SIGTERM ends the process within its time, kill -9 at once, and everybody is answered after a start', async () => {
    const servers = await product()
    const { telegram, zalo, start } = servers
    const first = await start()
    await happen(servers, first)
    first.process.kill('SIGTERM')
    expect(await first.ended).toEqual([0, null])
    const second = await start()
    await happen(servers, second)
    second.process.kill('SIGKILL')
    expect(await second.ended).toEqual([null, 'SIGKILL'])
    const third = await start()
    const [an, binh] = [telegram.person(), zalo.person()]
    telegram.say(an, question)
    zalo.say(binh, question)
    await telegram.until(() => telegram.screen(an).length > 0, 'an answer in Telegram', long)
    await zalo.until(() => zalo.screen(binh).length > 0, 'an answer in Zalo', long)
    await telegram.until(() => telegram.waiting() === 0, 'everything to be fetched', long)
    third.process.kill('SIGTERM')
    expect(await third.ended).toEqual([0, null])
  })
})

/** A store that takes nothing any more, and how it is mended. */
const broken: readonly (readonly [string, string | undefined, () => Promise<BrokenStore>])[] = [
  [
    'the disk is full',
    whyNoDisk,
    async () => {
      const disk = smallDisk(24)
      return { settings: { DATA_DIR: disk.folder }, fail: async () => disk.fill(), mend: async () => disk.free() }
    },
  ],
  [
    'the disk is broken',
    whyNoBreakingDisk,
    async () => {
      const disk = breakingDisk()
      return { settings: { DATA_DIR: disk.folder }, fail: async () => disk.break(), mend: async () => disk.replace() }
    },
  ],
  [
    'PostgreSQL is gone',
    whyNoPostgres,
    async () => {
      const server = await startPostgres()
      onTestFinished(() => server.remove())
      return { settings: { DATABASE_URL: await server.database() }, fail: server.halt, mend: server.resume }
    },
  ],
]
interface BrokenStore {
  readonly settings: Record<string, string>
  fail(): Promise<void>
  mend(): Promise<void>
}

describe.each(broken)('while %s', (_, whyNot, made) => {
  it.skipIf(whyNot)(
    `SIGTERM ends the process within its time, kill -9 at once, and people are answered after a start${whyNot ? ` (${whyNot})` : ''}`,
    async () => {
      const { settings, fail, mend } = await made()
      const { telegram, start } = await product(settings)
      for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
        const running = await start()
        await fail()
        const waiting = telegram.person()
        telegram.say(waiting, question)
        await running.says(/store in trouble/)
        running.process.kill(signal)
        expect(await running.ended).toEqual(signal === 'SIGTERM' ? [0, null] : [null, signal])
        await mend()
        const next = await start()
        const an = telegram.person()
        telegram.say(an, question)
        await telegram.until(() => telegram.screen(an).length === 1, 'an answer', long)
        await telegram.until(() => telegram.screen(waiting).length > 0, 'an answer to who asked meanwhile', long)
        next.process.kill('SIGTERM')
        expect(await next.ended).toEqual([0, null])
      }
    },
  )
})

it('goes on in Zalo and on the page when Telegram takes back its token, and says so', async () => {
  const { telegram, zalo, start } = await product()
  const running = await start()
  telegram.fail('getUpdates', { kind: 'refuse', code: 401, description: 'Unauthorized' })
  // Ends the poll that is held.
  telegram.say(telegram.person(), 'chào')
  await running.says(/no longer takes TELEGRAM_BOT_TOKEN/)
  expect(await ready(running)).toMatchObject({ telegram: 'down', zalo: 'running', web: 'running' })
  const an = zalo.person()
  const answered = zalo.next(an)
  zalo.say(an, question)
  expect((await answered).text).toContain(answer)
  running.process.kill('SIGTERM')
  expect(await running.ended).toEqual([0, null])
})

/** Debian's package libfaketime. */
const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'

it.skipIf(!existsSync(library))(
  'answers in a group on a machine that lives in another year (libfaketime)',
  async () => {
    const { telegram, start } = await product({
      LD_PRELOAD: library,
      FAKETIME: '+400d',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    })
    const running = await start()
    const group = telegram.group()
    const coming = telegram.next(group)
    telegram.say(telegram.person(), `@${telegram.me.username} ${question}`, { group })
    expect((await coming).text).toContain(answer)
    running.process.kill('SIGTERM')
    expect(await running.ended).toEqual([0, null])
  },
)
