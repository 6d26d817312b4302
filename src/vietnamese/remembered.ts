/** Texts longer than this are read once, when a document is; shorter ones come again and again within one question. */
const longestRemembered = 2000

/**
 * A reading of a text that keeps what it found in the texts read last, oldest forgotten first: one question is looked at by many rules.
 * What is returned is shared and must not be changed.
 *
 * @param most texts kept
 */
export function remembered<T>(read: (text: string) => T, most = 500): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > longestRemembered) return read(text)
    const found = known.get(text)
    if (found !== undefined) return found
    const value = read(text)
    if (known.size >= most)
      for (const oldest of known.keys()) {
        known.delete(oldest)
        if (known.size < most) break
      }
    known.set(text, value)
    return value
  }
}
