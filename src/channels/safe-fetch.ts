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

const neverArrived = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

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

/**
 * The platform's fetch, whose errors give no secret away. The body is read whole before it resolves, so that a broken answer fails here too.
 *
 * @throws TransportError
 */
export async function safeFetch(address: string, request: SafeRequest): Promise<Response> {
  const { signal, headers, ...rest } = request
  const abort = new AbortController()
  const onAbort = () => abort.abort()
  if (signal?.aborted) onAbort()
  signal?.addEventListener('abort', onAbort)
  try {
    const response = await fetch(address, {
      ...rest,
      ...(headers && { headers: withoutConnection(headers) }),
      redirect: 'error',
      signal: abort.signal,
    })
    const text = await response.text()
    return new Response(text === '' ? null : text, { status: response.status, headers: response.headers })
  } catch (error) {
    throw new TransportError(new URL(address).pathname.split('/').at(-1) ?? '', codeOf(error))
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
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

/** The platform's fetch manages connections itself and refuses the header. */
function withoutConnection(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'connection'))
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  if (error.name === 'AbortError') return 'ABORTED'
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'UNKNOWN'
}
