import type { Passage } from '../library/document.ts'
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

/** Short forms of capitals that documents define in one way only ("sau đây gọi tắt là …"), by their folded form. */
export function definedAbbreviations(passages: readonly Passage[]): ReadonlyMap<string, string> {
  const defined = new Map<string, string | undefined>()
  for (const { document, start, end } of passages) {
    const text = document.text.slice(start, end)
    // Cheap to rule out: few passages define anything.
    if (!text.includes('tắt')) continue
    for (const { short, expansion } of findDefinedAbbreviations(text)) {
      if (!/^[\p{Lu}&]{2,15}$/u.test(short) || isPlainSyllable(short) || expansion.length > 120) continue
      const key = fold(short)
      const known = defined.get(key)
      defined.set(
        key,
        known === undefined && !defined.has(key) ? expansion : known === expansion ? expansion : undefined,
      )
    }
  }
  return new Map(
    [...defined].flatMap(([short, expansion]) => (expansion === undefined ? [] : [[short, expansion] as const])),
  )
}
