import { type Api, GrammyError } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import { chatCommands, handlers } from '../../../handlers/table.ts'
import { limits } from './limits.ts'

const description =
  'Hỏi đáp trên các văn bản của cơ quan (nghị quyết, chương trình hành động, báo cáo): trả lời bằng nguyên văn, luôn kèm nguồn. ' +
  'Gõ câu hỏi có dấu hoặc không dấu. Bot lưu gì, trong bao lâu: gõ /dulieu. Bot không đọc tin nhắn khác trong nhóm.'
const shortDescription = 'Tra cứu nghị quyết, chương trình hành động: nguyên văn, kèm nguồn.'

/** Tells Telegram the bot's commands for each kind of chat and what it is for. Told only what is new: it limits how often. */
export async function describeBot(api: Api, admins: readonly string[]): Promise<void> {
  const questions = handlers.map(entry)
  const forAll = chatCommands.filter(({ admins: theirs }) => !theirs)
  await setCommands(api, { type: 'all_private_chats' }, [...questions, ...forAll.map(entry)])
  await setCommands(api, { type: 'all_group_chats' }, questions)
  const ofGroups = forAll.filter(({ inGroups }) => inGroups).map(entry)
  await setCommands(api, { type: 'all_chat_administrators' }, [...questions, ...ofGroups])
  for (const admin of admins.filter((id) => /^\d+$/.test(id))) {
    const menu = [...chatCommands.filter(({ admins: theirs }) => theirs), ...forAll].map(entry)
    const chat = { type: 'chat', chat_id: Number(admin) } as const
    // Telegram does not know the chat before the administrator has written to the bot once.
    await setCommands(api, chat, [...questions, ...menu]).catch((error) => {
      if (!(error instanceof GrammyError && error.error_code === 400)) throw error
    })
  }
  const told = await api.getMyDescription()
  if (told.description !== description) await api.setMyDescription(description.slice(0, limits.description))
  const toldShort = await api.getMyShortDescription()
  if (toldShort.short_description !== shortDescription) {
    await api.setMyShortDescription(shortDescription.slice(0, limits.shortDescription))
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
