import { existsSync } from 'node:fs'
import type { Settings } from '../config.ts'
import { keptIn } from '../live/kept.ts'
import { OpenSearchCluster } from '../search/opensearch/cluster.ts'
import type { Health } from './health.ts'
import { errorFields, type Log } from './log.ts'

/**
 * The cluster that searches, when one is set. An instance that has a snapshot of its own starts without it, too.
 * @throws UserError when the cluster cannot be used
 */
export async function searchCluster(
  { openSearchUrls: urls, dataDir }: Settings,
  health: Health,
  log: Log,
): Promise<OpenSearchCluster | undefined> {
  if (!urls) return undefined
  health.reportSearch('cluster')
  return OpenSearchCluster.open({
    urls,
    mayBeAway: existsSync(keptIn(dataDir).snapshotFile),
    onState(state) {
      health.reportSearch(state)
      if (state === 'local') log.warn('opensearch does not answer, the local index does')
      else log.info('opensearch answers again')
    },
    onProblem: (error) => log.warn('opensearch failed', problemFields(error)),
  })
}

/** What the server says of a search that it refused may hold the question. */
function problemFields(error: unknown) {
  const status = (error as { readonly statusCode?: unknown } | null)?.statusCode
  return typeof status === 'number' ? { error: 'refused', status } : errorFields(error)
}
