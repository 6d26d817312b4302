import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Outcome } from '../answers/answer.ts'
import type { Health, LoadedLibrary } from './health.ts'

/** Counts for Prometheus. No question, answer, name or address is ever in them. */
export interface Metrics {
  /** @param channel the channel's short name; `seconds` from the question's arrival to its answer */
  asked(channel: string, outcome: Outcome | 'failed', seconds: number): void
  /** @param route one of a fixed set of names, never a path as it was typed */
  served(route: string, status: number): void
  /** Everything in Prometheus' text format, with its content type. */
  exposition(): Promise<{ readonly text: string; readonly contentType: string }>
}

/** Upper bounds in seconds: answers take milliseconds, trouble takes seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const libraryGauges: readonly {
  readonly name: string
  readonly help: string
  readonly value: (library: LoadedLibrary) => number
}[] = [
  {
    name: 'documents_loaded',
    help: 'Documents that can be answered from',
    value: ({ documents }) => documents,
  },
  {
    name: 'library_loaded_seconds',
    help: 'When the version that is answered from was taken up, in seconds since the epoch',
    value: ({ loadedAt }) => loadedAt / 1000,
  },
  {
    name: 'library_versions',
    help: 'Versions taken up since the start',
    value: ({ versions }) => versions,
  },
  {
    name: 'library_unreadable_files',
    help: 'Files in the folder of the documents that cannot be read',
    value: ({ problems }) => problems.length,
  },
]

export function createMetrics(health: Health): Metrics {
  const registers = [new Registry()]
  const questions = new Counter({
    name: 'questions_total',
    help: 'Questions by channel and by how they ended',
    labelNames: ['channel', 'outcome'],
    registers,
  })
  const seconds = new Histogram({
    name: 'answer_seconds',
    help: 'Time from a question to its answer',
    labelNames: ['channel'],
    buckets,
    registers,
  })
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'HTTP requests by route and status',
    labelNames: ['route', 'status'],
    registers,
  })
  for (const { name, help, value } of libraryGauges) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const library = health.library()
        this.set(library ? value(library) : 0)
      },
    })
  }
  new Gauge({
    name: 'library_info',
    help: 'Always 1; the label names the content that is answered from',
    labelNames: ['version'],
    registers,
    collect() {
      this.reset()
      const library = health.library()
      if (library) this.set({ version: library.version }, 1)
    },
  })
  new Gauge({
    name: 'channel_running',
    help: '1 when people can reach the bot through the channel',
    labelNames: ['channel'],
    registers,
    collect() {
      for (const [channel, state] of Object.entries(health.report().channels)) {
        this.set({ channel }, state === 'running' ? 1 : 0)
      }
    },
  })
  new Gauge({
    name: 'search_degraded',
    help: '1 while the local index answers for a cluster that does not',
    registers,
    collect() {
      this.set(health.report().degraded ? 1 : 0)
    },
  })
  collectDefaultMetrics({ register: registers[0]! })
  return {
    asked(channel, outcome, took) {
      questions.inc({ channel, outcome })
      seconds.observe({ channel }, took)
    },
    served(route, status) {
      requests.inc({ route, status })
    },
    async exposition() {
      const registry = registers[0]!
      return { text: await registry.metrics(), contentType: registry.contentType }
    },
  }
}
