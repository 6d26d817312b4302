import { expect, it, onTestFinished } from 'vitest'
import { createZaloClient } from '../../src/channels/zalo/client.ts'
import { createSender } from '../../src/channels/zalo/sending.ts'
import { openStore } from '../../src/operations/store/open.ts'
import { holdOf } from '../../src/operations/store/rates.ts'
import { dataFolder } from '../support/data-folder.ts'
import { keptLog } from '../support/log.ts'
import { runningZalo } from '../support/zalo-bot.ts'
import { startZaloServer } from '../support/zalo-server.ts'

const question = 'trồng rừng phòng hộ ven biển'
const quoted = 'Trồng mới 400 ha rừng phòng hộ ven biển tại các xã bãi ngang.'

async function privateChat(overrides: Parameters<typeof runningZalo>[0] = {}) {
  const running = await runningZalo(overrides)
  const { server } = running
  const an = server.person()
  return {
    ...running,
    an,
    say: (text: string) => running.ask(an, text),
    sends: () => server.calls.filter(({ method }) => method === 'sendMessage').map(({ ok }) => ok),
  }
}

it.each([
  ['whose answer was lost', { kind: 'lose-answer' } as const, 2],
  ['that met a gateway', { kind: 'gateway', status: 502, body: '<html>Bad Gateway</html>' } as const, 1],
  ['that failed inside Zalo', { kind: 'refuse', code: 500 } as const, 1],
])('does not repeat a message %s', async (_, fault, shown) => {
  const { server, an, say, sends } = await privateChat()
  server.fail('sendMessage', fault)
  server.say(an, question)
  await server.until(() => sends().length === 1)
  // The next answer of the chat comes after everything that was done about the first.
  expect((await say('kinh tế số')).text).toContain('kinh tế số')
  expect(server.screen(an)).toHaveLength(shown)
  expect(sends()).toHaveLength(2)
})

it('sends the words alone when their looks are refused', async () => {
  const { server, say, sends } = await privateChat()
  server.fail('sendMessage', { kind: 'refuse', code: 400 })
  const { text, looks } = await say(question)
  expect(text).toContain(quoted)
  expect(looks).toEqual([])
  expect(sends()).toEqual([false, true])
})

it('stops sending when the plan is used up, says so, and goes on later', async () => {
  let now = Date.now()
  const { server, an, say, sends, states, log } = await privateChat({ now: () => now })
  server.fail('sendMessage', { kind: 'refuse', code: 429, description: 'Quota exceeded' })
  server.say(an, question)
  await expect.poll(() => states.at(-1)).toBe('quota')
  expect(log.lines.join('\n')).toContain('used up')
  server.say(an, question)
  await expect.poll(() => log.lines.join('\n')).toContain('message not sent')
  expect(sends()).toEqual([false])
  now += 120_000
  expect((await say(question)).text).toContain(quoted)
  await expect.poll(() => states.at(-1)).toBe('running')
})

it('keeps every instance from sending when the plan is used up, until that is over', async () => {
  const server = await startZaloServer()
  const store = await openStore(dataFolder())
  onTestFinished(async () => {
    await server.stop()
    await store.destroy()
  })
  let now = Date.now()
  const instance = () => {
    const told: boolean[] = []
    const sender = createSender({
      client: createZaloClient({ token: server.token, apiRoot: server.url }),
      log: keptLog(),
      quota: (usedUp) => void told.push(usedUp),
      sent: async () => {},
      now: () => now,
      shared: holdOf(store, 'zalo plan'),
    })
    const an = server.person()
    server.event(an, 'text', {})
    const send = () =>
      sender.send({ chat: an.id, group: false }, { text: 'chào', styles: [] }, AbortSignal.timeout(9_000))
    return { told, send }
  }
  const [one, other] = [instance(), instance()]
  expect(await other.send()).toBe('sent')
  server.fail('sendMessage', { kind: 'refuse', code: 429, description: 'Quota exceeded' })
  expect(await one.send()).toBe('dropped')
  const calls = server.calls.length
  expect(await other.send()).toBe('dropped')
  expect(server.calls).toHaveLength(calls)
  expect([one.told, other.told]).toEqual([[true], [true]])
  now += 120_000
  expect(await other.send()).toBe('sent')
  expect(other.told).toEqual([true, false])
})

it('survives gateway pages and cut answers while it polls', async () => {
  const { server, say, log } = await privateChat()
  server.fail('getUpdates', { kind: 'gateway', status: 504, body: '' })
  await expect.poll(() => log.lines.join('\n'), { timeout: 20_000 }).toContain('polling failed')
  expect((await say(question)).text).toContain(quoted)
})

it('keeps the token out of what it logs, even when Zalo repeats it', async () => {
  const { server, log } = await privateChat()
  server.fail('getUpdates', { kind: 'refuse', code: 500, description: `no bot with ${server.token}` })
  await expect.poll(() => log.lines.join('\n'), { timeout: 20_000 }).toContain('no bot with ***')
})

it.each([{ mirror: true }, { mirror: false }])('takes an idle poll for what it is: %j', async (variant) => {
  const { server, log, ask } = await runningZalo({}, await startZaloServer(variant))
  await server.until(() => server.calls.filter(({ method, ok }) => method === 'getUpdates' && !ok).length >= 2)
  expect((await ask(server.person(), question)).text).toContain(quoted)
  expect(log.lines.filter((line) => line.includes('"warn"'))).toEqual([])
})

it.each(['getUpdates', 'sendMessage'] as const)(
  'ends with one sentence when %s tells that the token is no longer valid',
  async (method) => {
    const { server, an, states, log, zalo } = await privateChat()
    server.fail(method, { kind: 'refuse', code: 401, description: 'Unauthorized' })
    server.say(an, question)
    await expect.poll(() => states.at(-1), { timeout: 20_000 }).toBe('down')
    expect(zalo.refusal).toContain('ZALO_BOT_TOKEN')
    expect(log.lines.filter((line) => line.includes('"error"'))).toEqual([expect.stringContaining('ZALO_BOT_TOKEN')])
  },
)

it('stays off without ending anything else when the token is wrong from the start', async () => {
  const server = await startZaloServer()
  const settings = { token: '5:another-invented-token', apiRoot: server.url, mode: 'polling' } as const
  const { zalo, states } = await runningZalo({ settings }, server)
  expect(zalo.refusal).toContain('ZALO_BOT_TOKEN')
  expect(states).toEqual(['starting', 'down'])
})

it('works an event that comes twice once', async () => {
  const { server, an, say, sends } = await privateChat()
  const coming = server.next(an)
  const said = server.say(an, question)
  await coming
  void server.deliver(said)
  expect((await say('kinh tế số')).text).toContain('kinh tế số')
  expect(sends()).toHaveLength(2)
})

it('takes up after a restart what was not answered', async () => {
  const store = await openStore(dataFolder())
  const server = await startZaloServer()
  const an = server.person()
  const payload = JSON.stringify(server.event(an, 'text', { text: question }))
  const row = {
    channel: 'zalo',
    id: 'e-left',
    lane: `chat:${an.id}`,
    payload,
    attempts: 1,
    claimed: null,
    done: null,
    position: 1,
  }
  await store
    .insertInto('inbox')
    .values({ ...row, state: 'waiting', doubt: 1, received: Date.now() })
    .execute()
  const coming = server.next(an)
  await runningZalo({ store }, server)
  const { text } = await coming
  expect(text).toContain(quoted)
  expect(text).toContain('Gửi lại sau sự cố')
})

it('takes away a webhook that keeps it from polling', async () => {
  const server = await startZaloServer()
  server.setWebhook('https://vanban.example.test/webhooks/zalo')
  const { ask } = await runningZalo({}, server)
  expect((await ask(server.person(), question)).text).toContain(quoted)
})
