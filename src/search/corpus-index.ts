import type { Passage } from '../library/document.ts'
import { fieldsOf } from './fields.ts'
import { IndexBuilder } from './indexing.ts'
import { frequencyOf, pairKey, rareWord, type Segment } from './segment.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Segments with the passages they stand for: what engines, repair and ranking read. */
export class CorpusIndex {
  readonly vocabulary: Vocabulary
  readonly segments: readonly Segment[]
  readonly passages: readonly Passage[]
  /** Number of different words of each passage, summed over all passages. */
  readonly totalFrequency: number
  readonly #frequencies: Uint32Array
  readonly #informativeness: Float32Array

  constructor(vocabulary: Vocabulary, segments: readonly Segment[], passages: readonly Passage[]) {
    this.vocabulary = vocabulary
    this.segments = segments
    this.passages = passages
    const frequencies = new Uint32Array(vocabulary.size)
    for (const { words } of segments) {
      for (let i = 0; i < words.keys.length; i++)
        frequencies[words.keys[i]!]! += words.starts[i + 1]! - words.starts[i]!
    }
    this.#frequencies = frequencies
    this.totalFrequency = frequencies.reduce((sum, frequency) => sum + frequency, 0)
    this.#informativeness = Float32Array.from(frequencies, (frequency) => this.informativeness(frequency))
  }

  /** Builds at once, on this thread: for corpora of some thousand passages. */
  static build(passages: readonly Passage[]): CorpusIndex {
    const builder = new IndexBuilder()
    for (const passage of passages) builder.add(fieldsOf(passage))
    const { vocabulary, segments } = builder.finish()
    return new CorpusIndex(vocabulary, segments, passages)
  }

  get size(): number {
    return this.passages.length
  }

  /** Number of passages that hold the word. */
  wordFrequency(word: number): number {
    return this.#frequencies[word] ?? 0
  }

  /** Number of passages that hold the words side by side; 0 also for pairs too rare to be indexed. */
  pairFrequency(first: number, second: number): number {
    if (first >= rareWord || second >= rareWord || first < 0 || second < 0) return 0
    const key = pairKey(first, second)
    return this.segments.reduce((sum, segment) => sum + frequencyOf(segment.pairs, key), 0)
  }

  /** `informativeness` of a word. */
  wordInformativeness(word: number): number {
    return this.#informativeness[word] ?? 0
  }

  /** How much a word that `frequency` passages hold says about a passage. */
  informativeness(frequency: number): number {
    return Math.log(1 + (this.size - frequency + 0.5) / (frequency + 0.5))
  }
}
