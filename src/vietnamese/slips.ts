import type { Language } from './language.ts'
import { remembered } from './remembered.ts'

const alphabet = 'abcdeghiklmnopqrstuvxy'

/** The words one letter away from those looked for last: the same slips are made again and again. */
const neighbours = new WeakMap<Language, (folded: string) => readonly number[]>()

/** Every word of the language that one slip of a letter makes of `folded`. */
export function wordsALetterAway(folded: string, language: Language): readonly number[] {
  let find = neighbours.get(language)
  if (!find) {
    find = remembered((from) => Array.from(slips(from)).flatMap((slip) => language.variants(slip)), 5000)
    neighbours.set(language, find)
  }
  return find(folded)
}

/** Every word one letter away: left out, doubled, neighbouring or swapped. */
function slips(word: string): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    if (tail.length > 0) found.add(head + tail.slice(1))
    if (tail.length > 1) found.add(head + tail[1]! + tail[0]! + tail.slice(2))
    for (const letter of alphabet) {
      found.add(head + letter + tail)
      if (tail.length > 0) found.add(head + letter + tail.slice(1))
    }
  }
  found.delete(word)
  return found
}
