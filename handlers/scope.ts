import type { Knowledge } from '../src/knowledge.ts'
import type { Document } from '../src/library/document.ts'
import { sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { findPlaces } from '../src/vietnamese/places.ts'
import { tokenize } from '../src/vietnamese/tokens.ts'
import type { Request } from './handler.ts'

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

/** The documents that a question means as a whole: by province, by number, by the words of a title. */
export function documentsMeant({ reading, knowledge }: Request): Document[] {
  const { documents } = knowledge.corpus
  const places = reading.places.map(({ place }) => place)
  const about = documentsAbout(knowledge, places)
  const inScope = about ? documents.filter(({ id }) => about.has(id)) : documents
  const numbered = inScope.filter(({ metadata: { number, title } }) =>
    reading.documents.some((asked) => sameDocumentNumber(asked, number ?? title)),
  )
  if (numbered.length > 0) return numbered
  const words = tokenize(reading.subject).map(({ folded }) => folded)
  const scored = inScope.map((document) => {
    const title = new Set(
      tokenize(`${document.metadata.title} ${document.metadata.kind ?? ''}`).map(({ folded }) => folded),
    )
    const held = words.filter((word) => title.has(word)).length
    return { document, share: words.length > 0 ? held / words.length : 0 }
  })
  const most = Math.max(0, ...scored.map(({ share }) => share))
  if (about) return scored.filter(({ share }) => share === most || most < 0.5).map(({ document }) => document)
  return most >= 0.6
    ? scored.filter(({ share }) => share === most).map(({ document }) => document)
    : documents.length === 1
      ? [...documents]
      : []
}
