import type { Answer } from '../src/answers/answer.ts'
import type { Document } from '../src/library/document.ts'
import { type DateMention, findDates } from '../src/vietnamese/dates.ts'
import { fold, normalForm } from '../src/vietnamese/normal-form.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Request } from './handler.ts'
import { documentsMeant } from './scope.ts'
import { sentence } from './wording.ts'

/** "Có hiệu lực từ ngày nào": the day from which the one paper meant is in force, never the day on which it was issued. */
export function answerForce(request: Request): Answer | undefined {
  const { reading } = request
  const folded = fold(reading.text)
  if (!/\bhieu luc\b/.test(folded)) return undefined
  const [document, another] = documentsMeant(request)
  if (!document?.metadata.number || another) return undefined
  const name = `${document.metadata.kind ?? 'Văn bản'} số ${document.metadata.number}`
  const ends = /\bhet hieu luc\b/.test(folded)
  const said = sentencesOn(document, ends)[0]
  const issued = issueDay(request, document)
  const parts = new AnswerParts()
  if (!said) {
    const other = issued ? `; chỉ nêu ngày ban hành là ${issued.value.replace(/^ngày\s+/iu, '')}` : ''
    parts.state(sentence(`Tài liệu không nêu ngày ${ends ? 'hết' : 'có'} hiệu lực của ${name}${other}`))
    if (issued) parts.fact(issued, document)
    return parts.answer('not-found', reading)
  }
  const words = normalForm(document.text.slice(said.start, said.end)).replace(/\s+/g, ' ')
  const behind = wordsOfForce(words)
  const day = dayOfForce(words)
  const fromSigning = /^(?:ngày\s+)?(?:được\s+)?(?:ký|thông qua|ban hành)/iu.test(behind)
  if (day) parts.state(sentence(`${name} ${ends ? 'hết' : 'có'} hiệu lực từ ngày ${day.raw.replace(/^ngày\s+/iu, '')}`))
  else if (fromSigning && issued)
    parts.state(
      sentence(`${name} có hiệu lực kể từ ngày ký; ngày ban hành là ${issued.value.replace(/^ngày\s+/iu, '')}`),
    )
  else parts.state('Theo tài liệu:')
  parts.quote(document, said)
  if (issued && (/\bban hanh\b/.test(folded) || (!day && fromSigning))) parts.fact(issued, document)
  return parts.answer('answered', reading)
}

/** What stands right behind "có hiệu lực (thi hành) kể từ": a day further on is that of another paper. */
function wordsOfForce(text: string): string {
  const lead = /hiệu lực(?:\s+thi hành)?(?:\s+kể)?\s+(?:từ|vào|đến(?:\s+hết)?)\s+/iu.exec(text)
  return lead ? text.slice(lead.index + lead[0].length) : ''
}

/** The day from which a sentence says a paper to be in force. */
export function dayOfForce(text: string): DateMention | undefined {
  const words = wordsOfForce(normalForm(text).replace(/\s+/g, ' '))
  return findDates(words).find(({ precision, start }) => precision === 'day' && start <= 'ngày '.length)
}

/** Sentences that say from when the paper itself is in force, or until when. */
function sentencesOn(document: Document, ends: boolean): Span[] {
  return document.blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
    .flatMap(({ sentences }) => sentences)
    .filter(({ start, end }) => {
      const words = fold(document.text.slice(start, end)).replace(/\s+/g, ' ')
      return ends
        ? /\b(?:nay|van ban|nghi quyet|quyet dinh|chi thi|thong tu)\b.*\bhet hieu luc\b/.test(words)
        : /\b(?:nay)\b.*\b(?<!het )(?:co )?hieu luc\b.*\bngay\b/.test(words)
    })
}

function issueDay({ knowledge }: Request, document: Document) {
  return knowledge.ledger
    .of(document.id)
    .find(({ kind, documentNumber }) => kind === 'issue_date' && documentNumber === document.metadata.number)
}
