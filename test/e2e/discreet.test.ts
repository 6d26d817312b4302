import fc from 'fast-check'
import { expect, it, onTestFinished, vi } from 'vitest'
import { fold } from '../../src/vietnamese/normal-form.ts'
import { dataFolder } from '../support/data-folder.ts'
import { startProduct } from '../support/product.ts'
import { smallDisk, whyNoDisk } from '../support/small-disk.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { startZaloServer } from '../support/zalo-server.ts'

vi.setConfig({ testTimeout: 300_000 })

/** Every run of made-up traffic is made of so many things that happen, one after the other. */
const most = 25
const runs = 8
const secret = 'mot-bi-mat-cua-phep-thu-0123456789'

/** Words that nobody else says. */
const mark = fc.stringMatching(/^[b-z]{10}$/)
/** What people say, with such words in it, with and without diacritics, broken, as a command, in another script. */
const said = fc
  .tuple(
    mark,
    fc.constantFrom(
      (m: string) => `trồng rừng ${m} phòng hộ ven biển`,
      (m: string) => `${m} có mấy nhóm nhiệm vụ?`,
      (m: string) => `Ừ${m}ừ`,
      (m: string) => `/${m} 1`,
      (m: string) => `/tim ${m}`,
      (m: string) => `/kiemtra ${m}`,
      (m: string) => `/phamvi ${m}`,
      (m: string) => `/start ${m}`,
      (m: string) => `/moi ${m}`,
      (m: string) => `${m}\u0000\ud800 <b>${m}</b> '"; drop`,
      (m: string) => `${m} `.repeat(300),
    ),
  )
  .map(([m, sentence]) => ({ mark: m, text: sentence(m) }))

const happenings = [
  'telegram',
  'telegram group',
  'telegram edit',
  'telegram inline',
  'telegram press',
  'telegram file',
  'telegram caption',
  'telegram member',
  'telegram refuses',
  'telegram fails',
  'telegram goes silent',
  'zalo',
  'zalo group',
  'zalo image',
  'zalo refuses',
  'zalo fails',
  'zalo goes silent',
  'page',
  'program',
  'broken program',
  'judging',
  'path',
  'webhook',
  'disk full',
  'disk free',
] as const
const happening = fc.record({ kind: fc.constantFrom(...happenings), said, name: mark })

/** Letters as they are compared: however they were escaped or folded on the way. */
function plain(text: string): string {
  const unescaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  return fold(unescaped.replace(/%[0-9a-f]{2}/gi, '')).toLowerCase()
}

async function product() {
  const telegram = await startTelegramServer()
  const zalo = await startZaloServer()
  const disk = whyNoDisk ? undefined : smallDisk(24)
  const person = { telegram: telegram.person('An'), zalo: zalo.person('An') }
  const running = startProduct({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.url,
    WEBHOOK_SECRET: secret,
    LIMIT_GROUP: '0',
    DATA_DIR: disk?.folder ?? dataFolder(),
    ADMINS: `${person.telegram.id},zalo:${person.zalo.id}`,
    LOG_LEVEL: 'debug',
  })
  onTestFinished(async () => {
    await telegram.stop()
    await zalo.stop()
  })
  await running.says(/Đang bật: Zalo/)
  const page = /trang web – (http\S+)/.exec(running.output())?.[1] ?? ''
  return { telegram, zalo, disk, person, running, page }
}

it('writes no question, name or token to the log or the metrics, whatever is asked where and whatever fails', async () => {
  const { telegram, zalo, disk, person, running, page } = await product()
  const [group, zaloGroup] = [telegram.group(), zalo.group()]
  let full = false
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(page + path, { method: 'POST', body, headers }).then((response) => response.text())

  /** Makes it happen; resolves when it has, or will have before what the same chat says next. */
  async function happen({
    kind,
    said: { mark, text },
    name,
  }: typeof happening extends fc.Arbitrary<infer T> ? T : never) {
    const an = { ...person.telegram, first_name: `Nguyễn ${name}`, username: name }
    const inZalo = { ...person.zalo, name: `Nguyễn ${name}` }
    switch (kind) {
      case 'telegram':
        return void telegram.say(an, text)
      case 'telegram group':
        return void telegram.say(an, `@${telegram.me.username} ${text}`, { group: { ...group, title: name } })
      case 'telegram edit':
        return telegram.edit(telegram.say(an, 'trồng rừng'), text)
      case 'telegram inline':
        return void (await telegram.type(an, text.slice(0, 200)))
      case 'telegram press': {
        const coming = telegram.next(an)
        telegram.say(an, 'trồng rừng phòng hộ ven biển')
        return void (await telegram.press(an, await coming, text.slice(0, 30)))
      }
      case 'telegram file':
        return void telegram.send(an, `${text.slice(0, 60)}.txt`, new TextEncoder().encode(text))
      case 'telegram caption':
        return void telegram.say(an, '', { text: undefined, caption: text, photo: [] } as never)
      case 'telegram member':
        return telegram.member({ ...group, title: name }, an, 'member')
      case 'telegram refuses':
        return telegram.fail('sendMessage', {
          kind: 'refuse',
          code: 400,
          description: "Bad Request: can't parse entities",
        })
      case 'telegram fails':
        return telegram.fail('sendMessage', { kind: 'refuse', code: 500, description: 'Internal Server Error' })
      case 'telegram goes silent':
        return telegram.fail('sendMessage', { kind: 'lose-answer' })
      case 'zalo':
        return void zalo.say(inZalo, text)
      case 'zalo group':
        return void zalo.say(inZalo, `@${zalo.displayName} ${text}`, zaloGroup)
      case 'zalo image':
        return void (await zalo.deliver(
          zalo.event(inZalo, 'image', { caption: text, photo_url: `https://x.test/${mark}` }),
        ))
      case 'zalo refuses':
        return zalo.fail('sendMessage', { kind: 'refuse', code: 400, description: 'Bad Request' })
      case 'zalo fails':
        return zalo.fail('sendMessage', { kind: 'gateway', status: 502, body: 'Bad Gateway' })
      case 'zalo goes silent':
        return zalo.fail('sendMessage', { kind: 'lose-answer' })
      case 'page':
        return void (await (
          await fetch(`${page}/?${new URLSearchParams({ 'cau-hoi': text, 'hoi-thoai': name })}`)
        ).text())
      case 'program':
        return void (await post('/api/ask', JSON.stringify({ question: text, conversation: name }), {
          'user-agent': mark,
        }))
      case 'broken program':
        return void (await post('/api/ask', `{"question": "${text}`, { 'x-forwarded-for': mark, authorization: mark }))
      case 'judging':
        return void (await post('/phan-hoi', String(new URLSearchParams({ cau: text, 'y-kien': name }))))
      case 'path':
        return void (await (
          await fetch(
            `${page}/${encodeURIComponent(text.replace(/\p{Surrogate}/gu, '').slice(0, 90))}/${name}?${mark}=${mark}`,
          )
        ).text())
      case 'webhook':
        return void (await post('/webhooks/telegram', JSON.stringify({ update_id: 1, message: { text } }), {
          'x-telegram-bot-api-secret-token': mark,
        }))
      case 'disk full':
        if (disk && !full) disk.fill()
        full = disk !== undefined
        return
      case 'disk free':
        if (disk && full) disk.free()
        full = false
    }
  }

  const ask = async (
    server: { next(chat: never): Promise<{ readonly text: string }> },
    chat: object,
    say: () => void,
  ) => {
    for (;;) {
      const coming = server.next(chat as never)
      say()
      if ((await coming).text.includes('Trồng mới 400 ha')) return
    }
  }
  /** What the chats said before has been worked: they are answered in order. */
  async function settled() {
    for (const server of [telegram, zalo]) server.heal()
    const asked = 'trồng rừng phòng hộ ven biển'
    await ask(telegram, person.telegram, () => void telegram.say(person.telegram, asked))
    await ask(telegram, group, () => void telegram.say(person.telegram, `@${telegram.me.username} ${asked}`, { group }))
    await ask(zalo, person.zalo, () => void zalo.say(person.zalo, asked))
    await ask(zalo, zaloGroup, () => void zalo.say(person.zalo, `@${zalo.displayName} ${asked}`, zaloGroup))
  }

  const words = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: most, maxLength: most }), async (all) => {
      for (const one of all) await happen(one)
      await settled()
      const metrics = await (await fetch(`${page}/metrics`)).text()
      const ready = await (await fetch(`${page}/readyz`)).text()
      for (const { said, name } of all) words.add(said.mark).add(name)
      const written = plain(`${running.output()}\n${metrics}\n${ready}`)
      expect([...words].filter((word) => written.includes(word))).toEqual([])
      for (const channel of ['telegram', 'zalo'])
        expect(metrics).toContain(`questions_total{channel="${channel}",outcome="answered"}`)
    }),
    { numRuns: runs, seed: 20261122, endOnFailure: true },
  )
  const metrics = await (await fetch(`${page}/metrics`)).text()
  running.process.kill('SIGTERM')
  expect(await running.ended).toEqual([0, null])
  const written = running.output()
  expect([...words].filter((word) => plain(written).includes(word))).toEqual([])
  for (const token of [telegram.token, zalo.token, secret]) {
    for (const part of [token, token.slice(token.indexOf(':') + 1)]) expect(written + metrics).not.toContain(part)
  }
  // What failed was told all the same.
  expect(written).toMatch(/telegram refused/)
  expect(written).toMatch(/zalo refused a message|answer to a message was lost/)
  if (disk) expect(written).toMatch(/store in trouble/)
})
