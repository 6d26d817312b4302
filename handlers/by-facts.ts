import type { Answer } from '../src/answers/answer.ts'
import type { Ask } from '../src/questions/reading.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { answerCitedDocument, answerOwnPaper } from './cited-documents.ts'
import { compareMoney } from './compared-money.ts'
import { answerComparison } from './comparison.ts'
import { answerCount } from './counts.ts'
import { answerDefinition } from './definition.ts'
import { answerAtEvent } from './event-people.ts'
import { answerEvent } from './events.ts'
import { answerForce } from './force.ts'
import type { Request } from './handler.ts'
import { answerOwnPlace } from './holders.ts'
import { asksForAims } from './kind-of-answer.ts'
import { answerList, notListed } from './lists.ts'
import { answerMoney } from './money.ts'
import { answerOverview } from './overview.ts'
import { answerPerson, answerSigner } from './people.ts'
import { answerRanking } from './rankings.ts'
import { answerSectionItems } from './section-items.ts'
import { answerHeading } from './sections.ts'
import { answerStatus } from './status.ts'
import { answerSummary } from './summary.ts'
import { answerResult, answerTarget } from './targets.ts'

/** Answers from facts, tried in this order; each looks only at questions that ask for what it knows. */
const byFacts: readonly (readonly [
  readonly Ask[],
  (request: Request) => Answer | undefined | Promise<Answer | undefined>,
])[] = [
  [['definition'], answerDefinition],
  [['summary'], answerSummary],
  [['comparison'], compareMoney],
  [['comparison'], answerComparison],
  [['overview'], answerOverview],
  [['status'], answerStatus],
  [['signer'], answerSigner],
  [['number', 'title', 'issuer'], answerCitedDocument],
  [['item'], answerList],
  [['rank', 'count', 'percent'], answerOwnPlace],
  [['rank'], answerRanking],
  [['date'], answerForce],
  [
    ['percent'],
    (request) =>
      asksElse(request.reading.asks) || (asksForAims(request.reading) && request.reading.years.length === 0)
        ? undefined
        : answerResult(request),
  ],
  [
    ['percent'],
    (request) => (asksForAims(request.reading) && !asksElse(request.reading.asks) ? answerTarget(request) : undefined),
  ],
  [['person', 'agency'], answerAtEvent],
  [['person', 'role'], answerPerson],
  [['date'], (request) => (asksIssue(request) ? answerOwnPaper(request) : undefined)],
  [['date'], (request) => (describesDocument(request) ? answerCitedDocument(request) : undefined)],
  [['date', 'venue'], answerEvent],
  [['money'], answerMoney],
  [['count'], answerCount],
  [['list'], answerList],
  [['list'], notListed],
  [['item', 'count', 'list'], answerSectionItems],
  [['list'], answerHeading],
  [
    ['target'],
    (request) => (countsPapersThings(request) || asksElse(request.reading.asks) ? undefined : answerTarget(request)),
  ],
]

/** The day of a paper itself, not of what it has others do. */
function asksIssue({ reading: { text } }: Request): boolean {
  const folded = fold(text)
  return (
    /\b(?:(?:duoc |da )?(?:ban hanh|ky|ra doi)(?: (?:vao|tu))? (?:ngay|khi|bao gio|thang|nam|hom|luc|thoi)|(?:ngay|khi|bao gio|thang|nam|hom|luc|thoi gian)(?: nao| may| bao nhieu| thang nao)? (?:duoc |da |thi )?(?:ban hanh|ky|ra doi))/.test(
      folded,
    ) && !/\b(?:truoc|han|cham nhat|phai|giao|yeu cau|hop dong|hieu luc)\b/.test(folded)
  )
}

/** What the facts say to a question; undefined when none of them is asked for, or none fits. */
export async function answerByFacts(request: Request): Promise<Answer | undefined> {
  for (const [asks, answer] of byFacts) {
    if (!asks.some((ask) => request.reading.asks.includes(ask))) continue
    const found = await answer(request)
    if (found) return found
  }
  return undefined
}

/** Questions that speak of targets, and want to know something else of them. */
function asksElse(asks: readonly Ask[]): boolean {
  return asks.some(
    (ask) => ask === 'person' || ask === 'agency' || ask === 'reason' || ask === 'venue' || ask === 'date',
  )
}

/** "Bao nhiêu chỉ tiêu", "mấy nhóm nhiệm vụ": a number that the documents give or not; nothing else answers it. */
export function countsPapersThings({ reading: { asks, counted } }: Request): boolean {
  return (
    asks.includes('count') &&
    counted !== undefined &&
    /^(?:nhom|nhiem vu|giai phap|chi tieu|muc tieu|tru cot|dot pha)/.test(fold(counted))
  )
}

/** A question about a numbered document itself, not about a meeting or a task that mentions it. */
export function describesDocument({ reading }: Request): boolean {
  return (
    reading.documents.length > 0 &&
    withoutPhrases(
      reading.subject,
      /\b(?:ban hanh|ngay|thang|nam|ky|van ban|duoc|nao|vao|so|ra doi|co hieu luc)\b/g,
    ) === ''
  )
}
