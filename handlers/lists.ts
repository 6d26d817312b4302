import type { Answer } from '../src/answers/answer.ts'
import { plainWords } from '../src/facts/catalog.ts'
import type { Fact } from '../src/facts/fact.ts'
import { namingWords } from '../src/questions/subject.ts'
import { AnswerParts } from './answer-parts.ts'
import { claimsIn, measuresIn } from './claims.ts'
import { itemsOf, noteMismatch, showItems } from './counted-items.ts'
import { countSentence, kindsCounted, notSoMany, numberClaimed } from './counts.ts'
import { type Match, matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { listOfOnlyPaper } from './only-paper.ts'
import { ownerOf, sentence, standing } from './wording.ts'

const sameThing = 0.55
/** The same where number and name together are those of the question. */
const namedByNumber = 0.3

/** "Kể tên 7 nhóm nhiệm vụ", "nhiệm vụ thứ sáu là gì", "5 ngành mũi nhọn là ngành nào". */
export function answerList({ reading, knowledge }: Pick<Request, 'reading' | 'knowledge'>): Answer | undefined {
  const { ordinal } = reading
  const unnamed =
    ordinal !== undefined && namingWords(reading.subject) === '' && reading.places.length + reading.documents.length > 0
  const matches = matchFacts(knowledge, reading, kindsCounted(reading.subject))
    .filter(
      ({ coverage, fact }) =>
        (coverage >= sameThing && isNamed(fact, reading)) ||
        (coverage >= namedByNumber && hasNumberAndName(fact, reading)) ||
        (unnamed && fact.kind === 'task_group_count'),
    )
    .map((match) => ({ ...match, items: itemsOf(match.fact, knowledge.ledger.of(match.document.id)) }))
    .filter(({ items }) => items.length > 0)
  const best = matches[0] ?? listOfOnlyPaper({ reading, knowledge })
  if (!best) return undefined
  const parts = new AnswerParts()
  if (ordinal !== undefined) return itemAt(parts, best, best.items, ordinal, reading)
  const { fact, document, items } = best
  const claimed = numberClaimed(fact, reading)
  parts.state(claimed === undefined ? countSentence(fact, document) : notSoMany(fact, document, claimed))
  parts.mention(fact, document)
  for (const item of items) parts.mention(item, document)
  noteMismatch(parts, fact)
  showItems(parts, fact, items, document)
  return parts.answer(claimed === undefined ? 'answered' : 'corrected', reading)
}

/** Whether a question has the name of the things listed: two of its words side by side, or its one word. */
function isNamed({ subject }: Fact, reading: Request['reading']): boolean {
  // The subject of a follow-up stands in the question before.
  const asked = ` ${plainWords(reading.text)} | ${plainWords(reading.subject)} `
  const words = plainWords(subject).split(' ')
  const held = (phrase: string) => asked.includes(` ${phrase} `)
  if ((words.length === 1 || oneWord.test(words[0]!)) && held(words[0]!)) return true
  return words.slice(1).some((word, i) => held(`${words[i]} ${word}`))
}

/** “5 tăng cường” in a question: no other list is so called. */
function hasNumberAndName({ number, subject }: Fact, { text }: Request['reading']): boolean {
  return ` ${plainWords(text)} `.includes(` ${number} ${plainWords(subject)} `)
}

/** Names of things that are one word. */
const oneWord = /^(?:viec|nganh|nhom|huong|khau|buoc|diem)$/

/** Coverage from which a count is surely that of the things whose names are asked. */
const surelySame = 0.8

/** "Bốn trụ cột cụ thể là những gì": says so when a document gives the number of the things and names none of them. */
export function notListed({ reading, knowledge }: Request): Answer | undefined {
  if (reading.ordinal !== undefined || reading.asks.includes('count')) return undefined
  const subject = reading.subject.replace(/\d+/g, ' ')
  const matches = matchFacts(knowledge, reading, kindsCounted(subject), namingWords(subject) || subject)
  const [best] = matches.filter(({ fact, coverage }) => coverage >= surelySame && fact.stated)
  if (!best || claimsIn(reading).length === 0 || namesThings(best, knowledge.ledger.of(best.document.id)))
    return undefined
  const { fact, document } = best
  return new AnswerParts()
    .state(`${countSentence(fact, document).replace(/\.$/, '')}; tài liệu không nêu cụ thể từng ${fact.subject}.`)
    .fact(fact, document)
    .answer('not-found', reading)
}

/** Whether a sentence gives the number of the things whose names are asked, and ends without naming them. */
export function endsWithNumber(sentence: string, reading: Request['reading']): boolean {
  const [claim, another] = claimsIn(reading)
  if (!claim || another !== undefined || !reading.asks.includes('list')) return false
  const given = measuresIn(sentence).find(
    ({ unit, number }) => unit === claim.unit && number.value === claim.number.value,
  )
  return given !== undefined && !namesBehind(sentence.slice(given.number.end))
}

function namesBehind(words: string): boolean {
  return /[:;]|(?<!\p{L})(?:là|gồm|bao gồm|đó là|như)(?!\p{L})|,[^,]*,|[(“]/u.test(words.normalize('NFC'))
}

/** Whether a sentence goes on with names behind the number, or the document has them elsewhere. */
function namesThings({ fact, document }: Match, facts: readonly Fact[]): boolean {
  if (itemsOf(fact, facts).length > 0) return true
  if (fact.kind === 'indicator_count')
    return facts.some(({ kind, year }) => (kind === 'target' || kind === 'indicator') && year === fact.year)
  const sentence = document.text.slice(fact.context.start, fact.context.end).normalize('NFC')
  const behind = sentence.slice(Math.max(0, sentence.indexOf(fact.subject)) + fact.subject.length)
  return namesBehind(behind) || /:\s*$/.test(sentence)
}

function itemAt(
  parts: AnswerParts,
  { fact, document }: Match,
  items: readonly Fact[],
  ordinal: number,
  reading: Request['reading'],
): Answer {
  const item = ordinal === -1 ? items.at(-1) : items[ordinal - 1]
  const owner = ownerOf(fact, document)
  if (!item) {
    parts
      .state(
        sentence(
          `Tài liệu không nêu mục thứ ${ordinal}; phần liệt kê ${fact.subject} của ${owner} chỉ có ${items.length} mục`,
        ),
      )
      .fact(fact, document)
    return parts.answer('corrected', reading)
  }
  const written = /^(?:thứ|cuối|sau) /iu.test(item.ordinal ?? '') ? item.ordinal : undefined
  const position = written ?? (ordinal === -1 ? 'Mục cuối cùng' : `Mục thứ ${ordinal}`)
  parts
    .state(sentence(`${position} trong phần ${fact.subject} của ${owner}${standing(document)}:`))
    .quote(document, item.quote)
  return parts.mention(item, document).answer('answered', reading)
}
