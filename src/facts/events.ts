import type { Document } from '../library/document.ts'
import { type DateMention, findDates } from '../vietnamese/dates.ts'
import { citationsIn } from './citations.ts'
import { datesIn } from './dates.ts'
import type { Fact } from './fact.ts'
import { tidy } from './figures.ts'
import type { FactSheet } from './sheet.ts'
import { type Source, type Statement, wordsOf } from './source.ts'

const gathering =
  '(?:cuộc họp|buổi họp|phiên họp|kỳ họp|hội nghị|hội thảo|buổi làm việc|cuộc làm việc|buổi lễ|lễ (?:công bố|khai trương|ký kết|phát động|trao|ra mắt|khởi công|khánh thành)|diễn đàn|tọa đàm|đại hội|lớp tập huấn|chương trình làm việc|họp báo|triển lãm|cuộc thi|hội thi|ngày hội|hội chợ|lễ hội|liên hoan|lễ kỷ niệm|hội đàm)'

const named = new RegExp(`(?<![A-Za-zÀ-ỹ])${gathering}(?![A-Za-zÀ-ỹ])`, 'iu')
const happening =
  /(?<![A-Za-zÀ-ỹ])(?:đã họp|họp|tổ chức|diễn ra|khai mạc|chủ trì|được thành lập|thành lập|ra mắt|khai trương|được tổ chức|báo cáo vào|công bố|bế mạc|làm việc)(?![A-Za-zÀ-ỹ])/iu

/**
 * When events took place, with their place. A day without its year gets the year of the document's date line, which is named in
 * `yearFrom`; without a date line it stays without.
 */
export function findEvents(source: Source, sheet: FactSheet): void {
  const published = publicationOf(source.document)
  const said = new Set<string>()
  for (const statement of source.statements) {
    if (statement.block.kind === 'heading') continue
    const { text } = statement
    const dates = datesIn(text).filter(({ precision }) => precision === 'day' || precision === 'day-without-year')
    if (dates.length === 0) continue
    const cited = citationsIn(text)
    for (const date of dates) {
      // Dates of documents are theirs, not those of events.
      if (cited.some(({ start, end }) => start <= date.start && date.end <= end)) continue
      const event = eventOf(text, date)
      if (!event) continue
      const key = `${date.raw}\n${event.words.slice(0, 40)}`.toLowerCase()
      if (said.has(key)) continue
      said.add(key)
      fileEvent(source, sheet, statement, date, event, published)
    }
  }
}

interface Event {
  readonly words: string
  readonly start: number
  readonly end: number
}

function fileEvent(
  { document }: Source,
  sheet: FactSheet,
  statement: Statement,
  date: DateMention,
  event: Event,
  published: Published | undefined,
): void {
  const closing =
    statement.text[date.end] === ')' && /\([^)]*$/u.test(statement.text.slice(dayStart(statement.text, date), date.end))
  const span = statement.plain.span(dayStart(statement.text, date), date.end + (closing ? 1 : 0))
  const venue = venueOf(statement.text, date, event)
  const iso = date.iso ?? dayOf(date, published)
  const quote = statement.plain.span(
    Math.min(event.start, dayStart(statement.text, date)),
    Math.max(event.end, date.end, venue?.end ?? 0),
  )
  const value: Fact['date'] = {
    precision: date.iso ? 'day' : iso ? 'day' : 'day-without-year',
    ...(iso && { iso }),
    ...(!date.iso && iso && published && { yearFrom: published.written }),
    ...(venue && { venue: venue.words }),
  }
  sheet.add({
    kind: 'event_date',
    subject: event.words,
    value: wordsOf(document, span),
    quote,
    context: { start: statement.start, end: statement.end },
    stated: true,
    ...(iso && { year: Number(iso.slice(0, 4)) }),
    date: value,
  })
}

/** "Chiều 23/2", "sáng 01/4", "ngày 27/4": the part of the day and "ngày" belong to the date. */
function dayStart(text: string, date: DateMention): number {
  const lead = /(?:(?:sáng|trưa|chiều|tối)(?: nay| qua)?\s*\(?|ngày\s+)+$/iu.exec(
    text.slice(Math.max(0, date.start - 24), date.start),
  )
  return date.start - (lead?.[0].length ?? 0)
}

/** The event whose day a date is: the gathering named beside it, or what its clause says happened. */
function eventOf(text: string, date: DateMention): Event | undefined {
  const start = dayStart(text, date)
  const before = text.slice(0, start)
  const clause = Math.max(before.lastIndexOf(';'), before.lastIndexOf('. ')) + 1
  const left = before.slice(clause)
  const opens = /^[\sA-Za-zÀ-ỹ().-]{0,24}$/u.test(left) && left.trim().split(/\s+/).length <= 4
  if (opens) {
    const venue = /^[\s,)]*tại\s[^,]+,/iu.exec(text.slice(date.end))?.[0].length ?? 0
    const right = text.slice(date.end + venue, date.end + venue + 330)
    const match = named.exec(right)
    if (match && happening.test(right)) return eventFrom(text, date.end + venue + match.index)
    const verb = /(?<!phòng )(?<![A-Za-zÀ-ỹ])(?:đã )?(?:họp|tổ chức|làm việc)(?![A-Za-zÀ-ỹ])[^,;.]{0,120}/iu.exec(
      text.slice(date.end, date.end + 420),
    )
    if (!verb) return undefined
    const end = date.end + verb.index + verb[0].trimEnd().length
    const gone =
      /^[\s,)]*(?:(?:tại|dưới sự|với sự|ông|bà|đồng chí)\s[^,]+,\s*)*/iu.exec(text.slice(date.end, end))?.[0].length ??
      0
    // "… chủ trì họp Tổ công tác": the event is the meeting, not who led it.
    const words = text.slice(date.end + gone, end).replace(/^.*\schủ trì\s+(?=họp\s)/iu, '')
    return { words: tidy(words), start, end }
  }
  if (!/(?:vào|diễn ra|tổ chức|thành lập|khai mạc|họp|\)|,|\s)\s*\(?$/iu.test(left)) return undefined
  if (/(?:đăng|đăng tải|cập nhật|xuất bản|phát hành|ban hành|ký)\s+(?:ngày\s+)?$/iu.test(left)) return undefined
  if (/(?:trước|đến|từ|sau|kể từ|tính đến|thời điểm|hết)\s+(?:ngày\s+)?$/iu.test(left)) return undefined
  const last = [...left.matchAll(new RegExp(named.source, 'giu'))].at(-1)
  if (last && start - clause - last.index < 330 && !/[;]/.test(left.slice(last.index))) {
    const from = clause + last.index
    const words = text.slice(from, start)
    if (/thông qua\s*$/iu.test(words)) return undefined
    return { words: shortened(words), start: from, end: from + words.trimEnd().length }
  }
  const founded =
    /(?<words>[^,;:]{4,80}?\s(?:được thành lập|ra mắt|được khai trương|được công bố))\s*(?:vào)?\s*$/iu.exec(left)
  if (!founded?.groups?.words) return undefined
  const from = clause + founded.index
  return {
    words: tidy(founded.groups.words),
    start: from + (left.slice(founded.index).length - left.slice(founded.index).trimStart().length),
    end: start,
  }
}

function eventFrom(text: string, from: number): Event {
  const stretch = /^[^,;.:“”"]{4,}/u.exec(text.slice(from, from + 260))?.[0] ?? ''
  const cut =
    stretch.length > 150 ? (/^.{40,150}(?=\s(?:và|về|với|của|kể từ|nhằm)\s)/u.exec(stretch)?.[0] ?? '') : stretch
  const words = cut.replace(/(?:\s(?:về|và|của|với|cho|để))+\s*$/u, '')
  return { words: shortened(words), start: from, end: from + words.trimEnd().length }
}

/** The event by its name, without what took place there. */
function shortened(words: string): string {
  return tidy(
    words.split(/\s(?:do|diễn ra|được tổ chức|đã|với (?:sự|chủ đề)|dưới sự)(?![A-Za-zÀ-ỹ])|\s(?=tại\s)/u)[0] ?? words,
  )
}

/** "tại Trụ sở Trung ương Đảng": the place beside the date or behind the event. */
function venueOf(text: string, date: DateMention, event: Event): { words: string; end: number } | undefined {
  const beside =
    /^[\s,()]*(?:nay,?\s+)?tại\s+(?<place>(?:\p{Lu}|trụ sở|hội trường|phòng họp|trung tâm|nhà|khách sạn|thành phố|thị xã|phường|tỉnh|huyện|xã)[^,;.:()]{2,80}?)(?=[,;.:()]|\s(?:do|đã|với|dưới|nhằm|để)\s|$)/u
  for (const at of [date.end, event.end]) {
    const match = beside.exec(text.slice(at, at + 120))
    const place = match?.groups?.place
    if (match && place && !isGathering(place)) return { words: place.trim(), end: at + match[0].length }
  }
  const before =
    /(?<![A-Za-zÀ-ỹ])tại\s+(?<place>(?:\p{Lu}|trụ sở|hội trường|trung tâm|thành phố)[^,;.:()]{2,80}?),\s*$/u.exec(
      text.slice(0, dayStart(text, date)),
    )
  const place = before?.groups?.place
  return place && !isGathering(place) ? { words: place, end: 0 } : undefined
}

/** "tại Hội nghị …" is no place, "tại Trung tâm Hội nghị tỉnh" is one. */
function isGathering(place: string): boolean {
  return named.exec(place)?.index === 0
}

interface Published {
  readonly iso: string
  readonly written: string
}

/** The day a report was published: by its date line, else by its front matter. */
function publicationOf(document: Document): Published | undefined {
  for (const { kind, start, end } of document.blocks) {
    if (kind !== 'date-line') continue
    const line = document.text.slice(start, end)
    const date = findDates(line).find(({ precision }) => precision === 'day')
    if (date?.iso) return { iso: date.iso, written: date.raw }
  }
  const iso = document.metadata.source?.publishedOn
  return iso === undefined ? undefined : { iso, written: iso }
}

/** A report tells of days before it, or a few after: the year is the one that puts the day there. */
function dayOf({ day, month }: DateMention, published: Published | undefined): string | undefined {
  if (!published || day === undefined || month === undefined) return undefined
  const year = Number(published.iso.slice(0, 4))
  const inYear = (each: number) => `${each}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const later = Date.parse(inYear(year)) - Date.parse(published.iso) > 31 * 86_400_000
  return inYear(later ? year - 1 : year)
}
