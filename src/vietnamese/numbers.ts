import { findDates, findYears } from './dates.ts'
import { findDocumentNumbers } from './document-numbers.ts'
import { type FoldedText, foldText, originalSpan, originalText } from './folded-text.ts'
import { findNumberWords } from './number-words.ts'
import type { Span } from './sentences.ts'
import { isPlain, mayBe } from './spelling.ts'

/** A quantity as a document or question writes it. */
export interface NumberMention extends Span {
  /** The number alone with its magnitude and percent sign: "08", "3 - 5", "2,5 nghìn tỷ", "30%", "tám". */
  readonly raw: string
  /** The number, or the lower end of a range. Of "30%" it is 30, of "26/63" it is 26. */
  readonly value: number
  /** Upper end of a range. */
  readonly max?: number
  /** What stands behind the stroke of a fraction: 63 in "26/63". A rank, progress or scale: the words around it tell. */
  readonly of?: number
  /** What the words around it say: "tối thiểu" >=, "trên" >, "không quá" <=, "dưới" <, "khoảng", "gần" ~. */
  readonly comparator?: '>=' | '>' | '<=' | '<' | '~'
  readonly kind: 'integer' | 'decimal' | 'range' | 'fraction' | 'words'
  readonly percent: boolean
}

/**
 * Every quantity in the order of the text, with or without diacritics. Dots part thousands and commas begin decimals, as Vietnamese
 * documents write; "98.3" is read as a decimal. Dates, years, document numbers, times, telephone numbers, codes and list labels are
 * left out. Linear time.
 */
export function findNumbers(text: string): NumberMention[] {
  const folded = foldText(text)
  const plain = isPlain(text)
  const isTaken = takenIn(text)
  const items = [...digitNumbers(folded), ...findNumberWords(folded, plain)]
    .sort((a, b) => a.at - b.at)
    .filter((item) => !isTaken(originalSpan(folded, item.at, item.end)))
    .map((item) => (item.kind === 'fraction' ? item : withMagnitude(folded, item, plain)))
  return joinRanges(folded, items).map((item) => {
    const comparator = comparatorBefore(folded, item.at) ?? comparatorAfter(folded, item.end)
    const percent = percentEnd(folded, item.end)
    const span = originalSpan(folded, item.at, percent ?? item.end)
    const { value, max, of, kind } = item
    return {
      ...span,
      raw: text.slice(span.start, span.end),
      value,
      ...(max === undefined ? {} : { max }),
      ...(of === undefined ? {} : { of }),
      ...(comparator === undefined ? {} : { comparator }),
      kind,
      percent: percent !== undefined,
    }
  })
}

/** A number found in a folded text. */
export interface FoundNumber {
  readonly at: number
  readonly end: number
  readonly value: number
  readonly max?: number
  readonly of?: number
  readonly kind: NumberMention['kind']
}

/** A number whole or not at all, "3.000đ" never read as 3; of the letters that may touch it only those of units. */
const digits = /(?<![a-z\d:]|\d[.,/])\d+(?:[.,/]\d+)*(?![.,/]?\d|:)(?=(?:km|m|ha|kg|kw|mw|gb|d|usd)(?![a-z])|[^a-z]|$)/g

function digitNumbers(folded: FoldedText): FoundNumber[] {
  return Array.from(folded.text.matchAll(digits), (match): FoundNumber[] => {
    const [written] = match
    const at = match.index
    if (isListLabel(folded, at, written) || /^0\d{5,}$/.test(written) || written.length > 20) return []
    if (isPartOfAddress(folded.text, at, at + written.length)) return []
    const end = at + written.length
    const fraction = /^(\d{1,6})\/(\d{1,6})$/.exec(written)
    if (fraction) return [{ at, end, value: Number(fraction[1]), of: Number(fraction[2]), kind: 'fraction' }]
    const levels = /^(\d),(\d)$/.exec(written)
    // "Mức độ 3,4" names two levels.
    if (levels && /\b(?:muc|muc do|cap do)\s$/.test(folded.text.slice(Math.max(0, at - 8), at))) {
      return [1, 2].map((i) => ({
        at: at + 2 * (i - 1),
        end: at + 2 * i - 1,
        value: Number(levels[i]),
        kind: 'integer',
      }))
    }
    const value = parseNumber(written)
    return value === undefined ? [] : [{ at, end, value, kind: /^\d+$|\.\d{3}$/.test(written) ? 'integer' : 'decimal' }]
  }).flat()
}

/** Digits of web and mail addresses, "tin-3-va-4-7599.html", and of codes, "COVID-19", "ma_05". */
function isPartOfAddress(text: string, at: number, end: number): boolean {
  const before = /[^\s"'(]*$/.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? ''
  const after = /^[^\s"')]*/.exec(text.slice(end, end + 60))?.[0] ?? ''
  return /:\/\/|www\.|[@#_]|[a-z]-(?:\d+-)*$|[/.]$/.test(before) || /@|_|\.html?|^-[a-z]+-/.test(after)
}

/** The value of a number in digits, "7.500" 7500, "98,3" 98.3, "1.234,5" 1234.5; undefined when it is written like none. */
function parseNumber(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written)
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(written)) return Number(written.replace(/\./g, '').replace(',', '.'))
  if (/^[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?$/.test(written)) return Number(written.replace(/,/g, ''))
  return /^\d+[.,]\d+$/.test(written) ? Number(written.replace(',', '.')) : undefined
}

/** "1. ", "2.1. ", "3) " and "2.1 Mục" at the beginning of a line. */
function isListLabel(folded: FoldedText, at: number, written: string): boolean {
  if (at > 0 && !/\n[\s>#*|-]*$/.test(folded.text.slice(Math.max(0, at - 6), at))) return false
  const after = originalText(folded, at + written.length, at + written.length + 3)
  return (
    written.length <= 8 &&
    (/^[.)]\s/.test(after) || (/^\d{1,2}(?:\.\d{1,2})+$/.test(written) && /^\s\p{Lu}/u.test(after)))
  )
}

const magnitudes: Readonly<Record<string, readonly [string, number]>> = {
  chuc: ['chục', 10],
  tram: ['trăm', 100],
  nghin: ['nghìn', 1e3],
  ngan: ['ngàn', 1e3],
  van: ['vạn', 1e4],
  trieu: ['triệu', 1e6],
  ty: ['tỷ', 1e9],
  ti: ['tỉ', 1e9],
}

const magnitudePattern =
  /\s{1,2}(chuc|tram|nghin|ngan|van|trieu|ty|ti)(?![a-z])(?!\s(?:le|trong|so|ban|de|phong|hoa|kien)(?![a-z]))/y

/** Multiplies by the words behind a number in digits: "17 triệu", "2,5 nghìn tỷ". */
function withMagnitude(folded: FoldedText, item: FoundNumber, plain: boolean): FoundNumber {
  let { end, value } = item
  let last = 0
  for (let count = 0; count < 2; count++) {
    magnitudePattern.lastIndex = end
    const word = magnitudePattern.exec(folded.text)?.[1]
    const [name, factor] = magnitudes[word ?? ''] ?? []
    if (word === undefined || name === undefined || factor === undefined) break
    const wordEnd = magnitudePattern.lastIndex
    const raw = originalText(folded, wordEnd - word.length, wordEnd)
    // Without diacritics "trạm", "chức" and "văn" look the same.
    if (!(mayBe(raw, name) && (!isPlain(raw) || (plain && factor >= 1e3 && word !== 'van')))) break
    value = Number((value * factor).toPrecision(15))
    end = wordEnd
    last = factor
  }
  if (end === item.end) return item
  const half = /^\s{1,2}ruoi(?![a-z])/.exec(folded.text.slice(end, end + 8))
  return { ...item, end: end + (half?.[0].length ?? 0), value: half ? value + last / 2 : value }
}

/** Joins "3 - 5", "10% – 12%", "từ 3 đến 5" and "26 trên 63". */
function joinRanges(folded: FoldedText, items: readonly FoundNumber[]): FoundNumber[] {
  const joined: FoundNumber[] = []
  for (const item of items) {
    const last = joined.at(-1)
    const both = last && item.at - last.end <= 12 ? rangeOf(folded, last, item) : undefined
    if (both) joined[joined.length - 1] = both
    else joined.push(item)
  }
  return joined
}

function rangeOf(folded: FoldedText, low: FoundNumber, high: FoundNumber): FoundNumber | undefined {
  const between = folded.text.slice(low.end, high.at)
  const before = folded.text.slice(Math.max(0, low.at - 16), low.at)
  if (low.kind === 'range' || low.kind === 'fraction' || high.kind === 'fraction') return undefined
  if (/^ tren (?:tong so )?$/.test(between) && /\b(?:thu|hang|vi tri|xep)\s$/.test(before)) {
    return { at: low.at, end: high.end, value: low.value, of: high.value, kind: 'fraction' }
  }
  const scaled = scaledLow(folded, low, high)
  const dash = /^\s?%?\s?-\s?$/.test(between)
  const until = /^\s?%?\s(?:den|toi)\s$/.test(between) && (/\b(?:tu|khoang)\s$/.test(before) || between.includes('%'))
  if (!(dash || until) || scaled >= (high.max ?? high.value)) return undefined
  return { at: low.at, end: high.end, value: scaled, max: high.value, kind: 'range' }
}

/** In "3 - 5 triệu" the magnitude belongs to both ends. */
function scaledLow(folded: FoldedText, low: FoundNumber, high: FoundNumber): number {
  const words = /[a-z][a-z\s]*$/.exec(folded.text.slice(high.at, high.end))?.[0]
  if (words === undefined || high.kind === 'words' || /[a-z]/.test(folded.text.slice(low.at, low.end))) return low.value
  const factor = words
    .trim()
    .split(/\s+/)
    .reduce((product, word) => product * (magnitudes[word]?.[1] ?? 1), 1)
  return low.value * factor
}

function percentEnd(folded: FoldedText, at: number): number | undefined {
  const match = /^(?:\s?%|\s{1,2}phan\s{1,2}tram\b)/.exec(folded.text.slice(at, at + 14))
  return match ? at + match[0].length : undefined
}

const comparators: readonly (readonly [string, NonNullable<NumberMention['comparator']>])[] = [
  ['tối thiểu', '>='],
  ['ít nhất', '>='],
  ['không dưới', '>='],
  ['không ít hơn', '>='],
  ['không thấp hơn', '>='],
  ['không quá', '<='],
  ['không vượt quá', '<='],
  ['nhiều nhất', '<='],
  ['tối đa', '<='],
  ['dưới', '<'],
  ['trên', '>'],
  ['hơn', '>'],
  ['khoảng', '~'],
  ['gần', '~'],
  ['xấp xỉ', '~'],
  ['ước', '~'],
]
const comparatorNames = new Map(comparators.map(([name, sign]) => [foldText(name).text, { name, sign }]))
/** "Cao hơn 3 bậc" and "8 trên 10" compare other things: by how much, out of how many. */
const comparatorPattern = new RegExp(
  `(?:^|[^a-z])(?<!(?:cao|thap|it|lon|nhieu|som|kem|tot|nhanh) |\\d )(${[...comparatorNames.keys()].sort((a, b) => b.length - a.length).join('|')})(?:\\s(?:dat|la|chiem|duoc|co|tu|len))?\\s{1,2}$`,
)
const signs: Readonly<Record<string, NonNullable<NumberMention['comparator']>>> = {
  '≥': '>=',
  '>=': '>=',
  '≤': '<=',
  '<=': '<=',
  '>': '>',
  '<': '<',
}

function comparatorBefore(folded: FoldedText, at: number): NumberMention['comparator'] {
  const from = Math.max(0, at - 28)
  const before = folded.text.slice(from, at)
  const sign = /(>=|<=|[≥≤<>])\s?$/.exec(before)?.[1]
  if (sign !== undefined) return signs[sign]
  const match = comparatorPattern.exec(before)
  const found = comparatorNames.get(match?.[1] ?? '')
  if (!match || !found) return undefined
  const start = from + match.index + match[0].indexOf(match[1] ?? '')
  return mayBe(originalText(folded, start, start + (match[1]?.length ?? 0)), found.name) ? found.sign : undefined
}

/** "từ 50% trở lên", "3 sao trở xuống". */
function comparatorAfter(folded: FoldedText, end: number): NumberMention['comparator'] {
  const direction = /^[\sa-z%]{0,20}?\btro (len|xuong)\b/.exec(folded.text.slice(end, end + 32))?.[1]
  if (direction === undefined) return undefined
  return direction === 'len' ? '>=' : '<='
}

/** Whether a span overlaps a date, a year or a document number of the text; spans have to be asked in rising order. */
function takenIn(text: string): (span: Span) => boolean {
  const taken: Span[] = [...findDates(text), ...findYears(text), ...findDocumentNumbers(text)].sort(
    (a, b) => a.start - b.start,
  )
  let next = 0
  let reach = -1
  return ({ start, end }) => {
    for (let span = taken[next]; span && span.start < end; span = taken[++next]) reach = Math.max(reach, span.end)
    return start < reach
  }
}
