import { expect, it } from 'vitest'
import { runningBot } from '../support/telegram-bot.ts'

const question = 'trồng rừng phòng hộ ven biển'

async function privateChat() {
  const { server, ...bot } = await runningBot()
  const an = server.person()
  const sends = () => server.calls.filter(({ method }) => method === 'sendMessage')
  return { server, an, sends, ...bot }
}

it('waits as long as a flood limit says and holds the whole chat meanwhile', async () => {
  const { server, an, sends } = await privateChat()
  const coming = server.next(an)
  server.say(an, 'kinh tế số')
  const first = await coming
  const refused = { code: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } }
  server.fail('sendMessage', { kind: 'refuse', ...refused })
  server.say(an, question)
  await server.until(() => sends().length === 2)
  // Buttons have a lane of their own, so this answer is ready before the chat may be written to again.
  await server.press(an, first, first.buttons.find(({ text }) => text === 'Cả đoạn văn')!.callback_data!)
  await server.until(() => server.screen(an).length === 3)
  expect(sends().map(({ ok }) => ok)).toEqual([true, false, true, true])
  expect(server.screen(an)[1]?.text).toContain('Trồng mới 400 ha')
})

it('never sends again what may have arrived', async () => {
  const { server, an, sends } = await privateChat()
  server.fail('sendMessage', { kind: 'lose-answer' })
  server.say(an, question)
  await server.until(() => sends().length === 1)
  const coming = server.next(an)
  server.say(an, 'kinh tế số')
  // The next answer of the chat comes after everything that was done about the first.
  expect((await coming).text).toContain('kinh tế số')
  expect(server.screen(an)).toHaveLength(2)
  expect(sends()).toHaveLength(2)
})

it('does not send again after an error of the server either', async () => {
  const { server, an, sends } = await privateChat()
  server.fail('sendMessage', { kind: 'refuse', code: 502, description: 'Bad Gateway' })
  server.say(an, question)
  await server.until(() => sends().length === 1)
  const coming = server.next(an)
  server.say(an, 'kinh tế số')
  expect((await coming).text).toContain('kinh tế số')
  expect(sends().map(({ ok }) => ok)).toEqual([false, true])
})

it('repeats what does no harm twice', async () => {
  const { server, an } = await privateChat()
  const coming = server.next(an)
  server.say(an, question)
  const answer = await coming
  server.fail('answerCallbackQuery', { kind: 'refuse', code: 500, description: 'Internal Server Error' })
  server.fail('editMessageText', { kind: 'refuse', code: 500, description: 'Internal Server Error' })
  await server.press(an, answer, answer.buttons.find(({ text }) => text === '‹ Đoạn trước')!.callback_data!)
  await server.until(() => server.screen(an)[0]?.edits === 1)
})

it('sends plain text when markup is refused', async () => {
  const { server, an, sends, log } = await privateChat()
  server.fail('sendMessage', {
    kind: 'refuse',
    code: 400,
    description: "Bad Request: can't parse entities: wrong offset",
  })
  const coming = server.next(an)
  server.say(an, question)
  const answer = await coming
  expect(answer.text).toContain('Trồng mới 400 ha')
  expect(answer.looks).toEqual([])
  expect(sends()).toHaveLength(2)
  expect(log.lines.join('\n')).toContain('refused our markup')
})

it('leaves a chat alone that blocked it, until somebody writes there again', async () => {
  const { server, an, sends, options } = await privateChat()
  const marked = async () => (await options.store.selectFrom('chats').select('unreachable').execute())[0]?.unreachable
  server.fail('sendMessage', { kind: 'refuse', code: 403, description: 'Forbidden: bot was blocked by the user' })
  server.say(an, question)
  await expect.poll(marked).toEqual(expect.any(Number))
  expect(sends()).toHaveLength(1)
  const coming = server.next(an)
  server.say(an, question)
  await coming
  expect(await marked()).toBeNull()
})

it('marks a person who blocks the bot and unmarks one who comes back', async () => {
  const { server, an, options } = await privateChat()
  const marked = async () => (await options.store.selectFrom('chats').select('unreachable').execute())[0]?.unreachable
  server.member(an, an, 'kicked')
  await expect.poll(marked).toEqual(expect.any(Number))
  server.member(an, an, 'member')
  await expect.poll(marked).toBeNull()
})

it('follows a group to its new number', async () => {
  const { server, an, sends } = await privateChat()
  const [group, next] = [server.group(), server.group()]
  const moved = {
    code: 400,
    description: 'Bad Request: group chat was upgraded',
    parameters: { migrate_to_chat_id: next.id },
  }
  server.fail('sendMessage', { kind: 'refuse', ...moved })
  const coming = server.next(next)
  server.say(an, `@${server.me.username} ${question}`, { group })
  expect((await coming).text).toContain('Trồng mới 400 ha')
  expect(sends()).toHaveLength(2)
})

it('takes an edit that changes nothing for done', async () => {
  const { server, an, log } = await privateChat()
  const coming = server.next(an)
  const said = server.say(an, question)
  await coming
  const description =
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same'
  server.fail('editMessageText', { kind: 'refuse', code: 400, description })
  server.edit(said, question)
  await server.until(() => server.calls.some(({ method, ok }) => method === 'editMessageText' && !ok))
  const next = server.next(an)
  server.say(an, 'kinh tế số')
  await next
  expect(server.screen(an)).toHaveLength(2)
  expect(log.lines.filter((line) => line.includes('"level":"error"'))).toEqual([])
})

it('answers an edited question anew when its answer was deleted', async () => {
  const { server, an } = await privateChat()
  const coming = server.next(an)
  const said = server.say(an, question)
  await coming
  server.fail('editMessageText', { kind: 'refuse', code: 400, description: 'Bad Request: message to edit not found' })
  const next = server.next(an)
  server.edit(said, 'trung tâm dữ liệu dùng chung')
  expect((await next).text).toContain('trung tâm dữ liệu')
})

it('works an update that is delivered twice once', async () => {
  const { server, an, sends } = await privateChat()
  const coming = server.next(an)
  const said = server.say(an, question)
  await coming
  const id = 500_000_001
  await server.deliver({ message: said } as never, id)
  const next = server.next(an)
  server.say(an, 'kinh tế số')
  expect((await next).text).toContain('kinh tế số')
  expect(sends()).toHaveLength(2)
})

it('fetches again after failures and confirms only what it keeps', async () => {
  const { server, an } = await privateChat()
  server.fail('getUpdates', { kind: 'refuse', code: 502, description: 'Bad Gateway' })
  server.fail('getUpdates', { kind: 'lose-answer' })
  const coming = server.next(an)
  server.say(an, question)
  expect((await coming).text).toContain('Trồng mới 400 ha')
  await server.until(() => server.waiting() === 0)
})

it('ends the channel alone when the token is no longer valid', async () => {
  const states: string[] = []
  const { server, log } = await runningBot({ report: (state) => void states.push(state) })
  server.fail('getUpdates', { kind: 'refuse', code: 401, description: 'Unauthorized' })
  server.say(server.person(), question)
  await expect.poll(() => states.at(-1), { timeout: 20_000 }).toBe('down')
  expect(log.lines.join()).toContain('no longer takes TELEGRAM_BOT_TOKEN')
})
