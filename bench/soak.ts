import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { startPlatforms } from './crowd.ts'
import { jsonRequest, open, resultOf } from './load.ts'
import { questionsAbout } from './questions.ts'
import { serve } from './serve.ts'

/** How often it is looked at the memory. */
const looks = 25
/** Part of the questions after which all that is remembered up to a limit is full. */
const warmUp = 0.4
/** People who ask at once: most on the page, some in Telegram and Zalo. */
const askers = { web: 12, telegram: 3, zalo: 3 }
/** People who take turns in Telegram and in Zalo. */
const people = 300

/**
 * A long day in short: people ask one question after the other through three channels; in between it is looked at what the process
 * still holds. No question is the same as another.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      questions: { type: 'string', default: '50000' },
      corpus: { type: 'string', default: 'corpus' },
      json: { type: 'boolean', default: false },
    },
  })
  const total = Number(values.questions)
  const texts = await questionsAbout(values.corpus)
  const platforms = await startPlatforms()
  const bot = await serve({ corpus: values.corpus, ...platforms.settings })
  let asked = 0
  const next = () => `${texts[asked % texts.length]} ${asked++}`
  const latencies = { web: [] as number[], telegram: [] as number[], zalo: [] as number[] }
  const samples: { readonly asked: number; readonly heap: number; readonly rss: number }[] = []
  const began = performance.now()

  const clients = await Promise.all(Array.from({ length: askers.web }, () => open(bot.port)))
  const asking = [
    ...clients.map((client, i) => ({ channel: 'web' as const, ask: onPage(client, `soak-${i}`) })),
    ...Array.from({ length: askers.telegram }, () => ({
      channel: 'telegram' as const,
      ask: inTurns(platforms.people.telegram),
    })),
    ...Array.from({ length: askers.zalo }, () => ({ channel: 'zalo' as const, ask: inTurns(platforms.people.zalo) })),
  ]
  while (asked < total) {
    const end = Math.min(total, asked + Math.ceil(total / looks))
    await Promise.all(
      asking.map(async ({ channel, ask }) => {
        while (asked < end) latencies[channel].push(await ask(next()))
      }),
    )
    const { heapUsed, external, rss } = await bot.memory()
    samples.push({ asked, heap: heapUsed + external, rss })
    if (!values.json)
      console.log(`${asked} questions  heap ${megabytes(heapUsed + external)} MB  resident ${megabytes(rss)} MB`)
  }
  const seconds = (performance.now() - began) / 1000
  for (const client of clients) client.close()
  bot.process.kill()
  await platforms.stop()
  const settled = samples.filter((sample) => sample.asked > total * warmUp)
  const report = {
    questions: asked,
    seconds: Math.round(seconds),
    bytesPerQuestion: {
      heap: slope(settled.map(({ asked, heap }) => [asked, heap])),
      resident: slope(settled.map(({ asked, rss }) => [asked, rss])),
    },
    web: resultOf([{ latencies: latencies.web, seconds }]),
    telegram: resultOf([{ latencies: latencies.telegram, seconds }]),
    zalo: resultOf([{ latencies: latencies.zalo, seconds }]),
    refusedByThePlatforms: platforms.violations().length,
    node: process.version,
    processors: cpus().length,
  }
  console.log(values.json ? JSON.stringify(report) : JSON.stringify(report, undefined, 2))
}

function inTurns(person: () => (text: string) => Promise<number>): (text: string) => Promise<number> {
  const group = Array.from({ length: people / askers.telegram }, person)
  let turn = 0
  return (text) => group[turn++ % group.length]!(text)
}

function onPage(client: Awaited<ReturnType<typeof open>>, conversation: string): (text: string) => Promise<number> {
  return async (question) => {
    const began = performance.now()
    await client.exchange(jsonRequest('/api/ask', { question, conversation }))
    return performance.now() - began
  }
}

/** Of the line that fits the points best, in units of y for one of x. */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const x = mean(points.map(([x]) => x))
  const y = mean(points.map(([, y]) => y))
  const rise = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  const run = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
  return Math.round((rise / run) * 10) / 10
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1)
}

await run()
