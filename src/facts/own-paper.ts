import { findDates } from '../vietnamese/dates.ts'
import { type DocumentNumber, findDocumentNumbers } from '../vietnamese/document-numbers.ts'
import { documentTypeOf } from '../vietnamese/document-types.ts'
import type { Span } from '../vietnamese/sentences.ts'
import type { FactSheet } from './sheet.ts'
import { type Source, type Statement, wordsOf } from './source.ts'

/** What the head of an official paper says of the paper itself. */
export interface OwnPaper {
  /** "Nghị quyết số 88-NQ/TU". */
  readonly name: string
  readonly number: DocumentNumber
  readonly statement: Statement
}

/** How many statements the head of a paper has at most. */
const headLength = 16

/** The paper's own number, from the line "Số: …" in its head; undefined for reports and papers without a number. */
export function ownPaperOf(source: Source): OwnPaper | undefined {
  for (const statement of source.statements.slice(0, headLength)) {
    if (!/^Số\s*:?\s*\d/u.test(statement.text)) continue
    const number = findDocumentNumbers(statement.text)[0]
    if (!number?.symbol) continue
    const written = statement.text.slice(number.start, number.end).replace(/^\D+/u, '')
    const titled = documentTypeOf(source.document.metadata.title.slice(0, 80))?.type
    const type = titled ?? number.type
    const name = type
      ? `${type.name.charAt(0).toUpperCase()}${type.name.slice(1)} số ${written}`
      : `Văn bản số ${written}`
    return { name, number, statement }
  }
  return undefined
}

const issuing =
  /^(?:ĐẢNG BỘ|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|ĐẢNG ỦY|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|BỘ CHÍNH TRỊ|BAN BÍ THƯ|ỦY BAN|UBND|HỘI ĐỒNG|HĐND|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|BỘ|SỞ|VĂN PHÒNG|BAN CHỈ ĐẠO)(?:\s|$)/u

/** Files number, date, issuer and title of the paper itself as its head gives them. */
export function findOwnPaper(source: Source, sheet: FactSheet, paper: OwnPaper | undefined): void {
  if (!paper) return
  const { document } = source
  const about = { subject: paper.name, stated: true, documentNumber: paper.number.normal }
  const add = (
    kind: 'document_number' | 'issue_date' | 'issuing_body' | 'document_title',
    value: string,
    span: Span,
    more = {},
  ) => sheet.add({ ...about, kind, value, quote: span, context: span, ...more })
  const numberLine = spanOf(paper.statement)
  const written = paper.name.replace(/^.*\ssố\s/u, '')
  add('document_number', written, numberLine)
  const head = source.statements.slice(0, headLength)
  for (const statement of head) {
    if (!/^\p{Lu}[\p{L}\s.-]{1,40},\s+ngày\s/u.test(statement.text) || statement.text.length > 80) continue
    const date = findDates(statement.text)[0]
    if (!date?.iso || date.precision !== 'day') continue
    const span = statement.plain.span(date.start, date.end)
    const more = { year: Number(date.iso.slice(0, 4)), date: { iso: date.iso, precision: 'day' as const } }
    add('issue_date', wordsOf(document, span).replace(/^ngày\s+/iu, ''), spanOf(statement), more)
    break
  }
  const issuer = issuerOf(head, paper.statement.index)
  if (issuer) add('issuing_body', wordsOf(document, issuer), issuer)
  const title = titleOf(source)
  if (title) add('document_title', document.metadata.title, title)
}

/** The lines in capitals above the number that name a body, with the line that goes on with its name. */
function issuerOf(head: readonly Statement[], numberAt: number): Span | undefined {
  const at = head.findIndex(({ text, index }) => index < numberAt && isCapital(text) && issuing.test(text))
  const first = head[at]
  if (!first) return undefined
  const next = head[at + 1]
  const goesOn =
    next &&
    next.index < numberAt &&
    isCapital(next.text) &&
    /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|NHÂN DÂN|TRUNG ƯƠNG)\s/u.test(next.text)
  return { start: first.start, end: goesOn ? next.end : first.end }
}

function titleOf({ statements }: Source): Span | undefined {
  const headings = statements
    .slice(0, headLength)
    .filter(({ block, section }) => block.kind === 'heading' && section === 0)
  const first = headings[0]
  const last = headings.at(-1)
  return first && last ? { start: first.start, end: last.end } : undefined
}

function isCapital(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}
