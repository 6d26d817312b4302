import { expect, it } from 'vitest'
import { accessOf } from '../../src/channels/access.ts'
import { openStore } from '../../src/operations/store/open.ts'
import { sentMessagesOf } from '../../src/operations/store/sent-messages.ts'
import { dataFolder } from '../support/data-folder.ts'
import { runningZalo } from '../support/zalo-bot.ts'
import { startZaloServer } from '../support/zalo-server.ts'

const question = 'trồng rừng phòng hộ ven biển'
/** In Vietnam it is December already. */
const lastOfNovember = Date.parse('2026-11-30T18:00:00Z')

async function nearTheLimit(messages: number, month = '2026-12') {
  const store = await openStore(dataFolder())
  await store
    .insertInto('sent_messages')
    .values({ channel: 'zalo', chat: 'p-earlier', month, is_group: 0, messages })
    .execute()
  const server = await startZaloServer()
  const [admin, an] = [server.person('Quản trị'), server.person('An')]
  const running = await runningZalo(
    { store, access: accessOf('everyone', ['77', `zalo:${admin.id}`]), now: () => lastOfNovember },
    server,
  )
  // An administrator who never wrote to the bot cannot be written to.
  await running.ask(admin, 'cảng tổng hợp')
  const notices = () => server.screen(admin).filter(({ text }) => text.includes('gói Zalo miễn phí'))
  return { ...running, store, an, notices }
}

it('tells administrators once before the messages of the month are used up', async () => {
  const { server, an, ask, notices, log } = await nearTheLimit(2398)
  await ask(an, question)
  await server.until(() => notices().length === 1)
  expect(notices()[0]?.text).toContain('2400/3000 tin nhắn')
  expect(log.lines.join('\n')).toContain('a limit of the Zalo plan is near')
  await ask(an, 'kinh tế số')
  await ask(an, 'cảng tổng hợp')
  expect(notices()).toHaveLength(1)
})

it('counts the messages of a month in Vietnam, people and groups for good', async () => {
  const { store, server, an, ask } = await nearTheLimit(2999, '2026-11')
  await ask(an, question)
  await ask(an, `@${server.displayName} ${question}`, server.group())
  // The count is written after the message is sent.
  const totals = () => sentMessagesOf(store, 'zalo').totals('2026-12')
  await expect.poll(totals).toEqual({ messages: 3, people: 3, groups: 1 })
})

it('tells when all but one of the groups are used', async () => {
  const { server, an, ask, notices } = await nearTheLimit(1)
  await ask(an, question, server.group())
  await ask(an, question, server.group())
  await server.until(() => notices().length === 1)
  expect(notices()[0]?.text).toContain('2/3 nhóm')
})
