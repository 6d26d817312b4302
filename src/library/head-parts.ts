import { typeNames } from '../vietnamese/document-types.ts'
import { type FoldedText, foldText, originalSpan } from '../vietnamese/folded-text.ts'
import type { Span } from '../vietnamese/sentences.ts'
import type { Line } from './lines.ts'

/**
 * What one column of a line in the head of an official paper is. `blank`: a number or date that is not filled in, or a rule;
 * `capitals`: words in capitals that are none of the others.
 */
type HeadPartKind =
  | 'motto'
  | 'blank'
  | 'number'
  | 'date'
  | 'draft'
  | 'secrecy'
  | 'about'
  | 'type'
  | 'body'
  | 'capitals'
  | 'other'

/** One column of a line, as a span of the text. */
export interface HeadPart extends Span {
  readonly kind: HeadPartKind
  /** The words folded, without Markdown and on single spaces. */
  readonly words: string
  /** The number or the day itself, without "Số:" and without the place. */
  readonly value?: Span
  /** For a date: whether a place stands before it. */
  readonly placed?: boolean
}

/**
 * Takes a line apart into the columns that a converter put beside each other: at three spaces, a tab or a bar, before the motto of
 * State or Party, and between number and date. Linear in the line; long lines are one part.
 */
export function headPartsOf(line: Line): HeadPart[] {
  if (line.text.length > longestLine)
    return [partOf(foldText(line.text), { start: 0, end: line.text.length }, line.start)]
  const folded = foldText(line.text)
  const columns = columnsOf(folded.text).flatMap((column) => splitAtMotto(folded.text, column))
  return columns
    .flatMap((column) => splitAtDate(folded.text, column))
    .map(({ start, end }) => partOf(folded, originalSpan(folded, start, end), line.start))
}

/** Longest line of a head, in characters. */
const longestLine = 400

function columnsOf(text: string): Span[] {
  const columns: Span[] = []
  let from = 0
  const add = (to: number) => {
    const piece = text.slice(from, to)
    if (piece.trim() !== '') {
      const start = from + piece.length - piece.trimStart().length
      columns.push({ start, end: start + piece.trim().length })
    }
  }
  for (const gap of text.matchAll(/ {3,}|\t+|\||<br\s*\/?>/g)) {
    add(gap.index)
    from = gap.index + gap[0].length
  }
  add(text.length)
  return columns.length > 0 ? columns : [{ start: 0, end: text.length }]
}

const mottoStart = /\s(?=(?:\*\*)?(?:cong hoa xa hoi chu nghia|doc lap\s*-\s*tu do|dang cong san viet nam(?:\*\*)?$))/

function splitAtMotto(text: string, column: Span): Span[] {
  return splitAt(column, mottoStart.exec(text.slice(column.start, column.end)))
}

const numberThenDate = /^(?:so\s*[:.]?\s*\d\S*|v\/v\s.*?\S)[,;]?\s(?=(?:[a-z][a-z .-]{1,40},\s*)?ngay\s+\d)/

function splitAtDate(text: string, column: Span): Span[] {
  const match = numberThenDate.exec(text.slice(column.start, column.end))
  if (!match) return [column]
  const [, ...rest] = splitAt(column, { index: match[0].length - 1 })
  const first = text.slice(column.start, column.start + match[0].length).replace(/[,;]?\s$/, '')
  return [{ start: column.start, end: column.start + first.length }, ...rest]
}

function splitAt({ start, end }: Span, gap: { readonly index: number } | null): Span[] {
  return gap === null || gap.index === 0
    ? [{ start, end }]
    : [
        { start, end: start + gap.index },
        { start: start + gap.index + 1, end },
      ]
}

const motto = /^(?:cong hoa xa hoi chu nghia viet nam|doc lap\s*-\s*tu do\s*-\s*hanh phuc|dang cong san viet nam)$/
const rule = /^[-=~.…_*\s]*(?:o0o)?[-=~.…_*\s]*$/
const blank =
  /^(?:so\s*[:.]?[\s.…_]*(?:[-/]\s?[a-z0-9&/-]*)?|[-/][a-z]{1,4}[-/][a-z&-]{1,12}|(?:[a-z][a-z .-]{1,40},\s*)?ngay[\s.…_/]*(?:thang[\s\d.…_/]*(?:nam\s*[\d.…_]*)?)?|thang[\s\d.…_]*(?:nam[\s\d.…_]*)?|nam\s+\d{4})$/
const number =
  /^(?:(?:luat|bo luat|nghi quyet|phap lenh)\s+so\s*:|so(?:\s+(?:hieu|ky hieu|van ban))?\s*[:.]?)\s*(?<value>\d{1,5}[a-z]?(?:\s?[-/]\s?[a-z0-9&.]+){1,6})\s*[.,;]?$/
const date =
  /^(?:(?<place>[a-z][a-z .-]{1,40}?),\s*)?(?<value>ngay\s+\d{1,2}\s*(?:thang\s+\d{1,2}\s*,?\s*nam\s+\d{4}|[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}))\s*\.?$/
const draft = /^\(?du thao(?:\s+(?:lan\s+)?(?:thu\s+)?[\d/.]+.{0,20}|\s+ngay.{0,20}|\s*[-:].{0,40})?\)?$/
const secrecy = /^(?:tuyet mat|toi mat|mat|hoa toc(?: hen gio)?|thuong khan|khan|luu hanh noi bo)$/
const about = /^v\/v[\s:]/
const otherTypes =
  'phu luc|bien ban|giay moi|danh muc|de cuong|chien luoc|quy hoach|phuong an|thong cao|dieu le|noi quy|ban ghi nho|thoa thuan|bieu mau|lenh'
/** A type alone: "KẾ HOẠCH", "PHỤ LỤC II", "NGHỊ QUYẾT SỐ 27-NQ/TU". */
const type = new RegExp(
  `^(?:du thao\\s+)?(?:${typeNames}|${otherTypes})(?:\\s+(?:lien tich|hanh dong|tong ket|so ket))?(?:\\s+(?:so\\s*:?\\s*)?(?:[ivxlc]{1,5}|\\d{1,3}[a-z]?|[a-e])|\\s+so\\s*:?\\s*\\d\\S*)?$`,
)
const body =
  /^(?:(?:chu tich|thuong truc)\s+)?(?:dang bo|dang uy|dang doan|tinh uy|thanh uy|huyen uy|quan uy|thi uy|ban (?:chap hanh|thuong vu|bi thu|can su|chi dao|to chuc|tuyen giao|noi chinh|dan van|kinh te|quan ly|dan toc)|bo|uy ban|ubnd|ubmttq|hoi dong|hdnd|chinh phu|thu tuong|quoc hoi|so|van phong|tong cuc|cuc|chi cuc|vien|truong|trung tam|mat tran|lien doan|tinh doan|doan|hoi|toa an|kho bac|cong an|bao hiem|cong ty|tap doan|ngan hang|thanh tra|phong)(?:\s|$)/

function partOf(folded: FoldedText, { start, end }: Span, from: number): HeadPart {
  const written = folded.original.slice(start, end)
  const inner = foldText(written)
  const words = inner.text
    .replace(/[*_#\\]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const span = { start: from + start, end: from + end, words }
  if (motto.test(words)) return { ...span, kind: 'motto' }
  const numbered = number.exec(words)
  if (numbered) return { ...span, kind: 'number', value: valueIn(inner, numbered.groups?.value ?? '', span.start) }
  const dated = date.exec(words)
  if (dated) {
    const value = valueIn(inner, dated.groups?.value ?? '', span.start)
    return { ...span, kind: 'date', value, placed: dated.groups?.place !== undefined }
  }
  return { ...span, kind: kindOf(words, written) }
}

function kindOf(words: string, written: string): HeadPartKind {
  if (rule.test(words) || blank.test(words)) return 'blank'
  if (draft.test(words)) return 'draft'
  if (secrecy.test(words)) return 'secrecy'
  if (about.test(words)) return 'about'
  if (type.test(words)) return 'type'
  const upper = /\p{Lu}{2}/u.test(written) && written === written.toUpperCase()
  if (!upper) return 'other'
  return body.test(words) ? 'body' : 'capitals'
}

/** The span behind a value that was read without Markdown and on single spaces. */
function valueIn(inner: FoldedText, value: string, from: number): Span {
  const pattern = [...value.replace(/\s/g, '')]
    .map((letter) => letter.replace(/[^a-z0-9]/g, '\\$&'))
    .join('[\\s*_\\\\]*')
  const match = new RegExp(pattern).exec(inner.text)
  const span = match
    ? originalSpan(inner, match.index, match.index + match[0].length)
    : { start: 0, end: inner.original.length }
  return { start: from + span.start, end: from + span.end }
}
