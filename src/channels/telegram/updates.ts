import type { Update } from 'grammy/types'
import * as z from 'zod'
import type { Arrival } from '../inbox.ts'

/** What Telegram is asked to deliver, and no more. */
export const wantedUpdates = ['message', 'edited_message', 'inline_query', 'callback_query', 'my_chat_member'] as const

const id = z.object({ id: z.int() })
const said = z.object({ chat: id, is_topic_message: z.boolean().optional(), message_thread_id: z.int().optional() })
/** Where an update belongs. One that does not say so is left aside: no other would ever be fetched behind it. */
const laned = z.object({
  message: said.optional(),
  edited_message: said.optional(),
  callback_query: z.object({ from: id, message: z.object({ chat: id }).optional() }).optional(),
  inline_query: z.object({ from: id }).optional(),
  my_chat_member: z.object({ chat: id }).optional(),
})

/**
 * An update for the inbox: messages in order per chat and topic, buttons in order per person, of what a person types inline only
 * the newest. Undefined for what is not wanted.
 */
export function arrivalOf(update: Update): Arrival | undefined {
  const lane = laneOf(update)
  if (lane === undefined) return undefined
  const newestOnly = update.inline_query !== undefined
  const { update_id: id } = update
  return { id: String(id), lane, position: id, newestOnly, payload: JSON.stringify(update) }
}

function laneOf(update: Update): string | undefined {
  const read = laned.safeParse(update)
  if (!read.success) return undefined
  const { message, edited_message, callback_query, inline_query, my_chat_member } = read.data
  const said = message ?? edited_message
  if (said) {
    const topic = said.is_topic_message && said.message_thread_id !== undefined ? `/${said.message_thread_id}` : ''
    return `chat:${said.chat.id}${topic}`
  }
  if (callback_query) return `buttons:${callback_query.from.id}`
  if (inline_query) return `inline:${inline_query.from.id}`
  return my_chat_member && `chat:${my_chat_member.chat.id}`
}
