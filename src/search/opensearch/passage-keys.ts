import { createHash } from 'node:crypto'
import { setImmediate as immediate } from 'node:timers/promises'
import type { Passage } from '../../library/document.ts'
import { fieldsOf } from '../fields.ts'
import { filterValuesOf } from '../filter.ts'
import { layoutVersion } from './layout.ts'

/** Passages hashed between two turns of the event loop. */
const batch = 1000

/**
 * A name for every passage, made of all that is indexed of it: the same passage has the same name in every instance and version, and a
 * changed one gets another. 64 bits, so that even in ten million passages two alike are not to be expected.
 */
export class PassageKeys {
  /** By slot; undefined where there is no passage. */
  readonly #bySlot: BigUint64Array
  readonly #present: readonly unknown[]
  readonly #sorted: BigUint64Array
  readonly #slots: Uint32Array
  /** Names the content of all passages together, whatever their order. */
  readonly version: string

  private constructor(bySlot: BigUint64Array, present: readonly unknown[]) {
    this.#bySlot = bySlot
    this.#present = present
    const slots = Uint32Array.from(bySlot.keys()).filter((slot) => present[slot] !== undefined)
    this.#slots = slots.sort((a, b) => (bySlot[a]! < bySlot[b]! ? -1 : bySlot[a]! > bySlot[b]! ? 1 : 0))
    this.#sorted = BigUint64Array.from(this.#slots, (slot) => bySlot[slot]!)
    this.version = createHash('sha256').update(this.#sorted).digest('hex').slice(0, 16)
  }

  static async of(passages: readonly (Passage | undefined)[]): Promise<PassageKeys> {
    const keys = new BigUint64Array(passages.length)
    for (const [slot, passage] of passages.entries()) {
      if (passage) keys[slot] = keyOf(passage)
      if (slot % batch === batch - 1) await immediate()
    }
    return new PassageKeys(keys, passages)
  }

  get size(): number {
    return this.#sorted.length
  }

  /** The name of the passage in a slot; undefined where there is none. */
  nameOf(slot: number): string | undefined {
    return this.#present[slot] === undefined ? undefined : this.#bySlot[slot]!.toString(36)
  }

  /** The slot of the passage with this name, or -1. */
  slotOf(name: string): number {
    const key = parse(name)
    let low = 0
    for (let high = this.#sorted.length; low < high; ) {
      const middle = (low + high) >>> 1
      if (this.#sorted[middle]! < key) low = middle + 1
      else high = middle
    }
    return this.#sorted[low] === key ? this.#slots[low]! : -1
  }
}

function keyOf(passage: Passage): bigint {
  const { document, start, end } = passage
  const content = [layoutVersion, document.id, start, end, fieldsOf(passage), filterValuesOf(document)]
  return createHash('sha256').update(JSON.stringify(content)).digest().readBigUInt64BE()
}

/** The inverse of `toString(36)`. */
function parse(name: string): bigint {
  let key = 0n
  for (const digit of name) key = key * 36n + BigInt(Number.parseInt(digit, 36))
  return key
}
