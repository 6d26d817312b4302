import type { Answer } from '../src/answers/answer.ts'
import { plainWords } from '../src/facts/catalog.ts'
import type { Fact } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import type { Reading } from '../src/questions/reading.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { spelledOut } from '../src/vietnamese/spelled-out.ts'
import { AnswerParts } from './answer-parts.ts'
import { type Match, matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { ownerOf, sentence } from './wording.ts'

const sameThing = 0.6
/** Words that ask for a position without naming what is ranked. */
export const rankingWords =
  /\b(?:xep (?:hang|thu|vi tri)|thu hang|vi tri|xep|hang(?! muc)|dung thu|ca nuoc|toan quoc|(?<!ha )tang|giam|tut|len|xuong|hay|nhieu|bac|thu|trong so|tren tong so|may|dung dau|dan dau|giu nguyen|chi so(?: thanh phan)?|linh vuc|cao|thap|tot|kem|nhat|hon|manh|bi|liet ke|cac)\b/g

/** "Xếp thứ mấy về …, tăng hay giảm?", "chỉ số nào tăng nhiều bậc nhất?", "… và … cái nào xếp cao hơn?" */
export function answerRanking({ reading, knowledge }: Request): Answer | undefined {
  const asked = fold(reading.text)
  const subject = listing.test(asked) ? '' : withoutPhrases(reading.subject, rankingWords)
  const general = subject.trim() === ''
  const rankingsOf = (words: string) =>
    matchFacts(knowledge, reading, ['ranking'], words, 'subject').filter(({ fact, document }) =>
      fitsYear(fact, document, reading.years),
    )
  const asWritten = rankingsOf(subject)
  const matches = fits(asWritten[0]) ? asWritten : rankingsOf(spelledOut(subject))
  const parts = new AnswerParts()
  const compared = matches.filter(({ fact }) => isNamed(fact, reading))
  if (comparing.test(asked) && compared.length > 1) return stateAll(parts, inOrder(compared), reading)
  const fitting = general ? matches : matches.filter(fits)
  const best = fitting[0]
  if (!best) return undefined
  const extreme = extremes.find(({ words }) => words.test(asked))
  const furthest = extreme && first(fitting, extreme.value)
  if (extreme) return furthest && stateAll(parts, [furthest], reading, extreme.opening)
  const chosen = general
    ? fitting.slice(0, mostListed)
    : fitting.filter(({ score }) => score >= best.score - 0.05).slice(0, 4)
  return stateAll(parts, chosen, reading)
}

function fits(match: Match | undefined): boolean {
  return match !== undefined && match.coverage >= sameThing
}

/** Positions told in one answer. */
const mostListed = 12

/** All positions are wanted, whatever they are of. */
const listing =
  /\b(?:cac|nhung|het|tat ca) (?:thu hang|chi so|xep hang|vi tri)(?! (?:cua|do))\b|\bthu hang (?:cac|cua cac|tung)\b/

const comparing = /\b(?:cao|thap|tot|kem) hon\b/

/** Which of several positions is wanted, by what; the smallest value is it. */
const extremes: readonly {
  readonly words: RegExp
  readonly opening: string
  value(rank: NonNullable<Fact['rank']>): number | undefined
}[] = [
  {
    words: /\b(?:tang|len|cai thien)(?: \S+){0,3} nhat\b/,
    opening: 'Tăng nhiều bậc nhất trong các thứ hạng mà tài liệu nêu:',
    value: ({ change, direction }) => (direction === 'up' && change !== undefined ? -change : undefined),
  },
  {
    words: /\b(?:giam|tut|xuong|roi)(?: \S+){0,3} nhat\b/,
    opening: 'Giảm nhiều bậc nhất trong các thứ hạng mà tài liệu nêu:',
    value: ({ change, direction }) => (direction === 'down' && change !== undefined ? -change : undefined),
  },
  {
    words: /\b(?:cao|tot) nhat\b/,
    opening: 'Cao nhất trong các thứ hạng mà tài liệu nêu:',
    value: ({ position }) => position,
  },
  {
    words: /\b(?:thap|kem|cuoi) nhat\b/,
    opening: 'Thấp nhất trong các thứ hạng mà tài liệu nêu:',
    value: ({ position }) => -position,
  },
]

function first(matches: readonly Match[], value: (typeof extremes)[number]['value']): Match | undefined {
  const valued = matches.flatMap((match) => {
    const found = match.fact.rank && value(match.fact.rank)
    return found === undefined ? [] : [{ match, found }]
  })
  return valued.sort((a, b) => a.found - b.found)[0]?.match
}

/** Whether a question names all of what is ranked. */
function isNamed({ subject }: Fact, { text }: Reading): boolean {
  return ` ${plainWords(text)} `.includes(` ${plainWords(subject)} `)
}

/** The better position first. */
function inOrder(matches: readonly Match[]): Match[] {
  return [...matches].sort((a, b) => (a.fact.rank?.position ?? 0) - (b.fact.rank?.position ?? 0))
}

function stateAll(parts: AnswerParts, chosen: readonly Match[], reading: Reading, opening?: string): Answer {
  const [only] = chosen
  if (opening !== undefined && only) parts.state(`${opening} ${rankSentence(only.fact, only.document)}`)
  else for (const { fact, document } of chosen) parts.state(rankSentence(fact, document))
  for (const { fact, document } of chosen) parts.fact(fact, document)
  return parts.answer('answered', reading)
}

/** A rank without a year of its own belongs to the year of its document. */
export function fitsYear(
  { year }: Pick<Fact, 'year'>,
  { metadata: { source, issuedOn } }: Document,
  years: readonly number[],
): boolean {
  if (years.length === 0 || (year !== undefined && years.includes(year))) return true
  const date = source?.publishedOn ?? issuedOn
  return (
    year === undefined && (date === undefined || years.some((asked) => Math.abs(asked - Number(date.slice(0, 4))) <= 1))
  )
}

export function rankSentence(fact: Fact, document: Document): string {
  const { rank } = fact
  const direction = { up: 'tăng', down: 'giảm', same: 'giữ nguyên' }[rank?.direction ?? 'same']
  const change =
    rank?.change !== undefined ? `, ${direction} ${rank.change} bậc` : rank?.direction ? `, ${direction}` : ''
  const position = /^\d/.test(fact.value) ? `thứ ${fact.value}` : fact.value
  const year = fact.year !== undefined ? ` năm ${fact.year}` : ''
  return sentence(`${ownerOf(fact, document)} xếp ${position} về ${fact.subject}${year}${change}`)
}
