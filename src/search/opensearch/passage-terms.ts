import { setImmediate as immediate } from 'node:timers/promises'
import { type Postings, rareWord, type Segment } from '../segment.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** Postings read between two turns of the event loop. */
const batch = 500_000

/** What a passage holds: its words and pairs, and how much each counts there, in 255ths. */
export type PassageTerms = readonly (readonly [term: string, impact: number])[]

/** Turns a segment's inverted lists back into the terms of every passage. Linear in the postings; the memory goes with the last reader. */
export async function termsByPassage(
  segment: Segment,
  vocabulary: Vocabulary,
): Promise<(passage: number) => PassageTerms> {
  const words = await byPassage(segment.words, segment.passages)
  const pairs = await byPassage(segment.pairs, segment.passages)
  return (passage) => [
    ...words(passage, (key) => vocabulary.wordOf(key)),
    ...pairs(
      passage,
      (key) => `${vocabulary.wordOf(Math.floor(key / (rareWord + 1)))} ${vocabulary.wordOf(key & rareWord)}`,
    ),
  ]
}

async function byPassage({ keys, starts, passages, impacts }: Postings, count: number) {
  const ends = new Uint32Array(count + 1)
  for (let at = 0; at < passages.length; at++) {
    ends[passages[at]! + 1]!++
    if (at % batch === batch - 1) await immediate()
  }
  for (let passage = 0; passage < count; passage++) ends[passage + 1]! += ends[passage]!
  const next = ends.slice()
  const heldKeys = new Uint32Array(passages.length)
  const heldImpacts = new Uint8Array(passages.length)
  for (let key = 0, at = 0; key < keys.length; key++) {
    for (; at < starts[key + 1]!; at++) {
      const place = next[passages[at]!]!++
      heldKeys[place] = keys[key]!
      heldImpacts[place] = impacts[at]!
      if (at % batch === batch - 1) await immediate()
    }
  }
  return (passage: number, name: (key: number) => string): [string, number][] => {
    const terms: [string, number][] = []
    for (let at = ends[passage]!; at < ends[passage + 1]!; at++) terms.push([name(heldKeys[at]!), heldImpacts[at]!])
    return terms
  }
}
