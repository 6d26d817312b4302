import type { Document } from '../library/document.ts'
import { findPlaces, type PlaceMention } from '../vietnamese/places.ts'
import type { Span } from '../vietnamese/sentences.ts'
import { PlainText } from './plain-text.ts'
import type { Source } from './source.ts'

/**
 * The province a document is about, by its name at the time: as declared, else named in its title, else in its first paragraphs, else
 * named most in its body. Undefined for papers of the whole country and when several provinces are named alike. Never read from
 * page furniture.
 */
export function placeOf(document: Document): string | undefined {
  if (document.metadata.place) return document.metadata.place
  const content = document.blocks.filter(({ kind }) => kind === 'heading' || kind === 'paragraph' || kind === 'item')
  const named = content.map((block) => namesIn(new PlainText(document.text, block).text))
  const prose = named.filter((_, i) => content[i]?.kind !== 'heading')
  const opening = [titlePlaces(document), prose[0] ?? [], prose.slice(0, 3).flat()]
  for (const places of opening) {
    const [first, ...others] = new Set(places)
    if (first !== undefined && others.length === 0) return first
  }
  const counts = new Map<string, number>()
  for (const place of named.flat()) counts.set(place, (counts.get(place) ?? 0) + 1)
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1])
  const [most, second] = ranked
  if (!most || most[1] <= (second?.[1] ?? 0)) return undefined
  const all = ranked.reduce((sum, [, count]) => sum + count, 0)
  return (most[1] >= 3 && most[1] >= all * 0.6) || speaksOfItself(document) ? most[0] : undefined
}

function titlePlaces({ metadata }: Document): string[] {
  return namesIn(metadata.title.normalize('NFC'))
}

/** "của tỉnh", "UBND tỉnh", "Tỉnh ủy": the text speaks of one province without naming it each time. */
function speaksOfItself({ text }: Document): boolean {
  return /(?:của|trên địa bàn|UBND|HĐND|toàn|ủy ban nhân dân)\s+(?:tỉnh|thành phố)(?!\s+\p{Lu})|(?:Tỉnh|Thành) (?:ủy|uỷ)/iu.test(
    text,
  )
}

/** Provinces named in a text, without the places where papers are signed ("Hà Nội, ngày …") and printed ("Báo Bình Định"). */
function namesIn(text: string): string[] {
  return findPlaces(text).flatMap((mention) => {
    const isDated = /^,\s*ngày\s/iu.test(text.slice(mention.end, mention.end + 12))
    const isPaper = /(?:Báo|báo|Đài PT-TH|Cổng TTĐT(?: tỉnh)?)\s$/u.test(
      text.slice(Math.max(0, mention.start - 20), mention.start),
    )
    return mention.place === undefined || isDated || isPaper ? [] : [mention.place]
  })
}

/** Finds the province that a stretch of a document is about. */
export interface PlaceFinder {
  readonly own: string | undefined
  /** Named in the quote, else in its sentence, else last before it in its paragraph, else the document's own. */
  of(quote: Span, context: Span): string | undefined
  /** Named in the quote alone. */
  within(quote: Span): string | undefined
}

/** Prepares the places of one document. */
export function placeFinder({ document, statements }: Source): PlaceFinder {
  const own = placeOf(document)
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
