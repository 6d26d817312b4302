import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { handlers } from '../../../handlers/table.ts'
import type { Answer } from '../../answers/answer.ts'
import { webPage } from '../../library/visibility.ts'
import { keepQuestion, thanks } from '../keeping.ts'
import { answerBody, rememberingAnswers } from './answer-memory.ts'
import type { WebParts } from './app.ts'
import { chatPage, exchangeHtml } from './chat-page.ts'
import { messagePage } from './message-page.ts'
import { askRequest, openApi } from './openapi.ts'
import { createRateLimit } from './rate-limit.ts'
import type { Replies } from './replies.ts'

const questionsPerMinute = 600

/** The chat page and the interface for programs. @param remote the address a request comes from */
export function addAskRoutes(app: Hono, parts: WebParts, replies: Replies, remote: (context: Context) => string): void {
  const { knowledge, metrics } = parts
  const assistant = rememberingAnswers(parts.assistant, knowledge)
  const limit = createRateLimit(questionsPerMinute, parts.now, parts.sharedRate?.(questionsPerMinute))

  async function ask(text: string, conversation: string | undefined): Promise<Answer> {
    const began = performance.now()
    try {
      const atReception = conversation && (await askReception(text, conversation))
      if (atReception) return atReception
      // Prefixed, so that nobody can join a conversation of another channel by its name.
      const answer = await assistant.ask({
        text,
        ...(conversation !== undefined && { conversation: `web:${conversation}` }),
      })
      metrics.asked('web', answer.outcome, secondsSince(began))
      return answer
    } catch (error) {
      metrics.asked('web', 'failed', secondsSince(began))
      throw error
    }
  }

  /** A conversation is all that is known of a person here. */
  async function askReception(text: string, conversation: string): Promise<Answer | undefined> {
    const speaker = { person: `web:${conversation}`, chat: webPage, group: false }
    return parts.reception?.()?.answer(text, speaker)
  }

  function keep(question: string, conversation = '', answer: Answer): Promise<string | undefined> {
    const person = `web:${conversation}`
    return keepQuestion(parts.questions?.(), { person, chat: 'web:', question }, answer, {
      error: () => parts.onError(new Error('question not kept')),
    })
  }

  app.get('/', async (context) => {
    const current = knowledge()
    if (!current) return replies.refuse(context, 'loading')
    const question = context.req.query('cau-hoi')?.trim()
    const conversation = namedConversation(context.req.query('hoi-thoai')) ?? randomBytes(12).toString('base64url')
    if (!question) return replies.page(context, chatPage(current, handlers, conversation, undefined))
    if (!(await limit.allows(remote(context)))) return replies.refuse(context, 'tooFast')
    const answer = await ask(question, conversation)
    const kept = await keep(question, conversation, answer)
    return replies.page(context, chatPage(current, handlers, conversation, { question, answer, conversation, kept }))
  })

  app.post('/api/ask', async (context) => {
    const began = performance.now()
    if (!knowledge()) return replies.refuse(context, 'loading')
    if (!(await limit.allows(remote(context)))) return replies.refuse(context, 'tooFast')
    const request = askRequest.safeParse(await context.req.json().catch(() => undefined))
    if (!request.success) return replies.refuse(context, 'notJson')
    const { question, conversation } = request.data
    const answer = await ask(question, conversation)
    if (context.req.header('accept') === 'text/html') {
      const kept = await keep(question, conversation, answer)
      return context.html(exchangeHtml({ question, answer, conversation: conversation ?? '', kept }).source)
    }
    // Programs cannot judge; what they miss is kept, without making them wait.
    if (answer.outcome === 'not-found') void keep(question, conversation, answer)
    return new Response(answerBody(answer, performance.now() - began), {
      headers: { 'content-type': 'application/json' },
    })
  })

  app.post('/phan-hoi', async (context) => {
    if (!(await limit.allows(remote(context)))) return replies.refuse(context, 'tooFast')
    const { cau, 'y-kien': opinion } = await context.req.parseBody()
    const verdict = opinion === 'dung' ? 'right' : opinion === 'chua-dung' ? 'wrong' : undefined
    const judged = typeof cau === 'string' && verdict && (await parts.questions?.()?.judge(cau, verdict))
    return judged
      ? replies.page(context, messagePage('Đã ghi nhận', thanks[verdict]))
      : replies.page(context, messagePage('Chưa ghi nhận', 'Câu trả lời này đã cũ; anh/chị hỏi lại giúp.'), 404)
  })

  app.get('/api/openapi.json', (context) => context.json(openApi))
}

/** A conversation's name as our own links carry it; anything else is as good as none. */
function namedConversation(name: string | undefined): string | undefined {
  return name !== undefined && /^[\w-]{8,40}$/.test(name) ? name : undefined
}

/** @param began as `performance.now()` gave it */
function secondsSince(began: number): number {
  return (performance.now() - began) / 1000
}
