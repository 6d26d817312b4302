import type { Answer } from '../../answers/answer.ts'
import { passagePath } from '../../answers/html.ts'
import { splitText } from '../../answers/split.ts'
import { type StyledText, zaloParts } from '../../answers/zalo.ts'
import type { Quote } from '../../library/quote.ts'
import { brief } from '../brief.ts'
import { comparisonOf } from '../comparison.ts'
import { neighbours } from '../neighbours.ts'
import type { Bot, Place } from './bot.ts'
import type { Menu, MenuLine } from './menus.ts'

/** Longest message, in UTF-16 units. */
export const longestText = 2000
/** Most messages sent at once: each counts against the plan. */
const mostParts = 2
/** Most choices of an answer. */
const mostChoices = 8
/** Room for what stands under a message, when it shares the message with words. */
const longestEnding = 800
/** Longest shown part of a name. */
const longestName = 40

/** Messages to send now, and what can be typed afterwards. */
interface Rendered {
  readonly parts: readonly StyledText[]
  readonly menu: Menu
}

/** In private: the answer, with numbered lines to choose, read on and compare. */
export function forPrivate(answer: Answer, bot: Bot, chat: string, kept?: string): Rendered {
  const quote = answer.citations[0]?.quote
  const actions = quote ? actionsOn(quote, answer, bot, chat) : []
  const lines = [...answer.choices.slice(0, mostChoices), ...actions, ...(kept ? verdictsOn(kept) : [])]
  const address = quote && bot.publicUrl && `Mở văn bản: ${bot.publicUrl}${passagePath(quote)}`
  return fitted({ lines, ending: [numbered(lines), address].filter(Boolean).join('\n'), most: mostParts }, (limit) =>
    zaloParts(answer, limit),
  )
}

/** In a group: one short message that begins with the name of who asked, because it cannot be attached to the question. */
export function forGroup(answer: Answer, { chat, name }: Place, bot: Bot): Rendered {
  const { answer: shown, cut } = brief(answer)
  const quote = answer.citations[0]?.quote
  const choices = answer.choices.slice(0, mostChoices)
  const actions = quote ? actionsOn(quote, answer, bot, chat) : []
  const hint = cut && 'Nhắn riêng cho bot để xem đầy đủ.'
  const ending = [numbered(choices), hint].filter(Boolean).join('\n')
  const greeting = `Gửi ${shortName(name)}:\n`
  // The actions are not shown, to keep it short, but can be typed.
  return fitted({ lines: [...choices, ...actions], ending, most: 1 }, (limit) => {
    const [first, ...others] = zaloParts(shown, limit - greeting.length)
    return first ? [prefixed(greeting, first), ...others] : []
  })
}

/** The next messages of an answer that was too long. */
export function readOn({ lines, rest }: Menu): Rendered {
  return shownParts(rest, { lines, ending: '', most: mostParts })
}

/** What stands under an answer, and how many messages it may take. */
interface Layout {
  readonly lines: readonly MenuLine[]
  readonly ending: string
  readonly most: number
}

function fitted(layout: Layout, cut: (limit: number) => readonly StyledText[]): Rendered {
  const { ending } = layout
  const whole = cut(longestText)
  const room = ending === '' ? 0 : ending.length + 2
  if (whole.length === 1 && whole[0]!.text.length + room <= longestText) return shownParts(whole, layout)
  const reserved = Math.min(room, longestEnding) + readOnHint(99).length + 2
  return shownParts(cut(longestText - reserved), layout)
}

/** Each part has room for the ending and the hint, or the ending is a message of its own. */
function shownParts(parts: readonly StyledText[], { lines, ending, most }: Layout): Rendered {
  const rest = parts.slice(most)
  const shown = parts.slice(0, most)
  const last = shown.at(-1)
  if (!last) return { parts: [], menu: { lines, rest } }
  const hinted = rest.length > 0 ? suffixed(last, readOnHint(rest.length)) : last
  const separate = hinted.text.length + ending.length + 2 > longestText
  const closed = separate || ending === '' ? [hinted] : [suffixed(hinted, ending)]
  const own = separate ? splitText(ending, longestText).map(({ start, end }) => plain(ending.slice(start, end))) : []
  return { parts: [...shown.slice(0, -1), ...closed, ...own], menu: { lines, rest } }
}

function plain(text: string): StyledText {
  return { text, styles: [] }
}

/** On one line, cut between characters. */
function shortName(name: string): string {
  return [...name.replace(/\s+/g, ' ').trim()].slice(0, longestName).join('')
}

function readOnHint(parts: number): string {
  return `(Còn ${parts} phần; gõ “xem tiếp” để đọc.)`
}

function verdictsOn(id: string): MenuLine[] {
  return [
    { label: 'Đúng', verdict: 'right', id },
    { label: 'Chưa đúng', verdict: 'wrong', id },
  ]
}

/** What buttons under a quotation do elsewhere. */
function actionsOn(quote: Quote, answer: Answer, bot: Bot, chat: string): MenuLine[] {
  const knowledge = bot.knowledge(chat)
  const { previous, next } = neighbours(quote, knowledge)
  const comparison = comparisonOf(answer, knowledge)
  const shownWhole = answer.reading.command === 'kiemtra'
  return [
    ...(comparison ? [comparison] : []),
    ...(shownWhole ? [] : [{ label: 'Đoạn đầy đủ', question: `/kiemtra ${quote.code}` }]),
    ...(previous ? [{ label: 'Đoạn trước', passage: previous }] : []),
    ...(next ? [{ label: 'Đoạn sau', passage: next }] : []),
  ]
}

function numbered(lines: readonly MenuLine[]): string {
  if (lines.length === 0) return ''
  return ['Gõ số để chọn:', ...lines.map(({ label }, i) => `${i + 1}. ${label}`)].join('\n')
}

function suffixed({ text, styles }: StyledText, suffix: string): StyledText {
  return { text: `${text}\n\n${suffix}`, styles }
}

function prefixed(prefix: string, { text, styles }: StyledText): StyledText {
  return {
    text: prefix + text,
    styles: styles.map(({ start, ...style }) => ({ start: start + prefix.length, ...style })),
  }
}
