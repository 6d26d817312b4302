import type { Passage } from '../library/document.ts'

/** A term to look for, in the analyser's form, and how much it counts. */
export interface WeightedTerm {
  readonly term: string
  readonly weight: number
}

/** Limits a search to some of the passages; a missing field does not limit. */
export interface SearchFilter {
  readonly documents?: ReadonlySet<string>
  readonly places?: ReadonlySet<string>
  readonly kinds?: ReadonlySet<string>
  readonly years?: ReadonlySet<number>
}

export interface Candidate {
  /** Its slot in the index. */
  readonly passage: number
  readonly score: number
}

/**
 * A full-text engine. It knows terms and passages, nothing of questions: analysis, query repair, the number resolver and
 * reranking stand above it and are the same for all engines.
 */
export interface SearchEngine {
  readonly name: string
  /**
   * The best passages for the terms, best first; equal scores in passage order.
   * @param onBehind called when they come from a copy that may not hold the newest documents
   */
  candidates(
    terms: readonly WeightedTerm[],
    filter: SearchFilter,
    limit: number,
    onBehind?: () => void,
  ): Promise<Candidate[]>
}

/** A passage that answers a search, and why. */
export interface SearchHit {
  readonly passage: Passage
  readonly score: number
  /** Share of the question's weight that the passage, with its context, holds: 0-1. Low values mean "not really". */
  readonly coverage: number
  /** Contribution of each ranking feature, for `ask --json`. */
  readonly why?: Readonly<Record<string, number>>
}

export interface SearchResult {
  readonly hits: readonly SearchHit[]
  /** The question as it was searched, when repair changed it. */
  readonly repaired?: string
  /** True when the hits come from a copy that may not hold the newest documents. */
  readonly behind?: boolean
}
