import { deserialize, serialize } from 'node:v8'
import type { Fact } from '../facts/fact.ts'
import { factsOf } from '../facts/ledger.ts'
import { type CorpusEntry, entryOf } from '../library/corpus.ts'
import type { Block, Document, Passage } from '../library/document.ts'
import { placesNamed, rememberPlaces } from '../library/places-named.ts'
import { type TermCounts, termCountsOf } from '../search/rarity.ts'

/** All that is read from one document: nothing in it depends on the documents beside it, so it stays while they come and go. */
export interface Volume extends CorpusEntry {
  readonly facts: readonly Fact[]
  readonly terms: TermCounts
}

/** Reads a document. Takes about half a second for fifty pages, so it is done in a worker thread. */
export function volumeOf(document: Document): Volume {
  const entry = entryOf(document)
  // Read here, so that no question has to wait for it.
  placesNamed(document)
  return { ...entry, facts: factsOf(document), terms: termCountsOf(entry.passages) }
}

/** Items in one part: a part is taken in within a few milliseconds. */
const partLength = 400

/** The first part; the others hold blocks, passages, facts and terms, each by the list they belong to. */
interface Cover {
  readonly digest: string
  readonly document: Omit<Document, 'blocks'>
  readonly places: readonly string[]
  readonly termPassages: number
}

type List =
  | { readonly blocks: readonly Block[] }
  | { readonly passages: readonly Omit<Passage, 'document'>[] }
  | { readonly facts: readonly Fact[] }
  | { readonly terms: readonly (readonly [string, number])[] }
  | { readonly folded: readonly (readonly [string, number])[] }

/** A volume as bytes, for another thread or a file: in parts, so that the thread that takes them in is never held for long. */
export function partsOf({ digest, document, passages, facts, terms }: Volume): Uint8Array[] {
  const { blocks, ...rest } = document
  const cover: Cover = { digest, document: rest, places: placesNamed(document), termPassages: terms.passages }
  const spans = passages.map(({ document: _own, ...span }) => span)
  const lists: List[] = [
    ...cut(blocks).map((blocks) => ({ blocks })),
    ...cut(spans).map((passages) => ({ passages })),
    ...cut(facts).map((facts) => ({ facts })),
    ...cut([...terms.terms]).map((terms) => ({ terms })),
    ...cut([...terms.folded]).map((folded) => ({ folded })),
  ]
  return [cover, ...lists].map((part) => serialize(part))
}

/** The document of a volume without its blocks: for whoever needs its metadata and text alone. */
export function coverOf(parts: readonly Uint8Array[]): Document {
  return { ...(deserialize(parts[0]!) as Cover).document, blocks: [] }
}

/**
 * @param parts as `partsOf` made them
 * @param turn awaited between the parts
 */
export async function volumeOfParts(parts: readonly Uint8Array[], turn: () => Promise<void>): Promise<Volume> {
  // Whoever stores parts vouches for them with a checksum; they were written by `partsOf` of the same code.
  const { digest, places, termPassages, document: rest } = deserialize(parts[0]!) as Cover
  const blocks: Block[] = []
  const spans: Omit<Passage, 'document'>[] = []
  const facts: Fact[] = []
  const terms = new Map<string, number>()
  const folded = new Map<string, number>()
  for (const bytes of parts.slice(1)) {
    await turn()
    const part = deserialize(bytes) as List
    if ('blocks' in part) blocks.push(...part.blocks)
    else if ('passages' in part) spans.push(...part.passages)
    else if ('facts' in part) facts.push(...part.facts)
    else if ('terms' in part) for (const [term, count] of part.terms) terms.set(term, count)
    else for (const [form, count] of part.folded) folded.set(form, count)
  }
  const document: Document = { ...rest, blocks }
  rememberPlaces(document, places)
  const passages = spans.map((span) => ({ ...span, document }))
  return { digest, document, passages, facts, terms: { passages: termPassages, terms, folded } }
}

function cut<Item>(items: readonly Item[]): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / partLength) }, (_, i) =>
    items.slice(i * partLength, (i + 1) * partLength),
  )
}
