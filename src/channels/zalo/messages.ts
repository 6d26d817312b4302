import type { Answer } from '../../answers/answer.ts'
import { spoken } from '../../answers/compose.ts'
import { withheld } from '../../answers/withheld.ts'
import type { StyledText } from '../../answers/zalo.ts'
import { wantsMore } from '../../questions/read-on.ts'
import { readQuestion } from '../../questions/read-question.ts'
import type { Speaker } from '../../reception/reception.ts'
import { fold } from '../../vietnamese/normal-form.ts'
import { withChatCommands } from '../help.ts'
import type { Task } from '../inbox.ts'
import { keepQuestion, thanks } from '../keeping.ts'
import { passageAnswer } from '../neighbours.ts'
import { apologising, lateRemark, NotSent } from '../not-sent.ts'
import { withRemarks } from '../remarks.ts'
import { answerScope } from '../scope-command.ts'
import { whileTyping } from '../typing.ts'
import { type Bot, conversationOf, type Place, settingId } from './bot.ts'
import { incomingOf } from './incoming.ts'
import { chosenLine } from './menus.ts'
import { forGroup, forPrivate, longestText, readOn } from './rendering.ts'
import { typedCommand } from './typed-command.ts'
import type { ZaloEvent } from './updates.ts'

/** What is left of an answer that could not be sent. */
export interface Unsent {
  readonly place: Place
  readonly parts: readonly StyledText[]
  /** Whether it is for somebody who may use the bot. */
  readonly admitted: boolean
}

/** A question in a group that has waited longer is no longer wanted, in milliseconds. */
const stale = 5 * 60_000

/** Takes an event: answers it when it is meant for the bot and its sender may ask. */
export async function takeEvent(bot: Bot, event: ZaloEvent, task: Task): Promise<void> {
  const incoming = incomingOf(event, bot.names)
  if (incoming.kind === 'ignored') return
  const place = placeOf(event)
  const { date } = event.message
  const waited = date === undefined ? bot.now() - task.received : bot.platformTime() - milliseconds(date)
  const late = waited > stale
  if (late && place.group) return
  if (!(await bot.access.allows(settingId(place.chat)))) {
    const admission = await bot.reception.admit(incoming.kind === 'question' ? incoming.text : '', speakerOf(place))
    if (admission) return post(bot, place, render(bot, admission, place).parts, task)
    return late ? undefined : turnAway(bot, place, task)
  }
  if (incoming.kind === 'unreadable') {
    return say(
      bot,
      place,
      'Tôi chỉ đọc được chữ. Anh/chị gõ câu hỏi giúp, ví dụ: “mục tiêu kinh tế số đến năm 2030”.',
      task,
    )
  }
  if (!(await granted(bot, place, task))) return
  const remarks = [
    incoming.caption && 'Tôi chỉ đọc được chữ, không xem được hình; câu trả lời theo lời kèm hình.',
    late && lateRemark,
  ].filter(Boolean)
  await reply(bot, incoming.text, place, task, remarks.length > 0 ? remarks.join(' ') : undefined)
  await bot.reception.answered(speakerOf(place))
}

/** Zalo writes milliseconds; should it write seconds one day, questions are not taken for old ones. */
function milliseconds(date: number): number {
  return date < 1e11 ? date * 1000 : date
}

/** Says that something went wrong, where the question was asked. */
export async function apologise(bot: Bot, event: ZaloEvent, task: Task): Promise<void> {
  const place = placeOf(event)
  if (incomingOf(event, bot.names).kind !== 'question' || !(await bot.access.allows(settingId(place.chat)))) return
  await say(bot, place, 'Xin lỗi, tôi chưa trả lời được câu hỏi này. Anh/chị hỏi lại giúp sau ít phút.', {
    ...task,
    signal: AbortSignal.timeout(10_000),
  })
}

async function reply(bot: Bot, text: string, place: Place, task: Task, remark: string | undefined): Promise<void> {
  const conversation = conversationOf(place)
  const menu = await bot.menus.find(conversation, bot.knowledge(place.chat))
  if (wantsMore(text) && menu && menu.rest.length > 0) {
    const { parts, menu: left } = readOn(menu)
    await bot.menus.put(conversation, left)
    return post(bot, place, parts, task)
  }
  const line = menu && chosenLine(text, menu)
  if (!line && fold(text).trim() === 'doan day du') {
    return say(bot, place, 'Anh/chị hỏi nội dung trước, sau đó gõ “đoạn đầy đủ”.', task)
  }
  if (line && 'verdict' in line) {
    const judged = await bot.questions.judge(line.id, line.verdict)
    return say(bot, place, judged ? thanks[line.verdict] : 'Câu trả lời này đã cũ. Anh/chị hỏi lại giúp.', task)
  }
  const question = line && 'question' in line ? line.question : typedCommand(text)
  const scope = await bot.chats.scope(place.chat)
  const answer =
    line && 'passage' in line
      ? passageAnswer(line.passage)
      : await whileTyping(
          () => bot.sender.typing(place.chat, task.signal),
          answerTo(bot, question, place, conversation, scope),
        )
  task.signal.throwIfAborted()
  if (answer.outcome === 'ignored' || (place.group && answer.reading.intent === 'thanks')) return
  const { corpus } = bot.knowledge(place.chat)
  const whole = withRemarks(answer, { scope, corpus, maybeAnswered: task.maybeAnswered, remark })
  const { person, chat } = speakerOf(place)
  const passage = line && 'passage' in line
  const kept = passage ? undefined : await keepQuestion(bot.questions, { person, chat, question }, answer, bot.log)
  const { parts, menu: next } = render(bot, whole, place, kept)
  await bot.menus.put(conversation, next)
  await post(bot, place, parts, task)
}

async function answerTo(
  bot: Bot,
  question: string,
  place: Place,
  conversation: string,
  documents: readonly string[] | undefined,
): Promise<Answer> {
  const speaker = speakerOf(place)
  const atReception = await bot.reception.answer(question, speaker)
  if (atReception) return atReception
  const scoping = /^\/phamvi(?:\s+([\s\S]*))?$/i.exec(question)
  if (!scoping) {
    const answer = await bot.assistant.ask({
      text: question,
      conversation,
      viewer: settingId(place.chat),
      ...(documents && { scope: { documents } }),
    })
    return withChatCommands(answer, !place.group && bot.access.isAdmin(speaker.person), false)
  }
  return answerScope(scoping[1] ?? '', {
    chat: place.chat,
    chats: bot.chats,
    corpus: bot.knowledge(place.chat).corpus,
    changed: () =>
      bot.audit.record({
        actor: speaker.person,
        action: 'set-scope',
        target: place.group ? 'group' : 'own chat',
      }),
    // Zalo does not tell who runs a group.
    refusal: async () =>
      place.group && !bot.access.isAdmin(speaker.person)
        ? 'Trong nhóm, chỉ người quản trị bot đổi được phạm vi văn bản.'
        : undefined,
  })
}

function speakerOf({ person, chat, group }: Place): Speaker {
  return { person: settingId(person), chat: settingId(chat), group }
}

function placeOf({ message: { chat, from } }: ZaloEvent): Place {
  return {
    chat: chat.id,
    group: chat.chat_type !== 'PRIVATE',
    person: from.id,
    name: from.display_name?.trim() || 'anh/chị',
  }
}

/** Told once a day. A bot cannot leave a group. */
async function turnAway(bot: Bot, place: Place, task: Task): Promise<void> {
  if ((await bot.refusalBudget(place.chat)) !== 'yes') return
  const whom = place.group ? 'các nhóm đã đăng ký. Mã của nhóm' : 'các tài khoản đã đăng ký. Mã của anh/chị'
  const text = `Bot này chỉ phục vụ ${whom} là ${settingId(place.chat)}; anh/chị gửi mã này cho người quản trị để được thêm.`
  await say(bot, place, text, task)
}

async function granted(bot: Bot, place: Place, task: Task): Promise<boolean> {
  const allowance = await bot.limits.allows(place.person, place.chat, place.group)
  if (!allowance.granted && allowance.said !== undefined) await say(bot, place, allowance.said, task)
  return allowance.granted
}

async function say(bot: Bot, place: Place, text: string, task: Task): Promise<void> {
  const answer = spoken('conversation', readQuestion(''), text)
  await post(bot, place, render(bot, answer, place).parts, task)
}

function render(bot: Bot, answer: Answer, place: Place, kept?: string) {
  const shown = withheld(answer, settingId(place.chat), bot.knowledge(place.chat).corpus)
  return place.group ? forGroup(shown, place, bot) : forPrivate(shown, bot, place.chat, kept)
}

async function post(bot: Bot, place: Place, parts: readonly StyledText[], task: Task): Promise<void> {
  await task.sending()
  for (const [i, part] of parts.entries()) {
    const sending = await bot.sender.send(place, part, task.signal)
    if (sending === 'never-arrived' && !place.group) {
      const admitted = await bot.access.allows(settingId(place.chat))
      const unsent: Unsent = { place: { ...place, name: '' }, parts: parts.slice(i), admitted }
      throw new NotSent(unsent)
    }
    if (sending !== 'sent') return
  }
}

/** Sends what could not be sent when it was asked for. */
export async function sendAgain(bot: Bot, { place, parts, admitted }: Unsent, task: Task): Promise<void> {
  if (admitted && !(await bot.access.allows(settingId(place.chat)))) return
  const late = bot.now() - task.received > stale
  await post(bot, place, late ? apologising(parts, longestText) : parts, task)
}
