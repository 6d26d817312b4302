import type { Server } from 'node:http'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { UserError } from '../../library/errors.ts'
import { createApp, type WebhookHandler, type WebParts } from './app.ts'
import { securityHeaders } from './headers.ts'
import { isLoopback } from './rate-limit.ts'

/** Where the server listens. */
export interface ListeningSettings {
  readonly host: string
  /** 0 lets the system choose one. */
  readonly port: number
  /** Address by which people reach the page from elsewhere. */
  readonly publicUrl?: string
}

/** The web page, the reader, the webhooks and the health routes behind one port. */
export interface WebServer {
  /** Where it is reached, such as `http://127.0.0.1:8080`; the port is known once it has started. */
  readonly address: string
  /** @throws UserError when the port or the address cannot be used. */
  start(): Promise<void>
  /** Takes no new connection, lets running answers finish, and closes the rest after a few seconds. */
  stop(): Promise<void>
  /** Lets a platform call `POST path`, such as `/webhooks/telegram`, from now on. */
  mount(path: string, handler: WebhookHandler): void
}

/** How long a request may take to arrive, and how long answers may take to leave when the server stops, in milliseconds. */
const arrival = 20_000
const farewell = 3_000

export function createWebServer(parts: WebParts & { readonly settings: ListeningSettings }): WebServer {
  const { health, settings } = parts
  const webhooks = new Map<string, WebhookHandler>()
  const app = createApp(parts, (path) => webhooks.get(path), remoteAddress)
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: arrival, headersTimeout: arrival },
    // Without `createServer` in its options the adaptor makes a plain HTTP/1 server.
  }) as Server
  // Set before the application sees the request, so that no response can lack them; and much cheaper than changing a response.
  const headers = [...securityHeaders(settings.publicUrl)]
  server.prependListener('request', (_, response) => {
    for (const [name, value] of headers) response.setHeader(name, value)
  })
  let port = settings.port
  return {
    get address() {
      return `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`
    },
    async start() {
      health.reportChannel('web', 'starting')
      await listen(server, settings)
      const bound = server.address()
      if (bound && typeof bound === 'object') port = bound.port
      health.reportChannel('web', 'running')
    },
    async stop() {
      health.reportChannel('web', 'down')
      if (!server.listening) return
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), farewell)
      await closed
      clearTimeout(timer)
    },
    mount(path, handler) {
      webhooks.set(path, handler)
    },
  }
}

function listen(server: Server, { host, port }: ListeningSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listeningError(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function listeningError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new UserError(`Cổng ${port} đang được chương trình khác dùng; hãy đặt PORT là một số khác.`, {
        cause: error,
      })
    case 'EACCES':
      return new UserError(`Không được phép mở cổng ${port}; hãy đặt PORT từ 1024 trở lên.`, { cause: error })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UserError(`Máy này không có địa chỉ “${host}”; hãy sửa HOST, ví dụ 127.0.0.1 hoặc 0.0.0.0.`, {
        cause: error,
      })
    default:
      return error
  }
}

/**
 * The address a request comes from. A proxy on this machine names the one it was called from; nobody else is believed, since
 * anyone can write that header.
 */
function remoteAddress(context: Context): string {
  const { incoming } = context.env as HttpBindings // The Node adaptor puts them there.
  const peer = incoming.socket.remoteAddress ?? ''
  const forwarded = incoming.headers['x-forwarded-for']
  if (!isLoopback(peer) || forwarded === undefined) return peer
  return String(forwarded).split(',').at(-1)?.trim() || peer
}
