import { expect, it } from 'vitest'
import { accessOf } from '../../src/channels/access.ts'
import { runningZalo } from '../support/zalo-bot.ts'
import { startZaloServer } from '../support/zalo-server.ts'

const question = 'trồng rừng phòng hộ ven biển'
const quoted = 'Trồng mới 400 ha rừng phòng hộ ven biển tại các xã bãi ngang.'

async function meeting(overrides: Parameters<typeof runningZalo>[0] = {}) {
  const running = await runningZalo(overrides)
  const { server } = running
  const group = server.group()
  const an = server.person('Nguyễn Thị Ví Dụ')
  const mention = (text: string, person = an) => running.ask(person, `@${server.displayName} ${text}`, group)
  return { ...running, group, an, mention }
}

it('answers a mention shortly, with the name of who asked', async () => {
  const { mention } = await meeting()
  const { text } = await mention(question)
  expect(text).toMatch(/^Gửi Nguyễn Thị Ví Dụ:\n/)
  expect(text).toContain(quoted)
  expect(text.split('Nguồn:')).toHaveLength(2)
  expect(text).not.toContain('Gõ số')
})

it('answers a reply to its message, which comes without its name', async () => {
  const { ask, an, group, mention } = await meeting()
  await mention('kinh tế số')
  expect((await ask(an, question, group)).text).toContain(quoted)
})

it('is silent to pictures, stickers and what Zalo does not pass on', async () => {
  const { server, group, an, mention } = await meeting()
  for (const kind of ['image', 'sticker', 'voice', 'unsupported']) {
    void server.deliver(server.event(an, kind, { caption: `@${server.displayName} ${question}` }, group))
  }
  await mention(question)
  expect(server.screen(group)).toHaveLength(1)
})

it('keeps the conversations of people in a group apart', async () => {
  const { server, mention } = await meeting()
  await mention(question)
  const binh = server.person('Bình')
  expect((await mention('xem tiếp', binh)).text).toContain('đã hết')
  expect((await mention('nguồn', binh)).text).not.toContain(quoted)
})

it('lets only administrators of the bot set what a group asks about', async () => {
  const server = await startZaloServer()
  const [an, binh] = [server.person('An'), server.person('Bình')]
  const group = server.group()
  const { ask } = await runningZalo({ access: accessOf('everyone', [`zalo:${an.id}`]) }, server)
  const name = `@${server.displayName}`
  expect((await ask(binh, `${name} /phamvi 1`, group)).text).toContain('chỉ người quản trị')
  expect((await ask(an, `${name} /phamvi 1`, group)).text).toContain('chỉ tra trong 1 văn bản')
})

it('tells a group that is not let in once, with its id', async () => {
  const { server, group, an, mention } = await meeting({ access: accessOf([], []) })
  expect((await mention(question)).text).toContain(`zalo:${group.id}`)
  const before = server.calls.length
  server.say(an, question, group)
  await server.until(() => server.calls.length > before + 2)
  expect(server.screen(group)).toHaveLength(1)
})

it('says in a line that it cannot join groups', async () => {
  const { zalo, log } = await runningZalo({}, await startZaloServer({ canJoinGroups: false }))
  expect(zalo.remark).toContain('chưa được phép vào nhóm')
  expect(log.lines.filter((line) => line.includes('can_join_groups'))).toHaveLength(1)
})
