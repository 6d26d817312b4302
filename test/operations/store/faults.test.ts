import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { describe, expect, it, onTestFinished } from 'vitest'
import { UserError } from '../../../src/library/errors.ts'
import { chatsOf } from '../../../src/operations/store/chats.ts'
import { openStore } from '../../../src/operations/store/open.ts'
import { dataFolder } from '../../support/data-folder.ts'
import { breakingDisk, smallDisk, whyNoBreakingDisk, whyNoDisk } from '../../support/small-disk.ts'

async function refusal(folder: string): Promise<string> {
  const error: unknown = await openStore(folder).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  return String(error)
}

/** A store with something in it, closed again. */
async function usedStore(): Promise<string> {
  const folder = dataFolder()
  const store = await openStore(folder)
  for (let chat = 0; chat < 500; chat++) await chatsOf(store, 'telegram').setScope(String(chat), ['mot', 'hai', 'ba'])
  await store.destroy()
  return folder
}

describe('a damaged file is refused in one sentence that names it and the way out', () => {
  it('when it is something else', async () => {
    const folder = join(dataFolder(), 'data')
    mkdirSync(folder)
    writeFileSync(join(folder, 'store.db'), 'this is no database, it only has its name'.repeat(100))
    expect(await refusal(folder)).toMatch(/store\.db” bị hỏng.*sao lưu/)
  })

  it('when a part of it was overwritten', async () => {
    const folder = await usedStore()
    const file = join(folder, 'store.db')
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 8_192, bytes.length - 4_096)
    writeFileSync(file, bytes)
    expect(await refusal(folder)).toMatch(/store\.db” bị hỏng/)
  })

  it('when its end is missing', async () => {
    const folder = await usedStore()
    const file = join(folder, 'store.db')
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.subarray(0, bytes.length / 2))
    expect(await refusal(folder)).toMatch(/store\.db” bị hỏng/)
  })
})

it('a folder that is a file is refused in one sentence', async () => {
  const folder = join(dataFolder(), 'data')
  writeFileSync(folder, '')
  expect(await refusal(folder)).toContain('DATA_DIR')
})

const scopes = async (store: Awaited<ReturnType<typeof openStore>>) =>
  (await store.selectFrom('chats').select('chat').orderBy('chat').execute()).map(({ chat }) => chat)

/** A store on a disk, told to look for it often. */
async function onDisk(folder: string) {
  const told: boolean[] = []
  const store = await openStore(folder, (written) => void told.push(written), 20)
  onTestFinished(() => store.destroy())
  return { store, told, chats: chatsOf(store, 'telegram') }
}

/** Leaves no journal beside the file. */
function closeInOrder(file: string): void {
  const database = new Database(file)
  database.exec('begin immediate; rollback')
  database.close()
}

describe.skipIf(whyNoDisk)(`a disk in trouble${whyNoDisk ? ` (${whyNoDisk})` : ''}`, () => {
  it('that is full: nothing is lost and nothing fails, and the file has it all when there is room again', async () => {
    const disk = smallDisk()
    const { store, told, chats } = await onDisk(disk.folder)
    await chats.setScope('before', ['mot'])
    disk.fill()
    for (let i = 0; i < 100; i++) await chats.setScope(`full-${String(i).padStart(3, '0')}`, ['x'.repeat(1000)])
    expect(told).toEqual([false])
    expect(await chats.scope('before')).toEqual(['mot'])
    expect(await scopes(store)).toHaveLength(101)
    await chats.forget('before')
    disk.free()
    await expect.poll(() => told).toEqual([false, true])
    await chats.setScope('later', ['mot'])
    const { store: again } = await onDisk(disk.folder)
    const kept = await scopes(again)
    expect(kept).toHaveLength(101)
    expect(kept).toContain('full-099')
    expect(kept).toContain('later')
    expect(kept).not.toContain('before')
  })

  it('that is full in the middle of a transaction: it is told, and works when it is done again', async () => {
    const disk = smallDisk()
    const { store, told } = await onDisk(disk.folder)
    const write = () =>
      store.transaction().execute(async (within) => {
        for (let i = 0; i < 20; i++) await chatsOf(within, 'telegram').setScope(String(i), ['x'.repeat(2000)])
      })
    disk.fill()
    await expect(write()).rejects.toThrow('the store cannot be reached')
    expect(told).toEqual([false])
    await write()
    expect(await scopes(store)).toHaveLength(20)
  })

  it.each([
    ['closed in order', true],
    ['left as it was when its process ended', false],
  ])('that is read-only from the start, the file %s: it goes on in memory, and the file gets it', async (_, closed) => {
    const disk = smallDisk(16)
    cpSync(await usedStore(), disk.folder, { recursive: true })
    if (closed) closeInOrder(join(disk.folder, 'store.db'))
    expect(existsSync(join(disk.folder, 'store.db-wal'))).toBe(!closed)
    disk.readOnly(true)
    const { store, told, chats } = await onDisk(disk.folder)
    await chats.setScope('meanwhile', ['hai'])
    expect(told).toEqual([false])
    expect(await chats.scope('499')).toEqual(['mot', 'hai', 'ba'])
    expect(await scopes(store)).toHaveLength(501)
    disk.readOnly(false)
    await expect.poll(() => told).toEqual([false, true])
    const { store: again } = await onDisk(disk.folder)
    expect(await scopes(again)).toHaveLength(501)
  })
})

describe.skipIf(whyNoBreakingDisk)(`a disk that breaks${whyNoBreakingDisk ? ` (${whyNoBreakingDisk})` : ''}`, () => {
  it('and is read-only while the store is open: it goes on in memory, and the next disk gets it', async () => {
    const disk = breakingDisk()
    const { store, told, chats } = await onDisk(disk.folder)
    for (let chat = 0; chat < 50; chat++) await chats.setScope(String(chat), ['mot'])
    disk.break()
    expect(() => writeFileSync(join(disk.folder, 'anything'), '')).toThrow('EROFS')
    await chats.setScope('meanwhile', ['hai'])
    expect(told).toEqual([false])
    expect(await chats.scope('49')).toEqual(['mot'])
    await chats.forget('0')
    expect(await scopes(store)).toHaveLength(50)
    disk.replace()
    await expect.poll(() => told).toEqual([false, true])
    await chats.setScope('later', ['ba'])
    const { store: again } = await onDisk(disk.folder)
    const kept = await scopes(again)
    expect(kept).toHaveLength(51)
    expect(kept).toEqual(expect.arrayContaining(['meanwhile', 'later', '49']))
    expect(kept).not.toContain('0')
  })

  it('in the middle of a transaction: it is told, and works when it is done again', async () => {
    const disk = breakingDisk()
    const { store, told, chats } = await onDisk(disk.folder)
    await chats.setScope('before', ['mot'])
    const write = (between: () => void) =>
      store.transaction().execute(async (within) => {
        await chatsOf(within, 'telegram').setScope('first', ['mot'])
        between()
        await chatsOf(within, 'telegram').setScope('second', ['mot'])
      })
    await expect(write(() => disk.break())).rejects.toThrow('the store cannot be reached')
    expect(told).toEqual([false])
    await write(() => {})
    expect(await scopes(store)).toEqual(['before', 'first', 'second'])
  })
})
