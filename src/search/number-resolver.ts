import type { Passage } from '../library/document.ts'
import { type DocumentNumber, findDocumentNumbers, sameDocumentNumber } from '../vietnamese/document-numbers.ts'
import { fold } from '../vietnamese/normal-form.ts'

interface NumberedDocument {
  readonly number: DocumentNumber
  /** Indices into the passages, in order. */
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
  readonly #passages: readonly Passage[]
  readonly #bySerial = new Map<number, NumberedDocument[]>()

  constructor(passages: readonly Passage[]) {
    this.#passages = passages
    const known = new Map<string, NumberedDocument | undefined>()
    passages.forEach(({ document: { metadata } }, i) => {
      if (metadata.number === undefined) return
      const written = `${metadata.kind ?? ''} ${metadata.number}`.trim()
      if (!known.has(written)) known.set(written, this.#learn(written))
      known.get(written)?.passages.push(i)
    })
  }

  /** The passages that a question names by number; several documents with one number are all given. */
  resolve(question: string): Resolved {
    const articles = new Set<number>()
    const documents = new Set<number>()
    for (const reference of findDocumentNumbers(question)) {
      for (const { number, passages } of this.#bySerial.get(reference.number) ?? []) {
        if (!sameDocumentNumber(reference, number)) continue
        for (const passage of passages) {
          documents.add(passage)
          if (reference.article !== undefined && isInArticle(this.#passages[passage]!, reference.article))
            articles.add(passage)
        }
      }
    }
    return { articles: [...articles], documents: [...documents] }
  }

  #learn(written: string): NumberedDocument | undefined {
    const number = findDocumentNumbers(written)[0]
    if (!number) return undefined
    const document = { number, passages: [] }
    const sameSerial = this.#bySerial.get(number.number)
    if (sameSerial) sameSerial.push(document)
    else this.#bySerial.set(number.number, [document])
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
