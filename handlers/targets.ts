import type { Answer } from '../src/answers/answer.ts'
import type { Fact } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { readQuestion } from '../src/questions/read-question.ts'
import { namingWords, weighSubject } from '../src/questions/subject.ts'
import { AnswerParts } from './answer-parts.ts'
import { type Match, matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { ownerOf, sentence, standing } from './wording.ts'
import { numbersIn } from './yes-no.ts'

const sameThing = 0.6
/** Coverage from which another year's target is surely of the same thing. */
const surelySame = 0.8
/** "Hiện nay … đạt bao nhiêu phần trăm?": what has been reached, from results alone. */
export function answerResult({ reading, knowledge }: Request): Answer | undefined {
  if (reading.asks.includes('target')) return undefined
  const topic = weighSubject(reading.subject).naming
  const matches = matchFacts(knowledge, reading, ['result'], topic).filter(
    ({ coverage, fact }) =>
      coverage >= surelySame &&
      (reading.years.length === 0 || fact.year !== undefined) &&
      (!reading.asks.includes('percent') || fact.unit === '%' || /%/.test(fact.value)),
  )
  const best = matches[0]
  if (!best) return undefined
  const chosen = matches
    .filter(({ score, document }) => score >= best.score - 0.03 && document === best.document)
    .slice(0, 3)
  const parts = new AnswerParts()
  for (const { fact, document } of chosen) {
    const words = document.text.slice(fact.quote.start, fact.quote.end).replace(/\s+/g, ' ')
    parts.state(sentence(`Theo tài liệu, ${ownerOf(fact, document)}: ${words}`))
  }
  for (const { fact, document } of chosen) parts.fact(fact, document)
  return parts.answer('answered', reading)
}

/** "Năm 2030 đặt mục tiêu gì?", "kinh tế số 2030 bao nhiêu %?" */
export function answerTarget({ reading, knowledge }: Request): Answer | undefined {
  const topic = namingWords(reading.subject)
  const all = matchFacts(knowledge, reading, ['target', 'indicator'], topic)
  const withYear = all.filter(({ fact }) => reading.years.length === 0 || fact.year !== undefined)
  const matches = topic === '' ? withYear : withYear.filter(({ coverage }) => coverage >= sameThing)
  if (matches.length === 0) {
    const several = ofEachThing(reading, knowledge)
    return several.length > 1 ? stated(several, reading) : undefined
  }
  const best = matches[0]!
  const several = best.coverage < surelySame ? ofEachThing(reading, knowledge) : []
  if (several.length > 1) return stated(several, reading)
  const chosen = (topic === '' ? matches : matches.filter(({ score }) => score >= best.score - 0.15)).filter(
    ({ document }) => reading.places.length > 0 || document === best.document,
  )
  return topic === '' && reading.places.length + reading.documents.length === 0 && severalDocuments(matches)
    ? undefined
    : stated(chosen, reading)
}

/** Key words that join several things, each with a target of the year they name. */
export function answerTargetsJoined({ reading, knowledge }: Request): Answer | undefined {
  if (reading.asks.length > 0 || reading.years.length === 0) return undefined
  const several = ofEachThing(reading, knowledge)
  return several.length > 1 ? stated(several, reading) : undefined
}

const things = /\s*[,;:]\s*|\s+(?:và|va|cùng|cung|với|voi|lẫn|còn)\s+/iu

/** "Tuổi thọ trung bình và tổng tỷ suất sinh": the target of each thing that a question joins, where each surely has one in one paper. */
function ofEachThing(reading: Request['reading'], knowledge: Request['knowledge']): Match[] {
  const pieces = reading.text.split(things)
  if (pieces.length < 2 || pieces.length > mostThings) return []
  const found = pieces.flatMap((piece) => {
    const topic = namingWords(readQuestion(piece).subject)
    const [match] = topic === '' ? [] : matchFacts(knowledge, reading, ['target', 'indicator'], topic)
    const ofYear = match && (reading.years.length === 0 || match.fact.year !== undefined)
    return match && ofYear && match.coverage >= surelySame ? [match] : []
  })
  return found.every(({ document }) => document === found[0]!.document) ? found : []
}

/** Pieces of a question looked at. */
const mostThings = 6

function severalDocuments(matches: readonly Match[]): boolean {
  return new Set(matches.map(({ document }) => document.id)).size > 1
}

function stated(matches: readonly Match[], reading: Request['reading']): Answer {
  const parts = new AnswerParts()
  for (const [document, facts] of byDocument(matches)) {
    const ordered = [...facts].sort((a, b) => a.quote.start - b.quote.start)
    const years = [...new Set(ordered.map(({ year }) => year))].filter((year) => year !== undefined)
    const when = years.length === 1 ? `Đến năm ${years[0]}, ` : ''
    parts.state(
      sentence(
        `${saysYes(reading, ordered, document) ? 'Có. ' : ''}${when}${ownerOf(ordered[0]!, document)} đặt ${ordered.length > 1 ? 'các mục tiêu' : 'mục tiêu'}${standing(document)}:`,
      ),
    )
    parts.items(
      document,
      distinct(ordered).map(({ quote }) => quote),
      true,
      contextOf(ordered),
    )
    for (const fact of ordered) parts.mention(fact, document)
  }
  return parts.answer('answered', reading)
}

/** A claim without numbers of its own is true when there is such a target; "lower than planned" is no yes. */
function saysYes({ yesNo, subject }: Request['reading'], facts: readonly Fact[], { text }: Document): boolean {
  return (
    yesNo &&
    numbersIn(subject).length === 0 &&
    facts.every(({ quote }) => !doubting.test(text.slice(quote.start, quote.end)))
  )
}

/** Words that turn a sentence against what was asked. */
export const doubting = /(?:^|\s)(?:không|chưa|chẳng|thấp hơn|mới đạt|chậm|giảm|hạn chế)(?:\s|$)/iu

function byDocument(matches: readonly Match[]): Map<Document, Fact[]> {
  const groups = new Map<Document, Fact[]>()
  for (const { fact, document } of matches) groups.set(document, [...(groups.get(document) ?? []), fact])
  return groups
}

/** One line for each stretch of words: several figures in one clause are one line. */
function distinct(facts: readonly Fact[]): Fact[] {
  return facts.filter(
    ({ quote }, i) =>
      !facts.some(
        (other, j) =>
          j !== i &&
          (other.quote.start < quote.start ||
            (other.quote.start === quote.start &&
              (other.quote.end > quote.end || (other.quote.end === quote.end && j < i)))) &&
          other.quote.end >= quote.end,
      ),
  )
}

/** The sentence of the first fact, which names the year for those below it. */
function contextOf(facts: readonly Fact[]) {
  return facts[0]!.context
}

/** For a question about a year without a target: says so, and names the years that have one. */
export function targetOfOtherYears({ reading, knowledge }: Request): Answer | undefined {
  const asked = reading.asks.some((ask) => ask === 'target' || ask === 'percent' || ask === 'count')
  return asked ? otherYears({ reading, knowledge }, namingWords(reading.subject)) : undefined
}

function otherYears({ reading, knowledge }: Pick<Request, 'reading' | 'knowledge'>, topic: string): Answer | undefined {
  if (reading.years.length === 0) return undefined
  const others = matchFacts(knowledge, { ...reading, years: [] }, ['target', 'indicator'], topic).filter(
    ({ fact, coverage }) =>
      fact.year !== undefined && !reading.years.includes(fact.year) && (topic === '' || coverage >= surelySame),
  )
  const best = others[0]
  // A fact of the year asked, however it is worded, forbids saying that there is none.
  const ofThatYear = matchFacts(knowledge, reading, ['target', 'indicator', 'result'], topic)
  if (!best || ofThatYear.some(({ coverage, fact }) => fact.year !== undefined && coverage >= 0.5)) return undefined
  const owner = reading.places.map(({ place }) => place).join(', ')
  const missing = `Tài liệu không nêu mục tiêu${topic ? ` ${topic}` : ''} năm ${reading.years.join(', ')}${owner ? ` của ${owner}` : ''}`
  const years = [...new Set(others.map(({ fact }) => fact.year!))].sort()
  const parts = new AnswerParts().state(sentence(`${missing}; chỉ có mốc năm ${years.join(', ')}`))
  if (topic !== '') parts.fact(best.fact, best.document)
  const choices = years
    .slice(0, 4)
    .map((year) => ({ label: `Mục tiêu đến năm ${year}`, question: `/muctieu ${year} ${owner}`.trim() }))
  return parts.answer('not-found', reading, choices)
}
