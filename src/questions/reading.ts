/** What a question wants. */
export type Intent =
  | 'count'
  | 'list'
  | 'item'
  | 'target'
  | 'ranking'
  | 'document'
  | 'person'
  | 'event'
  | 'status'
  | 'comparison'
  | 'overview'
  | 'summary'
  | 'definition'
  | 'quote'
  | 'search'
  | 'command'
  | 'greeting'
  | 'thanks'
  | 'help'
  | 'abuse'
  | 'off-topic'
  | 'instruction'
  | 'empty'

/** How a question was understood. */
export interface Reading {
  readonly intent: Intent
  /** The question in normal form, without address and politeness. */
  readonly text: string
  /** Handler command and its argument, when the question was typed as one. */
  readonly command?: string
  /** Documents, provinces and years that the question names. */
  readonly documents: readonly string[]
  readonly places: readonly string[]
  readonly years: readonly number[]
  /** What was assumed, each a short Vietnamese sentence fit to be shown. */
  readonly assumptions: readonly string[]
}
