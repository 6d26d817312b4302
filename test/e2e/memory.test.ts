import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createAssistant } from '../../src/assistant.ts'
import { accessOf } from '../../src/channels/access.ts'
import { auditOf } from '../../src/operations/audit.ts'
import { eraseTraces, scrub } from '../../src/operations/store/erase.ts'
import { membersOf } from '../../src/operations/store/members.ts'
import { openStore, type Store } from '../../src/operations/store/open.ts'
import { questionsOf } from '../../src/operations/store/questions.ts'
import { forgetOld } from '../../src/operations/store/retention.ts'
import { attemptsOf, createReception } from '../../src/reception/reception.ts'
import { startWeb } from '../channels/web/sample-library.ts'
import { dataFolder } from '../support/data-folder.ts'
import { runningBot } from '../support/telegram-bot.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { runningZalo } from '../support/zalo-bot.ts'
import { startZaloServer } from '../support/zalo-server.ts'

const marked = 'Zuykhanhmoc trồng rừng phòng hộ ven biển'
const missed = 'Zuykhanhmoc xứ nào chưa ai nói đến bao giờ'
const name = 'Qwtranvanky'

/** Everything that stands in the files of a folder, byte for byte. */
function bytesOf(folder: string): string {
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file)).toString('latin1'))
    .join('\n')
}

/** Words as the file has them. */
const written = (words: string) => Buffer.from(words).toString('latin1')

async function storeIn(folder: string): Promise<Store> {
  const store = await openStore(folder)
  onTestFinished(() => store.destroy())
  return store
}

it('in Telegram says what is kept, and leaves no byte of a person who asks for it', async () => {
  const folder = dataFolder()
  const store = await storeIn(folder)
  const server = await startTelegramServer()
  const [an, binh] = [server.person(name), server.person('Bình')]
  const group = server.group()
  const { telegram, log } = await runningBot({ store, access: accessOf('everyone', []) }, server)
  const say = async (person: typeof an, text: string) => {
    const coming = server.next(person)
    server.say(person, text)
    return coming
  }
  expect((await say(an, '/dulieu')).text).toMatch(/30 ngày[\s\S]*365 ngày/)
  const answer = await say(an, marked)
  await server.press(an, answer, answer.buttons.find(({ text }) => text === 'Chưa đúng')!.callback_data!)
  await say(an, missed)
  await say(an, '/phamvi 1')
  const inGroup = server.next(group)
  server.say(an, `@thu_nghiem_bot ${missed}`, { group })
  await inGroup
  await say(binh, `${marked} của Bình`)
  await server.type(an, marked)
  await scrub(store)
  expect(bytesOf(folder)).toContain(written(missed))
  expect(bytesOf(folder)).toContain(String(an.id))

  const asked = await say(an, '/xoadulieu')
  expect(asked.text).toContain('không hoàn lại')
  expect(await questionsOf(store).judged()).toHaveLength(1)
  const done = server.next(an)
  await server.press(an, asked, asked.buttons.find(({ text }) => text.startsWith('Xóa'))!.callback_data!)
  expect((await done).text).toContain('Đã xóa')
  await telegram.stop()
  await scrub(store)
  const left = bytesOf(folder)
  for (const trace of [missed, name, String(an.id)]) expect(left).not.toContain(written(trace))
  expect(left.split(written('Zuykhanhmoc')).length - 1).toBe(left.split(written(`${marked} của Bình`)).length - 1)
  expect(left).toContain(String(binh.id))
  expect(log.lines.join()).not.toMatch(/Zuykhanhmoc|Qwtranvanky|rừng phòng hộ/)
})

it('in Zalo leaves no byte of a person who asks for it, and the count of the plan', async () => {
  const folder = dataFolder()
  const store = await storeIn(folder)
  const server = await startZaloServer()
  const an = server.person(name)
  const { ask, zalo, log } = await runningZalo({ store }, server)
  await ask(an, marked)
  await ask(an, 'chưa đúng')
  await ask(an, missed)
  await ask(an, 'phạm vi 1')
  await attemptsOf(store, 'zalo', Date.now)(`zalo:${an.id}`)
  expect((await ask(an, '/dữ liệu')).text).toContain('30 ngày')
  expect((await ask(an, 'xóa dữ liệu')).text).toContain('đồng ý')
  expect((await ask(an, '/xóa dữ liệu đồng ý')).text).toContain('Đã xóa')
  await zalo.stop()
  await scrub(store)
  const left = bytesOf(folder)
  // The id alone is too short to be told from other bytes.
  for (const trace of [marked, missed, name, `zalo:${an.id}`, `chat:${an.id}`]) {
    expect(left).not.toContain(written(trace))
  }
  const counted = await store.selectFrom('sent_messages').select('chat').execute()
  expect(counted.map(({ chat }) => chat)).toEqual(counted.map(() => expect.stringMatching(/^erased-/)))
  expect(counted).not.toEqual([])
  expect(log.lines.join()).not.toMatch(/Zuykhanhmoc|Qwtranvanky/)
})

it('on the page removes what a conversation left, and no other', async () => {
  const store = await storeIn(dataFolder())
  const questions = questionsOf(store)
  const reception = createReception({
    access: accessOf('everyone', []),
    members: membersOf(store),
    audit: auditOf(store),
    questions,
    keeping: { questionsDays: 7, auditDays: 70 },
    erase: (person) => eraseTraces(store, { channel: 'web', id: person, settingId: person }, false),
    now: Date.now,
  })
  const { web, base } = await startWeb({ questions: () => questions, reception: () => reception })
  onTestFinished(() => web.stop())
  const ask = async (question: string, conversation: string) => {
    const query = new URLSearchParams({ 'cau-hoi': question, 'hoi-thoai': conversation })
    return (await fetch(`${base}/?${query}`)).text()
  }
  await ask(missed, 'mot-cuoc-noi')
  await ask(missed, 'cuoc-noi-khac')
  expect(await questions.gaps()).toHaveLength(2)
  expect(await ask('/dulieu', 'mot-cuoc-noi')).toContain('7 ngày')
  expect(await ask('/thieu', 'mot-cuoc-noi')).toContain('Không có lệnh')
  expect(await ask('/xoadulieu đồng ý', 'mot-cuoc-noi')).toContain('Đã xóa')
  expect(await questions.gaps()).toHaveLength(1)
})

it('forgets by itself what is past its time', async () => {
  const folder = dataFolder()
  const store = await storeIn(folder)
  const day = 24 * 3_600_000
  const now = 1_000 * day
  const asked = { person: '5', chat: '5', outcome: 'not-found' } as const
  await questionsOf(store, () => now - 31 * day).keep({ ...asked, question: missed })
  await questionsOf(store, () => now - 29 * day).keep({ ...asked, question: 'còn hạn' })
  await membersOf(store, () => now - 4 * day).invite('nhãn')
  await auditOf(store, () => now - 366 * day).record({ actor: '5', action: 'invite', target: 'cũ' })
  await auditOf(store, () => now - 300 * day).record({ actor: '5', action: 'invite', target: 'mới' })
  await forgetOld(store, now)
  expect((await questionsOf(store).gaps()).map(({ question }) => question)).toEqual(['còn hạn'])
  expect(await store.selectFrom('invitations').selectAll().execute()).toEqual([])
  const targets = await store.selectFrom('audit').select('target').orderBy('seq').execute()
  expect(targets.map(({ target }) => target)).toEqual(['mới', expect.stringMatching(/^2:/)])
  expect(bytesOf(folder)).not.toContain(written(missed))
  await forgetOld(store, now, { questionsDays: 7, auditDays: 365 })
  expect(await questionsOf(store).gaps()).toEqual([])
})

it('keeps no question where the setting says so, and answers all the same', async () => {
  const server = await startTelegramServer()
  const { store } = await runningBot({ keeping: { questionsDays: 0, auditDays: 365 } }, server)
  const an = server.person(name)
  const say = async (text: string) => {
    const coming = server.next(an)
    server.say(an, text)
    return coming
  }
  expect((await say(marked)).buttons.map(({ text }) => text)).not.toContain('Đúng')
  expect((await say('/dulieu')).text).toContain('không lưu sau khi trả lời')
  expect(await store.selectFrom('questions').selectAll().execute()).toEqual([])
})

it('logs no words of a question when answering it fails', async () => {
  const { knowledge } = await runningBot()
  const usual = createAssistant(() => knowledge)
  const { server, log } = await runningBot({
    assistant: {
      ask: (question) =>
        question.text.includes(missed)
          ? Promise.reject(new SyntaxError(`Invalid regular expression: /${question.text}\n    ${question.text}/`))
          : usual.ask(question),
    },
  })
  const an = server.person(name)
  const coming = server.next(an)
  server.say(an, missed)
  expect((await coming).text).toContain('Xin lỗi')
  expect(log.lines.join()).toContain('SyntaxError')
  expect(log.lines.join()).not.toMatch(/Zuykhanhmoc|Qwtranvanky/)
})
