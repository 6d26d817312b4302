import type { Document } from '../src/library/document.ts'
import type { Reading } from '../src/questions/reading.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { type DocumentNumber, findDocumentNumbers, sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { type DocumentType, documentTypeOf, typeOfSymbol } from '../src/vietnamese/document-types.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import type { Request } from './handler.ts'
import { bearsNumber, documentsAbout } from './scope.ts'
import { wantedOf, wordForms } from './wanted.ts'

/** Weight of the words of a question that the name of a paper must have. */
const sameThing = 0.6
/** How far below the best name another one may lie and still be meant as well. */
const nearlyAsGood = 0.05
/** Weight of a paper that the question names, beside the weights of its words. */
const citedWeight = 1

const askingWords =
  /\b(?:so hieu|so ky hieu|so may|ky hieu|mang so|so|ban hanh|ngay|thang(?= (?:nao|may)|$)|ten day du|ten|ve viec|tieu de|trich yeu|co quan|don vi|thoi gian|van ban|ky|cua|hien nay|day du|la|lam|chuc vu|chuc|nguoi)\b/g

/**
 * The type of the paper that a question is about: the one that it names first, by name or symbol ("kế hoạch", "CTHĐ"). Undefined where that one has
 * its number with it, since then the number says which paper is meant.
 */
export function typeAsked({ text, documents }: Pick<Reading, 'text' | 'documents'>): DocumentType | undefined {
  const named = documentTypeOf(text)
  const symbol = [...text.matchAll(/(?<![\p{L}\p{N}/-])\p{Lu}[\p{L}]{1,3}(?![\p{L}\p{N}/-])/gu)]
    .map(({ index, 0: word }) => ({ start: index, type: typeOfSymbol(word) }))
    .find(({ type }) => type !== undefined)
  const first = symbol && (!named || symbol.start < named.start) ? symbol : named
  if (!first?.type) return undefined
  const { start, type } = first
  return documents.some((number) => start >= number.start && start < number.end) ? undefined : type
}

/** The type of an official paper as its head names it. */
export function typeOfPaper({ metadata }: Document): DocumentType | undefined {
  return documentTypeOf(metadata.kind ?? '')?.type
}

/** The papers of the type asked for whose names have the words of a question, best first; none where the question names no type. */
export function papersAsked({ reading, knowledge }: Request): Document[] {
  const type = typeAsked(reading)
  if (!type) return []
  const about = documentsAbout(
    knowledge,
    reading.places.map(({ place }) => place),
  )
  const papers = knowledge.corpus.documents.filter(
    (document) =>
      document.metadata.number !== undefined &&
      document.metadata.textKind !== 'report' &&
      (!about || about.has(document.id)) &&
      typeOfPaper(document)?.symbol === type.symbol &&
      !reading.documents.some((other) => bearsNumber(document, other)) &&
      isOfYear(document, reading.years),
  )
  if (papers.length === 0) return []
  const words = withoutPhrases(withoutPhrases(reading.subject, askingWords), namesOf(type))
  const wanted = wantedOf(words, reading.plain, knowledge.rarity)
  const total = wanted.terms.reduce((sum, { weight }) => sum + weight, citedWeight * reading.documents.length)
  const scored = papers.map((document) => {
    const { title, issuer = '' } = document.metadata
    const name = wordForms(`${title} ${issuer} ${shortIssuer(issuer)}`)[wanted.by]
    const cited = reading.documents.filter((asked) => namesPaper(document, asked))
    const held = wanted.terms.reduce((sum, { form, weight }) => sum + (name.has(form) ? weight : 0), 0)
    return { document, share: total > 0 ? (held + citedWeight * cited.length) / total : about ? 1 : 0 }
  })
  const best = Math.max(...scored.map(({ share }) => share))
  if (best < sameThing) return []
  return scored.filter(({ share }) => share >= best - nearlyAsGood).map(({ document }) => document)
}

/** Whether the title of a paper names another one by its number. */
function namesPaper({ metadata }: Document, asked: DocumentNumber): boolean {
  return findDocumentNumbers(metadata.title).some((number) => sameDocumentNumber(number, asked))
}

/** A paper whose name has years is asked for by one of them, or by the year in which it was issued. */
function isOfYear({ metadata: { title, issuedOn } }: Document, years: readonly number[]): boolean {
  if (years.length === 0) return true
  const named = [...title.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year))
  const own = [...named, ...(issuedOn ? [Number(issuedOn.slice(0, 4))] : [])]
  return own.length === 0 || years.some((year) => own.includes(year))
}

function namesOf({ symbol, name, aliases }: DocumentType): RegExp {
  const names = [...aliases, name, symbol, ...(symbol === 'CTr' ? ['cthđ'] : [])].map(fold)
  return new RegExp(`\\b(?:${names.join('|')})\\b`, 'g')
}

/** "UBND" and "HĐND" for the bodies that people call so. */
function shortIssuer(issuer: string): string {
  const folded = fold(issuer)
  return [/uy ban nhan dan/.test(folded) && 'UBND', /hoi dong nhan dan/.test(folded) && 'HĐND']
    .filter(Boolean)
    .join(' ')
}
