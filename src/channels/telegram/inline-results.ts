import type { InlineQueryResultArticle } from 'grammy/types'
import type { Answer } from '../../answers/answer.ts'
import { answerOf } from '../../answers/compose.ts'
import { documentName } from '../../answers/source-line.ts'
import { splitRichText, telegramText } from '../../answers/telegram.ts'
import { brief } from '../brief.ts'
import { passageAnswer } from '../neighbours.ts'
import type { Bot } from './bot.ts'
import { limits } from './limits.ts'
import { linkButton } from './rendering.ts'

/** Results to be shown together. */
export interface Page {
  readonly results: readonly InlineQueryResultArticle[]
  /** How many documents or passages come before the next page, when there is one. */
  readonly next?: number
}

const pageSize = 10
/** Most passages that paging reaches. */
const deepest = 50
/** Longest answer that is put into a chat whole. */
const longestAnswer = 3_000

/** For an empty query: the documents, each with its first passage. */
export function suggestionPage(bot: Bot, offset: number): Page {
  const { documents, passages } = bot.knowledge().corpus
  const results = documents.slice(offset, offset + pageSize).flatMap((document) => {
    const first = passages.find((passage) => passage.document === document)
    if (!first) return []
    const { title, number } = document.metadata
    const answer = passageAnswer(first)
    return [article(bot, `d:${answer.citations[0]!.quote.code}`, number ?? title, documentName(document), answer)]
  })
  const next = offset + pageSize
  const byId = new Map(results.map((result) => [result.id, result]))
  return { results: [...byId.values()], ...(next < documents.length && { next }) }
}

/** The answer, its facts, then passages; ids depend on what is shown alone. */
export async function foundPage(bot: Bot, text: string, offset: number): Promise<Page> {
  const results = offset === 0 ? directResults(bot, await bot.assistant.ask({ text })) : []
  const { hits } = await bot.knowledge().retriever.search({ text, limit: Math.min(deepest, offset + 2 * pageSize) })
  const shown = new Set(results.map(codeOf))
  let next = offset
  for (const { passage } of hits.slice(offset)) {
    if (results.length >= pageSize) break
    next++
    const answer = passageAnswer(passage)
    const { quote } = answer.citations[0]!
    if (shown.has(quote.code)) continue
    shown.add(quote.code)
    results.push(article(bot, `p:${quote.code}`, headingOf(answer), quote.text, answer))
  }
  return { results, ...(next < hits.length && { next }) }
}

/** The answer as a whole, then each of its facts with its own quotation when there are several. */
function directResults(bot: Bot, answer: Answer): InlineQueryResultArticle[] {
  const { outcome, citations, facts } = answer
  if (citations.length === 0 || (outcome !== 'answered' && outcome !== 'corrected')) return []
  const whole = telegramText(answer).text.length <= longestAnswer ? answer : brief(answer).answer
  const { quote } = citations[0]!
  const results = [article(bot, `a:${quote.code}`, titleOf(answer), quote.text, whole)]
  const shown = new Set<string>()
  for (const { fact, citation } of facts.length > 1 ? facts : []) {
    const alone = [citations[citation]!]
    const { code, text } = alone[0]!.quote
    if (shown.has(code) || results.length >= pageSize) continue
    shown.add(code)
    const about = [fact.place, fact.subject].filter(Boolean).join(' · ')
    const value = [fact.value, fact.unit, fact.year && `(${fact.year})`].filter(Boolean).join(' ')
    const said = answerOf(outcome, answer.reading, { blocks: [{ kind: 'quote', citation: 0 }], citations: alone })
    results.push(article(bot, `f:${code}`, `${about}: ${value}`, text, said))
  }
  return results
}

/** A result whose message stands alone, with its full source. */
function article(bot: Bot, id: string, title: string, description: string, answer: Answer): InlineQueryResultArticle {
  const [first] = splitRichText(telegramText(answer), limits.text)
  const { code } = answer.citations[0]!.quote
  return {
    type: 'article',
    id,
    title: clip(title, limits.resultTitle),
    description: clip(description, limits.resultDescription),
    input_message_content: {
      message_text: first?.text ?? title,
      entities: [...(first?.entities ?? [])],
      link_preview_options: { is_disabled: true },
    },
    reply_markup: { inline_keyboard: [[linkButton('Mở trong bot', { kind: 'passage', code }, bot)]] },
  }
}

/** The direct sentence; words that only lead to a quotation ("Theo tài liệu:") say nothing by themselves. */
function titleOf(answer: Answer): string {
  const statement = answer.blocks.find((block) => block.kind === 'statement')?.text
  return statement === undefined || statement.endsWith(':') ? headingOf(answer) : statement
}

/** What tells results apart comes first: phones show little. */
function headingOf({ citations }: Answer): string {
  const { quote } = citations[0]!
  const { number, place, title } = quote.document.metadata
  return [number ?? place, quote.sectionPath.at(-1), title].filter(Boolean).join(' · ')
}

function codeOf({ id }: InlineQueryResultArticle): string {
  return id.slice(2)
}

function clip(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`
}
