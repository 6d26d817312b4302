import type { Answer, Choice } from '../answers/answer.ts'
import type { Fact } from '../facts/fact.ts'
import type { Knowledge } from '../knowledge.ts'

/** Most provinces compared at once. */
const mostCompared = 3

/** Asks the same of other provinces whose documents state it too, unless the answer compares already. */
export function comparisonOf({ facts, reading }: Answer, { corpus, ledger }: Knowledge): Choice | undefined {
  const placeOf = ({ place, document }: Fact) => place ?? corpus.document(document)?.metadata.place
  const fact = facts.find((stated) => stated.fact.subject !== '' && placeOf(stated.fact))?.fact
  if (!fact || reading.asks.includes('comparison')) return undefined
  const alike = ledger.facts.filter(({ kind }) => kind === fact.kind)
  const places = [...new Set([fact, ...alike].flatMap((stated) => placeOf(stated) ?? []))].slice(0, mostCompared)
  if (places.length < 2) return undefined
  const about = [fact.subject, fact.year].filter(Boolean).join(' ')
  return { label: 'So sánh', question: `/sosanh ${places.join(', ')}: ${about}` }
}
