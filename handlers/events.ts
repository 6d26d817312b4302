import type { Answer } from '../src/answers/answer.ts'
import type { Fact } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { meetingsIn } from './qualifiers.ts'
import { sentence } from './wording.ts'

const sameThing = 0.6
const askingWords =
  /\b(?:dien ra|to chuc|ngay|thang|nam|luc|thoi gian|dia diem|o dau|duoc|phai|vao|han|thoi han|hoan thanh)\b/g

/** "Hội nghị … diễn ra ngày nào, ở đâu?", "khi nào phải xong?" */
export function answerEvent({ reading, knowledge }: Request): Answer | undefined {
  const subject = [withoutPhrases(reading.subject, askingWords), ...reading.documents.map(({ raw }) => raw)].join(' ')
  if (subject.trim() === '') return undefined
  const meetings = meetingsIn(fold(reading.text))
  const matches = matchFacts(knowledge, reading, ['event_date', 'deadline'], subject).filter(
    ({ coverage, fact, document }) => coverage >= sameThing && isMeeting(meetings, fact, document),
  )
  const best = matches[0]
  if (!best) return undefined
  const chosen = matches.filter(({ score }) => score >= best.score - 0.03).slice(0, 2)
  const parts = new AnswerParts()
  for (const { fact } of chosen) parts.state(eventSentence(fact, reading.asks.includes('venue')))
  for (const { fact, document } of chosen) parts.fact(fact, document)
  return parts.answer('answered', reading)
}

/** Of meetings that are counted, one is not another; where the sentence names none, the title of its document tells. */
function isMeeting(asked: readonly number[], { context }: Fact, { text, metadata }: Document): boolean {
  if (asked.length === 0) return true
  const named = meetingsIn(fold(text.slice(context.start, context.end)))
  const given = named.length > 0 ? named : meetingsIn(fold(metadata.title))
  return given.length === 0 || asked.some((each) => given.includes(each))
}

function eventSentence(fact: Fact, asksVenue: boolean): string {
  const venue = fact.date?.venue ? `, ${fact.date.venue}` : ''
  const noVenue = asksVenue && !venue ? '; tài liệu không nêu địa điểm' : ''
  const inferred = fact.date?.yearFrom ? ` (năm ghi theo dòng ngày đăng “${fact.date.yearFrom}”)` : ''
  const missing = fact.date?.precision === 'day-without-year' && !fact.date.yearFrom ? '; tài liệu không ghi năm' : ''
  return sentence(`${fact.subject}: ${fact.value}${venue}${inferred}${missing}${noVenue}`)
}
