import type { Answer } from '../src/answers/answer.ts'
import type { Reading } from '../src/questions/reading.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { findYears } from '../src/vietnamese/dates.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { findNumbers, type NumberMention } from '../src/vietnamese/numbers.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { verdictOver } from './answer-parts.ts'
import { type Evidence, findEvidence } from './evidence.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'
import { timedClauses } from './timed-clauses.ts'

/** Coverage, without the number claimed, from which a sentence is surely about the thing claimed. */
const sameThing = 0.75
/** The same for a sentence that may speak of it. */
const nearThing = 0.6
/** How far below the best sentence another one may lie and still have a say. */
const closely = 0.08

/** "… có 31 camera mới đúng không": the number claimed against the number that the best sentence gives of the same thing. */
export async function judgeClaim(request: Request): Promise<Answer | undefined> {
  const { reading, knowledge } = request
  const claims = claimsIn(reading)
  const [claim] = claims
  if (claim === undefined) return reading.yesNo ? judgeYear(request) : undefined
  // Places and moves in a ranking are judged by rankings alone: the words beside them tell too little.
  if (claims.length > 1 || claim.unit === 'bac') return undefined
  const subject = withoutClaim(reading.subject.replace(claim.number.raw, ' '))
  if (subject === '') return undefined
  const all = await findEvidence(knowledge, { ...reading, subject, asks: [] }, scopeOf(knowledge, reading))
  const found = all.filter(({ quote }) => !onlyProposes(quote.text, reading.text))
  const fitting = found.filter(({ coverage }) => coverage >= Math.max(sameThing, found[0]!.coverage - closely))
  const judged = fitting
    .map((evidence) => ({ evidence, right: agrees(evidence, claim, subject, reading.years) }))
    .filter(({ right }) => right !== undefined)
  const [first] = judged
  if (!first || judged.some(({ right }) => right !== first.right)) return undefined
  // A question that only takes a number for granted is told when it is another.
  if (!reading.yesNo && first.right) return undefined
  if (
    !first.right &&
    !isOfOtherYear(first.evidence, claim, reading.years) &&
    saysLiterally(first.evidence, claim, reading.text)
  )
    return undefined
  // Another sentence of the same thing that has the number does not let the claim be wrong: two years, two levels.
  if (
    !first.right &&
    found.some((each) => each !== first.evidence && each.coverage >= nearThing && hasMeasure(each, claim))
  )
    return undefined
  return verdictOver(first.evidence, first.right === true, reading)
}

/** What somebody proposes is not yet so, unless the question is about the proposal. */
export function onlyProposes(sentence: string, question: string): boolean {
  const proposing = /\b(?:de nghi|kien nghi|de xuat|gop y|xin y kien)\b/
  return proposing.test(fold(sentence)) && !proposing.test(fold(question))
}

/** Whether a sentence has the number claimed with the very words behind it: "85 % số xã". */
function saysLiterally({ quote }: Evidence, { number, unit }: Measure, question: string): boolean {
  // Behind an amount stand its own units, which tell nothing.
  if (unit === 'dong') return false
  const behind = question.slice(Math.max(0, question.indexOf(number.raw)))
  const words = fold(behind).match(/^\S+(?:\s+%)?(?:\s+[a-z]+){2}/)?.[0]
  return words !== undefined && fold(quote.text).replace(/\s+/g, ' ').includes(words.replace(/\s+/g, ' '))
}

function hasMeasure({ quote }: Evidence, { unit, number }: Measure): boolean {
  return measuresIn(quote.text).some((given) => given.unit === unit && given.number.value === number.value)
}

/** "6 lĩnh vực hợp tác là gì": things that a question counts and wants named. */
const countedThings =
  /\b(?:(?:\d{1,3}|hai|ba|bon|nam|sau|bay|tam|chin|muoi) [a-z]+.*\b(?:la (?:nhung )?(?:gi|ai|[a-z]+ nao)|gom|nao)\b|(?:liet ke|ke ten|ke ra|neu) (?:ten |ra )?(?:cac )?\d{1,3} )/

/** Whether a question takes a number of things for granted; shares and amounts are its subject, not its premise. */
export function takesNumberForGranted(reading: Reading): boolean {
  return (
    !reading.asks.includes('count') &&
    countedThings.test(fold(reading.text)) &&
    claimsIn(reading).some(({ unit }) => unit !== '' && unit !== '%' && unit !== 'dong' && unit !== 'nhom')
  )
}

/** Coverage from which a sentence is about nothing but the thing whose year is claimed. */
const surelySame = 0.85

/** "… sơ kết năm 2026 đúng không": the year claimed against the one year that a clause about the same thing names. */
async function judgeYear({ reading, knowledge }: Request): Promise<Answer | undefined> {
  const [year, another] = reading.years
  if (year === undefined || another !== undefined || reading.subject === '') return undefined
  const wanted = new Set(fullTokens(reading.subject).map(({ folded }) => folded))
  const found = await findEvidence(knowledge, { ...reading, years: [], asks: [] }, scopeOf(knowledge, reading))
  const telling = found
    .filter(({ coverage }) => coverage >= surelySame)
    .map((evidence) => ({ evidence, years: yearsBeside(evidence.quote.text, wanted) }))
  const agreeing = telling.find(({ years }) => years.includes(year))
  const [other] = telling.filter(({ years }) => years.length === 1)
  const chosen = agreeing ?? other
  if (!chosen) return undefined
  return verdictOver(chosen.evidence, agreeing !== undefined, reading)
}

/** The years in the clauses of a sentence that have all of the words. */
function yearsBeside(text: string, wanted: ReadonlySet<string>): number[] {
  return findYears(text).flatMap(({ start, end, to }) => {
    const words = new Set(fullTokens(clauseAround(text, { start, end })).map(({ folded }) => folded))
    return [...wanted].every((word) => words.has(word)) ? [to] : []
  })
}

/** The numbers that a question claims, without those of documents and years. */
export function claimsIn({ text, documents }: Reading): Measure[] {
  const withoutNames = documents.reduce((rest, { raw }) => rest.replace(raw, ' '), text)
  return measuresIn(withoutNames).filter(
    ({ year, unit, number }) =>
      !year &&
      unit !== 'nam' &&
      !(number.kind === 'words' && number.value === 1) &&
      !naming.test(fold(withoutNames.slice(0, number.start))),
  )
}

/** "Phiên họp lần thứ 9", "kỳ họp 12": a number that is part of a name. */
const naming = /\b(?:lan thu|(?:phien hop|ky hop|khoa|dot|dai hoi|hoi nghi)(?: lan)?(?: thu)?)\s*$/

/** The subject without numbers and the words that only go with them. */
function withoutClaim(subject: string): string {
  return withoutPhrases(
    subject.replace(/\d[\d.,/]*%?/g, ' '),
    /\b(?:(?<!ha )tang|giam|bac|xep|thu|hang|dat|chiem|len|la|toi thieu|khoang|hon|tren|duoi)\b/g,
  )
}

/** A number with what tells the thing it counts. */
export interface Measure {
  readonly number: NumberMention
  /** "%", "đồng", the noun behind the number, or the noun of a group before it; folded. */
  readonly unit: string
  readonly direction?: 'up' | 'down'
  readonly year: boolean
}

export function measuresIn(text: string): Measure[] {
  return findNumbers(text).map((number) => {
    const before = fold(text.slice(0, number.start)).match(/[a-z]+/g) ?? []
    const behind = /^[\s,]*([a-z]+)/.exec(fold(text.slice(number.end)))?.[1] ?? ''
    const last = before.at(-1) ?? ''
    const near = before.slice(-3).filter((word, i, words) => !(word === 'tang' && words[i - 1] === 'ha'))
    const direction = near.includes('tang') ? 'up' : near.includes('giam') ? 'down' : undefined
    const unit = number.percent
      ? '%'
      : /^(?:nhom|top|hang)$/.test(last)
        ? 'nhom'
        : /(?:tỷ|tỉ|triệu|ty|ti|trieu)\s*$/iu.test(number.raw) && !/^(?:nguoi|luot|ho|con|tan|m)$/.test(behind)
          ? 'dong'
          : behind
    return {
      number,
      unit,
      ...(direction && { direction }),
      year: last === 'nam' || last === 'thang' || last === 'ngay',
    }
  })
}

/** Whether a sentence gives the number claimed; undefined when it gives none of that thing, or several that fit as well. */
function agrees(
  { quote: { text } }: Evidence,
  claim: Measure,
  subject: string,
  years: readonly number[],
): boolean | undefined {
  const wanted = new Set(fullTokens([subject, ...years].join(' ')).map(({ folded }) => folded))
  const all = [...measuresIn(text), ...singleIn(text, claim.unit)].filter(
    ({ unit, year }) => unit === claim.unit && unit !== '' && !year,
  )
  const given = ofYears(all, text, years).map((measure) => {
    const words = new Set(fullTokens(clauseAround(text, measure.number)).map(({ folded }) => folded))
    return { measure, share: [...wanted].filter((word) => words.has(word)).length }
  })
  const most = Math.max(0, ...given.map(({ share }) => share))
  const meant = given.filter(({ share }) => share === most)
  const [first] = meant
  if (!first) return undefined
  const right = same(first.measure, claim)
  // One word more or less beside the very number does not make the claim wrong.
  if (!right && given.some(({ measure, share }) => share >= most - 1 && same(measure, claim))) return undefined
  return meant.every(({ measure }) => same(measure, claim) === right) ? right : undefined
}

/** Whether a sentence has the number claimed, in a clause of another year than the one asked, and another number for that one. */
function isOfOtherYear({ quote: { text } }: Evidence, claim: Measure, years: readonly number[]): boolean {
  const all = measuresIn(text).filter(({ unit, year }) => unit === claim.unit && !year)
  return ofYears(all, text, years).length < all.length
}

/** Of several figures, each in a clause with its year, those of the years asked: "đến năm 2026 … 60; đến năm 2030 … 150". */
function ofYears(all: readonly Measure[], text: string, years: readonly number[]): readonly Measure[] {
  if (years.length === 0 || all.length < 2) return all
  let from = 0
  const clauses = timedClauses(text).map((clause) => {
    const start = Math.max(from, text.indexOf(clause, from))
    from = start + clause.length
    return { start, end: from, years: findYears(clause).map(({ to }) => to) }
  })
  const clauseOf = ({ number }: Measure) => clauses.find(({ start, end }) => start <= number.start && number.end <= end)
  const named = all.filter((measure) => clauseOf(measure)?.years.some((year) => years.includes(year)))
  return named.length > 0 ? named : all
}

/** "một lần": one of the thing claimed, where "một" might elsewhere be no number. */
function singleIn(text: string, unit: string): Measure[] {
  return [...text.normalize('NFC').matchAll(/(?<!\p{L})một\s+(\p{L}+)/giu)].flatMap(({ 0: raw, 1: noun, index }) =>
    fold(noun!) === unit
      ? [{ number: { start: index, end: index + 3, raw, value: 1, kind: 'words', percent: false }, unit, year: false }]
      : [],
  )
}

function same(given: Measure, claim: Measure): boolean {
  const { value, max } = given.number
  const opposite = given.direction && claim.direction && given.direction !== claim.direction
  const within =
    max === undefined ? value === claim.number.value : claim.number.value === value && claim.number.max === max
  return within && !opposite
}

/** From the border of a clause before a number to the border behind it; a comma between digits is none. */
function clauseAround(text: string, { start, end }: Span): string {
  const borders = /[;:.](?=\s)|,(?=\s)/g
  let from = 0
  let to = text.length
  for (const { index } of text.matchAll(borders)) {
    if (index < start) from = index + 1
    else if (index >= end) {
      to = index
      break
    }
  }
  return text.slice(from, to)
}
