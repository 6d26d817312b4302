import type { Knowledge } from '../../knowledge.ts'
import { Quote } from '../../library/quote.ts'
import { fold } from '../../vietnamese/normal-form.ts'

/** Where else something is said about the subject of a passage. */
export interface Related {
  /** The subject, when a fact of the passage names it; otherwise passages are related by their words. */
  readonly subject?: string
  readonly previous?: Quote
  readonly next?: Quote
  /** The best passage of each of a few other documents. */
  readonly elsewhere: readonly Quote[]
}

/** Share of the passage's words that another passage must hold to count as speaking of the same. */
const near = 0.35
/** Longest stretch of the passage that is searched for, in characters, and most other documents shown. */
const searchedLength = 300
const otherDocuments = 3

/** @returns undefined when nothing else speaks of the subject */
export async function relatedTo(quote: Quote, knowledge: Knowledge): Promise<Related | undefined> {
  const text = quote.text.slice(0, searchedLength)
  const everywhere = await knowledge.retriever.search({ text, limit: 30 })
  const elsewhere = new Map<string, Quote>()
  for (const { passage, coverage } of everywhere.hits) {
    const { document } = passage
    if (document === quote.document || elsewhere.has(document.id) || coverage < near) continue
    if (elsewhere.size < otherDocuments) elsewhere.set(document.id, new Quote(document, passage))
  }
  const bySubject = sameSubject(quote, knowledge)
  const others = bySubject?.quotes ?? (await sameWords(quote, text, knowledge))
  const previous = others.findLast(({ end }) => end <= quote.start)
  const next = others.find(({ start }) => start >= quote.end)
  if (!previous && !next && elsewhere.size === 0) return undefined
  return {
    ...(bySubject && { subject: bySubject.subject }),
    ...(previous && { previous }),
    ...(next && { next }),
    elsewhere: [...elsewhere.values()],
  }
}

/** Sentences with facts on the subject of the passage's own facts, in the order of the text. */
function sameSubject({ document, start, end }: Quote, { ledger }: Knowledge) {
  const facts = ledger.of(document.id)
  const own = facts.filter(({ quote }) => quote.start < end && quote.end > start)
  for (const { subject } of own) {
    const key = fold(subject)
    const same = facts.filter(
      (fact) => fold(fact.subject) === key && (fact.quote.end <= start || fact.quote.start >= end),
    )
    if (key !== '' && same.length > 0) {
      const quotes = same.map((fact) => new Quote(document, fact.quote)).sort((a, b) => a.start - b.start)
      return { subject, quotes }
    }
  }
  return undefined
}

async function sameWords({ document, start, end }: Quote, text: string, knowledge: Knowledge): Promise<Quote[]> {
  const { hits } = await knowledge.retriever.search({ text, filter: { documents: new Set([document.id]) }, limit: 12 })
  return hits
    .filter(({ passage, coverage }) => coverage >= near && (passage.end <= start || passage.start >= end))
    .map(({ passage }) => new Quote(document, passage))
    .sort((a, b) => a.start - b.start)
}
