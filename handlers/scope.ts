import type { Knowledge } from '../src/knowledge.ts'
import type { Document } from '../src/library/document.ts'
import { findPlaces } from '../src/vietnamese/places.ts'

/** Provinces that the content of a document names, most often named first. */
const placesByDocument = new WeakMap<Document, readonly string[]>()

export function placesNamed(document: Document): readonly string[] {
  const known = placesByDocument.get(document)
  if (known) return known
  const counts = new Map<string, number>()
  const count = (text: string, weight: number) => {
    for (const { place } of findPlaces(text)) if (place) counts.set(place, (counts.get(place) ?? 0) + weight)
  }
  count(document.metadata.title, 5)
  if (document.metadata.place) counts.set(document.metadata.place, 100)
  for (const { kind, start, end } of document.blocks) {
    if (kind !== 'furniture' && kind !== 'date-line') count(document.text.slice(start, end), 1)
  }
  const places = [...counts].sort(([, a], [, b]) => b - a).map(([place]) => place)
  placesByDocument.set(document, places)
  return places
}

/** The documents that a question about provinces can be answered from; undefined when it names none. */
export function documentsAbout({ corpus }: Knowledge, places: readonly string[]): ReadonlySet<string> | undefined {
  if (places.length === 0) return undefined
  const about = corpus.documents.filter((document) => {
    const named = placesNamed(document)
    return places.some((place) => named.includes(place))
  })
  const mainly = about.filter((document) => places.includes(placesNamed(document)[0]!))
  return new Set((mainly.length > 0 ? mainly : about).map(({ id }) => id))
}
