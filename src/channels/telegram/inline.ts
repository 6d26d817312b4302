import type { InlineQuery, InlineQueryResultArticle } from 'grammy/types'
import type { Answer } from '../../answers/answer.ts'
import { answerOf } from '../../answers/compose.ts'
import { documentName } from '../../answers/source-line.ts'
import { telegramText } from '../../answers/telegram.ts'
import type { Task } from '../inbox.ts'
import type { Bot } from './bot.ts'
import { brief } from './brief.ts'
import { until } from './client.ts'
import { limits } from './limits.ts'
import { passageAnswer } from './neighbours.ts'
import { linkButton } from './rendering.ts'

/** Results in one answer, and most passages that paging reaches. */
const pageSize = 10
const deepest = 50
/** A query that waited longer is dead, in milliseconds. */
const stale = 10_000
/** How long Telegram may give the same results to others, and to the same person of a closed bot, in seconds. */
const openCache = 300
const personalCache = 60

/** Answers what is typed after the bot's name in any chat: the answer and its facts first, then passages. */
export async function takeInlineQuery(bot: Bot, query: InlineQuery, task: Task): Promise<void> {
  if (bot.now() - task.received > stale) return
  if (!bot.access.allows(query.from.id)) {
    const button = { text: 'Đăng ký sử dụng', start_parameter: 'dangky' }
    await bot.api.answerInlineQuery(query.id, [], { button, is_personal: true, cache_time: 0 }, until(task.signal))
    return
  }
  const offset = /^\d{1,2}$/.test(query.offset) ? Number(query.offset) : 0
  const text = query.query.trim()
  const { results, next } =
    text === '' || text.startsWith('/') ? suggestions(bot, offset) : await found(bot, text, offset)
  if (task.signal.aborted) return
  await bot.api.answerInlineQuery(
    query.id,
    results,
    {
      button: { text: results.length > 0 ? 'Hỏi riêng bot' : 'Không thấy – hỏi riêng bot', start_parameter: 'hoi' },
      next_offset: next === undefined ? '' : String(next),
      ...(bot.access.open ? { cache_time: openCache } : { cache_time: personalCache, is_personal: true }),
    },
    until(task.signal),
  )
}

interface Page {
  readonly results: InlineQueryResultArticle[]
  readonly next?: number
}

/** For an empty query: the documents, each with its first passage. */
function suggestions(bot: Bot, offset: number): Page {
  const { documents, passages } = bot.knowledge().corpus
  const results = documents.slice(offset, offset + pageSize).flatMap((document) => {
    const first = passages.find((passage) => passage.document === document)
    const { title, number } = document.metadata
    return first
      ? [article(bot, `d:${document.id}`.slice(0, limits.data), number ?? title, title, passageAnswer(first))]
      : []
  })
  return page(results, offset + pageSize < documents.length, offset)
}

async function found(bot: Bot, text: string, offset: number): Promise<Page> {
  const direct = offset === 0 ? directResults(bot, await bot.assistant.ask({ text })) : []
  const limit = Math.min(deepest, offset + pageSize + 1)
  const { hits } = await bot.knowledge().retriever.search({ text, limit })
  const passages = hits.slice(offset, offset + pageSize).map(({ passage }) => {
    const answer = passageAnswer(passage)
    const { quote } = answer.citations[0]!
    return article(bot, `p:${quote.code}`, headingOf(answer), quote.text, answer)
  })
  return page(unique([...direct, ...passages]), hits.length > offset + pageSize, offset)
}

function page(results: InlineQueryResultArticle[], more: boolean, offset: number): Page {
  return { results: results.slice(0, pageSize), ...(more && { next: offset + pageSize }) }
}

/** The answer as a whole, then each of its facts with its own quotation when there are several. */
function directResults(bot: Bot, answer: Answer): InlineQueryResultArticle[] {
  if (answer.citations.length === 0 || !['answered', 'corrected'].includes(answer.outcome)) return []
  const statement = answer.blocks.find((block) => block.kind === 'statement')?.text ?? headingOf(answer)
  const codes = answer.citations.map(({ quote }) => quote.code)
  const { quote } = answer.citations[0]!
  const whole = article(bot, `a:${codes[0]}`, statement, quote.text, brief(answer).answer)
  const facts =
    answer.facts.length < 2
      ? []
      : answer.facts.map(({ fact, citation }) => {
          const alone = answerOf('answered', answer.reading, {
            blocks: [{ kind: 'quote', citation: 0 }],
            citations: [answer.citations[citation]!],
          })
          const said = [fact.place, fact.subject].filter(Boolean).join(' · ')
          const value = [fact.value, fact.unit, fact.year && `(${fact.year})`].filter(Boolean).join(' ')
          return article(bot, `f:${codes[citation]}`, `${said}: ${value}`, alone.citations[0]!.quote.text, alone)
        })
  return [whole, ...facts]
}

/** A result whose message stands alone, with its full source. */
function article(bot: Bot, id: string, title: string, description: string, answer: Answer): InlineQueryResultArticle {
  const { text, entities } = telegramText(answer)
  const { code } = answer.citations[0]!.quote
  return {
    type: 'article',
    id,
    title: clip(title, limits.resultTitle),
    description: clip(description, limits.resultDescription),
    input_message_content: { message_text: text, entities: [...entities], link_preview_options: { is_disabled: true } },
    reply_markup: { inline_keyboard: [[linkButton('Mở trong bot', { kind: 'passage', code }, bot)]] },
  }
}

/** Number and innermost heading first: phones show little. */
function headingOf({ citations }: Answer): string {
  const { quote } = citations[0]!
  const { number } = quote.document.metadata
  return [number ?? documentName(quote.document), quote.sectionPath.at(-1)].filter(Boolean).join(' · ')
}

function unique(results: InlineQueryResultArticle[]): InlineQueryResultArticle[] {
  return [...new Map(results.toReversed().map((result) => [result.id.slice(2), result])).values()].toReversed()
}

function clip(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`
}
