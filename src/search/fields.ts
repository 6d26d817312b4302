import type { Passage } from '../library/document.ts'
import { sectionPath } from '../library/quote.ts'

/** What of a passage is searched. Only `text` is ever quoted. */
export interface Fields {
  /** Its innermost heading; inside an article that of the article with those below it. */
  readonly title: string
  /** What its document and outer headings say about it. */
  readonly context: string
  readonly text: string
}

/** How much a word counts in each field, in the order of `fieldsOf`. */
export const fieldWeights = { title: 3, context: 0.75, text: 1 } as const

/** The searched texts of a passage, read from its document. */
export function fieldsOf(passage: Passage): Fields {
  const { document, section, start, end } = passage
  const { title, kind, number, issuer, issuedOn, place } = document.metadata
  const headings = sectionPath(document, section)
  const own = document.sections[section]
  const label = section > 0 && own && /^Điều/i.test(own.label) ? own.label : ''
  const nearest = headings.splice(headings.length - headingsOfItsOwn(passage))
  return {
    title: nearest.join('\n'),
    context: [title, kind, number, issuer, issuedOn, place, label, ...headings].filter(Boolean).join('\n'),
    text: document.text.slice(start, end),
  }
}

/** How many of the headings around a passage say what it is about itself, innermost last. */
function headingsOfItsOwn({ document: { sections }, section }: Passage): number {
  let count = 0
  for (let at = section; at > 0; at = sections[at]?.parent ?? 0) {
    const { heading, mark } = sections[at]!
    if (heading !== '') count++
    if (mark === 'article') return count
  }
  return section > 0 && sections[section]?.heading !== '' ? 1 : 0
}
