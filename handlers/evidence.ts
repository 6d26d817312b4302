import type { Knowledge } from '../src/knowledge.ts'
import type { Document, Passage } from '../src/library/document.ts'
import { blockAt, Quote, sectionPath } from '../src/library/quote.ts'
import type { Ask, Reading } from '../src/questions/reading.ts'
import type { Rarity } from '../src/search/rarity.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { findClauses, type Span } from '../src/vietnamese/sentences.ts'
import { tokenize } from '../src/vietnamese/tokens.ts'

/** A sentence, or part of a long one, that may answer a question. */
export interface Evidence {
  readonly quote: Quote
  readonly header?: Quote
  /** Share of the subject's weight found in the quoted words and, counting half, around them: 0-1. */
  readonly coverage: number
  /** Coverage, and how well the words fit what is asked. */
  readonly score: number
}

/** Passages that are looked into for sentences. */
const passagesRead = 40
/** Sentences longer than this are quoted in part, when a part holds the answer; in characters. */
const longSentence = 420

/**
 * The sentences that fit a question best, best first; equal ones in the order of the text.
 *
 * @param within documents that may answer; all when missing
 */
export async function findEvidence(
  { retriever, rarity }: Knowledge,
  reading: Reading,
  within: ReadonlySet<string> | undefined,
): Promise<Evidence[]> {
  const { hits } = await retriever.search({
    text: [reading.subject, ...reading.documents.map(({ raw }) => raw), ...reading.years].join(' '),
    limit: passagesRead,
    ...(within && { filter: { documents: within } }),
  })
  const wanted = wantedTerms(reading, rarity)
  const found = hits.flatMap(({ passage }) => unitsOf(passage).map((unit) => weigh(unit, wanted, reading)))
  found.sort((a, b) => b.score - a.score || order(a.quote, b.quote))
  return withoutOverlaps(found)
}

function order(a: Quote, b: Quote): number {
  return a.document.file < b.document.file ? -1 : a.document.file > b.document.file ? 1 : a.start - b.start
}

/** Keeps the best of quotations that share words. */
function withoutOverlaps(found: readonly Evidence[]): Evidence[] {
  const kept: Evidence[] = []
  for (const evidence of found) {
    const { document, start, end } = evidence.quote
    if (!kept.some(({ quote }) => quote.document === document && quote.start < end && start < quote.end))
      kept.push(evidence)
    if (kept.length >= 8) break
  }
  return kept
}

interface WantedTerm {
  readonly folded: string
  readonly weight: number
}

function wantedTerms(reading: Reading, rarity: Rarity): WantedTerm[] {
  return tokenize(reading.subject).map(({ folded }) => ({ folded, weight: Math.max(rarity(folded), 0.02) }))
}

/** A stretch that can be quoted, with the words around it. */
interface Unit {
  readonly document: Document
  readonly span: Span
  readonly header?: Span
  readonly terms: readonly string[]
  readonly around: ReadonlySet<string>
}

const unitsByPassage = new WeakMap<Passage, readonly Unit[]>()

function unitsOf(passage: Passage): readonly Unit[] {
  const known = unitsByPassage.get(passage)
  if (known) return known
  const { document, header } = passage
  const { text, metadata } = document
  const context = [metadata.title, metadata.number, metadata.issuer, ...sectionPath(document, passage.section)].join(
    ' ',
  )
  const headerText = header ? text.slice(header.start, header.end) : ''
  const around = new Set(terms(`${context} ${headerText} ${text.slice(passage.start, passage.end)}`))
  const units = sentencesIn(passage)
    .flatMap((sentence) =>
      sentence.end - sentence.start > longSentence ? [sentence, ...findClauses(text, sentence)] : [sentence],
    )
    .map(
      (span): Unit => ({
        document,
        span,
        ...(header && { header }),
        terms: terms(text.slice(span.start, span.end)),
        around,
      }),
    )
  unitsByPassage.set(passage, units)
  return units
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

function terms(text: string): string[] {
  return tokenize(text).map(({ folded }) => folded)
}

/** Weight of a term that stands alone, without the word that stands beside it in the question. */
const alone = 0.7
/** Weight of a term that stands only near the quoted words. */
const near = 0.5

function weigh(unit: Unit, wanted: readonly WantedTerm[], reading: Reading): Evidence {
  const places = new Map<string, number[]>()
  unit.terms.forEach((term, at) => places.set(term, [...(places.get(term) ?? []), at]))
  const beside = (term: WantedTerm | undefined, other: string, step: number) =>
    term !== undefined && (places.get(other) ?? []).some((at) => unit.terms[at + step] === term.folded)
  let held = 0
  let total = 0
  wanted.forEach(({ folded, weight }, i) => {
    total += weight
    const neighbours = [wanted[i - 1], wanted[i + 1]]
    if (places.has(folded)) {
      const together = wanted.length === 1 || beside(neighbours[0], folded, -1) || beside(neighbours[1], folded, 1)
      held += weight * (together ? 1 : alone)
    } else if (unit.around.has(folded)) held += weight * near
  })
  const coverage = total > 0 ? held / total : 0
  const text = unit.document.text.slice(unit.span.start, unit.span.end)
  const length = Math.min(1, (unit.span.end - unit.span.start) / 2000)
  return {
    quote: new Quote(unit.document, unit.span),
    ...(unit.header && { header: new Quote(unit.document, unit.header) }),
    coverage,
    score: coverage + fit(text, reading) - 0.1 * length,
  }
}

/** Signs of the kinds of answer, in the text as written. */
const signs: Partial<Record<Ask, RegExp>> = {
  date: /\d{1,2}\s?[/.-]\s?\d{1,2}|ngày\s+\d|tháng\s+\d|quý\s+[\dIVX]|năm\s+\d{4}/iu,
  percent: /%|phần trăm/iu,
  count: /\d|(?:^|\s)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s/iu,
  rank: /xếp|thứ\s+\d|hạng|top\s+\d|nhóm\s+\d|\d+\/\d+/iu,
  person: /(?:\p{Lu}[\p{Ll}\p{M}]+\s+){2,}\p{Lu}[\p{Ll}\p{M}]+/u,
  role: /(?:bí thư|chủ tịch|giám đốc|trưởng|phó|bộ trưởng|thứ trưởng|ủy viên|tổng)/iu,
  venue: /(?:^|\s)(?:tại|ở)\s/iu,
  list: /[;:]|,.*,/u,
  issuer: /ban hành|của/iu,
  target: /đến năm|phấn đấu|mục tiêu|đạt|tối thiểu|trên\s+\d|\d\s?%/iu,
  number: /\d+\s*[-/]\s*[\p{Lu}]/u,
}

/** How well words fit what is asked: the kind of answer, and the years. */
function fit(text: string, { asks, years }: Reading): number {
  const sign = asks.map((ask) => signs[ask]).find((pattern) => pattern !== undefined)
  let score = sign === undefined ? 0 : sign.test(text) ? 0.15 : -0.2
  if (years.length > 0) {
    const named = [...fold(text).matchAll(/(?<![\d/.,])(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year))
    if (named.some((year) => years.includes(year))) score += 0.2
    else if (named.length > 0) score -= 0.25
  }
  return score
}
