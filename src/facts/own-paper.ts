import { bodyName } from '../library/body-name.ts'
import type { Document, PaperHead } from '../library/document.ts'
import { blockAt } from '../library/quote.ts'
import { findDates } from '../vietnamese/dates.ts'
import { type DocumentNumber, findDocumentNumbers } from '../vietnamese/document-numbers.ts'
import { documentTypeOf } from '../vietnamese/document-types.ts'
import type { Span } from '../vietnamese/sentences.ts'
import type { FactSheet } from './sheet.ts'
import { type Source, wordsOf } from './source.ts'

/** What the head of an official paper says of the paper itself. */
export interface OwnPaper {
  /** "Nghị quyết số 88-NQ/TU". */
  readonly name: string
  readonly number: DocumentNumber
  readonly head: PaperHead
  /** The number in the head. */
  readonly span: Span
}

/** The paper by its own number; undefined for reports, attachments and papers whose number is not filled in. */
export function ownPaperOf({ document }: Source): OwnPaper | undefined {
  const { head, metadata } = document
  if (!head) return undefined
  const span = head.number ?? head.type
  if (!span) return undefined
  const words = wordsOf(document, span).replace(/\\/g, '')
  const number = findDocumentNumbers(words)[0]
  if (!number?.symbol) return undefined
  const written = words.slice(number.start, number.end).replace(/^\D+/u, '')
  const type = documentTypeOf(metadata.title.slice(0, 80))?.type ?? number.type
  const name = type
    ? `${type.name.charAt(0).toUpperCase()}${type.name.slice(1)} số ${written}`
    : `Văn bản số ${written}`
  return { name, number, head, span }
}

/** Files number, date, issuer and title of the paper itself as its head gives them; each quotes the lines that say it. */
export function findOwnPaper({ document }: Source, sheet: FactSheet, paper: OwnPaper | undefined): void {
  if (!paper) return
  const { head, name, number, span } = paper
  const { metadata } = document
  const about = {
    subject: name,
    stated: true,
    documentNumber: number.normal,
    ...(metadata.place !== undefined && { place: metadata.place }),
  }
  const add = (
    kind: 'document_number' | 'issue_date' | 'issuing_body' | 'document_title',
    value: string,
    quote: Span,
    more = {},
  ) => sheet.add({ ...about, kind, value, quote, context: headOf(head, quote), ...more })
  add('document_number', name.replace(/^.*\ssố\s/u, ''), columnOf(document, span))
  if (head.date) {
    const words = wordsOf(document, head.date)
    const date = findDates(words)[0]
    if (date?.iso && date.precision === 'day') {
      const more = { year: Number(date.iso.slice(0, 4)), date: { iso: date.iso, precision: 'day' as const } }
      add('issue_date', words.replace(/^ngày\s+/iu, ''), columnOf(document, head.date), more)
    }
  }
  const issuer = wholeOf(head.issuer)
  const repeated = head.authority.find(
    (line) => wordsOf(document, line).toLowerCase() === metadata.issuer?.toLowerCase(),
  )
  const says = repeated ?? issuer ?? wholeOf(head.title)
  const holder = head.authority.find((line) => /^chủ tịch\s/iu.test(wordsOf(document, line).normalize('NFC')))
  if (holder) add('issuing_body', bodyName([wordsOf(document, holder)]), holder)
  else if (says && metadata.issuer) add('issuing_body', metadata.issuer, says)
  const title = wholeOf([...(head.type ? [head.type] : []), ...head.title])
  const subject = subjectOf(head.title.map((line) => wordsOf(document, line)).join(' '))
  if (title && subject !== '') add('document_title', subject, title)
}

/** Longest head that is shown with a fact, in characters. */
const longestHead = 1200

/** From the first line of the head to the last of the title, so that each fact is shown with what it belongs to. */
function headOf(head: PaperHead, quote: Span): Span {
  const spans = [head.number, head.date, head.type, ...head.issuer, ...head.title, quote].filter(
    (span) => span !== undefined,
  )
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  return end - start <= longestHead ? { start, end } : quote
}

/** What a title says the paper is about: "của Tỉnh ủy về chuyển đổi số" → "chuyển đổi số". */
function subjectOf(title: string): string {
  return title
    .normalize('NFC')
    .replace(/^#+\s*/, '')
    .replace(/^của\s.{3,120}?\s(?=(?:về|thực hiện|triển khai)\s)/iu, '')
    .replace(/^(?:về(?: việc)?|v\/v)\s*:?\s+/iu, '')
}

function wholeOf(spans: readonly Span[]): Span | undefined {
  const first = spans[0]
  const last = spans.at(-1)
  return first && last ? { start: first.start, end: last.end } : undefined
}

/** The column of the head that holds a number or day: "Số: 45-CTr/TU", "Bình An, ngày 5 tháng 3 năm 2024". */
function columnOf(document: Document, span: Span): Span {
  const block = blockAt(document, span.start)
  return block?.kind === 'head' ? { start: block.start, end: block.end } : span
}
