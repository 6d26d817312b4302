import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Passage } from '../src/library/document.ts'
import { createRetriever, type Retriever } from '../src/search/retriever.ts'
import { buildInCluster } from './cluster.ts'
import { peerEngines } from './peer-engines.ts'

/** A search that is measured: gives passage indices, best first. */
export interface Contender {
  search(text: string, limit: number): Promise<readonly number[]>
}

/** A contender ready to search, and what it took. */
export interface Built {
  readonly contender: Contender
  readonly buildMs: number
  /** Time to load what was built; missing for engines that keep nothing. */
  readonly loadMs?: number
  /** Size of what is kept. */
  readonly snapshotMB?: number
  /** Takes away what was built elsewhere. */
  close?(): Promise<void>
}

const peerNames = Object.keys(peerEngines) as (keyof typeof peerEngines)[]

export const engineNames = ['compact', 'minisearch', 'opensearch', ...peerNames] as const
export type EngineName = (typeof engineNames)[number]

/** Builds an engine over the passages, and loads it again where it can be kept. */
export async function build(name: EngineName, passages: readonly Passage[]): Promise<Built> {
  if (name === 'opensearch') return buildInCluster(passages)
  if (name !== 'compact' && name !== 'minisearch') return timed(() => peerEngines[name](passages))
  if (name === 'minisearch')
    return timed(async () => contenderOf(await createRetriever(passages, { engine: name }), passages))
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const snapshot = { path: join(folder, 'index'), key: 'bench' }
    const built = await timed(async () =>
      contenderOf(await createRetriever(passages, { engine: name, snapshot }), passages),
    )
    if (!existsSync(snapshot.path)) return built
    const loaded = await timed(async () =>
      contenderOf(await createRetriever(passages, { engine: name, snapshot }), passages),
    )
    return {
      contender: loaded.contender,
      buildMs: built.buildMs,
      loadMs: loaded.buildMs,
      snapshotMB: statSync(snapshot.path).size / 1e6,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function timed(make: () => Promise<Contender>): Promise<Built> {
  const started = performance.now()
  const contender = await make()
  return { contender, buildMs: performance.now() - started }
}

/** A retriever over the passages as a contender. */
export function contenderOf(retriever: Pick<Retriever, 'search'>, passages: readonly Passage[]): Contender {
  const positions = new Map(passages.map((passage, position) => [passage, position]))
  return {
    async search(text, limit) {
      const { hits } = await retriever.search({ text, limit })
      return hits.flatMap(({ passage }) => positions.get(passage) ?? [])
    },
  }
}
