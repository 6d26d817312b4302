import type { PlaceMention } from '../vietnamese/places.ts'
import type { Span } from '../vietnamese/sentences.ts'
import type { Source } from './source.ts'

/** Finds the province that a stretch of a document is about. */
export interface PlaceFinder {
  /** The document's own. */
  readonly own: string | undefined
  /** Named in the quote, else in its sentence, else last before it in its paragraph, else the document's own. */
  of(quote: Span, context: Span): string | undefined
  /** Named in the quote alone. */
  within(quote: Span): string | undefined
}

/** Prepares the places of one document. */
export function placeFinder({ document, statements }: Source): PlaceFinder {
  const own = document.metadata.place
  const mentions: { readonly span: Span; readonly place: string; readonly block: Span }[] = []
  for (const { plain, places, block } of statements) {
    for (const mention of places) {
      const place = settled(mention, own)
      if (place) mentions.push({ span: plain.span(mention.start, mention.end), place, block })
    }
  }
  const inside = ({ start, end }: Span) => {
    const first = lowerBound(mentions, start)
    const found = new Set<string>()
    for (let at = first; at < mentions.length && mentions[at]!.span.start < end; at++) found.add(mentions[at]!.place)
    return found.size === 1 ? [...found][0] : found.size > 1 && own !== undefined && found.has(own) ? own : undefined
  }
  return {
    own,
    within: inside,
    of: (quote, context) => {
      const near = inside(quote) ?? inside(context)
      if (near) return near
      const before = mentions[lowerBound(mentions, context.start) - 1]
      return before && before.block.start <= quote.start && quote.end <= before.block.end ? before.place : own
    },
  }
}

/** An abbreviation that may mean several provinces means the document's own when it can. */
function settled({ place, candidates }: PlaceMention, own: string | undefined): string | undefined {
  return place ?? (own !== undefined && candidates.includes(own) ? own : undefined)
}

function lowerBound(mentions: readonly { readonly span: Span }[], start: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.span.start < start) low = middle + 1
    else high = middle
  }
  return low
}
