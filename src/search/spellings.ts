/**
 * Words as they are written in a text, each with a number. Looked up straight in the text, without cutting the word out: the
 * same few ten thousand spellings come by the million.
 */
export class Spellings {
  #units = new Uint16Array(1 << 14)
  #used = 0
  /** Open addressing; a slot is four numbers: hash, where the spelling begins in `units`, its length (0 = free), its number. */
  #slots = new Int32Array(4 << 12)
  #count = 0

  /** The number of `text.slice(start, end)`; `learn` gives it at the first sight. */
  numberOf(text: string, start: number, end: number, learn: (written: string) => number): number {
    let hash = 0x811c9dc5
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    hash ^= hash >>> 15
    const slots = this.#slots
    const mask = slots.length / 4 - 1
    let slot = hash & mask
    for (; slots[slot * 4 + 2] !== 0; slot = (slot + 1) & mask) {
      if (slots[slot * 4] === hash && this.#is(slot, text, start, end)) return slots[slot * 4 + 3]!
    }
    const number = learn(text.slice(start, end))
    this.#put(slot, hash, text, start, end, number)
    return number
  }

  #is(slot: number, text: string, start: number, end: number): boolean {
    if (this.#slots[slot * 4 + 2] !== end - start) return false
    const first = this.#slots[slot * 4 + 1]!
    for (let at = start; at < end; at++) if (this.#units[first + at - start] !== text.charCodeAt(at)) return false
    return true
  }

  #put(slot: number, hash: number, text: string, start: number, end: number, number: number): void {
    while (this.#used + end - start > this.#units.length) {
      const larger = new Uint16Array(this.#units.length * 2)
      larger.set(this.#units)
      this.#units = larger
    }
    this.#slots.set([hash, this.#used, end - start, number], slot * 4)
    for (let at = start; at < end; at++) this.#units[this.#used++] = text.charCodeAt(at)
    this.#count++
    if (this.#count * 8 > this.#slots.length) this.#grow()
  }

  #grow(): void {
    const slots = this.#slots
    this.#slots = new Int32Array(slots.length * 2)
    const mask = this.#slots.length / 4 - 1
    for (let from = 0; from < slots.length; from += 4) {
      if (slots[from + 2] === 0) continue
      let slot = slots[from]! & mask
      while (this.#slots[slot * 4 + 2] !== 0) slot = (slot + 1) & mask
      this.#slots.set(slots.subarray(from, from + 4), slot * 4)
    }
  }
}
