import type { Passage } from '../library/document.ts'
import { fullTokens } from '../vietnamese/full-tokens.ts'

/** How telling a term is in these passages: near 1 for rare terms, near 0 for terms that stand everywhere. */
export interface Rarity {
  readonly ofTerm: (term: string) => number
  readonly ofFolded: (folded: string) => number
}

/** Inverse document frequency over passages, as in BM25, scaled so that an unseen term has weight 1. */
export function rarityOf(passages: readonly Passage[]): Rarity {
  const terms = new Map<string, number>()
  const folded = new Map<string, number>()
  for (const { document, start, end } of passages) {
    const tokens = fullTokens(document.text.slice(start, end))
    for (const term of new Set(tokens.map((token) => token.term))) terms.set(term, (terms.get(term) ?? 0) + 1)
    for (const form of new Set(tokens.map((token) => token.folded))) folded.set(form, (folded.get(form) ?? 0) + 1)
  }
  const weight = (count: number) => Math.log(1 + (passages.length - count + 0.5) / (count + 0.5))
  const most = weight(0)
  return {
    ofTerm: (term) => weight(terms.get(term) ?? 0) / most,
    ofFolded: (form) => weight(folded.get(form) ?? 0) / most,
  }
}
