import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { takingTurns } from '../taking-turns.ts'
import { startThread } from '../worker-thread.ts'
import { codeVersion } from './code-version.ts'
import { type Volume, volumeOfParts } from './volume.ts'
import type { ThreadData, ThreadReport } from './volume-thread.ts'

/** What became of a file. */
export type Read =
  | { readonly kind: 'volume'; readonly key: string; readonly volume: Volume }
  /** In one sentence for the person who put the file there. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It was there a moment ago. */
  | { readonly kind: 'gone' }

/** Threads that read documents, so that the thread that answers never does. */
export interface Readers {
  /** @param file path inside the folder, with forward slashes */
  read(file: string): Promise<Read>
  /** Starts a thread before there is something to read: that takes about a second. */
  prepare(): void
  stop(): Promise<void>
}

interface Options {
  readonly folder: string
  /** Where volumes are kept between starts. */
  readonly kept?: string
  /** Told that a kept volume was damaged and is read anew, or could not be kept. */
  readonly onProblem?: (problem: 'damaged' | 'not-kept', file: string) => void
  /** Told what ended a thread. */
  readonly onError?: (error: unknown, file: string) => void
  /** Longest time for one file, in milliseconds. */
  readonly timeLimit?: number
}

/** More would take memory and disk from each other. */
const mostThreads = 4
/** How long a thread without work is kept, in milliseconds: starting one takes a second. */
const patience = 30_000
/** Memory of one thread, in megabytes. */
const threadMemory = 1024

export function createReaders(options: Options): Readers {
  const { folder, kept, onProblem = () => {}, onError = () => {}, timeLimit = 120_000 } = options
  const data: ThreadData = { folder, code: codeVersion(), ...(kept !== undefined && { kept }) }
  const most = Math.max(1, Math.min(mostThreads, availableParallelism() - 1))
  const waiting: (() => void)[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()
  let resting: NodeJS.Timeout | undefined

  const start = () => {
    const thread = startThread(new URL('./volume-thread.ts', import.meta.url), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: threadMemory },
    })
    all.add(thread)
    // A thread keeps the process alive only while it reads.
    thread.unref()
    thread.on('error', () => {})
    thread.once('exit', () => {
      all.delete(thread)
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1)
    })
    return thread
  }

  async function take(): Promise<Worker> {
    clearTimeout(resting)
    for (;;) {
      const thread = idle.pop() ?? (all.size < most ? start() : undefined)
      if (thread) return thread
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }

  function giveBack(thread: Worker): void {
    if (all.has(thread)) idle.push(thread)
    waiting.shift()?.()
    clearTimeout(resting)
    resting = setTimeout(() => {
      for (const thread of idle) void thread.terminate()
    }, patience)
    resting.unref()
  }

  return {
    async read(file) {
      const thread = await take()
      try {
        const report = await ask(thread, file, timeLimit, (error) => onError(error, file))
        if (report.kind !== 'volume') return report
        if (report.problem) onProblem(report.problem, file)
        return { kind: 'volume', key: report.key, volume: await volumeOfParts(report.parts, takingTurns()) }
      } finally {
        giveBack(thread)
      }
    },
    prepare() {
      if (all.size === 0) giveBack(start())
    },
    async stop() {
      clearTimeout(resting)
      await Promise.all([...all].map((thread) => thread.terminate()))
    },
  }
}

/** A thread that dies or takes too long is ended, and the file is what is wrong. */
function ask(
  thread: Worker,
  file: string,
  timeLimit: number,
  onError: (error: unknown) => void,
): Promise<ThreadReport> {
  return new Promise((resolve) => {
    let reason = `Tệp “${file}” quá lớn hoặc quá phức tạp nên chưa đọc được; hãy chia nhỏ tệp.`
    const end = (report: ThreadReport) => {
      clearTimeout(timer)
      thread.off('message', end)
      thread.off('error', onError)
      thread.off('exit', died)
      thread.unref()
      resolve(report)
    }
    const died = () => end({ kind: 'refused', reason })
    const timer = setTimeout(() => {
      reason = `Tệp “${file}” đọc quá lâu nên bị bỏ qua; hãy chia nhỏ tệp.`
      void thread.terminate()
    }, timeLimit)
    thread.ref()
    thread.on('message', end)
    thread.once('error', onError)
    thread.once('exit', died)
    thread.postMessage(file)
  })
}
