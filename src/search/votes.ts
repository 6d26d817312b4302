import type { CorpusIndex } from './corpus-index.ts'
import type { Candidate } from './engine.ts'

/** Only strong candidates say where to look. */
const sharpness = 3

/** The document and the outermost heading of every passage as numbers, each found out when it is first asked for. */
export class Groups {
  readonly #index: CorpusIndex
  readonly #numbers = new Map<string, number>()
  /** Number + 1; 0 is not known yet. */
  readonly #documents: Uint32Array
  readonly #headings: Uint32Array

  constructor(index: CorpusIndex) {
    this.#index = index
    this.#documents = new Uint32Array(index.passages.length)
    this.#headings = new Uint32Array(index.passages.length)
  }

  /** A document may come in several files: its number names it then. */
  documentOf(slot: number): number {
    let group = this.#documents[slot]!
    if (group === 0) {
      const { id, metadata } = this.#index.passages[slot]!.document
      group = this.#numberOf(metadata.number ?? id)
      this.#documents[slot] = group
    }
    return group
  }

  /** The outermost heading above a passage: documents that deal with one matter share it. */
  headingOf(slot: number): number {
    let group = this.#headings[slot]!
    if (group === 0) {
      const { document, section } = this.#index.passages[slot]!
      let at = section
      while ((document.sections[at]?.parent ?? 0) > 0) at = document.sections[at]!.parent
      group = this.#numberOf(at > 0 ? (document.sections[at]?.heading ?? '') : '')
      this.#headings[slot] = group
    }
    return group
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.#numbers.size + 1)
    return this.#numbers.size
  }
}

/**
 * How much the candidates speak for a document, and for its outermost heading: passages that stand beside other good candidates are more
 * often the right ones. 1 for the one with most.
 */
export class Votes {
  readonly #groups: Groups
  readonly #documents = new Tally()
  readonly #headings = new Tally()

  constructor(groups: Groups, candidates: readonly Candidate[]) {
    this.#groups = groups
    const best = candidates[0]?.score || 1
    for (const { passage, score } of candidates) {
      const votes = (score / best) ** sharpness
      this.#documents.add(groups.documentOf(passage), votes)
      this.#headings.add(groups.headingOf(passage), votes)
    }
  }

  ofDocument(slot: number): number {
    return this.#documents.share(this.#groups.documentOf(slot))
  }

  ofHeading(slot: number): number {
    return this.#headings.share(this.#groups.headingOf(slot))
  }
}

class Tally {
  readonly #votes = new Map<number, number>()
  #most = 0

  add(group: number, votes: number): void {
    const sum = (this.#votes.get(group) ?? 0) + votes
    this.#votes.set(group, sum)
    this.#most = Math.max(this.#most, sum)
  }

  share(group: number): number {
    return this.#most > 0 ? (this.#votes.get(group) ?? 0) / this.#most : 0
  }
}
