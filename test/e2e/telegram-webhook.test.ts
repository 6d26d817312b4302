import { expect, it } from 'vitest'
import { mountedServer } from '../support/mounted.ts'
import { runningBot } from '../support/telegram-bot.ts'
import { startTelegramServer } from '../support/telegram-server.ts'

const question = 'trồng rừng phòng hộ ven biển'
const secret = 'secret-of-the-test-only'

async function webhookBot() {
  const mounted = await mountedServer()
  const server = await startTelegramServer()
  const address = `${mounted.url}/webhooks/telegram`
  const settings = { token: server.token, apiRoot: server.url, mode: 'webhook', address, secret } as const
  const bot = await runningBot({ settings, mount: mounted.mount }, server)
  const post = (body: string, given: string | undefined = secret) =>
    fetch(address, {
      method: 'POST',
      body,
      headers: given === undefined ? {} : { 'x-telegram-bot-api-secret-token': given },
    })
  return { ...bot, address, post }
}

it('registers its address and answers what is delivered there', async () => {
  const { server, address } = await webhookBot()
  expect(server.webhook()).toEqual({ url: address, secret })
  const an = server.person()
  const coming = server.next(an)
  server.say(an, question)
  expect((await coming).text).toContain('Trồng mới 400 ha')
})

it('confirms a repeated delivery without working it again', async () => {
  const { server } = await webhookBot()
  const an = server.person()
  const coming = server.next(an)
  const said = server.say(an, question)
  await coming
  expect(await server.deliver({ message: said } as never, 500_000_001)).toBe(200)
  const next = server.next(an)
  server.say(an, 'kinh tế số')
  await next
  expect(server.screen(an)).toHaveLength(2)
})

it.each([
  ['a wrong secret', 'not-the-secret-at-all'],
  ['no secret', undefined],
])('refuses %s and does nothing', async (_, given) => {
  const { server, store, address } = await webhookBot()
  const body = JSON.stringify({
    update_id: 1,
    message: { message_id: 1, chat: { id: 5, type: 'private' }, date: 1, text: question },
  })
  const headers: Record<string, string> = given === undefined ? {} : { 'x-telegram-bot-api-secret-token': given }
  expect((await fetch(address, { method: 'POST', body, headers })).status).toBe(401)
  expect(await store.selectFrom('inbox').selectAll().execute()).toEqual([])
  expect(server.shown).toEqual([])
})

it.each([
  ['what is no JSON', 'xin chào', 400],
  ['what is no update', '{"message":{}}', 400],
  ['an update that is not wanted', '{"update_id":3,"poll":{}}', 200],
  ['a body over a megabyte', ' '.repeat(1_100_000), 413],
])('survives %s', async (_, body, status) => {
  const { post } = await webhookBot()
  expect((await post(body)).status).toBe(status)
})
