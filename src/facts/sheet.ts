import type { Document } from '../library/document.ts'
import type { Fact } from './fact.ts'
import type { PlaceFinder } from './places.ts'

/** A fact before it has its id. */
export type Finding = Omit<Fact, 'id' | 'document'>

/** Collects the facts of one document and gives each its id. */
export class FactSheet {
  readonly #document: Document
  readonly #facts: Fact[] = []
  readonly #ids = new Map<string, number>()

  readonly #places: PlaceFinder

  constructor(document: Document, places: PlaceFinder) {
    this.#document = document
    this.#places = places
  }

  /** Files a finding. The id is made of the document, the kind and the place of the quote, and is the same on every load. */
  add(finding: Finding): Fact {
    const base = `${this.#document.id}:${finding.kind}:${finding.quote.start}`
    const twins = this.#ids.get(base) ?? 0
    this.#ids.set(base, twins + 1)
    const place = finding.place ?? this.#placeOf(finding)
    const id = twins === 0 ? base : `${base}:${twins}`
    const fact = { id, document: this.#document.id, ...finding, ...(place !== undefined && { place }) }
    this.#facts.push(fact)
    return fact
  }

  /** Puts a fact in the place of the one with its id. */
  replace(fact: Fact): void {
    const at = this.#facts.findIndex(({ id }) => id === fact.id)
    if (at >= 0) this.#facts[at] = fact
  }

  /** Papers of central bodies belong to no province, however provincial the text that cites them. */
  #placeOf({ quote, context, documentNumber }: Finding): string | undefined {
    if (documentNumber === undefined) return this.#places.of(quote, context)
    const isProvincial = /[/-](?:TU|UBND|HĐND|S\p{Lu}{2,})/u.test(documentNumber)
    return this.#places.within(quote) ?? (isProvincial ? this.#places.own : undefined)
  }

  /** All facts filed so far, in the order of the text. */
  facts(): Fact[] {
    return this.#facts.toSorted((a, b) => a.quote.start - b.quote.start)
  }
}
