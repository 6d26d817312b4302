import type { Document } from '../library/document.ts'
import type { Fact } from './fact.ts'

/** A fact as one JSON line for outsiders; missing values are null. */
export interface FactLine {
  readonly document: string
  readonly file: string
  readonly kind: string
  readonly subject: string
  readonly value: string
  readonly unit: string | null
  readonly year: number | null
  readonly place: string | null
  readonly stated: boolean
  readonly quote: string
  readonly start: number
  readonly end: number
}

/** The line of a fact: dates in ISO form where they are known, persons with their offices, all else as the document writes it. */
export function factLine(fact: Fact, document: Document): FactLine {
  const { kind, subject, unit = null, year = null, place = null, stated, quote } = fact
  return {
    document: document.id,
    file: document.file,
    kind,
    subject,
    value: shownValue(fact),
    unit,
    year,
    place,
    stated,
    quote: document.text.slice(quote.start, quote.end),
    start: quote.start,
    end: quote.end,
  }
}

function shownValue({ kind, value, date, person }: Fact): string {
  if ((kind === 'event_date' || kind === 'issue_date') && date?.iso) return date.iso
  return person ? [person.name, ...person.roles].join(', ') : value
}
