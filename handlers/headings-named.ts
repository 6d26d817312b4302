import type { Document } from '../src/library/document.ts'
import { sectionPath } from '../src/library/quote.ts'
import { weighSubject } from '../src/questions/subject.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'
import { wantedOf, wordForms } from './wanted.ts'

/** A section of a document, by its index. */
export interface NamedSection {
  readonly document: Document
  readonly index: number
}

/** Share of the words that a heading and the title of its document have to have. */
const namesIt = 0.9
/** Share that the heading has to have itself. */
const mostOfIt = 0.4

/**
 * The sections of the documents that a question is limited to whose headings have the words of a subject, best first, of the years asked.
 * None when the question names neither a province nor a paper.
 */
export function headingsNamed(
  { reading, knowledge }: Pick<Request, 'reading' | 'knowledge'>,
  subject: string,
): NamedSection[] {
  const within = scopeOf(knowledge, reading)
  const wanted = wantedOf(weighSubject(subject).naming, reading.plain, knowledge.rarity)
  const total = wanted.terms.reduce((sum, { weight }) => sum + weight, 0)
  if (!within || total === 0) return []
  return knowledge.corpus.documents
    .filter(({ id }) => within.has(id))
    .flatMap((document) => document.sections.map((section, index) => ({ document, section, index })))
    .filter(({ index, section }) => index > 0 && section.heading !== '')
    .map((entry) => {
      const words = wordForms(entry.section.heading)[wanted.by]
      const title = wordForms(entry.document.metadata.title)[wanted.by]
      const share = (held: (form: string) => boolean) =>
        wanted.terms.reduce((sum, { form, weight }) => sum + (held(form) ? weight : 0), 0) / total
      const own = share((form) => words.has(form))
      return {
        ...entry,
        share: own < mostOfIt ? 0 : share((form) => words.has(form) || title.has(form)),
        beside: words.size,
      }
    })
    .filter(({ share }) => share >= namesIt)
    .sort((a, b) => b.share - a.share || a.beside - b.beside || b.section.depth - a.section.depth)
    .filter(({ document, index }) => inYears(document, index, reading.years))
}

/** A section answers for a year when its headings or its text name it. */
function inYears(document: Document, index: number, years: readonly number[]): boolean {
  if (years.length === 0) return true
  const own = document.blocks.filter(({ section }) => section === index)
  const words = [...sectionPath(document, index), ...own.map(({ start, end }) => document.text.slice(start, end))].join(
    ' ',
  )
  return years.some((year) => words.includes(String(year)))
}
