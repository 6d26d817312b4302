import type { MiddlewareHandler } from 'hono'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Questions stand in the address of an answer page, so no address is ever told to another site. */
const headers: readonly (readonly [string, string])[] = [
  ['content-security-policy', contentSecurityPolicy],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()'],
]

/** @param publicUrl address people reach the page by; over https browsers are told to stay on it */
export function securityHeaders(publicUrl: string | undefined): MiddlewareHandler {
  const all = publicUrl?.startsWith('https:')
    ? [...headers, ['strict-transport-security', 'max-age=31536000'] as const]
    : headers
  return async (context, next) => {
    await next()
    for (const [name, value] of all) context.res.headers.set(name, value)
  }
}
