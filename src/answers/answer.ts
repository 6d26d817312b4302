import type { Fact } from '../facts/fact.ts'
import type { Quote } from '../library/quote.ts'
import type { Reading } from '../questions/reading.ts'

/** How a question ended. Outsiders rely on these words. */
export type Outcome = 'answered' | 'corrected' | 'not-found' | 'clarify' | 'conversation' | 'declined' | 'ignored'

/** A quotation in an answer. Its words always come from the stored document. */
export interface Citation {
  readonly quote: Quote
  /** For rows of a long table: the header row, shown above the quotation. */
  readonly header?: Quote
  /** For what a search found: what each feature added to the rank of its passage. */
  readonly why?: Readonly<Record<string, number>>
}

/** What stands in a cell of a table; several things in one are told apart where there is room. */
export type TableCell = string | readonly string[]

/** What an answer is made of, in reading order. Numbers are indices into `Answer.citations`. */
export type AnswerBlock =
  /** Our own words: the direct sentence. */
  | { readonly kind: 'statement'; readonly text: string }
  /** Our own words: what was assumed, what to bear in mind. */
  | { readonly kind: 'note'; readonly text: string }
  /** The citation's words, then its source line. */
  | { readonly kind: 'quote'; readonly citation: number }
  /** The citation's source line without its words. */
  | { readonly kind: 'source'; readonly citation: number }
  /** Items in the document's own words, each a citation; one source line for all of them stands in a `source` block. Numbers begin at `first`, or at 1. */
  | {
      readonly kind: 'quoted-list'
      readonly ordered: boolean
      readonly first?: number
      readonly citations: readonly number[]
    }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly first?: number
      readonly items: readonly string[]
      /** Ids of the documents that the items of the whole list name, where each names one. */
      readonly documents?: readonly string[]
    }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly TableCell[])[] }

/** Something the person can ask next: a button where there are buttons, a numbered line elsewhere. */
export interface Choice {
  readonly label: string
  /** What is asked when it is chosen. */
  readonly question: string
}

/** What goes back to the person: knows no platform. */
export interface Answer {
  readonly outcome: Outcome
  readonly blocks: readonly AnswerBlock[]
  readonly citations: readonly Citation[]
  /** Facts stated in the answer, each with the index of the citation that says it. */
  readonly facts: readonly { readonly fact: Fact; readonly citation: number }[]
  readonly choices: readonly Choice[]
  readonly reading: Reading
  /** True when it was found in a copy that may not hold the newest documents. */
  readonly behind?: boolean
}
