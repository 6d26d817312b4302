import { everydayWords } from '../vietnamese/everyday-words.ts'
import { tokenize } from '../vietnamese/tokens.ts'
import type { WeightedTerm } from './engine.ts'
import { questionWordWeights } from './question-words.ts'

/** The words of a question in order, each with how much it counts (1 for a plain word). */
export interface QuestionWord {
  readonly term: string
  readonly weight: number
  /** Set for words that were not asked, but that papers write for the everyday ones that were; these come last. */
  readonly written?: 'first' | 'next'
}

/** Beyond so many words nothing is looked for, so that cost stays bounded. */
const mostWords = 128

/** Weight of two adjacent words beside that of one: they stand in for the words that Vietnamese writes as two syllables. */
const pairWeight = 0.6

/** What a word counts in ranking that papers write for an everyday one. */
const writtenWeight = 0.4

/** The same when candidates are gathered: a word, and two words side by side. */
const writtenTermWeight = 0.5
const writtenPairWeight = 0.45

export function questionWords(text: string): QuestionWord[] {
  const terms = tokenize(text)
    .slice(0, mostWords)
    .map((token) => token.term)
  const asked = questionWordWeights(terms).map((weight, i) => ({ term: terms[i]!, weight }))
  return [...asked, ...writtenWords(terms)]
}

/** What engines are asked for: every different word and every different adjacent pair. */
export function weightedTerms(words: readonly QuestionWord[]): WeightedTerm[] {
  const weights = new Map<string, number>()
  const raise = (term: string, weight: number) => weights.set(term, Math.max(weight, weights.get(term) ?? 0))
  words.forEach(({ term, weight, written }, i) => {
    raise(term, written ? writtenTermWeight : weight)
    const next = words[i + 1]
    if (next === undefined || next.written === 'first') return
    raise(`${term} ${next.term}`, next.written ? writtenPairWeight : pairWeight * Math.min(weight, next.weight))
  })
  return Array.from(weights, ([term, weight]) => ({ term, weight }))
}

/** The written phrases for the everyday ones among the terms; the longest from each place on. */
function writtenWords(terms: readonly string[]): QuestionWord[] {
  const found = new Map<string, readonly string[]>()
  for (let at = 0; at < terms.length; at++) {
    const entry = everyday()
      .get(terms[at]!)
      ?.find(({ said }) => said.every((term, i) => terms[at + i] === term))
    for (const phrase of entry?.written ?? []) found.set(phrase.join(' '), phrase)
  }
  return [...found.values()]
    .flatMap((phrase) =>
      phrase.map((term, i) => ({
        term,
        weight: writtenWeight,
        written: i === 0 ? ('first' as const) : ('next' as const),
      })),
    )
    .slice(0, mostWrittenWords)
}

const mostWrittenWords = 64

interface Entry {
  readonly said: readonly string[]
  readonly written: readonly (readonly string[])[]
}

let entries: ReadonlyMap<string, readonly Entry[]> | undefined

/** The table of everyday words as terms, by the first of them, longer ones first. */
function everyday(): ReadonlyMap<string, readonly Entry[]> {
  if (entries) return entries
  const byFirst = new Map<string, Entry[]>()
  for (const { said, written } of everydayWords()) {
    const entry = { said: termsOf(said), written: written.map(termsOf) }
    const first = entry.said[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.said.length - a.said.length)
  entries = byFirst
  return entries
}

function termsOf(phrase: string): string[] {
  return tokenize(phrase).map(({ term }) => term)
}
