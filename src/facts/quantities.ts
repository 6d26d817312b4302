import type { Comparator } from './fact.ts'
import { readOnce } from './read-once.ts'

/** A number in running text with what stands around it. Offsets are into the text it was found in. */
export interface Quantity {
  /** Where the comparator begins, or the number when there is none. */
  readonly from: number
  readonly start: number
  /** End of the number with its range and its per cent sign. */
  readonly end: number
  /** Number, range and per cent sign as written: "30%", "3 - 5", "08", "bốn". */
  readonly written: string
  readonly number: number
  readonly max?: number
  /** "%", a measure ("triệu đồng", "ha") or nothing when things are counted. */
  readonly unit?: string
  readonly comparator?: Comparator
  /** True when the number is written as a word. */
  readonly spelled: boolean
}

const words: Readonly<Record<string, number>> = {
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
}

const digits = '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?'
const measure =
  '%(?:\\s?\\/\\s?năm)?|phần trăm|(?:nghìn |ngàn |triệu |tỷ |tỉ )+(?:đồng|USD|đô la(?: Mỹ)?|người|lượt|hồ sơ|m2|m3|tấn)(?:\\/[A-Za-zÀ-ỹ]+)?|đồng(?! chí| bào| bộ| hồ| thời)|USD|ha|km2|km|m2|m3|MW|Mbps|Gbps|Mb\\/s|tấn|cm|mm|tỷ|tỉ|triệu|điểm phần trăm|điểm|bậc|giờ|phút|giây|inch|kWh|GB|TB'

const pattern = new RegExp(
  `(?<![A-Za-zÀ-ỹ\\d.,/:+-])(?:(?<number>${digits})(?:\\s?-\\s?(?<max>${digits}))?|(?<word>mười một|mười hai|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười))(?![\\d/:]|[.,]\\d|[A-Za-zÀ-ỹ]|-[A-Za-zÀ-ỹ])(?:\\s?(?<unit>${measure})(?![A-Za-zÀ-ỹ]))?`,
  'giu',
)

/**
 * Numbers that count or measure, in order. Numbers of documents, dates, years, times, fractions ("26/63"), versions ("4.0"), ordinals and names
 * ("Đề án 06", "mức độ 3", "quý 2", "khóa XI") are none.
 */
export const findQuantities = readOnce((text: string): readonly Quantity[] => {
  const found: Quantity[] = []
  for (const match of text.matchAll(pattern)) {
    const quantity = quantityOf(text, match)
    if (quantity) found.push(quantity)
  }
  return found
})

/** Words after which a number is a name, an ordinal or a part of a date. */
const naming =
  /(?:\b|^)(?:số(?: hiệu)?|thứ|lần thứ|điều|khoản|điểm|mục|chương|phần|phụ lục|quý|tháng|ngày|mồng|mức(?: độ)?|cấp độ|khóa|nhiệm kỳ|lần|bước|giai đoạn|vùng|loại|nhóm|hạng|top|đề án|nghị quyết|quyết định|chỉ thị|kế hoạch|chương trình|kết luận|quốc lộ|đường|tầng|phòng|km|covid|phiên bản|thế hệ|tiết|trang|bảng|biểu|hình|kỳ họp|thông tư|nghị định|công văn|luật|version|web|năm)\s*[-:]?\s*$/iu

function quantityOf(text: string, match: RegExpExecArray): Quantity | undefined {
  const { number, max, word, unit } = match.groups ?? {}
  const start = match.index
  const left = text.slice(Math.max(0, start - 32), start)
  const isMeasured =
    unit !== undefined && /(?:kinh tế|xã hội|chính quyền|chuyển đổi|công dân|dữ liệu) số\s*:?\s*$/iu.test(left)
  if ((naming.test(left) && !isMeasured) || /\d\s?-\s?$/.test(left)) return undefined
  const after = text.slice(start + match[0].length, start + match[0].length + 12)
  if (word !== undefined && !isNumberWord(word.toLowerCase(), left, after)) return undefined
  if (number !== undefined && unit === undefined && isYear(number)) return undefined
  const value = word !== undefined ? words[word.toLowerCase()] : numberOf(number ?? '')
  if (value === undefined) return undefined
  const upper = max === undefined ? undefined : numberOf(max)
  // "2020 - 2025" is a period; a range goes upwards.
  if (upper !== undefined && (isYear(max ?? '') || upper < value)) return undefined
  const bound = comparatorBefore(left)
  const isShare = unit !== undefined && /^(?:%|phần trăm)/iu.test(unit)
  const end = isShare ? start + match[0].length : start + (word ?? match[0].slice(0, numberLength(match))).length
  return {
    from: bound ? start - bound.length : start,
    start,
    end,
    written: text.slice(start, end),
    number: value,
    spelled: word !== undefined,
    ...(upper !== undefined && { max: upper }),
    ...(unit !== undefined && { unit: isShare ? unit.replace(/\s/g, '') : unit }),
    ...comparatorOf(bound?.comparator, text.slice(end, end + 24)),
  }
}

function numberLength(match: RegExpExecArray): number {
  const unit = match.groups?.unit
  return unit === undefined ? match[0].length : match[0].slice(0, match[0].length - unit.length).trimEnd().length
}

/** "7.500" is seven thousand five hundred, "98,3" ninety-eight and three tenths. */
function numberOf(written: string): number {
  return Number(written.replace(/\./g, '').replace(',', '.'))
}

function isYear(written: string): boolean {
  return /^(?:19|20)\d{2}$/.test(written)
}

/** "năm" is five only before what can be counted, and never in "năm 2025", "trong năm", "hằng năm". */
function isNumberWord(word: string, left: string, after: string): boolean {
  if (!/^\s\p{Ll}/u.test(after)) return false
  if (/(?:thứ|lần|tháng|tầng|mười|hai|ba|trăm|mươi)\s$/iu.test(left)) return false
  if (word !== 'năm') return word !== 'ba' || !/^\s(?:mẹ|má|lô|gác)/u.test(after)
  return (
    /^\s(?:nhóm|trụ cột|nhiệm vụ|việc(?! làm)|công việc|giải pháp|chỉ tiêu|đột phá|khâu|hướng|lĩnh vực|ngành|nội dung|quan điểm|mục tiêu|chương|dự án|khó khăn|bài học|nguyên tắc|vấn đề|yêu cầu|kiến nghị|đề xuất|đề nghị|thách thức|hạn chế|tồn tại|nguyên nhân|biện pháp|điểm (?:mới|nghẽn|sáng))/u.test(
      after,
    ) && !/(?:trong|các|hằng|hàng|mỗi|những|cuối|đầu|cả|một|nhiều|từng|theo|\d)\s$/iu.test(left)
  )
}

const comparators: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:tối thiểu|ít nhất|không dưới|không thấp hơn|từ|≥|>=)(?: (?:là|đạt))?\s*$/iu, '>='],
  [/(?:tối đa|nhiều nhất|không quá|không vượt quá|≤|<=)(?: là)?\s*$/iu, '<='],
  [/(?:trên|hơn|>)\s*$/iu, '>'],
  [/(?:dưới|<)\s*$/iu, '<'],
  [/(?:khoảng|gần|xấp xỉ|chừng|ước khoảng)\s*$/iu, '~'],
]

function comparatorBefore(left: string): { length: number; comparator: Comparator } | undefined {
  for (const [words, comparator] of comparators) {
    const match = words.exec(left)
    if (!match || /[A-Za-zÀ-ỹ]$/u.test(left.slice(0, match.index))) continue
    // "từ 8,5 - 9%" gives a range, not a lower bound.
    if (/^từ/iu.test(match[0])) continue
    return { length: match[0].length, comparator }
  }
  return undefined
}

function comparatorOf(before: Comparator | undefined, after: string): { comparator?: Comparator } {
  if (before) return { comparator: before }
  return /^[^.,;:]{0,16}\s?trở lên/u.test(after) ? { comparator: '>=' } : {}
}
