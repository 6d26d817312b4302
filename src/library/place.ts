import { normalForm } from '../vietnamese/normal-form.ts'
import { findPlaces } from '../vietnamese/places.ts'
import type { Block, PaperHead } from './document.ts'

interface Named {
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly head?: PaperHead
}

/**
 * The province a document is about, by its name at the time: named by the body that issues it, else in its title, else in its first
 * paragraphs, else named most in its body. Undefined for papers of the whole country and when several provinces are named alike.
 * Never read from page furniture.
 */
export function placeOf({ title, text, blocks, head }: Named): string | undefined {
  for (const lines of [head?.issuer ?? [], head?.superior ?? []]) {
    const issuing = namesIn(lines.map(({ start, end }) => text.slice(start, end)).join(' '))
    if (issuing.length === 1) return issuing[0]
  }
  const content = blocks.filter(({ kind }) => kind === 'heading' || kind === 'paragraph' || kind === 'item')
  const prose = content.filter(({ kind }) => kind !== 'heading')
  const namedIn = ({ start, end }: Block) => namesIn(text.slice(start, end))
  const opening = [
    () => namesIn(title),
    () => prose.slice(0, 1).flatMap(namedIn),
    () => prose.slice(0, 3).flatMap(namedIn),
  ]
  for (const places of opening) {
    const [first, ...others] = new Set(places())
    if (first !== undefined && others.length === 0) return first
  }
  const counts = new Map<string, number>()
  for (const place of content.flatMap(namedIn)) counts.set(place, (counts.get(place) ?? 0) + 1)
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1])
  const [most, second] = ranked
  if (!most || most[1] <= (second?.[1] ?? 0)) return undefined
  const all = ranked.reduce((sum, [, count]) => sum + count, 0)
  return (most[1] >= 3 && most[1] >= all * 0.6) || speaksOfItself(text) ? most[0] : undefined
}

/** "của tỉnh", "UBND tỉnh", "Tỉnh ủy": the text speaks of one province without naming it each time. */
function speaksOfItself(text: string): boolean {
  return /(?:của|trên địa bàn|UBND|HĐND|toàn|ủy ban nhân dân)\s+(?:tỉnh|thành phố)(?!\s+\p{Lu})|(?:Tỉnh|Thành) (?:ủy|uỷ)/iu.test(
    text.normalize('NFC'),
  )
}

/** Provinces named in a text, without the places where papers are signed ("Hà Nội, ngày …") and printed ("Báo Bình Định"). */
function namesIn(written: string): string[] {
  const text = normalForm(written)
    .replace(/\*\*|\\/g, '')
    .replace(/\s+/g, ' ')
  return findPlaces(text).flatMap((mention) => {
    const isDated = /^,\s*ngày\s/iu.test(text.slice(mention.end, mention.end + 12))
    const isPaper = /(?:Báo|báo|Đài PT-TH|Cổng TTĐT(?: tỉnh)?)\s$/u.test(
      text.slice(Math.max(0, mention.start - 20), mention.start),
    )
    return mention.place === undefined || isDated || isPaper ? [] : [mention.place]
  })
}
