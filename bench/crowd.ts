import { setTimeout as sleep } from 'node:timers/promises'
import { startTelegramServer } from '../test/support/telegram-server.ts'
import { startZaloServer } from '../test/support/zalo-server.ts'
import { type LoadResult, resultOf } from './load.ts'

/** Both platforms on this machine, and a way to ask the bot through each. */
export async function startPlatforms() {
  const telegram = await startTelegramServer()
  const zalo = await startZaloServer()
  return {
    /** What the bot is started with. */
    settings: {
      telegram: { token: telegram.token, apiRoot: telegram.url, mode: 'polling' },
      zalo: { token: zalo.token, apiRoot: zalo.url, mode: 'polling' },
    } as const,
    people: { telegram: personIn(telegram), zalo: personIn(zalo) },
    violations: () => [...telegram.violations, ...zalo.violations],
    stop: () => Promise.all([telegram.stop(), zalo.stop()]),
  }
}

/** Longest that one waits for an answer, in milliseconds. */
const longestWait = 240_000

interface Platform<Person> {
  person(): Person
  say(person: Person, text: string): unknown
  screen(person: Person): readonly { readonly text: string }[]
  until<T>(test: () => T | undefined | false, what?: string, limit?: number): Promise<T>
}

/** Makes a person, who asks and gets the milliseconds to the first message of the answer. */
function personIn<Person>(platform: Platform<Person>): () => (text: string) => Promise<number> {
  return () => {
    const person = platform.person()
    return async (text) => {
      const before = platform.screen(person).length
      const began = performance.now()
      platform.say(person, text)
      await platform.until(() => platform.screen(person).length > before, 'an answer', longestWait)
      return performance.now() - began
    }
  }
}

/**
 * So many people each ask one question, spread evenly over the seconds given.
 *
 * @param person makes somebody who asks
 */
export async function crowd(
  person: () => (text: string) => Promise<number>,
  questions: readonly string[],
  people: number,
  seconds: number,
): Promise<LoadResult> {
  const began = performance.now()
  const latencies = await Promise.all(
    Array.from({ length: people }, async (_, i) => {
      const ask = person()
      await sleep((i * seconds * 1000) / people)
      return ask(questions[i % questions.length]!)
    }),
  )
  return resultOf([{ latencies, seconds: (performance.now() - began) / 1000 }])
}
