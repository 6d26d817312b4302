import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import * as z from 'zod'
import type { Inbox } from '../inbox.ts'
import { arrivalOf } from './updates.ts'

/** Largest body that is read, in bytes. */
const largestBody = 1_048_576

/** What must hold of a delivery; that the rest is an update is vouched for by the secret. */
const delivery = z.looseObject({ update_id: z.int().nonnegative() })

/** Takes deliveries from Telegram: a wrong secret goes no further, a right one is answered when the inbox has it. */
export function webhookHandler(secret: string, inbox: Inbox): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return new Response(null, { status: 405 })
    const given = request.headers.get('x-telegram-bot-api-secret-token') ?? ''
    if (!sameText(given, secret)) return new Response(null, { status: 401 })
    const body = await readBody(request)
    if (body === undefined) return new Response(null, { status: 413 })
    const update = parse(body)
    if (!update) return new Response(null, { status: 400 })
    const arrival = arrivalOf(update)
    if (arrival) await inbox.receive([arrival])
    return new Response(null, { status: 200 })
  }
}

/** Compares in a time that tells nothing of the texts, not even their lengths. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** Undefined when it is too large. */
async function readBody(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > largestBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(body: string): Update | undefined {
  try {
    const update: unknown = delivery.parse(JSON.parse(body))
    return update as Update
  } catch {
    return undefined
  }
}
