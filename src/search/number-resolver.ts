import type { Passage } from '../library/document.ts'
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

/** Finds documents by number and their articles, before any ranking: ranking cannot tell "Điều 5" from "Điều 6". */
export class NumberResolver {
  readonly #passages: readonly (Passage | undefined)[]
  /** By the first digits of the number, without leading zeros. */
  readonly #bySerial = new Map<string, Map<string, NumberedDocument>>()

  constructor(passages: readonly (Passage | undefined)[]) {
    this.#passages = passages
    let last: { number: string; kind: string; document: NumberedDocument } | undefined
    passages.forEach((passage, slot) => {
      const { number, kind = '' } = passage?.document.metadata ?? {}
      if (number === undefined) return
      // Passages of a document come together.
      if (last?.number !== number || last.kind !== kind)
        last = { number, kind, document: this.#documentOf(number, kind) }
      last.document.passages.push(slot)
    })
  }

  /** The passages that a question names by number; several documents with one number are all given. */
  resolve(question: string): Resolved {
    const articles = new Set<number>()
    const documents = new Set<number>()
    for (const reference of findDocumentNumbers(question)) {
      for (const document of this.#bySerial.get(String(reference.number))?.values() ?? []) {
        if (!('number' in document)) document.number = findDocumentNumbers(document.written)[0]
        const { number, passages } = document
        if (!number || !sameDocumentNumber(reference, number)) continue
        for (const passage of passages) {
          documents.add(passage)
          if (reference.article !== undefined && isInArticle(this.#passages[passage]!, reference.article))
            articles.add(passage)
        }
      }
    }
    return { articles: [...articles], documents: [...documents] }
  }

  #documentOf(number: string, kind: string): NumberedDocument {
    const serial = /0*(\d+)/.exec(number)?.[1] ?? ''
    const written = `${kind} ${number}`.trim()
    const sameSerial = this.#bySerial.get(serial) ?? new Map<string, NumberedDocument>()
    this.#bySerial.set(serial, sameSerial)
    const document = sameSerial.get(written) ?? { written, passages: [] }
    sameSerial.set(written, document)
    return document
  }
}

function isInArticle({ document, section }: Passage, article: string): boolean {
  for (let at = section; at > 0; at = document.sections[at]?.parent ?? -1) {
    const { mark, label } = document.sections[at] ?? { mark: 'document', label: '' }
    if (mark === 'article') return fold(label).replace(/^dieu\s*|[.:]+$/g, '') === article
  }
  return false
}
