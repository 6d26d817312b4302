import type { Fact } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { localUnitOf } from '../src/library/local-unit.ts'
import { blockAt } from '../src/library/quote.ts'

/** Whose fact it is, as the subject of a sentence: the commune or district whose paper it is, the province, or else the document. */
export function ownerOf(fact: Fact, document: Document): string {
  const { place } = fact
  const unit = localUnitOf(document)
  const ownWords = document.text.slice(fact.quote.start, fact.quote.end)
  if (unit !== undefined && (place === undefined || !ownWords.includes(place))) return unit
  return place ?? document.metadata.place ?? paperName(document)
}

/** A paper of the whole country by its own number. */
function paperName({ metadata: { kind, number } }: Document): string {
  return number === undefined ? 'tài liệu' : `${kind ?? 'văn bản'} số ${number}`
}

/** What to bear in mind about a document's standing, to follow a statement. */
export function standing(document: Document): string {
  return document.metadata.status === 'draft' ? ' (theo dự thảo)' : ''
}

/** The words of a fact on one line; a row of a table says its subject and value. */
export function factWords({ quote, subject, value, unit }: Fact, document: Document): string {
  const words = document.text.slice(quote.start, quote.end).replace(/\s+/g, ' ')
  if (blockAt(document, quote.start)?.headerRow === undefined) return words
  const measure = unit === undefined || value.includes(unit) ? '' : unit === '%' ? '%' : ` ${unit}`
  return `${subject}: ${value}${measure}`
}

/** "đến năm 2030" as the document writes it, where the words do not say it already. */
export function periodPhrase(fact: Fact, words: string): string {
  if (!fact.period || fact.year === undefined || words.includes(String(fact.year))) return ''
  const { written } = fact.period
  // A heading in capitals is no name.
  return ` ${written === written.toUpperCase() ? written.toLowerCase() : written.charAt(0).toLowerCase() + written.slice(1)}`
}

/** Our sentence begins with a capital and ends with a stop. */
export function sentence(text: string): string {
  const trimmed = text.trim().replace(/\s+/g, ' ')
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?…:]$/.test(trimmed) ? '' : '.'}`
}
