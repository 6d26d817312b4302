import type { Answer } from '../src/answers/answer.ts'
import type { Fact } from '../src/facts/fact.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { AnswerParts } from './answer-parts.ts'
import { matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { sentence } from './wording.ts'

const sameThing = 0.6
const askingWords =
  /\b(?:dien ra|to chuc|ngay|thang|nam|luc|thoi gian|dia diem|o dau|duoc|phai|vao|han|thoi han|hoan thanh)\b/g

/** "Hội nghị … diễn ra ngày nào, ở đâu?", "khi nào phải xong?" */
export function answerEvent({ reading, knowledge }: Request): Answer | undefined {
  const subject = [withoutPhrases(reading.subject, askingWords), ...reading.documents.map(({ raw }) => raw)].join(' ')
  if (subject.trim() === '') return undefined
  const matches = matchFacts(knowledge, reading, ['event_date', 'deadline'], subject).filter(
    ({ coverage }) => coverage >= sameThing,
  )
  const best = matches[0]
  if (!best) return undefined
  const chosen = matches.filter(({ score }) => score >= best.score - 0.03).slice(0, 2)
  const parts = new AnswerParts()
  for (const { fact } of chosen) parts.state(eventSentence(fact, reading.asks.includes('venue')))
  for (const { fact, document } of chosen) parts.fact(fact, document)
  return parts.answer('answered', reading)
}

function eventSentence(fact: Fact, asksVenue: boolean): string {
  const venue = fact.date?.venue ? `, ${fact.date.venue}` : ''
  const noVenue = asksVenue && !venue ? '; tài liệu không nêu địa điểm' : ''
  const inferred = fact.date?.yearFrom ? ` (năm ghi theo dòng ngày đăng “${fact.date.yearFrom}”)` : ''
  const missing = fact.date?.precision === 'day-without-year' && !fact.date.yearFrom ? '; tài liệu không ghi năm' : ''
  return sentence(`${fact.subject}: ${fact.value}${venue}${inferred}${missing}${noVenue}`)
}
