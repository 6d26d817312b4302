/**
 * True when the database could not be asked at all, or ended while it was asked: the same may work a moment later. False for what
 * the database understood and refused.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  // Class 08: the connection; 57P: the server ends or starts; 53300: no connection is free. The driver names some only by words.
  return /^(?:08|57P|53300)/.test(code) || networkCodes.has(code) || brokenWords.test(error.message)
}

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
])
const brokenWords =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|not queryable/i

/** The code of a database's or the network's error; of several addresses tried in turn, the first one's. */
export function codeOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error && 'code' in first ? String(first.code) : ''
}
