/** The number that stands in a token stream for every word beyond the 65,535 most frequent ones. */
export const rareWord = 0xffff

/** A segment holds at most this many passages, so that two bytes name one. */
export const segmentCapacity = 0x10000

/** Inverted lists: for each key (ascending) its passages (ascending) and how much it counts in each. */
export interface Postings {
  readonly keys: Uint32Array
  /** Where the list of each key begins, and the end of the last. */
  readonly starts: Uint32Array
  readonly passages: Uint16Array
  /** Saturated term frequency over the fields: tf / (tf + k1), in 255ths. */
  readonly impacts: Uint8Array
}

/**
 * Up to 65,536 passages, indexed once and never changed. Words are numbers of one vocabulary; passages are counted from 0 within
 * the segment.
 */
export interface Segment {
  readonly passages: number
  /** The words of all passages in reading order: per passage title, context, text. */
  readonly tokens: Uint16Array
  /** Where the three fields of passage p begin in `tokens`, at 3p, 3p + 1, 3p + 2; then the end. */
  readonly fieldStarts: Uint32Array
  readonly words: Postings
  /** Adjacent words; the key is first × 65,536 + second. */
  readonly pairs: Postings
}

/** The range of a key's postings, or undefined when the segment does not hold it. */
export function listOf({ keys, starts }: Postings, key: number): { start: number; end: number } | undefined {
  const at = placeOf(keys, key)
  return keys[at] === key ? { start: starts[at]!, end: starts[at + 1]! } : undefined
}

/** Number of passages of the segment that hold the key. */
export function frequencyOf({ keys, starts }: Postings, key: number): number {
  const at = placeOf(keys, key)
  return keys[at] === key ? starts[at + 1]! - starts[at]! : 0
}

/** Where the key stands among the keys, or would stand. */
function placeOf(keys: Uint32Array, key: number): number {
  let low = 0
  for (let high = keys.length; low < high; ) {
    const middle = (low + high) >>> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}

export function pairKey(first: number, second: number): number {
  return first * 0x10000 + second
}
