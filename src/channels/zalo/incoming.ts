import type { ZaloEvent } from './updates.ts'

/** A message as the bot is to take it. */
export type Incoming =
  | {
      readonly kind: 'question'
      /** Without the bot's name. */
      readonly text: string
      /** It stands under a picture, which nobody looks at. */
      readonly caption?: true
    }
  /** Something in private that cannot be read: a picture, a sticker, a voice message, what Zalo does not pass on. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'ignored' }

const ignored: Incoming = { kind: 'ignored' }

/** @param names the bot's visible names: in a group a mention stands in the text as "@" and one of them, spaces and all */
export function incomingOf({ event_name: name, message }: ZaloEvent, names: readonly string[]): Incoming {
  if (message.from.is_bot || !/^message\..+\.received$/.test(name)) return ignored
  const group = message.chat.chat_type !== 'PRIVATE'
  if (name === 'message.text.received') {
    const text = message.text ?? ''
    if (group) return { kind: 'question', text: withoutNames(text, names) }
    return text.trim() === '' ? ignored : { kind: 'question', text: text.trim() }
  }
  if (group) return ignored
  const caption = message.caption?.trim()
  return caption ? { kind: 'question', text: caption, caption: true } : { kind: 'unreadable' }
}

/** The text without mentions, wherever they stand; the longest name first, because one name may begin with another. */
function withoutNames(text: string, names: readonly string[]): string {
  let rest = text.normalize('NFC').replace(/[\u00a0\u202f]/g, ' ')
  for (const name of names.toSorted((a, b) => b.length - a.length)) rest = without(rest, `@${name.normalize('NFC')}`)
  return rest.replace(/^[\s,:;.–-]+/, '').trim()
}

function without(text: string, mention: string): string {
  const parts: string[] = []
  let from = 0
  for (let at = text.indexOf(mention); at >= 0; at = text.indexOf(mention, from)) {
    parts.push(text.slice(from, at).trimEnd())
    from = at + mention.length
  }
  return parts.length === 0 ? text : [...parts, text.slice(from).trimStart()].join(' ')
}
