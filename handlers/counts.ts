import type { Answer } from '../src/answers/answer.ts'
import type { Fact, FactKind } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { foldText, originalText } from '../src/vietnamese/folded-text.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { tokenize } from '../src/vietnamese/tokens.ts'
import { AnswerParts } from './answer-parts.ts'
import { claimsIn } from './claims.ts'
import { itemsOf, noteMismatch, showItems } from './counted-items.ts'
import { type Match, matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { listOfOnlyPaper } from './only-paper.ts'
import { documentsMeant } from './scope.ts'
import { ownerOf, periodPhrase, sentence, standing } from './wording.ts'

/** Below this a count is of something else. */
const sameThing = 0.6

/** "Có mấy nhóm nhiệm vụ?", "bao nhiêu chỉ tiêu?", and yes-or-no questions about such numbers. */
export function answerCount({ reading, knowledge }: Request): Answer | undefined {
  // "Xếp thứ mấy" and "bao nhiêu tiền" count nothing.
  if (!reading.yesNo && reading.asks.some((ask) => ask === 'rank' || ask === 'money')) return undefined
  const kinds = kindsCounted(reading.subject)
  const matches = matchesFor(reading, knowledge, kinds)
  const best = matches[0]
  if (!best) return undefined
  const chosen = matches.filter(
    ({ score, fact, document }) => score >= best.score - 0.1 && comparable(fact, document, best, reading.places.length),
  )
  const parts = new AnswerParts()
  const claimed = reading.yesNo ? claimedNumber(reading.subject) : numberClaimed(best.fact, reading)
  const outcome = claimed !== undefined ? verdict(parts, chosen, claimed) : stateAll(parts, chosen)
  for (const { fact, document } of chosen)
    addEvidence(parts, fact, document, reading.asks.includes('list'), knowledge.ledger.of(document.id))
  return parts.answer(outcome, reading)
}

/** Words that describe the paper, not what is counted in it. */
const describing =
  /\b(?:ban(?= du thao)|du thao|van ban|nghi quyet|ke hoach|chuong trinh(?: hanh dong)?|de an|chi thi|ket luan|tinh uy|ubnd|de|neu|gom|dua|dat(?! (?:dai|nong|rung|o|san|lua))|tong cong|tong so|ca hai moc|hai moc|cho|moc|thuc hien|trien khai|xac dinh|dat ra|liet ke|quy dinh|co tat ca|tat ca|cua)\b/g

/** Counts of what is asked; where none says "nhóm", tasks that are listed without that word are meant. */
function matchesFor(
  reading: Request['reading'],
  knowledge: Request['knowledge'],
  kinds: readonly FactKind[],
): readonly Match[] {
  const fitting = (subject: string) =>
    matchFacts(knowledge, reading, kinds, subject, 'subject').filter(
      ({ coverage, fact }) => coverage >= sameThing && counts(fact, reading),
    )
  const found = withoutOwnCounts(fitting(withoutPhrases(reading.subject, describing)))
  if (found.length > 0) return found
  const listed = kinds.includes('task_group_count')
    ? fitting(withoutPhrases(reading.subject, /\b(?:nhom|giai phap|cac|chu yeu|trong tam)\b/g)).filter(
        ({ fact }) => !fact.stated,
      )
    : []
  // "Hoàn thành bao nhiêu nhiệm vụ" asks for a result, not for the number of the tasks.
  const isResult =
    /\b(?:hoan thanh|da dat|dat duoc|vuot|xong|con lai|cham)\b/.test(fold(reading.text)) ||
    /(?<!\p{L})đạt/u.test(reading.text)
  return listed.length > 0 || reading.counted === undefined || isResult
    ? listed
    : orOnlyList(ofTheOnePaper(fitting, reading, knowledge), reading, knowledge)
}

/** Where no count fits: the one list of such things in the only paper that can be meant. */
function orOnlyList(
  found: readonly Match[],
  reading: Request['reading'],
  knowledge: Request['knowledge'],
): readonly Match[] {
  const only = found.length > 0 ? undefined : listOfOnlyPaper({ reading, knowledge })
  return only ? [only] : found
}

/** The thing counted alone, where the other words of the question name the one paper that counts it. */
function ofTheOnePaper(
  fitting: (subject: string) => Match[],
  reading: Request['reading'],
  knowledge: Request['knowledge'],
): Match[] {
  const thing = thingCounted(reading.counted ?? '')
  const counted = new Set(tokenize(thing).map(({ folded }) => folded))
  const rest = reading.subject
    .split(' ')
    .filter((word) => !counted.has(fold(word)))
    .join(' ')
  const meant = new Set(
    documentsMeant({ reading: { ...reading, subject: withoutPhrases(rest, describing) }, knowledge, argument: '' }).map(
      ({ id }) => id,
    ),
  )
  const own = withoutOwnCounts(fitting(thing).filter(({ document }) => meant.has(document.id)))
  return new Set(own.map(({ document }) => document.id)).size === 1 ? own : []
}

/** "chỉ tiêu" of "chỉ tiêu chuyển đổi số": what papers count, without what the paper is about. */
function thingCounted(words: string): string {
  const folded = foldText(words)
  const length =
    /^(?:(?:nhom|nhiem vu|giai phap|chi tieu|muc tieu|dot pha|tru cot|khau|quan diem|linh vuc)(?: |$))+(?:(?:chu yeu|cu the|trong tam|chinh)(?: |$))?/.exec(
      folded.text,
    )?.[0].length ?? folded.text.length
  return originalText(folded, 0, length).trim()
}

/** What a document states itself goes before what was counted in it. */
function withoutOwnCounts(matches: readonly Match[]): Match[] {
  const stating = new Set(matches.filter(({ fact }) => fact.stated).map(({ document }) => document))
  return matches.filter(({ fact, document }) => fact.stated || !stating.has(document))
}

/** Whether a fact counts the things asked for: the first words of its subject are among those of the question. */
function counts({ subject }: Fact, { counted, subject: asked }: Request['reading']): boolean {
  const words = new Set(tokenize(`${counted ?? ''} ${asked}`).map(({ folded }) => folded))
  const [first, second] = tokenize(subject).map(({ folded }) => folded)
  if (
    counted !== undefined &&
    !tokenize(counted).some(({ folded }) => tokenize(subject).some((word) => word.folded === folded))
  )
    return false
  return (first !== undefined && words.has(first)) || (second !== undefined && words.has(second))
}

/** Kinds of counts that the words of a subject can mean. */
export function kindsCounted(subject: string): FactKind[] {
  const words = fold(subject)
  if (/nhiem vu|giai phap/.test(words)) return ['task_group_count', 'other_count']
  if (/chi tieu/.test(words)) return ['indicator_count']
  return ['other_count', 'task_group_count', 'indicator_count']
}

/** Counts of one thing in several documents or years stand side by side; of several things only the best is meant. */
function comparable(fact: Fact, document: Document, best: Match, placesAsked: number): boolean {
  if (fact === best.fact) return true
  if (fact.kind !== best.fact.kind) return false
  if (document === best.document) return fact.year !== best.fact.year && fact.kind === 'indicator_count'
  return placesAsked > 0 || fact.kind !== 'other_count'
}

function claimedNumber(subject: string): number | undefined {
  const written = /(?<![\d/.,])0*(\d{1,4})(?![\d/.,%])/.exec(subject)?.[1]
  return written === undefined ? undefined : Number(written)
}

function stateAll(parts: AnswerParts, chosen: readonly Match[]): 'answered' {
  for (const { fact, document } of chosen) parts.state(countSentence(fact, document))
  return 'answered'
}

function verdict(parts: AnswerParts, chosen: readonly Match[], claimed: number): 'answered' | 'corrected' {
  const right = chosen.find(({ fact }) => fact.number === claimed && fact.stated)
  if (right) {
    parts.state(`Đúng. ${countSentence(right.fact, right.document)}`)
    return 'answered'
  }
  parts.state(notSoMany(chosen[0]!.fact, chosen[0]!.document, claimed))
  for (const { fact, document } of chosen.slice(1)) parts.state(countSentence(fact, document))
  return 'corrected'
}

/** Says that another number was claimed than the document gives. */
export function notSoMany(fact: Fact, document: Document, claimed: number): string {
  return `Chưa đúng. Theo tài liệu, ${countSentence(fact, document).replace(/\.$/, '')}, không phải ${claimed}.`
}

/** "9 nhóm nhiệm vụ của … là gì": the number that a question takes for granted, where the document states another one of that thing. */
export function numberClaimed({ number, stated, subject }: Fact, reading: Request['reading']): number | undefined {
  const [first] = tokenize(subject).map(({ folded }) => folded)
  const [claim, another] = claimsIn(reading).filter(({ unit }) => unit === first)
  const value = claim?.number.value
  return stated && number !== undefined && another === undefined && value !== undefined && value !== number
    ? value
    : undefined
}

/** "Hà Tĩnh có 7 nhóm nhiệm vụ, giải pháp chủ yếu (theo dự thảo)." */
export function countSentence(fact: Fact, document: Document): string {
  const owner = ownerOf(fact, document)
  if (!fact.stated)
    return sentence(`${owner}: tài liệu không nêu tổng số ${fact.subject}; phần liệt kê có ${fact.value} mục`)
  const words = `${fact.value} ${fact.subject}`
  return sentence(`${owner} có ${words}${periodPhrase(fact, words)}${standing(document)}`)
}

function addEvidence(
  parts: AnswerParts,
  fact: Fact,
  document: Document,
  withItems: boolean,
  facts: readonly Fact[],
): void {
  const items = itemsOf(fact, facts)
  if (!fact.stated && items.length > 0) {
    const last = items.at(-1)!
    const before = items.at(-2)
    if (last.ordinal && before?.ordinal && /cuối/u.test(last.ordinal)) {
      parts.note(
        `Tài liệu đánh số từ “${items[0]!.ordinal}” đến “${before.ordinal}” và thêm một mục “${last.ordinal}” (${items.length} mục nếu tính cả mục cuối).`,
      )
    }
  }
  noteMismatch(parts, fact)
  if (items.length > 0 && (withItems || !fact.stated)) {
    parts.mention(fact, document)
    showItems(parts, fact, items, document)
  } else parts.fact(fact, document)
}
