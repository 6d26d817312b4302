import { GrammyError, HttpError } from 'grammy'
import type { Task } from '../inbox.ts'
import { NotSent } from '../not-sent.ts'
import { TransportError } from '../safe-fetch.ts'
import type { Bot } from './bot.ts'
import { until } from './client.ts'
import type { Rendered } from './rendering.ts'

/** Where an answer goes. */
export interface Place {
  readonly chat: number
  readonly group: boolean
  /** The topic of a forum. */
  readonly topic?: number
  /** The message that is answered, where the answer shows it. */
  readonly replyTo?: number
  /** The message that is answered. */
  readonly asked?: number
}

/** What is left of an answer that could not be sent. */
export interface Unsent extends Rendered {
  readonly place: Place
  readonly previous: readonly number[]
  /** Ids of the messages before. */
  readonly sent: readonly number[]
  /** Whether it is for somebody who may use the bot. */
  readonly admitted: boolean
}

/**
 * Sends messages, or edits those that are there already. What may have arrived is not sent again; a chat that cannot be reached
 * is left alone.
 *
 * @param previous messages of an earlier answer to the same question
 * @returns the ids of the messages that stand now
 * @throws GrammyError when Telegram refuses for a reason that is ours
 * @throws NotSent in private, when what is left surely did not arrive
 */
export async function post(
  bot: Bot,
  place: Place,
  { parts, keyboard }: Rendered,
  task: Task,
  previous: readonly number[] = [],
): Promise<number[]> {
  const { api } = bot
  const ids: number[] = []
  await task.sending()
  try {
    for (const [i, { text, entities }] of parts.entries()) {
      const old = previous[i]
      const common = {
        entities: [...entities],
        link_preview_options: { is_disabled: true },
        ...(keyboard && i === parts.length - 1 && { reply_markup: keyboard }),
      }
      const edit = () => api.editMessageText(place.chat, old!, text, common, until(task.signal))
      if (old !== undefined && (await stillThere(edit))) ids.push(old)
      else {
        const sent = await api.sendMessage(place.chat, text, { ...common, ...placing(place, i) }, until(task.signal))
        ids.push(sent.message_id)
      }
    }
    for (const surplus of previous.slice(parts.length)) await api.deleteMessage(place.chat, surplus, until(task.signal))
  } catch (error) {
    if (!cannotBeHelped(error)) throw error
    if (!place.group && ids.length < parts.length && neverArrived(error)) {
      const [rest, left] = [parts.slice(ids.length), previous.slice(ids.length)]
      const admitted = await bot.access.allows(place.chat)
      const unsent: Unsent = { place, parts: rest, ...(keyboard && { keyboard }), previous: left, sent: ids, admitted }
      throw new NotSent(unsent)
    }
    bot.log.warn('answer not delivered', { method: 'post', sent: ids.length, parts: parts.length })
  }
  return ids
}

/** False when the message to be edited was deleted. */
async function stillThere(edit: () => Promise<unknown>): Promise<boolean> {
  try {
    await edit()
    return true
  } catch (error) {
    if (error instanceof GrammyError && /message to edit not found|can't be edited/.test(error.description))
      return false
    throw error
  }
}

function placing({ group, topic, replyTo }: Place, part: number) {
  return {
    ...(group && { disable_notification: true }),
    ...(topic !== undefined && { message_thread_id: topic }),
    ...(replyTo !== undefined &&
      part === 0 && { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  }
}

/** Telegram was not reached, or says that it takes nothing now. What it says with 500, 502 or 504 leaves open what it did. */
function neverArrived(error: unknown): boolean {
  if (error instanceof GrammyError) return error.error_code === 503
  return error instanceof HttpError && error.error instanceof TransportError && error.error.neverArrived
}

/** No answer came, the chat is closed to us, or Telegram asks for more patience than there is. */
function cannotBeHelped(error: unknown): boolean {
  if (error instanceof HttpError) return true
  return (
    error instanceof GrammyError &&
    (error.error_code !== 400 || /chat not found|not enough rights|TOPIC_CLOSED/.test(error.description))
  )
}
