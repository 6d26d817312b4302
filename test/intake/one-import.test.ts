import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asOnlyImport } from '../../src/intake/one-import.ts'
import { UserError } from '../../src/library/errors.ts'
import { folderOf } from '../support/folder.ts'
import { otherImport } from '../support/other-import.ts'

const lock = 'importing.lock'

describe('asOnlyImport', () => {
  it('gives what the import gives, and leaves nothing behind, failed or not', async () => {
    const dataDir = join(folderOf({}), 'data')
    expect(await asOnlyImport(dataDir, async () => readdirSync(dataDir))).toEqual([lock])
    await expect(asOnlyImport(dataDir, () => Promise.reject(new Error('mẫu')))).rejects.toThrow('mẫu')
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('refuses in one sentence while another process imports, and works once that is done', async () => {
    const dataDir = folderOf({})
    const other = await otherImport(dataDir)
    const failure = await asOnlyImport(dataDir, async () => 'mẫu').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(UserError)
    expect((failure as UserError).message).toMatch(/^Một lần nhập khác đang chạy[^\n]*\.$/)
    expect(readdirSync(dataDir)).toEqual([lock])
    other.stdin.end()
    await once(other, 'close')
    expect(await asOnlyImport(dataDir, async () => 'mẫu')).toBe('mẫu')
  })

  it('takes over from a process that was killed', async () => {
    const dataDir = folderOf({})
    const other = await otherImport(dataDir)
    other.kill('SIGKILL')
    await once(other, 'close')
    expect(existsSync(join(dataDir, lock))).toBe(true)
    expect(await asOnlyImport(dataDir, async () => 'mẫu')).toBe('mẫu')
    expect(readdirSync(dataDir)).toEqual([])
  })

  it.each([
    ['whose number another process has by now', JSON.stringify({ pid: process.ppid, begun: '1' })],
    ['that names this process', JSON.stringify({ pid: process.pid, begun: '1' })],
    ['that is damaged', '{"pid":'],
    ['that is empty', ''],
  ])('takes over a lock %s', async (_, content) => {
    const dataDir = folderOf({ [lock]: content })
    expect(await asOnlyImport(dataDir, async () => 'mẫu')).toBe('mẫu')
    expect(readdirSync(dataDir)).toEqual([])
  })
})
