import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { build, type EngineName, engineNames } from './contenders.ts'
import { meanQuality, percentile, type Quality, qualityOf, round } from './measures.ts'
import { readTestSet } from './test-set.ts'
import { rewrite, type Variant, variantNames } from './variants.ts'

/** Questions asked before measuring, so that the code is compiled. */
const warmUp = 20

const usage = `npm run bench:retrieval -- --data DIR [--engine ${engineNames.join('|')}] [--variant ${variantNames.join('|')}] [--questions NAME] [--json]`

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})

async function main(): Promise<void> {
  const options = readOptions()
  if (!options) return
  const { data, engine, variant, questions, json } = options
  const set = readTestSet(data, questions)
  const texts = set.queries.map(({ text }) => (variant ? rewrite(text, variant) : text))
  const delays = monitorEventLoopDelay({ resolution: 5 })
  delays.enable()
  const { contender, buildMs, loadMs = 0, snapshotMB } = await build(engine, set.passages)
  delays.disable()
  for (const text of texts.slice(0, warmUp)) await contender.search(text, 100)
  const times: number[] = []
  const bySource = new Map<string, Quality[]>()
  const all: Quality[] = []
  for (const [i, { id, src }] of set.queries.entries()) {
    const asked = performance.now()
    const found = await contender.search(texts[i]!, 100)
    times.push(performance.now() - asked)
    const quality = qualityOf(
      found.map((passage) => set.ids[passage]!),
      set.relevant.get(id)!,
    )
    all.push(quality)
    if (src !== undefined) bySource.set(src, [...(bySource.get(src) ?? []), quality])
  }
  const report = {
    data,
    engine,
    ...(variant ? { variant } : {}),
    passages: set.passages.length,
    queries: set.queries.length,
    ...meanQuality(all),
    buildMs: Math.round(buildMs),
    rssMB: Math.round(process.memoryUsage().rss / 1e6),
    loadMs: Math.round(loadMs),
    ...(snapshotMB === undefined ? {} : { snapshotMB: round(snapshotMB, 1) }),
    /** The longest time the event loop was held while building and loading. */
    longestHoldMs: Math.round(delays.max / 1e6),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    src: Object.fromEntries(
      Array.from(bySource, ([name, each]) => [name, { queries: each.length, ...meanQuality(each) }]),
    ),
  }
  if (json) console.log(JSON.stringify(report))
  else print(report)
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        engine: { type: 'string', default: 'compact' },
        variant: { type: 'string' },
        questions: { type: 'string', default: 'queries' },
        json: { type: 'boolean', default: false },
      },
    })
    const { data, engine, variant, questions, json } = values
    if (data === undefined) throw new Error('--data is missing')
    if (!isOneOf(engineNames, engine)) throw new Error(`--engine ${engine} is not known`)
    if (variant !== undefined && !isOneOf(variantNames, variant)) throw new Error(`--variant ${variant} is not known`)
    if (questions !== 'queries' && questions !== 'cite-queries')
      throw new Error(`--questions ${questions} is not known`)
    return { data, engine: engine as EngineName, variant: variant as Variant | undefined, questions, json } as const
  } catch (error) {
    console.error(`${(error as Error).message}. Usage: ${usage}`)
    process.exitCode = 2
    return undefined
  }
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name)
}

function print(report: Record<string, unknown> & { src: Record<string, Quality & { queries: number }> }): void {
  const { src, ...rest } = report
  for (const [name, value] of Object.entries(rest)) console.log(`${name.padEnd(12)} ${value}`)
  for (const [name, { queries, ndcg10, recall1, recall10, recall100 }] of Object.entries(src)) {
    console.log(`${name} (${queries})  nDCG@10 ${ndcg10}  R@1 ${recall1}  R@10 ${recall10}  R@100 ${recall100}`)
  }
}
