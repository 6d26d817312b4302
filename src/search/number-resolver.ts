import type { Document, Passage } from '../library/document.ts'
import { LawNames } from '../library/law-names.ts'
import { takingTurns } from '../taking-turns.ts'
import { type DocumentNumber, findDocumentNumbers, sameDocumentNumber } from '../vietnamese/document-numbers.ts'
import { fold } from '../vietnamese/normal-form.ts'

interface NumberedDocument {
  /** Kind and number as the metadata have them; read when a question first asks for the serial number. */
  readonly written: string
  number?: DocumentNumber | undefined
  /** Slots of its passages, in order. */
  readonly passages: number[]
}

/** What a question names by number. */
export interface Resolved {
  /** Passages of the articles that are named; empty when the question names documents only. */
  readonly articles: readonly number[]
  /** Every passage of every document whose number agrees. */
  readonly documents: readonly number[]
}

/** Passages taken in before others may get their turn. */
const atOnce = 200

/** Finds documents by number and their articles, before any ranking: ranking cannot tell "Điều 5" from "Điều 6". */
export class NumberResolver {
  readonly #passages: readonly (Passage | undefined)[]
  /** By the first digits of the number, without leading zeros. */
  readonly #bySerial = new Map<string, Map<string, NumberedDocument>>()
  /** Slots of the passages of each law. */
  readonly #slotsOf = new Map<Document, number[]>()
  readonly #laws = new LawNames()
  #last:
    | { readonly document: Document; readonly slots: number[]; readonly numbered: NumberedDocument | undefined }
    | undefined

  private constructor(passages: readonly (Passage | undefined)[]) {
    this.#passages = passages
  }

  /** Made while others get their turn: a large library takes some hundred milliseconds. */
  static async inTurns(passages: readonly (Passage | undefined)[]): Promise<NumberResolver> {
    const resolver = new NumberResolver(passages)
    const turn = takingTurns()
    for (let slot = 0; slot < passages.length; slot++) {
      const passage = passages[slot]
      if (passage) resolver.#add(passage, slot)
      if (slot % atOnce === 0) await turn()
    }
    return resolver
  }

  #add({ document }: Passage, slot: number): void {
    // Passages of a document come together.
    if (this.#last?.document !== document) {
      this.#last = { document, slots: [], numbered: this.#numbered(document) }
      if (this.#laws.add(document)) this.#slotsOf.set(document, this.#last.slots)
    }
    this.#last.slots.push(slot)
    this.#last.numbered?.passages.push(slot)
  }

  /** The passages that a question names by number; several documents with one number are all given. */
  resolve(question: string): Resolved {
    const articles = new Set<number>()
    const documents = new Set<number>()
    for (const { matches, article } of this.#referencesIn(question)) {
      for (const slot of matches.flatMap(({ passages }) => passages)) {
        documents.add(slot)
        if (article !== undefined && isInArticle(this.#passages[slot]!, article)) articles.add(slot)
      }
    }
    for (const slot of this.#articlesOfNamedLaws(question)) articles.add(slot)
    return { articles: [...articles], documents: [...documents] }
  }

  /** "Điều 5 Luật Thanh niên": a law that is named without an article is left to ranking. */
  #articlesOfNamedLaws(question: string): number[] {
    const article = articleIn(fold(question))
    if (article === undefined) return []
    return this.#laws
      .in(question)
      .flatMap((law) => this.#slotsOf.get(law) ?? [])
      .filter((slot) => isInArticle(this.#passages[slot]!, article))
  }

  #referencesIn(question: string): { matches: NumberedDocument[]; article: string | undefined }[] {
    const whole = findDocumentNumbers(question).map((reference) => ({
      matches: this.#documentsOf(reference),
      article: reference.article,
    }))
    return [...whole, ...this.#lawsIn(question)]
  }

  #documentsOf(reference: DocumentNumber): NumberedDocument[] {
    const sameSerial = [...(this.#bySerial.get(String(reference.number))?.values() ?? [])]
    for (const document of sameSerial) {
      if (!('number' in document)) document.number = findDocumentNumbers(document.written)[0]
    }
    const same = sameSerial.filter(({ number }) => number && sameDocumentNumber(reference, number))
    if (same.length > 0 || reference.year === undefined) return same
    // Serial number, year and type agree: the issuer is cut short or mistyped.
    return sameSerial.filter(({ number }) => number?.year === reference.year && number?.symbol === reference.symbol)
  }

  /** Laws are called by number and year alone, without the term of the National Assembly: "Luật 43/2019, Điều 11". */
  #lawsIn(question: string): { matches: NumberedDocument[]; article: string | undefined }[] {
    const folded = fold(question)
    const article = articleIn(folded)
    return Array.from(folded.matchAll(/\b(?:luat|phap lenh)(?: so)? 0*(\d{1,4})\/((?:19|20)\d{2})\b(?!\/)/g), (law) => {
      const sameSerial = [...(this.#bySerial.get(law[1]!)?.values() ?? [])]
      const named = new RegExp(`\\b(?:luat|phap lenh)\\b.*\\b0*${law[1]}/${law[2]}/`)
      return { matches: sameSerial.filter(({ written }) => named.test(fold(written))), article }
    })
  }

  #numbered({ metadata: { number, kind = '' } }: Document): NumberedDocument | undefined {
    if (number === undefined) return undefined
    // A document may come in several files, one after the other.
    const before = this.#last?.document.metadata
    if (before?.number === number && (before.kind ?? '') === kind) return this.#last!.numbered
    const serial = /0*(\d+)/.exec(number)?.[1] ?? ''
    const written = `${kind} ${number}`.trim()
    const sameSerial = this.#bySerial.get(serial) ?? new Map<string, NumberedDocument>()
    this.#bySerial.set(serial, sameSerial)
    const document = sameSerial.get(written) ?? { written, passages: [] }
    sameSerial.set(written, document)
    return document
  }
}

function articleIn(folded: string): string | undefined {
  return /\bdieu (\d{1,4}[a-z]?)\b/.exec(folded)?.[1]
}

function isInArticle({ document, section }: Passage, article: string): boolean {
  for (let at = section; at > 0; at = document.sections[at]?.parent ?? -1) {
    const { mark, label } = document.sections[at] ?? { mark: 'document', label: '' }
    if (mark === 'article') return fold(label).replace(/^dieu\s*|[.:]+$/g, '') === article
  }
  return false
}
