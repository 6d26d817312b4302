import type { Answer } from '../answers/answer.ts'
import { answerOf } from '../answers/compose.ts'
import type { Knowledge } from '../knowledge.ts'
import { reopen } from '../library/corpus.ts'
import type { Passage } from '../library/document.ts'
import { Quote } from '../library/quote.ts'
import { readQuestion } from '../questions/read-question.ts'

/** The passages of the same document that end before and begin after a quotation. */
export function neighbours(
  quote: Quote,
  { corpus }: Knowledge,
): { readonly previous?: Passage; readonly next?: Passage } {
  let previous: Passage | undefined
  let next: Passage | undefined
  for (const passage of corpus.passages) {
    if (passage.document !== quote.document) continue
    if (passage.end <= quote.start && (!previous || passage.end > previous.end)) previous = passage
    if (passage.start >= quote.end && (!next || passage.start < next.start)) next = passage
  }
  return { ...(previous && { previous }), ...(next && { next }) }
}

/** A passage as an answer of its own. */
export function passageAnswer(passage: Passage): Answer {
  const { document, header } = passage
  const citation = { quote: new Quote(document, passage), ...(header && { header: new Quote(document, header) }) }
  return answerOf('answered', readQuestion(''), { blocks: [{ kind: 'quote', citation: 0 }], citations: [citation] })
}

/** The quotation that a code was made for; undefined when its words are no longer there. */
export function quoteOf(code: string, { corpus, ledger }: Knowledge): Quote | undefined {
  const reopened = reopen(corpus, code, ({ id }) => ledger.of(id).flatMap(({ quote, context }) => [quote, context]))
  return reopened.kind === 'found' ? reopened.quote : undefined
}
