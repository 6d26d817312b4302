import type { Answer } from '../src/answers/answer.ts'
import type { Knowledge } from '../src/knowledge.ts'
import { blockAt } from '../src/library/quote.ts'
import type { Reading } from '../src/questions/reading.ts'
import { expansionsIn } from '../src/search/abbreviated.ts'
import { findDocumentNumbers, sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { withBareNumber } from './bare-number.ts'
import { answerByFacts, countsPapersThings, describesDocument } from './by-facts.ts'
import { answerCitedDocument } from './cited-documents.ts'
import { judgeOwner } from './claimed-paper.ts'
import { judgeRank } from './claimed-rank.ts'
import { judgeClaim, takesNumberForGranted } from './claims.ts'
import { answerDuties } from './duties.ts'
import { type Evidence, findEvidence } from './evidence.ts'
import { focusedOn } from './focus.ts'
import type { Request } from './handler.ts'
import { answerInRankings } from './in-rankings.ts'
import { endsWithNumber } from './lists.ts'
import { answerMentionOnly } from './mentioned-papers.ts'
import { peopleIn } from './people.ts'
import { understandPlaces } from './places-asked.ts'
import { answerProvince } from './provinces.ts'
import { noCount, quoted, unknownPlace, unlisted } from './quoting.ts'
import { paperTitled, reachOf, scopeOf } from './scope.ts'
import { notFound, notFoundPaper } from './search.ts'
import { answerHeading, answerPoint, answerSection } from './sections.ts'
import { questionsIn, together } from './several-asks.ts'
import { answerSpeech } from './speech.ts'
import { answerStanding } from './standing.ts'
import { answerCell } from './table-cells.ts'
import { answerTarget, answerTargetsJoined, targetOfOtherYears } from './targets.ts'
import { answerTerm } from './terms.ts'
import { judgeYesNo } from './verdicts.ts'
import { answerWrittenQuestion } from './written-questions.ts'

/** Coverage from which words count as an answer. */
const enough = 0.62
/** Coverage from which a heading is worth offering. */
const nearby = 0.3

/** "Đạt bao nhiêu chỉ tiêu" asks for a result, which the documents may give in other words. */
const asksWhatIsDone = /\b(?:dat|vuot|hoan thanh|xong)\b.*\b(?:bao nhieu|may)\b/

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

/** A free question: answered from the facts where they say it, else by the sentence that fits best, else not at all. */
export async function answerQuestion(request: Request): Promise<Answer> {
  const understood = understandPlaces(request)
  if ('answer' in understood) return understood.answer
  const persons = peopleIn(understood.reading.subject, request.knowledge)
  const reading = { ...withBareNumber(understood.reading, request.knowledge), persons }
  const asked = { ...request, reading }
  const found = (await answerEach(asked)) ?? (await answerUnderstood(asked))
  const inFull = found.outcome === 'not-found' ? abbreviationsWrittenOut(reading) : undefined
  const again = inFull && (await answerUnderstood({ ...request, reading: inFull }))
  return again && again.outcome !== 'not-found' ? { ...again, reading } : found
}

/** The question with abbreviations that stand for one thing written out; undefined where it has none. */
function abbreviationsWrittenOut(reading: Reading): Reading | undefined {
  const subject = inFull(reading.subject)
  return subject === reading.subject ? undefined : { ...reading, subject, text: inFull(reading.text) }
}

function inFull(text: string): string {
  let full = ''
  let end = 0
  for (const expansion of expansionsIn(text, new Map())) {
    full += text.slice(end, expansion.start) + expansion.expansion
    end = expansion.end
  }
  return full + text.slice(end)
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
  const ranked = await answerInRankings(whole)
  if (ranked) return ranked
  const within = scopeOf(whole.knowledge, reading)
  if (within?.size === 0)
    return unknownPlace(
      whole,
      reading.places.map(({ place }) => place),
    )
  if (await asksOfUnknownPaper(whole)) return notFoundPaper(whole)
  const mentioned = answerMentionOnly(whole)
  if (mentioned) return mentioned
  // An overview counts documents, so it needs all of them.
  const request = reading.asks.includes('overview') ? whole : { ...whole, knowledge: await focusedOn(whole) }
  const section = answerSection(request) ?? answerPoint(request)
  if (section) return section
  const written = answerWrittenQuestion(request)
  if (written) return written
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
      : ((reading.ordinal === undefined ? answerSpeech(request) : undefined) ??
        answerDuties(request) ??
        (await answerByFacts(request)) ??
        answerSpeech(request) ??
        answerTargetsJoined(request))
    if (found) return found
  }
  const quotation = reading.asks.includes('quote') ? answerSpeech(request) : undefined
  if (quotation) return quotation
  if (describesDocument(request)) {
    const cited = answerCitedDocument(request)
    if (cited) return cited
  }
  const term = await answerTerm(request)
  if (term) return term
  const uncounted = countsPapersThings(request) && !asksWhatIsDone.test(fold(reading.text))
  const premise = takesNumberForGranted(reading) ? await judgeClaim(request) : undefined
  if (premise) return premise
  const evidence = await evidenceFor(request, whole.knowledge, within)
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
  focused: Request,
  knowledge: Knowledge,
  within: ReadonlySet<string> | undefined,
): Promise<Evidence[]> {
  const { reading } = focused
  const evidence = await findEvidence(knowledge, reading, within)
  const found = evidence.some(({ coverage }) => coverage >= enough)
  const titled = within || found ? undefined : paperTitled(focused)
  if (titled && titled.beside !== '')
    return findEvidence(knowledge, { ...reading, subject: titled.beside }, new Set([titled.document.id]))
  const reach = reachOf(knowledge, reading)
  if (!within || !reach || reach.size === within.size || found) return evidence
  const further = await findEvidence(knowledge, reading, reach)
  return further.some(({ coverage }) => coverage >= enough) ? further : evidence
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
