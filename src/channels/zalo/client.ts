import * as z from 'zod'
import { safeFetch } from '../safe-fetch.ts'

/** How a bot is reached. */
export interface ZaloEndpoint {
  readonly token: string
  /** Such as `https://bot-api.zaloplatforms.com`. */
  readonly apiRoot: string
}

/** Zalo answered that it will not do it. The message never holds the token. */
export class ZaloError extends Error {
  override readonly name = 'ZaloError'
  readonly method: string
  readonly code: number
  readonly description: string
  /** Seconds to wait, when Zalo says so. */
  readonly retryAfter: number | undefined

  constructor(method: string, code: number, description: string, retryAfter?: number) {
    super(`${method}: ${code} ${description}`)
    this.method = method
    this.code = code
    this.description = description
    this.retryAfter = retryAfter
  }
}

/** What came back is no answer of the API: a gateway's page, a cut answer or nothing. Whether the call was done is unknown. */
export class ZaloGatewayError extends Error {
  override readonly name = 'ZaloGatewayError'
  readonly status: number

  constructor(method: string, status: number) {
    super(`${method}: no answer of the API (HTTP ${status})`)
    this.status = status
  }
}

/** A stretch of a text with a look of its own; offsets in UTF-16 units of the text. */
interface TextStyle {
  readonly start: number
  readonly len: number
  /** Style codes, such as `b` and `i`. */
  readonly st: readonly string[]
}

interface OutgoingText {
  readonly chat_id: string
  /** 1 to 2000 UTF-16 units. */
  readonly text: string
  readonly text_styles?: readonly TextStyle[]
}

const account = z.object({
  id: z.coerce.string(),
  account_name: z.string().optional(),
  display_name: z.string().optional(),
  can_join_groups: z.boolean().optional(),
})
export type ZaloAccount = z.infer<typeof account>

const registration = z.object({
  url: z.string(),
  verification: z.object({ ok: z.boolean().optional(), outcome: z.string().optional() }).optional(),
})
/** `verification` tells whether Zalo reached the address; the address is kept even when it did not. */
export type ZaloWebhook = z.infer<typeof registration>

const sent = z.object({ message_id: z.coerce.string() })

const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional(),
  error_code: z.number().optional(),
})

/** The methods of the Zalo Bot Platform that a text bot needs. All throw ZaloError, ZaloGatewayError or TransportError. */
export interface ZaloClient {
  getMe(signal?: AbortSignal): Promise<ZaloAccount>
  /**
   * Waits for what people write. There is no confirmation: what this returns is never delivered again.
   *
   * @param seconds how long Zalo may hold the call
   * @returns an event, a list of events, or undefined when nothing was written
   */
  getUpdates(seconds: number, signal?: AbortSignal): Promise<unknown>
  sendMessage(message: OutgoingText, signal?: AbortSignal): Promise<{ readonly message_id: string }>
  /** Shows that an answer is being written, for some seconds. */
  sendChatAction(chat: string, signal?: AbortSignal): Promise<void>
  /** @param secret 8 to 256 characters that can travel in a header */
  setWebhook(url: string, secret: string, signal?: AbortSignal): Promise<ZaloWebhook>
  /** The address is empty when there is none. */
  getWebhookInfo(signal?: AbortSignal): Promise<ZaloWebhook>
  deleteWebhook(signal?: AbortSignal): Promise<void>
}

/** How much longer than Zalo holds a poll its answer may take, in seconds. */
const pollMargin = 15

/**
 * A thin client of the Zalo Bot Platform. `ok` in the answer is believed, never the HTTP status: failures arrive under 200 too.
 *
 * @param callSeconds longest time for one call
 * @param heard told what time it is at Zalo, as every answer says
 */
export function createZaloClient(
  { token, apiRoot }: ZaloEndpoint,
  { callSeconds = 20, heard }: { readonly callSeconds?: number; readonly heard?: (date: string | null) => void } = {},
): ZaloClient {
  async function call(method: string, fields: object, signal?: AbortSignal, seconds = callSeconds): Promise<unknown> {
    const deadline = AbortSignal.timeout(seconds * 1000)
    const response = await safeFetch(`${apiRoot}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    })
    heard?.(response.headers.get('date'))
    const answer = envelope.safeParse(parseJson(await response.text()))
    if (!answer.success) throw new ZaloGatewayError(method, response.status)
    const { ok, result, error_code: code = response.status, description = '' } = answer.data
    if (ok) return result
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
    throw new ZaloError(method, code, description.replaceAll(token, '***'), Number.isFinite(wait) ? wait : undefined)
  }

  async function read<T>(schema: z.ZodType<T>, method: string, fields: object, signal?: AbortSignal): Promise<T> {
    const result = schema.safeParse(await call(method, fields, signal))
    if (!result.success) throw new ZaloGatewayError(method, 200)
    return result.data
  }

  return {
    getMe: (signal) => read(account, 'getMe', {}, signal),
    async getUpdates(seconds, signal) {
      try {
        return await call('getUpdates', { timeout: seconds }, signal, seconds + pollMargin)
      } catch (error) {
        // This is how a poll ends when nobody wrote.
        if (error instanceof ZaloError && error.code === 408) return undefined
        throw error
      }
    },
    sendMessage: (message, signal) => read(sent, 'sendMessage', message, signal),
    async sendChatAction(chat, signal) {
      await call('sendChatAction', { chat_id: chat, action: 'typing' }, signal)
    },
    setWebhook: (url, secret, signal) => read(registration, 'setWebhook', { url, secret_token: secret }, signal),
    async getWebhookInfo(signal) {
      try {
        return await read(registration, 'getWebhookInfo', {}, signal)
      } catch (error) {
        if (error instanceof ZaloError && error.code === 404) return { url: '' }
        throw error
      }
    },
    async deleteWebhook(signal) {
      await call('deleteWebhook', {}, signal)
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
