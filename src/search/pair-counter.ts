import { pairKey, rareWord } from './segment.ts'

/** The pairs worth indexing, ascending by key, and a hash table from key to position. */
export interface PairTable {
  readonly keys: Uint32Array
  readonly size: number
  /** Position of the pair + 1, or 0. */
  find(first: number, second: number): number
}

/** Counts in how many passages each adjacent pair of words occurs. */
export class PairCounter {
  /** Open addressing; a slot is four numbers: key, number of passages, last passage, position among the kept pairs + 1. */
  #slots: Int32Array
  #mask: number
  #used = 0

  constructor(tokens: Uint32Array, fieldStarts: readonly number[]) {
    let capacity = 1 << 12
    while (capacity < tokens.length / 8) capacity *= 2
    this.#slots = new Int32Array(capacity * 4)
    this.#mask = capacity - 1
    for (let field = 0; field + 1 < fieldStarts.length; field++) {
      const end = fieldStarts[field + 1]!
      const passage = (field / 3) | 0
      for (let at = fieldStarts[field]!; at + 1 < end; at++) {
        if (tokens[at]! < rareWord && tokens[at + 1]! < rareWord)
          this.#add(pairKey(tokens[at]!, tokens[at + 1]!) | 0, passage)
      }
    }
  }

  atLeast(least: number): PairTable {
    const slots = this.#slots
    let size = 0
    for (let slot = 0; slot < slots.length; slot += 4) if (slots[slot + 1]! >= least) size++
    const keys = new Uint32Array(size)
    let at = 0
    for (let slot = 0; slot < slots.length; slot += 4) if (slots[slot + 1]! >= least) keys[at++] = slots[slot]!
    keys.sort()
    for (let i = 0; i < size; i++) slots[this.#slotOf(keys[i]! | 0) + 3] = i + 1
    return {
      keys,
      size,
      find: (first, second) =>
        first < rareWord && second < rareWord ? slots[this.#slotOf(pairKey(first, second) | 0) + 3]! : 0,
    }
  }

  #add(key: number, passage: number): void {
    const slots = this.#slots
    const slot = this.#slotOf(key)
    if (slots[slot + 1] === 0) {
      slots[slot] = key
      this.#used++
    } else if (slots[slot + 2] === passage) {
      return
    }
    slots[slot + 2] = passage
    slots[slot + 1]!++
    if (this.#used * 2 > this.#mask) this.#grow()
  }

  #slotOf(key: number): number {
    const slots = this.#slots
    const hashed = Math.imul(key ^ (key >>> 15), 0x9e3779b1)
    let slot = (hashed ^ (hashed >>> 13)) & this.#mask
    while (slots[slot * 4 + 1] !== 0 && slots[slot * 4] !== key) slot = (slot + 1) & this.#mask
    return slot * 4
  }

  #grow(): void {
    const slots = this.#slots
    this.#slots = new Int32Array(slots.length * 2)
    this.#mask = this.#slots.length / 4 - 1
    for (let at = 0; at < slots.length; at += 4) {
      if (slots[at + 1] !== 0) this.#slots.set(slots.subarray(at, at + 4), this.#slotOf(slots[at]!))
    }
  }
}
