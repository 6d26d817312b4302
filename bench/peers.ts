import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { engineNames } from './contenders.ts'
import { checkTestSet } from './test-set.ts'

const usage = 'npm run bench:peers -- --data DIR [--data DIR …] [--engines A,B] [--sample N] [--minutes N] [--out FILE]'

const names: Readonly<Record<string, string>> = {
  compact: '**this project, compact index**',
  opensearch: '**this project, OpenSearch**',
  minisearch: '**this project, MiniSearch inside**',
  'minisearch-plain': 'MiniSearch as it comes',
  flexsearch: 'FlexSearch',
  orama: 'Orama',
  lunr: 'lunr',
  'sqlite-fts5': 'SQLite FTS5',
}

const heading = [
  '| engine | nDCG@10 | recall@10 | recall@100 | nDCG@10 without diacritics | nDCG@10 with a slip | build s | index KB a passage | memory MB | p50 / p95 / p99 ms |',
  '|---|---|---|---|---|---|---|---|---|---|',
]

const introduction = `# Measurements

\`npm run bench:retrieval -- --data DIR\` measures one engine on a test set: \`corpus.jsonl\`, \`queries.jsonl\` and \`qrels.jsonl\`, plain or gzip.
\`npm run bench:peers -- --data DIR --out bench/README.md\` writes this page. Other engines run as they come, with title and text as fields. A question
"with a slip" has one syllable with a wrong tone, lost diacritics, or a letter swapped, dropped or mistyped. Memory is the whole process
with the texts; of it, the index for each passage is heap and arrays after a collection (what SQLite keeps in WebAssembly is not among them).
`

const { values } = parseArgs({
  options: {
    data: { type: 'string', multiple: true, default: [] },
    engines: { type: 'string', default: engineNames.filter(runsHere).join(',') },
    sample: { type: 'string' },
    /** An engine that has not answered all questions of one kind by then is reported as such. */
    minutes: { type: 'string', default: '20' },
    out: { type: 'string' },
  },
})

const problem = whatIsWrong()
if (problem) {
  console.error(problem.text)
  process.exitCode = problem.status
} else {
  const tables: string[] = []
  for (const data of values.data) {
    const rows: string[] = []
    for (const engine of values.engines.split(',')) {
      console.error(`${basename(data)}: ${engine} …`)
      rows.push(await measured(data, engine))
    }
    tables.push([`### ${basename(data)}`, '', ...heading, ...rows].join('\n'))
  }
  const machine = `${cpus().length} processors (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
  const asked = values.sample === undefined ? 'all questions' : `at most ${values.sample} questions of each set`
  const page = `${introduction}\nMeasured on ${machine}; each engine in a process of its own, one after the other, ${asked}.\n\n${tables.join('\n\n')}\n`
  if (values.out === undefined) console.log(page)
  else writeFileSync(values.out, page + underLoad(values.out))
}

function whatIsWrong(): { readonly text: string; readonly status: number } | undefined {
  if (values.data.length === 0) return { text: `--data is missing. Usage: ${usage}`, status: 2 }
  if (!(Number(values.minutes) > 0))
    return { text: `--minutes ${values.minutes} is no time. Usage: ${usage}`, status: 2 }
  try {
    values.data.forEach(checkTestSet)
    return undefined
  } catch (error) {
    return { text: (error as Error).message, status: 1 }
  }
}

/** What a page says of the bot itself, which is measured elsewhere. */
function underLoad(file: string): string {
  const written = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const at = written.indexOf('\n## The bot under load')
  return at < 0 ? '' : written.slice(at)
}

/** OpenSearch is measured where there is a cluster. */
function runsHere(engine: string): boolean {
  return engine !== 'opensearch' || process.env.OPENSEARCH_URL !== undefined
}

async function measured(data: string, engine: string): Promise<string> {
  const variants = [[], ['--variant', 'nodiacritics'], ['--variant', 'typos']]
  const runs = []
  try {
    for (const variant of variants) runs.push(await run([...variant, '--data', data, '--engine', engine]))
  } catch (error) {
    const { killed, stderr = '' } = error as { readonly killed?: boolean; readonly stderr?: string }
    const reason = killed ? `not finished in ${values.minutes} minutes` : `failed: ${lastErrorOf(stderr)}`
    return `| ${names[engine]} | ${reason} | | | | | | | | |`
  }
  const [plain, bare, slipped] = runs
  const cells = [
    ...[plain!.ndcg10, plain!.recall10, plain!.recall100, bare!.ndcg10, slipped!.ndcg10].map((value) =>
      value!.toFixed(3),
    ),
    (plain!.buildMs! / 1000).toFixed(1),
    plain!.indexKB!.toFixed(1),
    plain!.rssMB!.toFixed(0),
    `${plain!.p50!.toFixed(1)} / ${plain!.p95!.toFixed(1)} / ${plain!.p99!.toFixed(1)}`,
  ]
  return `| ${names[engine]} | ${cells.join(' | ')} |`
}

/** The line that says what went wrong, among those that say where. */
function lastErrorOf(output: string): string {
  return (
    output
      .match(/^.*(?:error|allocation failed)\b.*$/gim)
      ?.at(-1)
      ?.slice(0, 120) ?? 'it ended without a word'
  )
}

async function run(options: string[]): Promise<Record<string, number>> {
  const script = fileURLToPath(new URL('./retrieval.ts', import.meta.url))
  const sample = values.sample === undefined ? [] : ['--sample', values.sample]
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', script, ...options, ...sample, '--json'],
    { timeout: Number(values.minutes) * 60_000, maxBuffer: 1 << 24 },
  )
  // Written by retrieval.ts just now.
  return JSON.parse(stdout) as Record<string, number>
}
