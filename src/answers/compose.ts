import type { Reading } from '../questions/reading.ts'
import type { Answer, AnswerBlock, Choice, Citation, Outcome } from './answer.ts'

/** An answer of our own words alone. */
export function spoken(outcome: Outcome, reading: Reading, text: string, choices: readonly Choice[] = []): Answer {
  return answerOf(outcome, reading, { blocks: [{ kind: 'statement', text }], choices })
}

/** An answer from its parts; what is missing is empty. */
export function answerOf(
  outcome: Outcome,
  reading: Reading,
  parts: {
    readonly blocks: readonly AnswerBlock[]
    readonly citations?: readonly Citation[]
    readonly facts?: Answer['facts']
    readonly choices?: readonly Choice[]
  },
): Answer {
  const { blocks, citations = [], facts = [], choices = [] } = parts
  const understood = reading.assumptions.map((text): AnswerBlock => ({ kind: 'note', text }))
  return { outcome, blocks: [...blocks, ...understood], citations, facts, choices, reading }
}
