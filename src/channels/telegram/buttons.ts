import type { CallbackQuery } from 'grammy/types'
import type { Task } from '../inbox.ts'
import { thanks } from '../keeping.ts'
import { neighbours, passageAnswer, quoteOf } from '../neighbours.ts'
import { answerQuestion, render } from './answering.ts'
import type { Bot } from './bot.ts'
import { type ButtonAction, readButtonData } from './button-data.ts'
import { until } from './client.ts'
import { type DeskAction, isDeskAction, takeDeskPress } from './desk-messages.ts'
import { type Place, post } from './posting.ts'

/** What a pressed button leads to: a passage in place of the message, or a question. */
type Effect = { readonly text: string } | { readonly passage: NonNullable<ReturnType<typeof neighbours>['next']> }

/** Does what a button says. The press is always answered, with words when nothing else happens. */
export async function takePress(bot: Bot, query: CallbackQuery, task: Task): Promise<void> {
  const { message, from } = query
  const action = readButtonData(query.data ?? '')
  if (action && isDeskAction(action)) return takeDeskPress(bot, query, action, task)
  const group = message?.chat.type !== 'private'
  const chat = group && message ? message.chat.id : from.id
  const effect = (await refusal(bot, from.id, chat, group)) ?? (await effectOf(bot, query, action))
  const words = typeof effect === 'string' && effect !== '' ? { text: effect } : {}
  // After a crash the press may have been answered already; Telegram takes only one answer.
  if (!task.maybeAnswered) {
    await task.sending()
    await bot.api.answerCallbackQuery(query.id, words, until(task.signal))
  }
  if (typeof effect === 'string' || !message) return
  const topic = 'is_topic_message' in message && message.is_topic_message ? message.message_thread_id : undefined
  const place: Place = { chat: message.chat.id, group, ...(topic !== undefined && { topic }) }
  if ('passage' in effect) {
    await post(bot, place, await render(bot, passageAnswer(effect.passage), { place, text: '' }), task, [
      message.message_id,
    ])
  } else {
    const previous = group ? [message.message_id] : []
    await answerQuestion(bot, { text: effect.text, place, person: from.id, previous }, task)
    await bot.reception.answered({ person: String(from.id), chat: String(chat), group })
  }
}

/** Why a press does nothing; empty when that was said already. */
async function refusal(bot: Bot, person: number, chat: number, group: boolean): Promise<string | undefined> {
  if (!(await bot.access.allows(chat))) return 'Bot này chỉ phục vụ các tài khoản đã đăng ký.'
  const allowance = await bot.limits.allows(String(person), String(chat), group)
  return allowance.granted ? undefined : (allowance.said ?? '')
}

/** A string tells the person why nothing happens. */
async function effectOf(
  bot: Bot,
  { message }: CallbackQuery,
  action: Exclude<ButtonAction, DeskAction> | undefined,
): Promise<Effect | string> {
  // Telegram gives old messages without their content, and cannot edit them.
  if (!action || !message || message.date === 0) return 'Nút này đã cũ. Anh/chị hỏi lại giúp.'
  if (action.kind === 'ask') {
    const question = await bot.followUps.find(action.id)
    return question === undefined ? 'Nút này đã cũ. Anh/chị hỏi lại giúp.' : { text: question }
  }
  if ('id' in action) {
    return (await bot.questions.judge(action.id, action.kind))
      ? thanks[action.kind]
      : 'Nút này đã cũ. Anh/chị hỏi lại giúp.'
  }
  if (action.kind === 'context') return { text: `/kiemtra ${action.code}` }
  const knowledge = bot.knowledge(message.chat.id)
  const quote = quoteOf(action.code, knowledge)
  if (!quote) return 'Văn bản đã thay đổi. Anh/chị hỏi lại giúp.'
  const passage = neighbours(quote, knowledge)[action.kind]
  return passage ? { passage } : 'Đã hết văn bản.'
}
