import { commonPhrases } from '../vietnamese/common-phrases.ts'
import type { Language } from '../vietnamese/language.ts'
import { foldTerm } from '../vietnamese/terms.ts'
import { tokenize } from '../vietnamese/tokens.ts'
import type { CorpusIndex } from './corpus-index.ts'
import { questionFrames } from './question-words.ts'

/** A phrase of the general list counts like one passage of a corpus of this many, so that a large corpus does not drown it. */
const passagesToAPhrase = 2000

interface General {
  readonly words: readonly string[]
  readonly ids: ReadonlyMap<string, number>
  readonly counts: readonly number[]
  readonly pairs: ReadonlyMap<number, number>
  readonly variants: ReadonlyMap<string, readonly number[]>
}

let general: General | undefined

/** The corpus's own words and pairs, with the general list beside them for what a small corpus does not hold. */
export function languageOf(index: CorpusIndex): Language {
  general ??= readGeneral()
  const { words, ids, counts, pairs, variants } = general
  const { vocabulary } = index
  const phraseWeight = Math.max(1, index.size / passagesToAPhrase)
  const { size } = vocabulary
  // Words of the general list keep their numbers, those the corpus holds take the corpus's.
  const toCorpus = words.map((word) => vocabulary.idOf(word))
  const fromCorpus = new Int32Array(size).fill(-1)
  toCorpus.forEach((id, word) => {
    if (id >= 0) fromCorpus[id] = word
  })
  const generalOf = (word: number) => (word < size ? fromCorpus[word]! : word - size)
  /** Words of the general list that the corpus does not hold, by their folded form. */
  const others = new Map<string, readonly number[]>()
  for (const [folded, ids] of variants) {
    const missing = ids.flatMap((word) => (toCorpus[word]! < 0 ? [size + word] : []))
    if (missing.length > 0) others.set(folded, missing)
  }
  const count = (word: number) => {
    const own = word < size ? index.wordFrequency(word) : 0
    return own + phraseWeight * (counts[generalOf(word)] ?? 0)
  }
  return {
    idOf: (term) => {
      const id = vocabulary.idOf(term)
      if (id >= 0) return id
      const word = ids.get(term)
      return word === undefined ? -1 : size + word
    },
    termOf: (word) => (word < size ? vocabulary.wordOf(word) : words[word - size]!),
    variants: (folded) => {
      const own = vocabulary.variants(folded)
      const missing = others.get(folded)
      return missing ? own.concat(missing) : own
    },
    count,
    pairCount: (first, second) => {
      const own = first < size && second < size ? index.pairFrequency(first, second) : 0
      const [a, b] = [generalOf(first), generalOf(second)]
      return a < 0 || b < 0 ? own : own + phraseWeight * (pairs.get(a * 4096 + b) ?? 0)
    },
    total: index.totalFrequency + phraseWeight * counts.reduce((sum, each) => sum + each, 0),
  }
}

function readGeneral(): General {
  const words: string[] = []
  const ids = new Map<string, number>()
  const counts: number[] = []
  const pairs = new Map<number, number>()
  for (const phrase of [...commonPhrases(), ...questionFrames.split(/[,\n]/)]) {
    let previous = -1
    for (const { term } of tokenize(phrase)) {
      let word = ids.get(term)
      if (word === undefined) {
        word = words.length
        words.push(term)
        ids.set(term, word)
        counts.push(0)
      }
      counts[word]!++
      if (previous >= 0) pairs.set(previous * 4096 + word, (pairs.get(previous * 4096 + word) ?? 0) + 1)
      previous = word
    }
  }
  const variants = new Map<string, number[]>()
  words.forEach((word, id) => {
    const folded = foldTerm(word)
    variants.set(folded, [...(variants.get(folded) ?? []), id])
  })
  return { words, ids, counts, pairs, variants }
}
