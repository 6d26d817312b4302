import { findDates } from './dates.ts'
import { type FoldedText, foldText, originalSpan, originalText } from './folded-text.ts'
import { fold } from './normal-form.ts'
import type { Span } from './sentences.ts'
import { isPlain, mayBe } from './spelling.ts'

/** A place in an order. */
export interface OrdinalMention extends Span {
  readonly raw: string
  /** Counted from 1; -1 is the last. */
  readonly value: number
  /** "Thứ nhất" and "Một là" open items of a list, "cuối cùng" opens its last one. */
  readonly form: 'ordinal' | 'enumeration' | 'last'
}

/**
 * "thứ nhất" … "thứ hai mươi", "thứ 6", "đầu tiên", "cuối cùng" and the list openers "một là", "hai là", in the order of the text, with or
 * without diacritics. Days of the week are left out: "Thứ hai - 13/04/2015", "thứ sáu tuần này", "sáng thứ hai". Linear time.
 */
export function findOrdinals(text: string): OrdinalMention[] {
  const folded = foldText(text)
  const plain = isPlain(text)
  const dates = new Set(findDates(text).map(({ start }) => start))
  return Array.from(folded.text.matchAll(pattern), (match): OrdinalMention | undefined => {
    const end = match.index + match[0].length
    const raw = originalText(folded, match.index, end)
    const phrase = phrases.get(match[0].replace(/\s+/g, ' ')) ?? digitOrdinal(match[0])
    if (!phrase || !isWritten(raw, phrase.spelling, plain)) return undefined
    if (
      phrase.form === 'ordinal' &&
      (isWeekday(folded, match.index, end, phrase, dates) || isIncome(folded.text, end, raw))
    )
      return undefined
    if (phrase.form === 'enumeration' && !opensItem(folded.text, match.index)) return undefined
    return { ...originalSpan(folded, match.index, end), raw, value: phrase.value, form: phrase.form }
  }).filter((mention) => mention !== undefined)
}

interface Phrase {
  readonly spelling: string
  readonly value: number
  readonly form: OrdinalMention['form']
}

const units = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

const places: ReadonlyMap<string, number> = new Map(
  [
    ...units.slice(2).map((unit, i) => [unit, i + 2] as const),
    ['nhất', 1] as const,
    ['nhì', 2] as const,
    ['tư', 4] as const,
  ].map(([word, value]) => [foldText(word).text, value]),
)

/** The number of a place written behind "thứ" or "hạng": "12", "nhất", "nhì", "hai" to "mười"; undefined for any other word. */
export function placeNumber(word: string): number | undefined {
  return /^\d+$/.test(word) ? Number(word) : places.get(fold(word))
}

/** Every phrase by its folded words. */
const phrases = new Map<string, Phrase>()
for (const phrase of [
  ...units.slice(1).map((unit, i): Phrase => ({ spelling: `${unit} là`, value: i + 1, form: 'enumeration' })),
  ...units.slice(1).map((unit, i) => ordinal(`thứ ${unit}`, i + 1)),
  ordinal('thứ nhất', 1),
  ordinal('thứ nhì', 2),
  ordinal('thứ tư', 4),
  ...units.slice(1, 10).map((unit, i) => ordinal(`thứ mười ${unit === 'năm' ? 'lăm' : unit}`, i + 11)),
  ordinal('thứ mười tư', 14),
  ordinal('thứ hai mươi', 20),
  ordinal('đầu tiên', 1),
  { spelling: 'cuối cùng', value: -1, form: 'last' } satisfies Phrase,
  { spelling: 'sau cùng', value: -1, form: 'last' } satisfies Phrase,
]) {
  phrases.set(foldText(phrase.spelling).text, phrase)
}

const pattern = new RegExp(
  `(?<![a-z])(?:${[...phrases.keys()]
    .sort((a, b) => b.length - a.length)
    .map((words) => words.replace(/ /g, '\\s{1,2}'))
    .join('|')}|thu\\s{1,2}\\d{1,2})(?![a-z\\d]|[/.,]\\d)`,
  'g',
)

function ordinal(spelling: string, value: number): Phrase {
  return { spelling, value, form: 'ordinal' }
}

function digitOrdinal(words: string): Phrase | undefined {
  const digits = /\d+$/.exec(words)?.[0]
  return digits === undefined ? undefined : ordinal(`thứ ${digits}`, Number(digits))
}

/** "Hai là" opens an item at the head of a text or line and behind a mark or "và". */
function opensItem(text: string, at: number): boolean {
  return /(?:[\n.,;:("“*•–-]\s{0,3}|\sva\s)$/.test(text.slice(Math.max(0, at - 5), at)) || at === 0
}

/** Plain typing counts in a plain text; in one with diacritics "thu hai" is "thu hai tỷ", no "thứ hai". */
function isWritten(raw: string, spelling: string, plain: boolean): boolean {
  return mayBe(raw, spelling) && (plain || !isPlain(raw) || isPlain(spelling))
}

/** "thu 6 ty" typed plainly is money taken in. */
function isIncome(text: string, end: number, raw: string): boolean {
  return isPlain(raw) && /^\s{1,2}(?:ty|trieu|nghin|ngan|dong)(?![a-z])/.test(text.slice(end, end + 10))
}

/** Thứ hai to thứ bảy are also Monday to Saturday: beside a date, a week or a part of the day. */
function isWeekday(folded: FoldedText, at: number, end: number, phrase: Phrase, dates: ReadonlySet<number>): boolean {
  if (phrase.value < 2 || phrase.value > 7 || /tien$/.test(foldText(phrase.spelling).text)) return false
  const after = folded.text.slice(end, end + 16)
  const before = folded.text.slice(Math.max(0, at - 12), at)
  if (/^\s{1,2}(?:tuan|hang tuan|trong tuan|hang thang)(?![a-z])/.test(after)) return true
  if (/(?:^|[^a-z])(?:sang|trua|chieu|toi|dem|ngay|hom)\s{1,2}$/.test(before)) return true
  const gap = /^[\s,(|–-]{0,6}(?:ngay\s{1,2})?/.exec(after)?.[0].length ?? 0
  const word = /ngay\s{1,2}$/.exec(after.slice(0, gap))?.[0].length ?? 0
  return [gap, gap - word].some((length) => dates.has(folded.offsets[end + length] ?? -1))
}
