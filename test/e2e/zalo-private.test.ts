import { expect, it } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import { plainText } from '../../src/answers/plain-text.ts'
import { createAssistant } from '../../src/assistant.ts'
import { accessOf } from '../../src/channels/access.ts'
import { loadKnowledge } from '../../src/knowledge.ts'
import { runningBot } from '../support/telegram-bot.ts'
import { runningZalo } from '../support/zalo-bot.ts'
import { startZaloServer } from '../support/zalo-server.ts'

const question = 'trồng rừng phòng hộ ven biển'
const quoted = 'Trồng mới 400 ha rừng phòng hộ ven biển tại các xã bãi ngang.'

async function privateChat(overrides: Parameters<typeof runningZalo>[0] = {}) {
  const running = await runningZalo(overrides)
  const an = running.server.person()
  return { ...running, an, say: (text: string) => running.ask(an, text) }
}

/** An assistant that changes its answers. */
async function changing(change: (answer: Answer) => Answer) {
  const { knowledge } = await runningZalo()
  const assistant = createAssistant(() => knowledge)
  return { assistant: { ask: async (asked: { text: string }) => change(await assistant.ask(asked)) } }
}

it.each([{}, { mirror: true, listed: true }])(
  'answers with the same words as the other channels: %j',
  async (variant) => {
    const { server, ask, knowledge } = await runningZalo({}, await startZaloServer(variant))
    const { text, looks } = await ask(server.person(), question)
    const elsewhere = plainText(await createAssistant(() => knowledge).ask({ text: question }))
    expect(text.startsWith(elsewhere)).toBe(true)
    expect(text).toContain(quoted)
    expect(looks).toContainEqual({ codes: ['b'], words: expect.stringMatching(/^[0-9A-Z]{3}-[0-9A-Z]{6}$/) })
  },
)

it('answers as Telegram answers', async () => {
  const { say } = await privateChat()
  const telegram = await runningBot()
  const binh = telegram.server.person('Bình')
  const coming = telegram.server.next(binh)
  telegram.server.say(binh, question)
  const elsewhere = (await coming).text
  expect((await say(question)).text.startsWith(elsewhere)).toBe(true)
})

it('does by a typed number what a button does elsewhere', async () => {
  const { say } = await privateChat()
  const { text } = await say(question)
  const number = /^(\d+)\. Đoạn trước$/m.exec(text)?.[1]
  const before = await say(number ?? 'không có')
  expect(before.text).not.toContain(quoted)
  expect(before.text).toContain('08-NQ/TU')
  expect((await say('doan sau')).text).toContain(quoted)
})

it('asks what a numbered choice says', async () => {
  const { say } = await privateChat()
  const list = await say('/vanban kinh tế')
  expect(list.text).toMatch(/^1\. /m)
  expect((await say('1')).text).toContain('Bố cục')
})

it('compares provinces whose documents state the same', async () => {
  const knowledge = await loadKnowledge(new URL('../../corpus/', import.meta.url).pathname)
  const { say } = await privateChat({ knowledge: () => knowledge, assistant: createAssistant(() => knowledge) })
  await say('Hà Tĩnh có mấy nhóm nhiệm vụ, giải pháp')
  expect((await say('so sánh')).text).toMatch(/^- Hà Tĩnh: /m)
})

it('shows the source and the whole passage when it is asked for them in words', async () => {
  const { say } = await privateChat()
  expect((await say('đoạn đầy đủ')).text).toContain('hỏi nội dung trước')
  await say(question)
  const source = (await say('nguồn')).text
  expect(source).toContain(quoted)
  expect(source).toContain('Nguồn: ')
  expect((await say('đoạn đầy đủ')).text).toContain('Đoạn trích còn nguyên trong văn bản')
})

it('sends what is too long in pieces, and the rest when it is asked for', async () => {
  const items = Array.from(
    { length: 150 },
    (_, i) => `Mục thứ ${i + 1} của một danh sách dài do bài kiểm tra dựng lên.`,
  )
  const { say, server, an } = await privateChat(
    await changing((answer) => ({
      ...answer,
      choices: [],
      blocks: [answer.blocks[0]!, { kind: 'list', ordered: true, items }, ...answer.blocks.slice(1)],
    })),
  )
  const { text } = await say(question)
  expect(text).toContain('Nguồn: ')
  const shownTo = (end: string) => server.screen(an).at(-1)?.text.includes(end)
  for (;;) {
    await server.until(() => shownTo('gõ “xem tiếp”') || shownTo('Mục thứ 150 '))
    if (shownTo('Mục thứ 150 ')) break
    await say('xem tiếp')
  }
  const whole = server
    .screen(an)
    .map(({ text }) => text)
    .join('\n')
  expect([...whole.matchAll(/^\d+\) Mục thứ (\d+) .* dựng lên\.$/gm)].map(([, number]) => Number(number))).toEqual(
    items.map((_, i) => i + 1),
  )
  expect((await say('xem tiếp')).text).toContain('đã hết')
})

it.each([
  ['trợ giúp', '/trogiup'],
  ['/trợ giúp', '/trogiup'],
  ['/tìm trồng rừng phòng hộ', '400 ha'],
  ['/muctieu 2030 sơn hải', '2030'],
  ['mục tiêu 2030 sơn hải', '2030'],
])('takes the typed command “%s”', async (typed, expected) => {
  const { say } = await privateChat()
  expect((await say(typed)).text).toContain(expected)
})

it('keeps the documents set by “phạm vi” across restarts', async () => {
  const { server, zalo, options, an, say } = await privateChat()
  expect((await say('phạm vi')).text).toContain('tất cả 2 văn bản')
  expect((await say('Phạm vi 1')).text).toContain('chỉ tra trong 1 văn bản')
  expect((await say(question)).text).toContain('Đang chỉ tra trong 1 văn bản đã chọn')
  await zalo.stop()
  const again = await runningZalo({ store: options.store }, server)
  expect((await again.ask(an, '/phamvi')).text).toContain('chỉ tra trong 1 văn bản')
  expect((await again.ask(an, '/phamvi tatca')).text).toContain('tất cả 2 văn bản')
})

it.each([
  ['image', { photo_url: 'https://zalo.example.test/a.jpg', message_type: 'CHAT_PHOTO' }],
  ['image', { photo: 'https://zalo.example.test/a.jpg' }],
  ['sticker', { sticker: 'abc', url: 'https://zalo.example.test/s' }],
  ['voice', { voice_url: 'https://zalo.example.test/v.aac' }],
  ['unsupported', {}],
])('says in a line that it cannot read: %s %j', async (kind, fields) => {
  const { server, an } = await privateChat()
  const coming = server.next(an)
  void server.deliver(server.event(an, kind, fields))
  expect((await coming).text).toContain('chỉ đọc được chữ')
  expect((await coming).text).not.toContain('\n')
})

it('answers the words under a picture and says that it does not see the picture', async () => {
  const { server, an } = await privateChat()
  const coming = server.next(an)
  void server.deliver(server.event(an, 'image', { caption: question }))
  expect((await coming).text).toContain(quoted)
  expect((await coming).text).toContain('không xem được hình')
})

it('tells a person who may not ask the id to be let in with, once', async () => {
  const { server, an, say, options, zalo } = await privateChat({ access: accessOf([], []) })
  expect((await say(question)).text).toContain(`zalo:${an.id}`)
  server.say(an, question)
  await zalo.stop()
  const again = await runningZalo({ store: options.store, access: accessOf([`zalo:${an.id}`], []) }, server)
  expect((await again.ask(an, question)).text).toContain(quoted)
  expect(server.screen(an).filter(({ text }) => text.includes('đã đăng ký'))).toHaveLength(1)
})

it('shows that it is writing when an answer takes over a second', async () => {
  const { assistant } = await changing((answer) => answer)
  let release = () => {}
  const ready = new Promise<void>((resolve) => (release = resolve))
  const { server, an } = await privateChat({
    assistant: { ask: (asked) => ready.then(() => assistant.ask(asked)) },
  })
  const coming = server.next(an)
  server.say(an, question)
  await server.until(() => server.calls.some(({ method }) => method === 'sendChatAction'))
  release()
  expect((await coming).text).toContain(quoted)
})
