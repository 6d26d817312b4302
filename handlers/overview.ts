import type { Answer } from '../src/answers/answer.ts'
import { documentName } from '../src/answers/source-line.ts'
import type { Document } from '../src/library/document.ts'
import { placesNamed } from '../src/library/places-named.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { findEvidence } from './evidence.ts'
import type { Request } from './handler.ts'
import { documentsAbout } from './scope.ts'
import { whichDocuments } from './which-documents.ts'

const sameThing = 0.75
const askingWords =
  /\b(?:tinh|dia phuong|tai lieu|van ban|bai viet|thuc hien|trien khai|ve|noi|danh sach|noi dung|de cap|lien quan|thanh pho|kho|nay|hien co|dang co|luu|tat ca|nhung|trong)\b/g

/** "Những tỉnh nào có tài liệu thực hiện NQ36": the documents that name a document, a province or a subject, or are of a date or standing. */
export async function answerOverview({ reading, knowledge }: Request): Promise<Answer | undefined> {
  const about = documentsAbout(
    knowledge,
    reading.places.map(({ place }) => place),
  )
  const inScope = knowledge.corpus.documents.filter(({ id }) => !about || about.has(id))
  const parts = new AnswerParts()
  const chosen = reading.documents.length === 0 ? whichDocuments(fold(reading.text), inScope) : undefined
  if (chosen) {
    parts.state(chosen.said)
    if (chosen.documents.length > 0) parts.list(chosen.documents.map(nameWithPlace))
    return parts.answer(chosen.documents.length > 0 ? 'answered' : 'not-found', reading)
  }
  const subject = withoutPhrases(reading.subject, askingWords)
  const found: { document: Document; cite: () => void }[] = []
  if (reading.documents.length > 0) {
    const { bearing, citing } = knowledge.catalog
    const numbered = new Set(reading.documents.flatMap(({ number }) => [...bearing(number), ...citing(number)]))
    for (const document of inScope.filter((each) => numbered.has(each))) {
      const fact = knowledge.ledger
        .of(document.id)
        .find(
          ({ documentNumber }) =>
            documentNumber && reading.documents.some((asked) => sameDocumentNumber(asked, documentNumber)),
        )
      if (fact) found.push({ document, cite: () => parts.fact(fact, document) })
    }
  } else if (subject !== '') {
    const evidence = await findEvidence(knowledge, { ...reading, subject, asks: [] }, about)
    for (const { quote, coverage } of evidence) {
      if (coverage >= sameThing && !found.some(({ document }) => document === quote.document)) {
        found.push({ document: quote.document, cite: () => parts.quote(quote.document, quote) })
      }
    }
  } else for (const document of inScope) found.push({ document, cite: () => undefined })
  if (found.length === 0) return undefined
  parts.state(`Có ${found.length} tài liệu:`)
  parts.list(found.map(({ document }) => nameWithPlace(document)))
  for (const { cite } of found) cite()
  return parts.answer('answered', reading)
}

function nameWithPlace(document: Document): string {
  return [placesNamed(document)[0], documentName(document)].filter(Boolean).join(': ')
}
