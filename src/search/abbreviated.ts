import { expandAbbreviation, findAbbreviations, findDefinedAbbreviations } from '../vietnamese/abbreviations.ts'
import { fold } from '../vietnamese/normal-form.ts'
import type { Expansion } from '../vietnamese/repair.ts'
import { isPlainSyllable } from '../vietnamese/syllables.ts'

/** What a word of capitals stands for, when that is one thing only and the letters can be no syllable ("AI" may be "ai"). */
export function soleExpansion(written: string): string | undefined {
  if (!/^\p{Lu}.*\p{Lu}/u.test(written) || isPlainSyllable(written)) return undefined
  const readings = expandAbbreviation(written)
  return readings.length === 1 ? readings[0]!.expansion : undefined
}

/** Abbreviations of a question, written out: as the corpus defines them, else as they are known to everyone. */
export function expansionsIn(question: string, defined: ReadonlyMap<string, string>): Expansion[] {
  const found: Expansion[] = []
  for (const { start, end, raw, readings } of findAbbreviations(question)) {
    const [reading] = readings
    if (readings.length === 1 && reading && !defined.has(fold(raw)))
      found.push({ start, end, expansion: reading.expansion })
  }
  if (defined.size === 0) return found
  for (const { index, 0: word } of question.matchAll(/[\p{L}\p{M}&]{2,15}/gu)) {
    const expansion = defined.get(fold(word))
    if (expansion !== undefined) found.push({ start: index, end: index + word.length, expansion })
  }
  return found
}

/** Short forms of capitals that texts define in one way only ("sau đây gọi tắt là …"), by their folded form. */
export function definedIn(texts: Iterable<string>): Map<string, string> {
  const definitions = new Definitions()
  for (const text of texts) definitions.read(text)
  return definitions.found()
}

/** Gathers the abbreviations that texts define. */
export class Definitions {
  readonly #expansions = new Map<string, string | undefined>()

  read(text: string): void {
    // Cheap to rule out: few passages define anything.
    if (!text.includes('tắt')) return
    for (const { short, expansion } of findDefinedAbbreviations(text)) {
      if (!/^[\p{Lu}&]{2,15}$/u.test(short) || isPlainSyllable(short) || expansion.length > longestExpansion) continue
      const key = fold(short)
      const known = this.#expansions.get(key)
      this.#expansions.set(key, known === expansion || !this.#expansions.has(key) ? expansion : undefined)
    }
  }

  /** Those defined in one way only. */
  found(): Map<string, string> {
    const found = new Map<string, string>()
    for (const [short, expansion] of this.#expansions) if (expansion !== undefined) found.set(short, expansion)
    return found
  }
}

/** In characters: longer ones are sentences, not names. */
const longestExpansion = 120
