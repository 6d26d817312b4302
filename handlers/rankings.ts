import type { Answer } from '../src/answers/answer.ts'
import type { Fact } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { AnswerParts } from './answer-parts.ts'
import { matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { ownerOf, sentence } from './wording.ts'

const sameThing = 0.6
/** Words that ask for a position without naming what is ranked. */
export const rankingWords =
  /\b(?:xep (?:hang|thu|vi tri)|thu hang|vi tri|xep|hang(?! muc)|dung thu|ca nuoc|toan quoc|tang|giam|tut|len|xuong|hay|nhieu|bac|thu|trong so|tren tong so|may|dung dau|dan dau|giu nguyen)\b/g

/** "Xếp thứ mấy về …, tăng hay giảm?" */
export function answerRanking({ reading, knowledge }: Request): Answer | undefined {
  const subject = withoutPhrases(reading.subject, rankingWords)
  const matches = matchFacts(knowledge, reading, ['ranking'], subject, 'subject')
  const general = subject.trim() === ''
  const dated = matches.filter(({ fact, document }) => fitsYear(fact, document, reading.years))
  const fitting = general ? dated : dated.filter(({ coverage }) => coverage >= sameThing)
  const best = fitting[0]
  if (!best) return undefined
  const chosen = general ? fitting.slice(0, 8) : fitting.filter(({ score }) => score >= best.score - 0.05).slice(0, 4)
  const parts = new AnswerParts()
  for (const { fact, document } of chosen) parts.state(rankSentence(fact, document))
  for (const { fact, document } of chosen) parts.fact(fact, document)
  return parts.answer('answered', reading)
}

/** A rank without a year of its own belongs to the year of its document. */
export function fitsYear(
  { year }: Fact,
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
