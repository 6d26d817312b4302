import { findPlaces } from '../vietnamese/places.ts'
import type { Span } from '../vietnamese/sentences.ts'
import type { Fact } from './fact.ts'
import type { NamedPeriod } from './periods.ts'

/** "Cũng đến năm 2025, theo Đề án, …", "Kế hoạch của tỉnh đặt mục tiêu …": words in front of an aim. */
export const leadIn =
  /^[\s,]*(?:(?:cũng|tầm nhìn|định hướng)[\s,]+)?(?:theo [^,]{3,90},\s*)?(?:(?!\p{Lu}[A-Za-zÀ-ỹ]+ tỉnh)[^,;:]{3,80}\s(?:đặt (?:ra )?mục tiêu|đề ra mục tiêu)\s+)?/iu

/** Where the aim itself begins, behind "… đề ra mục tiêu" or "phấn đấu". */
export function aimStart(text: string, span: Span, opening: NamedPeriod | undefined): number {
  if (!opening) return span.start
  const left = text.slice(span.start, opening.start)
  const lead = /(?:phấn đấu|mục tiêu|chỉ tiêu)\s*$/iu.exec(left)
  if (lead) return span.start + (/phấn đấu/iu.test(lead[0]) ? lead.index : left.length)
  return /,\s*$/u.test(left) && left.split(/\s+/).length > 12 ? opening.start : span.start
}

/** What an aim without a number is about and what is to become of it. A province as subject is left out of the value. */
export function aimOf(words: string): Pick<Fact, 'subject' | 'value'> {
  const subject = subjectOfAim(words)
  const isProvince =
    subject !== words && (/^tỉnh(?: |$)/iu.test(subject) || findPlaces(subject).some(({ raw }) => raw === subject))
  return { subject, value: isProvince ? words.slice(subject.length).trim().replace(/^sẽ /u, '') : words }
}

/** The words before the verb of an aim, else all of them. */
function subjectOfAim(words: string): string {
  if (/^(?:duy trì|đưa|xây dựng|hoàn thành|hình thành|phát triển|nhân rộng|triển khai|cơ bản|phấn đấu)\s/iu.test(words))
    return words
  const verb =
    /^(?<subject>.{3,80}?)\s(?:sẽ |cơ bản |phấn đấu |duy trì )*(?:trở thành|thuộc|nằm trong|đạt|là một|có)(?![A-Za-zÀ-ỹ])/iu.exec(
      words,
    )
  return verb?.groups?.subject ?? words
}

/** A stretch of text without the periods named in it. */
export function withoutPeriods(text: string, from: number, to: number, periods: readonly NamedPeriod[]): string {
  let words = ''
  let at = from
  for (const { start, end } of periods) {
    if (start < at || end > to) continue
    words += text.slice(at, start)
    at = end
  }
  return (words + text.slice(at, to)).replace(/\s*,\s*,/g, ',').replace(/^[\s,]+/u, '')
}
