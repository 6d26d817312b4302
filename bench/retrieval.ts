import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as immediate } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { build, type EngineName, engineNames } from './contenders.ts'
import { meanQuality, percentile, type Quality, qualityOf, round } from './measures.ts'
import { readTestSet, type TestSet } from './test-set.ts'
import { rewrite, type Variant, variantNames } from './variants.ts'

setFlagsFromString('--expose-gc')
/** Defined by the flag. */
const collectGarbage = runInNewContext('gc') as () => void

/** Questions asked before measuring, so that the code is compiled. */
const warmUp = 20

const usage = `npm run bench:retrieval -- --data DIR [--engine ${engineNames.join('|')}] [--variant ${variantNames.join('|')}] [--questions queries|cite-queries] [--sample N] [--beside ENGINE] [--json]`

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})

async function main(): Promise<void> {
  const options = readOptions()
  if (!options) return
  const { data, engine, beside, variant, questions, sample, json } = options
  const set = sampled(readTestSet(data, questions), sample)
  const texts = set.queries.map(({ text }) => (variant ? rewrite(text, variant) : text))
  const delays = monitorEventLoopDelay({ resolution: 5 })
  const before = await memoryInUse()
  delays.enable()
  const { contender, buildMs, loadMs = 0, snapshotMB, close } = await build(engine, set.passages)
  delays.disable()
  const indexKB = growth(before, await memoryInUse()) / 1e3 / set.passages.length
  for (const text of texts.slice(0, warmUp)) await contender.search(text, 100)
  const rival = beside === undefined ? undefined : await build(beside, set.passages)
  const times: number[] = []
  const rivalTimes: number[] = []
  const rivalQualities: Quality[] = []
  let alike = 0
  const bySource = new Map<string, Quality[]>()
  const all: Quality[] = []
  for (const [i, { id, src }] of set.queries.entries()) {
    const asked = performance.now()
    const found = await contender.search(texts[i]!, 100)
    times.push(performance.now() - asked)
    if (rival) {
      const askedToo = performance.now()
      const foundToo = await rival.contender.search(texts[i]!, 100)
      rivalTimes.push(performance.now() - askedToo)
      rivalQualities.push(qualityIn(set, id, foundToo))
      if (sameFirstTen(found, foundToo)) alike++
    }
    const quality = qualityIn(set, id, found)
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
    /** What the index takes beside the texts, for each passage. */
    indexKB: round(indexKB, 2),
    rssMB: Math.round(process.memoryUsage().rss / 1e6),
    loadMs: Math.round(loadMs),
    ...(snapshotMB === undefined ? {} : { snapshotMB: round(snapshotMB, 1) }),
    /** The longest time the event loop was held while building and loading. */
    longestHoldMs: Math.round(delays.max / 1e6),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    ...(beside === undefined
      ? {}
      : {
          beside: {
            ...sideBySide(beside, times, rivalTimes),
            ndcg10: meanQuality(rivalQualities).ndcg10,
            /** Share of the questions for which both give the same passages as the first ten. */
            sameFirstTen: round(alike / set.queries.length, 4),
          },
        }),
    src: Object.fromEntries(
      Array.from(bySource, ([name, each]) => [name, { queries: each.length, ...meanQuality(each) }]),
    ),
  }
  await close?.()
  if (json) console.log(JSON.stringify(report))
  else print(report)
}

/** What the process holds, in bytes, after everything that can go has gone. Arrays that are dropped are only counted out in the turns that follow. */
async function memoryInUse(): Promise<NodeJS.MemoryUsage> {
  for (let turn = 0; turn < 4; turn++) {
    collectGarbage()
    await immediate()
  }
  return process.memoryUsage()
}

/** Bytes on the heap and outside it; arrays in shared memory are counted among the arrays only. */
function growth(before: NodeJS.MemoryUsage, after: NodeJS.MemoryUsage): number {
  const outside = Math.max(after.external - before.external, after.arrayBuffers - before.arrayBuffers)
  return after.heapUsed - before.heapUsed + outside
}

function qualityIn(set: TestSet, query: string, found: readonly number[]): Quality {
  return qualityOf(
    found.map((passage) => set.ids[passage]!),
    set.relevant.get(query)!,
  )
}

/** Whether two results begin with the same ten passages, in whatever order. */
function sameFirstTen(one: readonly number[], other: readonly number[]): boolean {
  const ten = new Set(one.slice(0, 10))
  const others = other.slice(0, 10)
  return ten.size === others.length && others.every((passage) => ten.has(passage))
}

/** The set with at most so many of its questions, taken evenly. */
function sampled(set: TestSet, most: number): TestSet {
  const every = Math.max(1, set.queries.length / most)
  const queries = set.queries.filter((_, i) => Math.floor(i / every) !== Math.floor((i - 1) / every))
  return { ...set, queries }
}

/** How many times faster the engine is than the one asked the same questions in turn. */
function sideBySide(engine: EngineName, times: readonly number[], rivalTimes: readonly number[]) {
  const ratio = (share: number) => round(percentile(rivalTimes, share) / percentile(times, share), 1)
  return {
    engine,
    p50: percentile(rivalTimes, 0.5),
    p99: percentile(rivalTimes, 0.99),
    faster50: ratio(0.5),
    faster99: ratio(0.99),
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        engine: { type: 'string', default: 'compact' },
        beside: { type: 'string' },
        variant: { type: 'string' },
        sample: { type: 'string' },
        questions: { type: 'string', default: 'queries' },
        json: { type: 'boolean', default: false },
      },
    })
    const { data, engine, beside, variant, questions, sample, json } = values
    if (data === undefined) throw new Error('--data is missing')
    if (!isOneOf(engineNames, engine)) throw new Error(`--engine ${engine} is not known`)
    if (beside !== undefined && !isOneOf(engineNames, beside)) throw new Error(`--beside ${beside} is not known`)
    if (sample !== undefined && !/^[1-9]\d*$/.test(sample))
      throw new Error(`--sample ${sample} is no number of questions`)
    if (variant !== undefined && !isOneOf(variantNames, variant)) throw new Error(`--variant ${variant} is not known`)
    if (questions !== 'queries' && questions !== 'cite-queries')
      throw new Error(`--questions ${questions} is not known`)
    // Checked above against the lists these types are made of.
    return {
      data,
      engine: engine as EngineName,
      beside: beside as EngineName | undefined,
      variant: variant as Variant | undefined,
      questions,
      sample: sample === undefined ? Number.POSITIVE_INFINITY : Number(sample),
      json,
    } as const
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
  for (const [name, value] of Object.entries(rest)) {
    console.log(`${name.padEnd(13)} ${typeof value === 'object' ? JSON.stringify(value) : value}`)
  }
  for (const [name, { queries, ndcg10, recall1, recall10, recall100 }] of Object.entries(src)) {
    console.log(`${name} (${queries})  nDCG@10 ${ndcg10}  R@1 ${recall1}  R@10 ${recall10}  R@100 ${recall100}`)
  }
}
