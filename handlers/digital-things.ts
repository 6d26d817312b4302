/**
 * Things that one small word tells from their namesakes: a target for "kinh tế số" is none for "kinh tế". The word is too common to
 * weigh much when words are compared.
 */
const digital = /\b(kinh te|xa hoi|chinh quyen|chinh phu|cong dan) so\b(?! (?:voi|sanh|luong|\d))/g

/**
 * A pattern for each digital thing that a text names, which finds the texts that speak of it: "kinh tế số", "kinh tế - xã hội số",
 * "kinh tế, xã hội và công dân số".
 *
 * @param folded in lower case without diacritics, as are the texts that the patterns look at
 */
export function digitalThings(folded: string): RegExp[] {
  return [...folded.matchAll(digital)].map(
    ([, thing]) => new RegExp(`\\b${thing}(?:[\\s,–-]+[a-z]+){0,5}\\s+so\\b(?! \\d)`),
  )
}
