import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'))
  writeFileSync(join(folder, 'ke-hoach.md'), '# Kế hoạch số tỉnh An Sơn\n\nTỉnh An Sơn lập kho dữ liệu dùng chung.\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The program as a service runs it: no terminal, no settings but these. */
function start(
  settings: Record<string, string>,
): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const env = {
    PATH: process.env.PATH ?? '',
    CORPUS_DIR: folder,
    DATA_DIR: join(folder, '.data'),
    PORT: '0',
    ...settings,
  }
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  return child
}

// A process of its own takes seconds to start on a busy machine.
describe('npm start without any token', { timeout: 60_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'opens the page, says where, answers, and ends with status 0 on %s',
    async (signal) => {
      const program = start({})
      let screen = ''
      for await (const part of program.stdout) {
        screen += part
        if (screen.includes('http://')) break
      }
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(screen)?.[0]
      const ready = await fetch(`${address}/readyz`)
      const page = await fetch(`${address}/?cau-hoi=${encodeURIComponent('kho dữ liệu dùng chung')}`)
      const shown = await page.text()
      program.kill(signal)
      const [status] = await once(program, 'exit')
      expect([ready.status, page.status, status]).toEqual([200, 200, 0])
      expect(shown).toContain('Tỉnh An Sơn lập kho dữ liệu dùng chung.')
    },
  )

  it.each([
    ['a port that is taken', (taken: number) => ({ PORT: String(taken) }), 'PORT'],
    ['an address of another machine', () => ({ HOST: '192.0.2.1' }), 'HOST'],
    ['a folder that is not there', () => ({ CORPUS_DIR: '/khong-co-thu-muc-nay' }), 'CORPUS_DIR'],
  ])('says in one sentence what to change for %s', async (_, settings, name) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const program = start(settings((other.address() as AddressInfo).port)) // A TCP server's address is one.
    const [said, [status]] = await Promise.all([text(program.stderr), once(program, 'exit')])
    other.close()
    expect(status).toBe(1)
    expect(said.trim().split('\n')).toHaveLength(1)
    expect(said).toContain(name)
  })
})
