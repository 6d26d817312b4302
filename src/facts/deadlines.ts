import type { DateMention } from '../vietnamese/dates.ts'
import { findClauses } from '../vietnamese/sentences.ts'
import { datesIn } from './dates.ts'
import { tidy } from './figures.ts'
import type { FactSheet } from './sheet.ts'
import { type Source, wordsOf } from './source.ts'

/** Words that make a point in time a deadline. */
const limit =
  /(?<![A-Za-zÀ-ỹ])(?:trước|chậm nhất(?: là| đến| vào)?|xong trong|xong trước|hoàn thành (?:trong|trước|vào)|ngay trong|trong|đến hết|hết)\s+(?:ngày\s+|cuối\s+|hết\s+)?$/iu

const duty =
  /(?<![A-Za-zÀ-ỹ])(?:hoàn thành|hoàn thiện|trình|ban hành|báo cáo|gửi|đưa vào|triển khai|phê duyệt|tham mưu|xây dựng|nộp|cập nhật|công bố|tổ chức)(?![A-Za-zÀ-ỹ])/iu

const owed =
  /(?<![A-Za-zÀ-ỹ])(?:sẽ|phải|cần|yêu cầu|đề nghị|giao|khẩn trương|chậm nhất|trước|xong|hoàn thành trong|hoàn thành trước)(?![A-Za-zÀ-ỹ])/iu

/** Points in time by which something has to be done: "đưa vào sử dụng ngay trong quý 2/2025", "Trong tháng 3/2021 sẽ trình …". */
export function findDeadlines(source: Source, sheet: FactSheet): void {
  for (const statement of source.statements) {
    const { text } = statement
    if (statement.block.kind === 'heading' || /[?]\s*$/u.test(text)) continue
    const dates = datesIn(text).filter(({ precision, iso }) => precision !== 'day-without-year' && iso !== undefined)
    for (const date of dates) {
      const clause = findClauses(text, { start: 0, end: text.length }).find(({ end }) => date.start < end)
      if (!clause || !isDeadline(text, clause.start, clause.end, date)) continue
      const from = limitStart(text, date)
      const words = tidy(`${text.slice(clause.start, from)} ${text.slice(date.end, clause.end)}`.replace(/\s+/g, ' '))
      if (words.split(' ').length < 3) continue
      const span = statement.plain.span(date.start, date.end)
      sheet.add({
        kind: 'deadline',
        subject: words.length > 220 ? words.slice(0, words.lastIndexOf(' ', 220)) : words,
        value: wordsOf(source.document, span),
        quote: statement.plain.span(clause.start, clause.end),
        context: { start: statement.start, end: statement.end },
        stated: true,
        year: Number(date.iso?.slice(0, 4)),
        date: { ...(date.iso && { iso: date.iso }), precision: date.precision },
      })
    }
  }
}

function isDeadline(text: string, start: number, end: number, date: DateMention): boolean {
  const words = text.slice(start, end)
  return (
    limit.test(text.slice(Math.max(start, date.start - 40), date.start)) &&
    (date.precision !== 'year' || /(?:trước|chậm nhất|hoàn thành|xong)[^,;]*$/iu.test(text.slice(start, date.start))) &&
    duty.test(words) &&
    owed.test(words) &&
    !/(?<![A-Za-zÀ-ỹ])(?:đã|được thành lập|vừa qua)(?![A-Za-zÀ-ỹ])/iu.test(words.slice(0, date.end - start))
  )
}

function limitStart(text: string, date: DateMention): number {
  const left = text.slice(0, date.start)
  return limit.exec(left)?.index ?? date.start
}
