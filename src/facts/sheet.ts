import type { Document } from '../library/document.ts'
import type { Fact } from './fact.ts'

/** A fact before it has its id. */
export type Finding = Omit<Fact, 'id' | 'document'>

/** Collects the facts of one document and gives each its id. */
export class FactSheet {
  readonly #document: Document
  readonly #facts: Fact[] = []
  readonly #ids = new Map<string, number>()

  constructor(document: Document) {
    this.#document = document
  }

  /** Files a finding. The id is made of the document, the kind and the place of the quote, and is the same on every load. */
  add(finding: Finding): Fact {
    const base = `${this.#document.id}:${finding.kind}:${finding.quote.start}`
    const twins = this.#ids.get(base) ?? 0
    this.#ids.set(base, twins + 1)
    const fact = { id: twins === 0 ? base : `${base}:${twins}`, document: this.#document.id, ...finding }
    this.#facts.push(fact)
    return fact
  }

  /** All facts filed so far, in the order of the text. */
  facts(): Fact[] {
    return this.#facts.toSorted((a, b) => a.quote.start - b.quote.start)
  }
}
