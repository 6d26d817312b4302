import { remembered } from './remembered.ts'

/**
 * The forms in which Vietnamese text is compared. Stored text is never changed; it is only read through these functions.
 */

/** Letters that real documents use in place of a Vietnamese one: U+00D0/U+00F0 (Icelandic eth) for Đ/đ. */
const lookAlikes: Readonly<Record<string, string>> = { '\u00d0': 'Đ', '\u00f0': 'đ', '\u0189': 'Đ', '\u0256': 'đ' }

/** Every character that the replacements of `normalForm` are about; most texts of a few words have none. */
const unusual = /[\u00d0\u00f0\u0189\u0256\u2010-\u2015\u2212\u00a0\u2000-\u200d\u202f\u3000\u2060\ufeff\u00ad]/

/** NFC with look-alike letters, dashes and spaces made one. May change the length: never take offsets from it. */
export function normalForm(text: string): string {
  const composed = text.normalize('NFC')
  if (!unusual.test(composed)) return composed
  return composed
    .replace(/[\u00d0\u00f0\u0189\u0256]/g, (letter) => lookAlikes[letter] ?? letter)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
}

/** Lower-case normal form without any diacritic: "Đề án Số" → "de an so". */
export const fold: (text: string) => string = remembered((text) =>
  normalForm(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd'),
)

/** Combining tone marks in NFD, in the order of the tone digits 1-5: huyền, sắc, hỏi, ngã, nặng. */
const toneMarks = '\u0300\u0301\u0309\u0303\u0323'

/**
 * The canonical spelling of one syllable: its letters with their quality marks, then the tone as a digit, so that both
 * placements of the tone agree ("hòa", "hoà" → "hoa1"), and i/y of open syllables too ("kỹ", "kĩ" → "ki4", "quý", "quí" → "qui2").
 *
 * Rule: Decision 240/QĐ (1984) on tone placement and i/y; i and y differ only after h k l m s t v and qu, at the end of a syllable.
 */
export function canonicalSyllable(syllable: string): string {
  let tone = 0
  const letters = normalForm(syllable)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0309\u0303\u0323]/g, (mark) => {
      tone = toneMarks.indexOf(mark) + 1
      return ''
    })
    .normalize('NFC')
    .replace(/^([hklmstv]|qu)y$/, '$1i')
    .replace(/^quy(?=[^\d]*$)/, 'qui')
  return tone === 0 ? letters : letters + tone
}
