import type { Passage } from '../src/library/document.ts'
import { OpenSearchCluster } from '../src/search/opensearch/cluster.ts'
import { createRetriever } from '../src/search/retriever.ts'
import { type Built, contenderOf } from './contenders.ts'

/**
 * Builds the local index, brings it into the cluster that OPENSEARCH_URL names and measures how long that takes; `close` takes it out
 * again. The local index must not answer: that would be measured instead.
 */
export async function buildInCluster(passages: readonly Passage[]): Promise<Built> {
  const urls = process.env.OPENSEARCH_URL?.split(/[\s,]+/).filter(Boolean) ?? []
  const [url] = urls
  if (url === undefined)
    throw new Error('OPENSEARCH_URL is missing: --engine opensearch needs the addresses of a cluster')
  const alias = `bench-${process.pid}-${Date.now()}`
  const fail = (error: unknown) => {
    throw error
  }
  const cluster = await OpenSearchCluster.open({ urls, alias, slowest: 60_000, onProblem: fail })
  const started = performance.now()
  const retriever = await createRetriever(passages, { cluster })
  const buildMs = performance.now() - started
  return {
    contender: contenderOf(
      {
        async search(request) {
          const result = await retriever.search(request)
          if (result.behind) throw new Error('the cluster did not answer')
          return result
        },
      },
      passages,
    ),
    buildMs,
    snapshotMB: await sizeOf(url, alias),
    async close() {
      await cluster.close()
      await fetch(`${url}/${alias}-*`, { method: 'DELETE' })
    },
  }
}

/** Megabytes of the index on disk, one copy of it. */
async function sizeOf(url: string, alias: string): Promise<number> {
  const response = await fetch(`${url}/${alias}/_stats/store`)
  const stats = (await response.json()) as { _all: { primaries: { store: { size_in_bytes: number } } } }
  return stats._all.primaries.store.size_in_bytes / 1e6
}
