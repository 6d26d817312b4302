import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { answersTo, askAll, shownIn, startCluster } from '../support/cluster.ts'
import { killOneOfTwo } from '../support/kill-one.ts'
import { type PostgresServer, startPostgres, whyNoPostgres } from '../support/postgres.ts'

vi.setConfig({ testTimeout: 300_000 })

const question = 'trồng rừng phòng hộ ven biển'
const quoted = 'Trồng mới 400 ha'

describe.skipIf(whyNoPostgres)(`several instances${whyNoPostgres ? ` (${whyNoPostgres})` : ''}`, () => {
  let postgres: PostgresServer
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.remove())

  it('answer 100 questions through both webhooks, each once, though one instance is killed', async () => {
    const { questions, answeredTwice, inFlight } = await killOneOfTwo(postgres, { people: 10, each: 10 })
    expect(questions).toBe(100)
    expect(answeredTwice).toBeLessThanOrEqual(inFlight)
  })

  it('fetch by one of them, and by another within 30 seconds when that one is killed', async () => {
    const cluster = await startCluster(postgres, 2, 'polling')
    const { telegram, zalo, instances } = cluster
    const an = telegram.person()
    const binh = zalo.person('Bình')
    telegram.say(an, question)
    zalo.say(binh, question)
    await expect.poll(() => shownIn(cluster).filter(({ text }) => text.includes(quoted)).length).toBe(2)
    // The first came first, and leads.
    instances[0]!.product.process.kill('SIGKILL')
    await instances[0]!.product.ended
    const killed = performance.now()
    telegram.say(an, 'nguồn đâu?')
    zalo.say(binh, 'nguồn đâu?')
    await expect.poll(() => shownIn(cluster).length, { timeout: 60_000, interval: 50 }).toBe(4)
    expect(performance.now() - killed).toBeLessThan(30_000)
    // What was said to the other instance is remembered.
    expect(shownIn(cluster).filter(({ text }) => text.includes(quoted))).toHaveLength(4)
  })

  it('count together how fast an address asks the page', async () => {
    const { instances } = await startCluster(postgres, 2)
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' }
    const ask = async (i: number) => {
      const { address } = instances[i % 2]!
      const response = await fetch(`${address}/api/ask`, { method: 'POST', headers, body: '{"question":"xin chào"}' })
      await response.arrayBuffer()
      return response.status
    }
    const began = performance.now()
    const statuses: number[] = []
    // Each may be asked 600 times at once by its own count.
    for (let i = 0; i < 900; i += 10) {
      statuses.push(...(await Promise.all(Array.from({ length: 10 }, (_, one) => ask(i + one)))))
    }
    const givenBack = Math.ceil((performance.now() - began) / 100) + 1
    const answered = statuses.filter((status) => status === 200).length
    expect(answered).toBeGreaterThanOrEqual(600)
    expect(answered).toBeLessThanOrEqual(600 + givenBack)
    expect(statuses.filter((status) => status === 429)).toHaveLength(900 - answered)
  })

  it('refuse deliveries while PostgreSQL is gone, say so, and go on by themselves when it is back', async () => {
    const cluster = await startCluster(postgres, 2)
    const { address } = cluster.instances[0]!
    const ready = async () => {
      const response = await fetch(`${address}/readyz`)
      return { status: response.status, ...((await response.json()) as { readonly degraded: boolean }) }
    }
    const asking = askAll(cluster, 6, 8)
    await expect.poll(() => shownIn(cluster).length, { interval: 5 }).toBeGreaterThan(10)
    await postgres.halt()
    await expect.poll(ready).toMatchObject({ status: 200, degraded: true, store: 'unreachable' })
    const late = cluster.telegram.person('Đến lúc hỏng')
    const message = cluster.telegram.message(late, question)
    expect(await cluster.telegram.deliver({ message } as never, 600_000_000)).toBe(503)
    await postgres.resume()
    await expect.poll(async () => (await ready()).degraded).toBe(false)
    expect(await cluster.telegram.deliver({ message } as never, 600_000_000)).toBe(200)
    const asked = await asking
    await expect
      .poll(() => [...answersTo(cluster, asked).times.values()].filter((times) => times === 0).length, {
        timeout: 60_000,
      })
      .toBe(0)
    await expect.poll(() => cluster.telegram.screen(late).map(({ text }) => text.includes(quoted))).toEqual([true])
    await expect.poll(() => cluster.rows(`select id, state from inbox where state <> 'done'`)).toEqual([])
    const { times, inOrder } = answersTo(cluster, asked)
    expect([...times.values()].every((count) => count === 1)).toBe(true)
    expect(inOrder).toBe(true)
    expect(asked.some(({ deliveries }) => deliveries > 1)).toBe(true)
  })
})
