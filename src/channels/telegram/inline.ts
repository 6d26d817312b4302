import type { InlineQuery } from 'grammy/types'
import type { Knowledge } from '../../knowledge.ts'
import type { Task } from '../inbox.ts'
import type { Bot } from './bot.ts'
import { until } from './client.ts'
import { foundPage, type Page, suggestionPage } from './inline-results.ts'

/** A query that waited longer is dead, in milliseconds. */
const stale = 10_000
/** How long Telegram may give the same results again: to anybody, or of a closed bot to the same person. In seconds. */
const openCache = 300
const personalCache = 60
/** Most pages kept; people type the same beginnings. The longest unused go first. */
const mostPages = 1_000
const pages = new WeakMap<Knowledge, Map<string, Page>>()

/** Answers what is typed after the bot's name in any chat: from documents that everybody may see, since it is not told which chat it is. */
export async function takeInlineQuery(bot: Bot, query: InlineQuery, task: Task): Promise<void> {
  if (bot.now() - task.received > stale) return
  if (!(await bot.access.allows(query.from.id))) {
    const button = { text: 'Đăng ký sử dụng', start_parameter: 'dangky' }
    await bot.api.answerInlineQuery(query.id, [], { button, is_personal: true, cache_time: 0 })
    return
  }
  if (bot.inlineBudget(String(query.from.id)) !== 'yes') return
  // Gives what arrived meanwhile the chance to take this query's place before work is spent on it.
  await new Promise((resolve) => setImmediate(resolve))
  if (task.signal.aborted) return
  const { results, next } = await pageOf(bot, query.query.trim(), readOffset(query.offset))
  if (task.signal.aborted) return
  await bot.api.answerInlineQuery(
    query.id,
    [...results],
    {
      button: { text: results.length > 0 ? 'Hỏi riêng bot' : 'Không thấy – hỏi riêng bot', start_parameter: 'hoi' },
      next_offset: next === undefined ? '' : String(next),
      ...(bot.access.open ? { cache_time: openCache } : { cache_time: personalCache, is_personal: true }),
    },
    until(AbortSignal.timeout(stale)),
  )
}

/** Comes from the person's device, so it may be anything. */
function readOffset(offset: string): number {
  return /^\d{1,2}$/.test(offset) ? Number(offset) : 0
}

async function pageOf(bot: Bot, text: string, offset: number): Promise<Page> {
  const knowledge = bot.knowledge()
  const kept = pages.get(knowledge) ?? new Map<string, Page>()
  pages.set(knowledge, kept)
  const key = `${offset} ${text}`
  const known = kept.get(key)
  const page =
    known ?? (text === '' || text.startsWith('/') ? suggestionPage(bot, offset) : await foundPage(bot, text, offset))
  kept.delete(key)
  kept.set(key, page)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostPages) break
    kept.delete(oldest)
  }
  return page
}
