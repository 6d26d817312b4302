import type { Answer } from '../src/answers/answer.ts'
import { findNames } from '../src/facts/names.ts'
import type { Reading } from '../src/questions/reading.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold, normalForm } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { type Match, matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { signedSentence, signersOf } from './people.ts'
import { sentence } from './wording.ts'

/** Coverage from which what somebody did is surely the deed claimed. */
const surelySame = 0.75
/** Coverage from which a deed of the person named confirms the claim. */
const sameDeed = 0.68
const clearly = 0.08

/** Deeds that one person does of one meeting or paper, so that another doer makes a claim wrong. */
const alone = /\b(?:chu tri|dieu hanh|ky|ket luan|khai mac|be mac|trinh bay|bao cao)\b/
/** Deeds that several may do: who is said to have done them is wrong only where the very words are another's. */
const together =
  /\b(?:phat bieu|cho biet|cho rang|khang dinh|nhan manh|de nghi|yeu cau|neu|luu y|chi dao|gop y|chia se|nhan dinh|danh gia|kien nghi|de xuat|giao|noi|thong tin|trao|cong bo)\b/
/** Whether a question speaks of what somebody did. */
export function claimsDeed({ text }: Reading): boolean {
  const folded = fold(text)
  return alone.test(folded) || together.test(folded)
}

const offices =
  /\b(?:(?:pho |quyen )?(?:chu tich|bi thu|giam doc|truong (?:ban|phong|doan)|chanh (?:van phong|thanh tra)|cuc truong|bo truong|thu truong|thu tuong|tong giam doc|chi cuc truong|vien truong|hieu truong)(?: thuong truc)?)\b/

/** "Ông X chủ trì hội nghị … đúng không", "do Bí thư Tỉnh ủy chủ trì phải không": the doer claimed against the one that the documents name. */
export function judgeDoer(request: Request): Answer | undefined {
  const { reading, knowledge } = request
  const folded = fold(reading.text)
  const deed = alone.exec(folded)?.[0] ?? together.exec(folded)?.[0]
  if (deed === undefined) return undefined
  const doer = doerClaimed(reading, folded.indexOf(deed))
  if (!doer) return undefined
  if (/^ky$/.test(deed) && doer.by === 'name') return judgeSigner(request, doer)
  const subject = withoutPhrases(
    withoutWords(reading.subject, doer.words),
    /\b(?:ong|ba|dong chi|nguoi|la|luc|ngay|khi)\b/g,
  )
  const doing = matchFacts(knowledge, { ...reading, years: [] }, ['person_role'], subject).filter(
    ({ fact, document }) =>
      fact.person?.action !== undefined &&
      `${fold(fact.person.action)} ${fold(document.text.slice(fact.quote.start, fact.quote.end))}`.includes(deed),
  )
  const right = doing.find((match) => match.coverage >= sameDeed && isDoer(match, doer))
  if (right) return verdict(right, true, reading)
  const [best] = doing
  // "… do Tổng Bí thư chủ trì": what was chaired stands in the sentence around the deed.
  const enough = alone.test(deed) ? sameDeed - 0.1 : surelySame
  if (!best || best.coverage < enough || !sameOrdinals(best, reading.text)) return undefined
  const others = doing.filter(({ score }) => score >= best.score - clearly)
  if (new Set(others.map(({ fact }) => fact.subject)).size > 1) return undefined
  if (alone.test(deed) || best.coverage >= 0.9) return verdict(best, false, reading)
  return undefined
}

/** The second meeting is not the third: positions that a question names stand in the sentence too. */
function sameOrdinals({ fact, document }: Match, question: string): boolean {
  const sentence = fold(document.text.slice(fact.context.start, fact.context.end))
  return [
    ...fold(question).matchAll(/\b(?:thu|lan|lan thu) (?:\d+|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\b/g),
  ].every(([words]) => sentence.includes(words.split(' ').at(-1)!))
}

/** "X ký kế hoạch 120 đúng không": by the signature of the one paper that is meant. */
function judgeSigner(request: Request, doer: Doer): Answer | undefined {
  const { reading } = request
  const paper = withoutPhrases(withoutWords(reading.subject, doer.words), /\b(?:ky|ban hanh|van ban|nguoi|ong|ba)\b/g)
  if (paper === '' && reading.documents.length + reading.places.length === 0) return undefined
  const signed = signersOf({ ...request, reading: { ...reading, subject: withoutWords(reading.subject, doer.words) } })
  const [only, another] = signed
  if (!only || another) return undefined
  const right = isDoer(only, doer)
  return new AnswerParts()
    .state(`${right ? 'Đúng' : 'Chưa đúng'}. Theo tài liệu, ${signedSentence(only)}`)
    .fact(only.fact, only.document)
    .answer(right ? 'answered' : 'corrected', reading)
}

/** Who is claimed to have done something: by name, or by office. */
interface Doer {
  readonly words: string
  readonly by: 'name' | 'office'
}

function doerClaimed({ text, persons, places }: Reading, deedAt: number): Doer | undefined {
  const [known, another] = persons
  if (another) return undefined
  if (known) return { words: known, by: 'name' }
  const named = findNames(normalForm(text), []).filter(
    ({ start, end }) => !places.some(({ raw }) => text.slice(start, end) === raw),
  )
  if (named.length === 1) return { words: named[0]!.name, by: 'name' }
  if (named.length > 1) return undefined
  // The office stands before the deed: "do Chủ tịch UBND tỉnh chủ trì".
  const folded = fold(text)
  const office = offices.exec(folded)
  if (!office || office.index > deedAt || folded.length !== text.length) return undefined
  const words = text.slice(office.index, deedAt).replace(/\s+(?:đã|là người|trực tiếp|la nguoi|da|truc tiep)\s*$/iu, '')
  return { words: words.trim(), by: 'office' }
}

function isDoer({ fact }: Pick<Match, 'fact'>, { words, by }: Doer): boolean {
  const wanted = fold(words)
  if (by === 'name') return fold(fact.person?.name ?? fact.subject) === wanted
  return (fact.person?.roles ?? []).some((role) => holds(fold(role), wanted))
}

/** Whether an office is the one claimed: "Phó Chủ tịch" is no "Chủ tịch", and "Chủ tịch UBND tỉnh" says more than "Chủ tịch". */
function holds(role: string, claimed: string): boolean {
  const [first, second] = [role, claimed].map((words) => words.replace(/\buy ban nhan dan\b/g, 'ubnd').split(/[\s,-]+/))
  const [short, long] = first!.length <= second!.length ? [first!, second!] : [second!, first!]
  return first![0] === second![0] && short.every((word) => long.includes(word))
}

function withoutWords(subject: string, words: string): string {
  const away = new Set(fold(words).split(/\s+/))
  return subject
    .split(/\s+/)
    .filter((word) => !away.has(fold(word)))
    .join(' ')
}

function verdict({ fact, document }: Match, right: boolean, reading: Reading): Answer {
  const { name = fact.subject, roles = [], action } = fact.person ?? {}
  const who = [name, ...roles].join(', ')
  const did = action ? `, ${action}` : ''
  return new AnswerParts()
    .state(sentence(`${right ? 'Đúng' : 'Chưa đúng'}. Theo tài liệu, ${who}${did}`))
    .fact(fact, document)
    .answer(right ? 'answered' : 'corrected', reading)
}
