import { PassThrough } from 'node:stream'
import { text as streamText } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { plainText } from '../../src/answers/plain-text.ts'
import { createAssistant } from '../../src/assistant.ts'
import { chat } from '../../src/channels/terminal/chat.ts'
import { createWebServer } from '../../src/channels/web/server.ts'
import { type Knowledge, loadKnowledge } from '../../src/knowledge.ts'
import { createHealth } from '../../src/operations/health.ts'
import { createMetrics } from '../../src/operations/metrics.ts'
import { inventedCorpus, runningBot } from '../support/telegram-bot.ts'
import { runningZalo } from '../support/zalo-bot.ts'

/** The question typed at the terminal, and all that is printed for it. */
async function terminalAnswer(knowledge: Knowledge, question: string): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const printed = streamText(output)
  input.end(`${question}\nthoát\n`)
  await chat(
    createAssistant(() => knowledge),
    input,
    output,
  )
  output.end()
  return printed
}

/** The page that is shown without JavaScript, as its words. */
async function webAnswer(knowledge: Knowledge, question: string): Promise<string> {
  const health = createHealth()
  const web = createWebServer({
    knowledge: () => knowledge,
    assistant: createAssistant(() => knowledge),
    health,
    metrics: createMetrics(health),
    onError: (error) => expect.fail(error.message),
    settings: { host: '127.0.0.1', port: 0 },
  })
  await web.start()
  onTestFinished(() => web.stop())
  const page = await fetch(`${web.address}/?cau-hoi=${encodeURIComponent(question)}`)
  return (await page.text())
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

const said = (text: string) => text.replace(/\s+/g, ' ').trim()

it.each([
  [
    'Sơn Hải đặt mục tiêu kinh tế số năm 2030 chiếm bao nhiêu phần trăm GRDP?',
    'kinh tế số của tỉnh Sơn Hải chiếm 30% GRDP',
  ],
  ['trong rung phong ho ven bien', 'Trồng mới 400 ha rừng phòng hộ ven biển tại các xã bãi ngang'],
  ['Sơn Hải có bao nhiêu sân bay?', 'không'],
])('says the same in Telegram, in Zalo, on the page and at the terminal: %s', async (question, wanted) => {
  const knowledge = await loadKnowledge(inventedCorpus)
  const answer = await createAssistant(() => knowledge).ask({ text: question })
  const telegram = await runningBot({ knowledge: () => knowledge })
  const zalo = await runningZalo({ knowledge: () => knowledge })
  const an = telegram.server.person()
  const coming = telegram.server.next(an)
  telegram.server.say(an, question)
  const shown = {
    telegram: said((await coming).text),
    zalo: said((await zalo.ask(zalo.server.person(), question)).text),
    web: said(await webAnswer(knowledge, question)),
    terminal: said(await terminalAnswer(knowledge, question)),
  }
  const sentences = answer.blocks.flatMap((block) => (block.kind === 'statement' ? said(block.text) : []))
  // Where a list shows the words already, they stand there without their stop.
  const quotes = answer.citations.map(({ quote }) => said(quote.text).replace(/[.;]$/, ''))
  const titles = answer.citations.map(({ quote }) => quote.document.metadata.title)
  const codes = plainText(answer).match(/[0-9A-Z]{3}-[0-9A-Z]{6}/g) ?? []
  expect([...sentences, ...quotes].join(' ')).toContain(wanted)
  for (const [channel, text] of Object.entries(shown)) {
    for (const part of [...sentences, ...quotes, ...titles, ...codes]) expect(text, channel).toContain(part)
  }
})
