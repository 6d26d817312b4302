import type { Answer } from '../src/answers/answer.ts'
import { citationsIn } from '../src/facts/citations.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { type DateMention, findDates } from '../src/vietnamese/dates.ts'
import { AnswerParts, verdictOver } from './answer-parts.ts'
import { daysClaimed, sameDay } from './claimed-paper.ts'
import { findEvidence } from './evidence.ts'
import { type Match, matchFacts } from './fact-match.ts'
import { dayOfForce } from './force.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'
import { sentence } from './wording.ts'

/** Coverage from which a date is surely that of the thing asked about. */
const surelySame = 0.75
/** How far behind the best one others have to lie that are of another day. */
const clearly = 0.08
const asking =
  /\b(?:dien(?: ra)?|to chuc|ngay|sang|chieu|toi|duoc|vao|luc|han|thoi han|co|bat dau|ke tu|tu|hieu luc)\b/g

/** "Hội nghị diễn ra ngày 5/3 phải không": the day claimed against the day that the documents give. */
export async function judgeDay(request: Request): Promise<Answer | undefined> {
  const { reading, knowledge } = request
  const [claimed, another] = daysClaimed(reading)
  if (!claimed || another) return undefined
  const inForce = /hiệu lực|hieu luc/iu.test(reading.text)
  const subject = withoutPhrases(reading.subject.replace(claimed.raw, ' ').replace(/\d[\d./-]*/g, ' '), asking)
  const asked = { ...reading, years: [], subject: inForce ? `${subject} hiệu lực` : subject }
  const facts = inForce || subject === '' ? [] : matchFacts(knowledge, asked, ['event_date', 'deadline'], subject)
  const sure = facts.filter(({ coverage, score }) => coverage >= surelySame && score >= facts[0]!.score - clearly)
  const days = new Set(sure.map(({ fact }) => fact.date?.iso ?? fact.value))
  const right = sure.find(({ fact }) => isDay(fact, claimed))
  if (right || days.size === 1) return verdict(right ?? sure[0]!, right !== undefined, request)
  if (asked.subject === '') return undefined
  const found = await findEvidence(knowledge, { ...asked, asks: ['date'] }, scopeOf(knowledge, reading))
  const telling = found
    .filter(({ coverage }) => coverage >= surelySame && coverage >= found[0]!.coverage - clearly)
    .map((evidence) => ({ evidence, dates: inForce ? forceDays(evidence.quote.text) : daysIn(evidence.quote.text) }))
    .filter(({ dates }) => dates.length > 0)
  const agreeing = telling.find(({ dates }) => dates.some(({ iso }) => iso !== undefined && sameDay(claimed, iso)))
  const [first] = telling
  const chosen = agreeing ?? (first?.dates.length === 1 && first.dates[0]!.iso !== undefined ? first : undefined)
  if (!chosen) return undefined
  return verdictOver(chosen.evidence, agreeing !== undefined, reading)
}

/** Days of what a sentence tells; those of the papers that it cites are theirs. */
function daysIn(text: string) {
  const cited = citationsIn(text)
  return findDates(text).filter(
    ({ precision, start, end }) =>
      precision === 'day' && !cited.some((citation) => citation.start <= start && end <= citation.end),
  )
}

function forceDays(text: string) {
  const day = dayOfForce(text)
  return day ? [day] : []
}

/** Whether a fact is of the day claimed; where it gives no year, day and month decide. */
function isDay({ date, value }: Match['fact'], claimed: DateMention): boolean {
  const [mention] = findDates(value)
  const iso = date?.iso ?? mention?.iso
  if (iso !== undefined) return sameDay(claimed, iso)
  const [day, month] =
    claimed.iso === undefined
      ? [claimed.day, claimed.month]
      : [Number(claimed.iso.slice(8, 10)), Number(claimed.iso.slice(5, 7))]
  return mention !== undefined && mention.day === day && mention.month === month
}

function verdict({ fact, document }: Match, right: boolean, { reading }: Request): Answer {
  const inferred = fact.date?.yearFrom ? ` (năm ghi theo dòng ngày đăng “${fact.date.yearFrom}”)` : ''
  return new AnswerParts()
    .state(sentence(`${right ? 'Đúng' : 'Chưa đúng'}. Theo tài liệu, ${fact.subject}: ${fact.value}${inferred}`))
    .fact(fact, document)
    .answer(right ? 'answered' : 'corrected', reading)
}
