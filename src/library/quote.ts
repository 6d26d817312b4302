import { createHash } from 'node:crypto'
import { remembered } from '../vietnamese/remembered.ts'
import type { Span } from '../vietnamese/sentences.ts'
import type { Document } from './document.ts'

/**
 * A stretch of a stored document. Its text is always read from the document, so a quotation that is not in the document
 * cannot be built.
 */
export class Quote implements Span {
  readonly document: Document
  readonly start: number
  readonly end: number
  #code: string | undefined

  /** @throws RangeError when the span does not lie inside the document's text or is empty. */
  constructor(document: Document, span: Span) {
    const { start, end } = span
    const whole = Number.isInteger(start) && Number.isInteger(end)
    if (!(whole && start >= 0 && end <= document.text.length && start < end)) {
      throw new RangeError(`no quotation at ${start}-${end} of ${document.id}`)
    }
    this.document = document
    this.start = start
    this.end = end
  }

  get text(): string {
    return this.document.text.slice(this.start, this.end)
  }

  /** Headings above the quotation, outermost first. */
  get sectionPath(): string[] {
    const block = blockAt(this.document, this.start)
    return block ? sectionPath(this.document, block.section) : []
  }

  /** Page number counted from 1, when the source had pages. */
  get page(): number | undefined {
    const pages = this.document.pages
    return pages ? pages.filter((start) => start <= this.start).length || 1 : undefined
  }

  /** Short name of this quotation: three characters for the document, six for its words. The same words give the same code. */
  get code(): string {
    this.#code ??= `${documentTag(this.document.id)}-${shortHash(this.text, 6)}`
    return this.#code
  }
}

/** The three characters that name a document in every code of its quotations. */
export const documentTag: (id: string) => string = remembered((id) => shortHash(id, 3), 10_000)

/** Crockford's base 32: no I, L, O, U, so that a code survives being read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function shortHash(text: string, length: number): string {
  const digest = createHash('sha256').update(text.normalize('NFC')).digest()
  let short = ''
  for (let at = 0; at < length; at++) short += alphabet[digest[at]! & 31]
  return short
}

/** The headings from the outermost section down to `section`, without the document itself. */
export function sectionPath(document: Document, section: number): string[] {
  const path: string[] = []
  for (let at = section; at > 0; ) {
    const { heading, parent } = document.sections[at] ?? { heading: '', parent: -1 }
    if (heading) path.unshift(heading)
    at = parent
  }
  return path
}

/** The block that holds the character at `offset`, by binary search; undefined between blocks. */
export function blockAt(document: Document, offset: number) {
  let low = 0
  let high = document.blocks.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const block = document.blocks[middle]!
    if (offset < block.start) high = middle - 1
    else if (offset >= block.end) low = middle + 1
    else return block
  }
  return undefined
}
