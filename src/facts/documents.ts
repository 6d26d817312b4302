import { findPlaces } from '../vietnamese/places.ts'
import type { Span } from '../vietnamese/sentences.ts'
import { citationsIn } from './citations.ts'
import type { OwnPaper } from './own-paper.ts'
import { PlainText } from './plain-text.ts'
import { type Cited, relationOf } from './relating.ts'
import type { FactSheet, Finding } from './sheet.ts'
import { type Source, type Statement, wordsOf } from './source.ts'

/**
 * Every document that a text cites by number: its number, date, issuer and title as often as the text gives different ones, and how
 * the citing document stands to it ("thực hiện", "thay thế", "căn cứ").
 */
export function findDocuments(source: Source, sheet: FactSheet, paper: OwnPaper | undefined): void {
  const cited = [...withWholeTitle(source), ...source.cells].flatMap((statement) =>
    citationsIn(statement.text).map((citation, i, all): Cited => ({ statement, citation, before: all.slice(0, i) })),
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

/** The statements of a document, those of the lines of its title as one: what a cited paper is about may stand on the next line. */
function withWholeTitle({ document, statements }: Source): readonly Statement[] {
  const [first, ...others] = document.head?.title ?? []
  const last = others.at(-1)
  const opening = first && statements.find(({ block }) => block.start === first.start)
  if (!first || !last || !opening) return statements
  const plain = new PlainText(document.text, { start: opening.start, end: last.end })
  const title = { ...opening, end: last.end, plain, text: plain.text, places: findPlaces(plain.text) }
  return statements.flatMap((statement) => {
    if (statement === opening) return [title]
    return statement.start >= first.start && statement.end <= last.end ? [] : [statement]
  })
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
      value: relation.object?.name ?? subject,
      documentNumber: relation.object?.normal ?? normal,
      relation: relation.words,
      quote: statement.plain.span(relation.start, citation.end),
    }
  }
}
