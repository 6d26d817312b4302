import { createHash, timingSafeEqual } from 'node:crypto'
import { isUnavailable } from '../operations/store/unavailable.ts'

/** Largest body that is read, in bytes. */
const largestBody = 1_048_576

/** Compares in a time that tells nothing of the texts, not even their lengths. */
export function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/**
 * What a platform is told when the inbox takes what it delivers: 503 while the store is away, so that it delivers again.
 *
 * @throws what receiving throws otherwise
 */
export async function confirmed(receiving: Promise<void>): Promise<Response> {
  try {
    await receiving
    return new Response(null, { status: 200 })
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return new Response(null, { status: 503, headers: { 'retry-after': '5' } })
  }
}

/** The body of what a platform delivers; undefined when it is too large. */
export async function readBody(request: Request): Promise<string | undefined> {
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
