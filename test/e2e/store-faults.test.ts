import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { dataFolder } from '../support/data-folder.ts'
import { startProduct } from '../support/product.ts'
import { breakingDisk, smallDisk, whyNoBreakingDisk, whyNoDisk } from '../support/small-disk.ts'
import { startTelegramServer } from '../support/telegram-server.ts'

vi.setConfig({ testTimeout: 240_000 })

const question = 'trồng rừng phòng hộ ven biển'
const quoted = 'Trồng mới 400 ha'

it('a damaged store stops the start with one sentence', async () => {
  const folder = dataFolder()
  writeFileSync(join(folder, 'store.db'), 'không phải cơ sở dữ liệu'.repeat(300))
  const running = startProduct({ DATA_DIR: folder })
  expect(await running.ended).toEqual([1, null])
  expect(running.output().trim().split('\n')).toEqual([expect.stringMatching(/store\.db” bị hỏng/)])
})

interface Disk {
  readonly folder: string
  fail(): void
  mend(): void
}

const troubles: readonly (readonly [string, string | undefined, () => Disk])[] = [
  [
    'full',
    whyNoDisk,
    () => {
      const { folder, fill, free } = smallDisk(24)
      return { folder, fail: fill, mend: free }
    },
  ],
  [
    'read-only all at once',
    whyNoBreakingDisk,
    () => {
      const disk = breakingDisk()
      return { folder: disk.folder, fail: disk.break, mend: disk.replace }
    },
  ],
]

describe.each(troubles)('a disk that is %s', (_, whyNot, made) => {
  it.skipIf(whyNot)(
    `lets answers go on, is told on /readyz and to administrators once, and is forgotten when it works again${whyNot ? ` (${whyNot})` : ''}`,
    async () => {
      const disk = made()
      const server = await startTelegramServer()
      onTestFinished(async () => {
        await server.stop()
        expect(server.violations).toEqual([])
      })
      const admin = server.person('Quản trị')
      const running = startProduct({
        TELEGRAM_BOT_TOKEN: server.token,
        TELEGRAM_API_ROOT: server.url,
        DATA_DIR: disk.folder,
        ADMINS: String(admin.id),
      })
      await running.says(/@thu_nghiem_bot/)
      const page = /trang web – (http\S+)/.exec(running.output())?.[1]
      const ready = async () => (await fetch(`${page}/readyz`)).json()
      disk.fail()
      const people = Array.from({ length: 5 }, () => server.person())
      for (const person of people) for (const text of [question, 'nguồn đâu?']) server.say(person, text)
      const shown = () => people.flatMap((person) => server.screen(person).map(({ text }) => text))
      await expect.poll(() => shown().length, { timeout: 60_000 }).toBe(10)
      expect(shown().every((text) => text.includes(quoted))).toBe(true)
      expect(await ready()).toMatchObject({ ready: true, degraded: true, store: 'not-written' })
      await expect
        .poll(() => server.screen(admin).map(({ text }) => text))
        .toEqual([expect.stringContaining('đĩa đầy')])
      disk.mend()
      await expect.poll(ready).toMatchObject({ degraded: false })
      await expect.poll(() => server.screen(admin)).toHaveLength(2)
      running.process.kill('SIGTERM')
      expect(await running.ended).toEqual([0, null])
      const second = startProduct({
        TELEGRAM_BOT_TOKEN: server.token,
        TELEGRAM_API_ROOT: server.url,
        DATA_DIR: disk.folder,
      })
      await second.says(/@thu_nghiem_bot/)
      // What was said while the disk took nothing is remembered.
      const coming = server.next(people[0]!)
      server.say(people[0]!, 'nguồn đâu?')
      expect((await coming).text).toContain(quoted)
    },
  )
})
