import type { Answer } from '../src/answers/answer.ts'
import type { Fact, FactKind } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { type Match, matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { mayBeMeeting, meetingsIn } from './qualifiers.ts'
import { sentence } from './wording.ts'

const sameThing = 0.6
const askingWords =
  /\b(?:dien(?: ra)?(?! (?:dan|tap|tich|van|bien|thoai))|to chuc|ngay(?! hoi)|thang|nam|luc|thoi gian|dia diem|o dau|duoc|phai|vao|han|thoi han|hoan thanh)\b/g

/** "Hội nghị … diễn ra ngày nào, ở đâu?", "khi nào phải xong?" */
export function answerEvent({ reading, knowledge }: Request): Answer | undefined {
  const subject = [withoutPhrases(reading.subject, askingWords), ...reading.documents.map(({ raw }) => raw)].join(' ')
  if (subject.trim() === '') return undefined
  const month = monthIn(fold(reading.text)) ?? monthIn(fold(reading.subject))
  const named = eventsNamed({ reading, knowledge }, subject, ['event_date', 'deadline']).filter(
    ({ fact }) => !month || isIn(month, fact),
  )
  // The next meeting is none of those that took place, and they are none to come.
  const asksNext = comesNext.test(fold(reading.text))
  const alike = named.filter(({ fact }) => comesNext.test(fold(fact.subject)) === asksNext)
  const matches = alike.length > 0 || asksNext ? alike : named
  const best = matches[0]
  if (!best) return undefined
  const chosen = matches.filter(({ score }) => score >= best.score - 0.03).slice(0, 2)
  const parts = new AnswerParts()
  for (const { fact } of chosen) parts.state(eventSentence(fact, reading.asks.includes('venue')))
  for (const { fact, document } of chosen) parts.fact(fact, document)
  return parts.answer('answered', reading)
}

const comesNext = /\b(?:tiep theo|ke tiep|lan toi|lan sau|sap toi)\b/

interface Month {
  readonly month: number
  readonly year?: number
}

/** The one month that a folded question names without a day: "trong tháng 5/2024", "tháng 5 năm nay". */
function monthIn(folded: string): Month | undefined {
  const [only, ...others] = folded.matchAll(
    /(?<!\bngay \d{1,2} )\bthang (\d{1,2})(?!\d)(?:\s*[/-]\s*(\d{4})|,? nam (\d{4}))?(?! nam\b)/g,
  )
  if (!only || others.length > 0 || /\b(?:truoc|den|tu|sau|het) thang\b/.test(folded)) return undefined
  const year = only[2] ?? only[3]
  return { month: Number(only[1]), ...(year !== undefined && { year: Number(year) }) }
}

function isIn({ month, year }: Month, { date }: Fact): boolean {
  const [inYear, inMonth] = (date?.iso ?? '').split('-').map(Number)
  return inMonth === month && (year === undefined || year === inYear)
}

/** Of meetings that are counted, one is not another; where the sentence names none, the title of its document tells. */
function isMeeting(asked: readonly number[], { context }: Fact, { text, metadata }: Document): boolean {
  if (asked.length === 0) return true
  const named = meetingsIn(fold(text.slice(context.start, context.end)))
  const given = named.length > 0 ? named : meetingsIn(fold(metadata.title))
  return mayBeMeeting(asked, given)
}

/** The events of some name, best first. A year of the question may be that of the day, or stand in the event's name. */
export function eventsNamed(
  { reading, knowledge }: Pick<Request, 'reading' | 'knowledge'>,
  subject: string,
  kinds: readonly FactKind[] = ['event_date'],
): Match[] {
  const { years } = reading
  const meetings = meetingsIn(fold(reading.text))
  return matchFacts(knowledge, { ...reading, years: [] }, kinds, subject).filter(
    ({ coverage, fact, document }) =>
      coverage >= sameThing &&
      isMeeting(meetings, fact, document) &&
      (years.length === 0 ||
        fact.year === undefined ||
        years.includes(fact.year) ||
        years.some((year) => document.text.slice(fact.context.start, fact.context.end).includes(String(year)))),
  )
}

function eventSentence(fact: Fact, asksVenue: boolean): string {
  const venue = fact.date?.venue ? `, ${fact.date.venue}` : ''
  const noVenue = asksVenue && !venue ? '; tài liệu không nêu địa điểm' : ''
  const inferred = fact.date?.yearFrom ? ` (năm ghi theo dòng ngày đăng “${fact.date.yearFrom}”)` : ''
  const missing = fact.date?.precision === 'day-without-year' && !fact.date.yearFrom ? '; tài liệu không ghi năm' : ''
  return sentence(`${fact.subject}: ${fact.value}${venue}${inferred}${missing}${noVenue}`)
}
