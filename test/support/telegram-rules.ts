import * as z from 'zod'

// What each method of the Bot API takes, as far as the bot uses it: anything else is refused, as a mistake of ours.

const bytes = (most: number) => (text: string) => Buffer.byteLength(text) >= 1 && Buffer.byteLength(text) <= most

const entity = z.strictObject({
  type: z.enum(['bold', 'italic', 'code', 'blockquote', 'expandable_blockquote']),
  offset: z.int().nonnegative(),
  length: z.int().positive(),
})

const inside = ({ text, entities = [] }: { text: string; entities?: z.infer<typeof entity>[] | undefined }) =>
  entities.length <= 100 && entities.every(({ offset, length }) => offset + length <= text.length)

const button = z.union([
  z.strictObject({ text: z.string().min(1), callback_data: z.string().refine(bytes(64)) }),
  z.strictObject({ text: z.string().min(1), url: z.url() }),
  z.strictObject({ text: z.string().min(1), copy_text: z.strictObject({ text: z.string().min(1).max(256) }) }),
])

const keyboard = z.strictObject({ inline_keyboard: z.array(z.array(button).min(1).max(8)).min(1) })

const words = {
  text: z.string().trim().min(1).max(4096),
  entities: z.array(entity).optional(),
  reply_markup: keyboard.optional(),
  link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
}

const article = z.strictObject({
  type: z.literal('article'),
  id: z.string().refine(bytes(64)),
  title: z.string().min(1).max(64),
  description: z.string().max(120),
  input_message_content: z.strictObject({
    message_text: words.text,
    entities: words.entities,
    link_preview_options: words.link_preview_options,
  }),
  reply_markup: keyboard.optional(),
})

const command = z.strictObject({
  command: z.string().regex(/^[a-z0-9_]{1,32}$/),
  description: z.string().min(1).max(256),
})
const scope = z.union([
  z.strictObject({ type: z.enum(['all_private_chats', 'all_group_chats', 'all_chat_administrators']) }),
  z.strictObject({ type: z.literal('chat'), chat_id: z.int() }),
])
const updates = z.array(z.enum(['message', 'edited_message', 'inline_query', 'callback_query', 'my_chat_member']))

export const methods = {
  getMe: z.strictObject({}),
  getUpdates: z.strictObject({
    offset: z.int(),
    timeout: z.int().max(50),
    limit: z.int().optional(),
    allowed_updates: updates.optional(),
  }),
  setWebhook: z.strictObject({
    url: z.url(),
    secret_token: z.string().regex(/^[\w-]{1,256}$/),
    allowed_updates: updates,
  }),
  deleteWebhook: z.strictObject({}),
  getMyCommands: z.strictObject({ scope }),
  setMyCommands: z.strictObject({ scope, commands: z.array(command).min(1).max(100) }),
  getMyDescription: z.strictObject({}),
  setMyDescription: z.strictObject({ description: z.string().max(512) }),
  getMyShortDescription: z.strictObject({}),
  setMyShortDescription: z.strictObject({ short_description: z.string().max(120) }),
  sendMessage: z
    .strictObject({
      chat_id: z.int(),
      ...words,
      message_thread_id: z.int().optional(),
      disable_notification: z.boolean().optional(),
      reply_parameters: z.strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean() }).optional(),
    })
    .refine(inside),
  editMessageText: z.strictObject({ chat_id: z.int(), message_id: z.int(), ...words }).refine(inside),
  deleteMessage: z.strictObject({ chat_id: z.int(), message_id: z.int() }),
  sendChatAction: z.strictObject({
    chat_id: z.int(),
    action: z.literal('typing'),
    message_thread_id: z.int().optional(),
  }),
  answerCallbackQuery: z.strictObject({ callback_query_id: z.string(), text: z.string().min(1).max(200).optional() }),
  answerInlineQuery: z
    .strictObject({
      inline_query_id: z.string(),
      results: z.array(article).max(50),
      cache_time: z.int().nonnegative(),
      is_personal: z.boolean().optional(),
      next_offset: z.string().max(64).optional(),
      button: z.strictObject({ text: z.string().min(1), start_parameter: z.string().regex(/^[\w-]{1,64}$/) }),
    })
    .refine(({ results }) => new Set(results.map(({ id }) => id)).size === results.length),
  getFile: z.strictObject({ file_id: z.string().min(1) }),
  getChatMember: z.strictObject({ chat_id: z.int(), user_id: z.int() }),
  leaveChat: z.strictObject({ chat_id: z.int() }),
} as const

export type Method = keyof typeof methods
export type Parameters<M extends Method> = z.infer<(typeof methods)[M]>
