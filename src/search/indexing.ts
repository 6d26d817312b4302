import { scan, type Token, termOf, tokenize } from '../vietnamese/tokens.ts'
import { soleExpansion } from './abbreviated.ts'
import { type Fields, fieldWeights } from './fields.ts'
import { type Postings, pairKey, rareWord, type Segment, segmentCapacity } from './segment.ts'
import { Spellings } from './spellings.ts'
import { Vocabulary } from './vocabulary.ts'

/** From so many passages on, pairs of words that occur in one or two passages cost more than they tell. */
const manyPassages = 20_000

/** BM25F constants: saturation of repeated words, and how much longer texts are held back. */
const saturation = 0.9
const lengthPenalty = 0.8

/**
 * Reads passages one by one into token streams; `finish` numbers the words by frequency and builds the segments. Work is linear
 * in the text.
 */
export class IndexBuilder {
  readonly #spellings = new Spellings()
  /** The words of abbreviations that stand for one thing only: they are indexed beside the abbreviation. */
  readonly #expansions = new Map<number, readonly number[]>()
  readonly #numbers = new Map<string, number>()
  readonly #words: string[] = []
  #tokens = new Uint32Array(1 << 16)
  #length = 0
  readonly #fieldStarts: number[] = []

  get passages(): number {
    return this.#fieldStarts.length / 3
  }

  add(fields: Fields): void {
    for (const text of [fields.title, fields.context, fields.text]) {
      this.#fieldStarts.push(this.#length)
      scan(text, (start, end, kind) => {
        const number = this.#spellings.numberOf(text, start, end, (written) => this.#learnSpelling(written, kind))
        this.#push(number)
        const expansion = this.#expansions.get(number)
        if (expansion) for (const word of expansion) this.#push(word)
      })
    }
  }

  /** The segments and their vocabulary. `least` is the number of passages an adjacent pair must occur in to be indexed. */
  finish(least = this.passages < manyPassages ? 1 : 3): { vocabulary: Vocabulary; segments: Segment[] } {
    const tokens = this.#tokens.subarray(0, this.#length)
    const counts = new Uint32Array(this.#words.length)
    for (const token of tokens) counts[token]!++
    const byFrequency = Uint32Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b)
    const rank = new Uint32Array(counts.length)
    byFrequency.forEach((word, i) => {
      rank[word] = i
    })
    for (let at = 0; at < tokens.length; at++) tokens[at] = rank[tokens[at]!]!
    const vocabulary = Vocabulary.of(Array.from(byFrequency, (word) => this.#words[word]!))
    this.#fieldStarts.push(this.#length)
    const frequentPairs = new PairCounter(tokens, this.#fieldStarts).atLeast(least)
    const segments: Segment[] = []
    const total = (this.#fieldStarts.length - 1) / 3
    for (let first = 0; first < total; first += segmentCapacity) {
      const count = Math.min(segmentCapacity, total - first)
      const bounds = Uint32Array.from(this.#fieldStarts.slice(first * 3, (first + count) * 3 + 1))
      segments.push(buildSegment(tokens, bounds, vocabulary.size, frequentPairs))
    }
    return { vocabulary, segments }
  }

  #push(number: number): void {
    if (this.#length === this.#tokens.length) this.#grow()
    this.#tokens[this.#length++] = number
  }

  #learnSpelling(written: string, kind: Token['kind']): number {
    const number = this.#learn(termOf(written, kind))
    const expansion = kind === 'syllable' ? soleExpansion(written) : undefined
    if (expansion !== undefined) {
      this.#expansions.set(
        number,
        tokenize(expansion).map(({ term }) => this.#learn(term)),
      )
    }
    return number
  }

  #learn(term: string): number {
    let number = this.#numbers.get(term)
    if (number === undefined) {
      number = this.#words.length
      this.#words.push(term)
      this.#numbers.set(term, number)
    }
    return number
  }

  #grow(): void {
    const larger = new Uint32Array(this.#tokens.length * 2)
    larger.set(this.#tokens)
    this.#tokens = larger
  }
}

function buildSegment(tokens: Uint32Array, bounds: Uint32Array, words: number, frequentPairs: PairTable): Segment {
  const passages = (bounds.length - 1) / 3
  const factors = fieldFactors(bounds, passages)
  const wordPostings = new PostingsBuilder(words)
  const pairPostings = new PostingsBuilder(frequentPairs.size)
  const eachToken = (visit: (passage: number, at: number, factor: number, last: boolean) => void) => {
    for (let passage = 0; passage < passages; passage++) {
      for (let field = 0; field < 3; field++) {
        const factor = factors[passage * 3 + field]!
        const end = bounds[passage * 3 + field + 1]!
        for (let at = bounds[passage * 3 + field]!; at < end; at++) visit(passage, at, factor, at === end - 1)
      }
    }
  }
  // Two passes: the first learns how long each list is, the second fills it in place.
  const pairs = new Uint32Array(bounds[bounds.length - 1]! - bounds[0]!)
  eachToken((passage, at, _factor, last) => {
    wordPostings.count(tokens[at]!, passage)
    const pair = last ? 0 : frequentPairs.find(tokens[at]!, tokens[at + 1]!)
    pairs[at - bounds[0]!] = pair
    if (pair > 0) pairPostings.count(pair - 1, passage)
  })
  wordPostings.allocate()
  pairPostings.allocate()
  eachToken((passage, at, factor) => {
    wordPostings.put(tokens[at]!, passage, factor)
    const pair = pairs[at - bounds[0]!]!
    if (pair > 0) pairPostings.put(pair - 1, passage, factor)
  })
  const stream = new Uint16Array(pairs.length)
  for (let at = 0; at < stream.length; at++) stream[at] = Math.min(tokens[bounds[0]! + at]!, rareWord)
  const base = bounds[0]!
  return {
    passages,
    tokens: stream,
    fieldStarts: bounds.map((start) => start - base),
    words: wordPostings.finish(),
    pairs: pairPostings.finish(frequentPairs.keys),
  }
}

/** What one occurrence counts in each field of each passage: the field's weight over its length norm. */
function fieldFactors(bounds: Uint32Array, passages: number): Float32Array {
  const weights = [fieldWeights.title, fieldWeights.context, fieldWeights.text]
  const totals = [0, 0, 0]
  for (let i = 0; i < passages * 3; i++) totals[i % 3]! += bounds[i + 1]! - bounds[i]!
  const factors = new Float32Array(passages * 3)
  for (let i = 0; i < passages * 3; i++) {
    const average = Math.max(1, totals[i % 3]! / passages)
    factors[i] = weights[i % 3]! / (1 - lengthPenalty + (lengthPenalty * (bounds[i + 1]! - bounds[i]!)) / average)
  }
  return factors
}

/** Gathers inverted lists for keys counted from 0, passages coming in order. */
class PostingsBuilder {
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

/** The pairs worth indexing, ascending by key, and a hash table from key to position. */
interface PairTable {
  readonly keys: Uint32Array
  readonly size: number
  /** Position of the pair + 1, or 0. */
  find(first: number, second: number): number
}

/** Counts in how many passages each adjacent pair of words occurs. */
class PairCounter {
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
