import type { Passage } from '../library/document.ts'
import { takingTurns } from '../taking-turns.ts'
import { Definitions, definedIn } from './abbreviated.ts'
import { buildInBackground } from './background-build.ts'
import { fieldsOf } from './fields.ts'
import { averageLengths, IndexBuilder } from './indexing.ts'
import { frequencyOf, pairKey, rareWord, type Segment } from './segment.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is stored of an index: everything but the passages themselves. */
export interface IndexContent {
  readonly vocabulary: Vocabulary
  readonly segments: readonly Segment[]
  /** Abbreviations that the passages define, by their folded form. */
  readonly defined: ReadonlyMap<string, string>
}

/**
 * Segments with the passages they stand for: what engines, repair and ranking read. A passage is named by its slot: its position
 * counted through all segments, which is its position in the list the index was built from. Never changed; `update` gives a new one that
 * shares the unchanged segments.
 */
export class CorpusIndex {
  readonly vocabulary: Vocabulary
  readonly segments: readonly Segment[]
  readonly defined: ReadonlyMap<string, string>
  /** By slot; undefined where a passage was removed. */
  readonly passages: readonly (Passage | undefined)[]
  /** Passages that are not removed. */
  readonly size: number
  /** Number of different words of each passage, summed over all passages. */
  readonly totalFrequency: number
  readonly #frequencies: Uint32Array
  readonly #informativeness: Float32Array

  constructor({ vocabulary, segments, defined }: IndexContent, passages: readonly (Passage | undefined)[]) {
    this.vocabulary = vocabulary
    this.segments = segments
    this.defined = defined
    this.passages = passages
    this.size = passages.reduce((count, passage) => count + (passage ? 1 : 0), 0)
    const frequencies = new Uint32Array(vocabulary.size)
    for (const { words } of segments) {
      for (let i = 0; i < words.keys.length; i++) {
        frequencies[words.keys[i]!]! += words.starts[i + 1]! - words.starts[i]!
      }
    }
    this.#frequencies = frequencies
    this.totalFrequency = frequencies.reduce((sum, frequency) => sum + frequency, 0)
    this.#informativeness = Float32Array.from(frequencies, (frequency) => this.informativeness(frequency))
  }

  /** Builds at once, on this thread: for corpora of some thousand passages. */
  static build(passages: readonly Passage[]): CorpusIndex {
    const builder = new IndexBuilder()
    for (const passage of passages) builder.add(fieldsOf(passage))
    const defined = definedIn(passages.map(({ document, start, end }) => document.text.slice(start, end)))
    return new CorpusIndex({ ...builder.finish(), defined }, passages)
  }

  /** True when slots have been freed: engines must then leave passages out. */
  get hasGaps(): boolean {
    return this.size < this.passages.length
  }

  /**
   * The index of another list of passages, made while others get their turn. Passages that are in it already, the same objects, are not read again;
   * new ones are read by a worker and form a segment of their own. It finds the same passages as an index built anew, but weighs words a little
   * differently. Undefined when so much has changed that building anew is better.
   */
  async update(passages: readonly Passage[]): Promise<CorpusIndex | undefined> {
    const wanted = new Set(passages)
    const kept = this.passages.map((passage) => (passage && wanted.delete(passage) ? passage : undefined))
    const added = [...wanted]
    const gaps = kept.reduce((count, passage) => count + (passage ? 0 : 1), 0)
    if (gaps + added.length > passages.length / 4 || this.segments.length >= mostSegments) return undefined
    const definitions = new Definitions()
    const turn = takingTurns()
    for (const { document, start, end } of passages) {
      definitions.read(document.text.slice(start, end))
      await turn()
    }
    const defined = definitions.found()
    const { vocabulary: known, segments: before } = this
    if (added.length === 0) return new CorpusIndex({ vocabulary: known, segments: before, defined }, kept)
    const base = { vocabulary: known.arrays, lengths: averageLengths(before[0]?.fieldStarts ?? []) }
    const { vocabulary, segments } = await buildInBackground(added, undefined, base)
    return new CorpusIndex({ vocabulary, segments: [...before, ...segments], defined }, [...kept, ...added])
  }

  /** Number of passages that hold the word. */
  wordFrequency(word: number): number {
    return this.#frequencies[word] ?? 0
  }

  /** Number of passages that hold the words side by side; 0 also for pairs too rare to be indexed. */
  pairFrequency(first: number, second: number): number {
    if (first >= rareWord || second >= rareWord || first < 0 || second < 0) return 0
    const key = pairKey(first, second)
    let sum = 0
    for (const { pairs } of this.segments) sum += frequencyOf(pairs, key)
    return sum
  }

  /** `informativeness` of a word. */
  wordInformativeness(word: number): number {
    return this.#informativeness[word] ?? 0
  }

  /** How much a word that `frequency` passages hold says about a passage. */
  informativeness(frequency: number): number {
    return Math.log(1 + Math.max(0, this.passages.length - frequency + 0.5) / (frequency + 0.5))
  }
}

/** Every search looks into every segment. */
const mostSegments = 16
