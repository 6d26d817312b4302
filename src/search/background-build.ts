import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Passage } from '../library/document.ts'
import type { IndexContent } from './corpus-index.ts'
import { fieldsOf } from './fields.ts'
import type { WorkerOrder, WorkerReport } from './index-worker.ts'
import { Vocabulary } from './vocabulary.ts'

/** Characters handed over at a time: copying them takes a few milliseconds. */
const batchSize = 250_000

/** Batches the worker may be behind, so that the texts do not all stand in memory twice. */
const mostWaiting = 4

/** Builds an index in a worker thread; this thread is never held for long. */
export async function buildInBackground(
  passages: readonly Passage[],
  onProgress: (done: number, total: number) => void = () => {},
): Promise<IndexContent> {
  const worker = startWorker(new URL('./index-worker.ts', import.meta.url))
  try {
    return await new Promise<IndexContent>((resolve, reject) => {
      const batches = batchesOf(passages)
      let waiting = 0
      let finished = false
      const feed = () => {
        while (waiting < mostWaiting && !finished) {
          const batch = batches.next()
          waiting++
          finished = batch.done === true
          worker.postMessage(finished ? 'finish' : (batch.value as WorkerOrder))
        }
      }
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('the index worker ended before its work')))
      worker.on('message', (report: WorkerReport) => {
        if ('read' in report) {
          waiting--
          onProgress(report.read, passages.length)
          setImmediate(feed)
        } else {
          const { vocabulary, segments, defined } = report
          resolve({ vocabulary: new Vocabulary(vocabulary), segments, defined })
        }
      })
      feed()
    })
  } finally {
    await worker.terminate()
  }
}

/** The sources are TypeScript, and a worker does not inherit the loader of the main thread on every version of Node. */
function startWorker(module: URL): Worker {
  const start = `import(${JSON.stringify(loader())}).then(({ tsImport }) => tsImport(${JSON.stringify(module.href)}, ${JSON.stringify(import.meta.url)}))`
  return new Worker(start, { eval: true, execArgv: [] })
}

/** Where tsx's loader for ES modules lies. Required instead of imported, this file has no `import.meta.resolve`. */
function loader(): string {
  const own: ImportMeta & { readonly resolve?: (name: string) => string } = import.meta
  const folder = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))
  return own.resolve?.('tsx/esm/api') ?? new URL('dist/esm/api/index.mjs', folder).href
}

function* batchesOf(passages: readonly Passage[]): Generator<WorkerOrder, undefined> {
  let batch: ReturnType<typeof fieldsOf>[] = []
  let size = 0
  for (const passage of passages) {
    const fields = fieldsOf(passage)
    batch.push(fields)
    size += fields.text.length + fields.context.length + fields.title.length
    if (size >= batchSize) {
      yield batch
      batch = []
      size = 0
    }
  }
  if (batch.length > 0) yield batch
  return undefined
}
