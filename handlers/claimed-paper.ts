import type { Answer } from '../src/answers/answer.ts'
import type { Fact, FactKind } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import type { Reading } from '../src/questions/reading.ts'
import { type DateMention, findDates } from '../src/vietnamese/dates.ts'
import { type DocumentNumber, sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { bodyClaimed, sameBody } from './bodies-asked.ts'
import { matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { documentsMeant } from './scope.ts'
import { sentence } from './wording.ts'

/** A fact with the document that says it. */
interface Said {
  readonly fact: Fact
  readonly document: Document
}

/** Coverage from which a paper described by words is the one meant. */
const sameThing = 0.6

/** "NQ 36 do Chính phủ ban hành đúng không": the issuer claimed against the one that the documents name. */
export function judgeIssuer(request: Request): Answer | undefined {
  const claimed = bodyClaimed(request.reading.text)
  // "Nhận thức của cán bộ các cấp" claims no issuer: only papers have one.
  if (!claimed || !speaksOfPaper(request.reading)) return undefined
  const issuers = factsOfPaper(request, 'issuing_body', claimed.words)
  const judged = issuers.map((said) => ({ said, same: sameBody(said.fact.value, claimed.words) }))
  if (judged.length === 0 || judged.some(({ same }) => same === undefined)) return undefined
  const right = judged.find(({ same }) => same)
  const { fact, document } = (right ?? judged[0]!).said
  return new AnswerParts()
    .state(sentence(`${right ? 'Đúng' : 'Chưa đúng'}. Theo tài liệu, ${fact.subject} do ${fact.value} ban hành`))
    .fact(fact, document)
    .answer(right ? 'answered' : 'corrected', request.reading)
}

function speaksOfPaper({ documents, text }: Reading): boolean {
  return (
    documents.length > 0 ||
    /\b(?:ban hanh|nghi quyet|ke hoach|chuong trinh|quyet dinh|chi thi|ket luan|nghi dinh|thong tu|luat|de an|thong bao|bao cao|cong van|quy (?:che|dinh)|huong dan|van ban|to trinh|cthd|nq|qd|kh|kl|ct|nd)\b/.test(
      fold(text),
    )
  )
}

const ofIssue = /\b(?:ban hanh|ky(?! hop| ket| niem)|thong qua|phe duyet|ra doi)\b/
/** Days of these are no days of issue, whatever paper they are about. */
const ofOtherThings =
  /\b(?:hieu luc|hoi nghi|hoi thao|cuoc hop|buoi hop|phien hop|ky hop|hop|le (?:cong bo|ky|khai truong)|toa dam|dai hoi|truoc ngay|den ngay|hoan thanh|thoi han|han chot)\b/

/** "Kế hoạch 120 ban hành ngày 5/3/2024 đúng không": the day claimed against the day of issue. */
export function judgeIssueDay(request: Request): Answer | undefined {
  const { reading } = request
  const folded = fold(reading.text)
  const [claimed, another] = daysClaimed(reading)
  if (!claimed || another || ofOtherThings.test(folded)) return undefined
  if (!ofIssue.test(folded) && reading.documents.length === 0) return undefined
  const dated = factsOfPaper(request, 'issue_date', claimed.raw).filter(({ fact }) => fact.date?.precision === 'day')
  if (dated.length === 0 || new Set(dated.map(({ fact }) => fact.subject)).size > 1) return undefined
  const right = dated.find(({ fact }) => sameDay(claimed, fact.date?.iso))
  const { fact, document } = right ?? dated[0]!
  const day = fact.value.replace(/^ngày\s+/iu, '')
  return new AnswerParts()
    .state(sentence(`${right ? 'Đúng' : 'Chưa đúng'}. Theo tài liệu, ${fact.subject} ban hành ngày ${day}`))
    .fact(fact, document)
    .answer(right ? 'answered' : 'corrected', reading)
}

/** Days in a question, outside the numbers of documents. */
export function daysClaimed({ text, documents }: Reading): DateMention[] {
  return findDates(text).filter(
    ({ precision, start, end }) =>
      (precision === 'day' || precision === 'day-without-year') &&
      !documents.some((number) => number.start < end && start < number.end),
  )
}

/** Whether a day, which may have been named without its year, is that of an ISO date. */
export function sameDay(claimed: DateMention, iso: string | undefined): boolean {
  if (iso === undefined) return false
  if (claimed.iso !== undefined) return claimed.iso === iso
  return Number(iso.slice(5, 7)) === claimed.month && Number(iso.slice(8, 10)) === claimed.day
}

/** What the documents say of the one paper that a question names by number, or by its type and what it is about. */
function factsOfPaper(request: Request, kind: FactKind, claim: string): Said[] {
  const { reading, knowledge } = request
  const ofNumbers = ({ fact }: Said) =>
    fact.documentNumber !== undefined &&
    (reading.documents.length === 0 ||
      reading.documents.some((asked) => sameDocumentNumber(asked, fact.documentNumber!)))
  const subject = reading.subject.replace(claim, ' ')
  const matches = matchFacts(knowledge, { ...reading, years: [] }, [kind], subject).filter(ofNumbers)
  if (reading.documents.length > 0) return onePaper(matches)
  const [only, ...others] = documentsMeant({ ...request, reading: { ...reading, subject } })
  const own = matches.filter(
    ({ document, fact }) =>
      document === only &&
      document.metadata.number !== undefined &&
      sameDocumentNumber(document.metadata.number, fact.documentNumber!),
  )
  if (only && others.length === 0 && own.length > 0) return own
  return onePaper(matches.filter(({ coverage }) => coverage >= sameThing))
}

/** Nothing is said of several papers with one number. */
function onePaper(said: readonly Said[]): Said[] {
  return new Set(said.map(({ fact }) => `${fact.documentNumber}|${fact.place}`)).size === 1 ? [...said] : []
}

/** "Chương trình 45-CTr/TU của Hà Tĩnh": a number that the documents know, though of another province. */
export function judgeOwner({ reading, knowledge }: Request): Answer | undefined {
  const [asked, another] = reading.documents
  const places = reading.places.map(({ place }) => place)
  if (!asked || another || places.length !== 1) return undefined
  const known = papersNumbered(asked, knowledge)
  const owners = new Set(known.map(({ fact }) => fact.place))
  const [first] = known
  if (!first || owners.size !== 1 || first.fact.place === undefined) return undefined
  const own = first.fact.place
  const others = [...new Set(known.map(({ fact }) => fact.subject))]
  if (own === places[0] || others.length > 1) {
    return own === places[0] && reading.yesNo && asksOwner(reading) ? verdictOnOwner(first, 'Đúng', reading) : undefined
  }
  if (reading.yesNo) return verdictOnOwner(first, 'Chưa đúng', reading)
  return new AnswerParts()
    .state(
      sentence(`Tài liệu không nêu ${asked.raw} của ${places[0]}; trong tài liệu, ${first.fact.subject} là của ${own}`),
    )
    .fact(first.fact, first.document)
    .answer('corrected', reading)
}

function asksOwner({ subject, asks }: Reading): boolean {
  return subject === '' && asks.length === 0
}

function verdictOnOwner({ fact, document }: Said, word: 'Đúng' | 'Chưa đúng', reading: Reading): Answer {
  return new AnswerParts()
    .state(sentence(`${word}. Theo tài liệu, ${fact.subject} là của ${fact.place}`))
    .fact(fact, document)
    .answer(word === 'Đúng' ? 'answered' : 'corrected', reading)
}

/** Every paper of a province that the documents name by this number. */
function papersNumbered(asked: DocumentNumber, { catalog, ledger }: Request['knowledge']): Said[] {
  const speaking = new Set([...catalog.bearing(asked.number), ...catalog.citing(asked.number)])
  return [...speaking].flatMap((document) =>
    ledger
      .of(document.id)
      .filter(
        ({ kind, documentNumber }) =>
          kind === 'document_number' && documentNumber !== undefined && sameDocumentNumber(asked, documentNumber),
      )
      .map((fact) => ({ fact, document })),
  )
}
