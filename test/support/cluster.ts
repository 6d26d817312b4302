import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished } from 'vitest'
import { closedPort } from './closed-port.ts'
import { dataFolder } from './data-folder.ts'
import { frontDoor } from './front-door.ts'
import type { PostgresServer } from './postgres.ts'
import { type Product, startProduct } from './product.ts'
import { startTelegramServer } from './telegram-server.ts'
import { startZaloServer } from './zalo-server.ts'

/** An instance of a cluster. */
interface ClusterInstance {
  readonly product: Product
  /** Where it listens itself. */
  readonly address: string
}

/** Instances of the product behind one address, on one PostgreSQL database, used from both platforms. */
export async function startCluster(postgres: PostgresServer, count: number, mode: 'webhook' | 'polling' = 'webhook') {
  const door = await frontDoor()
  const telegram = await startTelegramServer()
  const zalo = await startZaloServer()
  const database = await postgres.database()
  const instances: ClusterInstance[] = []
  for (let i = 0; i < count; i++) {
    const port = await closedPort()
    const address = `http://127.0.0.1:${port}`
    door.add(address)
    const product = startProduct({
      PORT: String(port),
      DATABASE_URL: database,
      DATA_DIR: dataFolder(),
      PUBLIC_URL: door.url,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_MODE: mode,
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_API_ROOT: zalo.url,
      ZALO_MODE: mode,
      LOG_LEVEL: 'info',
    })
    instances.push({ product, address })
    await product.says(/Đang bật: Zalo/)
  }
  onTestFinished(async () => {
    for (const { product } of instances) product.process.kill('SIGKILL')
    await telegram.stop()
    await zalo.stop()
    expect(telegram.violations).toEqual([])
    expect(zalo.violations).toEqual([])
  })
  return { door, telegram, zalo, instances, rows: <Row>(query: string) => rowsOf<Row>(database, query) }
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>

/** A question that can be told from all others by its answer, asked on a platform. */
interface Asked {
  readonly code: string
  readonly person: string
  /** Times that the platform had to deliver it. */
  deliveries: number
}

/** Pause of a platform before it delivers again what was not taken, in milliseconds. */
const redelivery = 250

/**
 * Has people ask through both webhooks, half of them on each platform: each person's questions one after the other, without
 * waiting for answers, and again what was not taken.
 *
 * @returns what was asked; resolves when everything was taken
 */
export async function askAll({ telegram, zalo }: Cluster, people: number, each: number): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  let updates = 700_000_000
  const untilTaken = async (one: Asked, deliver: () => Promise<number>) => {
    for (;;) {
      one.deliveries++
      const status = await deliver()
      if (status === 200) return
      // What is refused otherwise would not be delivered again.
      if (status < 500) throw new Error(`a delivery was answered ${status}`)
      await sleep(redelivery)
    }
  }
  const talk = async (at: number) => {
    const onTelegram = at % 2 === 0
    const writer = onTelegram ? telegram.person(`Người ${at}`) : zalo.person(`Người ${at}`)
    for (let i = 0; i < each; i++) {
      const code = `${letters[at % 32]}${letters[at >> 5]}Z-${String(i).padStart(6, '0')}`
      const one: Asked = { code, person: String(writer.id), deliveries: 0 }
      asked.push(one)
      const text = `/kiemtra ${code}`
      if ('first_name' in writer) {
        const id = ++updates
        const message = telegram.message(writer, text)
        await untilTaken(one, () => telegram.deliver({ message } as never, id))
      } else {
        const event = zalo.event(writer, 'text', { text })
        await untilTaken(one, () => zalo.deliver(event))
      }
    }
  }
  await Promise.all(Array.from({ length: people }, (_, at) => talk(at)))
  return asked
}

/** The letters that codes are made of. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The answers that people were shown: chat and text, oldest first on each platform. */
export function shownIn({ telegram, zalo }: Cluster): readonly { readonly chat: string; readonly text: string }[] {
  return [...telegram.shown, ...zalo.shown].map(({ chat, text }) => ({ chat: String(chat), text }))
}

/** How often each code was answered, and whether each person got the answers in the order of the questions. */
export function answersTo(cluster: Cluster, asked: readonly Asked[]) {
  const times = new Map(asked.map(({ code }) => [code, 0]))
  const firsts = new Map<string, string[]>()
  for (const { chat, text } of shownIn(cluster)) {
    const code = /[0-9A-Z]{2}Z-\d{6}/.exec(text)?.[0]
    if (code === undefined) continue
    const before = times.get(code) ?? 0
    times.set(code, before + 1)
    if (before === 0) firsts.set(chat, [...(firsts.get(chat) ?? []), code])
  }
  const inOrder = [...firsts.values()].every((codes) => codes.join() === codes.toSorted().join())
  return { times, inOrder }
}

async function rowsOf<Row>(database: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}
