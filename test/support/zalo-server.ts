import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as z from 'zod'

// What each method of the Zalo Bot Platform takes, as far as the bot uses it: anything else is refused, as a mistake of ours.

const style = z.strictObject({
  start: z.int().nonnegative(),
  len: z.int().positive(),
  st: z.array(z.enum(['b', 'i', 'u', 's', 'f_13', 'f_15', 'f_18', 'f_20'])).min(1),
})
const methods = {
  getMe: z.strictObject({}),
  getUpdates: z.strictObject({ timeout: z.int().nonnegative() }),
  setWebhook: z.strictObject({ url: z.url(), secret_token: z.string().regex(/^[\x21-\x7e]{8,256}$/) }),
  getWebhookInfo: z.strictObject({}),
  deleteWebhook: z.strictObject({}),
  sendMessage: z
    .strictObject({
      chat_id: z.string(),
      text: z
        .string()
        .trim()
        .min(1)
        .max(2000)
        .refine((text) => !/\p{Surrogate}/u.test(text), 'half a character'),
      text_styles: z.array(style).optional(),
    })
    .refine(({ text, text_styles: styles = [] }) => styles.every(({ start, len }) => start + len <= text.length)),
  sendChatAction: z.strictObject({ chat_id: z.string(), action: z.literal('typing') }),
} as const
type Method = keyof typeof methods

/** A message that the bot sent. */
interface Shown {
  readonly chat: string
  readonly text: string
  /** The words that have a look of their own. */
  readonly looks: readonly { readonly codes: readonly string[]; readonly words: string }[]
}

/** What goes wrong with the next call of a method. */
type Fault =
  | { readonly kind: 'refuse'; readonly code: number; readonly description?: string }
  /** Done, but the connection is cut before the answer. */
  | { readonly kind: 'lose-answer' }
  /** Not done; a gateway answers in its own way. */
  | { readonly kind: 'gateway'; readonly status: number; readonly body: string }

interface Person {
  readonly id: string
  readonly name: string
}

interface Variant {
  readonly token?: string
  readonly displayName?: string
  readonly canJoinGroups?: boolean
  /** Failures arrive under their own status instead of 200. */
  readonly mirror?: boolean
  readonly wrapped?: boolean
  readonly listed?: boolean
  /** What the check of a new webhook address is said to have found. */
  readonly verification?: { readonly ok: boolean; readonly outcome: string }
}

/** How long a poll is held when nothing is written, in milliseconds: idle polls end within a test. */
const held = 400

/**
 * A Zalo Bot Platform on this machine that refuses what Zalo refuses. What it refuses by these rules stands in `violations`. As there,
 * what was fetched once is not delivered again, and nothing can be edited.
 */
export async function startZaloServer({
  token = '987654:inventedTokenOfTheTestServer-0123456789',
  displayName = 'Bot Tra Cứu Thử',
  canJoinGroups = true,
  mirror = false,
  wrapped = false,
  listed = false,
  verification = { ok: true, outcome: 'webhook.ok' },
}: Variant = {}) {
  const calls: { readonly method: string; readonly ok: boolean }[] = []
  const violations: string[] = []
  const shown: Shown[] = []
  const faults: { method: Method; fault: Fault }[] = []
  const known = new Set<string>()
  const watchers = new Set<() => void>()
  const queue: object[] = []
  let polls = 0
  let ids = 0
  let webhook: { url: string; secret: string } | undefined
  const changed = () => {
    for (const watcher of [...watchers]) watcher()
  }

  /** Resolves with the first truthy value of the test, asked anew after everything that happens. */
  function until<T>(test: () => T | undefined | false, what = 'what was waited for', limit = 45_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = (finish: () => void) => {
        clearTimeout(timer)
        watchers.delete(look)
        finish()
      }
      const timer = setTimeout(
        () => end(() => reject(new Error(`not within ${limit} ms: ${what}; violations: ${violations.join('; ')}`))),
        limit,
      )
      const look = () => {
        const value = test()
        if (value) end(() => resolve(value))
      }
      watchers.add(look)
      look()
    })
  }

  class Refusal extends Error {
    readonly code: number
    constructor(code: number, description: string) {
      super(description)
      this.code = code
    }
  }
  const mistake = (what: string) => {
    violations.push(what)
    return new Refusal(400, 'Bad Request')
  }

  async function fetched(gone: Promise<void>): Promise<unknown> {
    if (webhook) throw mistake('getUpdates while a webhook is set')
    if (polls > 0) throw mistake('two polls at once')
    polls++
    let isGone = false
    void gone.then(() => {
      isGone = true
    })
    if (queue.length === 0) await Promise.race([until(() => queue.length > 0, 'an event', held).catch(() => {}), gone])
    // A bot that was killed is noticed a turn later; what is written right then is not for its poll.
    for (let turn = 0; turn < 2; turn++) await new Promise(setImmediate)
    polls--
    const event = isGone ? undefined : queue.shift()
    if (!event) throw new Refusal(408, 'Request timeout')
    return listed ? [event] : event
  }

  async function answer(method: string, parameters: unknown, gone: Promise<void>): Promise<unknown> {
    const rules = methods[method as Method]
    if (!rules) throw mistake(`unknown method ${method}`)
    const parsed = rules.safeParse(parameters)
    if (!parsed.success) throw mistake(`${method}: ${parsed.error.message}`)
    switch (method as Method) {
      case 'getMe':
        return {
          id: '1459232241454765289',
          account_name: 'bot.ThuNghiem',
          account_type: 'BASIC',
          can_join_groups: canJoinGroups,
          display_name: displayName,
        }
      case 'getUpdates':
        return fetched(gone)
      case 'setWebhook': {
        const { url, secret_token: secret } = parsed.data as z.infer<(typeof methods)['setWebhook']>
        webhook = { url, secret }
        const probe = await fetch(url, { method: 'POST' })
        if (probe.status !== 200) violations.push(`the check of the address was answered ${probe.status}`)
        return { url, updated_at: Date.now(), verification }
      }
      case 'getWebhookInfo':
        if (!webhook) throw new Refusal(404, 'Not Found')
        return { url: webhook.url }
      case 'deleteWebhook':
        if (!webhook) throw mistake('no webhook to delete')
        webhook = undefined
        return { url: '' }
      case 'sendMessage': {
        const {
          chat_id: chat,
          text,
          text_styles: styles = [],
        } = parsed.data as z.infer<(typeof methods)['sendMessage']>
        if (!known.has(chat)) throw mistake('nobody wrote there first')
        const looks = styles.map(({ start, len, st }) => ({ codes: st, words: text.slice(start, start + len) }))
        shown.push({ chat, text, looks })
        return { message_id: `m${++ids}`, date: Date.now() }
      }
      case 'sendChatAction':
        return undefined
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
    const gone = new Promise<void>((resolve) => response.once('close', resolve))
    const at = faults.findIndex((fault) => fault.method === method)
    const fault = at >= 0 ? faults.splice(at, 1)[0]!.fault : undefined
    if (fault?.kind === 'gateway') {
      calls.push({ method, ok: false })
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end(fault.body)
      return changed()
    }
    let body: { readonly ok: boolean; readonly [field: string]: unknown }
    try {
      if (given !== token) throw new Refusal(401, 'Unauthorized')
      if (fault?.kind === 'refuse') throw new Refusal(fault.code, fault.description ?? 'refused by the test')
      if (request.method !== 'POST') throw mistake(`${method} by ${request.method}`)
      const result = await answer(method, JSON.parse(Buffer.concat(chunks).toString()), gone)
      body = { ok: true, error_code: 0, ...(result !== undefined && { result }) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      body = { ok: false, error_code: error.code, description: error.message }
    }
    calls.push({ method, ok: body.ok })
    if (fault?.kind === 'lose-answer') request.socket.destroy()
    else {
      const status = mirror && !body.ok ? Number(body.error_code) : 200
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    changed()
  }

  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  /** Queues an event, or delivers it to the webhook and resolves with its status. */
  async function deliver(event: object): Promise<number> {
    if (!webhook) {
      queue.push(event)
      changed()
      return 0
    }
    const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': webhook.secret }
    const body = JSON.stringify(wrapped ? { ok: true, result: event } : event)
    return (await fetch(webhook.url, { method: 'POST', headers, body })).status
  }

  function event(person: Person, kind: string, fields: object, group?: { readonly id: string }) {
    known.add(group?.id ?? person.id)
    return {
      event_name: `message.${kind}.received`,
      message: {
        date: Date.now(),
        chat: group ? { chat_type: 'GROUP', id: group.id } : { chat_type: 'PRIVATE', id: person.id },
        message_id: `e${++ids}`,
        from: { id: person.id, is_bot: false, display_name: person.name },
        ...fields,
      },
    }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    token,
    displayName,
    calls,
    violations,
    shown,
    until,
    deliver,
    event,
    webhook: () => webhook,
    setWebhook: (url: string) => {
      webhook = { url, secret: 'from-an-earlier-life' }
    },
    person: (name = 'An'): Person => ({ id: `p${++ids}`, name }),
    group: () => ({ id: `zgr-${++ids}` }),
    say(person: Person, text: string, group?: { readonly id: string }) {
      const said = event(person, 'text', { text }, group)
      void deliver(said)
      return said
    },
    fail(method: Method, fault: Fault): void {
      faults.push({ method, fault })
    },
    /** Nothing that was to go wrong goes wrong any more. */
    heal: () => void faults.splice(0),
    /** What the bot shows in a chat, oldest first. */
    screen: (chat: { readonly id: string }) => shown.filter((one) => one.chat === chat.id),
    /** The next message in a chat after those that stand there now. */
    next(chat: { readonly id: string }): Promise<Shown> {
      const before = shown.filter((one) => one.chat === chat.id).length
      return until(() => shown.filter((one) => one.chat === chat.id)[before], 'a message')
    },
    /** Takes no connection until `back`. */
    async leave(): Promise<void> {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
    back: () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve)),
    async stop(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type ZaloServer = Awaited<ReturnType<typeof startZaloServer>>
