import { existsSync } from 'node:fs'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { dataFolder } from '../support/data-folder.ts'
import { startProduct } from '../support/product.ts'
import { startZaloServer } from '../support/zalo-server.ts'

vi.setConfig({ testTimeout: 120_000 })

const question = 'trồng rừng phòng hộ ven biển'
const quoted = 'Trồng mới 400 ha rừng phòng hộ ven biển tại các xã bãi ngang.'

function product(server: { readonly url: string; readonly token: string }, settings: Record<string, string> = {}) {
  const running = startProduct({
    ZALO_BOT_TOKEN: server.token,
    ZALO_API_ROOT: server.url,
    DATA_DIR: dataFolder(),
    ...settings,
  })
  onTestFinished(() => expect(running.output()).not.toContain(server.token.split(':')[1]))
  return running
}

it('says on the start screen that it is on, answers, tells a used up plan on /readyz and ends in good order', async () => {
  const server = await startZaloServer()
  const running = product(server)
  await running.says(/Đang bật: Zalo – Bot Tra Cứu Thử/)
  const an = server.person()
  const coming = server.next(an)
  server.say(an, question)
  expect((await coming).text).toContain(quoted)
  server.fail('sendMessage', { kind: 'refuse', code: 429, description: 'Quota exceeded' })
  server.say(an, question)
  await running.says(/used up/)
  const page = /trang web – (http\S+)/.exec(running.output())?.[1]
  const ready = await fetch(`${page}/readyz`)
  expect(await ready.json()).toMatchObject({ channels: { zalo: 'quota' } })
  running.process.kill('SIGTERM')
  expect(await running.ended).toEqual([0, null])
  await server.stop()
  expect(server.violations).toEqual([])
})

it('says how it is turned on when there is no token', async () => {
  await startProduct({ DATA_DIR: dataFolder() }).says(/Đang tắt: Zalo – .*ZALO_BOT_TOKEN/)
})

it('goes on without Zalo when Zalo refuses the token', async () => {
  const server = await startZaloServer()
  onTestFinished(() => server.stop())
  const running = product({ ...server, token: '5:another-invented-token-of-the-test' }, { ZALO_API_ROOT: server.url })
  await running.says(/Đang tắt: Zalo – .*không nhận mã/)
  const page = /trang web – (http\S+)/.exec(running.output())?.[1]
  expect((await fetch(`${page}/healthz`)).status).toBe(200)
})

const emulatorFile = new URL('../../../shared/tools/zalo-emulator.mjs', import.meta.url)

/** As much of the emulator as is used here. */
interface Emulator {
  readonly url: string
  readonly token: string
  readonly sent: readonly { readonly chat_id: string; readonly text: string; readonly message_id: string }[]
  user(options: { displayName: string }): {
    readonly id: string
    send(text: string): void
    sendPhoto(url: string): void
  }
  group(options: { title: string }): {
    readonly id: string
    mention(user: object, text: string): void
    replyToBot(user: object, message: string, text: string): void
    photo(user: object, url: string, caption: string, options: { mention: boolean }): void
  }
  fault(fault: { method: string; kind: string; executed?: boolean }): void
  deliveryFault(fault: { kind: string }): void
  assertClean(): void
  close(): Promise<void>
}

describe.skipIf(!existsSync(emulatorFile))('against another strict server (needs ../shared)', () => {
  it.each([{}, { errorHttpStatus: 'mirror', webhookEnvelope: 'wrapped', imageField: 'photo', pollResult: 'array' }])(
    'breaks no rule: %j',
    async (variant) => {
      const { startZaloEmulator } = await import(emulatorFile.href)
      const bot = { display_name: 'Bot Tra Cứu' }
      const options = { token: '42424242:a-token-of-the-test-alone', maxPollMs: 300, bot, ...variant }
      const emulator: Emulator = await startZaloEmulator(options)
      onTestFinished(() => emulator.close())
      const running = product(emulator)
      await running.says(/Đang bật: Zalo – Bot Tra Cứu/)
      /** What comes to a chat after something was done. */
      const after = async (chat: { readonly id: string }, act: () => void) => {
        const there = () => emulator.sent.filter(({ chat_id: id }) => id === chat.id)
        const before = there().length
        act()
        await expect.poll(() => there().length, { timeout: 20_000 }).toBeGreaterThan(before)
        return there()[before]!
      }
      const an = emulator.user({ displayName: 'An' })
      const answer = await after(an, () => an.send(question))
      expect(answer.text).toContain(quoted)
      const number = /^(\d+)\. Đoạn đầy đủ$/m.exec(answer.text)?.[1] ?? 'không có'
      expect((await after(an, () => an.send(number))).text).toContain('Đoạn trích còn nguyên')
      expect((await after(an, () => an.sendPhoto('https://example.test/a.jpg'))).text).toContain('chỉ đọc được chữ')
      emulator.fault({ method: 'sendMessage', kind: 'drop', executed: true })
      await after(an, () => an.send('kinh tế số'))
      emulator.deliveryFault({ kind: 'duplicate' })
      await after(an, () => an.send('cảng tổng hợp'))
      const group = emulator.group({ title: 'Chi bộ' })
      group.photo(an, 'https://example.test/a.jpg', 'đây', { mention: true })
      const said = await after(group, () => group.mention(an, question))
      expect(said.text).toContain(quoted)
      expect((await after(group, () => group.replyToBot(an, said.message_id, 'kinh tế số'))).text).toContain(
        'kinh tế số',
      )
      running.process.kill('SIGTERM')
      expect(await running.ended).toEqual([0, null])
      emulator.assertClean()
      expect(emulator.sent.filter(({ chat_id: chat }) => chat === an.id)).toHaveLength(5)
      expect(emulator.sent.filter(({ chat_id: chat }) => chat === group.id)).toHaveLength(2)
    },
  )
})
