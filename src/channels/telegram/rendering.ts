import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Answer, Choice } from '../../answers/answer.ts'
import { passagePath } from '../../answers/html.ts'
import { documentName, sourceLine } from '../../answers/source-line.ts'
import { type RichText, splitRichText, telegramText } from '../../answers/telegram.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { Quote } from '../../library/quote.ts'
import { brief } from '../brief.ts'
import { comparisonOf } from '../comparison.ts'
import { neighbours } from '../neighbours.ts'
import type { Bot } from './bot.ts'
import { buttonData, startPayload } from './button-data.ts'
import { limits } from './limits.ts'

/** An answer as messages; the buttons stand under the last. */
export interface Rendered {
  readonly parts: readonly RichText[]
  readonly keyboard?: InlineKeyboardMarkup
}

/** Most messages for one answer. */
const mostParts = 4
/** Most buttons for choices. */
const mostChoices = 8

/** What an answer in private is shown with. */
interface Private {
  /** As the chat may see it. */
  readonly knowledge: Knowledge
  /** For whom the questions behind its buttons are kept. */
  readonly owner: string
  /** The id of the question, when the answer can be judged. */
  readonly kept?: string | undefined
}

/** In private: the whole answer, with buttons to read on, verify, compare and copy. */
export async function forPrivate(answer: Answer, bot: Bot, { knowledge, owner, kept }: Private): Promise<Rendered> {
  const { parts, choices } = await words(answer, bot, owner)
  const quote = answer.citations[0]?.quote
  const rows = quote ? await quoteRows(quote, answer, bot, { knowledge, owner }) : []
  return rendered(parts, [...rows, ...choices, ...(kept ? [verdictRow(kept)] : [])])
}

function verdictRow(id: string): InlineKeyboardButton[] {
  return [
    { text: 'Đúng', callback_data: buttonData({ kind: 'right', id }) },
    { text: 'Chưa đúng', callback_data: buttonData({ kind: 'wrong', id }) },
  ]
}

/** In a group: short, with the details behind a button to the private chat. */
export async function forGroup(answer: Answer, question: string, bot: Bot, owner: string): Promise<Rendered> {
  const { answer: shown, cut } = brief(answer)
  const { parts, choices } = await words(shown, bot, owner)
  const code = answer.citations[0]?.quote.code
  const details = cut
    ? linkButton('Xem đầy đủ (nhắn riêng)', { kind: 'ask', id: await bot.followUps.keep(question, owner) }, bot)
    : code && linkButton('Xem chi tiết (nhắn riêng)', { kind: 'passage', code }, bot)
  return rendered(parts.slice(0, 1), [...choices, ...(details ? [[details]] : [])])
}

/** A button that opens the private chat. */
export function linkButton(text: string, action: Parameters<typeof startPayload>[0], bot: Bot): InlineKeyboardButton {
  return { text, url: `https://t.me/${bot.me.username}?start=${startPayload(action)}` }
}

function rendered(parts: readonly RichText[], rows: InlineKeyboardButton[][]): Rendered {
  return { parts, ...(rows.length > 0 && { keyboard: { inline_keyboard: rows } }) }
}

/** The text, and the buttons for its choices: by their labels where these are short, else by numbers that the text explains. */
async function words(answer: Answer, bot: Bot, owner: string) {
  const shown = answer.choices.slice(0, mostChoices)
  const numbered = shown.some(({ label }) => label.length > limits.buttonText)
  const list = { kind: 'list', ordered: true, items: shown.map(({ label }) => label) } as const
  const pieces = splitRichText(
    telegramText(numbered ? { ...answer, blocks: [...answer.blocks, list] } : answer),
    limits.text,
  )
  const parts = pieces.slice(0, mostParts)
  if (pieces.length > mostParts) parts.push(note('Câu trả lời còn dài; anh/chị hỏi cụ thể hơn để xem phần còn lại.'))
  const buttons = await Promise.all(
    shown.map((choice, i) => choiceButton(choice, numbered ? String(i + 1) : choice.label, bot, owner)),
  )
  return { parts, choices: numbered ? [buttons] : buttons.map((button) => [button]) }
}

function note(text: string): RichText {
  return { text, entities: [{ type: 'italic', offset: 0, length: text.length }] }
}

async function choiceButton(
  { question }: Choice,
  text: string,
  bot: Bot,
  owner: string,
): Promise<InlineKeyboardButton> {
  return { text, callback_data: buttonData({ kind: 'ask', id: await bot.followUps.keep(question, owner) }) }
}

async function quoteRows(
  quote: Quote,
  answer: Answer,
  bot: Bot,
  { knowledge, owner }: Private,
): Promise<InlineKeyboardButton[][]> {
  const { code } = quote
  const { previous, next } = neighbours(quote, knowledge)
  const reading: InlineKeyboardButton[] = []
  if (previous) reading.push({ text: '‹ Đoạn trước', callback_data: buttonData({ kind: 'previous', code }) })
  if (next) reading.push({ text: 'Đoạn sau ›', callback_data: buttonData({ kind: 'next', code }) })
  const checking: InlineKeyboardButton[] = [
    { text: 'Cả đoạn văn', callback_data: buttonData({ kind: 'context', code }) },
  ]
  const comparison = comparisonOf(answer, knowledge)
  if (comparison) checking.push(await choiceButton(comparison, comparison.label, bot, owner))
  const taking: InlineKeyboardButton[] = [{ text: 'Chép trích dẫn', copy_text: { text: citationText(quote) } }]
  if (bot.publicUrl) taking.push({ text: 'Mở văn bản', url: bot.publicUrl + passagePath(quote) })
  return [reading, checking, taking].filter(({ length }) => length > 0)
}

/** The source line, as far as Telegram lets a button copy it; the code is always in it. */
function citationText(quote: Quote): string {
  const whole = sourceLine(quote)
  if (whole.length <= limits.copyText) return whole
  const code = ` · Mã: ${quote.code}`
  const name = `Nguồn: ${documentName(quote.document)}`.slice(0, limits.copyText - code.length - 1).trimEnd()
  return `${name}…${code}`
}
