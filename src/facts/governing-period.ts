import type { Document } from '../library/document.ts'
import type { Span } from '../vietnamese/sentences.ts'
import type { Tense } from './aims.ts'
import type { Fact } from './fact.ts'
import type { Figure } from './figures.ts'
import { type NamedPeriod, type Period, periodsIn } from './periods.ts'
import type { Quantity } from './quantities.ts'
import { type Statement, sectionsAround } from './source.ts'

/** What carries over from clause to clause of a paragraph. */
export interface Course {
  readonly tense: Tense
  readonly period?: Period
  /** What the last figure of the sentence measured, or the heading or colon above it names. */
  readonly measure?: string
  /** What the innermost heading is about, and the year that the headings give. */
  readonly topic?: string
  readonly heading?: Period
}

/** A clause of a statement, with its numbers and periods. */
export interface Clause {
  readonly statement: Statement
  readonly span: Span
  readonly quantities: readonly Quantity[]
  readonly periods: readonly NamedPeriod[]
  /** Whether it counts the paper's own parts: "18 chỉ tiêu". */
  readonly counting: boolean
}

/**
 * The period that governs a figure: the one behind it in the same conjunct ("10% vào năm 2025 và 20% vào năm 2030"), else the nearest
 * before it in its clause, else the next behind it, else the one carried over. Years in brackets govern what the brackets hold.
 */
export function periodFields(
  { periods, statement, span }: Clause,
  figure: Figure | undefined,
  course: Course,
): Pick<Partial<Fact>, 'year' | 'period'> {
  const { text } = statement
  const at = figure?.quantity.start ?? span.end
  const reachable = periods.filter(({ start }) => bracketAt(text, start) === (figure ? bracketAt(text, at) : -1))
  const behind = figure && reachable.find((period) => governsBackwards(text, figure, period))
  if (course.tense === 'past') {
    // What was reached belongs to a year only when the year opens the clause or stands beside the figure.
    const near =
      behind ??
      reachable.findLast((period) => figure && period.end <= at && isBeside(text, period, figure)) ??
      reachable.find((period) => isOpening(text, span, period.start) || (figure && isBeside(text, period, figure)))
    const period = near?.period ?? course.heading
    return period ? { year: period.to, period } : {}
  }
  const own = behind ?? reachable.findLast(({ end }) => end <= at) ?? reachable.find(({ start }) => start >= at)
  const period = own?.period ?? untilDay(text.slice(span.start, Math.max(span.start, at))) ?? course.period
  return period ? { year: period.to, period } : {}
}

/** The year or period that the headings above a section name, innermost first: "2. Đến năm 2030". */
export function headingPeriod(document: Document, section: number): Period | undefined {
  const [named] = sectionsAround(document, section).flatMap(({ heading }) =>
    periodsIn(heading.normalize('NFC')).slice(0, 1),
  )
  return named && { ...named.period, inherited: true }
}

/** "Đến ngày 30/9/2023, 100% …": the day by which opens the clause. */
function untilDay(before: string): Period | undefined {
  const written =
    /^[-–+•*\s]*(?<words>(?:(?:tính )?đến|trước|hết)(?: hết| cuối)?\s(?:ngày |tháng |quý )[\dIVX/.\s-]*(?:năm )?(?:19|20)\d{2})(?!\d)/iu.exec(
      before,
    )?.groups?.words
  return written === undefined ? undefined : { to: Number(written.slice(-4)), written, inherited: false }
}

/** Where the bracket around an offset opens; -1 outside brackets. */
function bracketAt(text: string, at: number): number {
  const open = text.lastIndexOf('(', at)
  return open >= 0 && !text.slice(open, at).includes(')') ? open : -1
}

/** "… 20% GRDP vào năm 2030": nothing parts the year from the figure before it. */
function governsBackwards(text: string, { quantity }: Figure, { start }: Span): boolean {
  if (start < quantity.end || start - quantity.end > 80) return false
  const between = text.slice(quantity.end, start)
  return !/[,;:(]|\d|(?<![A-Za-zÀ-ỹ])(?:và|còn|từ|của|so với|kể từ)(?![A-Za-zÀ-ỹ])/iu.test(between)
}

function isBeside(text: string, { start, end }: Span, { quantity, end: last }: Figure): boolean {
  if (/(?<![A-Za-zÀ-ỹ])từ\s*$/iu.test(text.slice(0, start))) return false
  return end <= quantity.from
    ? !/[,;:]/.test(text.slice(end, quantity.from))
    : start >= quantity.end && end <= last + 24
}

export function isOpening(text: string, span: Span, at: number): boolean {
  return /^[-–+•*\s]*(?:(?:Theo|Qua)\s[^,]{2,60},\s*)?(?:trong |tính |riêng |đến |hết )*$/iu.test(
    text.slice(span.start, at),
  )
}
