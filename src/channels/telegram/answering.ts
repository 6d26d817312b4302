import type { Answer } from '../../answers/answer.ts'
import { withheld } from '../../answers/withheld.ts'
import { withChatCommands } from '../help.ts'
import type { Task } from '../inbox.ts'
import { keepQuestion } from '../keeping.ts'
import { withRemarks } from '../remarks.ts'
import { whileTyping } from '../typing.ts'
import type { Bot } from './bot.ts'
import { type Place, post } from './posting.ts'
import { forGroup, forPrivate, type Rendered } from './rendering.ts'

/** A question and where its answer goes. */
export interface Asked {
  readonly text: string
  readonly place: Place
  /** Who asks, for follow-ups. */
  readonly person: number
  /** Said under the answer. */
  readonly remark?: string
  /** Messages to edit instead of sending. */
  readonly previous?: readonly number[]
}

/** Answers a question where it was asked; the ids of the messages that answer it. */
export async function answerQuestion(bot: Bot, asked: Asked, task: Task): Promise<number[]> {
  const { text, place, person } = asked
  const speaker = { person: String(person), chat: String(place.chat), group: place.group }
  const atReception = await bot.reception.answer(text, speaker)
  if (atReception) return post(bot, place, await render(bot, atReception, asked), task, asked.previous)
  const documents = await bot.chats.scope(String(place.chat))
  const answer = await whileTyping(
    () =>
      bot.api.sendChatAction(place.chat, 'typing', place.topic === undefined ? {} : { message_thread_id: place.topic }),
    bot.assistant.ask({
      text,
      viewer: String(place.chat),
      conversation: `telegram:${place.chat}${place.group ? `:${person}` : ''}`,
      ...(documents && { scope: { documents } }),
    }),
  )
  task.signal.throwIfAborted()
  if (answer.outcome === 'ignored' || (place.group && answer.reading.intent === 'thanks')) return []
  const { maybeAnswered } = task
  const { corpus } = bot.knowledge(place.chat)
  const helped = withChatCommands(answer, !place.group && bot.access.isAdmin(person), bot.desk !== undefined)
  const whole = withRemarks(helped, { scope: documents, corpus, maybeAnswered, remark: asked.remark })
  const kept = await keepQuestion(bot.questions, { ...speaker, question: text }, answer, bot.log)
  return post(bot, place, await render(bot, whole, asked, kept), task, asked.previous)
}

/** An answer as it is shown in its place. @param kept the id of the question, when the answer can be judged */
export function render(
  bot: Bot,
  answer: Answer,
  { place, text, person = place.chat }: Pick<Asked, 'place' | 'text'> & { readonly person?: number },
  kept?: string,
): Promise<Rendered> {
  const knowledge = bot.knowledge(place.chat)
  const shown = withheld(answer, String(place.chat), knowledge.corpus)
  const owner = String(person)
  return place.group ? forGroup(shown, text, bot, owner) : forPrivate(shown, bot, { knowledge, owner, kept })
}
