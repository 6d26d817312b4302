import { parseArgs } from 'node:util'
import { crowd, startPlatforms } from './crowd.ts'
import { jsonRequest, type LoadResult, open, putLoad, resultOf, type Stretch, stayAwake } from './load.ts'
import { questionsAbout } from './questions.ts'
import { serve } from './serve.ts'

/** Questions sent at the same moment: right after the start, no two the same, and again in the last part. */
const atOnce = 200
/** Requests sent before anything is measured. */
const warmUp = 1_000
/** Stretches that the seconds of each run are cut into. */
const rounds = 4

/**
 * Messages a second and latency through the web channel, from the socket to the answer, beside a bare HTTP server that sends the same
 * answers without reading the questions; then a crowd that asks in Telegram and in Zalo. The servers run in processes of their own.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '32' },
      corpus: { type: 'string', default: 'corpus' },
      people: { type: 'string', default: '500' },
      within: { type: 'string', default: '30' },
    },
  })
  const seconds = Number(values.seconds)
  const connections = Number(values.connections)
  const questions = await questionsAbout(values.corpus)
  const requests = questions.map((question) => jsonRequest('/api/ask', { question }))
  // Questions of a conversation are never answered from memory.
  const anew = questions.map((question, i) => jsonRequest('/api/ask', { question, conversation: `bench-${i}` }))

  const bot = await serve({ corpus: values.corpus })
  const bare = await serve({ bodies: await answersOf(bot.port, requests) })
  const different = Array.from({ length: atOnce }, (_, i) => {
    const opening = Array.from({ length: Math.floor(i / questions.length) }, () => 'cho hỏi ')
    return jsonRequest('/api/ask', { question: opening.join('') + questions[i % questions.length]! })
  })
  const firstBurst = resultOf([await putLoad(bot.port, different, atOnce, (sent) => sent >= atOnce)])
  const runs = {
    bot: { port: bot.port, requests, stretches: [] as Stretch[] },
    botAnew: { port: bot.port, requests: anew, stretches: [] as Stretch[] },
    bare: { port: bare.port, requests, stretches: [] as Stretch[] },
  }
  for (const { port, requests } of Object.values(runs))
    await putLoad(port, requests, connections, (sent) => sent >= warmUp)
  const sleep = stayAwake()
  // In turns, so that whatever else the machine does falls on all alike.
  for (let round = 0; round < rounds; round++) {
    for (const { port, requests, stretches } of Object.values(runs)) {
      const end = performance.now() + (seconds * 1000) / rounds
      stretches.push(await putLoad(port, requests, connections, () => performance.now() >= end))
    }
  }
  sleep()
  const burst = resultOf([await putLoad(bot.port, anew, atOnce, (sent) => sent >= atOnce)])
  for (const served of [bot, bare]) served.process.kill()
  const people = Number(values.people)
  const within = Number(values.within)
  const crowds = await crowdsOf(values.corpus, questions, people, within)
  const botLoad = resultOf(runs.bot.stretches)
  const anewLoad = resultOf(runs.botAnew.stretches)
  const bareLoad = resultOf(runs.bare.stretches)

  const share = Math.round((botLoad.perSecond / bareLoad.perSecond) * 100) / 100
  if (values.json) {
    console.log(
      JSON.stringify({
        questions: questions.length,
        connections,
        bot: botLoad,
        bare: bareLoad,
        share,
        firstBurst,
        burst,
        people,
        within,
        ...crowds,
      }),
    )
    return
  }
  console.log(`${questions.length} questions in turn over ${connections} connections, ${seconds} s each`)
  console.log(lineOf('bot, questions that were asked before', botLoad))
  console.log(lineOf('bot, every question worked out anew  ', anewLoad))
  console.log(lineOf('bare server with the same answers     ', bareLoad))
  console.log(`asked before, the bot answers at ${Math.round(share * 100)} % of the bare server's rate`)
  for (const [when, { answered, slowest }] of [
    ['right after the start, no two the same', firstBurst],
    ['later, in conversations', burst],
  ] as const)
    console.log(`${atOnce} questions at once, ${when}: ${answered} answered, the slowest after ${slowest} ms`)
  console.log(
    `${people} people within ${within} s, each with one question, through servers that stand for the platforms`,
  )
  console.log(lineOf('in Telegram                         ', crowds.telegram))
  console.log(lineOf('in Zalo                             ', crowds.zalo))
}

/** The same crowd through each platform, one after the other, each with a bot of its own. */
async function crowdsOf(corpus: string, questions: readonly string[], people: number, within: number) {
  const through = async (platform: 'telegram' | 'zalo') => {
    const platforms = await startPlatforms()
    const bot = await serve({ corpus, [platform]: platforms.settings[platform] })
    const result = await crowd(platforms.people[platform], questions, people, within)
    bot.process.kill()
    await platforms.stop()
    return result
  }
  return { telegram: await through('telegram'), zalo: await through('zalo') }
}

async function answersOf(port: number, requests: readonly Buffer[]): Promise<string[]> {
  const client = await open(port)
  const bodies: string[] = []
  for (const request of requests) bodies.push((await client.exchange(request)).toString())
  client.close()
  return bodies
}

function lineOf(name: string, { perSecond, p50, p95, p99 }: LoadResult): string {
  return `${name}  ${perSecond} messages/s   p50 ${p50} ms   p95 ${p95} ms   p99 ${p99} ms`
}

await run()
