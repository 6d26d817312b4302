/**
 * A table that is asked with the words of any text. Without a prototype: "constructor" and the like are words too, and must find nothing.
 */
export function wordTable<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  // What `Object.create` gives has no type; it holds the entries and nothing else.
  return Object.assign(Object.create(null) as Record<string, T>, entries)
}
