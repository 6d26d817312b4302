import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Message, Update, User } from 'grammy/types'
import { type Method, methods, type Parameters } from './telegram-rules.ts'

/** A person or chat of the server. */
export interface Person extends User {
  is_bot: false
}
export interface Group {
  readonly id: number
  readonly title: string
  readonly admins: ReadonlySet<number>
  readonly forum: boolean
}

/** A message of the bot as people see it. */
export interface Shown {
  readonly chat: number
  readonly id: number
  readonly text: string
  readonly looks: readonly { readonly type: string; readonly words: string }[]
  readonly buttons: readonly {
    readonly text: string
    readonly callback_data?: string
    readonly url?: string
    readonly copy_text?: { text: string }
  }[]
  readonly replyTo?: number
  readonly topic?: number
  readonly silent: boolean
  readonly preview: boolean
  readonly edits: number
}

interface Call {
  readonly method: Method
  readonly parameters: Record<string, unknown>
  readonly ok: boolean
}

/** What goes wrong with the next call of a method. */
type Fault =
  | { readonly kind: 'refuse'; readonly code: number; readonly description: string; readonly parameters?: object }
  /** Done, but the connection is cut before the answer. */
  | { readonly kind: 'lose-answer' }
  /** Done once `until` resolves. */
  | { readonly kind: 'hold'; readonly until: Promise<void> }

const second = () => Math.floor(Date.now() / 1000)

/**
 * A Bot API server on this machine that refuses what Telegram refuses: unknown methods and parameters, texts and buttons that are
 * too long, queries answered twice, messages of others edited. What it refuses by these rules stands in `violations`.
 */
export async function startTelegramServer({
  username = 'thu_nghiem_bot',
  token = '7654321:AAinventedTokenOfTheTestServer_0123456',
} = {}) {
  const me = {
    id: 7654321,
    is_bot: true,
    first_name: 'Thử nghiệm',
    username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
  }
  const calls: Call[] = []
  const violations: string[] = []
  const shown: Shown[] = []
  const faults: { method: Method; fault: Fault }[] = []
  const answered = new Map<string, Record<string, unknown>>()
  const people = new Map<number, Person>()
  const groups = new Map<number, Group>()
  const closed = new Set<number>()
  const wrote = new Set<number>()
  const told = new Map<string, unknown>()
  const watchers = new Set<() => void>()
  const inHand: string[] = []
  const files = new Map<string, { readonly bytes: Uint8Array; readonly size: number }>()
  let queue: Update[] = []
  let ids = 1000
  let webhook: { url: string; secret: string } | undefined
  const changed = () => {
    for (const watcher of [...watchers]) watcher()
  }

  /** Resolves with the first truthy value of the test, asked anew after everything that happens. */
  function until<T>(test: () => T | undefined | false, what = 'what was waited for', limit = 45_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => end(() => reject(new Error(`not within ${limit} ms: ${what}; violations: ${violations.join('; ')}`))),
        limit,
      )
      const end = (finish: () => void) => {
        clearTimeout(timer)
        watchers.delete(look)
        finish()
      }
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
    readonly parameters: object | undefined
    constructor(code: number, description: string, parameters?: object) {
      super(description)
      this.code = code
      this.parameters = parameters
    }
  }
  /** A mistake of the bot. */
  const mistake = (what: string) => {
    violations.push(what)
    return new Refusal(400, `Bad Request: ${what}`)
  }

  function requireOpen(chat: number) {
    if (closed.has(chat)) throw new Refusal(403, 'Forbidden: bot was blocked by the user')
    if (!people.has(chat) && !groups.has(chat)) throw new Refusal(400, 'Bad Request: chat not found')
  }

  function show({
    chat_id,
    text,
    entities = [],
    reply_markup,
    link_preview_options,
  }: Omit<Parameters<'editMessageText'>, 'message_id'>) {
    return {
      chat: chat_id,
      text,
      looks: entities.map(({ type, offset, length }) => ({ type, words: text.slice(offset, offset + length) })),
      buttons: reply_markup?.inline_keyboard.flat() ?? [],
      preview: !link_preview_options?.is_disabled,
    }
  }

  const named = (scope: Parameters<'setMyCommands'>['scope']) =>
    scope.type === 'chat' ? `chat:${scope.chat_id}` : scope.type

  const results: { [M in Method]?: (parameters: Parameters<M>) => unknown } = {
    getMe: () => me,
    setWebhook: ({ url, secret_token }) => {
      webhook = { url, secret: secret_token }
      return true
    },
    getMyCommands: ({ scope }) => told.get(named(scope)) ?? [],
    setMyCommands: ({ scope, commands }) => {
      // A private chat begins with what the person writes.
      if (scope.type === 'chat' && !wrote.has(scope.chat_id)) throw new Refusal(400, 'Bad Request: chat not found')
      return Boolean(told.set(named(scope), commands))
    },
    getMyDescription: () => ({ description: told.get('description') ?? '' }),
    setMyDescription: ({ description }) => Boolean(told.set('description', description)),
    getMyShortDescription: () => ({ short_description: told.get('short') ?? '' }),
    setMyShortDescription: ({ short_description }) => Boolean(told.set('short', short_description)),
    sendMessage: (parameters) => {
      const { chat_id, disable_notification, message_thread_id: topic, reply_parameters } = parameters
      requireOpen(chat_id)
      if (topic !== undefined && !groups.get(chat_id)?.forum) throw mistake('message thread not found')
      const message: Shown = {
        ...show(parameters),
        id: ++ids,
        silent: disable_notification ?? false,
        edits: 0,
        ...(topic !== undefined && { topic }),
        ...(reply_parameters && { replyTo: reply_parameters.message_id }),
      }
      shown.push(message)
      return { message_id: message.id, date: second(), chat: { id: chat_id, type: 'private' }, text: message.text }
    },
    editMessageText: (parameters) => {
      const { chat_id, message_id } = parameters
      requireOpen(chat_id)
      const at = shown.findIndex(({ chat, id }) => chat === chat_id && id === message_id)
      const old = shown[at]
      if (!old) throw mistake('message to edit not found')
      const next = { ...old, ...show(parameters) }
      if (JSON.stringify(next) === JSON.stringify(old))
        throw new Refusal(400, 'Bad Request: message is not modified: the same')
      shown[at] = { ...next, edits: old.edits + 1 }
      return true
    },
    deleteMessage: ({ chat_id, message_id }) => {
      const at = shown.findIndex(({ chat, id }) => chat === chat_id && id === message_id)
      if (at < 0) throw mistake('message to delete not found')
      shown.splice(at, 1)
      return true
    },
    answerCallbackQuery: ({ callback_query_id: id, text }) => answerOnce(id, { text }),
    answerInlineQuery: ({ inline_query_id: id, ...answer }) => answerOnce(id, answer),
    getChatMember: ({ chat_id, user_id }) => ({
      status: groups.get(chat_id)?.admins.has(user_id) ? 'administrator' : 'member',
      user: people.get(user_id),
    }),
    getFile: ({ file_id: id }) => {
      const file = files.get(id)
      if (!file) throw mistake('wrong file_id or the file is temporarily unavailable')
      if (file.size > 20 * 1024 * 1024) throw new Refusal(400, 'Bad Request: file is too big')
      return { file_id: id, file_unique_id: id, file_size: file.size, file_path: `documents/${id}` }
    },
    leaveChat: ({ chat_id }) => {
      requireOpen(chat_id)
      closed.add(chat_id)
      return true
    },
  }

  function answerOnce(id: string, answer: Record<string, unknown>) {
    if (answered.has(id)) throw mistake('query is too old and response timeout expired or query ID is invalid')
    answered.set(id, answer)
    return true
  }

  async function updatesFrom({ offset, timeout }: Parameters<'getUpdates'>, gone: Promise<void>): Promise<Update[]> {
    if (webhook) throw mistake('getUpdates while a webhook is set')
    queue = queue.filter(({ update_id: id }) => id >= offset)
    if (queue.length === 0 && timeout > 0) {
      await Promise.race([until(() => queue.length > 0, 'an update', timeout * 1000).catch(() => {}), gone])
    }
    return queue.slice(0, 100)
  }

  async function answer(method: string, parameters: unknown, gone: Promise<void>): Promise<unknown> {
    const rules = methods[method as Method]
    if (!rules) throw mistake(`unknown method ${method}`)
    const parsed = rules.safeParse(parameters)
    if (!parsed.success) throw mistake(`${method}: ${parsed.error.message}`)
    if (method === 'getUpdates') return updatesFrom(parsed.data as Parameters<'getUpdates'>, gone)
    // The table holds for each method the function for its own parameters.
    return (results[method as Method] as ((parameters: unknown) => unknown) | undefined)?.(parsed.data) ?? true
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const [, holder, path = ''] = /^\/file\/bot([^/]+)\/documents\/([\w.-]+)$/.exec(request.url ?? '') ?? []
    const file = holder === token ? files.get(path) : undefined
    if (request.url?.startsWith('/file/')) {
      response.writeHead(file ? 200 : 404).end(file?.bytes)
      return
    }
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
    const gone = new Promise<void>((resolve) => response.once('close', resolve))
    const parameters: Record<string, unknown> = JSON.parse(Buffer.concat(chunks).toString() || '{}')
    const at = faults.findIndex((fault) => fault.method === method)
    const fault = at >= 0 ? faults.splice(at, 1)[0]!.fault : undefined
    inHand.push(method)
    changed()
    let body: Record<string, unknown>
    try {
      if (given !== token) throw new Refusal(401, 'Unauthorized')
      if (fault?.kind === 'refuse') throw new Refusal(fault.code, fault.description, fault.parameters)
      if (fault?.kind === 'hold') await fault.until
      body = { ok: true, result: await answer(method, parameters, gone) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      body = {
        ok: false,
        error_code: error.code,
        description: error.message,
        ...(error.parameters && { parameters: error.parameters }),
      }
    }
    inHand.splice(inHand.indexOf(method), 1)
    if (method !== 'getUpdates') calls.push({ method: method as Method, parameters, ok: body.ok === true })
    if (fault?.kind === 'lose-answer') request.socket.destroy()
    else {
      const code = body.ok === true ? 200 : Number(body.error_code)
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    changed()
  }

  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  let updateIds = 500_000_000
  /** Queues an update, or delivers it to the webhook and resolves with its status. */
  async function deliver(content: Omit<Update, 'update_id'>, id = ++updateIds): Promise<number> {
    const update = { update_id: id, ...content } as Update
    if (!webhook) {
      queue.push(update)
      changed()
      return 0
    }
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhook.secret }
    return (await fetch(webhook.url, { method: 'POST', headers, body: JSON.stringify(update) })).status
  }

  function message(
    person: Person,
    text: string,
    { group, ...more }: { group?: Group } & Partial<Message> = {},
  ): Message {
    const chat = group
      ? {
          id: group.id,
          type: 'supergroup' as const,
          title: group.title,
          ...(group.forum && { is_forum: true as const }),
        }
      : { id: person.id, type: 'private' as const, first_name: person.first_name }
    if (!group) wrote.add(person.id)
    const base = { message_id: ++ids, from: person, chat, date: second(), text, entities: entitiesOf(text) }
    return { ...base, ...more } as Message
  }

  return {
    url: `http://127.0.0.1:${port}`,
    token,
    me,
    calls,
    violations,
    shown,
    told,
    until,
    deliver,
    message,
    webhook: () => webhook,
    /** Updates that the bot has not confirmed. */
    waiting: () => queue.length,
    /** Calls of a method that are not answered yet. */
    inHand: (method: Method) => inHand.filter((one) => one === method).length,
    closed,
    person(name = 'An'): Person {
      const person: Person = { id: ++ids, is_bot: false, first_name: name }
      people.set(person.id, person)
      return person
    },
    group({ admins = [] as readonly Person[], forum = false } = {}): Group {
      const group = {
        id: -1_000_000_000_000 - ++ids,
        title: 'Họp giao ban',
        admins: new Set(admins.map(({ id }) => id)),
        forum,
      }
      groups.set(group.id, group)
      return group
    },
    /** A person writes; `group` and any field of the message can be given. */
    say(person: Person, text: string, more: { group?: Group } & Partial<Message> = {}): Message {
      const said = message(person, text, more)
      void deliver({ message: said } as Update)
      return said
    },
    /** A person sends a file; `size` is what Telegram says of it. */
    send(person: Person, name: string, bytes: Uint8Array, { size = bytes.length, ...more } = {}): Message {
      const id = `file_${++ids}`
      files.set(id, { bytes, size })
      const document = { file_id: id, file_unique_id: id, file_name: name, file_size: size }
      const { text: _text, entities: _entities, ...said } = message(person, '', { document, ...more })
      void deliver({ message: said } as Update)
      return said as Message
    },
    edit(said: Message, text: string): void {
      const edited = { ...said, text, entities: entitiesOf(text), edit_date: second() }
      void deliver({ edited_message: edited } as unknown as Update)
    },
    /** A person presses a button; resolves with the answer to the press. */
    press(
      person: Person,
      { chat, id: message_id, text, topic }: Shown,
      data: string,
    ): Promise<Record<string, unknown>> {
      const id = String(++ids)
      const group = groups.get(chat)
      const shownIn = group ? { id: chat, type: 'supergroup', title: group.title } : { id: chat, type: 'private' }
      const pressed = {
        message_id,
        chat: shownIn,
        date: second(),
        text,
        ...(topic && { message_thread_id: topic, is_topic_message: true }),
      }
      void deliver({
        callback_query: { id, from: person, message: pressed, data, chat_instance: '1' },
      } as unknown as Update)
      return until(() => answered.get(id), 'an answer to the button')
    },
    /** A person types after the bot's name; resolves with the answer. */
    type(person: Person, query: string, offset = ''): Promise<Parameters<'answerInlineQuery'>> {
      const id = String(++ids)
      void deliver({ inline_query: { id, from: person, query, offset } } as Update)
      return until(() => answered.get(id), `results for “${query}”`) as Promise<Parameters<'answerInlineQuery'>>
    },
    /** The bot's status in a chat changes. */
    member(chat: Person | Group, by: Person, status: 'member' | 'left' | 'kicked' | 'administrator'): void {
      const where =
        'title' in chat ? { id: chat.id, type: 'supergroup', title: chat.title } : { id: chat.id, type: 'private' }
      const change = {
        chat: where,
        from: by,
        date: second(),
        old_chat_member: { user: me, status: 'left' },
        new_chat_member: { user: me, status },
      }
      void deliver({ my_chat_member: change } as unknown as Update)
    },
    fail(method: Method, fault: Fault): void {
      faults.push({ method, fault })
    },
    /** Nothing that was to go wrong goes wrong any more. */
    heal: () => void faults.splice(0),
    /** What the bot shows in a chat, oldest first. */
    screen: (chat: { readonly id: number }) => shown.filter((one) => one.chat === chat.id),
    /** The next message in a chat after those that stand there now. */
    next(chat: { readonly id: number }): Promise<Shown> {
      const known = new Set(shown.map(({ id }) => id))
      return until(() => shown.find((one) => one.chat === chat.id && !known.has(one.id)), 'a message')
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

export type TelegramServer = Awaited<ReturnType<typeof startTelegramServer>>

/** What Telegram finds in a text by itself: commands at the start and mentions. */
function entitiesOf(text: string) {
  const command = /^\/\w+(?:@\w+)?/.exec(text)?.[0]
  const mentions = [...text.matchAll(/(?<=^|\s)@\w+/g)].map((match) => ({
    type: 'mention',
    offset: match.index,
    length: match[0].length,
  }))
  return command ? [{ type: 'bot_command', offset: 0, length: command.length }, ...mentions] : mentions
}
