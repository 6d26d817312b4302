import type { Api } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import { handlers } from '../../../handlers/table.ts'
import { scopeCommand } from '../scope-command.ts'
import { limits } from './limits.ts'

const description =
  'Hỏi đáp trên các văn bản của cơ quan (nghị quyết, chương trình hành động, báo cáo): trả lời bằng nguyên văn, luôn kèm nguồn. ' +
  'Gõ câu hỏi có dấu hoặc không dấu. Bot giữ câu hỏi trong lúc xử lý, phạm vi văn bản của cuộc trò chuyện và các nút bấm; không đọc tin nhắn khác trong nhóm.'
const shortDescription = 'Tra cứu nghị quyết, chương trình hành động: nguyên văn, kèm nguồn.'

/** Tells Telegram the bot's commands for each kind of chat and what it is for. Told only what is new: it limits how often. */
export async function describeBot(api: Api): Promise<void> {
  const forAll = handlers.map(({ command, summary }) => ({ command, description: summary }))
  const withScope = [...forAll, { command: scopeCommand.command, description: scopeCommand.summary }]
  await setCommands(api, { type: 'all_private_chats' }, withScope)
  await setCommands(api, { type: 'all_group_chats' }, forAll)
  await setCommands(api, { type: 'all_chat_administrators' }, withScope)
  const told = await api.getMyDescription()
  if (told.description !== description) await api.setMyDescription(description.slice(0, limits.description))
  const toldShort = await api.getMyShortDescription()
  if (toldShort.short_description !== shortDescription) {
    await api.setMyShortDescription(shortDescription.slice(0, limits.shortDescription))
  }
}

async function setCommands(api: Api, scope: BotCommandScope, commands: readonly BotCommand[]): Promise<void> {
  const told = await api.getMyCommands({ scope })
  const same =
    told.length === commands.length &&
    told.every((one, i) => one.command === commands[i]!.command && one.description === commands[i]!.description)
  if (!same) await api.setMyCommands([...commands], { scope })
}
