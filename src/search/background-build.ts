import type { Worker } from 'node:worker_threads'
import type { Passage } from '../library/document.ts'
import { startThread } from '../worker-thread.ts'
import type { IndexContent } from './corpus-index.ts'
import { fieldsOf } from './fields.ts'
import type { IndexBase, WorkerOrder, WorkerReport } from './index-worker.ts'
import { Vocabulary } from './vocabulary.ts'

/** Characters handed over at a time: copying them takes a few milliseconds. */
const batchSize = 250_000

/** Batches the worker may be behind, so that the texts do not all stand in memory twice. */
const mostWaiting = 4

/**
 * Builds an index in a worker thread; this thread is never held for long.
 *
 * @param base the index whose words keep their numbers
 */
export async function buildInBackground(
  passages: readonly Passage[],
  onProgress: (done: number, total: number) => void = () => {},
  base?: IndexBase,
): Promise<IndexContent> {
  const worker = takeThread()
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
      if (base) worker.postMessage(base satisfies WorkerOrder)
      feed()
    })
  } finally {
    await worker.terminate()
  }
}

/** A thread that has started and has nothing to do yet, and what ends it when nothing comes. */
let spare: { readonly worker: Worker; readonly rest: NodeJS.Timeout } | undefined
/** How long it is kept, in milliseconds. */
const patience = 30_000

/** Starts the thread for the next build, which takes about a second, before there is something to build. */
export function prepareBuild(): void {
  if (spare) return
  const worker = startThread(new URL('./index-worker.ts', import.meta.url))
  worker.unref()
  const rest = setTimeout(() => void worker.terminate(), patience).unref()
  worker.once('exit', () => {
    clearTimeout(rest)
    if (spare?.worker === worker) spare = undefined
  })
  spare = { worker, rest }
}

function takeThread(): Worker {
  prepareBuild()
  const { worker, rest } = spare!
  clearTimeout(rest)
  spare = undefined
  worker.ref()
  return worker
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
