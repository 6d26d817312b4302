import { createHash } from 'node:crypto'
import { findClauses, type Span } from '../vietnamese/sentences.ts'
import type { Document, Passage } from './document.ts'
import { behindLabel } from './part-label.ts'
import { passagesOf } from './passages.ts'
import { documentTag, Quote } from './quote.ts'

/** A file that could not be taken in, and why, in one Vietnamese sentence. */
export interface LeftOut {
  readonly file: string
  readonly reason: string
}

/** All documents of one load with their passages. */
export interface Corpus {
  /** Changes when and only when a document changes. */
  readonly version: string
  readonly documents: readonly Document[]
  readonly passages: readonly Passage[]
  readonly leftOut: readonly LeftOut[]
  document(id: string): Document | undefined
}

/** A document with what follows from it alone. */
export interface CorpusEntry {
  readonly document: Document
  readonly passages: readonly Passage[]
  /** Changes when and only when id, metadata or text of the document change. */
  readonly digest: string
}

/** Reads what a corpus holds of one document. */
export function entryOf(document: Document): CorpusEntry {
  return {
    document,
    passages: passagesOf(document).map((span) => ({ ...span, document })),
    digest: digestOf([document.id, document.metadata, document.text]),
  }
}

/** Puts documents together; their order is kept. */
export function corpusOf(documents: readonly Document[], leftOut: readonly LeftOut[] = []): Corpus {
  return corpusOfEntries(documents.map(entryOf), leftOut)
}

/** `corpusOf` for documents that are read already. */
export function corpusOfEntries(entries: readonly CorpusEntry[], leftOut: readonly LeftOut[] = []): Corpus {
  const byId = new Map(entries.map(({ document }) => [document.id, document]))
  return {
    version: digestOf(entries.map(({ digest }) => digest)),
    documents: entries.map(({ document }) => document),
    passages: entries.flatMap(({ passages }) => passages),
    leftOut,
    document: (id) => byId.get(id),
  }
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}

/** What a citation code leads to: the quotation, or the documents it may have come from when their words have changed since. */
export type Reopened =
  | { readonly kind: 'found'; readonly quote: Quote }
  | { readonly kind: 'changed'; readonly documents: readonly Document[] }
  | { readonly kind: 'unknown' }

/** Most sentences that one quotation takes from a paragraph. */
export const longestQuote = 8

/**
 * Finds the quotation that a code was made for. Codes are made of words, not positions, so a quotation is found as long as its
 * words stand in its document.
 *
 * @param code as shown or typed: case and hyphens do not matter, O is read as 0, I and L as 1, since codes hold none of these letters
 * @param extra further spans of a document that may have been quoted, such as those of facts
 */
export function reopen(
  corpus: Corpus,
  code: string,
  extra: (document: Document) => Iterable<Span> = () => [],
): Reopened {
  const plain = code
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
  const candidates = corpus.documents.filter(({ id }) => plain.startsWith(documentTag(id)))
  if (plain.length !== 9 || candidates.length === 0) return { kind: 'unknown' }
  for (const document of candidates) {
    for (const span of quotableSpans(document, corpus.passages, extra(document))) {
      const quote = new Quote(document, span)
      if (quote.code.replace('-', '') === plain) return { kind: 'found', quote }
    }
  }
  return { kind: 'changed', documents: candidates }
}

/**
 * Every span that an answer may quote: passages, runs of sentences of one paragraph, clauses, numbered parts without their numbers, what
 * announces a list with its list, and those that are given.
 */
function* quotableSpans(document: Document, passages: readonly Passage[], extra: Iterable<Span>): Generator<Span> {
  for (const passage of passages) if (passage.document === document) yield passage
  yield* extra
  for (const [at, { kind, sentences }] of document.blocks.entries()) {
    if (kind === 'furniture' || kind === 'caption') continue
    const part = sentences[0] && behindLabel(document.text, sentences[0])
    if (part) yield part
    for (let from = 0; from < sentences.length; from++) {
      for (let to = from; to < Math.min(sentences.length, from + longestQuote); to++) {
        yield { start: sentences[from]!.start, end: sentences[to]!.end }
      }
      const clauses = findClauses(document.text, sentences[from]!)
      yield* clauses
      for (const opening of [sentences[from]!, ...clauses]) yield* withLists(document, at, opening)
    }
  }
}

/** Most characters that a list adds to the words that announce it. */
export const longestList = 700

/** Words that end in a colon, with the rest of their paragraph and with what follows it, as far as they may be quoted together. */
function* withLists({ text, blocks }: Document, at: number, { start, end }: Span): Generator<Span> {
  if (!/:\s*$/.test(text.slice(Math.max(start, end - 8), end))) return
  for (let next = at; next < blocks.length; next++) {
    const block = blocks[next]!
    const continues = next === at || block.kind === 'item' || block.kind === 'paragraph'
    if (!continues || block.end - end > longestList) return
    yield { start, end: block.end }
  }
}
