import { foldTerm } from '../vietnamese/terms.ts'

/**
 * The words of a corpus, numbered from 0 by falling frequency. Kept in flat arrays, so that a snapshot is loaded by pointing
 * into it: the words one after another as UTF-16, where each begins, and two hash tables (by word, by word without diacritics).
 */
export interface VocabularyArrays {
  readonly units: Uint16Array
  /** Where each word begins in `units`, and the end of the last. */
  readonly starts: Uint32Array
  /** Open addressing, word number + 1; 0 is free. The size is a power of two. */
  readonly slots: Uint32Array
  /** Word numbers in the order of the hash of their folded form, and these hashes. */
  readonly foldedHashes: Uint32Array
  readonly foldedWords: Uint32Array
}

/** Words kept as strings, which take several times the room they take in the arrays. */
const mostKept = 20_000

export class Vocabulary {
  readonly arrays: VocabularyArrays
  readonly size: number
  /** The first words that were asked for, as strings. */
  readonly #words = new Map<number, string>()

  constructor(arrays: VocabularyArrays) {
    this.arrays = arrays
    this.size = arrays.starts.length - 1
  }

  static of(words: readonly string[]): Vocabulary {
    const starts = new Uint32Array(words.length + 1)
    words.forEach((word, i) => {
      starts[i + 1] = starts[i]! + word.length
    })
    const units = new Uint16Array(starts[words.length]!)
    let slotCount = 16
    while (slotCount < words.length * 2) slotCount *= 2
    const slots = new Uint32Array(slotCount)
    words.forEach((word, i) => {
      for (let at = 0; at < word.length; at++) units[starts[i]! + at] = word.charCodeAt(at)
      let slot = hash(word) & (slotCount - 1)
      while (slots[slot] !== 0) slot = (slot + 1) & (slotCount - 1)
      slots[slot] = i + 1
    })
    const hashes = Uint32Array.from(words, (word) => hash(foldTerm(word)))
    const foldedWords = Uint32Array.from(words.keys()).sort((a, b) => hashes[a]! - hashes[b]! || a - b)
    const foldedHashes = foldedWords.map((word) => hashes[word]!)
    return new Vocabulary({ units, starts, slots, foldedHashes, foldedWords })
  }

  /** The number of a word, or -1. */
  idOf(word: string): number {
    const { slots } = this.arrays
    const mask = slots.length - 1
    for (let slot = hash(word) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const id = slots[slot]! - 1
      if (this.#is(id, word)) return id
    }
    return -1
  }

  wordOf(id: number): string {
    const known = this.#words.get(id)
    if (known !== undefined) return known
    const { units, starts } = this.arrays
    const word = String.fromCharCode(...units.subarray(starts[id], starts[id + 1]))
    if (this.#words.size < mostKept) this.#words.set(id, word)
    return word
  }

  /** The words that read `folded` without diacritics, most frequent first. */
  variants(folded: string): number[] {
    const { foldedHashes, foldedWords } = this.arrays
    const wanted = hash(folded)
    let low = 0
    for (let high = foldedHashes.length; low < high; ) {
      const middle = (low + high) >> 1
      if (foldedHashes[middle]! < wanted) low = middle + 1
      else high = middle
    }
    const ids: number[] = []
    for (let at = low; foldedHashes[at] === wanted; at++) {
      const id = foldedWords[at]!
      if (foldTerm(this.wordOf(id)) === folded) ids.push(id)
    }
    return ids
  }

  #is(id: number, word: string): boolean {
    const { units, starts } = this.arrays
    const start = starts[id]!
    if (starts[id + 1]! - start !== word.length) return false
    for (let at = 0; at < word.length; at++) if (units[start + at] !== word.charCodeAt(at)) return false
    return true
  }
}

/** FNV-1a over UTF-16 units. */
function hash(word: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}
