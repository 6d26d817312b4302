import { normalForm } from '../../vietnamese/normal-form.ts'
import { isSyllable } from '../../vietnamese/syllables.ts'

/** The encodings of Vietnamese before Unicode that files are still found in. */
type OldEncoding = 'TCVN3 (ABC)' | 'VNI' | 'windows-1258'

/** Text in an old encoding, read, and the encoding it was in. */
export interface OldText {
  readonly text: string
  readonly encoding: OldEncoding
}

/** Least share of the words with letters outside ASCII that have to be Vietnamese syllables. */
const leastShare = 0.9
/** Least number of such words: fewer say nothing of the encoding. */
const leastWords = 3
/** So much of a text is looked at, in characters. */
const sample = 200_000

/**
 * Reads text in an old Vietnamese encoding. The encoding is told from the words: read rightly, nearly all of those with letters outside
 * ASCII are Vietnamese syllables, read wrongly, few are. Undefined when no encoding gives Vietnamese, or two do and differ.
 *
 * @param bytes one character a byte, or `oldText` with characters up to U+00FF, as programs leave text of old fonts
 */
export function readOldVietnamese(bytes: Uint8Array | string): OldText | undefined {
  const latin = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('latin1')
  const candidates = (Object.keys(readers) as OldEncoding[])
    .map((encoding) => ({ encoding, share: shareOfSyllables(readers[encoding](latin.slice(0, sample))) }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share)
  const [best] = candidates
  return best && { encoding: best.encoding, text: readers[best.encoding](latin) }
}

/** The share of Vietnamese syllables among the words with letters outside ASCII; 0 when there are too few to tell. */
export function shareOfSyllables(text: string): number {
  let words = 0
  let syllables = 0
  for (const [word] of text.matchAll(/[\p{L}\p{M}\u0080-\u024f]+/gu)) {
    if (!/[^\0-\u007f]/.test(word)) continue
    words++
    if (isSyllable(normalForm(word).toLowerCase())) syllables++
  }
  return words < leastWords ? 0 : syllables / words
}

const readers: Readonly<Record<OldEncoding, (latin: string) => string>> = {
  'TCVN3 (ABC)': (latin) => capitalsOf(latin.replace(/[\u0080-\u00ff]/g, (letter) => tcvn3.get(letter) ?? letter)),
  VNI: (latin) => latin.replace(vniLetters, (written) => vni.get(written) ?? written),
  'windows-1258': (latin) => new TextDecoder('windows-1258').decode(Buffer.from(latin, 'latin1')).normalize('NFC'),
}

/**
 * Fonts of capitals (".VnTimeH") show small letters as capitals and the file holds the small ones: in a word whose plain letters are
 * capitals the others are capitals too.
 */
function capitalsOf(text: string): string {
  return text.replace(/\p{L}+/gu, (word) =>
    /[A-Z]/.test(word) && !/[a-z]/.test(word) && word.length > 1 ? word.toUpperCase() : word,
  )
}

/** The letters of TCVN 5712:1993, third set (VN3), as the ABC fonts use it. */
const tcvn3 = tableOf('àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ', [
  ...'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦',
])

const vniSmall =
  'aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î'
const vniVowels = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'

/** The letters of VNI for Windows: the plain letter, then tone and shape as one letter of Latin 1. */
const vni = new Map([
  ...tableOf(vniVowels, vniSmall.split(' ')),
  ...tableOf(vniVowels.toUpperCase(), vniSmall.toUpperCase().split(' ')),
  // A capital often stands before a mark that was left small.
  ...tableOf(vniVowels.toUpperCase(), vniSmall.replace(/(?<=^| )\S/g, (letter) => letter.toUpperCase()).split(' ')),
])
const vniLetters = new RegExp([...vni.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

function tableOf(letters: string, written: readonly string[]): Map<string, string> {
  return new Map([...letters].map((letter, i) => [written[i] ?? letter, letter]))
}
