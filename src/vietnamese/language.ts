/** What is known of a language: how often its words stand alone and side by side. Words are numbers. */
export interface Language {
  /** The number of a canonical term, or -1. */
  idOf(term: string): number
  termOf(word: number): string
  /** Words that read the same without diacritics, most frequent first. */
  variants(folded: string): readonly number[]
  count(word: number): number
  pairCount(first: number, second: number): number
  /** Sum over all words. */
  readonly total: number
}

/** Words from which a language is large: what it never writes is then a slip. A small one does not know most words. */
export const largeLanguage = 50_000
