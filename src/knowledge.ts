import type { Ledger } from './facts/fact.ts'
import { ledgerOf } from './facts/ledger.ts'
import type { Corpus } from './library/corpus.ts'
import { loadCorpus } from './library/load.ts'
import { type Rarity, rarityOf } from './search/rarity.ts'
import { createRetriever, type Retriever } from './search/retriever.ts'

/** Everything answers are made from: one version of the documents, their index and their facts, always swapped together. */
export interface Knowledge {
  readonly corpus: Corpus
  readonly retriever: Pick<Retriever, 'search' | 'repair'>
  readonly ledger: Ledger
  readonly rarity: Rarity
}

/** @throws UserError when the folder holds no document that can be read. */
export async function loadKnowledge(folder: string): Promise<Knowledge> {
  return knowledgeOf(loadCorpus(folder))
}

export async function knowledgeOf(corpus: Corpus): Promise<Knowledge> {
  return {
    corpus,
    retriever: await createRetriever(corpus.passages),
    ledger: ledgerOf(corpus.documents),
    rarity: rarityOf(corpus.passages),
  }
}
