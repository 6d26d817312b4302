import type { Answer } from '../src/answers/answer.ts'
import type { Knowledge } from '../src/knowledge.ts'
import type { Reading } from '../src/questions/reading.ts'

/** What a handler gets: the question as it was understood, and everything that can be answered from. */
export interface Request {
  readonly reading: Reading
  /** What was typed after the command; for a free question the whole question. */
  readonly argument: string
  readonly knowledge: Knowledge
}

/** One thing that can be asked. Help texts, command menus and hints are made from these fields. */
export interface Handler {
  /** The command without its slash: letters a-z and digits. */
  readonly command: string
  /** What it does, as a short Vietnamese phrase. */
  readonly summary: string
  /** How it is typed, with an example argument. */
  readonly usage: string
  /** True when the argument is a name or a code, which no repair of slips may touch. */
  readonly exact?: true
  answer(request: Request): Promise<Answer>
}
