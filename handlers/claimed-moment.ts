import type { Answer } from '../src/answers/answer.ts'
import type { Reading } from '../src/questions/reading.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import type { DateMention } from '../src/vietnamese/dates.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import { allSpelledOut } from '../src/vietnamese/spelled-out.ts'
import { verdictOver } from './answer-parts.ts'
import { claimsIn } from './claims.ts'
import { type Evidence, findEvidence } from './evidence.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'
import { momentsIn, timedClauses } from './timed-clauses.ts'

/** Coverage from which a sentence is surely about the thing whose time is claimed. */
const surelySame = 0.75
/** Share of the words that the clause of a time has to have. */
const sameClause = 0.8
/** How far other clauses with a time have to lie behind. */
const clearly = 0.2

/** Words that only ask for a time. */
const asking =
  /\b(?:dat moc|moc|thoi (?:diem|gian|han)|trong|vao|den|tu|luc|khi|duoc|se|da|thang|quy|nam|dau|cuoi|giua|het|muc tieu|dat ra|neu|giao|bat dau|dien ra)\b/g

/** "Cổng … khai trương tháng 3/2019 đúng không": the month, quarter or year claimed against that of the clause that speaks of the same thing. */
export async function judgeMoment(request: Request): Promise<Answer | undefined> {
  const { reading, knowledge } = request
  const [claimed, another] = momentsIn(withoutNumbers(reading))
  if (!claimed || another || claimsIn(reading).length > 0) return undefined
  const subject = withoutPhrases(
    allSpelledOut(reading.subject)
      .replace(claimed.raw, ' ')
      .replace(/\d[\d.,/]*%?/g, ' '),
    asking,
  )
  const wanted = new Set(fullTokens(subject).map(({ folded }) => folded))
  if (wanted.size < 2) return undefined
  const found = await findEvidence(
    knowledge,
    { ...reading, text: subject, subject, years: [], asks: [] },
    scopeOf(knowledge, reading),
  )
  const told = found
    .filter(({ coverage }) => coverage >= surelySame)
    .flatMap((evidence) => {
      const given = momentOf(evidence, wanted)
      return given ? [{ evidence, given }] : []
    })
  const right = told.find(({ given }) => given.some((moment) => within(moment, claimed)))
  if (right) return verdictOver(right.evidence, true, reading)
  const [wrong] = told
  if (!wrong || wrong.given.length > 1 || told.some(({ given }) => differs(given, wrong.given))) return undefined
  return contradicts(wrong.given[0]!, claimed) ? verdictOver(wrong.evidence, false, reading) : undefined
}

function differs(some: readonly DateMention[], others: readonly DateMention[]): boolean {
  return some.some(({ iso, quarter }) => others.some((other) => other.iso !== iso || other.quarter !== quarter))
}

function withoutNumbers({ text, documents }: Reading): string {
  return documents.reduce((rest, { raw }) => rest.replace(raw, ' '), text)
}

/** The times of the one clause of a sentence that speaks of the thing; undefined when another one may be meant as well. */
function momentOf({ quote }: Evidence, wanted: ReadonlySet<string>): DateMention[] | undefined {
  const clauses = timedClauses(quote.text).map((clause) => {
    const words = new Set(fullTokens(clause).map(({ folded }) => folded))
    return { clause, share: [...wanted].filter((word) => words.has(word)).length / wanted.size }
  })
  const timed = clauses.filter(({ clause }) => momentsIn(clause).length > 0).sort((a, b) => b.share - a.share)
  const [best, second] = timed
  if (!best || best.share < sameClause || (second && second.share > best.share - clearly)) return undefined
  return momentsIn(best.clause)
}

/** Whether a time given lies in the one claimed: a month in its quarter or year. */
function within(given: DateMention, claimed: DateMention): boolean {
  if (claimed.precision === 'year') return given.iso?.slice(0, 4) === claimed.iso
  if (claimed.precision === 'quarter')
    return given.iso?.slice(0, 4) === claimed.iso?.slice(0, 4) && quarterOf(given) === claimed.quarter
  return given.precision === 'month' && given.iso === claimed.iso
}

function quarterOf({ precision, iso, quarter }: DateMention): number | undefined {
  return precision === 'month' ? Math.ceil(Number(iso?.slice(5, 7)) / 3) : quarter
}

/** Whether the two cannot both be: "năm 2019" says nothing against "tháng 3/2019". */
function contradicts(given: DateMention, claimed: DateMention): boolean {
  if (given.iso?.slice(0, 4) !== claimed.iso?.slice(0, 4)) return true
  if (given.precision === 'year' || claimed.precision === 'year') return false
  const [a, b] = [quarterOf(given), quarterOf(claimed)]
  return a !== b || (given.precision === 'month' && claimed.precision === 'month' && given.iso !== claimed.iso)
}
