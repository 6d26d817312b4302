import type { Document, Passage } from '../library/document.ts'
import type { SearchFilter } from './engine.ts'

/** 1 for every passage the filter lets through; undefined when it lets all through. */
export function passageMask(passages: readonly Passage[], filter: SearchFilter): Uint8Array | undefined {
  if (!filter.documents && !filter.places && !filter.kinds && !filter.years) return undefined
  const verdicts = new Map<Document, 0 | 1>()
  return Uint8Array.from(passages, ({ document }) => {
    let verdict = verdicts.get(document)
    if (verdict === undefined) {
      verdict = admits(filter, document) ? 1 : 0
      verdicts.set(document, verdict)
    }
    return verdict
  })
}

function admits(filter: SearchFilter, { id, metadata }: Document): boolean {
  const { place, kind, issuedOn, source } = metadata
  const date = issuedOn ?? source?.publishedOn
  return (
    (!filter.documents || filter.documents.has(id)) &&
    (!filter.places || (place !== undefined && filter.places.has(place))) &&
    (!filter.kinds || (kind !== undefined && filter.kinds.has(kind))) &&
    (!filter.years || (date !== undefined && filter.years.has(Number(date.slice(0, 4)))))
  )
}
