import { fold } from '../vietnamese/normal-form.ts'
import type { Document } from './document.ts'

/** Kinds of paper that people call by name alone: "Điều 5 Luật Thanh niên". */
const kinds = /^(?:bo luat|luat|phap lenh|hien phap)\b/

/** Longer names than this are no longer said whole, in words. */
const longestName = 16

const names = new WeakMap<Document, string>()

/** "luat thanh nien": what a law is called, folded; empty for other papers. Read once for each document. */
function lawName(document: Document): string {
  const { title, kind = '' } = document.metadata
  if (!isLaw(kind, title)) return ''
  const known = names.get(document)
  if (known !== undefined) return known
  const name = nameIn(kind, title)
  names.set(document, name)
  return name
}

function isLaw(kind: string, title: string): boolean {
  return kinds.test(fold(kind === '' ? title.slice(0, 12) : kind))
}

function nameIn(kind: string, title: string): string {
  const plain = words(title).join(' ')
  const called = kinds.test(plain) ? plain : `${fold(kind)} ${plain}`
  return called.replace(/ (?:so|ngay|nam) \d.*$/, '').replace(/ \d{4}$/, '')
}

function words(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? []
}

/** Finds laws that a question calls by name, with or without diacritics. */
export class LawNames {
  readonly #byName = new Map<string, Document[]>()

  constructor(documents: Iterable<Document> = []) {
    for (const document of documents) this.add(document)
  }

  /** @returns whether the document is a law that has a name */
  add(document: Document): boolean {
    const name = lawName(document)
    if (name === '') return false
    // "luật hình sự" is said for the Code, too.
    for (const called of new Set([name, name.replace(/^bo /, '')])) {
      if (!called.includes(' ')) continue
      const same = this.#byName.get(called)
      if (same) same.push(document)
      else this.#byName.set(called, [document])
    }
    return true
  }

  /** The laws named, the longest name from each place on; several editions of one law are all given unless the question names a year of theirs. */
  in(question: string): Document[] {
    const said = words(question)
    const found = new Set<Document>()
    for (let at = 0; at < said.length; at++) {
      if (!kinds.test(said.slice(at, at + 2).join(' '))) continue
      for (let end = Math.min(said.length, at + longestName); end > at + 1; end--) {
        const editions = this.#byName.get(said.slice(at, end).join(' '))
        if (!editions) continue
        const year = said.slice(end).find((word) => /^(?:19|20)\d{2}$/.test(word))
        const ofYear = editions.filter(({ metadata }) => year !== undefined && metadata.issuedOn?.startsWith(year))
        for (const edition of ofYear.length > 0 ? ofYear : editions) found.add(edition)
        at = end - 1
        break
      }
    }
    return [...found]
  }
}
