import type { Language } from './language.ts'
import { isSyllable } from './syllables.ts'
import { foldTerm } from './terms.ts'
import { tokenize } from './tokens.ts'

const longestSyllable = 7

/** The syllables of words typed without a space, when at least two of them are known to stand side by side. */
export function splitJoined(written: string, language: Language): string[] | undefined {
  const letters = written.normalize('NFC')
  if (letters.length < 5 || letters.length > 40) return undefined
  // Best cuts up to each position: fewest syllables, then the most frequent.
  const best: ({ pieces: string[]; score: number } | undefined)[] = [{ pieces: [], score: 0 }]
  for (let end = 2; end <= letters.length; end++) {
    for (let start = Math.max(0, end - longestSyllable); start <= end - 2; start++) {
      const before = best[start]
      const piece = letters.slice(start, end)
      if (!before || !isSyllable(piece)) continue
      const known = variantsOf(tokenize(piece)[0]!.term, language)
      if (known.length === 0) continue
      const last = before.pieces.at(-1)
      const beside =
        last !== undefined &&
        variantsOf(tokenize(last)[0]!.term, language).some((first) =>
          known.some((second) => language.pairCount(first, second) > 0),
        )
      const score = before.score - 12 + Math.log(1 + language.count(known[0]!)) + (beside ? 8 : 0)
      if (score > (best[end]?.score ?? Number.NEGATIVE_INFINITY))
        best[end] = { pieces: [...before.pieces, piece], score }
    }
  }
  const found = best[letters.length]
  if (!found || found.pieces.length < 2) return undefined
  const beside = found.pieces.some((piece, i) => {
    const next = found.pieces[i + 1]
    if (next === undefined) return false
    const seconds = variantsOf(tokenize(next)[0]!.term, language)
    return variantsOf(tokenize(piece)[0]!.term, language).some((first) =>
      seconds.some((second) => language.pairCount(first, second) > 0),
    )
  })
  return beside ? found.pieces : undefined
}

/** The word itself when it bears diacritics, else all words it may be without them. */
function variantsOf(term: string, language: Language): readonly number[] {
  const folded = foldTerm(term)
  if (term === folded) return language.variants(folded)
  const id = language.idOf(term)
  return id < 0 ? [] : [id]
}
