import type { Message, MessageEntity, User } from 'grammy/types'
import { chatCommands } from '../../../handlers/table.ts'

/** A message as the bot is to take it. */
export type Incoming =
  | {
      readonly kind: 'question'
      /** Without mention; a command without the bot's name. */
      readonly text: string
      /** The message that is answered. */
      readonly asked: number
    }
  /** Addressed to the bot, but nothing that can be read: a picture, a voice message, a sticker. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'ignored' }

const ignored: Incoming = { kind: 'ignored' }

/**
 * @param me the bot itself
 * @param commands what the bot knows; in a group an unknown command without its name may be meant for another bot
 */
export function incomingOf(
  message: Message,
  me: Pick<User, 'id' | 'username'>,
  commands: ReadonlySet<string>,
): Incoming {
  if (message.via_bot?.id === me.id || isForeign(message)) return ignored
  return message.chat.type === 'private' ? inPrivate(message) : inGroup(message, me, commands)
}

/** Other bots, channels and messages forwarded from the linked channel; an anonymous admin speaks as the group itself. */
function isForeign({ from, sender_chat: sender, chat, is_automatic_forward: forwarded }: Message): boolean {
  if (forwarded) return true
  return sender ? sender.id !== chat.id : from?.is_bot === true
}

function inPrivate(message: Message): Incoming {
  const text = (message.text ?? message.caption ?? '').trim()
  if (text !== '') return { kind: 'question', text, asked: message.message_id }
  // Of an album only the picture with the caption counts.
  return isContent(message) && !message.media_group_id ? { kind: 'unreadable' } : ignored
}

function isContent({
  photo,
  voice,
  audio,
  video,
  video_note,
  document,
  sticker,
  location,
  contact,
  animation,
}: Message) {
  return [photo, voice, audio, video, video_note, document, sticker, location, contact, animation].some(Boolean)
}

function inGroup(message: Message, me: Pick<User, 'id' | 'username'>, commands: ReadonlySet<string>): Incoming {
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  const command = commandOf(text, entities)
  if (command) {
    const forMe = command.bot ? command.bot === me.username?.toLowerCase() : commands.has(command.name)
    if (!forMe) return ignored
    const argument = withoutMentions(text, entities, me).slice(command.length).trim()
    const repliedTo = argument === '' && takesQuestion(command.name) ? questionBefore(message, me) : undefined
    if (repliedTo) return { ...repliedTo, text: `/${command.name} ${repliedTo.text}` }
    return { kind: 'question', text: `/${command.name} ${argument}`.trim(), asked: message.message_id }
  }
  const mentioned = entities.some((entity) => isMention(entity, text, me))
  if (!mentioned && !repliesTo(message, me)) return ignored
  const rest = withoutMentions(text, entities, me)
    .replace(/^[\s,:;.–-]+/, '')
    .trim()
  if (rest !== '') return { kind: 'question', text: rest, asked: message.message_id }
  return (
    questionBefore(message, me) ?? (mentioned ? { kind: 'question', text: '', asked: message.message_id } : ignored)
  )
}

/** Commands that do something of their own when they are bare. */
function takesQuestion(command: string): boolean {
  return !['start', 'vanban', 'trogiup', ...chatCommands.map(({ command }) => command)].includes(command)
}

function commandOf(text: string, entities: readonly MessageEntity[]) {
  const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (!entity) return undefined
  const [name = '', bot] = text.slice(1, entity.length).toLowerCase().split('@')
  return { name, bot, length: entity.length }
}

/** What somebody else said before, when this message only points at it. */
function questionBefore(
  { reply_to_message: before, quote }: Message,
  me: Pick<User, 'id'>,
): Extract<Incoming, { kind: 'question' }> | undefined {
  if (!before || before.from?.id === me.id || before.via_bot?.id === me.id) return undefined
  const text = (quote?.text ?? before.text ?? before.caption ?? '').trim()
  return text === '' ? undefined : { kind: 'question', text, asked: before.message_id }
}

/** A message in a topic replies to the topic's first message without anybody having replied. */
function repliesTo({ reply_to_message: before }: Message, me: Pick<User, 'id'>): boolean {
  return before?.from?.id === me.id && !before.forum_topic_created
}

function isMention(entity: MessageEntity, text: string, me: Pick<User, 'id' | 'username'>): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id
  const words = text.slice(entity.offset, entity.offset + entity.length)
  return entity.type === 'mention' && words.toLowerCase() === `@${me.username?.toLowerCase()}`
}

function withoutMentions(text: string, entities: readonly MessageEntity[], me: Pick<User, 'id' | 'username'>): string {
  return entities
    .filter((entity) => isMention(entity, text, me))
    .toSorted((a, b) => b.offset - a.offset)
    .reduce(
      (rest, { offset, length }) => `${rest.slice(0, offset).trimEnd()} ${rest.slice(offset + length).trimStart()}`,
      text,
    )
}
