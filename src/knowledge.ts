import { type Catalog, catalogOf } from './facts/catalog.ts'
import type { Ledger } from './facts/fact.ts'
import { ledgerOf } from './facts/ledger.ts'
import type { Corpus } from './library/corpus.ts'
import { loadCorpus } from './library/load.ts'
import { type Rarity, rarityOf, termCountsOf } from './search/rarity.ts'
import { createRetriever, type Retriever, type RetrieverOptions } from './search/retriever.ts'

/** Everything answers are made from: one version of the documents, their index and their facts, always swapped together. */
export interface Knowledge {
  readonly corpus: Corpus
  readonly retriever: Pick<Retriever, 'search' | 'repair'>
  readonly ledger: Ledger
  readonly catalog: Catalog
  readonly rarity: Rarity
  /** Documents whose text has replaced an earlier one, by id: since when, as an ISO time. */
  readonly revised?: ReadonlyMap<string, string>
}

/** How the index of a large library is made and kept. */
export interface IndexOptions
  extends Pick<RetrieverOptions, 'engine' | 'cluster' | 'onProgress' | 'onPublish' | 'onProblem'> {
  /** The file that keeps a large index between starts. */
  readonly snapshotFile?: string
}

/** @throws UserError when the folder holds no document that can be read. */
export async function loadKnowledge(folder: string, options: IndexOptions = {}): Promise<Knowledge> {
  return knowledgeOf(await loadCorpus(folder), options)
}

export async function knowledgeOf(corpus: Corpus, options: IndexOptions = {}): Promise<Knowledge> {
  const ledger = ledgerOf(corpus.documents)
  return {
    corpus,
    retriever: await createRetriever(corpus.passages, retrieverOptions(corpus, options)),
    ledger,
    catalog: await catalogOf(corpus.documents, ledger),
    rarity: rarityOf(termCountsOf(corpus.passages)),
  }
}

/** How the index of this version is made and kept. */
export function retrieverOptions({ version }: Corpus, { snapshotFile, ...options }: IndexOptions): RetrieverOptions {
  return { ...options, ...(snapshotFile !== undefined && { snapshot: { path: snapshotFile, key: version } }) }
}
