import { ownNumber } from '../src/facts/catalog.ts'
import type { Fact, FactKind } from '../src/facts/fact.ts'
import type { Knowledge } from '../src/knowledge.ts'
import type { Document } from '../src/library/document.ts'
import { localUnitOf } from '../src/library/local-unit.ts'
import type { Reading } from '../src/questions/reading.ts'
import { type DocumentNumber, findDocumentNumbers, sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { findPlaces } from '../src/vietnamese/places.ts'
import { spelledOut } from '../src/vietnamese/spelled-out.ts'
import { isMainlyAbout } from './about-place.ts'
import { digitalThings } from './digital-things.ts'
import { reachOf } from './scope.ts'
import { questionAbove } from './units.ts'
import { type WordForms, wantedOf, wordForms } from './wanted.ts'

/** A fact that may answer a question. */
export interface Match {
  readonly fact: Fact
  readonly document: Document
  /** Share of the subject's weight that the fact's own words have: 0-1. */
  readonly coverage: number
  /** Coverage, less what the fact says beside the subject. */
  readonly score: number
}

/** Weight of words found in the sentence around the fact, and in the name of its document. */
const aroundWeight = 0.6
const nameWeight = 0.45
/** Weight of a fact about "kinh tế" where "kinh tế số" is asked for. */
const namesakeWeight = 0.5

/**
 * Facts of some kinds that fit the subject, the provinces and the years of a question, best first.
 *
 * @param subject words that the fact should be about; those of the reading when missing
 * @param reach whether these words may also stand in the sentence around the fact, or only in its subject
 */
export function matchFacts(
  knowledge: Knowledge,
  reading: Reading,
  kinds: readonly FactKind[],
  subject = reading.subject,
  reach: 'sentence' | 'subject' = 'sentence',
): Match[] {
  const wanted = wantedOf(subject.replace(/\d[\d.,/]*%?/g, ' '), reading.plain, knowledge.rarity)
  const total = wanted.terms.reduce((sum, { weight }) => sum + weight, 0)
  const digital = digitalThings(fold(subject))
  const matches = candidates(knowledge, reading, kinds).map(({ fact, document }): Match => {
    const forms = formsOfFact(fact, document)
    const own = reach === 'sentence' ? forms.own[wanted.by] : forms.subject[wanted.by]
    const around = reach === 'sentence' ? forms.around[wanted.by] : own
    const name = nameForms(document)[wanted.by]
    const held = wanted.terms.reduce((sum, { form, weight }) => {
      const share = own.has(form) ? 1 : around.has(form) ? aroundWeight : name.has(form) ? nameWeight : 0
      return sum + weight * share
    }, 0)
    const isNamesake = digital.length > 0 && !speaksOf(digital, fact, document)
    const coverage = total > 0 ? (held / total) * (isNamesake ? namesakeWeight : 1) : 0
    const asked = new Set(wanted.terms.map(({ form }) => form))
    const beside = [...forms.about[wanted.by]].filter((term) => !asked.has(term)).length
    return { fact, document, coverage, score: coverage - Math.min(0.2, beside * 0.02) }
  })
  return matches.sort((a, b) => b.score - a.score || (a.fact.id < b.fact.id ? -1 : 1))
}

/** Facts of the kinds, of the documents about the question's provinces, and of its years when they have one. */
function candidates(knowledge: Knowledge, reading: Reading, kinds: readonly FactKind[]) {
  const { places, years } = reading
  const asked = places.map(({ place }) => place)
  const within = reachOf(knowledge, reading)
  const documents = knowledge.corpus.documents.filter(({ id }) => !within || within.has(id))
  const papers = papersMeant(reading)
  return documents.flatMap((document) =>
    knowledge.ledger
      .of(document.id)
      .filter((fact) => kinds.includes(fact.kind) && isOfPaper(fact, document, papers))
      .filter((fact) => asked.length === 0 || isAbout(fact, document, asked))
      .filter(
        (fact) => years.length === 0 || fact.year === undefined || years.includes(fact.year) || inPeriod(fact, years),
      )
      .map((fact) => ({ fact, document })),
  )
}

/** A fact is about a province that its own words name, else about its place; what names only another province is never used. */
function isAbout(fact: Fact, document: Document, asked: readonly string[]): boolean {
  if (localUnitOf(document) !== undefined && isMainlyAbout(document, asked)) return true
  const named = formsOfFact(fact, document).places
  if (named.length > 0) return named.some((place) => asked.includes(place))
  return (fact.place !== undefined && asked.includes(fact.place)) || isMainlyAbout(document, asked)
}

/** The numbers of the papers that are asked about; "kế hoạch thực hiện Nghị quyết 57" asks about the plan. */
function papersMeant({ text, documents }: Reading): readonly DocumentNumber[] {
  return documents.filter(
    ({ raw }) =>
      !/\b(?:thuc hien|trien khai|theo|quan triet|cu the hoa|can cu)\s*$/.test(fold(text.slice(0, text.indexOf(raw)))),
  )
}

/** What a paper with a number of its own sets is not what another one sets that it cites, unless the sentence says so. */
function isOfPaper({ context, documentNumber }: Fact, document: Document, papers: readonly DocumentNumber[]): boolean {
  const own = papers.length > 0 && document.metadata.textKind === 'original' ? ownNumber(document) : undefined
  if (own === undefined || documentNumber !== undefined) return true
  const cited = findDocumentNumbers(document.text.slice(context.start, context.end))
  return papers.some((paper) => [own, ...cited].some((number) => sameDocumentNumber(paper, number)))
}

function inPeriod({ period }: Fact, years: readonly number[]): boolean {
  return period?.from !== undefined && years.some((year) => year >= period.from! && year <= period.to)
}

function speaksOf(things: readonly RegExp[], { subject, context }: Fact, { text, metadata }: Document): boolean {
  const words = fold(`${subject} ${text.slice(context.start, context.end)} ${metadata.title}`)
  return things.every((thing) => thing.test(words))
}

/** The words of a fact: of its subject alone, of its subject with unit and base, with its quote too, and of its sentence. */
interface FactForms {
  readonly about: WordForms
  readonly subject: WordForms
  readonly own: WordForms
  readonly around: WordForms
  /** Provinces that the quote names. */
  readonly places: readonly string[]
}

const formsByFact = new WeakMap<Fact, FactForms>()
const formsByDocument = new WeakMap<Document, WordForms>()

/** Takes the words of a fact apart; kept for as long as the fact is. */
export function formsOfFact(fact: Fact, document: Document): FactForms {
  const { text } = document
  const known = formsByFact.get(fact)
  if (known) return known
  // Papers call an index by its name or by its initials, and people by the other.
  const alias = fact.kind === 'ranking' ? spelledOut(fact.subject) : ''
  const subject = [fact.subject, fact.unit, fact.base, alias !== fact.subject && alias].filter(Boolean).join(' ')
  const quote = text.slice(fact.quote.start, fact.quote.end)
  const forms = {
    about: wordForms(fact.subject),
    subject: wordForms(subject),
    own: wordForms(`${subject} ${quote}`),
    around: together(
      wordForms(text.slice(fact.context.start, fact.context.end)),
      questionAbove(document, fact.context.start),
    ),
    places: findPlaces(quote).flatMap(({ place }) => place ?? []),
  }
  formsByFact.set(fact, forms)
  return forms
}

function together(forms: WordForms, others: WordForms | undefined): WordForms {
  if (!others) return forms
  return { term: new Set([...forms.term, ...others.term]), folded: new Set([...forms.folded, ...others.folded]) }
}

function nameForms(document: Document): WordForms {
  let forms = formsByDocument.get(document)
  if (!forms) {
    forms = wordForms(`${document.metadata.title} ${document.metadata.kind ?? ''}`)
    formsByDocument.set(document, forms)
  }
  return forms
}
