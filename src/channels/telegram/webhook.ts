import type { Update } from 'grammy/types'
import * as z from 'zod'
import { confirmed, readBody, sameText } from '../delivery.ts'
import type { Inbox } from '../inbox.ts'
import { arrivalOf } from './updates.ts'

/** What must hold of a delivery; that the rest is an update is vouched for by the secret. */
const delivery = z.looseObject({ update_id: z.int().nonnegative() })

/** Takes deliveries from Telegram: a wrong secret goes no further, a right one is answered when the inbox has it. */
export function webhookHandler(secret: string, inbox: Pick<Inbox, 'receive'>): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return new Response(null, { status: 405 })
    const given = request.headers.get('x-telegram-bot-api-secret-token') ?? ''
    if (!sameText(given, secret)) return new Response(null, { status: 401 })
    const body = await readBody(request)
    if (body === undefined) return new Response(null, { status: 413 })
    const update = parse(body)
    if (!update) return new Response(null, { status: 400 })
    const arrival = arrivalOf(update)
    return confirmed(inbox.receive(arrival ? [arrival] : []))
  }
}

function parse(body: string): Update | undefined {
  try {
    const update: unknown = delivery.parse(JSON.parse(body))
    return update as Update
  } catch {
    return undefined
  }
}
