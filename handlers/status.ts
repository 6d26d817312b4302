import type { Answer } from '../src/answers/answer.ts'
import type { Document } from '../src/library/document.ts'
import { blockAt } from '../src/library/quote.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { type DocumentNumber, sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { AnswerParts } from './answer-parts.ts'
import { type Match, matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { bearsNumber, documentsMeant } from './scope.ts'

/** How far below the best fact another one may lie and still be about the same paper. */
const nearlyAsGood = 0.3
const askingWords =
  /\b(?:ban hanh|thong qua|phe duyet|ky|chua|hieu luc|chinh thuc|tinh trang|la|du thao|trinh|hien nay|hay)\b/g

/** "Đã ban hành chưa?": what the document says of its own standing. */
export function answerStatus(request: Request): Answer | undefined {
  const { reading, knowledge } = request
  // Whether a paper is in force is another question than whether it was issued.
  if (/hiệu lực|hieu luc/iu.test(reading.text) && !/ban hành|ban hanh/iu.test(reading.text)) return undefined
  const meant = new Set(documentsMeant(request).map(({ id }) => id))
  const subject = [withoutPhrases(reading.subject, askingWords), ...reading.documents.map(({ raw }) => raw)].join(' ')
  const matches = matchFacts(knowledge, reading, ['status'], subject).filter(
    ({ document }) => meant.size === 0 || meant.has(document.id),
  )
  const published = matches.find(
    ({ fact, score }) => fact.stage === 'issued' && score >= matches[0]!.score - nearlyAsGood,
  )
  const document = (published ?? matches[0])?.document
  if (!document) return byStanding(request)
  if (reading.documents.length > 0 && !reading.documents.some((asked) => isOf(matches, document, asked)))
    return undefined
  if (meant.size === 0 && matches[0]!.coverage < 0.6) return undefined
  const own = matches.filter((match) => match.document === document && match.score >= matches[0]!.score - nearlyAsGood)
  const issued = published !== undefined
  const parts = new AnswerParts()
  parts.state(
    issued
      ? 'Rồi. Theo tài liệu, văn bản này đã được ban hành.'
      : 'Chưa. Tại thời điểm của tài liệu, văn bản này mới ở dạng dự thảo.',
  )
  const telling = own.find(({ fact }) => (fact.stage === 'issued') === issued) ?? own[0]!
  const marked = issued ? undefined : draftLine(document)
  if (marked) parts.quote(document, marked)
  if (marked && blockAt(document, telling.fact.context.start)?.kind === 'heading') parts.mention(telling.fact, document)
  else parts.fact(telling.fact, document)
  const next = issued ? undefined : nextStep(document, telling)
  if (next) parts.quote(document, next)
  return parts.answer('answered', reading)
}

/** "DỰ THẢO LẦN 2" in the head of a paper. */
function draftLine({ blocks, text }: Document): Span | undefined {
  return blocks.find(
    ({ kind, start, end }) => kind === 'head' && /^[\s*_(]*dự thảo/iu.test(text.slice(start, end).normalize('NFC')),
  )
}

/** Whether a number that the question names is that of the document, or of a paper whose standing it tells. */
function isOf(matches: readonly Match[], document: Document, asked: DocumentNumber): boolean {
  return (
    bearsNumber(document, asked) ||
    matches.some(({ fact }) => sameDocumentNumber(asked, fact.documentNumber ?? fact.subject))
  )
}

/** Where no sentence speaks of the standing: a paper with number and date of its own has been issued. */
function byStanding(request: Request): Answer | undefined {
  for (const document of documentsMeant(request).slice(0, 1)) {
    const { number, status } = document.metadata
    const dated = request.knowledge.ledger
      .of(document.id)
      .find(({ kind, documentNumber }) => kind === 'issue_date' && documentNumber === number)
    if (number && dated && status !== 'draft') {
      return new AnswerParts()
        .state(`Rồi. ${dated.subject} đã được ban hành, ngày ${dated.value.replace(/^ngày\s+/iu, '')}.`)
        .fact(dated, document)
        .answer('answered', request.reading)
    }
  }
  return undefined
}

/** The last sentence that says what is still to be done to a draft. */
function nextStep(document: Document, { fact }: Match): Span | undefined {
  const sentences = document.blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
    .flatMap(({ sentences }) => sentences)
  return sentences.findLast(({ start, end }) => {
    const words = document.text.slice(start, end)
    return (
      start > fact.context.start &&
      /dự thảo|đề án|nghị quyết|chương trình|kế hoạch/iu.test(words) &&
      /(?:bổ sung|hoàn chỉnh|hoàn thiện|chỉnh sửa|tiếp thu)[^.;]{0,80}(?:dự thảo|đề án|nghị quyết|chương trình|kế hoạch)|trình[^.;]{0,60}ban hành/iu.test(
        words,
      )
    )
  })
}
