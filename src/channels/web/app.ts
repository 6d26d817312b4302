import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import type { Assistant } from '../../assistant.ts'
import type { Knowledge } from '../../knowledge.ts'
import { webPage } from '../../library/visibility.ts'
import type { Health } from '../../operations/health.ts'
import type { Metrics } from '../../operations/metrics.ts'
import type { Questions } from '../../operations/store/questions.ts'
import type { Rate } from '../../operations/store/rates.ts'
import type { Reception } from '../../reception/reception.ts'
import { visibleTo } from '../../scope.ts'
import { addAskRoutes } from './ask-routes.ts'
import { type Asset, loadAssets } from './assets.ts'
import { addReaderRoutes } from './reader-routes.ts'
import { createReplies } from './replies.ts'

/** Answers a platform's call to a webhook. */
export type WebhookHandler = (request: Request) => Response | Promise<Response>

/** What the web page is made of. */
export interface WebParts {
  /** The version to answer from, asked anew for every request; undefined while it loads. */
  readonly knowledge: () => Knowledge | undefined
  readonly assistant: Assistant
  readonly health: Health
  readonly metrics: Metrics
  /** The data folder, where earlier texts of documents are kept; without it none are shown. */
  readonly dataDir?: string
  /** Where questions are kept; undefined while there is no store. */
  readonly questions?: () => Questions | undefined
  /** Where people turn to with what is kept of them; undefined while there is no store. */
  readonly reception?: () => Reception | undefined
  /** How fast an address may ask of all instances together; without it each counts alone. */
  readonly sharedRate?: (perMinute: number) => Rate
  /** Told of every error that is nobody's fault but ours. */
  readonly onError: (error: Error) => void
  /** Milliseconds since the epoch; the system's clock when missing. */
  readonly now?: () => number
}

/** Most bytes of a request's body. */
const longestBody = 1_000_000

/**
 * All routes, without a server around them.
 *
 * @param webhook what answers `POST` at a path; undefined when nothing is mounted there
 * @param remote the address a request comes from
 */
export function createApp(
  given: WebParts,
  webhook: (path: string) => WebhookHandler | undefined,
  remote: (context: Context) => string,
): Hono {
  const { health, metrics } = given
  const parts = onTheWeb(given)
  const assets = loadAssets()
  const replies = createReplies(assets)
  const app = new Hono()

  const refuse = (context: Context) => replies.refuse(context, 'tooLong')
  const limitStream = bodyLimit({ maxSize: longestBody, onError: refuse })
  // One function for both: every request passes here, and a layer of middleware is not free.
  app.use(async (context, next) => {
    const { method, path } = context.req
    const declared = method === 'GET' || method === 'HEAD' ? '0' : context.req.header('content-length')
    // A declared length is checked without touching the body, which is much faster than counting it.
    const tooLong =
      declared === undefined ? await limitStream(context, nothing) : Number(declared) > longestBody && refuse(context)
    if (tooLong) context.res = await tooLong
    else await next()
    metrics.served(routeOf(path), context.res.status)
  })
  app.use('/', compress())
  app.use('/van-ban/*', compress())
  app.notFound((context) => replies.refuse(context, 'noRoute'))
  app.onError((error, context) => {
    parts.onError(error)
    return replies.refuse(context, 'failed')
  })

  app.get('/healthz', (context) => context.json({ alive: true }))
  app.get('/readyz', (context) => {
    const report = health.report()
    return context.json(report, report.ready ? 200 : 503)
  })
  app.get('/metrics', async () => {
    const { text, contentType } = await metrics.exposition()
    return new Response(text, { headers: { 'content-type': contentType } })
  })
  app.get('/assets/:name', (context) => {
    const asset = assets.at(context.req.path)
    return asset ? sendAsset(asset, context.req.header('accept-encoding')) : context.notFound()
  })
  addAskRoutes(app, parts, replies, remote)
  addReaderRoutes(app, parts, replies)
  app.post('/webhooks/:platform', (context) => webhook(context.req.path)?.(context.req.raw) ?? context.notFound())
  return app
}

async function nothing(): Promise<void> {}

/** Anybody who reaches the page sees it, so that it knows only what may be shown there. */
function onTheWeb(parts: WebParts): WebParts {
  return {
    ...parts,
    knowledge() {
      const knowledge = parts.knowledge()
      return knowledge && visibleTo(knowledge, webPage)
    },
    assistant: { ask: (question) => parts.assistant.ask({ ...question, viewer: webPage }) },
  }
}

/** The name under which a path is counted: as many names as there are routes, whatever is typed. */
function routeOf(path: string): string {
  if (path === '/phan-hoi' || path === '/api/ask' || path === '/api/openapi.json') return path
  const [, room = '', name] = path.split('/')
  if (room === '' || room === 'healthz' || room === 'readyz' || room === 'metrics') return `/${room}`
  if (room === 'van-ban') return name ? '/van-ban/:id' : '/van-ban'
  if (room === 'assets') return '/assets/:name'
  return room === 'webhooks' ? '/webhooks/:platform' : 'other'
}

function sendAsset({ bytes, brotli, type }: Asset, acceptEncoding = ''): Response {
  const compressed = brotli && /\bbr\b/.test(acceptEncoding)
  return new Response(compressed ? brotli : bytes, {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      ...(brotli && { vary: 'accept-encoding' }),
      ...(compressed && { 'content-encoding': 'br' }),
    },
  })
}
