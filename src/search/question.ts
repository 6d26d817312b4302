import { tokenize } from '../vietnamese/tokens.ts'
import type { WeightedTerm } from './engine.ts'
import { questionWordWeights } from './question-words.ts'

/** The words of a question in order, each with how much it counts (1 for a plain word). */
export interface QuestionWord {
  readonly term: string
  readonly weight: number
}

/** Beyond so many words nothing is looked for, so that cost stays bounded. */
const mostWords = 128

/** Weight of two adjacent words beside that of one: they stand in for the words that Vietnamese writes as two syllables. */
const pairWeight = 0.6

export function questionWords(text: string): QuestionWord[] {
  const terms = tokenize(text)
    .slice(0, mostWords)
    .map((token) => token.term)
  return questionWordWeights(terms).map((weight, i) => ({ term: terms[i]!, weight }))
}

/** What engines are asked for: every different word and every different adjacent pair. */
export function weightedTerms(words: readonly QuestionWord[]): WeightedTerm[] {
  const weights = new Map<string, number>()
  const raise = (term: string, weight: number) => weights.set(term, Math.max(weight, weights.get(term) ?? 0))
  words.forEach(({ term, weight }, i) => {
    raise(term, weight)
    const next = words[i + 1]
    if (next) raise(`${term} ${next.term}`, pairWeight * Math.min(weight, next.weight))
  })
  return Array.from(weights, ([term, weight]) => ({ term, weight }))
}
