import { decodeTelex, isPlainSyllable, spell } from './syllables.ts'

/** Words of plain letters alone: not parts of document numbers, not abbreviations in capitals. */
const words = /(?<![\p{L}\p{M}\p{N}/.&-])[A-Z]?[a-z]{2,9}(?![\p{L}\p{M}\p{N}/&-])/gu

/**
 * A text typed while the input method was off, with its keys taken as they were meant: "giamr maays baacj" → "giảm mấy bậc". One such
 * word alone may be a foreign one ("bus", "laser") and is left as it is; so is what reads as a syllable without them.
 */
export function withoutLeftOverKeys(text: string): string {
  const decoded = new Map<string, string>()
  for (const [word] of text.matchAll(words)) {
    const term = isPlainSyllable(word) ? undefined : decodeTelex(word)
    if (term !== undefined) decoded.set(word, likeIn(word, spell(term)))
  }
  return decoded.size < 2 ? text : text.replace(words, (word) => decoded.get(word) ?? word)
}

function likeIn(written: string, meant: string): string {
  return /^[A-Z]/.test(written) ? meant[0]!.toUpperCase() + meant.slice(1) : meant
}
