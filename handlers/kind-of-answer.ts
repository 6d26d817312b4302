import { sectionPath } from '../src/library/quote.ts'
import type { Ask, Reading } from '../src/questions/reading.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { type Token, tokenize } from '../src/vietnamese/tokens.ts'
import type { Unit } from './units.ts'
import type { Wanted } from './wanted.ts'

/** What decides whether a sentence gives the kind of answer that a question wants, found out once. */
export interface Asked {
  readonly reading: Reading
  readonly wanted: Wanted
  /** Folded words of each office that it names. */
  readonly offices: readonly (readonly string[])[]
  /** The first words of what is counted. */
  readonly counted: readonly string[] | undefined
  readonly sign: RegExp | undefined
  /** Asked is how things stand, not what is aimed at. */
  readonly ofPresent: boolean
  /** Asked is what has been done by now: "đã lắp bao nhiêu", "lắp được mấy … rồi". */
  readonly ofDone: boolean
}

export function askedOf(reading: Reading, wanted: Wanted): Asked {
  const { asks, counted, text } = reading
  const ofDone = (text === fold(text) ? donePlain : done).test(text.toLowerCase())
  return {
    reading,
    wanted,
    offices: [...text.matchAll(office)].map(([name]) => fullTokens(name).map(({ folded }) => folded)),
    counted: counted === undefined ? undefined : thingCounted(fullTokens(counted)).map((token) => token[wanted.by]),
    sign: asks.map((ask) => signs[ask]).find((pattern) => pattern !== undefined),
    ofPresent: (ofDone || !asksForAims(reading)) && (asks.includes('percent') || asks.includes('count')),
    ofDone,
  }
}

/** "Bao nhiêu người trình độ cao": people are counted under other names too, "50 chuyên gia trình độ cao". */
function thingCounted(words: readonly Token[]): readonly Token[] {
  return words.length > 2 && words[0]!.folded === 'nguoi' ? words.slice(1) : words
}

/** Whether a sentence can answer at all: it gives what is asked for, of the year, the office and the person that the question names. */
export function answersTheKind(unit: Unit, asked: Asked): boolean {
  return (
    givesWhatIsAsked(unit, asked) &&
    inYear(unit, asked.reading) &&
    namesOffices(unit, asked.offices) &&
    saysMoreThanName(unit, asked)
  )
}

/**
 * Whether a unit can speak of the years asked: it names one of them, or it names none and its heading, its paragraph or its document's
 * dates do.
 */
function inYear({ years: named, rings, document, section }: Unit, { years }: Reading): boolean {
  if (years.length === 0 || named.some((year) => years.includes(year))) return true
  if (named.length > 0) return false
  const wanted = years.map(String)
  const inHeadings =
    sectionPath(document, section)
      .join(' ')
      .match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []
  if (inHeadings.length > 0) return inHeadings.some((year) => wanted.includes(year))
  const { title, issuedOn, source } = document.metadata
  return (
    rings.some(({ folded }) => wanted.some((year) => folded.has(year))) ||
    wanted.some((year) => [title, issuedOn, source?.publishedOn].some((text) => text?.includes(year)))
  )
}

/** Words of a question for what has been done by now, and the same without diacritics. */
const done =
  /(?<!\p{L})(?:đã|đến nay|tới nay|được (?:mấy|bao nhiêu)(?! (?:%|phần trăm|điểm))|(?:sáu|chín|\d+) tháng (?:đầu|qua))(?!\p{L})|(?<!\p{L})rồi\W*$/u
const donePlain =
  /\b(?:den nay|toi nay|duoc (?:may|bao nhieu)(?! (?:%|phan tram|diem))|(?:sau|chin|\d+) thang (?:dau|qua))\b|\broi\W*$/
/** Words of a sentence about what has been done, and of one about what is still to be done. */
const doneWords = /(?<!\p{L})(?:đã|đến nay|tới nay|hiện (?:nay|có|đã))(?!\p{L})/iu
const dutyWords = /(?<!\p{L})(?:giao|nhiệm vụ|sẽ|yêu cầu|phải)(?!\p{L})/iu

/** Words between a number and what it counts: "19 chiếc xe tải", "gần 450 thủ tục". */
const numberReach = 3

/** Kinds of answers that a sentence either gives or does not. */
const decisive: readonly Ask[] = ['date', 'rank', 'agency', 'person', 'venue']

const asksDay = /(?:ngày|ngay)\s+(?:nào|nao|mấy|may|bao nhiêu|bao nhieu|tháng|thang)|hôm nào|hom nao/iu

/** Whether a unit holds the kind of answer asked for: a number before what is counted, an amount, a percentage, a date, a name. */
function givesWhatIsAsked(unit: Unit, { reading, wanted, counted, ofDone }: Asked): boolean {
  const { asks, text } = reading
  if (asks.includes('percent')) return /%|phần trăm/u.test(withHeader(unit))
  if (asks.includes('money'))
    return (
      /\d/.test(unit.text) && /(?:\d|triệu|tỷ|tỉ|nghìn|\()\s*(?:đồng|tỷ|tỉ|triệu|USD)(?!\p{L})/iu.test(withHeader(unit))
    )
  if (asks.includes('reason')) return givesReason(unit)
  const first = asks.find((ask) => decisive.includes(ask) || ask === 'count')
  if (first === 'date' && asksDay.test(text)) return says(unit, givesDay)
  if (first === 'agency' && officeAbove(unit) !== undefined) return true
  if (first !== undefined && first !== 'count') return says(unit, signs[first]!)
  if (first === undefined) return true
  if (counted === undefined) return unit.tokens.some(isNumber)
  const [word, second] = counted
  const forms = unit.forms[wanted.by]
  const inSentence = second === undefined || forms.includes(second) || unit.rings[0]?.[wanted.by].has(second)
  // "Đến nay đã lắp 18 trạm" goes on with the thing named in full before.
  if (!inSentence && !(ofDone && says(unit, doneWords) && unit.rings[1]?.[wanted.by].has(second))) return false
  return forms.some((form, at) => form === word && unit.tokens.slice(Math.max(0, at - numberReach), at).some(isNumber))
}

const givesDay = /\d{1,2}\s?[/.-]\s?\d{1,2}|ngày\s+\d|(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) h[ằà]ng tuần/iu

function withHeader({ document, header, text }: Unit): string {
  return header ? document.text.slice(header.start, header.end) + text : text
}

const said = new WeakMap<Unit, Map<RegExp, boolean>>()

/** Whether a pattern finds anything in the words of a unit; every unit is asked the same few patterns over and over. */
function says(unit: Unit, pattern: RegExp): boolean {
  let known = said.get(unit)
  if (!known) {
    known = new Map()
    said.set(unit, known)
  }
  let found = known.get(pattern)
  if (found === undefined) {
    found = pattern.test(unit.text)
    known.set(pattern, found)
  }
  return found
}

const reasons =
  /(?:^|[\s,;:("“])(?:(?<!l[ýí] )do|vì|bởi|nguyên nhân|nhờ|xuất phát từ|(?<!nêu rõ )(?:lý do|lí do)(?! và))(?=[\s,:])/iu
const names = /(?<!\p{L})nguyên nhân(?!\p{L})/iu

/** The heading above a task that begins with the duty itself, where the heading is the name of an office: "3. Sở Tư pháp". */
function officeAbove(unit: Unit): string | undefined {
  if (!says(unit, beginsWithDuty)) return undefined
  return sectionPath(unit.document, unit.section)
    .toReversed()
    .map((heading) => heading.normalize('NFC'))
    .find((heading) => signs.agency!.test(heading))
}

const beginsWithDuty =
  /^(?:[a-zđ]\)|[-–+•]|\d+(?:\.\d+)*[.)])?\s*(?:chủ trì|phối hợp|tham mưu|hướng dẫn|tổ chức|bố trí|rà soát|xây dựng|bảo đảm|theo dõi|tổng hợp|hoàn thành|triển khai|ban hành|tiếp nhận|là\s|mở\s|đề xuất|thẩm định|khảo sát|kiểm tra|thanh tra|công khai|công bố|vận hành|đôn đốc|tuyên truyền|liên thông|giải quyết)/iu

/** A reason is given by the words before it, or stands under a heading of reasons. */
function givesReason(unit: Unit): boolean {
  const { document, section } = unit
  return says(unit, reasons) || /nguyên nhân|lý do/iu.test(sectionPath(document, section).join(' ').normalize('NFC'))
}

const office =
  /(?<!\p{L})(?:Sở|Bộ|Cục|Chi cục|Ban|Hội|Công an|Trung tâm|Trường|Tập đoàn|Công ty|Bệnh viện)(?:\s+(?:và\s+)?\p{Lu}[\p{L}\p{M}]*(?:[&-]\p{Lu}+)*)+/gu

/** An office that the question names has to be named in the sentence, its paragraph or its headings. */
function namesOffices({ forms, rings }: Unit, offices: Asked['offices']): boolean {
  return offices.every((words) =>
    words.every((word) => forms.folded.includes(word) || rings.some(({ folded }) => folded.has(word))),
  )
}

/** What is asked about a person has to stand beside the name: a name alone is no answer. */
function saysMoreThanName(unit: Unit, { reading: { persons, asks }, wanted: { terms, by } }: Asked): boolean {
  if (persons.length === 0 || asks.includes('role') || asks.includes('person')) return true
  const names = new Set(persons.flatMap((name) => tokenize(name).flatMap(({ term, folded }) => [term, folded])))
  const rest = terms.filter(({ form, weight }) => !names.has(form) && weight > 0.1)
  const total = rest.reduce((sum, { weight }) => sum + weight, 0)
  const held = rest.reduce(
    (sum, { form, weight }) => sum + (unit.forms[by].includes(form) || unit.rings[0]?.[by].has(form) ? weight : 0),
    0,
  )
  return rest.length === 0 || held > total / 2
}

/** Words of aims. */
export const targetWords = /phấn đấu|mục tiêu|chỉ tiêu|đến (?:hết )?năm \d{4}|(?:^|\s)sẽ\s|dự kiến/iu
/** Share of its coverage that a sentence about an aim keeps when the present state is asked for. */
const aimShare = 0.7

/** Questions about the present are not answered with aims, and those about what is done not with duties. */
export function presentShare(unit: Unit, { ofPresent, ofDone }: Asked): number {
  if (!ofPresent || (ofDone && says(unit, doneWords))) return 1
  return says(unit, targetWords) || (ofDone && says(unit, dutyWords)) ? aimShare : 1
}

/** Whether a question is about what is to be reached: it names a year or an aim. */
export function asksForAims({ asks, years, text }: Reading): boolean {
  return (
    years.length > 0 ||
    asks.includes('target') ||
    /(?:^|\s)(?:muốn|mong|kỳ vọng|yêu cầu|phải|muon|mong|ky vong|yeu cau|phai)(?:\s|$)/iu.test(text)
  )
}

function isNumber({ kind, folded }: Token): boolean {
  return (
    kind === 'number' || /^(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|chuc|tram|nghin|ngan|van|trieu|ty)$/.test(folded)
  )
}

/** Signs of the kinds of answer, in the text as written. */
const signs: Partial<Record<Ask, RegExp>> = {
  date: /\d{1,2}\s?[/.-]\s?\d{1,2}|ngày\s+\d|tháng\s+\d|quý\s+[\dIVX]|năm\s+\d{4}|h[ằà]ng (?:ngày|tuần|tháng|quý|năm)/iu,
  percent: /%|phần trăm/iu,
  count: /\d|(?:^|\s)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s/iu,
  rank: /(?:xếp|đứng)\s+(?:thứ|hạng|vị trí|ở|cuối|đầu|nhất)|thứ\s+\d|hạng\s+(?:thứ\s+)?\d|top\s+\d|nhóm\s+\p{L}|nhóm\s+\d|dẫn đầu|(?<![\d/])\d{1,2}\/\d{2}(?![\d/])/iu,
  person: /(?:\p{Lu}[\p{Ll}\p{M}]+\s+){2,}\p{Lu}[\p{Ll}\p{M}]+/u,
  agency:
    /(?<!\p{L})(?:Sở|Bộ|Cục|Chi cục|Tổng cục|Ban|Hội|Công an|Trung tâm|Trường|Tập đoàn|Công ty|Bệnh viện|Văn phòng|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Tỉnh [uủ][ỷy]|Thành [uủ][ỷy]|Huyện [uủ][ỷy]|Đảng [uủ][ỷy]|Thanh tra|Liên minh|Viện|Đoàn|Bộ Chỉ huy|Phòng|Bưu điện|Kho bạc|Chi nhánh|Ngân hàng|Mặt trận|VNPT|Viettel)(?!\p{L})/u,
  role: /bí thư|chủ tịch|giám đốc|trưởng|phó|ủy viên|tổng/iu,
  venue: /(?:^|\s)(?:tại|ở)\s/iu,
  reason: reasons,
  list: /[;:]|,.*,/u,
  issuer: /ban hành|của/iu,
  target: /đến năm|phấn đấu|mục tiêu|đạt|tối thiểu|trên\s+\d|\d\s?%/iu,
  number: /\d+\s*[-/]\s*\p{Lu}/u,
}

/** How well words fit what is asked: the kind of answer, and the years. */
export function suitability(unit: Unit, { reading: { asks, years }, sign }: Asked): number {
  let score = sign === undefined ? 0 : says(unit, sign) ? 0.15 : -0.2
  if (asks.includes('reason') && says(unit, names)) score += 0.15
  return unit.years.some((year) => years.includes(year)) ? score + 0.2 : score
}
