import { expect, it } from 'vitest'
import { createAssistant } from '../../src/assistant.ts'
import { accessOf } from '../../src/channels/access.ts'
import { runningBot } from '../support/telegram-bot.ts'

const question = 'trồng rừng phòng hộ ven biển'
const quoted = 'Trồng mới 400 ha rừng phòng hộ ven biển tại các xã bãi ngang.'
const minutesAgo = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60

async function meeting({ forum = false } = {}) {
  const { server, ...bot } = await runningBot()
  const [an, binh] = [server.person('An'), server.person('Bình')]
  const group = server.group({ admins: [an], forum })
  const name = `@${server.me.username}`
  /** What is said next, and what the bot then shows. */
  const ask = async (person: typeof an, text: string, more: Parameters<typeof server.say>[2] = {}) => {
    const coming = server.next(group)
    const said = server.say(person, text, { group, ...more })
    return { said, answer: await coming }
  }
  /** Resolves when everything said so far is worked; the bot stays silent to a message iff nothing stands before this answer. */
  const silence = async () => {
    const shown = server.screen(group).length
    await ask(an, `${name} ${question}`)
    expect(server.screen(group)).toHaveLength(shown + 1)
  }
  return { server, an, binh, group, name, ask, silence, ...bot }
}

it('answers a mention: as a silent reply, short, without preview', async () => {
  const { an, name, ask } = await meeting()
  const { said, answer } = await ask(an, `${name}, ${question}`)
  expect(answer).toMatchObject({ replyTo: said.message_id, silent: true, preview: false })
  expect(answer.text).toContain(quoted)
  expect(answer.text.split('Nguồn:')).toHaveLength(2)
})

it('says nothing unless mentioned, replied to or commanded', async () => {
  const { server, an, binh, group, silence, name } = await meeting()
  server.say(an, 'chúng ta bắt đầu họp', { group })
  server.say(an, 'thư gửi a@thu_nghiem_bot.vn', { group })
  server.say(an, '/tim@bot_khac rừng', { group })
  server.say(an, '/lenh_cua_bot_khac', { group })
  server.say(an, question, { group, via_bot: server.me })
  server.say(an, `${name} ${question}`, { group, from: { id: 5, is_bot: true, first_name: 'Bot khác' } })
  server.say(binh, 'tôi đồng ý', { group, reply_to_message: server.say(an, 'ý kiến thế nào', { group }) as never })
  await silence()
})

it.each([
  ['a command with its name', `/tim@thu_nghiem_bot ${question}`],
  ['a command of its own without its name', `/tim ${question}`],
])('answers %s', async (_, text) => {
  const { an, ask } = await meeting()
  expect((await ask(an, text)).answer.text).toContain(quoted)
})

it('answers a reply to its own message', async () => {
  const { server, an, binh, name, ask } = await meeting()
  const { answer } = await ask(an, `${name} kinh tế số`)
  const own = { message_id: answer.id, from: server.me, date: 1, text: answer.text }
  expect((await ask(binh, question, { reply_to_message: own as never })).answer.text).toContain(quoted)
})

it('answers what somebody else said when it is only pointed at', async () => {
  const { server, an, binh, group, name, ask } = await meeting()
  const before = server.say(binh, question, { group })
  const { answer } = await ask(an, name, { reply_to_message: before as never })
  expect(answer.text).toContain(quoted)
  expect(answer.replyTo).toBe(before.message_id)
})

it('strips its mention by its place, wherever it stands', async () => {
  const { server, an, group } = await meeting()
  const text = `trồng rừng @${server.me.username.toUpperCase()} phòng hộ ven biển`
  const coming = server.next(group)
  server.say(an, text, { group })
  expect((await coming).text).toContain(quoted)
})

it('stays in the topic of a forum', async () => {
  const { an, name, ask } = await meeting({ forum: true })
  const { answer } = await ask(an, `${name} ${question}`, { message_thread_id: 77, is_topic_message: true })
  expect(answer.topic).toBe(77)
})

it('does not send the thread of a mere reply chain back', async () => {
  const { an, name, ask } = await meeting()
  const { answer } = await ask(an, `${name} ${question}`, { message_thread_id: 77 })
  expect(answer.topic).toBeUndefined()
})

it('gives the details in the private chat', async () => {
  const { server, an, name, ask } = await meeting()
  const { answer } = await ask(an, `${name} kinh tế số của tỉnh`)
  const link = answer.buttons.find(({ text }) => /nhắn riêng/.test(text))?.url
  const payload = link?.split('?start=')[1]
  expect(link).toMatch(new RegExp(`^https://t\\.me/${server.me.username}\\?start=[\\w-]{1,64}$`))
  const coming = server.next(an)
  server.say(an, `/start ${payload}`)
  expect((await coming).text).toContain('kinh tế số')
})

it('edits the answer when the question is edited, and takes a mention added later as a question', async () => {
  const { server, an, group, name, ask } = await meeting()
  const { said, answer } = await ask(an, `${name} ${question}`)
  server.edit(said, `${name} trung tâm dữ liệu dùng chung`)
  const edited = await server.until(() => server.screen(group).find(({ edits }) => edits === 1))
  expect(edited.id).toBe(answer.id)
  expect(edited.text).toContain('trung tâm dữ liệu')
  const plain = server.say(an, question, { group })
  const coming = server.next(group)
  server.edit(plain, `${question} ${name}`)
  expect((await coming).text).toContain(quoted)
})

it('does not answer thanks', async () => {
  const { server, an, group, name, silence } = await meeting()
  server.say(an, `${name} cảm ơn nhé`, { group })
  await silence()
})

it('answers so many questions a minute, says once that it pauses, then is silent', async () => {
  const { server, an, group, name } = await meeting()
  for (let i = 0; i < 10; i++) server.say(an, `${name} ${question} ${i}`, { group })
  const last = server.say(an, '/start')
  await server.until(() => server.screen(an).length === 1 && server.waiting() === 0, `an answer to ${last.message_id}`)
  await server.until(() => server.screen(group).some(({ text }) => text.includes('hỏi nhanh quá')))
  expect(server.screen(group)).toHaveLength(7)
})

it('lets only admins of the group set what its questions are about', async () => {
  const { an, binh, name, ask } = await meeting()
  expect((await ask(binh, '/phamvi kinh tế số')).answer.text).toContain('Chỉ quản trị viên')
  expect((await ask(binh, '/phamvi')).answer.text).toContain('tất cả 2 văn bản')
  expect((await ask(an, '/phamvi kinh tế số')).answer.text).toContain('chỉ tra trong 1 văn bản')
  expect((await ask(binh, `${name} ${question}`)).answer.text).toContain('Đang chỉ tra trong 1 văn bản đã chọn')
  expect((await ask(an, '/phamvi không có tên này')).answer.text).toContain('Không có văn bản nào khớp')
})

it('takes an anonymous admin for an admin', async () => {
  const { group, an, ask } = await meeting()
  const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group' }
  const chat = { id: group.id, type: 'supergroup' as const, title: group.title }
  const { answer } = await ask(an, '/phamvi 1', { from: anonymous, sender_chat: chat })
  expect(answer.text).toContain('chỉ tra trong 1 văn bản')
})

it('leaves old questions of a group unanswered and answers old private ones with a remark', async () => {
  const { server, an, group, name, silence } = await meeting()
  server.say(an, `${name} ${question}`, { group, date: minutesAgo(20) })
  await silence()
  const coming = server.next(an)
  server.say(an, question, { date: minutesAgo(20) })
  expect((await coming).text).toMatch(/Trả lời muộn/)
})

it('leaves a group that is not on the list, after one line', async () => {
  const { server } = await runningBot({ access: accessOf(['-5'], []) })
  const an = server.person()
  const group = server.group()
  server.member(group, an, 'member')
  await server.until(() => server.closed.has(group.id))
  expect(server.screen(group).map(({ text }) => text)).toEqual([expect.stringContaining('xin rời nhóm')])
})

it('tells a person who is not on the list so once and answers nothing', async () => {
  const { server } = await runningBot({ access: accessOf(['1'], []) })
  const an = server.person()
  const coming = server.next(an)
  server.say(an, question)
  const refusal = await coming
  expect(refusal.text).toContain(`Mã của anh/chị là ${an.id}`)
  server.say(an, `/start KC3-1Q1SMV`)
  expect(await server.press(an, refusal, '1c:KC3-1Q1SMV')).toEqual({ text: expect.stringContaining('đã đăng ký') })
  expect((await server.type(an, question)).results).toEqual([])
  await server.until(() => server.waiting() === 0)
  expect(server.screen(an)).toHaveLength(1)
})

it('moves the settings of a group that became a supergroup and forgets a group that it left', async () => {
  const { server, an, group, ask, options } = await meeting()
  await ask(an, '/phamvi kinh tế số')
  const next = server.group({ admins: [an] })
  server.say(an, '', { group, migrate_to_chat_id: next.id })
  const coming = server.next(next)
  server.say(an, '/phamvi', { group: next })
  expect((await coming).text).toContain('chỉ tra trong 1 văn bản')
  server.member(next, an, 'kicked')
  await expect
    .poll(() => options.store.selectFrom('chats').selectAll().where('chat', '=', String(next.id)).execute())
    .toEqual([])
})

it('warns the log when it is made an administrator', async () => {
  const { server, an, group, log } = await meeting()
  server.member(group, an, 'administrator')
  await expect.poll(() => log.lines.join()).toContain('administrator')
})

it('gives choices as buttons that edit the message', async () => {
  const { server, binh, an, group, ask } = await meeting()
  const { answer } = await ask(an, '/vanban kinh tế')
  const data = answer.buttons.find(({ text }) => text === '1')?.callback_data ?? ''
  expect(await server.press(binh, answer, data)).toEqual({})
  const edited = await server.until(() => server.screen(group).find(({ edits }) => edits === 1))
  expect(edited.text).toContain('Bố cục')
  expect(server.screen(group)).toHaveLength(1)
})

it('shows that it is typing when an answer takes its time', async () => {
  const { knowledge } = await runningBot()
  const usual = createAssistant(() => knowledge)
  const { server } = await runningBot({
    assistant: {
      async ask(question) {
        await server.until(() => server.calls.some(({ method }) => method === 'sendChatAction'))
        return usual.ask(question)
      },
    },
  })
  const an = server.person()
  const coming = server.next(an)
  server.say(an, question)
  expect((await coming).text).toContain(quoted)
})

it('apologises when an answer fails, and goes on', async () => {
  const { knowledge } = await runningBot()
  const usual = createAssistant(() => knowledge)
  const { server } = await runningBot({
    assistant: {
      ask: ({ text, ...question }) =>
        text.includes('hỏng') ? Promise.reject(new Error('broken on purpose')) : usual.ask({ text, ...question }),
    },
  })
  const an = server.person()
  const coming = server.next(an)
  server.say(an, 'câu hỏi làm hỏng')
  expect((await coming).text).toContain('Xin lỗi')
  const next = server.next(an)
  server.say(an, question)
  expect((await next).text).toContain(quoted)
})
