import type { FactKind, Ledger } from '../src/facts/fact.ts'
import type { Knowledge } from '../src/knowledge.ts'
import { Quote } from '../src/library/quote.ts'
import type { Reading } from '../src/questions/reading.ts'
import { type DocumentNumber, sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { speaksOf } from './about-place.ts'
import { type Asked, answersTheKind, askedOf, presentShare, suitability } from './kind-of-answer.ts'
import { nearWeights, presence, saidAs } from './presence.ts'
import { hasQualifiers, type Qualifiers, qualifiersOf } from './qualifiers.ts'
import { bearsNumber } from './scope.ts'
import { type Unit, unitsOf } from './units.ts'
import { type Wanted, wantedOf } from './wanted.ts'

/** A sentence, or part of a long one, that may answer a question. */
export interface Evidence {
  readonly quote: Quote
  readonly header?: Quote
  /** What put its passage among the first, where the search tells. */
  readonly why?: Readonly<Record<string, number>>
  /** Share of the subject's weight found in the quoted words and, counting less, around them: 0-1. */
  readonly coverage: number
  /** Coverage, and how well the words fit what is asked. */
  readonly score: number
}

/** Passages that are looked into for sentences. */
const passagesRead = 40

/**
 * The sentences that fit a question best, best first; equal ones in the order of the text.
 *
 * @param within documents that may answer; all when missing
 */
export async function findEvidence(
  { retriever, rarity, ledger }: Knowledge,
  reading: Reading,
  within: ReadonlySet<string> | undefined,
): Promise<Evidence[]> {
  const { hits } = await retriever.search({
    text: [reading.subject, ...reading.documents.map(({ raw }) => raw), ...reading.years].join(' '),
    limit: passagesRead,
    repaired: true,
    ...(within && { filter: { documents: within } }),
  })
  const wanted = wantedOf(reading.subject, reading.plain, rarity)
  const citing = new Set(
    reading.documents.length === 0
      ? []
      : hits.flatMap(({ passage: { document } }) =>
          cites(ledger, document.id, reading.documents) ? [document.id] : [],
        ),
  )
  const question = questionOf(reading, wanted, within?.size === 1)
  const found = hits.flatMap((hit) => {
    const { document } = hit.passage
    const facts = tellingSpans(ledger, document.id)
    return unitsOf(hit.passage).map((unit) => {
      const around = { holdsFact: holdsFact(unit, facts), inCiting: citing.has(document.id) }
      return { hit, unit, ...weigh(unit, question, around) }
    })
  })
  found.sort((a, b) => b.score - a.score || order(a.unit, b.unit))
  return withoutOverlaps(found).map(({ hit: { why }, unit: { document, span, header }, coverage, score }) => ({
    quote: new Quote(document, span),
    ...(header && { header: new Quote(document, header) }),
    ...(why && { why }),
    coverage,
    score,
  }))
}

function order(a: Unit, b: Unit): number {
  return a.document.file < b.document.file ? -1 : a.document.file > b.document.file ? 1 : a.span.start - b.span.start
}

/** Keeps the best of units that share words. */
function withoutOverlaps<T extends { readonly unit: Unit }>(found: readonly T[]): T[] {
  const kept: T[] = []
  for (const each of found) {
    const { document, span } = each.unit
    if (
      !kept.some(({ unit }) => unit.document === document && unit.span.start < span.end && span.start < unit.span.end)
    )
      kept.push(each)
    if (kept.length >= 8) break
  }
  return kept
}

/** Kinds of facts that make a sentence worth more than one that only names its subject. */
const tellingKinds = new Set<FactKind>([
  'target',
  'indicator',
  'result',
  'ranking',
  'task_group_count',
  'indicator_count',
  'other_count',
  'deadline',
])
const factBonus = 0.08

const tellingByLedger = new WeakMap<Ledger, Map<string, readonly Span[]>>()

/** Where a document's telling facts stand. Found once for each version. */
function tellingSpans(ledger: Ledger, document: string): readonly Span[] {
  const byDocument = tellingByLedger.get(ledger) ?? new Map<string, readonly Span[]>()
  tellingByLedger.set(ledger, byDocument)
  let spans = byDocument.get(document)
  if (!spans) {
    spans = ledger.of(document).flatMap(({ kind, quote }) => (tellingKinds.has(kind) ? [quote] : []))
    byDocument.set(document, spans)
  }
  return spans
}

function holdsFact({ span }: Unit, facts: readonly Span[]): boolean {
  return facts.some(({ start, end }) => start < span.end && span.start < end)
}

/** Weight of a term found only in the rest of the sentence, in the passage, in the document's name or headings, in the question above. */
const ringWeights = [0.75, 0.5, 0.4, 0.85]
/** The same for the passage where a reason is asked for, which stands beside what it explains, or where what has been done is asked for and the sentence goes on with what was to be done. */
const besideReason = 0.75
/** The same for the name and the headings where only one document can be meant. */
const ofOnlyDocument = 0.7
/** Weight of a document that the question names, beside the weights of its words, which are at most 1. */
const documentWeight = 1.5
/** Share of it for a sentence of a document that cites the one named elsewhere. */
const citingShare = 0.6

/** What is known of a unit beside its words. */
interface Surroundings {
  readonly holdsFact: boolean
  readonly inCiting: boolean
}

function cites(ledger: Ledger, document: string, asked: readonly DocumentNumber[]): boolean {
  return ledger
    .of(document)
    .some(
      ({ kind, documentNumber }) =>
        kind === 'document_number' &&
        documentNumber !== undefined &&
        asked.some((number) => sameDocumentNumber(number, documentNumber)),
    )
}

/** Weight of a word that no document has, unless it is one of the asking. */
const unheardOf = 0.99

/** Weight of words beside each other from which they name a thing of their own: a figure without them is one of something else. */
const ownThing = 0.9

/** Share of the words that have to stand near a figure of the one paper that can be meant: its name may have all the others. */
const leastNear = 0.4

/** Whether a figure is asked for, which says nothing without the thing it measures. */
function countsThings({ asks }: Reading): boolean {
  return asks.includes('count') || asks.includes('percent') || asks.includes('money') || asks.includes('rank')
}

/** What is looked at of a question for every unit, found out once. */
interface Question extends Asked {
  /** The question can only mean one document, so that the words of its name are settled. */
  readonly inOnlyDocument: boolean
  readonly qualifiers: Qualifiers | undefined
  readonly weights: readonly number[]
  readonly countsThings: boolean
  /** Provinces that it names. */
  readonly places: readonly string[]
  /** Which term names what is spoken of: the first that tells anything, as Vietnamese has it. */
  readonly head: number
}

function questionOf(reading: Reading, wanted: Wanted, inOnlyDocument: boolean): Question {
  const usual = inOnlyDocument ? ringWeights.with(2, ofOnlyDocument) : ringWeights
  return {
    ...askedOf(reading, wanted),
    inOnlyDocument,
    qualifiers: qualifiersOf(reading),
    weights: reading.asks.includes('reason') ? usual.with(1, besideReason) : usual,
    countsThings: countsThings(reading),
    places: reading.places.map(({ place }) => place),
    head: wanted.terms.findIndex(({ isGeneral }) => !isGeneral),
  }
}

function weigh(unit: Unit, question: Question, around: Surroundings): { coverage: number; score: number } {
  const { reading, wanted } = question
  const weights = unit.leans && question.ofDone ? question.weights.with(1, besideReason) : question.weights
  let held = 0
  let heldNear = 0
  let total = 0
  let missing = 0
  let unheard = 0
  let headless = false
  // The run of words that are not near the unit: their weight, how many, and whether one of them is not there at all.
  let runWeight = 0
  let runWords = 0
  let runAbsent = false
  const forms = unit.forms[wanted.by]
  const rings = unit.rings.map((ring) => ring[wanted.by])
  const said = wanted.otherwise.length > 0 ? saidAs(forms, rings, wanted, weights) : undefined
  wanted.terms.forEach(({ form, weight }, i) => {
    total += weight
    let share = presence(forms, wanted, i)
    let near = share
    if (share === 0) {
      for (let ring = 0; ring < rings.length; ring++) {
        if (!rings[ring]!.has(form)) continue
        share = Math.max(share, weights[ring]!)
        near = Math.max(near, nearWeights[ring]!)
      }
    }
    if (said?.[i] !== undefined) {
      share = Math.max(share, said[i].share)
      near = Math.max(near, said[i].near)
    }
    if (share === 0 && weight >= unheardOf) unheard++
    if (share === 0 && i === question.head) headless = true
    held += weight * share
    heldNear += weight * near
    if (near > 0) {
      runWeight = 0
      runWords = 0
      runAbsent = false
      return
    }
    runWeight += weight
    runWords++
    runAbsent ||= share === 0
    if (runAbsent && runWords > 1 && runWeight > missing) missing = runWeight
  })
  const ofWords = total
  for (const asked of reading.documents) {
    total += documentWeight
    if (bearsNumber(unit.document, asked) || unit.documents.some((number) => sameDocumentNumber(number, asked))) {
      held += documentWeight
    } else if (around.inCiting) held += documentWeight * citingShare
  }
  const answers =
    total > 0 &&
    !(unit.asks && !reading.asks.includes('quote')) &&
    !(missing >= ownThing && question.countsThings) &&
    !(unheard > 1 && question.countsThings) &&
    !(headless && reading.asks.includes('reason')) &&
    isWhole(forms, reading, wanted) &&
    !(question.inOnlyDocument && question.countsThings && heldNear < ofWords * leastNear) &&
    answersTheKind(unit, question) &&
    speaksOf(unit, question.places) &&
    (question.qualifiers === undefined || hasQualifiers(unit, question.qualifiers))
  const coverage = answers ? (held / total) * presentShare(unit, question) : 0
  return {
    coverage,
    score:
      coverage +
      suitability(unit, question) +
      (around.holdsFact ? factBonus : 0) -
      Math.min(0.1, unit.text.length / 10_000),
  }
}

/**
 * Key words of two syllables are mostly one word, "dân số": a sentence that has them apart, "Ủy ban nhân dân … chính quyền số", speaks of
 * something else.
 */
function isWhole(forms: readonly string[], { asks }: Reading, wanted: Wanted): boolean {
  return asks.length > 0 || wanted.terms.length !== 2 || presence(forms, wanted, 0) === 1
}
