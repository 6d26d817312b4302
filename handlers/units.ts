import type { Block, Document, Passage } from '../src/library/document.ts'
import { blockAt, sectionPath } from '../src/library/quote.ts'
import { type DocumentNumber, findDocumentNumbers } from '../src/vietnamese/document-numbers.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import { fold, normalForm } from '../src/vietnamese/normal-form.ts'
import { findPlaces } from '../src/vietnamese/places.ts'
import { findClauses, type Span } from '../src/vietnamese/sentences.ts'
import type { Token } from '../src/vietnamese/tokens.ts'
import { type WordForms, wordForms } from './wanted.ts'

/** A sentence, or a clause of a long one, that an answer can quote, with the words around it. */
export interface Unit {
  readonly document: Document
  readonly span: Span
  /** Index into the document's sections. */
  readonly section: number
  readonly header?: Span
  /** In normal form: not for quoting. */
  readonly text: string
  readonly tokens: readonly Token[]
  /** Both forms of each token. */
  readonly forms: { readonly term: readonly string[]; readonly folded: readonly string[] }
  readonly documents: readonly DocumentNumber[]
  readonly years: readonly number[]
  /** The words of the whole sentence, of the passage, of the document's name and headings, and of the question it answers. */
  readonly rings: readonly WordForms[]
  /** Its sentence goes on with what the one before speaks of. */
  readonly leans: boolean
  /** A question that the document itself asks. */
  readonly asks: boolean
}

/** Sentences longer than this are also taken clause by clause; in characters. */
const longSentence = 420

const unitsByPassage = new WeakMap<Passage, readonly Unit[]>()

/** Everything in a passage that can be quoted. Kept for as long as the passage is. */
export function unitsOf(passage: Passage): readonly Unit[] {
  const known = unitsByPassage.get(passage)
  if (known) return known
  const { document, header, section } = passage
  const { text, metadata } = document
  const name = [
    metadata.title,
    metadata.kind,
    metadata.number,
    metadata.issuer,
    metadata.place,
    ...sectionPath(document, section),
  ]
  const context = wordForms(`${name.join(' ')} ${header ? text.slice(header.start, header.end) : ''}`)
  const around = wordForms(text.slice(passage.start, passage.end))
  const questions = questionsIn(document)
  const units = sentencesIn(passage).flatMap((sentence) => {
    const whole = wordForms(text.slice(sentence.start, sentence.end))
    const answered = questions.get(blockAt(document, sentence.start) ?? document.blocks[0]!)
    const leans = leansOnBefore(text.slice(sentence.start, sentence.end))
    const near = leans ? withBefore(around, document, sentence) : around
    const rings = [whole, near, context, ...(answered ? [answered] : [])]
    const isLong = sentence.end - sentence.start > longSentence
    const shared = !isLong && tellsOfSeveral(text.slice(sentence.start, sentence.end))
    const clauses = isLong || shared ? findClauses(text, sentence) : []
    // Of a sentence that gives each province its clause, no clause answers for another.
    const spans = clauses.length < 2 ? [sentence] : shared ? clauses : [sentence, ...clauses]
    return spans.map((span) => unitAt(passage, span, rings, leans))
  })
  unitsByPassage.set(passage, units)
  return units
}

const leaning =
  /^[-–+•\s]*(?:nguyên nhân|lý do|còn(?! \d)|trong đó|riêng|theo đó|đến nay|số (?:này|còn lại)|con số này|điều này|việc này|tuy nhiên|do (?:đó|vậy))(?!\p{L})|(?<!\p{L})(?:các|những|hai|ba|bốn) [\p{L}\s]{2,20} (?:này|đó|trên)(?!\p{L})|nêu trên|nói trên|tương ứng/iu

/** Whether a sentence goes on with what the one before speaks of, without naming it. */
function leansOnBefore(sentence: string): boolean {
  return leaning.test(sentence.normalize('NFC'))
}

/** How many sentences before a leaning one may say what it speaks of. */
const before = 2

/** Some words, and those of the sentences before one in its paragraph, or in the paragraph before where it opens its own. */
function withBefore(words: WordForms, document: Document, { start }: Span): WordForms {
  const block = blockAt(document, start)
  if (!block) return words
  const at = block.sentences.findIndex((sentence) => sentence.start >= start)
  const above = document.blocks[document.blocks.indexOf(block) - 1]
  const sentences =
    at > 0
      ? block.sentences.slice(Math.max(0, at - before), at)
      : above?.kind === 'paragraph' && above.section === block.section
        ? above.sentences.slice(-before)
        : []
  const own = sentences.map((sentence) => wordForms(document.text.slice(sentence.start, sentence.end)))
  return {
    term: new Set([...words.term, ...own.flatMap(({ term }) => [...term])]),
    folded: new Set([...words.folded, ...own.flatMap(({ folded }) => [...folded])]),
  }
}

/** "Đà Nẵng có …; Bình Dương có …": several provinces in clauses of one sentence. */
function tellsOfSeveral(sentence: string): boolean {
  if (!sentence.includes(';')) return false
  return new Set(findPlaces(sentence).flatMap(({ place }) => place ?? [])).size > 1
}

function unitAt({ document, section, header }: Passage, span: Span, rings: Unit['rings'], leans: boolean): Unit {
  const text = normalForm(document.text.slice(span.start, span.end))
  const years = [...fold(text).matchAll(/(?<![\d/.,-])(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year))
  const tokens = fullTokens(text)
  return {
    document,
    span,
    section,
    ...(header && { header }),
    text,
    tokens,
    forms: { term: tokens.map(({ term }) => term), folded: tokens.map(({ folded }) => folded) },
    documents: findDocumentNumbers(text),
    years,
    rings,
    leans,
    asks: /\?["”’)]*$/.test(text.trimEnd()),
  }
}

/** How many paragraphs an answer in an interview has. */
const longestReply = 4
const questionsByDocument = new WeakMap<Document, ReadonlyMap<Block, WordForms>>()

/** In an interview: for each paragraph of an answer the words of the question above it. */
function questionsIn(document: Document): ReadonlyMap<Block, WordForms> {
  const known = questionsByDocument.get(document)
  if (known) return known
  const isContent = ({ kind }: Block) => kind === 'paragraph' || kind === 'item' || kind === 'heading'
  const content = document.blocks.filter(isContent)
  const isQuestion = ({ start, end }: Block) => document.text.slice(Math.max(start, end - 3), end).includes('?')
  const found = new Map<Block, WordForms>()
  if (content.filter(isQuestion).length > 1) {
    let question: { forms: WordForms; at: number } | undefined
    content.forEach((block, at) => {
      if (isQuestion(block)) question = { forms: wordForms(document.text.slice(block.start, block.end)), at }
      else if (question && at - question.at <= longestReply) found.set(block, question.forms)
    })
  }
  questionsByDocument.set(document, found)
  return found
}

/** In an interview: the words of the question that a place in the text answers. */
export function questionAbove(document: Document, at: number): WordForms | undefined {
  const block = blockAt(document, at)
  return block && questionsIn(document).get(block)
}

function sentencesIn({ document, start, end }: Passage): Span[] {
  const sentences: Span[] = []
  for (let at = start; at < end; ) {
    const block = blockAt(document, at)
    if (!block) at++
    else {
      sentences.push(...block.sentences.filter((sentence) => sentence.start < end && sentence.end > start))
      at = block.end
    }
  }
  return sentences
}
