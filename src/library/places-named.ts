import { findPlaces } from '../vietnamese/places.ts'
import type { Document } from './document.ts'

const placesByDocument = new WeakMap<Document, readonly string[]>()

/** Provinces that the content of a document names, most often named first. Read once for each document. */
export function placesNamed(document: Document): readonly string[] {
  const known = placesByDocument.get(document)
  if (known) return known
  const counts = new Map<string, number>()
  const count = (text: string, weight: number) => {
    for (const { place, end } of findPlaces(text)) {
      // "Hà Nội, ngày …" is where a paper was signed, not what it is about.
      if (place && !/^,\s*ngày\s/iu.test(text.slice(end, end + 12)))
        counts.set(place, (counts.get(place) ?? 0) + weight)
    }
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

/** Takes note of places that were read from the document elsewhere. */
export function rememberPlaces(document: Document, places: readonly string[]): void {
  placesByDocument.set(document, places)
}
