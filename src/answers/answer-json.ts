import type { Answer } from './answer.ts'
import { plainText } from './plain-text.ts'

/** An answer as the command line and the web interface give it to programs: outsiders rely on these names. */
export function answerJson(answer: Answer) {
  return {
    outcome: answer.outcome,
    text: plainText(answer),
    citations: answer.citations.map(({ quote, why }) => ({
      document: { id: quote.document.id, title: quote.document.metadata.title, file: quote.document.file },
      section: quote.sectionPath.join(' › ') || null,
      page: quote.page ?? null,
      start: quote.start,
      end: quote.end,
      quote: quote.text,
      code: quote.code,
      ...(why && { why: mostTelling(why) }),
    })),
    facts: answer.facts.map(({ fact, citation }) => ({
      kind: fact.kind,
      subject: fact.subject,
      value: fact.value,
      unit: fact.unit ?? null,
      year: fact.year ?? null,
      place: fact.place ?? null,
      citation,
    })),
    reading: answer.reading,
  }
}

/** Features that are told of a passage. */
const told = 5

/** The features that raised or lowered a passage most, the strongest first. */
function mostTelling(why: Readonly<Record<string, number>>): Record<string, number> {
  const strength = (name: string) => Math.abs(why[name]!)
  const names = Object.keys(why).sort((a, b) => strength(b) - strength(a))
  return Object.fromEntries(names.slice(0, told).map((name) => [name, why[name]!]))
}
