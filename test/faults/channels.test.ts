import { describe, expect, it } from 'vitest'
import { createAssistant } from '../../src/assistant.ts'
import { loadKnowledge } from '../../src/knowledge.ts'
import { inventedCorpus, runningBot } from '../support/telegram-bot.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { runningZalo } from '../support/zalo-bot.ts'
import { startZaloServer } from '../support/zalo-server.ts'

const question = 'trồng rừng phòng hộ ven biển'
const answer = 'Trồng mới 400 ha'
const hour = 3_600_000
/** Failed polls until a channel counts as down, and some more. */
const failures = 6
const firstWait = 20

const gone = { kind: 'refuse', code: 502, description: 'Bad Gateway' } as const

describe('a platform that is away for an hour', () => {
  it('Telegram: is said to be down; back again, what was asked in private is answered late, in groups only what is fresh', async () => {
    const server = await startTelegramServer()
    const states: string[] = []
    await runningBot({ firstWait, report: (state) => void states.push(state) }, server)
    const [an, binh] = [server.person('An'), server.person('Bình')]
    const [old, fresh] = [server.group(), server.group()]
    // The poll that is held when Telegram goes away ends with it.
    for (let i = 0; i < failures; i++) server.fail('getUpdates', gone)
    server.say(an, 'chào')
    await server.until(() => states.includes('down'), 'the channel to be down')
    const anHourAgo = Math.floor((Date.now() - hour) / 1000)
    server.say(an, `@${server.me.username} ${question}`, { group: old, date: anHourAgo })
    server.say(an, `@${server.me.username} ${question}`, { group: fresh })
    server.say(binh, question, { date: anHourAgo })
    await server.until(() => server.screen(fresh).length > 0 && server.screen(binh).length > 0, 'the answers')
    expect(server.screen(fresh)[0]!.text).toContain(answer)
    expect(server.screen(binh).map(({ text }) => text)).toEqual([expect.stringContaining('Trả lời muộn')])
    expect(server.screen(binh)[0]!.text).toContain(answer)
    expect(server.screen(old)).toEqual([])
    expect(states.at(-1)).toBe('running')
  })

  it('Zalo: the same', async () => {
    const server = await startZaloServer()
    const { states } = await runningZalo({ firstWait }, server)
    const [an, binh] = [server.person('An'), server.person('Bình')]
    const [old, fresh] = [server.group(), server.group()]
    for (let i = 0; i < failures; i++) server.fail('getUpdates', { kind: 'gateway', status: 502, body: 'Bad Gateway' })
    await server.until(() => states.includes('down'), 'the channel to be down')
    const text = `@${server.displayName} ${question}`
    const date = Date.now() - hour
    await server.deliver(server.event(an, 'text', { text, date }, old))
    await server.deliver(server.event(an, 'text', { text }, fresh))
    await server.deliver(server.event(binh, 'text', { text: question, date }))
    await server.until(() => server.screen(fresh).length > 0 && server.screen(binh).length > 0, 'the answers')
    expect(server.screen(fresh)[0]!.text).toContain(answer)
    expect(server.screen(binh)[0]!.text).toContain('Trả lời muộn')
    expect(server.screen(old)).toEqual([])
    expect(states.at(-1)).toBe('running')
  })
})

describe('a machine whose clock is wrong', () => {
  it.each([2 * hour, -2 * hour])('by %d ms: what is asked in a group is no old question (Telegram)', async (wrong) => {
    const { server } = await runningBot({ now: () => Date.now() + wrong })
    const group = server.group()
    const coming = server.next(group)
    server.say(server.person(), `@${server.me.username} ${question}`, { group })
    expect((await coming).text).toContain(answer)
  })

  it.each([2 * hour, -2 * hour])('by %d ms: what is asked in a group is no old question (Zalo)', async (wrong) => {
    const { server, ask } = await runningZalo({ now: () => Date.now() + wrong })
    const shown = await ask(server.person(), `@${server.displayName} ${question}`, server.group())
    expect(shown.text).toContain(answer)
  })

  it('set forward and back by a day while it runs, answers in the same conversation and group', async () => {
    let wrong = 0
    const { server } = await runningBot({ now: () => Date.now() + wrong })
    const group = server.group()
    const an = server.person()
    for (wrong of [0, 24 * hour, -24 * hour, 0]) {
      for (const chat of [an, group]) {
        const coming = server.next(chat)
        server.say(
          an,
          chat === group ? `@${server.me.username} ${question}` : question,
          chat === group ? { group } : {},
        )
        expect((await coming).text).toContain(answer)
      }
    }
  })
})

/** An assistant that throws at some words and never ends at others. */
async function fragile() {
  const knowledge = await loadKnowledge(inventedCorpus)
  const sound = createAssistant(() => knowledge)
  return {
    ask(asked: Parameters<typeof sound.ask>[0]) {
      if (asked.text.includes('hỏng')) throw new TypeError('a fault of the test')
      return asked.text.includes('treo') ? new Promise<never>(() => {}) : sound.ask(asked)
    },
  }
}

describe('work that throws or hangs', () => {
  it('Telegram: the person gets one sentence, everybody else an answer', async () => {
    const { server, log } = await runningBot({ assistant: await fragile(), timeLimit: 400 })
    const people = ['câu hỏi hỏng', 'câu hỏi treo', question].map((text) => {
      const person = server.person()
      server.say(person, text)
      server.say(person, question)
      return person
    })
    await server.until(() => people.every((person) => server.screen(person).length === 2), 'two messages for each')
    const [broken, hung, usual] = people.map((person) => server.screen(person).map(({ text }) => text))
    for (const screen of [broken!, hung!]) {
      expect(screen[0]).toMatch(/^Xin lỗi, [^.]+\. [^.]+\.$/)
      expect(screen[1]).toContain(answer)
    }
    for (const text of usual!) expect(text).toContain(answer)
    expect(log.lines.join('\n')).not.toMatch(/câu hỏi (?:hỏng|treo)/)
  })

  it('Zalo: the same', async () => {
    const { server } = await runningZalo({ assistant: await fragile(), timeLimit: 400 })
    const people = ['câu hỏi hỏng', 'câu hỏi treo', question].map((text) => {
      const person = server.person()
      server.say(person, text)
      server.say(person, question)
      return person
    })
    await server.until(() => people.every((person) => server.screen(person).length === 2), 'two messages for each')
    for (const person of people) expect(server.screen(person)[1]!.text).toContain(answer)
    for (const person of people.slice(0, 2)) expect(server.screen(person)[0]!.text).toContain('Xin lỗi')
  })
})

/** Questions in one moment. */
const many = 1_000

describe(`${many} messages at once`, () => {
  it('Telegram: everybody is answered, once', { timeout: 600_000 }, async () => {
    const { server } = await runningBot()
    const people = Array.from({ length: many }, (_, i) => server.person(`Người ${i}`))
    for (const person of people) server.say(person, question)
    await server.until(() => server.shown.length >= many, `${many} answers`, 580_000)
    for (const person of people) expect(server.screen(person)).toHaveLength(1)
    expect(server.shown.every(({ text }) => text.includes(answer))).toBe(true)
  })

  it('Zalo: the same', { timeout: 600_000 }, async () => {
    const { server } = await runningZalo()
    const people = Array.from({ length: many }, (_, i) => server.person(`Người ${i}`))
    for (const person of people) server.say(person, question)
    await server.until(() => server.shown.length >= many, `${many} answers`, 580_000)
    for (const person of people) expect(server.screen(person)).toHaveLength(1)
  })
})
