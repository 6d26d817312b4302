import type { Client } from '@opensearch-project/opensearch'
import { UserError } from '../../library/errors.ts'
import { CompactEngine } from '../compact.ts'
import type { CorpusIndex } from '../corpus-index.ts'
import type { SearchEngine } from '../engine.ts'
import { type BreakerTimes, CircuitBreaker } from './circuit-breaker.ts'
import { OpenSearchEngine } from './engine.ts'
import { PassageKeys } from './passage-keys.ts'
import { publish, type Version } from './versions.ts'

export interface ClusterOptions {
  /** Addresses of the nodes, with user and password where the cluster wants them. */
  readonly urls: readonly string[]
  /** Names the corpus in the cluster; two products on one cluster need two names. */
  readonly alias?: string
  /** True when this instance can answer from a snapshot of its own: a cluster that cannot be reached does not stop the start then. */
  readonly mayBeAway?: boolean
  readonly times?: BreakerTimes
  /** A search slower than this, in milliseconds, is taken for lost; it is tried once more on another node. */
  readonly slowest?: number
  /** Told when the cluster stops and when it begins again to be asked. */
  readonly onState?: (state: 'cluster' | 'local') => void
  /** Told what the cluster could not do. */
  readonly onProblem?: (error: unknown) => void
}

const productAlias = 'hoi-dap-van-ban'

const usualTimes: BreakerTimes = { failures: 3, pause: 1000, longest: 30_000 }

/** The local index answers sooner than in twice this time, in milliseconds. */
const usuallySlowest = 1000

/** A cluster that has not answered a simple call by then is away, in milliseconds. */
const patience = 5000

/** An OpenSearch cluster that searches for this instance, and the local index that answers when the cluster does not. */
export class OpenSearchCluster {
  readonly #client: Client
  readonly #alias: string
  readonly #slowest: number
  readonly #breaker: CircuitBreaker
  readonly #onProblem: (error: unknown) => void
  #serving: ServedVersion | undefined

  /** @throws UserError when it cannot be reached, refuses the password or is no OpenSearch */
  static async open(options: ClusterOptions): Promise<OpenSearchCluster> {
    // Loaded only when asked for: the package is large, and most instances do without.
    const { Client } = await import('@opensearch-project/opensearch')
    const client = new Client({ nodes: [...options.urls], requestTimeout: 30_000 })
    const problem = await whatIsWrong(client)
    if (problem && !(problem.away && options.mayBeAway)) {
      await client.close()
      throw new UserError(problem.sentence)
    }
    const cluster = new OpenSearchCluster(client, options)
    if (problem) {
      options.onProblem?.(new UserError(problem.sentence))
      cluster.#breaker.open()
    }
    return cluster
  }

  private constructor(client: Client, options: ClusterOptions) {
    const {
      alias = productAlias,
      times = usualTimes,
      slowest = usuallySlowest,
      onState = () => {},
      onProblem = () => {},
    } = options
    this.#client = client
    this.#alias = alias
    this.#slowest = slowest
    this.#onProblem = onProblem
    this.#breaker = new CircuitBreaker(
      () => this.#probe(),
      times,
      (closed) => onState(closed ? 'cluster' : 'local'),
    )
  }

  /**
   * An engine for a version of the corpus, after bringing it into the cluster. When that fails, the engine answers from the local index
   * until it succeeds.
   */
  async serve(index: CorpusIndex, onProgress?: (done: number, total: number) => void): Promise<SearchEngine> {
    const version: Version = { index, keys: await PassageKeys.of(index.passages) }
    const bring = async () => {
      const name = await publish(this.#client, this.#alias, version, onProgress)
      return new OpenSearchEngine(this.#client, name, version, this.#slowest)
    }
    const served = new ServedVersion(bring, new CompactEngine(index), this.#breaker, this.#onProblem)
    this.#serving = served
    if (this.#breaker.closed) {
      await served.bring().catch((error: unknown) => {
        this.#onProblem(error)
        this.#breaker.open()
      })
    }
    return served
  }

  async close(): Promise<void> {
    this.#breaker.stop()
    await this.#client.close()
  }

  async #probe(): Promise<void> {
    await this.#client.info({}, { requestTimeout: patience, maxRetries: 0 })
    await this.#serving?.bring()
    await this.#serving?.askAgain()
  }
}

/** One version as it is searched: in the cluster while that answers, else in the local index. */
class ServedVersion implements SearchEngine {
  readonly name = 'opensearch'
  readonly #bring: () => Promise<SearchEngine>
  readonly #local: SearchEngine
  readonly #breaker: CircuitBreaker
  readonly #onProblem: (error: unknown) => void
  #remote: SearchEngine | undefined
  /** The last search that the cluster did not answer. */
  #failed: Parameters<SearchEngine['candidates']> | undefined

  constructor(
    bring: () => Promise<SearchEngine>,
    local: SearchEngine,
    breaker: CircuitBreaker,
    onProblem: (error: unknown) => void,
  ) {
    this.#bring = bring
    this.#local = local
    this.#breaker = breaker
    this.#onProblem = onProblem
  }

  /** Sees to it that the cluster holds this version; quick when it does. */
  async bring(): Promise<void> {
    this.#remote = await this.#bring()
  }

  /** Has the cluster answer what it did not: one that is slow may answer everything but searches in time. */
  async askAgain(): Promise<void> {
    if (this.#failed) await this.#remote?.candidates(...this.#failed)
    this.#failed = undefined
  }

  async candidates(...[terms, filter, limit, onBehind]: Parameters<SearchEngine['candidates']>) {
    if (this.#remote && this.#breaker.closed) {
      try {
        const found = await this.#remote.candidates(terms, filter, limit)
        this.#breaker.succeeded()
        return found
      } catch (error) {
        this.#failed = [terms, filter, limit]
        this.#onProblem(error)
        this.#breaker.failed()
      }
    }
    onBehind?.()
    return this.#local.candidates(terms, filter, limit)
  }
}

interface Problem {
  readonly sentence: string
  /** True when nobody answers, which may pass by itself. */
  readonly away: boolean
}

async function whatIsWrong(client: Client): Promise<Problem | undefined> {
  const wayOut = 'hoặc đặt SEARCH_ENGINE=auto để tìm kiếm ngay trên máy này'
  try {
    const { body } = await client.info({}, { requestTimeout: patience, maxRetries: 2 })
    if (body.version?.distribution === 'opensearch') return undefined
  } catch (error) {
    const status = (error as { readonly statusCode?: unknown }).statusCode
    if (status === 401 || status === 403) {
      const sentence = `OpenSearch từ chối tên hoặc mật khẩu trong thiết lập OPENSEARCH_URL; hãy sửa lại, ${wayOut}.`
      return { sentence, away: false }
    }
    if (typeof status !== 'number' || status >= 500) {
      const sentence = `Không kết nối được với OpenSearch theo thiết lập OPENSEARCH_URL; hãy kiểm tra máy chủ và địa chỉ, ${wayOut}.`
      return { sentence, away: true }
    }
  }
  const sentence = `Địa chỉ trong thiết lập OPENSEARCH_URL không phải là máy chủ OpenSearch; hãy sửa lại, ${wayOut}.`
  return { sentence, away: false }
}
