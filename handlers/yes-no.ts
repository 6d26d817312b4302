import type { Answer } from '../src/answers/answer.ts'
import type { Fact, FactKind } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { namingWords, withoutPhrases } from '../src/questions/subject.ts'
import { sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { claimsDeed } from './claimed-deed.ts'
import { claimsIn, measuresIn, onlyProposes } from './claims.ts'
import { answerCount } from './counts.ts'
import { type Match, matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { personsNamed } from './people.ts'
import { factWords, periodPhrase, sentence } from './wording.ts'

const sameThing = 0.68
/** Coverage from which one fact is surely about the thing claimed, so that another value makes the claim wrong. */
const surelySame = 0.85
/** How near to the best fact one has to lie to confirm a claim. */
const closely = 0.05
const countedThings = /\b(?:nhom|nhiem vu|giai phap|chi tieu|dot pha|tru cot|muc tieu cu the)\b/

/** "… có phải … không", "… đúng không": right, or not right with what the documents say. Undefined when no fact decides it. */
export function answerYesNo(request: Request): Answer | undefined {
  const { reading } = request
  const claimed = numbersIn(reading.subject)
  if (claimed.length > 0 && countedThings.test(fold(reading.subject))) {
    const counted = answerCount(request)
    if (counted) return counted
  }
  return (
    claimedRole(request) ?? claimedDate(request) ?? (claimed.length > 0 ? claimedFigure(request, claimed) : undefined)
  )
}

/**
 * "Ông … là chủ tịch đúng không": the claim against the offices that the documents give the person. "Bộ trưởng … chủ trì phiên họp đúng
 * không" claims a deed, which the office does not confirm.
 */
function claimedRole(request: Request): Answer | undefined {
  if (claimsDeed(request.reading)) return undefined
  const [match] = personsNamed(request)
  if (!match) return undefined
  const name = fold(match.fact.person?.name ?? match.fact.subject)
  const claim = fold(request.reading.subject).replace(name, ' ').replace(/\s+/g, ' ').trim()
  if (!/\b(?:chu tich|bi thu|giam doc|truong|pho|bo truong|uy vien|thu truong|chanh|cuc truong|tong)\b/.test(claim))
    return undefined
  const roles = match.fact.person?.roles ?? []
  const held = roles.some((role) => {
    const at = fold(role).indexOf(claim.split(' ').slice(0, 2).join(' '))
    return at >= 0 && (claim.startsWith('pho') || !/pho\s*$/.test(fold(role).slice(0, at)))
  })
  const said = `${match.fact.person?.name ?? match.fact.subject}: ${roles.join(', ')}`
  const parts = new AnswerParts().state(
    held ? `Đúng. ${sentence(said)}` : `Chưa đúng. ${sentence(`Theo tài liệu, ${said}`)}`,
  )
  return parts.fact(match.fact, match.document).answer(held ? 'answered' : 'corrected', request.reading)
}

/** "… ban hành năm 2021?": the claim against the date of issue. */
function claimedDate({ reading, knowledge }: Request): Answer | undefined {
  if (
    reading.documents.length === 0 ||
    reading.years.length === 0 ||
    !/ban hanh|\bky\b|thong qua/.test(fold(reading.text))
  )
    return undefined
  const dates = matchFacts(knowledge, { ...reading, years: [] }, ['issue_date']).filter(
    ({ fact }) =>
      fact.documentNumber && reading.documents.some((asked) => sameDocumentNumber(asked, fact.documentNumber!)),
  )
  const [first] = dates
  if (!first) return undefined
  const right = dates.find(({ fact }) =>
    reading.years.some((year) => (fact.date?.iso ?? fact.value).includes(String(year))),
  )
  return verdict(right ? 'Đúng' : 'Chưa đúng', right ?? first, reading)
}

function claimedFigure({ reading, knowledge }: Request, claimed: readonly string[]): Answer | undefined {
  const words = withoutPhrases(
    reading.subject.replace(/\d[\d.,/]*%?/g, ' '),
    /\b(?:(?<!ha )tang|giam|bac|xep|thu|hang|dat|chiem|nhom|top|roi|la|quy(?: [ivx]+)?\b|\d+ thang)\b/g,
  )
  const subject = namingWords(words) || words
  const kinds = kindsClaimed(fold(reading.text))
  const units = kinds[0] === 'ranking' ? [] : claimsIn(reading).map(({ unit }) => unit)
  const matches = matchFacts(knowledge, { ...reading, years: [] }, kinds, subject).filter(
    ({ coverage, fact, document }) =>
      coverage >= sameThing &&
      measures(fact, document, units) &&
      !onlyProposes(document.text.slice(fact.context.start, fact.context.end), reading.text),
  )
  // Several figures of one sentence are told apart by what each is of.
  const own = new Map(
    matchFacts(knowledge, { ...reading, years: [] }, kinds, subject, 'subject').map(({ fact, coverage }) => [
      fact.id,
      coverage,
    ]),
  )
  const fitness = ({ fact, score }: Match) => score + (own.get(fact.id) ?? 0)
  matches.sort((a, b) => fitness(b) - fitness(a))
  const inYears = matches.filter(
    ({ fact }) => reading.years.length === 0 || fact.year === undefined || reading.years.includes(fact.year),
  )
  const agreeing = inYears.find(({ fact }) => agrees(fact, claimed, fold(reading.text)))
  if (agreeing && fitness(agreeing) >= fitness(inYears[0]!) - closely) return verdict('Đúng', agreeing, reading)
  const otherYear = inYears.some(({ fact }) => fact.year !== undefined)
    ? undefined
    : matches.find(({ fact, coverage }) => coverage >= surelySame && agrees(fact, claimed, fold(reading.text)))
  if (otherYear?.fact.year !== undefined) return ofOtherYear(otherYear, reading)
  // A claim can only be called wrong when one clear fact about the same thing says otherwise.
  const [clear, second] = claimed.length > 0 ? inYears : matches
  const alone =
    clear && (!second || second.fact.subject === clear.fact.subject || fitness(second) < fitness(clear) - 0.1)
  if (!clear || !alone || clear.coverage < surelySame) return undefined
  // Of several numbers one may be right and another wrong: which, a single fact does not tell.
  if (claimed.length > 1 && !says(clear, claimed)) return undefined
  if (says(clear, claimed)) return claimed.length > 1 ? verdict('Đúng', clear, reading) : undefined
  // What another figure of the same thing says is no less true: two years, two levels.
  const rival = matches.some(
    (match) =>
      agrees(match.fact, claimed, fold(reading.text)) &&
      (own.get(match.fact.id) ?? 0) >= (own.get(clear.fact.id) ?? 0) - 0.25,
  )
  return rival ? undefined : verdict('Chưa đúng', clear, reading)
}

/** Whether the words of a fact have all numbers that are claimed: then they cannot show the claim to be wrong. */
function says({ fact, document }: Match, claimed: readonly string[]): boolean {
  const given = numbersIn(document.text.slice(fact.quote.start, fact.quote.end))
  return claimed.every((number) => given.includes(number))
}

/** The figure is right, and the year is not. */
function ofOtherYear({ fact, document }: Match, reading: Request['reading']): Answer {
  return new AnswerParts()
    .state(
      `Chưa đúng. Theo tài liệu, đây là số của năm ${fact.year}, không phải năm ${reading.years.join(', ')}: ${sentence(factWords(fact, document))}`,
    )
    .fact(fact, document)
    .answer('corrected', reading)
}

/** Whether the words of a fact give numbers of all the things that are claimed: "24 đèn" says nothing of "24 camera". */
function measures({ quote, unit: own }: Fact, { text }: Document, units: readonly string[]): boolean {
  if (units.length === 0) return true
  const given = measuresIn(text.slice(quote.start, quote.end)).map(({ unit }) => unit)
  // In a table the unit stands in a column of its own.
  if (own !== undefined) given.push(fold(own).split(/\s+/)[0]!)
  return units.every((unit) => given.includes(unit))
}

function kindsClaimed(folded: string): readonly FactKind[] {
  if (/\b(?:xep|hang|bac|thu hang)\b/.test(folded)) return ['ranking']
  if (/\b(?:muc tieu|phan dau|den nam|dat muc tieu)\b/.test(folded)) return ['target', 'indicator']
  return ['result', 'target', 'indicator', 'ranking', 'other_count']
}

/** Whether a fact says the numbers claimed, and the direction where one is claimed. */
function agrees(fact: Fact, claimed: readonly string[], folded: string): boolean {
  const { direction, position, of, change } = fact.rank ?? {}
  const said = [
    ...numbersIn(fact.value),
    ...[fact.number, fact.max, position, of, change].flatMap((number) =>
      number === undefined ? [] : [String(number)],
    ),
  ]
  if (direction && /(?<!\bha )\btang\b/.test(folded) && direction !== 'up') return false
  if (direction && /\bgiam\b/.test(folded) && direction !== 'down') return false
  return claimed.every((number) => said.includes(number))
}

function verdict(word: 'Đúng' | 'Chưa đúng', { fact, document }: Match, reading: Request['reading']): Answer {
  const words = factWords(fact, document)
  const parts = new AnswerParts().state(`${word}. ${sentence(`Theo tài liệu: ${words}${periodPhrase(fact, words)}`)}`)
  return parts.fact(fact, document).answer(word === 'Đúng' ? 'answered' : 'corrected', reading)
}

/** Numbers of a text as they are compared: "08" and "8" agree, "7.500" and "7500" too; years are left out. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d+(?:[.,/]\d+)*/g)]
    .map(([number]) => number.replace(/^0+(?=\d)/, '').replace(/\.(?=\d{3}(?:\D|$))/g, ''))
    .filter((number) => !/^(?:19|20)\d{2}$/.test(number))
}
