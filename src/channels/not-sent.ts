import { splitText } from '../answers/split.ts'

/** What is said under an answer that comes late. */
export const lateRemark = 'Trả lời muộn do dịch vụ bị gián đoạn.'

/**
 * An answer, or the rest of one, that surely did not reach the platform, so that sending it later doubles nothing. To be thrown out of a
 * task: the inbox keeps it in place of what arrived and gives it to be worked again.
 */
export class NotSent extends Error {
  override readonly name = 'NotSent'
  readonly payload: string

  /** @param unsent what sending it takes, as JSON can hold it */
  constructor(unsent: object) {
    super('an answer could not be sent')
    this.payload = JSON.stringify({ unsent })
  }
}

/** The parts of an answer with a word of apology under the last, where there is room for it. @param longest in UTF-16 units */
export function apologising<Part extends { readonly text: string }>(parts: readonly Part[], longest: number): Part[] {
  const remark = `\n\n${lateRemark}`
  return parts.map((part, i) => {
    if (i < parts.length - 1 || part.text.endsWith(lateRemark)) return part
    const text = part.text + remark
    return splitText(text, longest).length === 1 ? { ...part, text } : part
  })
}
