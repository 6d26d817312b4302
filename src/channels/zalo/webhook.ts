import { confirmed, readBody, sameText } from '../delivery.ts'
import type { Inbox } from '../inbox.ts'
import { arrivalOf, readEvents } from './updates.ts'

/**
 * Takes deliveries from Zalo: a wrong secret goes no further, a right one is answered when the inbox has it. When an address is set,
 * Zalo tries it with an empty body, perhaps without the secret; that is answered and does nothing.
 */
export function webhookHandler(secret: string, inbox: Pick<Inbox, 'receive'>): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return new Response(null, { status: 405 })
    const known = sameText(request.headers.get('x-bot-api-secret-token') ?? '', secret)
    const body = await readBody(request)
    if (body === undefined) return new Response(null, { status: 413 })
    if (body === '') return new Response(null, { status: 200 })
    if (!known) return new Response(null, { status: 401 })
    const events = parse(body)
    if (!events) return new Response(null, { status: 400 })
    return confirmed(inbox.receive(events.map(arrivalOf)))
  }
}

function parse(body: string) {
  try {
    return readEvents(JSON.parse(body))
  } catch {
    return undefined
  }
}
