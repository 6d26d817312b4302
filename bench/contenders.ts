import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import type { Passage } from '../src/library/document.ts'
import { sectionPath } from '../src/library/quote.ts'
import { createRetriever, type Retriever } from '../src/search/retriever.ts'

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
}

export const engineNames = ['compact', 'minisearch', 'minisearch-plain'] as const
export type EngineName = (typeof engineNames)[number]

/** Builds an engine over the passages, and loads it again where it can be kept. */
export async function build(name: EngineName, passages: readonly Passage[]): Promise<Built> {
  if (name === 'minisearch-plain') return timed(async () => plainMiniSearch(passages))
  if (name === 'minisearch') return timed(async () => contenderOf(await createRetriever(passages, { engine: name })))
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const snapshot = { path: join(folder, 'index'), key: 'bench' }
    const built = await timed(async () => contenderOf(await createRetriever(passages, { engine: name, snapshot })))
    if (!existsSync(snapshot.path)) return built
    const loaded = await timed(async () => contenderOf(await createRetriever(passages, { engine: name, snapshot })))
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

function contenderOf(retriever: Retriever): Contender {
  return {
    async search(text, limit) {
      const { hits } = await retriever.search({ text, limit })
      return hits.map(({ passage }) => passage.index)
    },
  }
}

/** MiniSearch as it comes: its own tokenizer, title and text as fields, no options. */
function plainMiniSearch(passages: readonly Passage[]): Contender {
  const index = new MiniSearch({ fields: ['title', 'text'] })
  index.addAll(
    passages.map(({ document, section, start, end, index: id }) => ({
      id,
      title: sectionPath(document, section).at(-1) ?? '',
      text: document.text.slice(start, end),
    })),
  )
  return {
    search: async (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }) => id as number),
  }
}
