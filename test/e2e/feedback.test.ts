import { expect, it, onTestFinished } from 'vitest'
import { accessOf } from '../../src/channels/access.ts'
import { openStore } from '../../src/operations/store/open.ts'
import { questionsOf } from '../../src/operations/store/questions.ts'
import { startWeb } from '../channels/web/sample-library.ts'
import { dataFolder } from '../support/data-folder.ts'
import { runningBot } from '../support/telegram-bot.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { runningZalo } from '../support/zalo-bot.ts'
import { startZaloServer } from '../support/zalo-server.ts'

const question = 'trồng rừng phòng hộ ven biển'
const missing = 'lịch tiếp công dân của chủ tịch xã Hòa Sơn'

it('in Telegram takes a verdict by a button, and shows administrators gaps and feedback without names', async () => {
  const server = await startTelegramServer()
  const [admin, an] = [server.person('Quản trị'), server.person('Nguyễn An')]
  const { log } = await runningBot({ access: accessOf('everyone', [String(admin.id)]) }, server)
  const say = async (person: typeof admin, text: string) => {
    const coming = server.next(person)
    server.say(person, text)
    return coming
  }
  expect((await say(admin, '/thieu')).text).toContain('Chưa có')
  expect((await say(admin, '/phanhoi')).text).toContain('Chưa có')
  const answer = await say(an, question)
  const data = (label: string) => answer.buttons.find(({ text }) => text === label)!.callback_data!
  expect(await server.press(an, answer, data('Đúng'))).toEqual({ text: expect.stringContaining('Cảm ơn') })
  expect(await server.press(an, answer, data('Chưa đúng'))).toEqual({ text: expect.stringContaining('xem lại') })
  await say(an, missing)
  await say(an, `${missing} hằng tuần`)
  const gaps = (await say(admin, '/thieu')).text
  expect(gaps).toContain('2 câu hỏi')
  expect(gaps).toMatch(/^1\. “lịch tiếp công dân .*2 lần/m)
  expect(gaps).not.toMatch(/Nguyễn An|^2\. /m)
  expect(gaps).not.toContain(String(an.id))
  const feedback = (await say(admin, '/phanhoi')).text
  expect(feedback).toContain('0 đúng, 1 chưa đúng')
  expect(feedback).toContain(question)
  expect((await say(an, '/thieu')).text).toContain('Không có lệnh /thieu')
  expect((await say(an, '/vanban')).buttons.map(({ text }) => text)).not.toContain('Đúng')
  expect(log.lines.join()).not.toMatch(/tiếp công dân|rừng phòng hộ|Nguyễn An/)
})

it.each([
  ['Đúng', '1 đúng, 0 chưa đúng'],
  ['chua dung', '0 đúng, 1 chưa đúng'],
  ['', '1 đúng, 0 chưa đúng'],
])('in Zalo takes the verdict “%s”, in words or by its number', async (typed, counted) => {
  const server = await startZaloServer()
  const [admin, an] = [server.person('Quản trị'), server.person('An')]
  const { ask } = await runningZalo({ access: accessOf('everyone', [`zalo:${admin.id}`]) }, server)
  const { text } = await ask(an, question)
  const number = /^(\d+)\. Đúng$/m.exec(text)?.[1] ?? ''
  expect((await ask(an, typed || number)).text).toContain('Cảm ơn')
  expect((await ask(admin, 'phản hồi')).text).toContain(counted)
})

it('on the page takes a verdict without a script, and none twice that is not there', async () => {
  const store = await openStore(dataFolder())
  const questions = questionsOf(store)
  const { web, base } = await startWeb({ questions: () => questions })
  onTestFinished(async () => {
    await web.stop()
    await store.destroy()
  })
  const page = await (await fetch(`${base}/?cau-hoi=${encodeURIComponent('An Sơn có mấy nhóm nhiệm vụ')}`)).text()
  const [, action, id] =
    /<form class="verdict" action="([^"]+)" method="post"[^>]*>\s*<input type="hidden" name="cau" value="([^"]+)">/.exec(
      page,
    ) ?? []
  const send = (body: Record<string, string>) =>
    fetch(base + action, { method: 'POST', body: new URLSearchParams(body) }).then(async (response) => ({
      status: response.status,
      text: await response.text(),
    }))
  expect(await send({ cau: id!, 'y-kien': 'chua-dung' })).toMatchObject({
    status: 200,
    text: expect.stringContaining('Cảm ơn'),
  })
  expect((await questions.judged()).map(({ verdict }) => verdict)).toEqual(['wrong'])
  for (const body of [{ cau: 'x', 'y-kien': 'dung' }, { cau: id!, 'y-kien': 'x' }, {}]) {
    expect((await send(body)).status).toBe(404)
  }
  await fetch(`${base}/api/ask`, { method: 'POST', body: JSON.stringify({ question: missing }) })
  await expect.poll(async () => (await questions.gaps()).map((gap) => gap.question)).toEqual([missing])
})
