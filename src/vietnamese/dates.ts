import { findDocumentNumbers } from './document-numbers.ts'
import { type FoldedText, foldText, originalSpan, originalText } from './folded-text.ts'
import type { Span } from './sentences.ts'
import { isPlain, sameSpelling } from './spelling.ts'

/** A date as a document or question writes it. */
export interface DateMention extends Span {
  readonly raw: string
  /** YYYY-MM-DD, YYYY-MM or YYYY, as far as it is known; a quarter has its year; missing for a day without year. */
  readonly iso?: string
  readonly precision: 'day' | 'month' | 'quarter' | 'year' | 'day-without-year'
  /** Of a day without year. */
  readonly day?: number
  readonly month?: number
  readonly quarter?: number
  readonly partOfDay?: 'morning' | 'noon' | 'afternoon' | 'evening'
}

/** A year or a period of years. */
export interface YearMention extends Span {
  readonly raw: string
  /** First year of a period. */
  readonly from?: number
  /** The year, or the last year of a period. */
  readonly to: number
  /**
   * "đến năm 2030" by, "năm 2024" in, "giai đoạn 2021 - 2025" period, "tầm nhìn đến năm 2045" vision, "định hướng đến năm 2030"
   * orientation, "nhiệm kỳ 2020 - 2025" term, "2030" bare.
   */
  readonly role: 'by' | 'in' | 'period' | 'vision' | 'orientation' | 'term' | 'bare'
}

/**
 * Every date, in the order of the text, with or without diacritics. "15/5" counts only where words make it a day ("ngày 15/5",
 * "sáng 4/10", "chiều nay (15/5)"), so that "8/10 tiêu chí" and "26/63" never do. Impossible days are no dates. Linear time.
 */
export function findDates(text: string): DateMention[] {
  const folded = foldText(text)
  const found = datePatterns.flatMap(({ pattern, read }) =>
    Array.from(folded.text.matchAll(pattern), (match) => {
      const value = read(match.groups ?? {}, folded, match)
      return value && { at: match.index, end: match.index + match[0].length, value }
    }).filter((date) => date !== undefined),
  )
  return leftmostLongest(found).map(({ at, end, value }) => {
    const span = originalSpan(folded, at, end)
    const partOfDay =
      value.precision === 'day' || value.precision === 'day-without-year' ? partOfDayBefore(folded, at) : undefined
    return { ...span, raw: text.slice(span.start, span.end), ...value, ...(partOfDay ? { partOfDay } : {}) }
  })
}

/** Every year and period of years outside dates and document numbers, in the order of the text, with or without diacritics. */
export function findYears(text: string): YearMention[] {
  const folded = foldText(text)
  const plain = isPlain(text)
  const taken = [...findDates(text).filter(({ precision }) => precision !== 'year'), ...findDocumentNumbers(text)]
  const isTaken = insideAny(taken)
  return Array.from(folded.text.matchAll(yearPattern), (match): YearMention | undefined => {
    const { lead = '', first = '', last } = match.groups ?? {}
    const numberAt = match.index + lead.length
    if (isTaken(originalSpan(folded, numberAt, numberAt + 4).start)) return undefined
    const end = match.index + match[0].length
    const [from, to] = last === undefined ? [undefined, Number(first)] : [Number(first), Number(last)]
    if (from !== undefined && from >= to) return undefined
    const words = writtenLead(folded, match.index, numberAt, plain)
    const role = roleOf(words, from !== undefined)
    if (role === 'bare' && isQuantity(folded.text, numberAt, end)) return undefined
    const span = originalSpan(folded, numberAt - words.length, end)
    return { ...span, raw: text.slice(span.start, span.end), ...(from === undefined ? {} : { from }), to, role }
  }).filter((mention) => mention !== undefined)
}

type DateValue = Omit<DateMention, 'start' | 'end' | 'raw' | 'partOfDay'>

interface DatePattern {
  readonly pattern: RegExp
  readonly read: (
    groups: Record<string, string | undefined>,
    folded: FoldedText,
    match: RegExpExecArray,
  ) => DateValue | undefined
}

const datePatterns: readonly DatePattern[] = [
  {
    pattern:
      /(?<![\d./-])(?<day>\d{1,2})\s?(?<sign>[/.-])\s?(?<month>\d{1,2})\s?\k<sign>\s?(?<year>\d{4})(?!\d|[./-]\d)/g,
    read: dayOf,
  },
  { pattern: /(?<![\d./-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d|[./-]\d)/g, read: dayOf },
  {
    pattern:
      /\b(?:(?:ngay|mung|mong)\s{1,2})?(?<![\d.,/-])(?<day>\d{1,2})\s{1,2}thang\s{1,2}(?<month>\d{1,2})(?:\s?[/-]\s?|,?\s{1,2}nam\s{1,2})(?<year>\d{4})(?!\d)/g,
    read: dayOf,
  },
  {
    pattern:
      /\b(?:ngay|mung|mong)\s{1,2}(?<day>\d{1,2})\s{1,2}thang\s{1,2}(?<month>\d{1,2})(?!\d|\s?[/-]\s?\d|,?\s{1,2}nam\s{1,2}\d)/g,
    read: dayOf,
  },
  {
    pattern: /(?<![\d.,/-])(?<day>\d{1,2})(?<sign>[/-])(?<month>\d{1,2})(?!\d|[./-]\s?\d|,\d|%|[-/][a-z])/g,
    read: dayInContext,
  },
  {
    pattern:
      /\bthang\s{1,2}(?<month>\d{1,2})(?:\s?[/-]\s?|,?\s{1,2}nam\s{1,2}|\s{1,2})(?<year>(?:19|20)\d{2})(?!\d|[./-]\d)/g,
    read: monthOf,
  },
  { pattern: /(?<![\d.,/-])(?<month>\d{1,2})\/(?<year>(?:19|20)\d{2})(?!\d|[./-]\s?[\da-z])/g, read: monthInContext },
  {
    pattern:
      /\bquy\s{1,2}(?<quarter>iv|i{1,3}|[1-4])(?:\s?[/-]\s?|,?\s{1,2}nam\s{1,2}|\s{1,2})(?<year>(?:19|20)\d{2})(?!\d)/g,
    read: quarterOf,
  },
  { pattern: /\bnam\s{1,2}(?<year>(?:19|20)\d{2})(?!\d|[.,/]\d)/g, read: yearOf },
]

function dayOf({ day = '', month = '', year }: Record<string, string | undefined>): DateValue | undefined {
  const [d, m, y] = [Number(day), Number(month), year === undefined ? undefined : Number(year)]
  if (m < 1 || m > 12 || d < 1 || d > daysIn(m, y ?? 2000)) return undefined
  if (y === undefined) return { precision: 'day-without-year', day: d, month: m }
  if (y < 1900 || y > 2100) return undefined
  return { precision: 'day', iso: `${y}-${pad(m)}-${pad(d)}` }
}

/** What makes "4/10" a day: a word for day or part of day before it, or another day that it continues. */
const dayWords =
  /(?:^|[^a-z])(?:ngay|sang|chieu|toi|trua|dem|hom|mung|mong|(?:hom|sang|chieu|toi) (?:nay|qua)|ngay (?:nay|qua))(?:\s+ngay)?[\s,(]{1,3}$/
const dayContinues =
  /(?:ngay\s+\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?|ngay\s+\d{1,2})\s*(?:-|den|va|,|den ngay|den het ngay)\s*(?:ngay\s+)?$/
const counted =
  /^\)?\s*(?:%|tieu chi|chi tieu|chi so|muc tieu|nhiem vu|xa|huyen|phuong|tinh|thanh pho|so\b|nganh|diem|gio|nguoi|don vi|ho so|thu tuc|phieu|dai bieu|y kien|dia phuong|quoc gia|nuoc|bo\b)/

function dayInContext(groups: Record<string, string | undefined>, folded: FoldedText, match: RegExpExecArray) {
  const before = folded.text.slice(Math.max(0, match.index - 32), match.index)
  const after = folded.text.slice(match.index + match[0].length, match.index + match[0].length + 16)
  if (counted.test(after)) return undefined
  const bracketed = /\($/.test(before) && /^\s?\)/.test(after) && Number(groups.day) > 12
  const slash = groups.sign === '/'
  const named = slash ? dayWords.test(before) : /(?:^|[^a-z])ngay\s+$/.test(before)
  if (!(named || (slash && (bracketed || dayContinues.test(before))))) return undefined
  return dayOf({ day: groups.day, month: groups.month })
}

function monthOf({ month = '', year = '' }: Record<string, string | undefined>): DateValue | undefined {
  const m = Number(month)
  return m >= 1 && m <= 12 ? { precision: 'month', iso: `${year}-${pad(m)}` } : undefined
}

function monthInContext(groups: Record<string, string | undefined>, folded: FoldedText, match: RegExpExecArray) {
  const before = folded.text.slice(Math.max(0, match.index - 16), match.index)
  return /(?:^|[^a-z])(?:thang|tu|den|truoc|trong|vao|dau|cuoi|het|ke tu|sau|toi|ky)\s+$|[(|-]\s?$/.test(before)
    ? monthOf(groups)
    : undefined
}

function quarterOf({ quarter = '', year = '' }: Record<string, string | undefined>): DateValue {
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(quarter)
  return { precision: 'quarter', iso: year, quarter: roman >= 0 ? roman + 1 : Number(quarter) }
}

function yearOf(
  { year = '' }: Record<string, string | undefined>,
  folded: FoldedText,
  match: RegExpExecArray,
): DateValue | undefined {
  return isWordYear(folded, match.index) ? { precision: 'year', iso: year } : undefined
}

/** "Việt Nam 2030" holds no word "năm". */
function isWordYear(folded: FoldedText, at: number): boolean {
  const raw = originalText(folded, at, at + 3)
  if (!isPlain(raw)) return sameSpelling(raw, 'năm')
  return (
    !/viet\s$/.test(folded.text.slice(Math.max(0, at - 5), at)) &&
    isPlain(originalText(folded, Math.max(0, at - 40), at))
  )
}

function partOfDayBefore(folded: FoldedText, at: number): DateMention['partOfDay'] {
  const before = folded.text.slice(Math.max(0, at - 24), at)
  const word =
    /(?:^|[^a-z])(sang|trua|chieu|toi|dem)(?:\s+(?:nay|qua|mai|hom\s+qua|hom\s+nay))?(?:[\s,(]+(?:ngay|mung)?)?[\s,(]*$/.exec(
      before,
    )?.[1]
  return word === undefined ? undefined : partsOfDay[word]
}

const partsOfDay: Readonly<Record<string, DateMention['partOfDay']>> = {
  sang: 'morning',
  trua: 'noon',
  chieu: 'afternoon',
  toi: 'evening',
  dem: 'evening',
}

const leads = [
  '(?:tam\\s{1,3}nhin|dinh\\s{1,3}huong)(?:\\s{1,3}(?:den|toi))?(?:\\s{1,3}het)?(?:\\s{1,3}nam)?',
  '(?:giai\\s{1,3}doan|thoi\\s{1,3}ky|nhiem\\s{1,3}ky|nien\\s{1,3}khoa)(?:\\s{1,3}tu)?(?:\\s{1,3}nam)?',
  '(?:tinh\\s{1,3})?(?:den|toi|truoc)(?:\\s{1,3}(?:het|cuoi|thoi\\s{1,3}diem|moc))?(?:\\s{1,3}nam)?',
  '(?:vao|trong|cua|tu|het|cuoi|moc)\\s{1,3}(?:cuoi\\s{1,3})?(?:nam)',
  'nam(?:\\s{1,3}hoc)?',
]

const yearPattern = new RegExp(
  `(?<lead>\\b(?:${leads.join('|')})\\s{1,3})?(?<![\\d.,/a-z]|[a-z\\d]-)(?<first>(?:19|20)\\d{2})(?:\\s?(?:-|(?<=\\btu (?:nam )?\\d{4}\\s?)(?:den|toi)(?:\\s+nam)?)\\s?(?<last>(?:19|20)\\d{2}))?(?!\\d|%|[.,/]\\d|[-/][a-z]|-\\d)`,
  'g',
)

/** The words before the year as far as they are spelled so: of "Việt Nam 2030" none, of "tân nhìn đến năm 2030" the last two. */
function writtenLead(folded: FoldedText, at: number, end: number, plain: boolean): string {
  const lead = folded.text.slice(at, end)
  if (plain) return /^nam\b/.test(lead) && /viet\s$/.test(folded.text.slice(Math.max(0, at - 5), at)) ? '' : lead
  const words = [...lead.matchAll(/[a-z]+/g)]
  for (let first = 0; first < words.length; first++) {
    const rest = words.slice(first)
    const right = rest.every((word) => {
      const raw = originalText(folded, at + word.index, at + word.index + word[0].length)
      return spellings.has(word[0]) && (spellings.get(word[0]) ?? []).some((spelling) => sameSpelling(raw, spelling))
    })
    if (right) return lead.slice(rest[0]?.index)
  }
  return isPlain(originalText(folded, Math.max(0, at - 20), end)) ? lead : ''
}

const spellings = new Map<string, string[]>()
for (const word of 'tầm nhìn định hướng đến tới hết năm giai đoạn thời kỳ nhiệm niên khóa từ tính trước cuối điểm mốc vào trong của học'.split(
  ' ',
)) {
  const key = foldText(word).text
  spellings.set(key, [...(spellings.get(key) ?? []), word])
}

function roleOf(written: string, period: boolean): YearMention['role'] {
  const lead = foldText(written).text
  if (/^tam/.test(lead)) return 'vision'
  if (/^dinh/.test(lead)) return 'orientation'
  if (/^nhiem/.test(lead)) return 'term'
  if (period || /^(?:giai|thoi|nien)/.test(lead)) return 'period'
  if (/^(?:den|toi|truoc|het)/.test(lead)) return 'by'
  return lead.trim() === '' ? 'bare' : 'in'
}

/** "2000 hồ sơ", "1945 tỷ": a bare number of four digits that counts something, or stands behind "số", is no year. */
function isQuantity(text: string, at: number, end: number): boolean {
  const after = text.slice(end, end + 16)
  const before = text.slice(Math.max(0, at - 10), at)
  return (
    /^\s?(?:nguoi|ho so|ho\b|can bo|doanh nghiep|ty\b|trieu|nghin|dong|xa\b|don vi|thu tuc|m2|ha\b|km|may\b|dai bieu|luot|van ban|tai khoan|lop|hoc|usd|gio)/.test(
      after,
    ) || /(?:^|[^a-z])(?:so|hon|khoang|gan|tren|duoi|dt|fax|tel|iso)[\s.:]+$/.test(before)
  )
}

/** The matches that begin first, the longest of those that begin together; what overlaps an earlier one is dropped. */
function leftmostLongest<T extends { readonly at: number; readonly end: number }>(matches: readonly T[]): T[] {
  let last = 0
  return [...matches]
    .sort((a, b) => a.at - b.at || b.end - a.end)
    .filter(({ at, end }) => {
      if (at < last) return false
      last = end
      return true
    })
}

/** Whether an offset lies inside one of the spans; offsets have to be asked in rising order. */
function insideAny(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let next = 0
  let reach = -1
  return (offset) => {
    for (let span = sorted[next]; span && span.start <= offset; span = sorted[++next]) reach = Math.max(reach, span.end)
    return offset < reach
  }
}

function daysIn(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
