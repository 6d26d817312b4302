import { expect, it } from 'vitest'
import { accessOf } from '../../src/channels/access.ts'
import { verifyAudit } from '../../src/operations/audit.ts'
import { membersOf } from '../../src/operations/store/members.ts'
import { openStore } from '../../src/operations/store/open.ts'
import { dataFolder } from '../support/data-folder.ts'
import { runningBot } from '../support/telegram-bot.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { runningZalo } from '../support/zalo-bot.ts'
import { startZaloServer } from '../support/zalo-server.ts'

const question = 'trồng rừng phòng hộ ven biển'
const quoted = '400 ha'

async function closedTelegram() {
  const server = await startTelegramServer()
  const admin = server.person('Quản trị')
  const store = await openStore(dataFolder())
  const access = accessOf([String(admin.id)], [String(admin.id)], membersOf(store))
  const bot = await runningBot({ store, access }, server)
  const say = async (person: typeof admin, text: string) => {
    const coming = server.next(person)
    server.say(person, text)
    return (await coming).text
  }
  const audited = async () => {
    expect(await verifyAudit(store)).toMatchObject({ kind: 'whole' })
    return (await store.selectFrom('audit').selectAll().orderBy('seq').execute()).map(({ action }) => action)
  }
  return { ...bot, server, admin, store, say, audited }
}

async function closedZalo() {
  const server = await startZaloServer()
  const admin = server.person('Quản trị')
  const store = await openStore(dataFolder())
  const access = accessOf(['5'], [`zalo:${admin.id}`], membersOf(store))
  const { ask } = await runningZalo({ store, access }, server)
  return { server, admin, store, say: async (person: typeof admin, text: string) => (await ask(person, text)).text }
}

it('in Telegram lets somebody in with a one-time code, lists and puts out', async () => {
  const { server, admin, say, audited, log } = await closedTelegram()
  const [an, binh] = [server.person('Nguyễn An'), server.person('Bình')]
  const invitation = await say(admin, '/moi phòng Tổng hợp')
  const code = /Mã mời: (\S+)/.exec(invitation)?.[1] ?? ''
  const link = /\?start=(\S+)/.exec(invitation)?.[1] ?? ''
  expect(await say(an, question)).toContain('đã đăng ký')
  expect(await say(an, `/start ${link}`)).toContain('đã được thêm')
  expect(await say(an, question)).toContain(quoted)
  expect(await say(binh, code)).toContain('đã dùng')
  expect(await say(admin, '/thanhvien')).toMatch(new RegExp(`phòng Tổng hợp · ${an.id} \\(từ \\d\\d/\\d\\d/\\d{4}\\)`))
  expect(await say(admin, `/thanhvien xoa ${an.id}`)).toContain('Đã bỏ')
  server.say(an, question)
  const results = await server.type(an, question)
  expect(results.results).toEqual([])
  expect(await audited()).toEqual(['invite', 'join', 'remove-member'])
  expect(log.lines.join()).not.toContain(code)
})

it('turns a person away in messages, deep links, buttons and inline alike', async () => {
  const { server, admin, say } = await closedTelegram()
  const an = server.person('An')
  const coming = server.next(admin)
  server.say(admin, question)
  const answer = await coming
  const code = /Mã: (\S+)/.exec(answer.text)?.[1]
  expect(await say(an, `/start ${code}`)).toContain('đã đăng ký')
  for (const { callback_data: data } of answer.buttons.filter((button) => button.callback_data)) {
    expect(await server.press(an, { ...answer, chat: an.id }, data!)).toEqual({
      text: expect.stringContaining('đã đăng ký'),
    })
  }
  expect(await server.type(an, question)).toMatchObject({ results: [], cache_time: 0 })
  expect(server.screen(an)).toHaveLength(1)
})

it('lets an administrator add a group by its id', async () => {
  const { server, admin, say } = await closedTelegram()
  const group = server.group()
  expect(await say(admin, `/thanhvien them ${group.id} giao ban`)).toContain('Đã thêm')
  const coming = server.next(group)
  server.say(server.person('An'), `@thu_nghiem_bot ${question}`, { group })
  expect((await coming).text).toContain(quoted)
})

it('tells nobody but administrators of their commands, and them only in private', async () => {
  const { server, admin, say } = await closedTelegram()
  const group = server.group()
  await say(admin, `/thanhvien them ${group.id}`)
  const ask = async (person: typeof admin, text: string) => {
    const coming = server.next(group)
    server.say(person, text, { group })
    return (await coming).text
  }
  const an = server.person('An')
  expect(await ask(an, '/moi@thu_nghiem_bot')).toContain('Không có lệnh /moi')
  expect(await ask(an, '/trogiup@thu_nghiem_bot')).not.toContain('/moi')
  expect(await ask(admin, '/moi@thu_nghiem_bot')).toContain('nhắn riêng')
  expect(await say(admin, '/trogiup')).toContain('/thanhvien')
  const menus = [...server.told]
    .filter(([scope]) => scope.startsWith('all_'))
    .map(([, commands]) => JSON.stringify(commands))
  expect(menus).toHaveLength(3)
  expect(menus.join()).not.toContain('thanhvien')
  expect(JSON.stringify(server.told.get(`chat:${admin.id}`))).toContain('thanhvien')
})

it('shows administrators their commands once they have written, on each platform those that work there', async () => {
  const { server, admin, say } = await closedTelegram()
  const menu = `chat:${admin.id}`
  expect(server.told.get(menu)).toBeUndefined()
  const asked = () => server.calls.filter(({ method }) => method === 'setMyCommands').length
  expect(await say(admin, '/trogiup')).toContain('/moi')
  await server.until(() => server.told.get(menu), 'a menu of the administrator')
  const before = asked()
  await say(admin, '/trogiup')
  expect(asked()).toBe(before)
  const names = (server.told.get(menu) as { command: string }[]).map(({ command }) => command)
  expect(names).toEqual(expect.arrayContaining(['tim', 'moi', 'thanhvien', 'thieu', 'phanhoi', 'dulieu']))
  // Nothing can be handed in here, so that there is nothing to take out either.
  expect(names).not.toContain('xoa')
  const zalo = await closedZalo()
  const help = await zalo.say(zalo.admin, '/trogiup')
  expect(help).toContain('/thieu')
  expect(help).not.toMatch(/\/xoa /)
})

it('in Zalo lets somebody in with a one-time code, and guessing soon ends', async () => {
  const { server, admin, say } = await closedZalo()
  const [an, binh] = [server.person('An'), server.person('Bình')]
  expect(await say(an, question)).toContain('đã đăng ký')
  const code = /Mã mời: (\S+)/.exec(await say(admin, '/mời'))?.[1] ?? ''
  expect(await say(an, code.toLowerCase())).toContain('đã được thêm')
  expect(await say(an, question)).toContain(quoted)
  expect(await say(admin, 'thành viên')).toContain(`zalo:${an.id}`)
  const fresh = /Mã mời: (\S+)/.exec(await say(admin, '/moi'))?.[1] ?? ''
  for (let i = 0; i < 5; i++) expect(await say(binh, `0000${i}-00000`)).toContain('không đúng')
  expect(await say(binh, fresh)).toContain('đã đăng ký')
})

it('says that a question over 2,000 characters was read to its first part, and limits a person in private', async () => {
  const server = await startTelegramServer()
  const { options } = await runningBot({ limits: { person: 3, group: 0, total: 0 } }, server)
  expect(options.access.open).toBe(true)
  const an = server.person('An')
  const say = async (text: string) => {
    const coming = server.next(an)
    server.say(an, text)
    return (await coming).text
  }
  expect(await say(`${question}? ${'rất dài '.repeat(300)}`)).toMatch(/2\.000 ký tự/)
  expect(await say(question)).not.toContain('2.000')
  expect(await say(question)).toContain(quoted)
  expect(await say(question)).toContain('hỏi nhanh quá')
  const shown = server.screen(an)[0]!
  expect(await server.press(an, shown, '1q:x')).toEqual({})
  expect(server.screen(an)).toHaveLength(4)
})
