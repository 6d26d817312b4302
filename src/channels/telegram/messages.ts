import type { Message } from 'grammy/types'
import { chatCommands, handlers } from '../../../handlers/table.ts'
import { errorFields } from '../../operations/log.ts'
import type { Speaker } from '../../reception/reception.ts'
import type { Task } from '../inbox.ts'
import { apologising, lateRemark } from '../not-sent.ts'
import { answerScope } from '../scope-command.ts'
import { answerQuestion, render } from './answering.ts'
import type { Bot } from './bot.ts'
import { readStartPayload } from './button-data.ts'
import { until } from './client.ts'
import { fileIn, takeFile, takeWithdrawal, withdrawCommand } from './desk-messages.ts'
import { type Incoming, incomingOf } from './incoming.ts'
import { limits } from './limits.ts'
import { type Place, post, type Unsent } from './posting.ts'

/** A question in a group that has waited longer is no longer wanted, in milliseconds. */
const stale = 5 * 60_000
/** An edit of a message older than this asks nothing. */
const editable = 24 * 3_600_000

const forAll = chatCommands.filter(({ admins }) => !admins)
const commands = new Set(['start', withdrawCommand, ...[...handlers, ...forAll].map(({ command }) => command)])

/** Takes a message, new or edited: answers it when it is meant for the bot and its sender may ask. */
export async function takeMessage(bot: Bot, message: Message, edited: boolean, task: Task): Promise<void> {
  if (message.migrate_to_chat_id !== undefined) {
    return bot.chats.move(String(message.chat.id), String(message.migrate_to_chat_id))
  }
  const incoming = incomingOf(message, bot.me, commands)
  const file = edited ? undefined : fileIn(message)
  const isHandedIn = file && (incoming.kind !== 'question' || bot.isAdmin(message.from?.id))
  if (incoming.kind === 'ignored' && !isHandedIn) return
  const { place, late, mayAsk } = await situation(bot, message, incoming, task)
  if (!mayAsk || (late && place.group)) return
  if (!place.group && bot.isAdmin(place.chat)) void bot.greetAdmin(place.chat)
  if (isHandedIn) return takeFile(bot, message, file, place, task)
  if (incoming.kind !== 'question') {
    const text = 'Tôi chỉ đọc được chữ. Anh/chị gõ câu hỏi giúp, ví dụ: “mục tiêu kinh tế số đến năm 2030”.'
    return say(bot, place, text, task)
  }
  const question = String(message.message_id)
  const previous = edited ? await bot.replies.find(String(place.chat), question) : undefined
  if (edited && !previous && bot.platformTime() - message.date * 1000 > editable) return
  const speaker = speakerOf(message, place)
  if (!(await granted(bot, speaker, place, task))) return
  const [command, argument] = commandIn(incoming.text)
  if (command === 'phamvi') return takeScope(bot, message, place, argument, task)
  if (command === withdrawCommand) {
    return takeWithdrawal(bot, message.from?.id ?? place.chat, argument, place, task)
  }
  const sent = await answerQuestion(
    bot,
    {
      text: command === 'start' ? await startQuestion(bot, argument) : incoming.text,
      place,
      person: message.from?.id ?? place.chat,
      ...(late && { remark: lateRemark }),
      ...(previous && { previous }),
    },
    task,
  )
  if (sent.length === 0) return
  await remember(bot, place, message.message_id, sent)
  await bot.reception.answered(speaker)
}

/** The answer is there; without this only an edit of the question will be answered anew. */
async function remember(bot: Bot, { chat }: Place, question: number, sent: readonly number[]): Promise<void> {
  await bot.replies
    .remember(String(chat), String(question), sent)
    .catch((error) => bot.log.warn('reply not remembered', errorFields(error)))
}

/** Sends what could not be sent when it was asked for. */
export async function sendAgain(bot: Bot, unsent: Unsent, task: Task): Promise<void> {
  const { place, parts, previous, sent, admitted, ...rest } = unsent
  if (admitted && !(await bot.access.allows(place.chat))) return
  const late = bot.now() - task.received > stale
  const shown = late ? apologising(parts, limits.text) : parts
  const { asked } = place
  const ids = await post(
    bot,
    { ...place, ...(late && asked !== undefined && { replyTo: asked }) },
    { ...rest, parts: shown },
    task,
    previous,
  )
  if (asked !== undefined) await remember(bot, place, asked, [...sent, ...ids])
}

/** Says that something went wrong, where the question was asked. */
export async function apologise(bot: Bot, message: Message, task: Task): Promise<void> {
  const incoming = incomingOf(message, bot.me, commands)
  const isFile = fileIn(message) !== undefined
  if ((incoming.kind !== 'question' && !isFile) || !(await bot.access.allows(message.chat.id))) return
  const place = placeOf(message, incoming.kind === 'question' ? incoming.asked : undefined)
  const text = isFile
    ? 'Xin lỗi, tôi chưa đọc được tệp này; kho không thay đổi. Anh/chị gửi lại giúp sau ít phút.'
    : 'Xin lỗi, tôi chưa trả lời được câu hỏi này. Anh/chị hỏi lại giúp sau ít phút.'
  await say(bot, place, text, {
    ...task,
    signal: AbortSignal.timeout(10_000),
  })
}

async function situation(bot: Bot, message: Message, incoming: Incoming, task: Task) {
  const chat = String(message.chat.id)
  const place = placeOf(message, incoming.kind === 'question' ? incoming.asked : undefined)
  const late = bot.platformTime() - (message.edit_date ?? message.date) * 1000 > stale
  // Whoever writes can be written to again.
  if (await bot.chats.isUnreachable(chat)) await bot.chats.setUnreachable(chat, false)
  const mayAsk = await bot.access.allows(message.chat.id)
  if (!mayAsk) await receive(bot, message, incoming, place, late, task)
  return { place, late, mayAsk }
}

/** Whoever may not ask can show an invitation; others are turned away. */
async function receive(
  bot: Bot,
  message: Message,
  incoming: Incoming,
  place: Place,
  late: boolean,
  task: Task,
): Promise<void> {
  const text = incoming.kind === 'question' ? incoming.text : ''
  const admission = await bot.reception.admit(text, speakerOf(message, place))
  if (admission) await post(bot, place, await render(bot, admission, { place, text }), task)
  else if (!late) await turnAway(bot, place, task)
}

function speakerOf({ from }: Message, { chat, group }: Place): Speaker {
  return { person: String(from?.id ?? chat), chat: String(chat), group }
}

function placeOf(message: Message, asked?: number): Place {
  const { chat, is_topic_message: inTopic, message_thread_id: topic } = message
  const group = chat.type !== 'private'
  return {
    chat: chat.id,
    group,
    asked: message.message_id,
    ...(inTopic && topic !== undefined && { topic }),
    ...(group && asked !== undefined && { replyTo: asked }),
  }
}

/** A group is left; a person is told once a day. */
export async function turnAway(bot: Bot, place: Place, task: Task): Promise<void> {
  const text = place.group
    ? `Bot này chỉ phục vụ các nhóm đã đăng ký (mã của nhóm: ${place.chat}) nên xin rời nhóm.`
    : `Bot này chỉ phục vụ các tài khoản đã đăng ký. Mã của anh/chị là ${place.chat}; anh/chị gửi mã này cho người quản trị để được thêm.`
  if ((await bot.refusalBudget(String(place.chat))) === 'yes') await say(bot, place, text, task)
  if (!place.group) return
  bot.log.info('leaving a group that is not in ALLOWED_CHATS', { chat: place.chat })
  await bot.api.leaveChat(place.chat, until(task.signal))
}

async function granted(bot: Bot, { person, chat, group }: Speaker, place: Place, task: Task): Promise<boolean> {
  const allowance = await bot.limits.allows(person, chat, group)
  if (!allowance.granted && allowance.said !== undefined) await say(bot, place, allowance.said, task)
  return allowance.granted
}

async function say(bot: Bot, place: Place, text: string, task: Task): Promise<void> {
  await post(bot, place, { parts: [{ text, entities: [] }] }, task)
}

function commandIn(text: string): readonly [string, string] {
  const [, command = '', argument = ''] = /^\/([a-z0-9_]+)(?:\s+([\s\S]*))?$/i.exec(text) ?? []
  return [command.toLowerCase(), argument]
}

/** What is asked by pressing Start: the passage or question of the link, else for help. */
async function startQuestion(bot: Bot, payload: string): Promise<string> {
  const action = readStartPayload(payload.trim())
  if (action?.kind === 'passage') return `/kiemtra ${action.code}`
  return (action && (await bot.followUps.find(action.id))) ?? '/trogiup'
}

async function takeScope(bot: Bot, message: Message, place: Place, argument: string, task: Task): Promise<void> {
  const answer = await answerScope(argument, {
    chat: String(place.chat),
    chats: bot.chats,
    corpus: bot.knowledge(place.chat).corpus,
    changed: () =>
      bot.audit.record({
        actor: speakerOf(message, place).person,
        action: 'set-scope',
        target: place.group ? 'group' : 'own chat',
      }),
    refusal: async () =>
      place.group && !(await isGroupAdmin(bot, message, task))
        ? 'Chỉ quản trị viên của nhóm đổi được phạm vi văn bản.'
        : undefined,
  })
  await post(bot, place, await render(bot, answer, { place, text: '/phamvi' }), task)
}

/** An anonymous admin speaks as the group itself. */
async function isGroupAdmin(bot: Bot, { chat, from, sender_chat: sender }: Message, task: Task): Promise<boolean> {
  if (sender?.id === chat.id) return true
  if (!from) return false
  const { status } = await bot.api.getChatMember(chat.id, from.id, until(task.signal))
  return status === 'creator' || status === 'administrator'
}
