/** How many texts are remembered; a document has some hundred sentences. */
const limit = 1000

/** Reads each text once, however many rules ask: what is read is a value and depends on the text alone. */
export function readOnce<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= limit) known.clear()
    const found = read(text)
    known.set(text, found)
    return found
  }
}
