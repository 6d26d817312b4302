import type { CorpusIndex } from './corpus-index.ts'
import type { Candidate } from './engine.ts'

/** Only strong candidates say where to look. */
const sharpness = 3

/**
 * How much the candidates speak for a document: passages that stand beside other good candidates are more often the right ones. 1 for
 * the document with most.
 */
export class Votes {
  readonly #index: CorpusIndex
  readonly #byDocument = new Map<string, number>()
  #most = 0

  constructor(index: CorpusIndex, candidates: readonly Candidate[]) {
    this.#index = index
    const best = candidates[0]?.score || 1
    for (const { passage, score } of candidates) {
      const document = nameOf(index, passage)
      const votes = (this.#byDocument.get(document) ?? 0) + (score / best) ** sharpness
      this.#byDocument.set(document, votes)
      this.#most = Math.max(this.#most, votes)
    }
  }

  ofDocument(slot: number): number {
    return this.#most > 0 ? (this.#byDocument.get(nameOf(this.#index, slot)) ?? 0) / this.#most : 0
  }
}

/** A document may come in several files: its number names it then. */
function nameOf({ passages }: CorpusIndex, slot: number): string {
  const { id, metadata } = passages[slot]!.document
  return metadata.number ?? id
}
