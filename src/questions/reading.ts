/** What a question wants. */
export type Intent = 'search' | 'command' | 'greeting' | 'thanks' | 'help' | 'empty'

/** How a question was understood. */
export interface Reading {
  readonly intent: Intent
  /** The question in normal form, without address and politeness. */
  readonly text: string
  /** The handler's command, when the question was typed as one. */
  readonly command?: string
  /** What was assumed, each a short Vietnamese sentence fit to be shown. */
  readonly assumptions: readonly string[]
}
