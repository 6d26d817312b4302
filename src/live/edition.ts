import { createAssistant } from '../assistant.ts'
import { catalogOf } from '../facts/catalog.ts'
import { ledgerOfFacts } from '../facts/ledger.ts'
import { type IndexOptions, type Knowledge, retrieverOptions } from '../knowledge.ts'
import { corpusOfEntries, type LeftOut } from '../library/corpus.ts'
import { changedCounts, noCounts, rarityOf, type TermCounts } from '../search/rarity.ts'
import { createRetriever, type Retriever } from '../search/retriever.ts'
import { takingTurns } from '../taking-turns.ts'
import { takeApart, warmUp } from '../warm-up.ts'
import type { Volume } from './volume.ts'

/** One version of the whole library, and what the next one is made from. */
export interface Edition {
  readonly knowledge: Knowledge
  readonly retriever: Retriever
  readonly volumes: readonly Volume[]
  readonly terms: TermCounts
}

/** What a version holds. */
export interface Contents {
  /** In the order of their files. */
  readonly volumes: readonly Volume[]
  readonly leftOut: readonly LeftOut[]
  /** As in `Knowledge`. */
  readonly revised?: ReadonlyMap<string, string> | undefined
}

/**
 * Makes a version beside the one that is answered from, while others get their turn; of what did not change nothing is made anew. It is warmed
 * up before it is given.
 */
export async function nextEdition(
  before: Edition | undefined,
  { volumes, leftOut, revised }: Contents,
  options: IndexOptions,
): Promise<Edition> {
  const turn = takingTurns()
  const corpus = corpusOfEntries(volumes, leftOut)
  await turn()
  const retriever = before
    ? await before.retriever.update(corpus.passages, corpus.version)
    : await createRetriever(corpus.passages, retrieverOptions(corpus, options))
  const [old, now] = [new Set(before?.volumes), new Set(volumes)]
  const added = volumes.filter((volume) => !old.has(volume))
  const removed = [...old].filter((volume) => !now.has(volume))
  const counts = (some: readonly Volume[]) => some.map(({ terms }) => terms)
  const terms = await changedCounts(before?.terms ?? noCounts, counts(added), counts(removed), turn)
  await turn()
  const ledger = ledgerOfFacts(new Map(volumes.map(({ document, facts }) => [document.id, facts])))
  await turn()
  const catalog = await catalogOf(corpus.documents, ledger, turn)
  const knowledge = { corpus, retriever, ledger, catalog, rarity: rarityOf(terms), ...(revised && { revised }) }
  if (before) await takeApart(knowledge, added)
  else await warmUp(createAssistant(() => knowledge))
  return { knowledge, retriever, volumes, terms }
}

/** The same documents with an index built anew: from then on answers are those of a fresh start. */
export async function settledEdition(edition: Edition): Promise<Edition> {
  const { corpus } = edition.knowledge
  const retriever = await edition.retriever.rebuilt(corpus.passages, corpus.version)
  const knowledge = { ...edition.knowledge, retriever }
  return { ...edition, knowledge, retriever }
}
