import type { Postings } from './segment.ts'

/** BM25's saturation: how soon a word repeated says nothing more. */
const saturation = 0.9

/** Gathers inverted lists for keys counted from 0, passages coming in order. */
export class PostingsBuilder {
  readonly #keys: number
  /** Per key: number of passages so far, last passage + 1. Side by side, since both are touched together. */
  readonly #state: Uint32Array
  #starts = new Uint32Array(0)
  #passages = new Uint16Array(0)
  #frequencies = new Float32Array(0)

  constructor(keys: number) {
    this.#keys = keys
    this.#state = new Uint32Array(keys * 2)
  }

  count(key: number, passage: number): void {
    if (this.#state[key * 2 + 1] === passage + 1) return
    this.#state[key * 2 + 1] = passage + 1
    this.#state[key * 2]!++
  }

  allocate(): void {
    const starts = new Uint32Array(this.#keys + 1)
    for (let key = 0; key < this.#keys; key++) starts[key + 1] = starts[key]! + this.#state[key * 2]!
    this.#starts = starts
    this.#passages = new Uint16Array(starts[this.#keys]!)
    this.#frequencies = new Float32Array(starts[this.#keys]!)
    this.#state.fill(0)
    // From here on the first number is where the list's last posting stands, plus one.
    for (let key = 0; key < this.#keys; key++) this.#state[key * 2] = starts[key]!
  }

  put(key: number, passage: number, factor: number): void {
    const state = this.#state
    if (state[key * 2 + 1] !== passage + 1) {
      state[key * 2 + 1] = passage + 1
      this.#passages[state[key * 2]!++] = passage
    }
    this.#frequencies[state[key * 2]! - 1]! += factor
  }

  /** `keys` names the counted keys; without it they are their own names. Empty lists are left out. */
  finish(keys?: Uint32Array): Postings {
    const impacts = new Uint8Array(this.#frequencies.length)
    for (let at = 0; at < impacts.length; at++) {
      const frequency = this.#frequencies[at]!
      impacts[at] = Math.max(1, Math.round((255 * frequency) / (frequency + saturation)))
    }
    const heldKeys: number[] = []
    const heldStarts: number[] = []
    for (let key = 0; key < this.#keys; key++) {
      if (this.#starts[key] === this.#starts[key + 1]) continue
      heldKeys.push(keys ? keys[key]! : key)
      heldStarts.push(this.#starts[key]!)
    }
    heldStarts.push(this.#passages.length)
    return { keys: Uint32Array.from(heldKeys), starts: Uint32Array.from(heldStarts), passages: this.#passages, impacts }
  }
}
