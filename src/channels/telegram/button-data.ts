import { limits } from './limits.ts'

/** What a button does when it is pressed. */
export type ButtonAction =
  /** Shows, in place, the passage after (before) the one with this code. */
  | { readonly kind: 'next' | 'previous'; readonly code: string }
  /** Shows the passage with this code in its context. */
  | { readonly kind: 'context'; readonly code: string }
  /** Asks the question kept under this id. */
  | { readonly kind: 'ask'; readonly id: string }
  /** Makes the file kept under this id part of the corpus; takes the document kept there out of it; lets things be. */
  | { readonly kind: 'publish' | 'withdraw' | 'discard'; readonly id: string }
  /** Says what the person thinks of the answer to the question with this id. */
  | { readonly kind: 'right' | 'wrong'; readonly id: string }

/** Goes up when the form of the data changes; buttons of older versions are answered as outdated. */
const version = '1'
const letters = {
  next: 'n',
  previous: 'p',
  context: 'c',
  ask: 'q',
  publish: 'u',
  withdraw: 'w',
  discard: 'd',
  right: 'y',
  wrong: 'x',
} as const

/** @throws RangeError when it would be longer than Telegram takes */
export function buttonData(action: ButtonAction): string {
  const data = `${version}${letters[action.kind]}:${'id' in action ? action.id : action.code}`
  if (Buffer.byteLength(data) > limits.data) throw new RangeError(`button data of ${Buffer.byteLength(data)} bytes`)
  return data
}

/** Undefined for data of another version and for anything that we did not write: it comes from the person's device. */
export function readButtonData(data: string): ButtonAction | undefined {
  const [, letter, argument = ''] = /^1([npcquwdyx]):([\w-]{1,40})$/.exec(data) ?? []
  switch (letter) {
    case 'n':
      return isCode(argument) ? { kind: 'next', code: argument } : undefined
    case 'p':
      return isCode(argument) ? { kind: 'previous', code: argument } : undefined
    case 'c':
      return isCode(argument) ? { kind: 'context', code: argument } : undefined
    case 'q':
      return { kind: 'ask', id: argument }
    case 'u':
      return { kind: 'publish', id: argument }
    case 'w':
      return { kind: 'withdraw', id: argument }
    case 'd':
      return { kind: 'discard', id: argument }
    case 'y':
      return { kind: 'right', id: argument }
    case 'x':
      return { kind: 'wrong', id: argument }
    default:
      return undefined
  }
}

function isCode(text: string): boolean {
  return /^[0-9A-Z]{3}-[0-9A-Z]{6}$/.test(text)
}

/** What a link into the private chat opens: `t.me/bot?start=…`. */
export type StartAction =
  | { readonly kind: 'passage'; readonly code: string }
  | { readonly kind: 'ask'; readonly id: string }

export function startPayload(action: StartAction): string {
  return action.kind === 'ask' ? `q_${action.id}` : action.code
}

/** Undefined for a plain start and for anything that we did not write. */
export function readStartPayload(payload: string): StartAction | undefined {
  const code = payload.toUpperCase()
  if (isCode(code)) return { kind: 'passage', code }
  const id = /^q_([\w-]{1,40})$/.exec(payload)?.[1]
  return id === undefined ? undefined : { kind: 'ask', id }
}
