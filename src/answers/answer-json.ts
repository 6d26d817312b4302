import type { Answer } from './answer.ts'
import { plainText } from './plain-text.ts'

/** An answer as the command line and the web interface give it to programs: outsiders rely on these names. */
export function answerJson(answer: Answer) {
  return {
    outcome: answer.outcome,
    text: plainText(answer),
    citations: answer.citations.map(({ quote }) => ({
      document: { id: quote.document.id, title: quote.document.metadata.title, file: quote.document.file },
      section: quote.sectionPath.join(' › ') || null,
      page: quote.page ?? null,
      start: quote.start,
      end: quote.end,
      quote: quote.text,
      code: quote.code,
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
