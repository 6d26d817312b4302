import type { Fact } from '../facts/fact.ts'
import type { Document } from '../library/document.ts'

/** A fact on two lines, for a person who goes through the ledger: what it says, and the words that say it. */
export function plainFact({ kind, subject, value, year, place, quote }: Fact, { file, text }: Document): string {
  const details = [place, year].filter((detail) => detail !== undefined).join(', ')
  const words = text.slice(quote.start, quote.end).replace(/\s+/g, ' ')
  return `${file} · ${kind} · ${subject}: ${value}${details ? ` (${details})` : ''}\n    “${words}”`
}
