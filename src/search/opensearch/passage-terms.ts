import { setImmediate as immediate } from 'node:timers/promises'
import { type Postings, rareWord, type Segment } from '../segment.ts'

/** Postings read between two turns of the event loop. */
const batch = 500_000

/**
 * Turns a segment's inverted lists back into the terms of every passage: each word and pair, and how much it counts there, in 255ths. Linear
 * in the postings; the memory goes with the last reader.
 * @param nameOf the name of a word, fit to stand between the quotation marks of JSON
 * @returns gives the terms of a passage as one JSON object
 */
export async function termsByPassage(
  segment: Segment,
  nameOf: (word: number) => string,
): Promise<(passage: number) => string> {
  const names: string[] = []
  const named = (word: number) => {
    names[word] ??= nameOf(word)
    return names[word]
  }
  const words = await byPassage(segment.words, segment.passages)
  const pairs = await byPassage(segment.pairs, segment.passages)
  return (passage) => {
    let json = ''
    words(passage, (key, impact) => {
      json += `,"${named(key)}":${impact}`
    })
    pairs(passage, (key, impact) => {
      json += `,"${named(Math.floor(key / (rareWord + 1)))} ${named(key & rareWord)}":${impact}`
    })
    return `{${json.slice(1)}}`
  }
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
  return (passage: number, visit: (key: number, impact: number) => void) => {
    for (let at = ends[passage]!; at < ends[passage + 1]!; at++) visit(heldKeys[at]!, heldImpacts[at]!)
  }
}
