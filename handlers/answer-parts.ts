import type { Answer, AnswerBlock, Choice, Citation, Outcome, TableCell } from '../src/answers/answer.ts'
import { answerOf } from '../src/answers/compose.ts'
import type { Fact } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { Quote } from '../src/library/quote.ts'
import type { Reading } from '../src/questions/reading.ts'
import type { Span } from '../src/vietnamese/sentences.ts'

/** Collects an answer part by part; a quotation cited twice stands in it once. */
export class AnswerParts {
  readonly #blocks: AnswerBlock[] = []
  readonly #citations: Citation[] = []
  readonly #facts: { fact: Fact; citation: number }[] = []

  state(text: string): this {
    this.#blocks.push({ kind: 'statement', text })
    return this
  }

  note(text: string): this {
    this.#blocks.push({ kind: 'note', text })
    return this
  }

  list(items: readonly string[]): this {
    this.#blocks.push({ kind: 'list', ordered: false, items })
    return this
  }

  table(header: readonly string[], rows: readonly (readonly TableCell[])[]): this {
    this.#blocks.push({ kind: 'table', header, rows })
    return this
  }

  /** The words of a span, with their source. */
  quote(document: Document, span: Span, header?: Quote, why?: Citation['why']): this {
    const citation = this.cite(document, span, header, why)
    if (!this.#blocks.some((block) => block.kind === 'quote' && block.citation === citation)) {
      this.#blocks.push({ kind: 'quote', citation })
    }
    return this
  }

  /** A row of a table, with the row of its headings. */
  quoteRow(document: Document, row: Span, { start, end }: Span): this {
    return this.quote(document, row, new Quote(document, { start, end }))
  }

  /** The sentence that says a fact; the fact is listed with the answer. */
  fact(fact: Fact, document: Document): this {
    this.quote(document, fact.context)
    return this.mention(fact, document)
  }

  /** Lists a fact with the answer without showing its sentence again. */
  mention(fact: Fact, document: Document): this {
    this.#facts.push({ fact, citation: this.cite(document, fact.context) })
    return this
  }

  /** Items in the document's own words, and the source of all of them. */
  items(document: Document, spans: readonly Span[], ordered: boolean, source: Span): this {
    const citations = spans.map((span) => this.cite(document, span))
    this.#blocks.push(
      { kind: 'quoted-list', ordered, citations },
      { kind: 'source', citation: this.cite(document, source) },
    )
    return this
  }

  cite(document: Document, { start, end }: Span, header?: Quote, why?: Citation['why']): number {
    const known = this.#citations.findIndex(
      ({ quote }) => quote.document === document && quote.start === start && quote.end === end,
    )
    if (known >= 0) return known
    this.#citations.push({ quote: new Quote(document, { start, end }), ...(header && { header }), ...(why && { why }) })
    return this.#citations.length - 1
  }

  answer(outcome: Outcome, reading: Reading, choices: readonly Choice[] = []): Answer {
    return answerOf(outcome, reading, { blocks: this.#blocks, citations: this.#citations, facts: this.#facts, choices })
  }
}

/** "Đúng" or "Chưa đúng" to a claim, over the sentence that decides it. */
export function verdictOver(
  { quote, header }: Pick<Citation, 'quote' | 'header'>,
  right: boolean,
  reading: Reading,
): Answer {
  return new AnswerParts()
    .state(`${right ? 'Đúng' : 'Chưa đúng'}. Theo tài liệu:`)
    .quote(quote.document, quote, header)
    .answer(right ? 'answered' : 'corrected', reading)
}
