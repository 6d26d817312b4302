import type { CorpusIndex } from './corpus-index.ts'
import type { Candidate } from './engine.ts'

/** Only strong candidates say where to look. */
const sharpness = 3

/**
 * How much the candidates speak for a document, and for its outermost heading: passages that stand beside other good candidates are more
 * often the right ones. 1 for the one with most.
 */
export class Votes {
  readonly #index: CorpusIndex
  readonly #documents = new Tally()
  readonly #headings = new Tally()

  constructor(index: CorpusIndex, candidates: readonly Candidate[]) {
    this.#index = index
    const best = candidates[0]?.score || 1
    for (const { passage, score } of candidates) {
      const votes = (score / best) ** sharpness
      this.#documents.add(documentOf(index, passage), votes)
      this.#headings.add(headingOf(index, passage), votes)
    }
  }

  ofDocument(slot: number): number {
    return this.#documents.share(documentOf(this.#index, slot))
  }

  ofHeading(slot: number): number {
    return this.#headings.share(headingOf(this.#index, slot))
  }
}

class Tally {
  readonly #votes = new Map<string, number>()
  #most = 0

  add(name: string, votes: number): void {
    const sum = (this.#votes.get(name) ?? 0) + votes
    this.#votes.set(name, sum)
    this.#most = Math.max(this.#most, sum)
  }

  share(name: string): number {
    return this.#most > 0 ? (this.#votes.get(name) ?? 0) / this.#most : 0
  }
}

/** A document may come in several files: its number names it then. */
function documentOf({ passages }: CorpusIndex, slot: number): string {
  const { id, metadata } = passages[slot]!.document
  return metadata.number ?? id
}

/** The outermost heading above a passage: documents that deal with one matter share it. */
function headingOf({ passages }: CorpusIndex, slot: number): string {
  const { document, section } = passages[slot]!
  let at = section
  while ((document.sections[at]?.parent ?? 0) > 0) at = document.sections[at]!.parent
  return at > 0 ? (document.sections[at]?.heading ?? '') : ''
}
