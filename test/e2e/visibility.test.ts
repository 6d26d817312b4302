import { expect, it, onTestFinished } from 'vitest'
import { createAssistant } from '../../src/assistant.ts'
import { createWebServer } from '../../src/channels/web/server.ts'
import { knowledgeOf } from '../../src/knowledge.ts'
import { Quote } from '../../src/library/quote.ts'
import { createHealth } from '../../src/operations/health.ts'
import { createMetrics } from '../../src/operations/metrics.ts'
import { corpusFrom } from '../support/corpus.ts'
import { runningBot } from '../support/telegram-bot.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { runningZalo } from '../support/zalo-bot.ts'
import { startZaloServer } from '../support/zalo-server.ts'

const open = `---
title: Kế hoạch trồng rừng tỉnh Sơn Hải
---

Trồng mới 400 ha rừng phòng hộ ven biển tại các xã bãi ngang.
`
const secret = `Kết luận thanh tra việc mua sắm thiết bị của trung tâm Ngọc Thạch.

Thanh tra kiến nghị thu hồi 95 triệu đồng tiền mua sắm thiết bị sai quy định.`
const question = 'kiến nghị thu hồi tiền mua sắm thiết bị sai quy định'

async function partsFor(visibility: string) {
  const front = `---\nid: ket-luan\ntitle: Kết luận thanh tra Ngọc Thạch\nvisibility: ${visibility}\n---\n\n`
  const knowledge = await knowledgeOf(corpusFrom({ 'a.md': open, 'b.md': front + secret }))
  const passage = knowledge.corpus.passages.find(({ document }) => document.id === 'ket-luan')!
  const { code } = new Quote(passage.document, passage)
  return { knowledge: () => knowledge, assistant: createAssistant(() => knowledge), code }
}

it('shows a restricted document in its Telegram chats, and never in another chat or inline', async () => {
  const server = await startTelegramServer()
  const [an, binh] = [server.person('An'), server.person('Bình')]
  const group = server.group()
  const { code, ...parts } = await partsFor(`[${an.id}, ${group.id}]`)
  await runningBot(parts, server)
  const asked = async (person: typeof an, text: string, more: object = {}, chat: { id: number } = person) => {
    const coming = server.next(chat)
    server.say(person, text, more)
    return coming
  }
  const answer = await asked(an, question)
  expect(answer.text).toContain('95 triệu')
  expect((await asked(binh, `@thu_nghiem_bot ${question}`, { group }, group)).text).toContain('95 triệu')
  for (const text of [
    question,
    `/kiemtra ${code}`,
    `/start ${code}`,
    '/vanban ket-luan',
    '/vanban',
    '/phamvi ket-luan',
  ]) {
    expect((await asked(binh, text)).text).not.toMatch(/95 triệu|Ngọc Thạch/)
  }
  const context = answer.buttons.find(({ text }) => text === 'Cả đoạn văn')!.callback_data!
  const pressed = server.next(binh)
  const theirs = { ...answer, chat: binh.id }
  await server.press(binh, theirs, context)
  expect((await pressed).text).toContain('Không có đoạn trích')
  expect(await server.press(binh, theirs, context.replace(/^1c/, '1p'))).toEqual({
    text: expect.stringMatching(/đã thay đổi/),
  })
  for (const typed of [question, '', 'Ngọc Thạch']) {
    expect(JSON.stringify(await server.type(an, typed))).not.toMatch(/95 triệu|Ngọc Thạch/)
  }
})

it('shows a restricted document in its Zalo chats alone', async () => {
  const server = await startZaloServer()
  const [an, binh] = [server.person('An'), server.person('Bình')]
  const { code, ...parts } = await partsFor(`["zalo:${an.id}"]`)
  const { ask } = await runningZalo(parts, server)
  expect((await ask(an, question)).text).toContain('95 triệu')
  for (const text of [question, `/kiemtra ${code}`, '/vanban', 'phạm vi ket-luan']) {
    expect((await ask(binh, text)).text).not.toMatch(/95 triệu|Ngọc Thạch/)
  }
})

it.each([
  ['[5]', 404],
  ['[5, web]', 200],
])('on the web, a document with visibility %s is answered with %d', async (visibility, status) => {
  const { code, ...parts } = await partsFor(visibility)
  const health = createHealth()
  const web = createWebServer({
    ...parts,
    health,
    metrics: createMetrics(health),
    onError: (error) => expect.fail(String(error)),
    settings: { host: '127.0.0.1', port: 0 },
  })
  await web.start()
  onTestFinished(() => web.stop())
  const get = async (path: string) => {
    const response = await fetch(web.address + path)
    return { status: response.status, text: await response.text() }
  }
  const document = await get(`/van-ban/ket-luan?trich=${code}`)
  expect(document.status).toBe(status)
  if (status === 404) expect(document.text).toBe((await get('/van-ban/khong-co')).text)
  const asked = await fetch(`${web.address}/api/ask`, { method: 'POST', body: JSON.stringify({ question }) })
  const shown = [
    document.text,
    await asked.text(),
    ...(await Promise.all(
      ['/', '/van-ban', '/van-ban?tim=thu+h%E1%BB%93i', `/?cau-hoi=/kiemtra+${code}`, '/van-ban/a'].map(
        async (path) => (await get(path)).text,
      ),
    )),
  ]
  expect(shown.some((text) => /95 triệu|Ngọc Thạch/.test(text))).toBe(status === 200)
})
