import { ownNumber, plainWords } from '../src/facts/catalog.ts'
import type { Fact } from '../src/facts/fact.ts'
import type { Knowledge } from '../src/knowledge.ts'
import type { Document } from '../src/library/document.ts'
import type { Reading } from '../src/questions/reading.ts'
import { type DocumentNumber, sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { tokenize } from '../src/vietnamese/tokens.ts'
import type { Request } from './handler.ts'

/** The documents that a question about provinces can be answered from; undefined when it names none. */
export function documentsAbout({ catalog }: Knowledge, places: readonly string[]): ReadonlySet<string> | undefined {
  if (places.length === 0) return undefined
  const mainly = places.flatMap((place) => catalog.mainlyAbout(place))
  const about = mainly.length > 0 ? mainly : places.flatMap((place) => catalog.naming(place))
  return new Set(about.map(({ id }) => id))
}

/**
 * The documents that a question can be answered from: those about its provinces, and of these those that bear a number it names, or else
 * cite it.
 * Undefined when it limits nothing; empty when no document is about a province that it names.
 */
export function scopeOf(knowledge: Knowledge, reading: Reading): ReadonlySet<string> | undefined {
  const known = scopes.get(reading)
  if (known && known.knowledge === knowledge) return known.documents
  const documents = documentsFor(knowledge, reading)
  scopes.set(reading, { knowledge, documents })
  return documents
}

/**
 * The documents whose sentences and facts can answer: those of `scopeOf`, and those about something else that name a province asked
 * about. Of the latter only what names it counts: see about-place.ts.
 */
export function reachOf(knowledge: Knowledge, reading: Reading): ReadonlySet<string> | undefined {
  const within = scopeOf(knowledge, reading)
  if (!within || reading.documents.length > 0) return within
  const naming = reading.places.flatMap(({ place }) => knowledge.catalog.naming(place))
  return new Set([...within, ...naming.map(({ id }) => id)])
}

/** Several handlers look at one question. */
const scopes = new WeakMap<
  Reading,
  { readonly knowledge: Knowledge; readonly documents: ReadonlySet<string> | undefined }
>()

function documentsFor(knowledge: Knowledge, reading: Reading): ReadonlySet<string> | undefined {
  const about = documentsAbout(
    knowledge,
    reading.places.map(({ place }) => place),
  )
  if (reading.documents.length === 0 || about?.size === 0) return about
  const { catalog, ledger } = knowledge
  const within = (documents: readonly Document[]) => documents.filter(({ id }) => !about || about.has(id))
  const numbered = reading.documents.flatMap((asked) =>
    within(catalog.bearing(asked.number)).filter((document) => bearsNumber(document, asked)),
  )
  if (numbered.length > 0) return new Set(numbered.map(({ id }) => id))
  const citing = reading.documents
    .flatMap(({ number }) => within(catalog.citing(number)))
    .filter(({ id }) => ledger.of(id).some((fact) => citesNumber(fact, reading.documents)))
  return citing.length > 0 ? new Set(citing.map(({ id }) => id)) : about
}

function citesNumber({ kind, documentNumber }: Fact, asked: readonly DocumentNumber[]): boolean {
  return (
    kind === 'document_number' &&
    documentNumber !== undefined &&
    asked.some((number) => sameDocumentNumber(number, documentNumber))
  )
}

/** Whether a document is the one asked for, by its own number, or by a title that begins with it. */
export function bearsNumber(document: Document, asked: DocumentNumber): boolean {
  const number = ownNumber(document)
  return number !== undefined && sameDocumentNumber(asked, number)
}

const titles = new WeakMap<Document, ReadonlySet<string>>()

/** The folded words of a document's title and kind. Read once. */
function titleWords(document: Document): ReadonlySet<string> {
  let words = titles.get(document)
  if (!words) {
    const { title, kind } = document.metadata
    words = new Set(tokenize(`${title} ${kind ?? ''}`).map(({ folded }) => folded))
    titles.set(document, words)
  }
  return words
}

/** The documents that a question means as a whole: by province, by number, by the words of a title. */
export function documentsMeant({ reading, knowledge }: Request): Document[] {
  const { documents } = knowledge.corpus
  const about = scopeOf(knowledge, reading)
  const inScope = about ? documents.filter(({ id }) => about.has(id)) : documents
  if (
    about &&
    reading.documents.length > 0 &&
    inScope.every((document) => reading.documents.some((asked) => bearsNumber(document, asked)))
  )
    return [...inScope]
  const words = tokenize(reading.subject).map(({ folded }) => folded)
  const scored = inScope.map((document) => {
    const title = titleWords(document)
    const held = words.filter((word) => title.has(word)).length
    return { document, share: words.length > 0 ? held / words.length : 0 }
  })
  const most = Math.max(0, ...scored.map(({ share }) => share))
  if (about) return scored.filter(({ share }) => share === most || most < 0.5).map(({ document }) => document)
  return most >= 0.6
    ? scored.filter(({ share }) => share === most).map(({ document }) => document)
    : documents.length === 1
      ? [...documents]
      : []
}

/** Words side by side from which a question quotes a title. */
const leastOfTitle = 4

/**
 * The only paper whose title has four words of the question side by side, "bệnh viện đa khoa huyện", or more of them than any other; with
 * the words of the question beside these.
 */
export function paperTitled({
  reading,
  knowledge,
}: Pick<Request, 'reading' | 'knowledge'>): { readonly document: Document; readonly beside: string } | undefined {
  const written = reading.subject.split(' ')
  const asked = written.map(plainWords)
  let best: (Run & { readonly document: Document }) | undefined
  let alone = true
  for (const document of knowledge.corpus.documents) {
    const words = titleWords(document)
    if (asked.filter((word) => words.has(word)).length < leastOfTitle) continue
    const run = longestRun(asked, ` ${plainWords(document.metadata.title)} `)
    if (run.length < leastOfTitle || run.length < (best?.length ?? 0)) continue
    alone = run.length > (best?.length ?? 0)
    best = { ...run, document }
  }
  if (!best || !alone) return undefined
  const { document, from, length } = best
  return { document, beside: [...written.slice(0, from), ...written.slice(from + length)].join(' ') }
}

interface Run {
  readonly from: number
  readonly length: number
}

/** The longest run of words that stands in a title. */
function longestRun(words: readonly string[], title: string): Run {
  let longest: Run = { from: 0, length: 0 }
  for (let from = 0; from + longest.length < words.length; from++) {
    const held = (length: number) => title.includes(` ${words.slice(from, from + length).join(' ')} `)
    while (from + longest.length < words.length && held(longest.length + 1))
      longest = { from, length: longest.length + 1 }
  }
  return longest
}
