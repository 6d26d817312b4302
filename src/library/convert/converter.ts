import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { startThread } from '../../worker-thread.ts'
import { UserError } from '../errors.ts'
import type { ConversionOrder, ConversionReport } from './conversion-worker.ts'
import type { Convert, Converted } from './converted.ts'

/** Converts files in worker threads, within bounds of time and memory. */
export interface Converter {
  /** @throws UserError when the file cannot be read, or takes more time or memory than a document needs */
  readonly convert: Convert
  /** Ends the threads; what is under way is refused. */
  close(): Promise<void>
}

interface Bounds {
  /** How many files at a time. */
  readonly threads?: number
  /** Longest time for one file, in milliseconds; reading pictures of text may take `ocrTime`. */
  readonly time?: number
  readonly ocrTime?: number
  /** Most memory that one file may take, in megabytes. */
  readonly memory?: number
}

/** How often the memory is looked at, in milliseconds. */
const watching = 50

/** Threads begin with the first file and do not keep the process alive. */
export function createConverter({
  threads = Math.min(2, availableParallelism()),
  time = 120_000,
  ocrTime = 3_600_000,
  memory = 1024,
}: Bounds = {}): Converter {
  const benches = Array.from({ length: threads }, () => new Bench(memory))
  const waiting: (() => void)[] = []
  const free = [...benches]
  const take = async (): Promise<Bench> => {
    const bench = free.pop()
    if (bench) return bench
    await new Promise<void>((resolve) => waiting.push(resolve))
    return take()
  }
  return {
    convert: async (bytes, name, options = {}) => {
      const bench = await take()
      try {
        return await bench.convert({ bytes, name, options }, options.ocr ? ocrTime : time)
      } finally {
        free.push(bench)
        waiting.shift()?.()
      }
    },
    close: async () => {
      await Promise.all(benches.map((bench) => bench.stop()))
    },
  }
}

/** A thread that converts one file at a time; a new one after a file that it did not survive. */
class Bench {
  readonly #memory: number
  #worker: Worker | undefined

  constructor(memory: number) {
    this.#memory = memory
  }

  async stop(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  async convert(order: ConversionOrder, time: number): Promise<Converted> {
    const report = await this.#report(order, time)
    if ('converted' in report) return report.converted
    if ('refusal' in report) throw new UserError(report.refusal)
    await this.stop()
    throw new UserError(`Tệp “${order.name}” ${report.failure}; hãy mở bằng chương trình gốc, lưu lại hoặc tách nhỏ.`)
  }

  #report(order: ConversionOrder, time: number): Promise<ConversionReport> {
    this.#worker ??= startThread(new URL('./conversion-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#memory, stackSizeMb: 4 },
    })
    const worker = this.#worker
    worker.ref()
    return new Promise((resolve) => {
      const before = process.memoryUsage.rss()
      const fail = (failure: string) => () => end({ failure })
      const tooLarge = fail('cần quá nhiều bộ nhớ để đọc')
      // Buffers of a thread do not count towards its heap.
      const memory = setInterval(() => {
        if (process.memoryUsage.rss() - before > this.#memory * 2 ** 20) tooLarge()
      }, watching)
      const clock = setTimeout(fail('mất quá nhiều thời gian để đọc'), time)
      const onError = (error: Error & { code?: string }) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : end({ failure: 'bị hỏng nên không đọc được' })
      const onExit = fail('bị hỏng nên không đọc được')
      const end = (report: ConversionReport) => {
        clearInterval(memory)
        clearTimeout(clock)
        worker.off('message', end).off('error', onError).off('exit', onExit)
        worker.on('error', () => {})
        worker.unref()
        resolve(
          'failure' in report && report.failure.includes(':') ? { failure: 'bị hỏng nên không đọc được' } : report,
        )
      }
      worker.on('message', end).on('error', onError).on('exit', onExit)
      worker.postMessage(order)
    })
  }
}
