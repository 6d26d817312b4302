import type { Block, Document } from '../src/library/document.ts'
import { localUnitOf } from '../src/library/local-unit.ts'
import { placesNamed } from '../src/library/places-named.ts'
import { blockAt, sectionPath } from '../src/library/quote.ts'
import { findPlaces } from '../src/vietnamese/places.ts'
import type { Unit } from './units.ts'

/** Whether a document is about one of some provinces or units below them, so that what it says without a name is said of it. */
export function isMainlyAbout(document: Document, places: readonly string[]): boolean {
  const unit = localUnitOf(document)
  if (unit !== undefined && places.some((place) => place.startsWith(unit))) return true
  return mainPlaces(document).some((place) => places.includes(place))
}

const mainByDocument = new WeakMap<Document, readonly string[]>()

/** The province of a paper, else those of its title, else the only one that it names. */
function mainPlaces(document: Document): readonly string[] {
  let main = mainByDocument.get(document)
  if (!main) {
    const { place, title } = document.metadata
    const named = placesNamed(document)
    const titled = place === undefined ? findPlaces(title).flatMap((mention) => mention.place ?? []) : [place]
    main = titled.length > 0 ? titled : named.length === 1 ? named : []
    mainByDocument.set(document, main)
  }
  return main
}

/**
 * Whether a sentence can speak of one of some provinces: its document is about it, or it is named in the paragraph, in the one that opens a
 * list, or in the headings. What a paper of the whole country says of another province, or of all, is no answer.
 */
export function speaksOf({ document, section, span, text }: Unit, places: readonly string[]): boolean {
  if (places.length === 0 || isMainlyAbout(document, places)) return true
  const own = findPlaces(text).flatMap(({ place }) => place ?? [])
  if (own.length > 0) return own.some((place) => places.includes(place))
  const at = document.blocks.findIndex(({ end }) => end > span.start)
  const block = blockAt(document, span.start)
  const opening =
    block?.kind === 'item' ? document.blocks.slice(0, at).findLast(({ kind }) => kind !== 'item') : undefined
  return (
    [block, opening].some((each) => each && namedIn(document, each).some((place) => places.includes(place))) ||
    findPlaces(sectionPath(document, section).join('. ')).some(({ place }) => place && places.includes(place))
  )
}

const placesByBlock = new WeakMap<Block, readonly string[]>()

function namedIn({ text }: Document, block: Block): readonly string[] {
  let places = placesByBlock.get(block)
  if (!places) {
    places = findPlaces(text.slice(block.start, block.end)).flatMap(({ place }) => place ?? [])
    placesByBlock.set(block, places)
  }
  return places
}
