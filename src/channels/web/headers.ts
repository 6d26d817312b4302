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

/**
 * Headers of every response.
 *
 * @param publicUrl address people reach the page by; over https browsers are told to stay on it
 */
export function securityHeaders(publicUrl: string | undefined): ReadonlyMap<string, string> {
  const all = new Map(headers)
  if (publicUrl?.startsWith('https:')) all.set('strict-transport-security', 'max-age=31536000')
  return all
}
