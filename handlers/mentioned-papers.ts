import type { Answer } from '../src/answers/answer.ts'
import type { Fact } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import type { Ask } from '../src/questions/reading.ts'
import { sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Request } from './handler.ts'
import { bearsNumber, documentsAbout } from './scope.ts'
import { wantedOf, wordForms } from './wanted.ts'

/** What other papers say of the one they cite; all else stands in that paper alone. */
const ofPaperItself: ReadonlySet<Ask> = new Set([
  'number',
  'title',
  'issuer',
  'date',
  'signer',
  'status',
  'source',
  'overview',
  'quote',
  'comparison',
  'venue',
])
/** Share of the words asked for from which the sentence that cites the paper speaks of them. */
const saysIt = 0.6

/** What may stand in front of the paper that a question is about. */
const isSubject =
  /^\W*(?:(?:cho (?:toi|minh|em|hoi|biet)|hoi|xin|trong|noi dung|chinh|co ban|chu yeu|cua|tom tat|cac|nhung|chi tieu|muc tieu|nhiem vu|giai phap|ban|toan van)\W+)*$/

/**
 * "Nghị quyết 15-NQ/TU đặt mấy chỉ tiêu" where other papers only name that resolution: what these set themselves is no answer. Undefined where a
 * document is that paper or reports on it, or a sentence that cites it has what is asked.
 */
export function answerMentionOnly({ reading, knowledge }: Request): Answer | undefined {
  const { asks, documents, yesNo, text } = reading
  const [asked, another] = documents
  if (!asked || another || yesNo || asks.some((ask) => ofPaperItself.has(ask))) return undefined
  // Others tell what a paper is about, and what has become of it.
  if (!isSubject.test(fold(text.slice(0, asked.start))) || /\bve (?:\S+ ){0,2}gi\b/.test(fold(text))) return undefined
  const { catalog, ledger } = knowledge
  if (catalog.bearing(asked.number).some((document) => bearsNumber(document, asked))) return undefined
  const about = documentsAbout(
    knowledge,
    reading.places.map(({ place }) => place),
  )
  const mentions = catalog
    .citing(asked.number)
    .filter(({ id }) => !about || about.has(id))
    .flatMap((document) =>
      ledger
        .of(document.id)
        .filter((fact) => cites(fact))
        .map((fact) => ({ fact, document })),
    )
  const [first] = mentions
  if (!first || mentions.some(({ document }) => !isOtherPaper(document))) return undefined
  if (new Set(mentions.map(({ fact }) => fact.documentNumber)).size > 1) return undefined
  const known = wordForms(mentions.map(({ fact, document }) => quoteOf(fact, document)).join(' '))
  const wanted = wantedOf(reading.subject, reading.plain, knowledge.rarity)
  const rest = wanted.terms.filter(({ form }) => !known[wanted.by].has(form))
  const total = rest.reduce((sum, { weight }) => sum + weight, 0)
  const isFigure = asks.some((ask) => ask === 'count' || ask === 'percent' || ask === 'money')
  const isSaid = mentions.some(({ fact, document }) => {
    const said = document.text.slice(fact.context.start, fact.context.end)
    if (isFigure && !/\d/.test(said.replace(quoteOf(fact, document), ' '))) return false
    const forms = wordForms(said)[wanted.by]
    return rest.reduce((sum, { form, weight }) => sum + (forms.has(form) ? weight : 0), 0) >= total * saysIt
  })
  if (total > 0 && isSaid) return undefined
  return new AnswerParts()
    .state(
      `Tôi không tìm thấy nội dung của ${first.fact.subject} trong các tài liệu hiện có; văn bản này chỉ được nhắc đến:`,
    )
    .fact(first.fact, first.document)
    .answer('not-found', reading)

  function cites({ kind, documentNumber }: Fact): boolean {
    return kind === 'document_number' && documentNumber !== undefined && sameDocumentNumber(asked!, documentNumber)
  }
}

/** An official paper with a number of its own, which is not the one asked for; reports tell what a paper says. */
function isOtherPaper({ head, metadata }: Document): boolean {
  return head !== undefined && metadata.number !== undefined && metadata.textKind === 'original'
}

function quoteOf({ quote }: Fact, { text }: Document): string {
  return text.slice(quote.start, quote.end)
}
