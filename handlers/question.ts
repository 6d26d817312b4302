import type { Answer } from '../src/answers/answer.ts'
import { spoken } from '../src/answers/compose.ts'
import { blockAt } from '../src/library/quote.ts'
import type { Ask, Reading } from '../src/questions/reading.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { AnswerParts } from './answer-parts.ts'
import { answerCitedDocument } from './cited-documents.ts'
import { answerComparison } from './comparison.ts'
import { answerCount } from './counts.ts'
import { answerDefinition } from './definition.ts'
import { answerEvent } from './events.ts'
import { type Evidence, findEvidence } from './evidence.ts'
import type { Request } from './handler.ts'
import { answerList } from './lists.ts'
import { answerOverview } from './overview.ts'
import { answerPerson, answerSigner } from './people.ts'
import { understandPlaces } from './places-asked.ts'
import { answerProvince } from './provinces.ts'
import { answerRanking } from './rankings.ts'
import { scopeOf } from './scope.ts'
import { notFound } from './search.ts'
import { answerHeading, answerSection } from './sections.ts'
import { answerStatus } from './status.ts'
import { answerSummary } from './summary.ts'
import { answerTarget, targetOfOtherYears } from './targets.ts'
import { answerYesNo } from './yes-no.ts'

/** Coverage from which words count as an answer. */
const enough = 0.62
/** Coverage from which a heading is worth offering. */
const nearby = 0.3
/** Quotations shown for key words, and for a question. */
const shownForWords = 3
const shownForQuestion = 2

/** Answers from facts, tried in this order; each looks only at questions that ask for what it knows. */
const byFacts: readonly (readonly [
  readonly Ask[],
  (request: Request) => Answer | undefined | Promise<Answer | undefined>,
])[] = [
  [['definition'], answerDefinition],
  [['summary'], answerSummary],
  [['comparison'], answerComparison],
  [['overview'], answerOverview],
  [['status'], answerStatus],
  [['signer'], answerSigner],
  [['number', 'title', 'issuer'], answerCitedDocument],
  [['item'], answerList],
  [['rank'], answerRanking],
  [['percent'], answerTarget],
  [['person', 'role'], answerPerson],
  [['date'], (request) => (describesDocument(request) ? answerCitedDocument(request) : undefined)],
  [['date', 'venue'], answerEvent],
  [['count'], answerCount],
  [['list'], answerList],
  [['list'], answerHeading],
  [['target'], answerTarget],
]

/** A question about a numbered document itself, not about a meeting or a task that mentions it. */
function describesDocument({ reading }: Request): boolean {
  return (
    reading.documents.length > 0 &&
    withoutPhrases(
      reading.subject,
      /\b(?:ban hanh|ngay|thang|nam|ky|van ban|duoc|nao|vao|so|ra doi|co hieu luc)\b/g,
    ) === ''
  )
}

/** A free question: answered from the facts where they say it, else by the sentence that fits best, else not at all. */
export async function answerQuestion(request: Request): Promise<Answer> {
  const understood = understandPlaces(request)
  if ('answer' in understood) return understood.answer
  return answerUnderstood({ ...request, reading: understood.reading })
}

async function answerUnderstood(request: Request): Promise<Answer> {
  const { reading, knowledge } = request
  const within = scopeOf(knowledge, reading)
  if (within?.size === 0)
    return unknownPlace(
      request,
      reading.places.map(({ place }) => place),
    )
  if (!reading.asks.includes('quote')) {
    const verdict = reading.yesNo ? answerYesNo(request) : undefined
    if (verdict) return verdict
    const place = answerProvince(request)
    if (place) return place
    const section = answerSection(request)
    if (section) return section
    for (const [asks, answer] of byFacts) {
      if (!asks.some((ask) => reading.asks.includes(ask))) continue
      const found = await answer(request)
      if (found) return found
    }
  }
  if (describesDocument(request)) {
    const cited = answerCitedDocument(request)
    if (cited) return cited
  }
  const evidence = await findEvidence(knowledge, reading, within)
  const good = evidence.filter(({ coverage }) => coverage >= enough)
  if (good.length > 0) return quoted(request, good)
  const underHeading = reading.asks.length > 0 ? answerHeading(request) : undefined
  if (underHeading) return underHeading
  const otherYear = targetOfOtherYears(request)
  if (otherYear) return otherYear
  const near = evidence
    .filter(({ coverage }) => coverage >= nearby)
    .map(({ quote }) => ({ document: quote.document, section: blockAt(quote.document, quote.start)?.section ?? 0 }))
  return notFound(request, near)
}

function unknownPlace({ reading, knowledge }: Request, places: readonly string[]): Answer {
  const known = [...new Set(knowledge.corpus.documents.flatMap(({ metadata }) => metadata.place ?? []))]
  const hint =
    known.length > 0 ? ` Anh/chị có thể hỏi về: ${known.join(', ')}.` : ' Gõ /vanban để xem các văn bản đang có.'
  return spoken(
    'not-found',
    reading,
    `Tôi không tìm thấy tài liệu nào về ${places.join(', ')} trong ${knowledge.corpus.documents.length} văn bản hiện có.${hint}`,
  )
}

/** Coverage from which a sentence says yes to what was asked. */
const surely = 0.8

/** How quoted sentences are introduced; a question for yes or no gets yes only from a sentence that says all of it without a "not". */
function opening({ asks, yesNo, text }: Reading, { coverage, quote }: Evidence): string {
  if (asks.includes('quote')) return 'Nguyên văn trong tài liệu:'
  const asksWhether = yesNo && !/(?:đúng|phải|dung|phai)\s+(?:không|khong|ko|hông|ha|chứ)/iu.test(text)
  return asksWhether && coverage >= surely && !/(?:^|\s)(?:không|chưa|chẳng)\s/iu.test(quote.text)
    ? 'Có. Theo tài liệu:'
    : 'Theo tài liệu:'
}

function quoted({ reading }: Request, evidence: readonly Evidence[]): Answer {
  const best = evidence[0]!
  const most = reading.asks.length === 0 ? shownForWords : shownForQuestion
  const shown = evidence.filter(({ score }, i) => i < most && score > best.score - 0.12)
  const parts = new AnswerParts().state(opening(reading, best))
  for (const { quote, header } of shown) parts.quote(quote.document, quote, header)
  return parts.answer('answered', reading)
}
