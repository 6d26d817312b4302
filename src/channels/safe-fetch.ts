import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

/**
 * No answer came. The message names what was called and why it failed, never the address: the addresses of bot platforms hold
 * the token.
 */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  /** Such as `ECONNREFUSED`, or `ABORTED`. */
  readonly code: string

  constructor(what: string, code: string) {
    super(`${what}: no answer (${code})`)
    this.code = code
  }

  /** True when the request surely did not reach the platform, so that repeating it doubles nothing. */
  get neverArrived(): boolean {
    return neverArrived.has(this.code)
  }
}

const notConnected = 'CONNECT_TIMEOUT'
const neverArrived = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', notConnected])

/** Just enough of any library's abort signal. */
interface AnySignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

interface SafeRequest {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AnySignal | undefined
}

/** How long it may take to connect, in milliseconds. */
const connecting = 10_000
/**
 * A connection that nobody used for so long is not used again, in milliseconds: a server that closes it just then leaves open whether
 * it took what was sent, which is lost then.
 */
const freshness = 1_000
const kept = { keepAlive: true, timeout: freshness }
const agents = { 'http:': new HttpAgent(kept), 'https:': new HttpsAgent(kept) }

/**
 * A fetch whose errors give no secret away. The body is read whole before it resolves, so that a broken answer fails here too.
 *
 * @throws TransportError
 */
export async function safeFetch(address: string, request: SafeRequest): Promise<Response> {
  const { signal } = request
  const abort = new AbortController()
  const onAbort = () => abort.abort()
  if (signal?.aborted) onAbort()
  signal?.addEventListener('abort', onAbort)
  try {
    return await exchange(new URL(address), request, abort.signal)
  } catch (error) {
    throw new TransportError(new URL(address).pathname.split('/').at(-1) ?? '', codeOf(error))
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}

function exchange(url: URL, { method = 'GET', headers, body }: SafeRequest, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:'
    const request = (secure ? httpsRequest : httpRequest)(url, {
      method,
      signal,
      agent: agents[secure ? 'https:' : 'http:'],
      ...(headers && { headers: withoutConnection(headers) }),
    })
    request.once('socket', (socket) => {
      if (!socket.connecting) return
      const timer = setTimeout(() => request.destroy(failure(notConnected)), connecting)
      const connected = () => clearTimeout(timer)
      socket.once(secure ? 'secureConnect' : 'connect', connected)
      socket.once('close', connected)
    })
    request.once('error', reject)
    request.once('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const { statusCode: status = 500 } = response
        if (status >= 300 && status < 400) return reject(failure('REDIRECT'))
        const text = Buffer.concat(chunks).toString('utf8')
        const given = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const)
        resolve(new Response(text === '' ? null : text, { status, headers: new Headers(given as [string, string][]) }))
      })
    })
    request.end(body)
  })
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/**
 * Fetches a file whose address holds a secret.
 *
 * @param largest in bytes; of more nothing is kept
 * @throws TransportError, also for an answer that is no file
 */
export async function safeDownload(
  address: string,
  largest: number,
  signal: AbortSignal,
): Promise<Uint8Array | 'too-large'> {
  const name = new URL(address).pathname.split('/').at(-1) ?? ''
  try {
    const response = await fetch(address, { redirect: 'error', signal })
    if (!response.ok) throw new TransportError(name, `HTTP_${response.status}`)
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength
      if (size > largest) return 'too-large'
      chunks.push(chunk)
    }
    return new Uint8Array(Buffer.concat(chunks))
  } catch (error) {
    throw error instanceof TransportError ? error : new TransportError(name, codeOf(error))
  }
}

/** Connections are managed here. */
function withoutConnection(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'connection'))
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  if (error.name === 'AbortError') return 'ABORTED'
  // The platform's fetch wraps what the system says.
  const told = 'code' in error ? error : error.cause
  return told instanceof Error && 'code' in told ? String(told.code) : 'UNKNOWN'
}
