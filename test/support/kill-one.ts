import { expect } from 'vitest'
import { answersTo, askAll, shownIn, startCluster } from './cluster.ts'
import type { PostgresServer } from './postgres.ts'

/** What came of it when an instance was killed. */
interface Figures {
  readonly questions: number
  /** Delivered more than once, because nobody was there to take it. */
  readonly redelivered: number
  /** In hand of the killed instance: begun, and with an answer perhaps on its way. */
  readonly begun: number
  readonly inFlight: number
  readonly answeredTwice: number
  readonly seconds: number
}

/**
 * Two instances, both webhooks, and one instance killed when a third of the answers is there. Fails unless every question is answered,
 * in order, and only those a second time whose answer may have been on its way.
 *
 * @param storeGone the server of the store ends before the instance is killed, and starts again after it
 */
export async function killOneOfTwo(
  postgres: PostgresServer,
  { people, each, storeGone = false }: { readonly people: number; readonly each: number; readonly storeGone?: boolean },
): Promise<Figures> {
  const cluster = await startCluster(postgres, 2)
  const questions = people * each
  const began = performance.now()
  const asking = askAll(cluster, people, each)
  await expect.poll(() => shownIn(cluster).length, { timeout: 120_000, interval: 5 }).toBeGreaterThan(questions / 3)
  if (storeGone) await postgres.halt()
  const killed = cluster.instances[0]!.product
  killed.process.kill('SIGKILL')
  await killed.ended
  if (storeGone) await postgres.resume()
  const inHand = await cluster.rows<{ state: string; owner: string }>(
    `select state, owner from inbox where state in ('working', 'sending')`,
  )
  const asked = await asking
  await expect
    .poll(() => [...answersTo(cluster, asked).times.values()].filter((times) => times === 0).length, {
      timeout: 300_000,
      interval: 200,
    })
    .toBe(0)
  const seconds = (performance.now() - began) / 1000
  await expect
    .poll(() => cluster.rows(`select id from inbox where state in ('waiting', 'working', 'sending')`))
    .toEqual([])
  const doubtful = await cluster.rows<{ id: string }>('select id from inbox where doubt = 1')
  const failed = await cluster.rows(`select id from inbox where state = 'failed'`)
  const { times, inOrder } = answersTo(cluster, asked)
  const twice = [...times.values()].filter((count) => count > 1)
  expect(failed).toEqual([])
  expect(inOrder).toBe(true)
  expect(Math.max(...times.values())).toBeLessThanOrEqual(2)
  expect(twice.length).toBeLessThanOrEqual(doubtful.length)
  const [survivor] = await cluster.rows<{ id: string }>('select id from instances')
  const ofKilled = inHand.filter(({ owner }) => owner !== survivor?.id)
  expect(doubtful.length).toBeLessThanOrEqual(ofKilled.length)
  return {
    questions,
    redelivered: asked.filter(({ deliveries }) => deliveries > 1).length,
    begun: ofKilled.filter(({ state }) => state === 'working').length,
    inFlight: doubtful.length,
    answeredTwice: twice.length,
    seconds: Math.round(seconds),
  }
}
