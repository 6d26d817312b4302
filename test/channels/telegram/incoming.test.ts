import type { Message } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { incomingOf } from '../../../src/channels/telegram/incoming.ts'

const me = { id: 7, username: 'Tra_Cuu_bot' }
const commands = new Set(['tim', 'phamvi', 'start'])
const an = { id: 1, is_bot: false, first_name: 'An' }
const bot = { id: 7, is_bot: true, first_name: 'Bot' }

type Fields = Partial<Record<keyof Message, unknown>>

/** A message of a group; mentions and a leading command are marked as Telegram marks them. */
function group(text: string, fields: Fields = {}): Message {
  const mentions = [...text.matchAll(/@\w+/g)].map(({ index, 0: { length } }) => ({
    type: 'mention',
    offset: index,
    length,
  }))
  const command = /^\/[\w@]+/.exec(text)?.[0]
  const entities = command ? [{ type: 'bot_command', offset: 0, length: command.length }] : mentions
  // Only the fields that are read.
  return {
    message_id: 10,
    date: 1,
    from: an,
    chat: { id: -5, type: 'supergroup', title: 'Họp' },
    text,
    entities,
    ...fields,
  } as unknown as Message
}

const privately = (fields: Fields) => group('', { text: undefined, chat: { id: 1, type: 'private' }, ...fields })
const earlier = (text: string, from = an) => ({ message_id: 4, date: 1, from, text })
const read = (message: Message) => incomingOf(message, me, commands)
const question = (text: string, asked = 10) => ({ kind: 'question', text, asked })
const ignored = { kind: 'ignored' }

describe('incomingOf', () => {
  it.each<[string, Message, object]>([
    ['nobody addressed', group('họp lúc 8 giờ'), ignored],
    ['another bot mentioned', group('@bot_khac kinh tế số'), ignored],
    ['a longer name', group('@tra_cuu_bot_2 kinh tế số'), ignored],
    ['a mention at the start', group('@tra_cuu_bot: kinh tế số'), question('kinh tế số')],
    ['a mention in the middle', group('nhờ @TRA_CUU_BOT xem kinh tế số'), question('nhờ xem kinh tế số')],
    [
      'a mention by link',
      group('Bot ơi', { entities: [{ type: 'text_mention', offset: 0, length: 3, user: bot }] }),
      question('ơi'),
    ],
    ['a command', group('/tim biển'), question('/tim biển')],
    ['a command to this bot', group('/TIM@tra_cuu_bot  biển'), question('/tim biển')],
    ['a command to another bot', group('/tim@bot_khac biển'), ignored],
    ['an unknown command', group('/choi'), ignored],
    ['an unknown command to this bot', group('/choi@tra_cuu_bot'), question('/choi')],
    ['a reply to the bot', group('còn 2030?', { reply_to_message: earlier('…', bot) }), question('còn 2030?')],
    [
      'a first message of a topic that the bot opened',
      group('chào', { reply_to_message: { ...earlier('', bot), forum_topic_created: { name: 'Tổ 1' } } }),
      ignored,
    ],
    ['a reply to somebody else', group('đúng thế', { reply_to_message: earlier('…') }), ignored],
    ['a bare mention', group('@tra_cuu_bot'), question('')],
    [
      'a bare mention in a reply',
      group('@tra_cuu_bot', { reply_to_message: earlier('biển là gì') }),
      question('biển là gì', 4),
    ],
    [
      'a bare mention with a part marked',
      group('@tra_cuu_bot', { reply_to_message: earlier('dài'), quote: { text: 'phần này' } }),
      question('phần này', 4),
    ],
    ['a bare command in a reply', group('/tim', { reply_to_message: earlier('biển') }), question('/tim biển', 4)],
    ['a bare setting in a reply', group('/phamvi', { reply_to_message: earlier('biển') }), question('/phamvi')],
    ['a message sent through the bot', group('@tra_cuu_bot x', { via_bot: bot }), ignored],
    ['another bot', group('@tra_cuu_bot x', { from: { ...bot, id: 8 } }), ignored],
    ['a channel', group('@tra_cuu_bot x', { sender_chat: { id: -9, type: 'channel', title: 'K' } }), ignored],
    [
      'an anonymous admin',
      group('@tra_cuu_bot x', { from: { ...bot, id: 9 }, sender_chat: { id: -5, type: 'supergroup', title: 'Họp' } }),
      question('x'),
    ],
    ['a forwarded channel post', group('@tra_cuu_bot x', { is_automatic_forward: true }), ignored],
    ['a picture in a group', group('', { text: undefined, photo: [{}] }), ignored],
    ['a question in private', privately({ text: ' kinh tế số ' }), question('kinh tế số')],
    ['a caption in private', privately({ caption: 'văn bản nào đây', photo: [{}] }), question('văn bản nào đây')],
    ['a sticker in private', privately({ sticker: {} }), { kind: 'unreadable' }],
    ['a picture of an album', privately({ photo: [{}], media_group_id: '5' }), ignored],
    ['a service message', privately({ pinned_message: earlier('x') }), ignored],
  ])('%s', (_, message, expected) => {
    expect(read(message)).toEqual(expected)
  })
})
