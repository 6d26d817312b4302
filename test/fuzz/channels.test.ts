import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Arrival } from '../../src/channels/inbox.ts'
import { buttonData, readButtonData, readStartPayload, startPayload } from '../../src/channels/telegram/button-data.ts'
import { webhookHandler as telegramWebhook } from '../../src/channels/telegram/webhook.ts'
import { webhookHandler as zaloWebhook } from '../../src/channels/zalo/webhook.ts'
import type { Store } from '../../src/operations/store/open.ts'
import { mountedServer } from '../support/mounted.ts'
import { runningBot } from '../support/telegram-bot.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { runningZalo } from '../support/zalo-bot.ts'
import { startZaloServer } from '../support/zalo-server.ts'
import { fuzz } from './fuzzing.ts'
import { anyJson, anyText, misshapen } from './hostile.ts'

const person = { id: 11, is_bot: false, first_name: 'An', username: 'an_thu' }
const chat = { id: 11, type: 'private', first_name: 'An' }
const group = { id: -1_000_000_000_042, type: 'supergroup', title: 'Họp giao ban', is_forum: true }
const said = {
  message_id: 7,
  date: 1_760_000_000,
  text: '/muctieu 2030',
  entities: [{ type: 'bot_command', offset: 0, length: 8 }],
}
const updates = [
  { update_id: 1, message: { ...said, from: person, chat } },
  {
    update_id: 2,
    edited_message: {
      ...said,
      from: person,
      chat: group,
      edit_date: 1_760_000_100,
      is_topic_message: true,
      message_thread_id: 3,
    },
  },
  {
    update_id: 3,
    message: {
      message_id: 8,
      date: 1_760_000_000,
      from: person,
      chat: group,
      caption: '@bot mục tiêu',
      caption_entities: [{ type: 'mention', offset: 0, length: 4 }],
      photo: [],
      reply_to_message: { ...said, chat: group },
    },
  },
  {
    update_id: 4,
    callback_query: { id: '5', from: person, data: '1c:K7Q-M3X9PF', chat_instance: '1', message: { ...said, chat } },
  },
  { update_id: 5, inline_query: { id: '6', from: person, query: 'mục tiêu', offset: '0' } },
  {
    update_id: 6,
    my_chat_member: {
      chat: group,
      from: person,
      date: 1_760_000_000,
      old_chat_member: { user: person, status: 'left' },
      new_chat_member: { user: person, status: 'member' },
    },
  },
]
const names = [
  'update_id',
  'message',
  'chat',
  'id',
  'from',
  'text',
  'entities',
  'offset',
  'length',
  'type',
  'event_name',
  'ok',
  'result',
  'message_id',
  'chat_type',
]
const events = ['PRIVATE', 'GROUP'].map((chat_type) => ({
  event_name: 'message.text.received',
  message: {
    message_id: 'e1',
    date: 1_760_000_000_000,
    from: { id: 'p1', display_name: 'An', is_bot: false },
    chat: { id: 'c1', chat_type },
    text: '@Bot mục tiêu',
    caption: 'x',
  },
}))

/** Bodies as a platform sends them, or nearly, or not at all. */
function bodies(usual: readonly unknown[]) {
  const written = fc
    .oneof(misshapen([...usual, usual, { ok: true, result: usual[0] }], anyJson(names)), anyJson(names))
    .map((value) => JSON.stringify(value) ?? '')
  return fc.oneof(
    { weight: 6, arbitrary: written },
    { weight: 1, arbitrary: anyText(500) },
    { weight: 1, arbitrary: written.map((text) => text.slice(0, -1)) },
  )
}

const updateBodies = bodies(updates)
const eventBodies = bodies(events)
const secret = 'the-secret-of-this-test'
const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`

function delivered(header: string, body: string): Request {
  return new Request('http://127.0.0.1/webhook', { method: 'POST', headers: { [header]: secret }, body })
}

/** Keeps what arrives, and looks at what an inbox relies on. */
function openInbox() {
  const arrivals: Arrival[] = []
  const receive = async (more: readonly Arrival[]) => {
    for (const { id, lane, payload } of more) {
      expect(id).not.toBe('')
      expect(lane).toMatch(/^(?:chat|buttons|inline):/)
      JSON.parse(payload)
    }
    arrivals.push(...more)
  }
  return { receive, arrivals }
}

describe('any delivery', () => {
  fuzz('a delivery of Telegram', 16_000, updateBodies, async (body) => {
    const response = await telegramWebhook(secret, openInbox())(delivered('x-telegram-bot-api-secret-token', body))
    expect([200, 400]).toContain(response.status)
  })

  fuzz('a delivery of Zalo', 16_000, eventBodies, async (body) => {
    const response = await zaloWebhook(secret, openInbox())(delivered('x-bot-api-secret-token', body))
    expect([200, 400]).toContain(response.status)
  })

  it('may be nested as deeply as it fits into a body', async () => {
    expect(
      (await telegramWebhook(secret, openInbox())(delivered('x-telegram-bot-api-secret-token', nested))).status,
    ).toBe(400)
    expect((await zaloWebhook(secret, openInbox())(delivered('x-bot-api-secret-token', nested))).status).toBe(400)
  })
})

describe('any press', () => {
  const data = fc.oneof(anyText(200), fc.stringMatching(/^[01]?[npcqx]?:?[\w-]{0,42}$/))
  fuzz('callback data', 24_000, data, (text) => {
    const read = readButtonData(text)
    if (read) expect(buttonData(read)).toBe(text)
    const start = readStartPayload(text)
    if (start) expect(startPayload(start).toLowerCase()).toBe(text.toLowerCase())
  })
})

/** As many at once as people might send. */
const batch = 50
const cases = 1_000
const question = 'trồng rừng phòng hộ ven biển'

describe('a channel that gets any updates', () => {
  it(`goes on answering: Telegram, ${cases} cases`, { timeout: 300_000 }, async () => {
    const mounted = await mountedServer()
    const server = await startTelegramServer()
    const address = `${mounted.url}/webhooks/telegram`
    const settings = { token: server.token, apiRoot: server.url, mode: 'webhook', address, secret } as const
    const { store } = await runningBot({ settings, mount: mounted.mount }, server)
    const an = server.person()
    const bodies = fc.sample(misshapen(updates, anyJson(names)), cases).map((value, i) => {
      const update = typeof value === 'object' && value !== null ? { ...value, update_id: 1_000 + i } : value
      // Telegram gives every press an id of its own, and here everybody is a person it knows.
      const text = (JSON.stringify(update) ?? '').replaceAll('"id":11', `"id":${an.id}`)
      return text.replaceAll(/"id":"[56]"/g, `"id":"query-${i}"`)
    })
    await deliverAll(bodies, address, 'x-telegram-bot-api-secret-token')
    const thu = server.person()
    const coming = server.next(thu)
    server.say(thu, question)
    expect((await coming).text).toContain('Nguồn')
    await allWorked(store)
    // Ids are misshapen too, and some presses are on messages that never were.
    forgive(server.violations, /message (?:to edit|thread) not found|_id|query ID is invalid/)
  })

  it(`goes on answering: Zalo, ${cases} cases`, { timeout: 300_000 }, async () => {
    const mounted = await mountedServer()
    const server = await startZaloServer()
    const address = `${mounted.url}/webhooks/zalo`
    const settings = { token: server.token, apiRoot: server.url, mode: 'webhook', address, secret } as const
    const { ask, store } = await runningZalo({ settings, mount: mounted.mount }, server)
    const an = server.person()
    await ask(an, question)
    const made = fc.sample(misshapen(events, anyJson(names)), cases).map((value, i) => {
      const text = (JSON.stringify(value) ?? '').replaceAll('"id":"c1"', `"id":"${an.id}"`)
      return text.replaceAll('"message_id":"e1"', `"message_id":"event-${i}"`)
    })
    await deliverAll(made, address, 'x-bot-api-secret-token')
    expect((await ask(server.person(), question)).text).toContain('Nguồn')
    await allWorked(store)
    // Ids are misshapen too; what is sent there reaches nobody.
    forgive(server.violations, /nobody wrote there first/)
  })
})

async function deliverAll(bodies: readonly string[], address: string, header: string): Promise<void> {
  for (let at = 0; at < bodies.length; at += batch) {
    const sent = bodies
      .slice(at, at + batch)
      .map((body) => fetch(address, { method: 'POST', headers: { [header]: secret }, body }))
    for (const { status } of await Promise.all(sent)) expect([200, 400]).toContain(status)
  }
}

async function allWorked(store: Store): Promise<void> {
  const unfinished = store.selectFrom('inbox').select('id').where('state', 'in', ['waiting', 'working', 'sending'])
  await expect.poll(() => unfinished.execute(), { timeout: 60_000 }).toEqual([])
}

function forgive(violations: string[], what: RegExp): void {
  violations.splice(0, violations.length, ...violations.filter((one) => !what.test(one)))
}
