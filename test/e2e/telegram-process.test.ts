import { expect, it, onTestFinished, vi } from 'vitest'
import { openStore } from '../../src/operations/store/open.ts'
import { closedPort } from '../support/closed-port.ts'
import { dataFolder } from '../support/data-folder.ts'
import { type Product, startProduct } from '../support/product.ts'
import { startTelegramServer } from '../support/telegram-server.ts'

vi.setConfig({ testTimeout: 240_000 })

const question = 'trồng rừng phòng hộ ven biển'

async function product(settings: Record<string, string> = {}) {
  const server = await startTelegramServer()
  const folder = dataFolder()
  const environment = { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.url, DATA_DIR: folder, ...settings }
  const started: Product[] = []
  const start = () => {
    const product = startProduct(environment)
    started.push(product)
    return product
  }
  onTestFinished(async () => {
    await server.stop()
    expect(server.violations).toEqual([])
    for (const { output } of started) expect(output()).not.toContain(server.token.split(':')[1])
  })
  return { server, folder, start }
}

it('says on one screen that it is on, and that everybody may ask', async () => {
  const { server, start } = await product()
  const running = start()
  await running.says(/Đang bật: Telegram – @thu_nghiem_bot/)
  expect(running.output()).toContain('ALLOWED_CHATS')
  const an = server.person()
  const coming = server.next(an)
  server.say(an, question)
  await coming
  running.process.kill('SIGTERM')
  expect(await running.ended).toEqual([0, null])
})

it('says how it is turned on when there is no token', async () => {
  const running = startProduct({ DATA_DIR: dataFolder(), TELEGRAM_BOT_TOKEN: '' })
  await running.says(/Đang tắt: Telegram – .*TELEGRAM_BOT_TOKEN/)
})

it('ends with one sentence when Telegram refuses the token', async () => {
  const { start } = await product({ TELEGRAM_BOT_TOKEN: '7654321:AAanotherInventedTokenOfTheTest_0123456' })
  const running = start()
  expect(await running.ended).toEqual([1, null])
  const lines = running.output().trim().split('\n')
  expect(lines).toEqual([expect.stringContaining('TELEGRAM_BOT_TOKEN')])
  expect(lines[0]).not.toContain('AAanother')
})

it('starts without Telegram, goes on trying and gives nothing away', async () => {
  const { server, start } = await product({ TELEGRAM_API_ROOT: `http://127.0.0.1:${await closedPort()}` })
  const running = start()
  await running.says(/chưa kết nối được/)
  await running.says(/cannot be reached yet.*wait/)
  running.process.kill('SIGTERM')
  expect(await running.ended).toEqual([0, null])
  expect(running.output()).not.toContain(server.token.split(':')[1])
})

it('finishes what is in hand before it stops', async () => {
  const { server, folder, start } = await product()
  const running = start()
  await running.says(/@thu_nghiem_bot/)
  let release = () => {}
  server.fail('sendMessage', { kind: 'hold', until: new Promise((resolve) => (release = resolve)) })
  const an = server.person()
  server.say(an, question)
  await server.until(() => server.inHand('sendMessage') === 1)
  running.process.kill('SIGTERM')
  release()
  expect(await running.ended).toEqual([0, null])
  expect(server.screen(an)).toHaveLength(1)
  const store = await openStore(folder)
  expect(await store.selectFrom('inbox').select(['state', 'payload']).execute()).toEqual([
    { state: 'done', payload: null },
  ])
  await store.destroy()
})

it('ends at once at the second signal', async () => {
  const { server, start } = await product()
  const running = start()
  await running.says(/@thu_nghiem_bot/)
  server.fail('sendMessage', { kind: 'hold', until: new Promise(() => {}) })
  server.say(server.person(), question)
  await server.until(() => server.inHand('sendMessage') === 1)
  running.process.kill('SIGTERM')
  await running.says(/stopping/)
  running.process.kill('SIGTERM')
  expect(await running.ended).toEqual([null, 'SIGTERM'])
})

it('killed in a burst of 50 questions, answers every one after a restart, and none twice but those in flight', async () => {
  const { server, folder, start } = await product()
  const first = start()
  await first.says(/@thu_nghiem_bot/)
  const people = Array.from({ length: 10 }, (_, i) => server.person(`Người ${i}`))
  const codes = Array.from({ length: 50 }, (_, i) => `ZZZ-${String(i).padStart(6, '0')}`)
  codes.forEach((code, i) => void server.say(people[i % 10]!, `/kiemtra ${code}`))
  await server.until(() => server.shown.length >= 15)
  first.process.kill('SIGKILL')
  await first.ended
  const store = await openStore(folder)
  const states = (await store.selectFrom('inbox').select('state').execute()).map(({ state }) => state)
  await store.destroy()
  const inFlight = states.filter((state) => state === 'sending').length
  const answers = () => codes.map((code) => server.shown.filter(({ text }) => text.includes(code)).length)
  expect(answers().filter((count) => count === 0).length).toBeGreaterThan(0)
  const second = start()
  await server.until(() => answers().every((count) => count > 0), 'every answer', 200_000)
  second.process.kill('SIGTERM')
  expect(await second.ended).toEqual([0, null])
  const doubled = answers().filter((count) => count > 1).length
  expect(doubled).toBeLessThanOrEqual(inFlight)
  expect(Math.max(...answers())).toBeLessThanOrEqual(2)
  for (const person of people) {
    const order = server.screen(person).map(({ text }) => /ZZZ-\d{6}/.exec(text)?.[0] ?? '')
    expect(order).toEqual([...order].sort())
  }
})
