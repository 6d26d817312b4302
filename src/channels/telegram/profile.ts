import { type Api, GrammyError } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import { chatCommands, handlers } from '../../../handlers/table.ts'
import { limits } from './limits.ts'

const description =
  'Hỏi đáp trên các văn bản của cơ quan (nghị quyết, chương trình hành động, báo cáo): trả lời bằng nguyên văn, luôn kèm nguồn. ' +
  'Gõ câu hỏi có dấu hoặc không dấu. Bot lưu gì, trong bao lâu: gõ /dulieu. Bot không đọc tin nhắn khác trong nhóm.'
const shortDescription = 'Tra cứu nghị quyết, chương trình hành động: nguyên văn, kèm nguồn.'

const questions = handlers.map(entry)
const forAll = chatCommands.filter(({ admins }) => !admins)

/** Tells Telegram the bot's commands for each kind of chat and what it is for. Told only what is new: it limits how often. */
export async function describeBot(api: Api): Promise<void> {
  await setCommands(api, { type: 'all_private_chats' }, [...questions, ...forAll.map(entry)])
  await setCommands(api, { type: 'all_group_chats' }, questions)
  const ofGroups = forAll.filter(({ inGroups }) => inGroups).map(entry)
  await setCommands(api, { type: 'all_chat_administrators' }, [...questions, ...ofGroups])
  const told = await api.getMyDescription()
  if (told.description !== description) await api.setMyDescription(description.slice(0, limits.description))
  const toldShort = await api.getMyShortDescription()
  if (toldShort.short_description !== shortDescription) {
    await api.setMyShortDescription(shortDescription.slice(0, limits.shortDescription))
  }
}

/**
 * Gives an administrator a menu with the commands of administrators.
 *
 * @param desk whether documents can be handed in
 * @returns false when Telegram does not know the chat: they have not written to the bot yet
 */
export async function describeToAdmin(api: Api, admin: number, desk: boolean): Promise<boolean> {
  const theirs = chatCommands.filter(({ admins, atDesk }) => admins && (desk || !atDesk))
  try {
    await setCommands(api, { type: 'chat', chat_id: admin }, [...questions, ...[...theirs, ...forAll].map(entry)])
    return true
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 400) return false
    throw error
  }
}

function entry({ command, summary }: { readonly command: string; readonly summary: string }): BotCommand {
  return { command, description: summary }
}

async function setCommands(api: Api, scope: BotCommandScope, commands: readonly BotCommand[]): Promise<void> {
  const told = await api.getMyCommands({ scope })
  const same =
    told.length === commands.length &&
    told.every((one, i) => one.command === commands[i]!.command && one.description === commands[i]!.description)
  if (!same) await api.setMyCommands([...commands], { scope })
}
