import type { Answer } from '../src/answers/answer.ts'
import { spoken } from '../src/answers/compose.ts'
import { longestList } from '../src/library/corpus.ts'
import { blockAt } from '../src/library/quote.ts'
import type { Ask, Reading } from '../src/questions/reading.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { findDocumentNumbers, sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { AnswerParts } from './answer-parts.ts'
import { answerCitedDocument } from './cited-documents.ts'
import { judgeDoer } from './claimed-deed.ts'
import { judgeDay } from './claimed-event.ts'
import { judgeOffice } from './claimed-office.ts'
import { daysClaimed, judgeIssueDay, judgeIssuer, judgeOwner } from './claimed-paper.ts'
import { judgeRank } from './claimed-rank.ts'
import { judgeClaim, takesNumberForGranted } from './claims.ts'
import { answerComparison } from './comparison.ts'
import { answerCount } from './counts.ts'
import { answerDefinition } from './definition.ts'
import { answerDuties } from './duties.ts'
import { answerEvent } from './events.ts'
import { asksForAims, type Evidence, findEvidence } from './evidence.ts'
import { focusedOn } from './focus.ts'
import { answerForce } from './force.ts'
import type { Request } from './handler.ts'
import { answerList, endsWithNumber, notListed } from './lists.ts'
import { answerMoney } from './money.ts'
import { answerOverview } from './overview.ts'
import { answerPerson, answerSigner, peopleIn } from './people.ts'
import { understandPlaces } from './places-asked.ts'
import { answerProvince } from './provinces.ts'
import { answerRanking } from './rankings.ts'
import { reachOf, scopeOf } from './scope.ts'
import { notFound, notFoundPaper } from './search.ts'
import { answerSectionItems } from './section-items.ts'
import { answerHeading, answerSection } from './sections.ts'
import { questionsIn, together } from './several-asks.ts'
import { answerSpeech } from './speech.ts'
import { answerStanding } from './standing.ts'
import { answerStatus } from './status.ts'
import { answerSummary } from './summary.ts'
import { answerCell } from './table-cells.ts'
import { answerResult, answerTarget, doubting, targetOfOtherYears } from './targets.ts'
import { answerTerm } from './terms.ts'
import { answerYesNo, numbersIn } from './yes-no.ts'

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
  [['person', 'role'], answerPerson],
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

/** Whether a sentence has a number right before the thing counted: "ba đột phá chiến lược". */
function counts(text: string, { counted }: Reading): boolean {
  const thing = fold(counted ?? '')
    .split(' ')
    .slice(0, 2)
    .join(' ')
  return new RegExp(`(?:\\d|(?<![a-z])(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi))\\s+(?:nhom )?${thing}(?![a-z])`).test(
    fold(text),
  )
}

/** "Đạt bao nhiêu chỉ tiêu" asks for a result, which the documents may give in other words. */
const asksWhatIsDone = /\b(?:dat|vuot|hoan thanh|xong)\b.*\b(?:bao nhieu|may)\b/

/** Questions that speak of targets, and want to know something else of them. */
function asksElse(asks: readonly Ask[]): boolean {
  return asks.some(
    (ask) => ask === 'person' || ask === 'agency' || ask === 'reason' || ask === 'venue' || ask === 'date',
  )
}

/** "Bao nhiêu chỉ tiêu", "mấy nhóm nhiệm vụ": a number that the documents give or not; nothing else answers it. */
function countsPapersThings({ reading: { asks, counted } }: Request): boolean {
  return (
    asks.includes('count') &&
    counted !== undefined &&
    /^(?:nhom|nhiem vu|giai phap|chi tieu|muc tieu|tru cot|dot pha)/.test(fold(counted))
  )
}

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
  const persons = peopleIn(understood.reading.subject, request.knowledge)
  const reading = { ...understood.reading, persons }
  return (await answerEach({ ...request, reading })) ?? answerUnderstood({ ...request, reading })
}

/** Where a message holds several questions: an answer to each. */
async function answerEach(request: Request): Promise<Answer | undefined> {
  const questions = questionsIn(request.reading)
  if (!questions) return undefined
  const answers: Answer[] = []
  for (const readings of questions) {
    let best: Answer | undefined
    for (const reading of readings) {
      const persons = peopleIn(reading.subject, request.knowledge)
      const found = await answerUnderstood({ ...request, reading: { ...reading, persons } })
      best ??= found
      if (found.outcome === 'not-found' || found.outcome === 'clarify') continue
      best = found
      break
    }
    if (best) answers.push(best)
  }
  return together(answers, request.reading)
}

async function answerUnderstood(whole: Request): Promise<Answer> {
  const { reading } = whole
  const owner = judgeOwner(whole)
  if (owner) return owner
  const within = scopeOf(whole.knowledge, reading)
  if (within?.size === 0)
    return unknownPlace(
      whole,
      reading.places.map(({ place }) => place),
    )
  if (await asksOfUnknownPaper(whole)) return notFoundPaper(whole)
  // An overview counts documents, so it needs all of them.
  const request = reading.asks.includes('overview') ? whole : { ...whole, knowledge: await focusedOn(whole) }
  const section = answerSection(request)
  if (section) return section
  if (!reading.asks.includes('quote')) {
    const standing = answerStanding(request)
    if (standing) return standing
    const verdict = reading.yesNo ? await judgeYesNo(request) : undefined
    if (verdict) return verdict
    const rank = reading.yesNo ? undefined : judgeRank(request)
    if (rank?.outcome === 'corrected') return rank
    const place = answerProvince(request) ?? answerCell(request)
    if (place) return place
    const found = reading.asks.includes('reason')
      ? undefined
      : (answerSpeech(request) ?? answerDuties(request) ?? (await answerByFacts(request)))
    if (found) return found
  }
  if (describesDocument(request)) {
    const cited = answerCitedDocument(request)
    if (cited) return cited
  }
  const term = await answerTerm(request)
  if (term) return term
  const uncounted = countsPapersThings(request) && !asksWhatIsDone.test(fold(reading.text))
  const premise = takesNumberForGranted(reading) ? await judgeClaim(request) : undefined
  if (premise) return premise
  const evidence = await evidenceFor(whole, within)
  if (uncounted) {
    const counting = evidence.filter(({ coverage, quote }) => coverage >= enough && counts(quote.text, reading))
    return counting.length > 0 ? quoted(request, counting.slice(0, 1)) : noCount(request)
  }
  const good = evidence.filter(({ coverage }) => coverage >= enough)
  if (good.length > 0 && endsWithNumber(good[0]!.quote.text, reading)) return unlisted(request, good[0]!)
  if (good.length > 0) return quoted(request, good)
  if (within && standsOut(evidence, reading)) return quoted(request, evidence.slice(0, 1))
  // Words that say a fact otherwise than it was asked: "thứ hạng" for "xếp thứ 26/63".
  const said = reading.asks.includes('quote') ? await answerByFacts(request) : undefined
  if (said) return said
  const aim = reading.asks.includes('percent') ? answerTarget(request) : undefined
  if (aim)
    return {
      ...aim,
      blocks: [{ kind: 'note', text: 'Tài liệu không nêu kết quả đã đạt; chỉ nêu mục tiêu:' }, ...aim.blocks],
    }
  const underHeading = answerHeading(request)
  if (underHeading) return underHeading
  const otherYear = targetOfOtherYears(request)
  if (otherYear) return otherYear
  const near = evidence
    .filter(({ coverage }) => coverage >= nearby)
    .map(({ quote }) => ({ document: quote.document, section: blockAt(quote.document, quote.start)?.section ?? 0 }))
  return notFound(whole, near)
}

/** The sentences of the documents about a province, else of all that name it. */
async function evidenceFor(
  { knowledge, reading }: Request,
  within: ReadonlySet<string> | undefined,
): Promise<Evidence[]> {
  const evidence = await findEvidence(knowledge, reading, within)
  const reach = reachOf(knowledge, reading)
  if (!within || !reach || reach.size === within.size || evidence.some(({ coverage }) => coverage >= enough))
    return evidence
  const further = await findEvidence(knowledge, reading, reach)
  return further.some(({ coverage }) => coverage >= enough) ? further : evidence
}

async function answerByFacts(request: Request): Promise<Answer | undefined> {
  for (const [asks, answer] of byFacts) {
    if (!asks.some((ask) => request.reading.asks.includes(ask))) continue
    const found = await answer(request)
    if (found) return found
  }
  return undefined
}

/**
 * Whether a question names only papers that no document is, cites or names: what others set is no answer to it. The ledger knows most
 * of those cited; the sentences that would answer are looked at too.
 */
async function asksOfUnknownPaper({ knowledge, reading }: Request): Promise<boolean> {
  const { catalog } = knowledge
  if (reading.documents.length === 0 || reading.asks.includes('overview')) return false
  const known = reading.documents.some(
    ({ number }) => catalog.bearing(number).length > 0 || catalog.citing(number).length > 0,
  )
  if (known) return false
  const evidence = await findEvidence(knowledge, reading, undefined)
  const named = evidence.flatMap(({ quote }) => findDocumentNumbers(quote.text))
  return !reading.documents.some((asked) => named.some((number) => sameDocumentNumber(asked, number)))
}

/** A claim about a year is judged by facts, which know the years of headings; others by the words beside the number first. */
async function judgeYesNo(request: Request): Promise<Answer | undefined> {
  const named =
    judgeIssuer(request) ??
    judgeIssueDay(request) ??
    (await judgeDay(request)) ??
    judgeRank(request) ??
    judgeDoer(request) ??
    (await judgeOffice(request))
  if (named || daysClaimed(request.reading).length > 0) return named
  if (request.reading.years.length > 0) return answerYesNo(request) ?? (await judgeClaim(request))
  return (await judgeClaim(request)) ?? answerYesNo(request)
}

/** Coverage from which one sentence is taken that holds the kind of answer asked for and lies well before all others. */
const enoughAlone = 0.47
const nearlyEnough = 0.55
const wellBefore = 0.08

function standsOut([best, second]: readonly Evidence[], { asks }: Reading): boolean {
  const decides = asks.some(
    (ask) => ask === 'count' || ask === 'percent' || ask === 'money' || ask === 'date' || ask === 'rank',
  )
  if (!decides || best === undefined) return false
  const alone = best.score - (second?.score ?? 0) >= wellBefore
  return best.coverage >= nearlyEnough || (best.coverage >= enoughAlone && alone)
}

/** The documents do not say how many there are. */
function noCount({ reading }: Request): Answer {
  const places = [...new Set(reading.places.map(({ place }) => place))].join(', ')
  return spoken(
    'not-found',
    reading,
    `Tài liệu hiện có không nêu số ${reading.counted}${places ? ` của ${places}` : ''}.`,
  )
}

/** The documents have a number of things, and not their names. */
function unlisted({ reading }: Request, { quote, header }: Evidence): Answer {
  return new AnswerParts()
    .state('Tài liệu chỉ nêu số lượng, không nêu cụ thể từng nội dung:')
    .quote(quote.document, quote, header)
    .answer('not-found', reading)
}

/** A sentence that announces a list, with the list. */
function withItems({ document, start, end, text }: Evidence['quote']): Span {
  const at = document.blocks.findIndex((block) => end > block.start && end <= block.end)
  if (!/:\s*$/.test(text) || at < 0) return { start, end }
  const own = document.blocks[at]!
  const rest = own.end - start <= longestList ? own.end : end
  let last = Math.max(end, rest)
  for (const block of document.blocks.slice(at + 1)) {
    if ((block.kind !== 'item' && block.kind !== 'paragraph') || block.end - start > longestList + (end - start)) break
    if (
      block.kind === 'paragraph' &&
      !/^(?:Thứ\s|Một là|Hai là|Ba là|\d+[.)])/u.test(document.text.slice(block.start, block.start + 12))
    )
      break
    last = block.end
  }
  return { start, end: last }
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
function opening({ asks, yesNo, text, subject }: Reading, { coverage, quote }: Evidence): string {
  if (asks.includes('quote')) return 'Nguyên văn trong tài liệu:'
  const asksWhether = yesNo && !/(?:đúng|phải|dung|phai)\s+(?:không|khong|ko|hông|ha|chứ)/iu.test(text)
  return asksWhether && coverage >= surely && !doubting.test(quote.text) && numbersIn(subject).length === 0
    ? 'Có. Theo tài liệu:'
    : 'Theo tài liệu:'
}

function quoted({ reading }: Request, evidence: readonly Evidence[]): Answer {
  const best = evidence[0]!
  const most = reading.asks.length === 0 ? shownForWords : shownForQuestion
  const shown = evidence.filter(({ score }, i) => i < most && score > best.score - 0.12)
  const parts = new AnswerParts().state(opening(reading, best))
  for (const { quote, header, why } of shown) parts.quote(quote.document, withItems(quote), header, why)
  return parts.answer('answered', reading)
}
