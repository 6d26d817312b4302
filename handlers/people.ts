import type { Answer } from '../src/answers/answer.ts'
import { plainWords } from '../src/facts/catalog.ts'
import type { Fact } from '../src/facts/fact.ts'
import type { Knowledge } from '../src/knowledge.ts'
import type { Document } from '../src/library/document.ts'
import type { Reading } from '../src/questions/reading.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { type Match, matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { holdsOffice, namesOffice } from './offices.ts'
import { documentsMeant, scopeOf } from './scope.ts'
import { interviewedIn } from './speech.ts'
import { sentence } from './wording.ts'

const sameThing = 0.62
const askingWords =
  /\b(?:chuc vu|chuc danh|chuc|giu|lam|ai|nguoi|vai tro|dam nhiem|luc do|khi do|hien nay|ten|tieu su|la)\b/g

/** "Ai chủ trì …?", "… là ai?", "… giữ chức gì?" */
export function answerPerson({ reading, knowledge }: Request): Answer | undefined {
  const byName = personsNamed({ reading, knowledge })
  const meant = byName.length > 0 ? byName : (interviewee(reading, knowledge) ?? byDeed(reading, knowledge))
  const found = byName.length > 0 ? byName : meant.filter(({ fact }) => holdsOffice(fact, reading.subject))
  if (found.length === 0) return meant.length > 0 ? otherOffice(reading, meant) : undefined
  const asksHolder = byName.length === 0 && namesOffice(reading.subject)
  const told = asksHolder ? oneEach(found) : found
  const parts = new AnswerParts()
  for (const { fact } of told) {
    const { roles = [], action } = fact.person ?? {}
    const deed = action && (!asksHolder || asksDeed(action, reading)) ? [shortened(action)] : []
    parts.state(
      sentence(
        byName.length > 0
          ? `${nameOf(fact)}${roles.length > 0 ? `: ${roles.join(', ')}` : ''}`
          : [nameOf(fact), ...roles, ...deed].join(', '),
      ),
    )
  }
  for (const { fact, document } of told) parts.fact(fact, document)
  return parts.answer('answered', reading)
}

/** Of each person the fact with most offices. */
function oneEach(found: readonly Match[]): Match[] {
  const best = new Map<string, Match>()
  for (const match of found) {
    const known = best.get(nameOf(match.fact))
    const offices = match.fact.person?.roles.length ?? 0
    if (!known || offices > (known.fact.person?.roles.length ?? 0)) best.set(nameOf(match.fact), match)
  }
  return [...best.values()]
}

/** Whether the question has the first two words of what somebody did: "chủ trì", "phát biểu". */
function asksDeed(action: string, { text }: Reading): boolean {
  return fold(text).includes(fold(action.split(/\s+/).slice(0, 2).join(' ')))
}

/** Only somebody else's office is named: a deputy, or the head. */
function otherOffice(reading: Reading, meant: readonly Match[]): Answer {
  const near = oneEach(meant)
  const held = near.map(({ fact }) => `${nameOf(fact)}, ${fact.value}`).join('; ')
  const parts = new AnswerParts().state(`Tài liệu không nêu ai giữ chức vụ được hỏi; chỉ nêu ${held}.`)
  for (const { fact, document } of near) parts.fact(fact, document)
  return parts.answer('not-found', reading)
}

/** Longest deed told in our own sentence, in characters; the quotation has all of it. */
const longestDeed = 90

function shortened(action: string): string {
  if (action.length <= longestDeed) return action
  const start = action.slice(0, longestDeed)
  return `${start.slice(0, Math.max(start.lastIndexOf(','), start.lastIndexOf(' ')))} …`
}

/** "Ai ký kế hoạch 120 của tỉnh …?": by the signature of the papers that the question names. */
export function answerSigner(request: Request): Answer | undefined {
  const signed = signersOf(request)
  if (signed.length === 0 || signed.length > 3) return undefined
  const parts = new AnswerParts()
  for (const each of signed) parts.state(signedSentence(each))
  for (const { fact, document } of signed) parts.fact(fact, document)
  return parts.answer('answered', request.reading)
}

/** The signatures of the papers that a question names. */
export function signersOf(request: Request): { readonly fact: Fact; readonly document: Document }[] {
  return documentsMeant(request).flatMap((document) =>
    request.knowledge.ledger
      .of(document.id)
      .filter(({ kind, person }) => kind === 'person_role' && person?.action === 'ký')
      .map((fact) => ({ fact, document })),
  )
}

export function signedSentence({ fact, document }: { readonly fact: Fact; readonly document: Document }): string {
  const { number, kind } = document.metadata
  const paper = number ? `${kind ?? 'văn bản'} số ${number}` : `“${document.metadata.title}”`
  return sentence(`${fact.person?.name ?? fact.subject} (${fact.value}) ký ${paper}`)
}

/** Facts about the people whose full names the question has; those with most offices first. */
export function personsNamed({ reading, knowledge }: Pick<Request, 'reading' | 'knowledge'>): Match[] {
  const names = new Set(peopleIn(reading.subject, knowledge))
  if (names.size === 0) return []
  const about = matchFacts(knowledge, { ...reading, places: [], years: [] }, ['person_role']).filter(({ fact }) =>
    names.has(nameOf(fact)),
  )
  return distinct(about.sort((a, b) => (b.fact.person?.roles.length ?? 0) - (a.fact.person?.roles.length ?? 0)))
}

/** Words that a full name has at most. */
const longestName = 6

/** Full names of people of the documents that stand in a text, with or without diacritics. */
export function peopleIn(text: string, { catalog, ledger }: Pick<Knowledge, 'catalog' | 'ledger'>): string[] {
  const words = fold(text).match(/[a-z0-9]+/g) ?? []
  const names = new Set<string>()
  for (let from = 0; from < words.length; from++) {
    for (let end = from + 2; end <= Math.min(words.length, from + longestName); end++) {
      const folded = words.slice(from, end).join(' ')
      for (const { id } of catalog.speakingOf(folded)) {
        const fact = ledger.of(id).find((each) => each.kind === 'person_role' && plainWords(nameOf(each)) === folded)
        if (fact) names.add(nameOf(fact))
      }
    }
  }
  return [...names]
}

function nameOf(fact: Fact): string {
  return fact.person?.name ?? fact.subject
}

/** "Ai trả lời phỏng vấn …": whom the reporter of the one interview that can be meant talks with. */
function interviewee(reading: Reading, knowledge: Knowledge): Match[] | undefined {
  if (/\b(?:phong vien nao|nha bao nao|ai (?:la nguoi )?(?:phong van|thuc hien))\b/.test(fold(reading.text)))
    return undefined
  if (!/\b(?:phong van|tro chuyen|trao doi voi (?:phong vien|bao|nha bao))\b/.test(fold(reading.text))) return undefined
  const within = scopeOf(knowledge, reading)
  const found = knowledge.corpus.documents
    .filter(({ id }) => within?.has(id) ?? true)
    .flatMap((document) => {
      const name = interviewedIn(document)
      if (name === undefined) return []
      const facts = knowledge.ledger
        .of(document.id)
        .filter((fact) => fact.kind === 'person_role' && plainWords(nameOf(fact)) === plainWords(name))
      return facts.length > 0 ? [{ fact: facts[0]!, document, coverage: 1, score: 1 }] : []
    })
  return found.length === 1 ? found : undefined
}

/** Facts about who did something or holds an office. */
function byDeed(reading: Reading, knowledge: Knowledge): Match[] {
  const subject = withoutPhrases(reading.subject, askingWords)
  if (subject === '') return []
  const matches = matchFacts(knowledge, reading, ['person_role'], subject).filter(
    ({ coverage }) => coverage >= sameThing,
  )
  const best = matches[0]
  return best ? distinct(matches.filter(({ score }) => score >= best.score - 0.04)) : []
}

/** One fact a role: the same person with the same roles is named once. */
function distinct(matches: readonly Match[]): Match[] {
  const seen = new Set<string>()
  return matches
    .filter(({ fact }) => {
      const key = fold(`${fact.person?.name}|${fact.person?.roles.join()}`)
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, 3)
}
