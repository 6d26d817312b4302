import type { CallbackQuery, InlineKeyboardMarkup, Message, Document as SentFile } from 'grammy/types'
import * as z from 'zod'
import { documentName } from '../../answers/source-line.ts'
import type { HandedIn } from '../../live/desk.ts'
import type { ImportResult } from '../../live/import-thread.ts'
import type { Task } from '../inbox.ts'
import { readScope } from '../scope-command.ts'
import { whileTyping } from '../typing.ts'
import type { Bot } from './bot.ts'
import { type ButtonAction, buttonData } from './button-data.ts'
import { until } from './client.ts'
import { limits } from './limits.ts'
import { type Place, post } from './posting.ts'

/** The command that takes a document out of the corpus. */
export const withdrawCommand = 'xoa'

/** Longest line of what was read that is shown, in characters, and most lines. */
const longestLine = 300
const mostLines = 24

const refusal = 'Chỉ người quản trị mới đưa văn bản vào kho hoặc gỡ ra; anh/chị gửi tệp cho người quản trị giúp.'
const outdated = 'Nút này đã cũ. Anh/chị gửi lại tệp hoặc gõ lại lệnh giúp.'

/** What stands behind the buttons under a file that was read, or under a document that is to be taken out. */
const kept = z.union([
  z.strictObject({ file: z.string(), name: z.string(), person: z.number() }),
  z.strictObject({ document: z.string(), person: z.number() }),
])

/** The file of a message in private; undefined for every other message. */
export function fileIn({ document, chat }: Message): SentFile | undefined {
  return chat.type === 'private' ? document : undefined
}

/** Reads a file that an administrator sends, and asks whether it is to be published. */
export async function takeFile(bot: Bot, { from }: Message, file: SentFile, place: Place, task: Task): Promise<void> {
  const { desk } = bot
  if (!desk || !bot.isAdmin(from?.id)) return say(bot, place, refusal, task)
  const name = (file.file_name ?? 'van-ban').slice(0, 200)
  const read = await whileTyping(
    () => bot.api.sendChatAction(place.chat, 'typing'),
    download(bot, file.file_id, name, file.file_size, task).then((handed) =>
      typeof handed === 'string' ? ({ kind: 'refused', reason: handed } as const) : desk.read(handed),
    ),
  )
  task.signal.throwIfAborted()
  if (read.kind === 'refused') return say(bot, place, read.reason, task)
  if (read.outcome === 'unchanged')
    return say(bot, place, `Tệp này đã có trong kho (“${read.title}”); không có gì thay đổi.`, task)
  const id = await bot.followUps.keep(
    JSON.stringify({ file: file.file_id, name, person: from?.id ?? place.chat }),
    String(place.chat),
  )
  const keyboard: InlineKeyboardMarkup = {
    inline_keyboard: [
      [
        { text: 'Đưa vào kho', callback_data: buttonData({ kind: 'publish', id }) },
        { text: 'Bỏ', callback_data: buttonData({ kind: 'discard', id }) },
      ],
    ],
  }
  const question = read.outcome === 'replaced' ? 'Thay bản đang có bằng tệp này?' : 'Đưa văn bản này vào kho?'
  await post(
    bot,
    place,
    { parts: [plain([`Đã đọc tệp “${name}”:`, ...shortened(read.lines), '', question])], keyboard },
    task,
  )
}

/** `/xoa`: asks whether a document is to be taken out. */
export async function takeWithdrawal(
  bot: Bot,
  person: number,
  argument: string,
  place: Place,
  task: Task,
): Promise<void> {
  if (!bot.desk || !bot.isAdmin(person)) return say(bot, place, refusal, task)
  if (place.group) return say(bot, place, 'Lệnh /xoa chỉ dùng trong cuộc trò chuyện riêng với tôi.', task)
  const { corpus } = bot.knowledge(place.chat)
  const request = readScope(argument, corpus)
  const documents = request.kind === 'set' ? request.documents : []
  const [document, ...others] = documents
  if (!document) {
    const why = request.kind === 'unclear' ? `Không có văn bản nào khớp “${request.part.slice(0, 80)}”. ` : ''
    const how = 'Gõ /xoa kèm số thứ tự trong /vanban, số hiệu hoặc từ trong tên, ví dụ: /xoa 3.'
    return say(bot, place, `${why}${how}`, task)
  }
  if (others.length > 0) {
    const names = documents.slice(0, 8).map((each) => `${corpus.documents.indexOf(each) + 1}) ${documentName(each)}`)
    return say(
      bot,
      place,
      ['Có nhiều văn bản phù hợp; gõ /xoa kèm số thứ tự của một văn bản:', ...names].join('\n'),
      task,
    )
  }
  const id = await bot.followUps.keep(JSON.stringify({ document: document.id, person }), String(person))
  const keyboard: InlineKeyboardMarkup = {
    inline_keyboard: [
      [
        { text: 'Gỡ khỏi kho', callback_data: buttonData({ kind: 'withdraw', id }) },
        { text: 'Giữ lại', callback_data: buttonData({ kind: 'discard', id }) },
      ],
    ],
  }
  const text = `Gỡ ${documentName(document)} khỏi kho? Sau đó bot không trả lời từ văn bản này nữa; tệp được cất trong thư mục dữ liệu.`
  await post(bot, place, { parts: [plain([text])], keyboard }, task)
}

/** A button of the desk, when it is one. */
export type DeskAction = Extract<ButtonAction, { readonly kind: 'publish' | 'withdraw' | 'discard' }>

export function isDeskAction(action: ButtonAction): action is DeskAction {
  return action.kind === 'publish' || action.kind === 'discard' || action.kind === 'withdraw'
}

/** Publishes, throws away or takes out, in place of the message that asked. What is done twice after a crash is done once. */
export async function takeDeskPress(bot: Bot, query: CallbackQuery, action: DeskAction, task: Task): Promise<void> {
  const { desk } = bot
  const { message, from } = query
  const behind = await keptUnder(bot, action.id)
  const mayAct = desk && bot.isAdmin(from.id) && behind?.person === from.id && message?.chat.type === 'private'
  if (!task.maybeAnswered) {
    await task.sending()
    const words = mayAct ? {} : { text: bot.isAdmin(from.id) ? outdated : refusal }
    await bot.api.answerCallbackQuery(query.id, words, until(task.signal))
  }
  if (!mayAct || !message) return
  const place: Place = { chat: message.chat.id, group: false }
  const finish = (text: string) => post(bot, place, { parts: [plain([text])] }, task, [message.message_id])
  const actor = String(from.id)
  if (action.kind === 'discard') {
    await finish('document' in behind ? 'Văn bản được giữ lại trong kho.' : 'Đã bỏ tệp; kho không thay đổi.')
  } else if ('document' in behind) {
    const done = await desk.withdraw(behind.document, actor)
    await finish(done ? 'Đã gỡ văn bản khỏi kho.' : 'Văn bản này không còn trong kho.')
  } else {
    const handed = await download(bot, behind.file, behind.name, undefined, task)
    const result =
      typeof handed === 'string' ? ({ kind: 'refused', reason: handed } as const) : await desk.publish(handed, actor)
    await finish(publishedText(result, bot, place))
  }
}

function publishedText(result: ImportResult, bot: Bot, place: Place): string {
  if (result.kind === 'refused') return result.reason
  if (result.outcome === 'unchanged') return `Văn bản đã có trong kho: “${result.title}”.`
  const isThere = bot.knowledge(place.chat).corpus.document(result.id) !== undefined
  return isThere
    ? `Đã đưa vào kho: “${result.title}”. Hỏi được ngay từ bây giờ.`
    : `Đã cất tệp của “${result.title}” vào kho nhưng ở đây chưa trả lời được từ văn bản này; anh/chị xem nhật ký của bot.`
}

/** The file, or one sentence why it cannot be had. */
async function download(
  bot: Bot,
  id: string,
  name: string,
  size: number | undefined,
  { signal }: Task,
): Promise<HandedIn | string> {
  const tooLarge = `Tệp “${name}” lớn hơn 20 MB, Telegram không cho bot tải; hãy chép vào thư mục văn bản hoặc dùng lệnh npm run import trên máy chủ.`
  if (size !== undefined && size > limits.download) return tooLarge
  const bytes = await bot.download(id, signal)
  return bytes === 'too-large' ? tooLarge : { bytes, name }
}

/** Undefined when the button is old or was not made by us. */
async function keptUnder(bot: Bot, id: string): Promise<z.infer<typeof kept> | undefined> {
  const text = await bot.followUps.find(id)
  if (!text?.startsWith('{')) return undefined
  try {
    return kept.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function shortened(lines: readonly string[]): string[] {
  return lines
    .slice(0, mostLines)
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine).trimEnd()}…` : line))
}

function plain(lines: readonly string[]): { readonly text: string; readonly entities: readonly [] } {
  return { text: lines.join('\n').slice(0, limits.text), entities: [] }
}

async function say(bot: Bot, place: Place, text: string, task: Task): Promise<void> {
  await post(bot, place, { parts: [plain([text])] }, task)
}
