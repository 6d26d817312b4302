import type { Answer } from '../src/answers/answer.ts'
import type { Fact, FactKind } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import type { Reading } from '../src/questions/reading.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { formsOfFact, type Match, matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { sentence } from './wording.ts'

const sameThing = 0.62
/** Words that only compare. */
const comparing =
  /\b(?:so sanh|so voi|dung tren|dung sau|dung duoi|kem hon|cao hon|thap hon|nhieu hon|it hon|tot hon|khac nhau|giong nhau|hon|so luong|dat|xep hang|giua|tinh|ben|muc tieu|dia phuong|so(?= (?:nhom|nhiem|chi)))\b/g

/** "So sánh số nhóm nhiệm vụ của … và …": one line a province or paper, "không nêu" where its documents do not say. */
export function answerComparison({ reading, knowledge }: Request): Answer | undefined {
  const sides = sidesOf(reading)
  if (sides.length < 2) return undefined
  const kinds = kindsCompared(reading.subject)
  const topic = withoutPhrases(reading.subject, comparing)
  const found = sides.map(({ place, reading: own }) => {
    const matches = matchFacts(knowledge, own, kinds, topic)
    const ofYears = matches.filter(({ fact }) => reading.years.length === 0 || fact.year !== undefined)
    const ofSide = (ofYears.length > 0 ? ofYears : matches).filter(({ fact, document }) => isOwn(fact, document, place))
    const best = ofSide.filter(
      ({ coverage, fact }) => coverage >= sameThing || (topic === '' && fact.kind === 'target'),
    )
    return { place, matches: withoutRepeats(topic === '' ? inTextOrder(best).slice(0, 6) : nearest(best)) }
  })
  if (found.every(({ matches }) => matches.length === 0)) return undefined
  const parts = new AnswerParts()
  const winner = higherRank(reading.text, found)
  const compared = compareValues(reading, found)
  if (winner) parts.state(winner)
  else if (compared) parts.state(compared.said)
  parts.table(
    ['Đơn vị', 'Nội dung'],
    found.map(({ place, matches }, i) => [
      place,
      compared
        ? figureOf(compared.pair[i]!.fact)
        : matches.length > 1
          ? matches.map(cell)
          : matches.length > 0
            ? cell(matches[0]!)
            : 'tài liệu không nêu',
    ]),
  )
  for (const { matches } of compared ? compared.pair.map((match) => ({ matches: [match] })) : found)
    for (const { fact, document } of matches) parts.fact(fact, document)
  return parts.answer(compared?.right === false && !winner ? 'corrected' : 'answered', reading)
}

/** The question asked of each province it names, else of each paper. */
export function sidesOf(reading: Reading): { readonly place: string; readonly reading: Reading }[] {
  if (reading.places.length > 1)
    return reading.places.map(({ place }) => ({ place, reading: { ...reading, places: [{ place, raw: place }] } }))
  return reading.documents.length > 1
    ? reading.documents.map((document) => ({ place: document.raw, reading: { ...reading, documents: [document] } }))
    : []
}

/** Where a sentence gives each of several provinces its figure, a figure belongs to the one that the fact names. */
function isOwn(fact: Fact, document: Document, place: string): boolean {
  const named = new Set(formsOfFact(fact, document).places)
  return named.size < 2 || fact.place === undefined || !named.has(fact.place) || fact.place === place
}

interface OfPlace {
  readonly place: string
  readonly matches: readonly Match[]
}

const more = /\b(?:cao hon|nhieu hon|lon hon|tot hon|dung tren|vuot|truoc)\b/
const less = /\b(?:thap hon|it hon|nho hon|kem hon|dung sau|dung duoi|thua|kem)\b/

/** "A thấp hơn B đúng không", "A hay B cao hơn": which of two figures of one thing is the higher, and whether that is what was claimed. */
function compareValues(
  { text, yesNo, places }: Request['reading'],
  found: readonly OfPlace[],
): { readonly said: string; readonly pair: readonly [Match, Match]; readonly right?: boolean } | undefined {
  const folded = fold(text)
  const wantsMore = more.test(folded)
  if (found.length !== 2 || wantsMore === less.test(folded)) return undefined
  const pair = comparablePair(found[0]!.matches, found[1]!.matches)
  if (!pair) return undefined
  const [a, b] = pair.map(({ fact }) => (fact.kind === 'ranking' ? -(fact.rank?.position ?? 0) : fact.number!))
  const isRank = pair[0].fact.kind === 'ranking'
  const [first, second] = found.map(({ place }, i) => `${place} ${isRank ? 'xếp thứ ' : ''}${figureOf(pair[i]!.fact)}`)
  const about = `${pair[0].fact.subject}: ${first}, ${second}`
  if (a === b) return { said: `${yesNo ? 'Chưa đúng. ' : ''}Bằng nhau. ${sentence(about)}`, pair, right: false }
  if (!yesNo) {
    const winner = a! > b! === wantsMore ? found[0]!.place : found[1]!.place
    return { said: sentence(`${winner} ${wantsMore ? 'cao hơn' : 'thấp hơn'}. ${sentence(about)}`), pair }
  }
  // "B thấp hơn A": what stands before "hơn" is what is said to be lower.
  const said = folded.search(wantsMore ? more : less)
  const before = places.filter(({ raw }) => {
    const at = folded.indexOf(fold(raw))
    return at >= 0 && at < said
  })
  if (before.length !== 1) return undefined
  const claimedFirst = found[0]!.place === before[0]!.place
  const right = a! > b! === (claimedFirst === wantsMore)
  return { said: `${right ? 'Đúng' : 'Chưa đúng'}. ${sentence(about)}`, pair, right }
}

/** One figure of each: of one kind and unit, of one thing, and of one year. */
function comparablePair(ofFirst: readonly Match[], ofSecond: readonly Match[]): readonly [Match, Match] | undefined {
  for (const one of inForce(ofFirst)) {
    const other = inForce(ofSecond).find(
      ({ fact }) =>
        fact.kind === one.fact.kind &&
        fact.unit === one.fact.unit &&
        fact.year === one.fact.year &&
        (fact.kind === 'ranking' ? fact.rank && one.fact.rank : fact.number !== undefined && fact.max === undefined),
    )
    if (other && (one.fact.kind === 'ranking' || (one.fact.number !== undefined && one.fact.max === undefined)))
      return [one, other]
  }
  return undefined
}

/** What was issued goes before what was drafted; where the documents of a province disagree, nothing is compared. */
function inForce(matches: readonly Match[]): readonly Match[] {
  const issued = matches.filter(({ document }) => document.metadata.status !== 'draft')
  const kept = issued.length > 0 ? issued : matches
  const [first] = kept
  return kept.some(
    ({ fact }) =>
      fact.subject === first!.fact.subject && fact.number !== first!.fact.number && fact.year === first!.fact.year,
  )
    ? []
    : kept
}

function figureOf({ value, unit }: Fact): string {
  return unit === undefined || unit === '%' || value.includes(unit) ? value : `${value} ${unit}`
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
