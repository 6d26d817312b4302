import type { Answer } from '../src/answers/answer.ts'
import type { Fact, FactKind } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { AnswerParts } from './answer-parts.ts'
import { matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
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
  const cited =
    reading.documents.length > 0 && !reading.asks.includes('number') ? byNumber(request) : byDescription(request)
  if (cited.length === 0) return undefined
  const parts = new AnswerParts()
  for (const entry of cited.slice(0, 3)) describe(parts, entry, request)
  if (cited.length > 1) parts.note('Có nhiều văn bản phù hợp; anh/chị xem số, ngày và cơ quan ban hành để phân biệt.')
  return parts.answer('answered', reading)
}

/** Documents whose number agrees with the one asked; one number with several dates is several documents. */
function byNumber({ reading, knowledge }: Request): CitedDocument[] {
  const facts = knowledge.corpus.documents.flatMap((document) =>
    knowledge.ledger
      .of(document.id)
      .filter(
        ({ kind, documentNumber }) =>
          kinds.includes(kind) &&
          documentNumber &&
          reading.documents.some((asked) => sameDocumentNumber(asked, documentNumber)),
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
  const matches = matchFacts(knowledge, { ...reading, years: [] }, ['document_number'], subject).filter(
    ({ fact, coverage }) => coverage >= sameThing && notItself(fact),
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
  return [...byNumber].map(([number, facts]) => ({ number, facts }))
}

/** One sentence of what is known, and the sentences that say it. */
function describe(parts: AnswerParts, { number, facts }: CitedDocument, { reading }: Request): void {
  const first = (kind: FactKind) => facts.find(({ fact }) => fact.kind === kind)
  const named = first('document_number')
  const asked = new Set(reading.asks)
  const wants = (kind: FactKind, ask: 'number' | 'title' | 'date' | 'issuer') =>
    asked.has(ask) || !hasDocumentAsk(asked) ? first(kind) : undefined
  const [issuer, date, title] = [
    wants('issuing_body', 'issuer'),
    wants('issue_date', 'date'),
    wants('document_title', 'title'),
  ]
  const details = [
    issuer && ` do ${issuer.fact.value} ban hành`,
    date && `${issuer ? '' : ' ban hành'} ngày ${date.fact.value.replace(/^ngày\s+/iu, '')}`,
    title && `, ${/^về\s/iu.test(title.fact.value) ? '' : 'về '}${title.fact.value}`,
  ]
  const name = named?.fact.subject ?? facts[0]?.fact.subject ?? number
  parts.state(sentence(`${name.includes(number) ? name : `${name} số ${number}`}${details.filter(Boolean).join('')}`))
  const shown = [issuer, date, title].filter((entry) => entry !== undefined)
  for (const { fact, document } of shown.length > 0 ? shown : facts.slice(0, 1)) parts.fact(fact, document)
}

function hasDocumentAsk(asked: ReadonlySet<string>): boolean {
  return ['title', 'date', 'issuer', 'number'].some((ask) => asked.has(ask))
}
