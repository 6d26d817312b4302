/**
 * The store could not be asked, or was lost while it was asked: the same may work a moment later. What the database understood and
 * refused is never told by this.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
  /** The database's or the network's own word for it. */
  readonly code: string

  constructor(cause: unknown) {
    super('the store cannot be reached', { cause })
    this.code = codeOf(cause)
  }
}

export function isUnavailable(error: unknown): boolean {
  return error instanceof StoreUnavailable
}

/** The code of a database's or the network's error; of several addresses tried in turn, the first one's. Empty without one. */
export function codeOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error && 'code' in first ? String(first.code) : ''
}
