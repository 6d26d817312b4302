import { scan, type Token, termOf, tokenize } from '../vietnamese/tokens.ts'
import { soleExpansion } from './abbreviated.ts'
import { type Fields, fieldWeights } from './fields.ts'
import { PairCounter, type PairTable } from './pair-counter.ts'
import { PostingsBuilder } from './postings-builder.ts'
import { rareWord, type Segment, segmentCapacity } from './segment.ts'
import { Spellings } from './spellings.ts'
import { Vocabulary } from './vocabulary.ts'

/** From so many passages on, pairs of words that occur in one or two passages cost more than they tell. */
const manyPassages = 20_000

/** BM25's b: how much longer texts are held back. */
const lengthPenalty = 0.8

const ampersand = '&'.charCodeAt(0)

/** Written forms with "&" that are remembered; more are looked up again. */
const mostJoined = 10_000

/**
 * Reads passages one by one into token streams; `finish` numbers the words by frequency and builds the segments. Work is linear
 * in the text.
 */
export class IndexBuilder {
  readonly #spellings = new Spellings()
  /** The words of abbreviations that stand for one thing only: they are indexed beside the abbreviation. */
  readonly #expansions = new Map<number, readonly number[]>()
  /** The same for those that "&" holds together ("TT&TT"), as written. */
  readonly #joinedExpansions = new Map<string, readonly number[]>()
  readonly #numbers = new Map<string, number>()
  readonly #words: string[] = []
  #tokens = new Uint32Array(1 << 16)
  #length = 0
  readonly #fieldStarts: number[] = []
  readonly #base: Vocabulary | undefined

  /** With a vocabulary its words keep their numbers and new ones are put behind them. */
  constructor(base?: Vocabulary) {
    this.#base = base
  }

  get passages(): number {
    return this.#fieldStarts.length / 3
  }

  add(fields: Fields): void {
    for (const text of [fields.title, fields.context, fields.text]) {
      this.#fieldStarts.push(this.#length)
      // Where the word began that "&" goes on with.
      let joinedFrom = -1
      scan(text, (start, end, kind) => {
        const number = this.#spellings.numberOf(text, start, end, (written) => this.#learnSpelling(written, kind))
        this.#push(number)
        const goesOn = text.charCodeAt(end) === ampersand
        if (joinedFrom < 0 && !goesOn) {
          this.#pushAll(this.#expansions.get(number))
          return
        }
        if (joinedFrom < 0 || text.charCodeAt(start - 1) !== ampersand) joinedFrom = start
        if (goesOn) return
        if (joinedFrom < start) this.#pushAll(this.#expansionOfJoined(text.slice(joinedFrom, end)))
        joinedFrom = -1
      })
    }
  }

  /**
   * The segments and their vocabulary. `least` is the number of passages an adjacent pair must occur in to be indexed; `averages`
   * are the mean lengths of the fields, taken from the passages themselves when missing.
   */
  finish(
    least = this.passages < manyPassages ? 1 : 3,
    averages?: FieldLengths,
  ): { vocabulary: Vocabulary; segments: Segment[] } {
    const tokens = this.#tokens.subarray(0, this.#length)
    const vocabulary = this.#base ? this.#extended(this.#base) : this.#numberedByFrequency(tokens)
    this.#fieldStarts.push(this.#length)
    const frequentPairs = new PairCounter(tokens, this.#fieldStarts).atLeast(least)
    const lengths = averages ?? averageLengths(this.#fieldStarts)
    const segments: Segment[] = []
    const total = (this.#fieldStarts.length - 1) / 3
    for (let first = 0; first < total; first += segmentCapacity) {
      const count = Math.min(segmentCapacity, total - first)
      const bounds = Uint32Array.from(this.#fieldStarts.slice(first * 3, (first + count) * 3 + 1))
      segments.push(buildSegment(tokens, bounds, vocabulary.size, frequentPairs, lengths))
    }
    return { vocabulary, segments }
  }

  #extended(base: Vocabulary): Vocabulary {
    const old = Array.from({ length: base.size }, (_, word) => base.wordOf(word))
    return Vocabulary.of([...old, ...this.#words])
  }

  /** Renumbers the words, in `tokens` too, so that frequent words have small numbers. */
  #numberedByFrequency(tokens: Uint32Array): Vocabulary {
    const counts = new Uint32Array(this.#words.length)
    for (const token of tokens) counts[token]!++
    const byFrequency = Uint32Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b)
    const rank = new Uint32Array(counts.length)
    byFrequency.forEach((word, i) => {
      rank[word] = i
    })
    for (let at = 0; at < tokens.length; at++) tokens[at] = rank[tokens[at]!]!
    return Vocabulary.of(Array.from(byFrequency, (word) => this.#words[word]!))
  }

  #push(number: number): void {
    if (this.#length === this.#tokens.length) this.#grow()
    this.#tokens[this.#length++] = number
  }

  #pushAll(words: readonly number[] = []): void {
    for (const word of words) this.#push(word)
  }

  #expansionOfJoined(written: string): readonly number[] {
    let expansion = this.#joinedExpansions.get(written)
    if (expansion === undefined) {
      expansion = this.#wordsOf(soleExpansion(written) ?? '')
      if (this.#joinedExpansions.size < mostJoined) this.#joinedExpansions.set(written, expansion)
    }
    return expansion
  }

  #learnSpelling(written: string, kind: Token['kind']): number {
    const number = this.#learn(termOf(written, kind))
    const expansion = kind === 'syllable' ? soleExpansion(written) : undefined
    if (expansion !== undefined) this.#expansions.set(number, this.#wordsOf(expansion))
    return number
  }

  #wordsOf(phrase: string): number[] {
    return tokenize(phrase).map(({ term }) => this.#learn(term))
  }

  #learn(term: string): number {
    let number = this.#numbers.get(term)
    if (number === undefined) {
      const known = this.#base?.idOf(term) ?? -1
      if (known >= 0) return known
      number = (this.#base?.size ?? 0) + this.#words.length
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

/** Mean number of words of title, context and text. */
export type FieldLengths = readonly [number, number, number]

/** The mean field lengths of passages whose fields begin at `fieldStarts`, with the end as last. */
export function averageLengths(fieldStarts: ArrayLike<number>): FieldLengths {
  const passages = Math.max(1, (fieldStarts.length - 1) / 3)
  const totals: [number, number, number] = [0, 0, 0]
  for (let i = 0; i + 1 < fieldStarts.length; i++) totals[i % 3]! += fieldStarts[i + 1]! - fieldStarts[i]!
  return [totals[0] / passages, totals[1] / passages, totals[2] / passages]
}

function buildSegment(
  tokens: Uint32Array,
  bounds: Uint32Array,
  words: number,
  frequentPairs: PairTable,
  lengths: FieldLengths,
): Segment {
  const passages = (bounds.length - 1) / 3
  const factors = fieldFactors(bounds, passages, lengths)
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
function fieldFactors(bounds: Uint32Array, passages: number, lengths: FieldLengths): Float32Array {
  const weights = [fieldWeights.title, fieldWeights.context, fieldWeights.text]
  const factors = new Float32Array(passages * 3)
  for (let i = 0; i < passages * 3; i++) {
    const average = Math.max(1, lengths[i % 3]!)
    factors[i] = weights[i % 3]! / (1 - lengthPenalty + (lengthPenalty * (bounds[i + 1]! - bounds[i]!)) / average)
  }
  return factors
}
