import type { ChatMemberUpdated } from 'grammy/types'
import type { Task } from '../inbox.ts'
import type { Bot } from './bot.ts'
import { turnAway } from './messages.ts'

/** Takes note of where the bot was let in, put out or blocked. */
export async function takeMembership(
  bot: Bot,
  { chat, new_chat_member: member }: ChatMemberUpdated,
  task: Task,
): Promise<void> {
  const id = String(chat.id)
  const gone = member.status === 'left' || member.status === 'kicked'
  if (chat.type === 'private') return bot.chats.setUnreachable(id, gone)
  if (gone) return bot.chats.forget(id)
  await bot.chats.setUnreachable(id, false)
  if (member.status === 'administrator') {
    bot.log.warn('the bot is an administrator of a group and receives all its messages; it needs no such right', {
      chat: id,
    })
  }
  if (!(await bot.access.allows(chat.id))) await turnAway(bot, { chat: chat.id, group: true }, task)
}
