import { describe, expect, it } from 'vitest'
import { createAssistant } from '../../src/assistant.ts'
import { accessOf } from '../../src/channels/access.ts'
import { loadKnowledge } from '../../src/knowledge.ts'
import { openStore, type Store } from '../../src/operations/store/open.ts'
import { dataFolder } from '../support/data-folder.ts'
import { inventedCorpus, runningBot } from '../support/telegram-bot.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { runningZalo } from '../support/zalo-bot.ts'
import { startZaloServer } from '../support/zalo-server.ts'

const question = 'trồng rừng phòng hộ ven biển'
const quoted = 'Trồng mới 400 ha'
const firstWait = 20
const hour = 3_600_000

/** An assistant that answers once it is let. */
async function patientAssistant() {
  const knowledge = await loadKnowledge(inventedCorpus)
  const { ask } = createAssistant(() => knowledge)
  let asked = 0
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  return {
    asked: () => asked,
    answer: () => open(),
    assistant: {
      async ask(given: Parameters<typeof ask>[0]) {
        asked++
        await gate
        return ask(given)
      },
    },
  }
}

/** The same of both platforms. */
const platforms = {
  async Telegram(options: object) {
    const server = await startTelegramServer()
    const start = () => runningBot({ firstWait, ...options }, server)
    const group = server.group()
    return {
      server,
      start: async () => {
        const { telegram, instance, log } = await start()
        return { log, stop: () => telegram.stop().then(() => instance.leave()) }
      },
      person: server.person(),
      group,
      ask: (person: never, text: string) => void server.say(person, text),
      askInGroup: (person: never) => void server.say(person, `@${server.me.username} ${question}`, { group }),
      refuse: () => server.fail('sendMessage', { kind: 'refuse', code: 503, description: 'Service Unavailable' }),
    }
  },
  async Zalo(options: object) {
    const server = await startZaloServer()
    const group = server.group()
    return {
      server,
      start: async () => {
        const { zalo, instance, log } = await runningZalo({ firstWait, ...options }, server)
        return { log, stop: () => zalo.stop().then(() => instance.leave()) }
      },
      person: server.person(),
      group,
      ask: (person: never, text: string) => void server.say(person, text),
      askInGroup: (person: never) => void server.say(person, `@${server.displayName} ${question}`, group),
      refuse: () => server.fail('sendMessage', { kind: 'gateway', status: 503, body: 'Service Unavailable' }),
    }
  },
}

/** Once nobody listens and the connections that were open are known to be closed: what goes onto those may have arrived. */
async function leave(server: { leave(): Promise<void> }, log: { readonly lines: readonly string[] }): Promise<void> {
  await server.leave()
  await expect.poll(() => log.lines.filter((line) => line.includes('polling failed')).length).toBeGreaterThan(1)
}

const held = async (store: Store) =>
  (await store.selectFrom('inbox').select(['payload', 'state']).execute()).filter(({ payload }) =>
    payload?.includes('unsent'),
  )

describe.each(['Telegram', 'Zalo'] as const)('an answer that finds %s gone', (name) => {
  async function started(options: object = {}) {
    const store = await openStore(dataFolder())
    const { assistant, answer, asked } = await patientAssistant()
    const platform = await platforms[name]({ store, assistant, ...options })
    const { server, person, group } = platform
    const screen = (chat: { readonly id: unknown } = person) => server.screen(chat as never).map(({ text }) => text)
    return { ...platform, person: person as never, group, store, answer, asked, screen }
  }

  it('is sent once when it is back, before what was asked later', async () => {
    const { server, start, ask, person, store, answer, asked, screen } = await started()
    const { log } = await start()
    ask(person, question)
    await expect.poll(asked).toBe(1)
    await leave(server, log)
    answer()
    answer()
    await expect.poll(() => held(store)).toHaveLength(1)
    expect(log.lines.join()).toContain('answer held back')
    await server.back()
    ask(person, 'kinh tế số')
    await server.until(() => screen().length === 2, 'both answers')
    expect(screen()[0]).toContain(quoted)
    expect(screen()[0]).not.toContain('muộn')
    expect(screen()[1]).toContain('kinh tế số')
    // It was made once: nothing that it left elsewhere is there twice.
    expect(asked()).toBe(2)
    await expect.poll(() => held(store)).toEqual([])
    expect(await store.selectFrom('questions').selectAll().execute()).toHaveLength(2)
  })

  it('is not sent to a group', async () => {
    const { server, start, ask, askInGroup, person, group, answer, asked, screen } = await started()
    const { log } = await start()
    askInGroup(person)
    await expect.poll(asked).toBe(1)
    await leave(server, log)
    answer()
    answer()
    const never = () => log.lines.join().match(/not delivered|did not answer","[^}]*"attempt":3/)
    await expect.poll(never).toBeTruthy()
    await server.back()
    ask(person, question)
    await server.until(() => screen().length === 1, 'an answer in private')
    expect(screen(group)).toEqual([])
    expect(log.lines.join()).not.toContain('held back')
  })

  it('is sent by the next process, with a word of apology when it is late', async () => {
    let now = Date.now()
    const { server, start, ask, person, store, answer, asked, screen } = await started({ now: () => now })
    const { log, stop } = await start()
    ask(person, question)
    await expect.poll(asked).toBe(1)
    await leave(server, log)
    answer()
    answer()
    await expect.poll(() => held(store)).toHaveLength(1)
    await stop()
    now += hour
    await server.back()
    await start()
    await server.until(() => screen().length === 1, 'the answer')
    expect(screen()[0]).toContain(quoted)
    expect(screen()[0]).toMatch(/Trả lời muộn[^.]*\.$/)
    expect(asked()).toBe(1)
  })

  it('is given up when that lasts for hours', async () => {
    let now = Date.now()
    const { server, start, ask, person, store, answer, asked, screen } = await started({ now: () => now })
    const { log } = await start()
    ask(person, question)
    await expect.poll(asked).toBe(1)
    await leave(server, log)
    answer()
    answer()
    await expect.poll(() => held(store)).toHaveLength(1)
    now += 7 * hour
    await expect.poll(() => log.lines.join()).toContain('given up')
    expect(await held(store)).toEqual([])
    await server.back()
    ask(person, 'kinh tế số')
    await server.until(() => screen().length === 1, 'another answer')
    expect(screen()[0]).toContain('kinh tế số')
  })

  it('is kept from who may not use the bot any more', async () => {
    let open = true
    const access = { ...accessOf('everyone', []), allows: async () => open }
    const { server, start, ask, person, store, answer, asked, screen } = await started({ access })
    const { log, stop } = await start()
    ask(person, question)
    await expect.poll(asked).toBe(1)
    await leave(server, log)
    answer()
    answer()
    await expect.poll(() => held(store)).toHaveLength(1)
    await stop()
    open = false
    await server.back()
    await start()
    await expect.poll(() => held(store)).toEqual([])
    expect(screen()).toEqual([])
  })

  it('is sent again when the platform says that it takes nothing now', async () => {
    const { server, start, ask, person, answer, refuse, screen } = await started()
    await start()
    answer()
    for (let i = 0; i < 3; i++) refuse()
    ask(person, question)
    await server.until(() => screen().length === 1, 'the answer')
    expect(screen()[0]).toContain(quoted)
    expect(server.calls.filter(({ method }) => method === 'sendMessage').map(({ ok }) => ok)).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
})

it('sends the rest of a long answer, and edits all of it when the question is edited (Telegram)', async () => {
  const store = await openStore(dataFolder())
  const knowledge = await loadKnowledge(inventedCorpus)
  const { ask } = createAssistant(() => knowledge)
  const assistant = {
    async ask(given: Parameters<typeof ask>[0]) {
      const answer = await ask(given)
      const filler = { kind: 'statement', text: 'Một câu để câu trả lời dài ra. '.repeat(200) } as const
      return given.text.includes('dài') ? { ...answer, blocks: [filler, ...answer.blocks] } : answer
    },
  }
  const { server } = await runningBot({ store, assistant, firstWait })
  const an = server.person()
  server.fail('sendMessage', { kind: 'hold', until: Promise.resolve() })
  server.fail('sendMessage', { kind: 'refuse', code: 503, description: 'Service Unavailable' })
  const said = server.say(an, `${question} dài`)
  await server.until(() => server.screen(an).length >= 2, 'all parts')
  const parts = server.screen(an).length
  expect(
    server
      .screen(an)
      .map(({ text }) => text)
      .join(''),
  ).toContain(quoted)
  server.edit(said, question)
  await server.until(() => server.screen(an).length < parts, 'the edited answer')
  expect(server.screen(an)).toHaveLength(1)
  expect(server.screen(an)[0]!.text).toContain(quoted)
})
