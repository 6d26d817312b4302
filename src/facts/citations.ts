import type { DateMention } from '../vietnamese/dates.ts'
import { type DocumentNumber, findDocumentNumbers } from '../vietnamese/document-numbers.ts'
import { type Body, bodyAt, bodyBefore } from './bodies.ts'
import { datesIn } from './dates.ts'
import { readOnce } from './read-once.ts'

/** A document cited in a sentence with what the sentence says of it. Offsets are into the sentence's text. */
export interface Citation {
  readonly number: DocumentNumber
  /** Its number in normal form, with the body that issued it when only its name says so. */
  readonly normal: string
  /** "Nghị quyết số 36-NQ/TW". */
  readonly name: string
  /** The number without the name of the type, "36-NQ/TW" or "36". */
  readonly written: string
  readonly date?: DateMention
  readonly issuer?: Body
  readonly title?: { readonly start: number; readonly end: number }
  /** Bounds of the whole citation, its title not included. */
  readonly start: number
  readonly end: number
}

/** Documents cited by number in a text, each with date, issuer and title where they stand beside it. */
export const citationsIn = readOnce((text: string): readonly Citation[] => {
  if (!/\d/.test(text)) return []
  const numbers = findDocumentNumbers(text)
  if (numbers.length === 0) return []
  const dates = datesIn(text)
  return numbers.map((number, i) => citationOf(text, number, dates, numbers[i + 1]?.start ?? text.length))
})

function citationOf(text: string, number: DocumentNumber, dates: readonly DateMention[], next: number): Citation {
  let end = number.end
  let date: DateMention | undefined
  let issuer: Body | undefined
  for (let moved = true; moved; ) {
    moved = false
    const lead = /^(?:,?\s*(?:\(\s*)?(?:ban hành\s+)?|\s*,\s*)(?=ngày|ban hành ngày|\d)/iu.exec(
      text.slice(end, end + 24),
    )
    const day = lead && dates.find(({ start }) => start >= end && start <= end + lead[0].length + 6)
    if (day && !date && /^(?:day|month|year)$/.test(day.precision) && onlyDay(text.slice(end, day.start))) {
      date = day
      end = day.end
      moved = true
    }
    const of = /^,?\s*(?:năm\s+\d{4}\s+)?(?:do|của)\s+/u.exec(text.slice(end, end + 24))
    const body = of && !issuer ? bodyAt(text, end + of[0].length) : undefined
    if (body) {
      issuer = body
      end = body.end
      moved = true
    }
  }
  const before = issuedBefore(text, number.start, dates)
  const start = Math.min(number.start, before?.start ?? number.start)
  const name = text.slice(number.start, number.end)
  const title = titleAt(text, end, next)
  return {
    number,
    normal: normalOf(number, issuer ?? before?.issuer),
    name,
    written: /(\d+[A-Za-zÀ-ỹ]?(?:[\s/&-].*)?)$/u.exec(name)?.[1] ?? name,
    start,
    end,
    ...((date ?? before?.date) && { date: date ?? before?.date }),
    ...((issuer ?? before?.issuer) && { issuer: issuer ?? before?.issuer }),
    ...(title && { title }),
  } as Citation
}

/** "Nghị quyết số 36 năm 2014 của Bộ Chính trị" is 36-NQ/TW. */
function normalOf({ normal, body }: DocumentNumber, issuer: Body | undefined): string {
  const isCentral = /^(?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|Hội nghị Trung ương)/u.test(
    issuer?.name ?? '',
  )
  return body === undefined && isCentral && /^\d+-[A-Za-zÀ-ỹ]+$/u.test(normal) ? `${normal}/TW` : normal
}

function onlyDay(between: string): boolean {
  return /^[\s,(]*(?:ban hành\s+)?(?:ngày\s*)?$/iu.test(between)
}

/** "Ngày 17.2.2025, Ban Thường vụ Tỉnh ủy đã ban hành Chương trình …": who issued it and when, in front of its name. */
function issuedBefore(text: string, at: number, dates: readonly DateMention[]) {
  const verb = /\s(?:(?:đã|vừa|mới|cũng|chính thức|ký|đã ký|vừa ký)\s+)*(?:ban hành|ký ban hành)\s+$/u.exec(
    text.slice(Math.max(0, at - 60), at),
  )
  if (!verb) return undefined
  const issuer = bodyBefore(text, Math.max(0, at - 60) + verb.index)
  if (!issuer) return undefined
  const date = dates.find(
    ({ end, precision }) =>
      precision === 'day' && /^,?\s*$/u.test(text.slice(end, issuer.start)) && end <= issuer.start,
  )
  const start = date ? date.start - (/ngày\s+$/iu.exec(text.slice(0, date.start))?.[0].length ?? 0) : issuer.start
  return { issuer, start, ...(date && { date }) }
}

/** Words that begin something else than the rest of a title, behind a comma. */
const outside =
  /^,\s+(?:(?:góp phần|nhằm|trong đó|theo đó|qua đó|yêu cầu|đồng thời|với|đã|sẽ|đến nay|hiện(?! đại)|tỉnh|các|nhất là|tạo|do đó|cùng|để|có|được|ngay|trên cơ sở|căn cứ|theo|thời gian|thay thế|áp dụng)(?![A-Za-zÀ-ỹ])|\p{Lu})/u

/** Where the title of a cited document stands, "về …" or in quotation marks; undefined when its end cannot be told. */
function titleAt(text: string, from: number, next: number) {
  const lead = /^,?\s*(?:năm \d{4}\s+)?(?:của [^,.;]{2,40}\s)?(?:về việc|về|“|")\s*/u.exec(text.slice(from, from + 60))
  if (!lead) return undefined
  const quoted = /["“]\s*$/u.test(lead[0]) ? from + lead[0].length : undefined
  const opening = quoted ?? (/^["“]/u.test(text.slice(from + lead[0].length)) ? from + lead[0].length + 1 : undefined)
  if (opening !== undefined) {
    const close = /["”“]/u.exec(text.slice(opening))
    if (!close || close[0] === '“') return undefined
    return { start: opening, end: opening + close.index }
  }
  const start = from + lead[0].length
  let end = text.length
  for (const match of text
    .slice(start)
    .matchAll(
      /[;()]|:\s|\.(?=\s|$)|,\s|\s(?:đã|sẽ|đến nay|trong đó|theo hướng|nhằm|để|theo tinh thần|gắn với|nêu rõ|đề ra|được ban hành)(?=\s)/gu,
    )) {
    const at = start + match.index
    if (match[0].startsWith(',')) {
      const cited = next < text.length && at >= next && /^,\s+ngày\s/u.test(text.slice(at))
      const another = next > at && next - at < 12
      if (cited || !(another || outside.test(text.slice(at, at + 24)))) continue
    }
    end = at
    break
  }
  const words = text.slice(start, end).trim().split(/\s+/).length
  return words >= 3 && words <= 90 ? { start, end } : undefined
}
