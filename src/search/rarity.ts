import type { Passage } from '../library/document.ts'
import { tokenize } from '../vietnamese/tokens.ts'

/** How telling a folded term is in these passages: high for rare terms, near 0 for terms that stand everywhere. */
export type Rarity = (term: string) => number

/** Inverse document frequency over passages, as in BM25, scaled so that an unseen term has weight 1. */
export function rarityOf(passages: readonly Passage[]): Rarity {
  const holding = new Map<string, number>()
  for (const { document, start, end } of passages) {
    const terms = new Set(tokenize(document.text.slice(start, end)).map(({ folded }) => folded))
    for (const term of terms) holding.set(term, (holding.get(term) ?? 0) + 1)
  }
  const weight = (count: number) => Math.log(1 + (passages.length - count + 0.5) / (count + 0.5))
  const most = weight(0)
  return (term) => weight(holding.get(term) ?? 0) / most
}
