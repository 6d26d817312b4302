import type { Document } from '../library/document.ts'
import type { CorpusIndex } from './corpus-index.ts'
import type { SearchFilter } from './engine.ts'

/** 1 for every slot whose passage is there and let through by the filter; undefined when all are. */
export function passageMask({ passages, hasGaps }: CorpusIndex, filter: SearchFilter): Uint8Array | undefined {
  const limits = filter.documents || filter.places || filter.kinds || filter.years
  if (!limits) return hasGaps ? Uint8Array.from(passages, (passage) => (passage ? 1 : 0)) : undefined
  const verdicts = new Map<Document, 0 | 1>()
  return Uint8Array.from(passages, (passage) => {
    if (!passage) return 0
    const { document } = passage
    let verdict = verdicts.get(document)
    if (verdict === undefined) {
      verdict = admits(filter, document) ? 1 : 0
      verdicts.set(document, verdict)
    }
    return verdict
  })
}

/** What filters look at of a document. */
export interface FilterValues {
  readonly document: string
  readonly place: string | undefined
  readonly kind: string | undefined
  readonly year: number | undefined
}

export function filterValuesOf({ id, metadata }: Document): FilterValues {
  const { place, kind, issuedOn, source } = metadata
  const date = issuedOn ?? source?.publishedOn
  return { document: id, place, kind, year: date === undefined ? undefined : Number(date.slice(0, 4)) }
}

function admits(filter: SearchFilter, each: Document): boolean {
  const { document, place, kind, year } = filterValuesOf(each)
  return (
    (!filter.documents || filter.documents.has(document)) &&
    (!filter.places || (place !== undefined && filter.places.has(place))) &&
    (!filter.kinds || (kind !== undefined && filter.kinds.has(kind))) &&
    (!filter.years || (year !== undefined && filter.years.has(year)))
  )
}
