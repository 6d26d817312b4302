import type { Catalog } from '../src/facts/catalog.ts'
import type { Reading } from '../src/questions/reading.ts'
import { foldText } from '../src/vietnamese/folded-text.ts'
import type { Span } from '../src/vietnamese/sentences.ts'

/** Words that the name of a unit has at most, with its type. */
const longestName = 6
/** Last words of the types. */
const types = new Set('xa phuong tran khu huyen quan pho p tx tt'.split(' '))
const typed = /^(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho)\s/

interface Mention extends Span {
  readonly raw: string
  /** The units of that name, each as `Catalog.localUnits` gives it. */
  readonly names: readonly string[]
}

/**
 * The reading with the communes, wards and districts that it names and whose papers there are: they limit the question as provinces do and
 * are no longer part of its subject. Where several provinces have a unit of that name, the province decides, or it is asked back.
 */
export function withLocalUnits(reading: Reading, catalog: Catalog): Reading {
  const mentions = mentionsIn(reading, catalog)
  const [first] = mentions
  if (!first) return reading
  const kept = reading.subject.split('')
  for (const { start, end } of mentions) kept.fill(' ', start, end)
  const subject = kept.join('').replace(/\s+/g, ' ').trim()
  const settled = mentions.map(({ raw, names }) => {
    const there = names.filter((name) => reading.places.some(({ place }) => name.endsWith(`, ${place}`)))
    return { raw, names: there.length > 0 ? there : names }
  })
  const unclear = settled.find(({ names }) => names.length > 1)
  if (unclear)
    return { ...reading, subject, places: [], unclearPlaces: [{ raw: unclear.raw, candidates: unclear.names }] }
  const places = settled.flatMap(({ raw, names: [place] }) => (place ? [{ place, raw }] : []))
  return { ...reading, subject, places: reading.asks.includes('comparison') ? [...places, ...reading.places] : places }
}

/** Names in the order of the subject, the longest at each place. Without its type a name counts only when it is written like one. */
function mentionsIn({ subject, plain }: Reading, catalog: Catalog): Mention[] {
  const folded = foldText(subject)
  const words = Array.from(folded.text.matchAll(/[a-z0-9]+/g))
  const found: Mention[] = []
  for (let from = 0; from < words.length; from++) {
    for (let last = Math.min(words.length, from + longestName) - 1; last >= from; last--) {
      const key = words.slice(from, last + 1).join(' ')
      const names = catalog.localUnits(key)
      if (names.length === 0) continue
      const start = folded.offsets[words[from]!.index]!
      const end = folded.offsets[words[last]!.index + words[last]![0].length]!
      const raw = subject.slice(start, end)
      // "phường Tân Lộc" is not "xã Tân Lộc".
      if (!typed.test(key) && types.has(words[from - 1]?.[0] ?? '')) continue
      if (!typed.test(key) && !plain && !/^\p{Lu}\S*(?:[\s-]\p{Lu}\S*)+$/u.test(raw)) continue
      found.push({ start, end, raw, names })
      from = last
      break
    }
  }
  return found
}
