import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Assistant } from '../../../src/assistant.ts'
import { createWebServer } from '../../../src/channels/web/server.ts'
import { createHealth, steadyLibrary } from '../../../src/operations/health.ts'
import { createMetrics } from '../../../src/operations/metrics.ts'
import { type RunningWeb, startWeb } from './sample-library.ts'

let web: RunningWeb
beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web.web.stop())

const jsonHeaders = { 'content-type': 'application/json' }

/** What a response holds, for tests that look at it field by field. */
// biome-ignore lint/suspicious/noExplicitAny: the tests check every field they read.
async function jsonOf(response: Response): Promise<any> {
  return response.json()
}

function ask(base: string, body: unknown, headers: Record<string, string> = jsonHeaders): Promise<Response> {
  return fetch(`${base}/api/ask`, { method: 'POST', headers, body: JSON.stringify(body) })
}

describe('POST /api/ask', () => {
  it.each([
    'An Sơn có mấy nhóm nhiệm vụ, giải pháp?',
    'kho dữ liệu dùng chung',
    'so sánh số nhóm nhiệm vụ của An Sơn và Bình Nguyên',
    '/vanban',
    'xin chào',
    'giá vàng hôm nay',
    '<script>alert(1)</script>',
    '',
  ])('answers %j as its OpenAPI description says', async (question) => {
    const description = await jsonOf(await fetch(`${web.base}/api/openapi.json`))
    const { schema } = description.paths['/api/ask'].post.responses['200'].content['application/json']
    const response = await ask(web.base, { question })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    const answer = await jsonOf(response)
    expect(z.fromJSONSchema(schema).safeParse(answer).error).toBeUndefined()
    for (const { document, start, end, quote } of answer.citations) {
      expect(web.knowledge.corpus.document(document.id)?.text.slice(start, end)).toBe(quote)
    }
  })

  it('describes the failures it answers with', async () => {
    const description = await jsonOf(await fetch(`${web.base}/api/openapi.json`))
    const { responses, requestBody } = description.paths['/api/ask'].post
    const response = await ask(web.base, { question: 5 })
    expect(response.status).toBe(400)
    const { schema } = responses['400'].content['application/json']
    expect(z.fromJSONSchema(schema).safeParse(await jsonOf(response)).error).toBeUndefined()
    const taken = z.fromJSONSchema(requestBody.content['application/json'].schema)
    expect(taken.safeParse({ question: 5 }).success).toBe(false)
    expect(taken.safeParse({ question: 'x', conversation: 'a' }).success).toBe(true)
  })

  it.each(['', '{', '[]', '"câu hỏi"', '{"question": null}'])('refuses the body %j', async (body) => {
    const response = await fetch(`${web.base}/api/ask`, { method: 'POST', headers: jsonHeaders, body })
    expect(response.status).toBe(400)
    expect((await jsonOf(response)).error).toContain('question')
  })

  it('answers many questions at once, each with its own answer', async () => {
    const questions = Array.from({ length: 200 }, (_, i) => `cổng dữ liệu mở ${i % 2 === 0 ? 'An Sơn' : 'Bình Nguyên'}`)
    const responses = await Promise.all(
      questions.map((question, i) => ask(web.base, { question, conversation: `c${i}` })),
    )
    const answers = await Promise.all(responses.map(jsonOf))
    expect(responses.map(({ status }) => status)).toEqual(questions.map(() => 200))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(2)
  })

  it('tells nothing of an error but that there was one', async () => {
    const broken: Assistant = { ask: () => Promise.reject(new Error('bí mật bên trong')) }
    const failing = await startWeb({ assistant: broken })
    const response = await ask(failing.base, { question: 'x' })
    const text = await response.text()
    await failing.web.stop()
    expect(response.status).toBe(500)
    expect(text).not.toContain('bí mật')
    expect(failing.errors.map(({ message }) => message)).toEqual(['bí mật bên trong'])
  })

  it('keeps conversations of the web apart from those of other channels', async () => {
    const names: (string | undefined)[] = []
    const listening: Assistant = {
      ask: (question) => {
        names.push(question.conversation)
        return Promise.reject(new Error('only listening'))
      },
    }
    const running = await startWeb({ assistant: listening })
    await ask(running.base, { question: 'x', conversation: 'terminal' })
    await ask(running.base, { question: 'x' })
    await running.web.stop()
    expect(names).toEqual(['web:terminal', undefined])
  })
})

describe('limits', () => {
  it.each([
    ['a declared length', false],
    ['a length found out on the way', true],
  ])('refuses bodies over 1 MB with %s', async (_, chunked) => {
    const body = 'x'.repeat(1_000_001)
    const response = await post(`${web.base}/api/ask`, body, chunked)
    expect(response.status).toBe(413)
    expect(JSON.parse(response.text).error).toContain('1 MB')
  })

  it('takes a body just below 1 MB', async () => {
    const response = await ask(web.base, { question: 'xin chào', more: 'x'.repeat(990_000) })
    expect(response.status).toBe(200)
  })

  it('limits an address that a proxy names, not the proxy itself', async () => {
    const failing: Assistant = { ask: () => Promise.reject(new Error('the limit was passed')) }
    const running = await startWeb({ assistant: failing, now: () => 0 })
    const through = async (forwarded: string) =>
      (await ask(running.base, { question: 'x' }, { ...jsonHeaders, 'x-forwarded-for': forwarded })).status
    const statuses: number[] = []
    for (let i = 0; i < 602; i++) statuses.push(await through('198.51.100.9, 203.0.113.5'))
    const others = [await through('203.0.113.6'), (await ask(running.base, { question: 'x' })).status]
    await running.web.stop()
    expect(statuses.filter((status) => status === 500)).toHaveLength(600)
    expect(statuses.slice(600)).toEqual([429, 429])
    expect(others).toEqual([500, 500])
  })
})

describe('addresses', () => {
  it.each(['/khong-co', '/van-ban/khong-co', '/assets/khong-co.js', '/van-ban/%3Cscript%3E'])(
    'answers %s with a page that leads on',
    async (path) => {
      const response = await fetch(web.base + path)
      const text = await response.text()
      expect(response.status).toBe(404)
      expect(text).toContain('Không tìm thấy')
      expect(text).toContain('href="/van-ban"')
      expect(text).not.toContain('<script>')
    },
  )

  it.each([
    ['GET', '/api/ask'],
    ['GET', '/api/khong-co'],
    ['POST', '/webhooks/telegram'],
    ['DELETE', '/api/ask'],
  ])('answers %s %s with 404 as JSON', async (method, path) => {
    const response = await fetch(web.base + path, { method })
    expect(response.status).toBe(404)
    expect((await jsonOf(response)).error).toContain('Không')
  })

  it('passes a mounted webhook its request, and keeps its answer', async () => {
    web.web.mount('/webhooks/zalo', async (call) => new Response(await call.text(), { status: 401 }))
    const response = await fetch(`${web.base}/webhooks/zalo`, { method: 'POST', body: 'nội dung' })
    expect([response.status, await response.text()]).toEqual([401, 'nội dung'])
    expect((await post(`${web.base}/webhooks/zalo`, 'x'.repeat(1_000_001), false)).status).toBe(413)
    expect((await fetch(`${web.base}/webhooks/zalo`)).status).toBe(404)
  })

  it.each([
    '/',
    '/?cau-hoi=xin+ch%C3%A0o',
    '/van-ban',
    '/van-ban/an-son-chuong-trinh',
    '/khong-co',
    '/api/openapi.json',
  ])('guards %s with strict headers', async (path) => {
    const { headers } = await fetch(web.base + path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('set-cookie')).toBeNull()
  })
})

describe('health and figures', () => {
  it('is alive but not ready, and answers nothing, while the documents load', async () => {
    const loading = await startWeb({ loaded: false })
    const status = async (path: string) => (await fetch(loading.base + path)).status
    const asked = await ask(loading.base, { question: 'x' })
    const statuses = [await status('/healthz'), await status('/readyz'), await status('/'), await status('/van-ban')]
    loading.health.reportLibrary(steadyLibrary(loading.knowledge.corpus))
    const ready = await status('/readyz')
    await loading.web.stop()
    expect(statuses).toEqual([200, 503, 503, 503])
    expect(asked.status).toBe(503)
    expect(ready).toBe(200)
  })

  it('counts questions and requests without their words', async () => {
    await ask(web.base, { question: 'câu hỏi kín đáo về cổng dữ liệu' })
    await fetch(`${web.base}/dia-chi-kin-dao`)
    const text = await (await fetch(`${web.base}/metrics`)).text()
    expect(text).toMatch(/questions_total\{channel="web",outcome="[a-z-]+"\} [1-9]/)
    expect(text).toMatch(/http_requests_total\{route="other",status="404"\} [1-9]/)
    expect(text).toContain('documents_loaded 3')
    expect(text).not.toMatch(/kín|kin-dao/)
  })
})

describe('starting', () => {
  it('says which setting to change when the port is taken', async () => {
    const port = Number(new URL(web.base).port)
    const health = createHealth()
    const second = createWebServer({
      knowledge: () => web.knowledge,
      assistant: { ask: () => Promise.reject(new Error('unused')) },
      health,
      metrics: createMetrics(health),
      onError: () => {},
      settings: { host: '127.0.0.1', port },
    })
    await expect(second.start()).rejects.toThrow(/PORT/)
    expect(health.report().channels.web).not.toBe('running')
  })

  it('is down once it has stopped', async () => {
    const running = await startWeb()
    await fetch(running.base)
    await running.web.stop()
    await expect(fetch(running.base)).rejects.toThrow()
    expect(running.health.report().ready).toBe(false)
  })
})

/** Unlike `fetch`, sends a body with or without its length, and reads the answer even when it comes before the body has gone. */
function post(url: string, body: string, chunked: boolean): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': Buffer.byteLength(body) }
    const call = request(url, { method: 'POST', headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    call.on('error', reject)
    call.end(body)
  })
}
