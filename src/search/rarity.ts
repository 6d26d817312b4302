import type { Passage } from '../library/document.ts'
import { fullTokens } from '../vietnamese/full-tokens.ts'

/** How telling a term is in these passages: near 1 for rare terms, near 0 for terms that stand everywhere. */
export interface Rarity {
  readonly ofTerm: (term: string) => number
  readonly ofFolded: (folded: string) => number
}

/** In how many passages each term stands, as written and folded. */
export interface TermCounts {
  readonly passages: number
  readonly terms: ReadonlyMap<string, number>
  readonly folded: ReadonlyMap<string, number>
}

/** Inverse document frequency over passages, as in BM25, scaled so that an unseen term has weight 1. */
export function rarityOf({ passages, terms, folded }: TermCounts): Rarity {
  const weight = (count: number) => Math.log(1 + (passages - count + 0.5) / (count + 0.5))
  const most = weight(0)
  return {
    ofTerm: (term) => weight(terms.get(term) ?? 0) / most,
    ofFolded: (form) => weight(folded.get(form) ?? 0) / most,
  }
}

/** Counts the terms of some passages, such as those of one document. */
export function termCountsOf(passages: readonly Passage[]): TermCounts {
  const terms = new Map<string, number>()
  const folded = new Map<string, number>()
  for (const { document, start, end } of passages) {
    const tokens = fullTokens(document.text.slice(start, end))
    for (const term of new Set(tokens.map((token) => token.term))) terms.set(term, (terms.get(term) ?? 0) + 1)
    for (const form of new Set(tokens.map((token) => token.folded))) folded.set(form, (folded.get(form) ?? 0) + 1)
  }
  return { passages: passages.length, terms, folded }
}

/**
 * The counts with those of some documents added and those of others taken away; what was given stays as it is.
 *
 * @param turn awaited between the documents
 */
export async function changedCounts(
  before: TermCounts,
  added: Iterable<TermCounts>,
  removed: Iterable<TermCounts>,
  turn: () => Promise<void>,
): Promise<TermCounts> {
  const sum = { passages: before.passages, terms: new Map(before.terms), folded: new Map(before.folded) }
  for (const [sign, documents] of [
    [1, added],
    [-1, removed],
  ] as const) {
    for (const counts of documents) {
      await turn()
      add(sum, counts, sign)
    }
  }
  return sum
}

export const noCounts: TermCounts = { passages: 0, terms: new Map(), folded: new Map() }

interface Sum {
  passages: number
  readonly terms: Map<string, number>
  readonly folded: Map<string, number>
}

function add(sum: Sum, { passages, terms, folded }: TermCounts, sign: 1 | -1): void {
  sum.passages += sign * passages
  for (const [term, count] of terms) change(sum.terms, term, sign * count)
  for (const [form, count] of folded) change(sum.folded, form, sign * count)
}

function change(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}
