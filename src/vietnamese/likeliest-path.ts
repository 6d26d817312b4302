import { type Language, largeLanguage } from './language.ts'

/** A word that a writer may have meant. */
export interface Guess {
  readonly word: number
  readonly cost: number
  /** The writer's own word. */
  readonly own: boolean
}

/** How much of a word's probability comes from the word before it; the rest is its own frequency. */
const pairShare = 0.85

/** The likeliest guess for each part; nothing stands beside a barrier, which has none. */
export function bestPath(
  guesses: readonly Guess[][],
  parts: readonly { readonly barrier: boolean }[],
  language: Language,
): (Guess | undefined)[] {
  const chosen: (Guess | undefined)[] = parts.map(() => undefined)
  for (let start = 0; start < parts.length; ) {
    if (parts[start]!.barrier) {
      start++
      continue
    }
    let end = start
    while (end < parts.length && !parts[end]!.barrier) end++
    viterbi(guesses.slice(start, end), language).forEach((guess, i) => {
      chosen[start + i] = guess
    })
    start = end
  }
  return chosen
}

/** The sequence of guesses with the greatest probability, one for each list. */
function viterbi(lists: readonly Guess[][], language: Language): Guess[] {
  const origins: number[][] = []
  let scores: number[] = []
  lists.forEach((list, i) => {
    const previous = lists[i - 1]
    const from: number[] = []
    scores = list.map((guess) => {
      const alone = logShare(guess.word, language)
      if (!previous) {
        from.push(-1)
        return alone - guess.cost
      }
      const backing = (1 - pairShare) * Math.exp(alone)
      // What stands before can add no more than a word that is always followed by this one.
      const unknown = language.total > largeLanguage ? Math.log(backing) : alone
      const most = guess.word < 0 ? unknown : Math.log(pairShare + backing)
      let best = Number.NEGATIVE_INFINITY
      let origin = 0
      previous.forEach((left, at) => {
        const before = scores[at]!
        if (before + most <= best) return
        const score = before + logAfter(left.word, guess.word, backing, unknown, language)
        if (score > best) {
          best = score
          origin = at
        }
      })
      from.push(origin)
      return best - guess.cost
    })
    origins.push(from)
  })
  const path: Guess[] = []
  let at = scores.indexOf(Math.max(...scores))
  for (let i = lists.length - 1; i >= 0; i--) {
    path.unshift(lists[i]![at]!)
    at = origins[i]![at]!
  }
  return path
}

function logShare(word: number, language: Language): number {
  return Math.log(((word < 0 ? 0 : language.count(word)) + 0.2) / (language.total + 1))
}

/**
 * log P(second | first): the pair's share of the first word, backed by a part of the second word's own share.
 *
 * @param unknown where one of the words is unknown. In a large language such a word has been seen beside nothing, and is no likelier for that
 *   than a known one; in a small one most words of questions are unknown, and well written.
 */
function logAfter(first: number, second: number, backing: number, unknown: number, language: Language): number {
  if (first < 0 || second < 0) return unknown
  const pairs = language.pairCount(first, second)
  return Math.log(pairShare * Math.min(1, pairs / language.count(first)) + backing)
}
