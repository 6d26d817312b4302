import * as z from 'zod'
import type { Arrival } from '../inbox.ts'

const id = z.union([z.string().min(1), z.number()]).transform(String)

/** Something that a person did in Zalo. Unknown fields are left out, unknown events are survived. */
const event = z.object({
  event_name: z.string(),
  message: z.object({
    message_id: id,
    /** Milliseconds. */
    date: z.number().optional(),
    from: z.object({ id, display_name: z.string().optional(), is_bot: z.boolean().optional() }),
    chat: z.object({ id, chat_type: z.string() }),
    text: z.string().optional(),
    caption: z.string().optional(),
  }),
})
export type ZaloEvent = z.infer<typeof event>

/**
 * The events in what Zalo delivers: bare, wrapped in `{ok, result}`, or in a list. What is no event is left out.
 *
 * @returns undefined when it cannot come from Zalo
 */
export function readEvents(delivered: unknown): readonly ZaloEvent[] | undefined {
  if (Array.isArray(delivered)) return delivered.flatMap((one) => readEvents(one) ?? [])
  const wrapped = z.looseObject({ ok: z.boolean(), result: z.unknown() }).safeParse(delivered)
  if (wrapped.success) return readEvents(wrapped.data.result)
  const read = event.safeParse(delivered)
  if (read.success) return [read.data]
  return z.looseObject({ event_name: z.string() }).safeParse(delivered).success ? [] : undefined
}

/** An event for the inbox: once per message, in order per chat. */
export function arrivalOf(event: ZaloEvent): Arrival {
  const { message } = event
  const { message_id: id, chat, date } = message
  return {
    id,
    lane: `chat:${chat.id}`,
    // Comparable with where an event without a time is put.
    ...(date !== undefined && { position: Math.round(date) * 1000 }),
    payload: JSON.stringify(event),
  }
}
