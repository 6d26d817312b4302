import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createAssistant } from '../../src/assistant.ts'
import { accessOf } from '../../src/channels/access.ts'
import type { TelegramOptions } from '../../src/channels/telegram/channel.ts'
import { createDesk } from '../../src/live/desk.ts'
import { openLibrary } from '../../src/live/library.ts'
import { auditOf } from '../../src/operations/audit.ts'
import { openStore } from '../../src/operations/store/open.ts'
import { dataFolder } from '../support/data-folder.ts'
import { folderOf } from '../support/folder.ts'
import { runningBot } from '../support/telegram-bot.ts'
import { type Person, type Shown, startTelegramServer } from '../support/telegram-server.ts'

// Threads and whole channels take their time on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const paper = (says: string) => `ỦY BAN NHÂN DÂN
TỈNH AN SƠN
Số: 7/KH-UBND

An Sơn, ngày 3 tháng 4 năm 2025

KẾ HOẠCH
Phát triển hạ tầng số

1. Tỉnh An Sơn ${says}.

CHỦ TỊCH
Trần Văn Mẫu
`
const text = (content: string) => new TextEncoder().encode(content)
const plan = text(paper('lắp 120 trạm quan trắc nước sông'))
const question = 'lắp trạm quan trắc nước sông'
const pressOf = ({ buttons }: Shown, label: string) =>
  buttons.find((button) => button.text === label)?.callback_data ?? ''

/** A bot over a folder of one document, and an administrator. */
async function desk() {
  const server = await startTelegramServer()
  const an = server.person('An')
  const folder = folderOf({ 'cu.md': '# Kế hoạch cũ\n\nTỉnh An Sơn mở 12 lớp học nghề.\n' })
  const dataDir = dataFolder()
  const keptFolder = join(dataDir, 'readings')
  const library = await openLibrary(folder, { keptFolder })
  const store = await openStore(dataFolder())
  const errors: unknown[] = []
  const options: Partial<TelegramOptions> = {
    store,
    access: accessOf('everyone', [String(an.id)]),
    knowledge: library.knowledge,
    assistant: createAssistant(library.knowledge),
    desk: createDesk({
      folder,
      dataDir,
      keptFolder,
      library,
      audit: auditOf(store),
      onError: (error) => errors.push(error),
    }),
  }
  onTestFinished(async () => {
    await library.stop()
    await store.destroy()
    expect(errors).toEqual([])
  })
  const bot = await runningBot(options, server)
  const say = async (person: Person, words: string) => {
    const coming = server.next(person)
    server.say(person, words)
    return coming
  }
  const send = async (person: Person, name: string, bytes: Uint8Array, more = {}) => {
    const coming = server.next(person)
    server.send(person, name, bytes, more)
    return coming
  }
  /** Presses a button and gives the message as it then stands. */
  const press = async (person: Person, shown: Shown, label: string) => {
    const { edits } = shown
    await server.press(person, shown, pressOf(shown, label))
    return server.until(
      () => server.screen(person).find((one) => one.id === shown.id && one.edits > edits),
      label,
      120_000,
    )
  }
  const deeds = async () =>
    (await store.selectFrom('audit').select(['action', 'target']).orderBy('seq').execute()).map(
      ({ action, target }) => `${action} ${target}`,
    )
  return { ...bot, options, server, an, folder, dataDir, library, say, send, press, deeds }
}

it('shows an administrator what a file holds, publishes it and answers from it', async () => {
  const { server, an, library, say, send, press, deeds } = await desk()
  const read = await send(an, 'Kế hoạch số 7.txt', plan)
  for (const words of ['Phát triển hạ tầng số', '7/KH-UBND', '03/04/2025', 'Đưa văn bản này vào kho?']) {
    expect(read.text).toContain(words)
  }
  expect(library.report().documents).toBe(1)
  expect((await say(an, question)).text).not.toContain('120 trạm')
  const published = await press(an, read, 'Đưa vào kho')
  expect(published.text).toMatch(/^Đã đưa vào kho: “.*Phát triển hạ tầng số”/)
  expect(published.buttons).toEqual([])
  expect((await say(an, question)).text).toContain('lắp 120 trạm quan trắc nước sông')
  expect((await say(server.person('Bình'), question)).text).toContain('120 trạm')
  expect(await deeds()).toEqual([expect.stringMatching(/^publish /)])
  expect((await send(an, 'Lần nữa.txt', plan)).text).toContain('đã có trong kho')
})

it('replaces the text of the same paper and keeps the one before', async () => {
  const { an, library, dataDir, say, send, press } = await desk()
  await press(an, await send(an, 'ke-hoach.txt', plan), 'Đưa vào kho')
  const read = await send(an, 'ke-hoach-moi.txt', text(paper('lắp 150 trạm quan trắc nước sông')))
  expect(read.text).toContain('Thay bản đang có bằng tệp này?')
  await press(an, read, 'Đưa vào kho')
  expect(library.report().documents).toBe(2)
  expect((await say(an, question)).text).toContain('150 trạm')
  expect(readdirSync(join(dataDir, 'versions'))).toHaveLength(1)
})

it('throws a file away', async () => {
  const { an, folder, dataDir, send, press } = await desk()
  const gone = await press(an, await send(an, 'ke-hoach.txt', plan), 'Bỏ')
  expect(gone.text).toContain('kho không thay đổi')
  expect(gone.buttons).toEqual([])
  expect(readdirSync(folder)).toEqual(['cu.md'])
  expect(existsSync(join(dataDir, 'originals'))).toBe(false)
})

it('takes files from administrators alone, and lets nobody press their buttons', async () => {
  const { server, an, folder, send } = await desk()
  const binh = server.person('Bình')
  expect((await send(binh, 'ke-hoach.txt', plan)).text).toContain('Chỉ người quản trị')
  expect(server.calls.filter(({ method }) => method === 'getFile')).toEqual([])
  const read = await send(an, 'ke-hoach.txt', plan)
  const data = pressOf(read, 'Đưa vào kho')
  expect(await server.press(binh, { ...read, chat: binh.id }, data)).toEqual({
    text: expect.stringContaining('Chỉ người quản trị'),
  })
  for (const forged of ['1u:khong-con-nua', '1w:khong-con-nua', '1d:x', '1u:']) {
    expect(await server.press(an, read, forged)).toEqual({ text: expect.stringContaining('cũ') })
  }
  expect(readdirSync(folder)).toEqual(['cu.md'])
})

it('still knows a file after a restart', async () => {
  const { server, telegram, options, an, library, send, press } = await desk()
  const read = await send(an, 'ke-hoach.txt', plan)
  await telegram.stop()
  await runningBot(options, server)
  expect((await press(an, read, 'Đưa vào kho')).text).toContain('Đã đưa vào kho')
  expect(library.report().documents).toBe(2)
})

it.each([
  ['Telegram says so', { size: 20 * 1024 * 1024 + 1 }],
  ['only the fetch shows it', { size: undefined }],
])('says that a file is larger than 20 MB when %s', async (_, more) => {
  const { server, an, send } = await desk()
  const bytes = more.size === undefined ? new Uint8Array(20 * 1024 * 1024 + 1) : plan
  expect((await send(an, 'lon.pdf', bytes, more)).text).toContain('20 MB')
  expect(server.screen(an)).toHaveLength(1)
})

it.each([
  ['a paper that must not be here', text(`MẬT\n${paper('lắp 120 trạm quan trắc nước sông')}`), 'mật'],
  ['nothing that can be read', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x0a, 0xff]), 'Tệp'],
])('refuses %s and keeps nothing of it', async (_, bytes, why) => {
  const { an, folder, dataDir, send } = await desk()
  const refused = await send(an, 'ke-hoach.txt', bytes)
  expect(refused.text.toLowerCase()).toContain(why.toLowerCase())
  expect(refused.buttons).toEqual([])
  expect(readdirSync(folder)).toEqual(['cu.md'])
  const kept = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { parentPath, name } of kept)
    expect(readFileSync(join(parentPath, name), 'utf8')).not.toContain('quan trắc')
})

it('takes a document out after asking, and puts it away', async () => {
  const { server, an, folder, dataDir, library, say, press, deeds } = await desk()
  const binh = server.person('Bình')
  expect((await say(binh, '/xoa 1')).text).toContain('Chỉ người quản trị')
  expect((await say(an, '/xoa')).text).toContain('/xoa 3')
  expect((await say(an, '/trogiup')).text).toContain('/xoa 3')
  expect((await say(binh, '/trogiup')).text).not.toContain('/xoa 3')
  const menu = await server.until(() => server.told.get(`chat:${an.id}`), 'the menu of an administrator')
  expect(JSON.stringify(menu)).toContain('"xoa"')
  expect(server.told.get(`chat:${binh.id}`)).toBeUndefined()
  expect((await say(an, '/xoa không có')).text).toContain('Không có văn bản nào khớp')
  const kept = await press(an, await say(an, '/xoa kế hoạch cũ'), 'Giữ lại')
  expect(kept.text).toContain('giữ lại')
  const asked = await say(an, '/xoa 1')
  expect(asked.text).toContain('Kế hoạch cũ')
  const data = pressOf(asked, 'Gỡ khỏi kho')
  expect((await press(an, asked, 'Gỡ khỏi kho')).text).toContain('Đã gỡ')
  expect(library.report().documents).toBe(0)
  expect(readdirSync(folder)).toEqual([])
  expect(readdirSync(join(dataDir, 'withdrawn'))).toEqual([expect.stringMatching(/-cu\.md$/)])
  expect(readdirSync(join(dataDir, 'readings'))).toEqual([])
  expect((await say(an, 'lớp học nghề')).text).not.toContain('12 lớp')
  expect(await deeds()).toEqual(['withdraw cu'])
  expect(await server.press(an, asked, data)).toEqual({})
  expect((await server.until(() => server.screen(an).find(({ text }) => /không còn trong kho/.test(text)))).id).toBe(
    asked.id,
  )
})

it('tells the administrators what they must know', async () => {
  const { server, an, telegram, folder } = await desk()
  const coming = server.next(an)
  writeFileSync(join(folder, 'hong.md'), '---\nx')
  await telegram.tellAdmins('Tệp “hong.md” chưa đọc được.')
  expect((await coming).text).toContain('hong.md')
})
