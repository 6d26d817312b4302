import type { CorpusIndex } from './corpus-index.ts'
import type { WeightedTerm } from './engine.ts'
import { pairKey, rareWord } from './segment.ts'

/** A term that passages of the corpus hold. */
export interface KnownTerm {
  readonly term: string
  /** True for two adjacent words. */
  readonly pair: boolean
  /** The key of its postings. */
  readonly key: number
  /** The question's weight times how much the term says about a passage. */
  readonly weight: number
}

/** Words that make up less of a question's weight change no order, but stand in most passages: they are not looked up. */
const leastShare = 0.008

/** The terms of a question that are worth looking up, the same for every engine that scores by BM25F. */
export function knownTerms(index: CorpusIndex, terms: readonly WeightedTerm[]): KnownTerm[] {
  const known = terms.flatMap((term) => knownTerm(index, term) ?? [])
  const least = leastShare * known.reduce((sum, { weight }) => sum + weight, 0)
  return known.filter(({ weight }) => weight >= least)
}

/** Undefined for a word that the corpus does not hold. */
function knownTerm(index: CorpusIndex, { term, weight }: WeightedTerm): KnownTerm | undefined {
  const [first = '', second] = term.split(' ')
  const id = index.vocabulary.idOf(first)
  if (id < 0) return undefined
  if (second === undefined) {
    return { term, pair: false, key: id, weight: weight * index.informativeness(index.wordFrequency(id)) }
  }
  const next = index.vocabulary.idOf(second)
  if (next < 0 || id >= rareWord || next >= rareWord) return undefined
  const frequency = index.pairFrequency(id, next)
  if (frequency === 0) return undefined
  return { term, pair: true, key: pairKey(id, next), weight: weight * index.informativeness(frequency) }
}
