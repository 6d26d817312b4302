import { expect, it } from 'vitest'
import { mountedServer } from '../support/mounted.ts'
import { runningZalo } from '../support/zalo-bot.ts'
import { startZaloServer } from '../support/zalo-server.ts'

const question = 'trồng rừng phòng hộ ven biển'
const secret = 'secret-of-the-test-only'

async function webhookBot(variant: Parameters<typeof startZaloServer>[0] = {}) {
  const mounted = await mountedServer()
  const server = await startZaloServer(variant)
  const address = `${mounted.url}/webhooks/zalo`
  const settings = { token: server.token, apiRoot: server.url, mode: 'webhook', address, secret } as const
  const bot = await runningZalo({ settings, mount: mounted.mount }, server)
  const post = (body: string, given: string | undefined = secret) =>
    fetch(address, { method: 'POST', body, headers: given === '' ? {} : { 'x-bot-api-secret-token': given } })
  return { ...bot, address, post }
}

it.each([{ wrapped: false }, { wrapped: true }])('answers what is delivered: %j', async (variant) => {
  const { server, address, ask } = await webhookBot(variant)
  expect(server.webhook()).toEqual({ url: address, secret })
  expect((await ask(server.person(), question)).text).toContain('Trồng mới 400 ha')
  expect(server.calls.map(({ method }) => method)).not.toContain('getUpdates')
})

it('confirms a repeated delivery without working it again', async () => {
  const { server, ask } = await webhookBot()
  const an = server.person()
  const coming = server.next(an)
  const said = server.say(an, question)
  await coming
  expect(await server.deliver(said)).toBe(200)
  await ask(an, 'kinh tế số')
  expect(server.screen(an)).toHaveLength(2)
})

it.each(['not-the-secret-at-all', ''])('refuses the secret “%s” and does nothing', async (given) => {
  const { server, store, post } = await webhookBot()
  expect((await post(JSON.stringify(server.event(server.person(), 'text', { text: question })), given)).status).toBe(
    401,
  )
  expect(await store.selectFrom('inbox').selectAll().execute()).toEqual([])
})

it.each([
  ['what is no JSON', 'xin chào', 400],
  ['what is no event', '{"message":{}}', 400],
  ['an event that it does not know', '{"event_name":"user.followed"}', 200],
  ['an empty body', '', 200],
  ['a body over a megabyte', ' '.repeat(1_100_000), 413],
])('survives %s', async (_, body, status) => {
  const { post } = await webhookBot()
  expect((await post(body)).status).toBe(status)
})

it('tells when Zalo could not reach the address', async () => {
  const { zalo, log } = await webhookBot({ verification: { ok: false, outcome: 'webhook.http.403' } })
  expect(zalo.remark).toContain('webhook.http.403')
  expect(log.lines.join('\n')).toContain('webhook.http.403')
})
