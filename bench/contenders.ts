import MiniSearch from 'minisearch'
import type { Passage } from '../src/library/document.ts'
import { sectionPath } from '../src/library/quote.ts'
import { createRetriever } from '../src/search/retriever.ts'

/** A search that is measured: gives passage indices, best first. */
export interface Contender {
  search(text: string, limit: number): Promise<readonly number[]>
}

export const engineNames = ['compact', 'minisearch', 'minisearch-plain'] as const
export type EngineName = (typeof engineNames)[number]

/** Builds an engine over the passages. */
export async function build(name: EngineName, passages: readonly Passage[]): Promise<Contender> {
  if (name === 'minisearch-plain') return plainMiniSearch(passages)
  const retriever = await createRetriever(passages, { engine: name })
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
