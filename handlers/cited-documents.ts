import type { Answer } from '../src/answers/answer.ts'
import type { Fact, FactKind } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { localUnitOf } from '../src/library/local-unit.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { findDates } from '../src/vietnamese/dates.ts'
import { findDocumentNumbers, sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { papersAsked, typeAsked, typeOfPaper } from './paper-asked.ts'
import { bearsNumber, documentsAbout, documentsMeant } from './scope.ts'
import { sentence } from './wording.ts'

/** One document that the corpus speaks of, with what is said of it. */
interface CitedDocument {
  readonly number: string
  readonly facts: readonly { readonly fact: Fact; readonly document: Document }[]
}

const kinds: readonly FactKind[] = ['document_number', 'document_title', 'issue_date', 'issuing_body']
const sameThing = 0.6
/** Words that ask for a number, a date or a title without naming the document. */
const askingWords =
  /\b(?:so hieu|so may|ky hieu|mang so|so|ban hanh|ngay|thang|nam|ten|ve viec|ve|noi dung|co quan|don vi|thoi gian|van ban|ky|cua|hien nay|day du|la)\b/g

/** Number, date, title and issuer of a document that is named by number or by its type and issuer. */
export function answerCitedDocument(request: Request): Answer | undefined {
  const { reading } = request
  const related = answerRelation(request)
  if (related) return related
  const own = answerOwnPaper(request)
  if (own) return own
  const isNamed = typeAsked(reading) === undefined && reading.documents.length > 0
  const cited = isNamed && !reading.asks.includes('number') ? byNumber(request) : byDescription(request)
  if (cited.length === 0) return ownDocument(request)
  const parts = new AnswerParts()
  for (const entry of cited.slice(0, 3)) describe(parts, entry, request, cited.length > 1)
  const dated = cited.some(({ facts }) =>
    facts.some(({ fact, document }) =>
      findDates(document.text.slice(fact.context.start, fact.context.end)).some(({ precision }) => precision === 'day'),
    ),
  )
  const undated =
    reading.asks.includes('date') &&
    !reading.asks.includes('title') &&
    cited.every(({ facts }) => !facts.some(({ fact }) => fact.kind === 'issue_date'))
  if (undated) return dated ? undefined : parts.answer('not-found', reading)
  if (cited.length > 1) parts.note('Có nhiều văn bản phù hợp; anh/chị xem số, ngày và cơ quan ban hành để phân biệt.')
  return parts.answer('answered', reading)
}

/** What the head says of the paper whose type and name a question gives, before all papers that are only cited. */
export function answerOwnPaper(request: Request): Answer | undefined {
  const papers = papersAsked(request)
  return papers.length === 0 || papers.length > 2 ? undefined : ofHeads(papers, request)
}

/** A document described by its title: what its own head says. */
function ownDocument(request: Request): Answer | undefined {
  const type = typeAsked(request.reading)
  const meant = documentsMeant(request).filter(
    (document) => document.metadata.number && (!type || typeOfPaper(document)?.symbol === type.symbol),
  )
  if (meant.length === 0 || meant.length > 2 || request.reading.documents.length > 0) return undefined
  return ofHeads(meant, request)
}

function ofHeads(papers: readonly Document[], request: Request): Answer | undefined {
  const parts = new AnswerParts()
  for (const document of papers) {
    const number = document.metadata.number!
    const own = request.knowledge.ledger
      .of(document.id)
      .filter(
        ({ kind, documentNumber }) =>
          kinds.includes(kind) && documentNumber && sameDocumentNumber(documentNumber, number),
      )
    if (own.length === 0) return undefined
    describe(parts, { number, facts: own.map((fact) => ({ fact, document })) }, request, papers.length > 1)
  }
  return parts.answer('answered', request.reading)
}

/** "… thực hiện nghị quyết nào", "… thay thế văn bản nào": what a document says of its standing to another. */
function answerRelation({ reading, knowledge }: Request): Answer | undefined {
  const folded = fold(reading.text)
  if (
    !/\b(?:thuc hien|thay the|sua doi|bo sung|can cu|trien khai|cu the hoa|huong dan|bai bo)\b.{0,40}\b(?:nao|gi|so may|so bao nhieu)\b/.test(
      folded,
    )
  )
    return undefined
  const about = (fact: Fact, document: Document) =>
    reading.documents.length > 0
      ? reading.documents.some((asked) => sameDocumentNumber(asked, fact.subject) || bearsNumber(document, asked))
      : reading.places.length > 0
  const matches = matchFacts(knowledge, { ...reading, documents: [], years: [] }, ['document_relation']).filter(
    ({ fact, document }) =>
      fact.relation && folded.includes(fold(fact.relation).split(',')[0]!) && about(fact, document),
  )
  const best = matches[0]
  if (!best) return undefined
  const { fact, document } = best
  return new AnswerParts()
    .state(sentence(`${fact.subject} ${fact.relation} ${fact.value}`))
    .fact(fact, document)
    .answer('answered', reading)
}

/** Documents whose number agrees with the one asked; one number with several dates is several documents. */
function byNumber({ reading, knowledge }: Request): CitedDocument[] {
  const about = documentsAbout(
    knowledge,
    reading.places.map(({ place }) => place),
  )
  const inScope = knowledge.corpus.documents.filter(({ id }) => !about || about.has(id))
  const facts = inScope.flatMap((document) =>
    knowledge.ledger
      .of(document.id)
      .filter(
        ({ kind, documentNumber, place }) =>
          kinds.includes(kind) &&
          documentNumber &&
          reading.documents.some((asked) => sameDocumentNumber(asked, documentNumber)) &&
          (!place ||
            reading.places.length === 0 ||
            localUnitOf(document) !== undefined ||
            reading.places.some((asked) => asked.place === place)),
      )
      .map((fact) => ({ fact, document })),
  )
  return grouped(facts)
}

/** Documents whose type, issuer and purpose fit the words of the question: "chương trình hành động của Tỉnh ủy Tây Ninh". */
function byDescription({ reading, knowledge }: Request): CitedDocument[] {
  const subject = [withoutPhrases(reading.subject, askingWords), ...reading.documents.map(({ raw }) => raw)].join(' ')
  const notItself = (fact: Fact) =>
    !reading.documents.some((asked) => fact.documentNumber && sameDocumentNumber(asked, fact.documentNumber))
  const type = typeAsked(reading)
  const isOfType = ({ subject }: Fact) => {
    const written = type && findDocumentNumbers(subject)[0]?.type
    return !written || written.symbol === type.symbol
  }
  const matches = matchFacts(knowledge, { ...reading, years: [] }, ['document_number'], subject).filter(
    ({ fact, coverage }) => coverage >= sameThing && notItself(fact) && isOfType(fact),
  )
  const best = matches[0]
  if (!best) return []
  const numbers = [
    ...new Set(matches.filter(({ score }) => score >= best.score - 0.05).map(({ fact }) => fact.documentNumber)),
  ]
  const facts = matches.flatMap(({ document }) => knowledge.ledger.of(document.id).map((fact) => ({ fact, document })))
  const own = facts.filter(({ fact }) => kinds.includes(fact.kind) && numbers.includes(fact.documentNumber))
  return grouped([...new Map(own.map((entry) => [entry.fact.id, entry])).values()])
}

function grouped(facts: readonly { fact: Fact; document: Document }[]): CitedDocument[] {
  const byNumber = new Map<string, { fact: Fact; document: Document }[]>()
  for (const entry of facts) {
    const number = entry.fact.documentNumber ?? entry.fact.value
    byNumber.set(number, [...(byNumber.get(number) ?? []), entry])
  }
  return [...withWholeNumbers(byNumber)].flatMap(([number, facts]) =>
    byPlace(facts).map((each) => ({ number, facts: each })),
  )
}

/** "Nghị quyết 57" is the 57-NQ/TW that is spoken of beside it; where several have that number it stays one of its own. */
function withWholeNumbers<T>(byNumber: ReadonlyMap<string, readonly T[]>): ReadonlyMap<string, readonly T[]> {
  const merged = new Map(byNumber)
  for (const [number, facts] of byNumber) {
    if (number.includes('/')) continue
    const [whole, ...others] = [...byNumber.keys()].filter(
      (other) => other.includes('/') && sameDocumentNumber(number, other),
    )
    if (whole === undefined || others.length > 0) continue
    merged.set(whole, [...merged.get(whole)!, ...facts])
    merged.delete(number)
  }
  return merged
}

/** Two provinces may give two papers one number. */
function byPlace(facts: CitedDocument['facts']): CitedDocument['facts'][] {
  const places = [...new Set(facts.flatMap(({ fact }) => fact.place ?? []))]
  if (places.length < 2) return [facts]
  return places.map((place) => facts.filter(({ fact }) => fact.place === place))
}

/** One sentence of what is known, and the sentences that say it. */
function describe(
  parts: AnswerParts,
  { number, facts }: CitedDocument,
  { reading }: Request,
  amongOthers: boolean,
): void {
  const asked = new Set<string>(reading.asks)
  const wanted = details.filter(
    ({ ask }) => asked.has(ask) || (amongOthers && ask === 'issuer') || !details.some((other) => asked.has(other.ask)),
  )
  const telling = [...facts].sort((a, b) => saidTogether(facts, b) - saidTogether(facts, a) || length(a) - length(b))
  const said = wanted.flatMap(({ kind }) => telling.find(({ fact }) => fact.kind === kind) ?? [])
  if (asked.has('date') && wanted.length === 1 && said.length === 0 && reading.documents.length > 0) {
    const named = telling.find(({ fact }) => fact.kind === 'document_number') ?? telling[0]!
    parts
      .state(`Tài liệu nhắc đến ${named.fact.subject} nhưng không nêu ngày ban hành.`)
      .fact(named.fact, named.document)
    return
  }
  const value = (kind: FactKind) => said.find(({ fact }) => fact.kind === kind)?.fact.value
  const [issuer, date, title] = [value('issuing_body'), value('issue_date'), value('document_title')]
  const name = telling.find(({ fact }) => fact.kind === 'document_number')?.fact.subject ?? number
  const words = [
    /\d/.test(name) ? name : `${name} số ${number}`,
    issuer && ` do ${issuer} ban hành`,
    date && `${issuer ? '' : ' ban hành'} ngày ${date.replace(/^ngày\s+/iu, '')}`,
    title && `${issuer || date ? ', ' : ' '}${/^về\s/iu.test(title) ? '' : 'về '}${title}`,
  ]
  parts.state(sentence(words.filter(Boolean).join('')))
  const numbered = telling.filter(({ fact }) => fact.kind === 'document_number').slice(0, 1)
  const shown = asked.has('number') ? numbered : said.length > 0 ? said : telling.slice(0, 1)
  for (const { fact, document } of shown.length > 0 ? shown : said) parts.fact(fact, document)
}

const details = [
  { kind: 'issuing_body', ask: 'issuer' },
  { kind: 'issue_date', ask: 'date' },
  { kind: 'document_title', ask: 'title' },
] as const

/** How many kinds of facts one sentence gives: the sentence that says most is quoted. */
function saidTogether(facts: CitedDocument['facts'], { fact, document }: CitedDocument['facts'][number]): number {
  const sentence = facts.filter(
    (other) => other.document === document && other.fact.context.start === fact.context.start,
  )
  return new Set(sentence.map((other) => other.fact.kind)).size
}

function length({ fact }: CitedDocument['facts'][number]): number {
  return fact.context.end - fact.context.start
}
