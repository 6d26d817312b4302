import type { Answer } from '../src/answers/answer.ts'
import type { FactKind } from '../src/facts/fact.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { type Match, matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'

const sameThing = 0.5
/** Words that only compare. */
const comparing =
  /\b(?:so sanh|so voi|cao hon|thap hon|nhieu hon|it hon|tot hon|khac nhau|giong nhau|hon|so luong|dat|xep hang|giua|tinh|ben|muc tieu|dia phuong|so(?= (?:nhom|nhiem|chi)))\b/g

/** "So sánh số nhóm nhiệm vụ của … và …": one line a province, "không nêu" where its documents do not say. */
export function answerComparison({ reading, knowledge }: Request): Answer | undefined {
  const places = reading.places.length > 1 ? reading.places.map(({ place }) => place) : []
  if (places.length === 0) return undefined
  const kinds = kindsCompared(reading.subject)
  const topic = withoutPhrases(reading.subject, comparing)
  const found = places.map((place) => {
    const matches = matchFacts(knowledge, { ...reading, places: [{ place, raw: place }] }, kinds, topic)
    const ofYears = matches.filter(({ fact }) => reading.years.length === 0 || fact.year !== undefined)
    const best = (ofYears.length > 0 ? ofYears : matches).filter(
      ({ coverage, fact }) => coverage >= sameThing || (topic === '' && fact.kind === 'target'),
    )
    return { place, matches: withoutRepeats(topic === '' ? inTextOrder(best).slice(0, 6) : nearest(best)) }
  })
  if (found.every(({ matches }) => matches.length === 0)) return undefined
  const parts = new AnswerParts()
  const winner = higherRank(reading.text, found)
  if (winner) parts.state(winner)
  parts.table(
    ['Đơn vị', 'Nội dung'],
    found.map(({ place, matches }) => [
      place,
      matches.length > 0 ? matches.map(cell).join('; ') : 'tài liệu không nêu',
    ]),
  )
  for (const { matches } of found) for (const { fact, document } of matches) parts.fact(fact, document)
  return parts.answer('answered', reading)
}

/** Those that fit nearly as well as the best. */
function nearest(matches: readonly Match[]): Match[] {
  return matches.filter(({ score }) => score >= matches[0]!.score - 0.12).slice(0, 3)
}

function inTextOrder(matches: readonly Match[]): Match[] {
  return [...matches].sort((a, b) => (a.document === b.document ? a.fact.quote.start - b.fact.quote.start : 0))
}

/** Facts that quote the same words are shown once. */
function withoutRepeats(matches: readonly Match[]): Match[] {
  const seen = new Set<string>()
  return matches.filter((match) => !seen.has(cell(match)) && seen.add(cell(match)))
}

function kindsCompared(subject: string): FactKind[] {
  const words = fold(subject)
  if (/nhiem vu|giai phap/.test(words)) return ['task_group_count']
  if (/(?:so|may|bao nhieu) chi tieu/.test(words)) return ['indicator_count']
  return ['target', 'indicator', 'ranking', 'indicator_count', 'other_count', 'result']
}

function cell({ fact, document }: Match): string {
  const draft = document.metadata.status === 'draft' ? ' (dự thảo)' : ''
  if (fact.kind === 'task_group_count' && !fact.stated) return `tài liệu không nêu tổng số (liệt kê ${fact.value} mục)`
  if (/_count$/.test(fact.kind)) return `${fact.value}${fact.year ? ` (đến năm ${fact.year})` : ''}${draft}`
  if (fact.kind === 'ranking') return `${fact.subject}: ${fact.value}`
  return `${document.text.slice(fact.quote.start, fact.quote.end).replace(/\s+/g, ' ')}${draft}`
}

/** "Tỉnh nào đặt mục tiêu cao hơn": in a group of leaders the smaller number is the higher aim. */
function higherRank(
  question: string,
  found: readonly { place: string; matches: readonly Match[] }[],
): string | undefined {
  if (!/\b(?:cao hon|tot hon|hon)\b/.test(fold(question))) return undefined
  const aims = found.map(({ place, matches }) => ({ place, aim: groupOf(matches) }))
  if (aims.some(({ aim }) => aim === undefined)) return undefined
  const [first, second] = [...aims].sort((a, b) => a.aim! - b.aim!)
  if (!first || !second || first.aim === second.aim) return undefined
  return `${first.place} đặt mục tiêu cao hơn: nhóm ${first.aim}, so với nhóm ${second.aim} của ${second.place}.`
}

/** The smallest "nhóm N" or "top N" among the targets. */
function groupOf(matches: readonly Match[]): number | undefined {
  const groups = matches.flatMap(({ fact, document }) => {
    const words = document.text.slice(fact.quote.start, fact.quote.end)
    return [...words.matchAll(/(?:nhóm|top)\s+(\d{1,2})(?!\d)/giu)].map((match) => Number(match[1]))
  })
  return groups.length > 0 ? Math.min(...groups) : undefined
}
