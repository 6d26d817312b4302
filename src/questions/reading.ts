import type { DocumentNumber } from '../vietnamese/document-numbers.ts'

/** What kind of message it is. Only a `question` is looked up in the documents. */
export type Intent =
  | 'question'
  | 'command'
  | 'greeting'
  | 'thanks'
  | 'help'
  | 'abuse'
  | 'off-topic'
  | 'instruction'
  | 'empty'

/** What a question wants to know. */
export type Ask =
  | 'count'
  | 'percent'
  | 'money'
  | 'list'
  | 'item'
  | 'target'
  | 'rank'
  | 'number'
  | 'title'
  | 'issuer'
  | 'date'
  | 'venue'
  | 'person'
  | 'agency'
  | 'reason'
  | 'signer'
  | 'role'
  | 'status'
  | 'comparison'
  | 'overview'
  | 'summary'
  | 'definition'
  | 'quote'
  | 'source'

/** A province that the question names. */
interface AskedPlace {
  /** Its name before 1 July 2025. */
  readonly place: string
  /** As typed. */
  readonly raw: string
}

/** How a question was understood. */
export interface Reading {
  readonly intent: Intent
  /** The question in normal form; for a command what was typed after it. */
  readonly text: string
  /** The handler's command, when the question was typed as one. */
  readonly command?: string
  /** What is wanted, most telling first; empty for key words alone. */
  readonly asks: readonly Ask[]
  /** Asked as "… có … không", "… đúng không": to be answered yes or no first. */
  readonly yesNo: boolean
  readonly places: readonly AskedPlace[]
  /** Abbreviations that may stand for several provinces, with all of them: "BT". */
  readonly unclearPlaces: readonly { readonly raw: string; readonly candidates: readonly string[] }[]
  readonly documents: readonly DocumentNumber[]
  /** People of the documents whose full names the question has. */
  readonly persons: readonly string[]
  readonly years: readonly number[]
  /** What is counted: the words behind "bao nhiêu" or "mấy". */
  readonly counted?: string
  /** Position in a list, counted from 1; -1 for the last. */
  readonly ordinal?: number
  /** Words of the subject: what is left without question words, places, documents and years, in the order of the question. */
  readonly subject: string
  /** Typed without any diacritic, so that its words are compared without them. */
  readonly plain: boolean
  /** What was assumed, each a short Vietnamese sentence fit to be shown. */
  readonly assumptions: readonly string[]
}
