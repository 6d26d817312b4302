import { canonicalSyllable, normalForm } from './normal-form.ts'
import { remembered } from './remembered.ts'

/** Words whose reading is kept: more than people use. */
const mostWords = 10_000

/** Spelling rule: ngh, gh and k stand before e, ê, i and y; ng, g and c before all others. */
const onsets =
  'ngh(?=[ieêy])|ng(?![ieêy])|nh|gh(?=[ieêy])|gi|kh|ph|qu|th|tr|ch|b|c(?![ieêy])|d|đ|g(?![eêy])|h|k(?=[ieêy])|l|m|n|p|r|s|t|v|x|'
const rhymes =
  'i|y|ia|ya|iu|iêu|yêu|in|im|ip|it|ich|inh|iên|yên|iêm|yêm|iêng|yêng|iêp|iêt|yêt|iêc|e|eo|en|em|ep|et|ec|eng|ê|êu|ên|êm|êp|êt|êch|ênh|' +
  'a|ai|ay|ao|au|an|am|ang|anh|ap|at|ac|ach|ă|ăn|ăm|ăng|ăp|ăt|ăc|ăk|âu|ây|ân|âm|âng|âp|ât|âc|o|oi|on|om|ong|oong|op|ot|oc|oa|oai|oay|oao|oeo|oan|oam|oang|oanh|oat|oac|oach|oap|oăn|oăm|oăng|oăt|oăc|oe|oen|oet|' +
  'ô|ôi|ôn|ôm|ông|ôp|ôt|ôc|ơ|ơi|ơn|ơm|ơp|ơt|u|ui|ua|un|um|ung|up|ut|uc|uê|uênh|uêch|uy|uya|uyu|uyên|uyêt|uynh|uyt|uych|uyn|uât|uân|uâng|uây|uơ|uôi|uôn|uôm|uông|uôt|uôc|' +
  'ư|ưu|ưi|ưa|ưn|ưng|ưt|ưc|ươi|ươu|ươn|ươm|ương|ươp|ươt|ươc'

const syllable = new RegExp(`^(?:${onsets})(?:${rhymes})$`)

/** Whether the letters can be a Vietnamese syllable; the tone does not matter, quality marks do. */
export const isSyllable: (written: string) => boolean = remembered((written) => {
  const letters = withoutTone(written)
  // After "gi" and "qu" the rhyme may begin with the letter the onset ends in: "gì", "quy".
  return syllable.test(letters) || /^gi(?:n|êt|êng|êm)?$/.test(letters)
}, mostWords)

const foldedSyllable = new RegExp(`^(?:${plain(onsets)})(?:${plain(rhymes)})$`)

/** Whether the letters can be a Vietnamese syllable typed without its diacritics. */
export const isPlainSyllable: (written: string) => boolean = remembered((written) => {
  const letters = plain(written.toLowerCase())
  return foldedSyllable.test(letters) || /^gi(?:n|et|eng|em)?$/.test(letters)
}, mostWords)

function plain(letters: string): string {
  return letters
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
}

/** Tones 1-5 as in canonical syllables: huyền, sắc, hỏi, ngã, nặng. */
const toneMarks = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

/**
 * A canonical syllable as people write it: "hoa1" → "hòa", "nghi5" → "nghị", "qui2" → "quý". The tone stands by the usage of official
 * documents (hòa, thủy; hoàn, thuyết).
 */
export function spell(term: string): string {
  const match = /^(\p{L}+)([1-5])$/u.exec(term)
  const letters = withY(match?.[1] ?? term)
  const tone = toneMarks[Number(match?.[2] ?? 0)] ?? ''
  if (tone === '') return letters
  const at = tonePosition(letters)
  return at < 0 ? letters : (letters.slice(0, at + 1) + tone + letters.slice(at + 1)).normalize('NFC')
}

function withY(letters: string): string {
  return letters.replace(/^([hklmt])i$/, '$1y').replace(/^qui/, 'quy')
}

/** Index of the letter that bears the tone. */
function tonePosition(letters: string): number {
  const onset = /^(?:gi(?=[aeiouyăâêôơư])|qu)/.exec(letters)?.[0].length ?? 0
  const rest = letters.slice(onset)
  const marked = Math.max(...[...'ăâêôơư'].map((vowel) => rest.lastIndexOf(vowel)))
  if (marked >= 0) return onset + marked
  const nucleus = /[aeiouy]+/.exec(rest)
  if (!nucleus) return onset === 2 && letters.startsWith('gi') ? 1 : -1
  const [vowels] = nucleus
  const closed = nucleus.index + vowels.length < rest.length
  const offset = vowels.length === 1 ? 0 : closed ? vowels.length - 1 : vowels.length === 3 ? 1 : 0
  return onset + nucleus.index + offset
}

/**
 * What was meant by keys left behind by an input method: "ddeens" → "đến", "quyeet" → "quyêt", "nawm" → "năm". Undefined when the
 * letters hold no such keys. (Telex: aa ee oo aw ow uw dd; s f r x j for tones.)
 */
export function decodeTelex(written: string): string | undefined {
  let letters = withoutTone(written)
  const typed = letters
  let tone = ''
  letters = letters.replace(/^dd/, 'đ').replace(/^d(.*)d$/, 'đ$1')
  const toneKey =
    /^(.*[aeiouyăâêôơư].*)([sfrxj])$/.exec(letters) ?? /^(.*[aeiouyăâêôơư])([sfrxj])([a-z]{1,2})$/.exec(letters)
  if (toneKey) {
    tone = { s: '2', f: '1', r: '3', x: '4', j: '5' }[toneKey[2]!] ?? ''
    letters = toneKey[1]! + (toneKey[3] ?? '')
  }
  const decoded = [adjacentKeys(letters), keysBehind(letters)].find((each) => each !== typed && isSyllable(each))
  return decoded === undefined ? undefined : canonicalSyllable(decoded) + tone
}

/** Keys that stand beside their vowel: "quyeet", "nawm". */
function adjacentKeys(letters: string): string {
  return letters
    .replace(/uow|uwow/, 'ươ')
    .replace(/aa/, 'â')
    .replace(/ee/, 'ê')
    .replace(/oo/, 'ô')
    .replace(/aw/, 'ă')
    .replace(/ow/, 'ơ')
    .replace(/uw|(?<![aeiou])w/, 'ư')
}

const circumflexed: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' }
const horned: Readonly<Record<string, string>> = { uo: 'ươ', a: 'ă', o: 'ơ', u: 'ư' }

/** Keys typed at the end of the syllable: "quyete", "duongw". */
function keysBehind(letters: string): string {
  const doubled = /^(.*?)([aeo])(.+)\2$/.exec(letters)
  if (doubled) return doubled[1]! + circumflexed[doubled[2]!] + doubled[3]!
  const hooked = /^(.*?)(uo|a|o|u)([^w]*)w$/.exec(letters)
  return hooked ? hooked[1]! + horned[hooked[2]!] + hooked[3]! : letters
}

/** Lower case, quality marks kept, tone gone. */
function withoutTone(written: string): string {
  return normalForm(written)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0309\u0303\u0323]/g, '')
    .normalize('NFC')
}
