import { documentTypeOf } from '../vietnamese/document-types.ts'
import type { Span } from '../vietnamese/sentences.ts'
import { type Citation, citationsIn } from './citations.ts'
import type { OwnPaper } from './own-paper.ts'
import type { FactSheet, Finding } from './sheet.ts'
import { type Source, type Statement, wordsOf } from './source.ts'

interface Cited {
  readonly statement: Statement
  readonly citation: Citation
  /** The citation before it in the sentence. */
  readonly before?: Citation | undefined
}

/**
 * Every document that a text cites by number: its number, date, issuer and title as often as the text gives different ones, and how
 * the citing document stands to it ("thực hiện", "thay thế", "căn cứ").
 */
export function findDocuments(source: Source, sheet: FactSheet, paper: OwnPaper | undefined): void {
  const cited = [...source.statements, ...source.cells].flatMap((statement) =>
    citationsIn(statement.text).map(
      (citation, i, all): Cited => ({ statement, citation, ...(i > 0 && { before: all[i - 1] }) }),
    ),
  )
  const names = namesOf(cited)
  const said = new Set<string>()
  for (const each of fullestFirst(cited)) {
    const subject = names.get(each.citation.normal) ?? each.citation.name
    for (const finding of factsOf(source, each, subject, paper)) {
      const value = finding.kind === 'document_number' ? '' : finding.value.toLowerCase()
      const key = `${finding.kind}\n${finding.documentNumber}\n${value}\n${finding.relation ?? ''}`
      if (said.has(key)) continue
      said.add(key)
      sheet.add(finding)
    }
  }
}

/** One name for each number, the first that has the type in front: "36-NQ/TW" alone is spoken of as "Nghị quyết số 36-NQ/TW". */
function namesOf(cited: readonly Cited[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { statement, citation } of cited) {
    const { normal } = citation
    const hasType = /^[A-Za-zÀ-ỹ]/u.test(citation.name) && citation.name !== citation.name.toUpperCase()
    if (!names.has(normal) && hasType) names.set(normal, wordsOfSpan(statement, citation.number))
  }
  for (const { citation } of cited) {
    const { normal, number } = citation
    const { type } = number
    if (!names.has(normal) && type)
      names.set(normal, `${type.name.charAt(0).toUpperCase()}${type.name.slice(1)} số ${citation.written}`)
  }
  return names
}

function wordsOfSpan({ text }: Statement, { start, end }: Span): string {
  return text.slice(start, end)
}

/** The citations with date, issuer and title come first, so that a repeated fact is quoted where most is said. */
function fullestFirst(cited: readonly Cited[]): Cited[] {
  const weight = ({ citation: { date, issuer, title } }: Cited) => (date ? 1 : 0) + (issuer ? 1 : 0) + (title ? 1 : 0)
  return cited.toSorted((a, b) => weight(b) - weight(a))
}

type DocumentFinding = Finding & { readonly documentNumber: string }

function* factsOf(
  { document }: Source,
  cited: Cited,
  subject: string,
  paper: OwnPaper | undefined,
): Generator<DocumentFinding> {
  const { statement, citation } = cited
  const { normal, date, issuer, title, written } = citation
  const context = { start: statement.start, end: statement.end }
  const whole = statement.plain.span(citation.start, Math.max(citation.end, title?.end ?? 0))
  const about = { subject, quote: whole, context, stated: true, documentNumber: normal }
  yield { ...about, kind: 'document_number', value: written }
  if (date?.iso) {
    const isDay = date.precision === 'day'
    yield {
      ...about,
      kind: 'issue_date',
      value: wordsOf(document, statement.plain.span(date.start, date.end)).replace(/^ngày\s+/iu, ''),
      year: Number(date.iso.slice(0, 4)),
      date: { iso: date.iso, precision: isDay ? 'day' : date.precision },
    }
  }
  if (issuer) {
    const span = statement.plain.span(issuer.start, issuer.end)
    yield { ...about, kind: 'issuing_body', value: wordsOf(document, span) }
  }
  if (title) {
    const span = statement.plain.span(title.start, title.end)
    yield { ...about, kind: 'document_title', value: wordsOf(document, span) }
  }
  const relation = relationOf(cited, paper)
  if (relation) {
    yield {
      ...about,
      kind: 'document_relation',
      subject: relation.subject,
      value: subject,
      relation: relation.words,
      quote: statement.plain.span(relation.start, citation.end),
    }
  }
}

const relating =
  /(?<words>tiếp tục thực hiện|triển khai thực hiện|tổ chức thực hiện|thực hiện|cụ thể hóa|thay thế(?: cho)?|sửa đổi, bổ sung(?: một số (?:điều|nội dung) của)?|sửa đổi|bổ sung|bãi bỏ|hướng dẫn(?: thực hiện)?|căn cứ|ban hành kèm theo|kèm theo)\s+(?:các\s+|tinh thần\s+)?$/iu

/** How the document named before it, or the citing paper itself, stands to a cited one. */
function relationOf(
  { statement, citation, before }: Cited,
  paper: OwnPaper | undefined,
): { subject: string; words: string; start: number } | undefined {
  const left = statement.text.slice(0, citation.number.start)
  const match = relating.exec(left)
  const words = match?.groups?.words
  if (!match || !words) return undefined
  if (before && !/[;.]/.test(left.slice(before.number.end, match.index))) {
    return { subject: before.name, words: words.toLowerCase(), start: before.number.start }
  }
  const isBasis = /^căn cứ$/iu.test(words)
  const isTitle = statement.block.kind === 'heading' && statement.section === 0
  const speaksOfItself =
    /(?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Chương trình|Quy định|Đề án|Kết luận|Thông tư|Nghị định) này(?![A-Za-zÀ-ỹ])[^.;]*$/u.test(
      left,
    )
  if (paper && (isBasis || isTitle || speaksOfItself)) {
    return { subject: paper.name, words: words.toLowerCase(), start: isBasis ? match.index : 0 }
  }
  if (isBasis) return undefined
  const acting = actingDocument(left.slice(0, match.index))
  return acting && { subject: acting.name, words: words.toLowerCase(), start: acting.start }
}

/** "Chương trình hành động số 45-CTr/TU", "dự thảo Chương trình hành động của Tỉnh ủy": the paper that the words before a relation name last. */
function actingDocument(before: string): { name: string; start: number } | undefined {
  const clause = before.lastIndexOf(';') + 1
  const pattern =
    /(?<![A-Za-zÀ-ỹ])(?:dự thảo |Dự thảo )?(?:Nghị quyết|nghị quyết|Chương trình hành động|chương trình hành động|Chương trình|Kế hoạch|kế hoạch|Đề án|đề án|Quyết định|Chỉ thị|Kết luận|Thông tư|Nghị định|Hướng dẫn|Quy định)(?= (?:số|của|này|\d)|\s*$)[^,;.:]{0,90}$/u
  const match = pattern.exec(before.slice(clause))
  if (!match || documentTypeOf(match[0]) === undefined) return undefined
  const name = match[0]
    .replace(/^(.+ này)\s.*$/u, '$1')
    .replace(/\s+(?:về việc|để|nhằm|và|trong việc|về)\s*$/u, '')
    .trim()
  return { name, start: clause + match.index }
}
