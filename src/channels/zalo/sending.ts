import type { StyledText } from '../../answers/zalo.ts'
import { errorFields, type Log } from '../../operations/log.ts'
import type { SharedHold } from '../../operations/store/rates.ts'
import { TransportError } from '../safe-fetch.ts'
import { type ZaloClient, ZaloError, ZaloGatewayError } from './client.ts'

/** Where something is sent. */
interface Target {
  readonly chat: string
  readonly group: boolean
}

/** `dropped`: refused, or nobody knows whether it arrived. After anything but `sent`, what follows a message is not to be sent either. */
type Sending = 'sent' | 'never-arrived' | 'dropped'

export interface Sender {
  /**
   * Sends one message. What may have arrived is not sent again.
   *
   * @throws ZaloError when the token is no longer valid
   */
  send(target: Target, message: StyledText, signal: AbortSignal): Promise<Sending>
  typing(chat: string, signal: AbortSignal): Promise<void>
}

interface Options {
  readonly client: ZaloClient
  readonly log: Log
  /** Told when the plan takes no more messages, and when it does again. */
  quota(usedUp: boolean): void
  /** Told of every message that Zalo took or may have taken. */
  sent(target: Target): Promise<void>
  readonly now: () => number
  /** Where other instances send too: what keeps all of them from sending. */
  readonly shared?: SharedHold
}

/** How long nothing is sent after the plan's messages are used up, in milliseconds: doubled from the first up to the longest. */
const firstHold = 60_000
const longestHold = 3_600_000
/** A hold that would last longer was noted before a clock was set back, in milliseconds. */
const unbelievable = 2 * 24 * 3_600_000
const mostAttempts = 3

/** How every message is sent. Zalo has no key that makes a repeated send harmless, so only what surely did not arrive is repeated. */
export function createSender({ client, log, quota, sent, now, shared }: Options): Sender {
  let heldFrom = 0
  let heldUntil = 0
  let hold = firstHold
  let toldUsedUp = false

  async function attempt(target: Target, { text, styles }: StyledText, signal: AbortSignal): Promise<Sending> {
    for (let attempts = 1, looks = styles; ; attempts++) {
      try {
        await client.sendMessage(
          { chat_id: target.chat, text, ...(looks.length > 0 && { text_styles: looks }) },
          signal,
        )
        return 'sent'
      } catch (error) {
        if (error instanceof ZaloError) {
          if (error.code === 401) throw error
          if (error.code === 429) {
            await holdBack(error)
            return 'dropped'
          }
          log.warn('zalo refused a message', { code: error.code, description: error.description })
          if (error.code === 503) return 'never-arrived'
          // A refused request was not carried out, so the words may go without their looks.
          if (error.code !== 400 || looks.length === 0) return 'dropped'
          looks = []
        } else if (error instanceof TransportError && error.neverArrived) {
          log.warn('zalo did not answer', { code: error.code, attempt: attempts })
          if (attempts >= mostAttempts) return 'never-arrived'
        } else if (error instanceof ZaloGatewayError && error.status === 503) {
          return 'never-arrived'
        } else {
          log.warn('the answer to a message was lost; it is not sent again', { error: String(error) })
          await sent(target)
          return 'dropped'
        }
      }
    }
  }

  /** Not when the clock was set back behind the moment at which the hold began. */
  async function isHeld(): Promise<boolean> {
    if (now() >= heldFrom && now() < heldUntil) return true
    // Without the store nothing is known of the others.
    const ahead = ((await shared?.until().catch(() => 0)) ?? 0) - now()
    if (ahead <= 0 || ahead > unbelievable) return false
    tell(true)
    return true
  }

  function tell(usedUp: boolean): void {
    if (usedUp !== toldUsedUp) quota(usedUp)
    toldUsedUp = usedUp
  }

  async function holdBack({ retryAfter }: ZaloError): Promise<void> {
    const wait = retryAfter === undefined ? hold : retryAfter * 1000
    heldFrom = now()
    heldUntil = heldFrom + wait
    if (retryAfter === undefined) hold = Math.min(longestHold, hold * 2)
    log.error('the messages of the Zalo plan are used up; nothing is sent meanwhile', { seconds: wait / 1000 })
    tell(true)
    await shared?.set(heldUntil).catch((error) => log.warn('hold not shared', errorFields(error)))
  }

  return {
    async send(target, message, signal) {
      if (await isHeld()) {
        log.warn('message not sent: the messages of the Zalo plan are used up')
        return 'dropped'
      }
      const sending = await attempt(target, message, signal)
      if (sending !== 'sent') return sending
      heldUntil = 0
      hold = firstHold
      tell(false)
      await sent(target)
      return sending
    },
    typing: async (chat, signal) => {
      if (!(await isHeld())) await client.sendChatAction(chat, signal)
    },
  }
}
