import type { CorpusIndex } from './corpus-index.ts'
import type { QuestionWord } from './question.ts'
import type { Segment } from './segment.ts'
import { rareWord } from './segment.ts'

/** What ranking looks at, each between 0 and about 1. Coverage is always the share of the question's weight. */
export const featureNames = [
  'engine',
  'engineToBest',
  'titleCoverage',
  'titlePrecision',
  'titlePairs',
  'titlePairPrecision',
  'contextCoverage',
  'contextPairs',
  'textCoverage',
  'anyCoverage',
  'textPairs',
  'anyPairs',
  'textNearPairs',
  'window20',
  'window40',
  'window120',
  'longestRun',
  'missingWord',
  'numbers',
  'length',
  'earliness',
  'density',
  'force',
  'kindAsked',
  'documentVote',
  'headingVote',
] as const

export type FeatureName = (typeof featureNames)[number]

export const featureCount = featureNames.length

/** Only so much of a very long passage is read for ranking. */
const longestRead = 6000

/** Words of the question that ranking tells apart. */
const mostSlots = 120

/** Arrays that questions are laid out in, one after the other: made once, as they are large beside what one question needs. */
export class Scratch {
  /** Word number → slot + 1; 0 for words that are not asked. */
  readonly slotOf = new Uint8Array(0x10000)
  readonly wordWeights = new Float64Array(mostSlots)
  /** Slot × 128 + slot → pair + 1. */
  readonly pairOf = new Uint8Array(128 * 128)
  readonly marks = new Uint32Array(mostSlots)
  readonly pairMarks = new Uint32Array(256)
  readonly nearMarks = new Uint32Array(256)
  readonly seen = new Uint8Array(mostSlots)
  readonly pairsSeen = new Uint8Array(256)
  readonly positions = new Int32Array(longestRead)
  readonly slots = new Uint8Array(longestRead)
  readonly inWindow = new Uint16Array(mostSlots)
}

/** A question laid out for scanning passages: one slot per different known word. */
export class RankedQuestion {
  readonly #scratch: Scratch
  readonly #slotOf: Uint8Array
  readonly #index: CorpusIndex
  readonly #wordWeights: Float64Array
  readonly #isNumber: boolean[] = []
  readonly #words: number[] = []
  readonly #pairOf: Uint8Array
  readonly #pairWeights: number[] = []
  #total = 0
  /** Slots of words that were asked themselves, which come first, and the sum of their weights. */
  #asked = 0
  #askedTotal = 0
  #pairTotal = 0
  #numberTotal = 0
  readonly #marks: Uint32Array
  readonly #pairMarks: Uint32Array
  readonly #nearMarks: Uint32Array
  readonly #seen: Uint8Array
  readonly #pairsSeen: Uint8Array
  #round = 0
  readonly #positions: Int32Array
  readonly #slots: Uint8Array
  readonly #inWindow: Uint16Array

  /** @param scratch as it was made, or as `release` left it; serves one question at a time */
  constructor(index: CorpusIndex, words: readonly QuestionWord[], scratch: Scratch) {
    this.#scratch = scratch
    this.#slotOf = scratch.slotOf
    this.#wordWeights = scratch.wordWeights
    this.#pairOf = scratch.pairOf
    this.#marks = scratch.marks
    this.#pairMarks = scratch.pairMarks
    this.#nearMarks = scratch.nearMarks
    this.#seen = scratch.seen
    this.#pairsSeen = scratch.pairsSeen
    this.#positions = scratch.positions
    this.#slots = scratch.slots
    this.#inWindow = scratch.inWindow
    this.#index = index
    let previous = -1
    for (const { term, weight, written } of words) {
      const id = index.vocabulary.idOf(term)
      const slot = id < 0 || id >= rareWord ? -1 : this.#slot(id, term, weight)
      if (written === 'first') previous = -1
      // Words the corpus does not hold count as missing, those that were not asked do not.
      if (written !== undefined && slot < 0) {
        previous = -1
        continue
      }
      if (id < 0) this.#total += weight * index.informativeness(0)
      else if (id >= rareWord) this.#total += weight * index.informativeness(1)
      if (previous >= 0 && slot >= 0) this.#pair(previous, slot)
      previous = slot
      if (written === undefined) {
        this.#asked = this.#words.length
        this.#askedTotal = this.#total
      }
    }
  }

  /** Sum of the weights of the different words. */
  get total(): number {
    return this.#total
  }

  /** Leaves the scratch arrays to the next question. */
  release(): void {
    const { pairOf, marks, pairMarks, nearMarks } = this.#scratch
    for (const word of this.#words) this.#slotOf[word] = 0
    for (const used of [pairOf, marks, pairMarks, nearMarks]) used.fill(0)
  }

  /** Fills `features` for passage number `passage` of a segment and returns the share of the words asked that it holds. */
  measure(segment: Segment, passage: number, features: Float32Array): number {
    const { tokens, fieldStarts } = segment
    const titleStart = fieldStarts[passage * 3]!
    const contextStart = fieldStarts[passage * 3 + 1]!
    const textStart = fieldStarts[passage * 3 + 2]!
    const textEnd = Math.min(fieldStarts[passage * 3 + 3]!, textStart + longestRead)
    const total = this.#total || 1
    const pairTotal = this.#pairTotal || 1

    const slotCount = this.#words.length
    const pairCount = this.#pairWeights.length
    const seen = this.#seen.fill(0, 0, slotCount)
    const pairsSeen = this.#pairsSeen.fill(0, 0, pairCount)

    const title = this.#field(tokens, titleStart, contextStart, seen, pairsSeen)
    const context = this.#field(tokens, contextStart, textStart, seen, pairsSeen)
    const text = this.#text(tokens, textStart, textEnd, seen, pairsSeen)
    let held = 0
    let heldOfAsked = 0
    let missing = 0
    let numbers = 0
    for (let slot = 0; slot < slotCount; slot++) {
      const weight = this.#wordWeights[slot]!
      if (seen[slot] === 1) {
        held += weight
        if (slot < this.#asked) heldOfAsked += weight
        if (this.#isNumber[slot]) numbers += weight
      } else if (weight > missing) missing = weight
    }
    let pairsHeld = 0
    for (let pair = 0; pair < pairCount; pair++) if (pairsSeen[pair] !== 0) pairsHeld += this.#pairWeights[pair]!

    features[2] = title.words / total
    features[3] = title.precision
    features[4] = title.pairs / pairTotal
    features[5] = contextStart - titleStart > 1 ? title.pairCount / (contextStart - titleStart - 1) : 0
    features[6] = context.words / total
    features[7] = context.pairs / pairTotal
    features[8] = text.words / total
    features[9] = held / total
    features[10] = text.pairs / pairTotal
    features[11] = pairsHeld / pairTotal
    features[12] = text.near / pairTotal
    features[13] = text.window20 / total
    features[14] = text.window40 / total
    features[15] = text.window120 / total
    features[16] = Math.max(text.run, title.run) / total
    features[17] = missing / total
    features[18] = this.#numberTotal > 0 ? numbers / this.#numberTotal : 0
    const length = fieldStarts[passage * 3 + 3]! - textStart
    features[19] = Math.log(1 + length) / 8
    features[20] = text.first < 0 ? 0 : 1 / (1 + text.first / 50)
    features[21] = length > 0 ? Math.min(1, text.matches / length) : 0
    return heldOfAsked / (this.#askedTotal || 1)
  }

  #slot(id: number, term: string, weight: number): number {
    const known = this.#slotOf[id]!
    const informative = weight * this.#index.informativeness(this.#index.wordFrequency(id))
    const number = /^\d/.test(term)
    if (known > 0) {
      const gain = informative - this.#wordWeights[known - 1]!
      if (gain > 0) {
        this.#wordWeights[known - 1] = informative
        this.#total += gain
        if (number) this.#numberTotal += gain
      }
      return known - 1
    }
    if (this.#words.length === mostSlots) return -1
    this.#words.push(id)
    this.#wordWeights[this.#words.length - 1] = informative
    this.#isNumber.push(number)
    this.#total += informative
    if (number) this.#numberTotal += informative
    this.#slotOf[id] = this.#words.length
    return this.#words.length - 1
  }

  #pair(first: number, second: number): void {
    const at = first * 128 + second
    if (this.#pairOf[at] !== 0 || this.#pairWeights.length === 255) return
    const frequency = this.#index.pairFrequency(this.#words[first]!, this.#words[second]!)
    const dampening = Math.min(
      this.#wordWeights[first]! / this.#index.informativeness(this.#index.wordFrequency(this.#words[first]!)),
      this.#wordWeights[second]! / this.#index.informativeness(this.#index.wordFrequency(this.#words[second]!)),
    )
    const weight = dampening * this.#index.informativeness(frequency)
    this.#pairWeights.push(weight)
    this.#pairTotal += weight
    this.#pairOf[at] = this.#pairWeights.length
  }

  #field(tokens: Uint16Array, start: number, end: number, seen: Uint8Array, pairsSeen: Uint8Array) {
    const round = ++this.#round
    let words = 0
    let pairs = 0
    let pairCount = 0
    let informative = 0
    let matched = 0
    let run = 0
    let longest = 0
    let previous = -1
    for (let at = start; at < end; at++) {
      const word = tokens[at]!
      const slot = this.#slotOf[word]! - 1
      const weight = this.#index.wordInformativeness(word)
      informative += weight
      if (slot < 0) {
        previous = -1
        run = 0
        continue
      }
      matched += weight
      if (this.#marks[slot] !== round) {
        this.#marks[slot] = round
        seen[slot] = 1
        words += this.#wordWeights[slot]!
      }
      const pair = previous < 0 ? -1 : this.#pairOf[previous * 128 + slot]! - 1
      if (pair >= 0) {
        pairCount++
        if (this.#pairMarks[pair] !== round) {
          this.#pairMarks[pair] = round
          pairsSeen[pair] = 1
          pairs += this.#pairWeights[pair]!
        }
        run += this.#wordWeights[slot]!
      } else run = this.#wordWeights[slot]!
      if (run > longest) longest = run
      previous = slot
    }
    return { words, pairs, pairCount, precision: informative > 0 ? matched / informative : 0, run: longest }
  }

  #text(tokens: Uint16Array, start: number, end: number, seen: Uint8Array, pairsSeen: Uint8Array) {
    const round = ++this.#round
    // Fields are read once: this loop runs over every word of every candidate.
    const positions = this.#positions
    const slots = this.#slots
    const slotOf = this.#slotOf
    const pairOf = this.#pairOf
    const weights = this.#wordWeights
    let matches = 0
    let words = 0
    let pairs = 0
    let near = 0
    let run = 0
    let longest = 0
    for (let at = start; at < end; at++) {
      const slot = slotOf[tokens[at]!]! - 1
      if (slot < 0) continue
      const weight = weights[slot]!
      if (this.#marks[slot] !== round) {
        this.#marks[slot] = round
        seen[slot] = 1
        words += weight
      }
      let runs = false
      for (let back = matches - 1; back >= 0 && back >= matches - 4 && at - positions[back]! <= 5; back--) {
        const pair = pairOf[slots[back]! * 128 + slot]! - 1
        if (pair < 0) continue
        if (positions[back] === at - 1) {
          runs = true
          if (pairsSeen[pair] !== 2) {
            pairsSeen[pair] = 2
            pairs += this.#pairWeights[pair]!
          }
        }
        if (this.#nearMarks[pair] !== round) {
          this.#nearMarks[pair] = round
          near += this.#pairWeights[pair]!
        }
      }
      run = runs ? run + weight : weight
      if (run > longest) longest = run
      positions[matches] = at
      slots[matches] = slot
      matches++
    }
    return {
      words,
      pairs,
      near,
      run: longest,
      matches,
      first: matches === 0 ? -1 : positions[0]! - start,
      window20: this.#bestWindow(matches, 20),
      window40: this.#bestWindow(matches, 40),
      window120: this.#bestWindow(matches, 120),
    }
  }

  /** The greatest weight of different words within `width` tokens. */
  #bestWindow(matches: number, width: number): number {
    const inWindow = this.#inWindow.fill(0, 0, this.#words.length)
    const positions = this.#positions
    const slots = this.#slots
    const weights = this.#wordWeights
    let best = 0
    let weight = 0
    for (let from = 0, to = 0; to < matches; to++) {
      const slot = slots[to]!
      if (inWindow[slot]!++ === 0) weight += weights[slot]!
      for (; positions[to]! - positions[from]! >= width; from++) {
        const left = slots[from]!
        if (--inWindow[left]! === 0) weight -= weights[left]!
      }
      if (weight > best) best = weight
    }
    return best
  }
}
