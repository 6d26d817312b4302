import { setTimeout as sleep } from 'node:timers/promises'
import { HttpError, type Transformer } from 'grammy'
import type { ApiError } from 'grammy/types'
import type { Log } from '../../operations/log.ts'
import type { Chats } from '../../operations/store/chats.ts'
import { TransportError } from '../safe-fetch.ts'

interface Options {
  readonly chats: Chats
  readonly log: Log
  /** Milliseconds since any moment; not the time of day, which can be set back while a chat is held. */
  readonly now?: () => number
}

/** Longest wait that a flood limit may ask for, in milliseconds: more does not fit the time of one task. */
const longestWait = 25_000
/** An inline or callback query is dead before a longer wait is over. */
const longestQueryWait = 3_000
const mostFloods = 2
/** How much longer others wait for a held chat than the call that was refused, in milliseconds: it goes first. */
const courtesy = 100
const mostRepeats = 3

type Payload = Record<string, unknown>
type Signal = { readonly aborted: boolean } | undefined

/**
 * How every call is made: flood limits are obeyed and hold the whole chat; what failed is repeated only when that cannot double a
 * message; markup that is refused is left out; a chat that cannot be reached is marked; a group that moved is followed.
 */
export function sendingRules({ chats, log, now = () => performance.now() }: Options): Transformer {
  const heldUntil = new Map<string, number>()
  const held = async (chat: string, extra: number, signal: Signal) => {
    for (let until = heldUntil.get(chat); until !== undefined; until = heldUntil.get(chat)) {
      const wait = until - now()
      if (wait <= 0) heldUntil.delete(chat)
      else await pause(wait + extra, signal)
    }
  }

  return async (call, method, payload, signal) => {
    // Payloads are plain objects; which fields they have depends on the method.
    let fields: Payload = { ...(payload as Payload) }
    let floods = 0
    let repeats = 0
    let followed = false
    for (;;) {
      const chat = chatOf(fields)
      if (chat !== undefined) {
        // Without the store nothing is known of the chat, and it may be tried.
        if (writes(method) && (await chats.isUnreachable(chat).catch(() => false))) return unreachable
        await held(chat, floods > 0 ? 0 : courtesy, signal)
      }
      let response: Awaited<ReturnType<typeof call<typeof method>>>
      try {
        response = await call(method, fields as typeof payload, signal)
      } catch (error) {
        const failure = error instanceof HttpError ? error.error : error
        const safe = repeatable(method) || (failure instanceof TransportError && failure.neverArrived)
        const code = failure instanceof TransportError ? failure.code : 'UNCLEAR'
        log.warn('telegram did not answer', { method, code, attempt: repeats + 1 })
        if (!safe || signal?.aborted || ++repeats >= mostRepeats) throw error
        await pause(500 * 2 ** repeats, signal)
        continue
      }
      if (response.ok) return response
      log.info('telegram refused', { method, code: response.error_code, description: response.description })
      const reaction = reactionTo(response, method)
      // What was to be done is done; nobody reads the result of these methods.
      if (reaction.kind === 'fine') return { ok: true, result: true as never }
      if (reaction.kind === 'wait') {
        if (chat !== undefined) heldUntil.set(chat, now() + reaction.milliseconds)
        const longest = /^answer/.test(method) ? longestQueryWait : longestWait
        if (++floods > mostFloods || reaction.milliseconds > longest) return response
        await pause(reaction.milliseconds, signal)
      } else if (reaction.kind === 'repeat' && repeatable(method) && ++repeats < mostRepeats) {
        await pause(500 * 2 ** repeats, signal)
      } else if (reaction.kind === 'plain' && ('entities' in fields || 'reply_markup' in fields)) {
        log.error('telegram refused our markup', { method, description: response.description })
        const { entities: _entities, reply_markup: _markup, ...plain } = fields
        fields = plain
      } else if (reaction.kind === 'follow' && chat !== undefined && !followed) {
        followed = true
        await chats.move(chat, String(reaction.chat))
        // Messages have other numbers in the new chat.
        const { reply_parameters: _reply, message_thread_id: _thread, ...rest } = fields
        fields = { ...rest, chat_id: reaction.chat }
      } else {
        if (reaction.kind === 'gone' && chat !== undefined && writes(method)) await chats.setUnreachable(chat, true)
        return response
      }
    }
  }
}

type Reaction =
  | { readonly kind: 'fine' | 'plain' | 'repeat' | 'gone' | 'final' }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'follow'; readonly chat: number }

function reactionTo({ error_code: code, description, parameters }: ApiError, method: string): Reaction {
  if (code === 429) return { kind: 'wait', milliseconds: (parameters?.retry_after ?? 1) * 1000 }
  if (code >= 500) return { kind: 'repeat' }
  if (code === 403) return { kind: 'gone' }
  if (code !== 400) return { kind: 'final' }
  if (parameters?.migrate_to_chat_id !== undefined) return { kind: 'follow', chat: parameters.migrate_to_chat_id }
  if (/message is not modified/.test(description)) return { kind: 'fine' }
  if (/^answer/.test(method) && /query is too old|query ID is invalid/.test(description)) return { kind: 'fine' }
  if (/entit|BUTTON_|keyboard|reply markup/i.test(description)) return { kind: 'plain' }
  return { kind: 'final' }
}

const unreachable: ApiError = { ok: false, error_code: 403, description: 'Forbidden: chat is marked unreachable' }

function chatOf({ chat_id: chat }: Payload): string | undefined {
  return chat === undefined ? undefined : String(chat)
}

/** Calls that put something before people. */
function writes(method: string): boolean {
  return /^(?:send|edit|delete)/.test(method)
}

/** Calls that do the same when they are made twice. */
function repeatable(method: string): boolean {
  return !/^(?:send|forward|copy)/.test(method) || method === 'sendChatAction'
}

async function pause(milliseconds: number, signal: Signal): Promise<void> {
  if (milliseconds <= 0) return
  // grammY passes on the platform's own signal, under another library's type.
  await sleep(milliseconds, undefined, signal ? { signal: signal as AbortSignal } : {})
}
