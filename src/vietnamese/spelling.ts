import { canonicalSyllable, fold, normalForm } from './normal-form.ts'

/** Whether two phrases are spelled alike, syllable by syllable; case, tone placement and final i/y do not count. */
export function sameSpelling(a: string, b: string): boolean {
  return canonicalPhrase(a) === canonicalPhrase(b)
}

/** Canonical forms of short phrases: the same few words are compared over and over. Bounded, as hostile text has any number. */
const canonical = new Map<string, string>()

/** Canonical syllables of a phrase, one space between them; what is no letter or digit parts syllables. */
function canonicalPhrase(phrase: string): string {
  const known = canonical.get(phrase)
  if (known !== undefined) return known
  const spelled = (phrase.match(/[\p{L}\p{M}\d]+/gu) ?? []).map(canonicalSyllable).join(' ')
  if (phrase.length <= 40 && canonical.size < 20_000) canonical.set(phrase, spelled)
  return spelled
}

/** True when a phrase bears no diacritic at all, as typed on a phone. */
export function isPlain(phrase: string): boolean {
  return normalForm(phrase).toLowerCase() === fold(phrase)
}

/**
 * Whether words found without diacritics may be `name`: they are typed plainly, or spelled as the name is. "để án" may not be
 * "đề án", "de an" may.
 */
export function mayBe(written: string, name: string): boolean {
  return isPlain(written) || sameSpelling(written, name)
}
