import type { Answer } from '../src/answers/answer.ts'
import { plainWords } from '../src/facts/catalog.ts'
import type { Fact } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Request } from './handler.ts'
import { holdsOffice, namesOffice } from './offices.ts'
import { scopeOf } from './scope.ts'
import { questionAbove } from './units.ts'
import { sentence } from './wording.ts'

const verbs =
  'noi|phat bieu|cho biet|chia se|nhan manh|de nghi|yeu cau|de xuat|kien nghi|ket luan|chi dao|gop y|khang dinh|danh gia|tra loi|luu y|cho rang|giao'
const saying = new RegExp(String.raw`\b(?:${verbs})\b`)
/** "Ông X nói gì", "… phát biểu thế nào về …". */
const asksWhat = new RegExp(
  String.raw`\b(?:${verbs})\b.{0,60}\b(?:gi|the nao|ra sao|nhung dieu nao)\b|\b(?:y kien|phat bieu|chi dao|ket luan|cau noi|cau|loi|loi noi|loi nhan|thong diep) (?:noi )?cua\b`,
)
/** "Ai phát biểu tại …". */
const asksWho =
  /\b(?:ai|nguoi nao|dai bieu nao) (?:(?:la nguoi|da|cung|co|dua ra) )*(phat bieu|gop y|y kien|tham luan)\b/
const aside =
  /\b(?:noi|phat bieu|cho biet|chia se|nhan manh|de nghi|yeu cau|de xuat|kien nghi|ket luan|chi dao|gop y|khang dinh|danh gia|tra loi|luu y|cho rang|giao|y kien|ong|ba|dong chi|chi|anh|cau|loi|nhan|thong diep|trich|nguyen van|tai|trong|hoi nghi|cuoc hop|phien hop|hoi thao|phong van|dieu|cua|gi)\b/g

/** Sentences quoted of one speaker. */
const most = 4

/** What somebody said, by name or by office, and who spoke at a meeting. */
export function answerSpeech(request: Request): Answer | undefined {
  const folded = fold(request.reading.text)
  if (asksWho.test(folded)) return speakers(request, asksWho.exec(folded)![1]!)
  if (!asksWhat.test(folded)) return undefined
  const speaker = speakerOf(request)
  return speaker && saidBy(speaker, request)
}

interface Speaker {
  readonly name: string
  readonly fact: Fact
  readonly documents: readonly Document[]
}

/** The one person of the documents whom the question names, or whose office it names. */
function speakerOf({ reading, knowledge }: Request): Speaker | undefined {
  const { catalog, ledger } = knowledge
  const within = scopeOf(knowledge, reading)
  const [name, another] = reading.persons
  if (another) return undefined
  if (name) {
    const documents = catalog.speakingOf(plainWords(name)).filter(({ id }) => !within || within.has(id))
    const facts = documents.flatMap(({ id }) => ledger.of(id)).filter((fact) => fact.person?.name === name)
    const [fact] = facts.toSorted((a, b) => (b.person?.roles.length ?? 0) - (a.person?.roles.length ?? 0))
    return fact && { name, fact, documents }
  }
  if (!namesOffice(reading.subject) || !within) return undefined
  const asked = fullTokens(reading.subject).map(({ folded }) => folded)
  const holders = knowledge.corpus.documents
    .filter(({ id }) => within.has(id))
    .flatMap((document) =>
      ledger
        .of(document.id)
        .filter((fact) => fact.kind === 'person_role' && holdsOffice(fact, reading.subject) && isHeld(fact, asked))
        .map((fact) => ({ fact, document })),
    )
  const names = new Set(holders.map(({ fact }) => fact.person?.name ?? fact.subject))
  const [first] = holders
  if (!first || names.size > 1) return undefined
  return { name: [...names][0]!, fact: first.fact, documents: [...new Set(holders.map(({ document }) => document))] }
}

/** Whether the question has all words of one of a person's offices but those of the place. */
function isHeld({ person, place }: Fact, asked: readonly string[]): boolean {
  return (person?.roles ?? []).some((role) => {
    const words = fullTokens(role).map(({ folded }) => folded)
    const ofPlace = new Set(fullTokens(`tỉnh thành phố ${place ?? ''}`).map(({ folded }) => folded))
    const own = words.filter((word) => !ofPlace.has(word))
    return own.length > 1 && own.every((word) => asked.includes(word))
  })
}

function saidBy({ name, fact, documents }: Speaker, { reading }: Request): Answer | undefined {
  const rolesAside = new Set(fullTokens([name, ...(fact.person?.roles ?? [])].join(' ')).map(({ folded }) => folded))
  const topic = fullTokens(withoutPhrases(reading.subject, aside))
    .map(({ folded }) => folded)
    .filter((word) => !rolesAside.has(word))
  const ofTopic = documents.flatMap((document) => {
    const about = ({ start, end }: Span) => {
      const words = new Set(fullTokens(document.text.slice(start, end)).map(({ folded }) => folded))
      return topic.every((word) => words.has(word))
    }
    const reported = sentencesOf(document, name).filter(about)
    // Asked to quote, what stands in quotation marks goes before what is only reported.
    const verbatim = reading.asks.includes('quote')
      ? reported.filter(({ start, end }) => /[“"][^”"]{12,}[”"]/u.test(document.text.slice(start, end)))
      : []
    if (verbatim.length > 0) return verbatim.map((span) => ({ document, span }))
    const spans = reported.length > 0 || topic.length === 0 ? reported : repliesOf(document, name).filter(about)
    return spans.map((span) => ({ document, span }))
  })
  if (ofTopic.length === 0) return undefined
  // "… kết luận gì": what was said with that very verb comes first.
  const verb = saying.exec(fold(reading.text))?.[0] ?? ''
  const hasVerb = ({ document, span }: (typeof ofTopic)[number]) =>
    fold(document.text.slice(span.start, span.end)).includes(verb)
  ofTopic.sort((a, b) => Number(hasVerb(b)) - Number(hasVerb(a)))
  const parts = new AnswerParts().state(sentence(`Ý kiến của ${[name, ...(fact.person?.roles ?? [])].join(', ')}:`))
  for (const { document, span } of ofTopic.slice(0, most)) parts.quote(document, span)
  return parts.answer('answered', reading)
}

/** Sentences in which somebody says something: the name with a verb of saying behind it, "theo ông X", and "ông Y nói" by the last syllables. */
function sentencesOf(document: Document, name: string): Span[] {
  const folded = fold(name)
  const short = folded.split(' ').slice(-2).join(' ')
  const last = folded.split(' ').at(-1)!
  const called = new RegExp(
    String.raw`\b(?:ong|ba|dong chi|chi|anh|co|thay|bac) (?:${short}|${last})\b.{0,12}\b(?:noi|cho biet|chia se|nhan manh|khang dinh)\b`,
  )
  return document.blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
    .flatMap(({ sentences }) => sentences)
    .filter(({ start, end }) => {
      const text = fold(document.text.slice(start, end))
      const at = text.indexOf(folded)
      if (at < 0) return called.test(text)
      return (
        saying.test(text.slice(at)) ||
        /\btheo (?:ong |ba |dong chi )?[^,]{0,60}$/.test(text.slice(0, at)) ||
        /^\s*:/.test(text.slice(at + folded.length))
      )
    })
}

/** In an interview with somebody: the sentences of the answers that nobody else gives. */
function repliesOf(document: Document, name: string): Span[] {
  if (interviewedIn(document) !== fold(name)) return []
  return document.blocks
    .filter(
      ({ start, end }) =>
        questionAbove(document, start) && !otherSpeaker.test(document.text.slice(start, Math.min(end, start + 80))),
    )
    .flatMap(({ sentences }) => sentences)
}

/** "Chị Lê Thị Thử - Chủ tịch UBND xã …: …": an answer that another person gives. */
const otherSpeaker =
  /^[-–•*\s]*(?:Ông|Bà|Anh|Chị|Đồng chí|TS\.?|ThS\.?|BS\.?)\s\p{Lu}[^.]{4,}?(?:chia sẻ|cho biết|nói|:)/u

const interviewed =
  /(?:trao đổi với|phỏng vấn|trò chuyện (?:với|cùng)|trao đổi cùng|gặp gỡ)\s+(?:(?:ông|bà|đồng chí|đ\/c|anh|chị|TS|ThS|PGS|GS|BS|BSCKII?|Thiếu tướng|Đại tá|Thượng tá)\.?\s*)*(?<name>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,4})/u

/** The folded name of the person whom a reporter talks with; undefined where the document is no interview. */
export function interviewedIn({ text, blocks }: Document): string | undefined {
  for (const { kind, start, end } of blocks.slice(0, 12)) {
    if (kind === 'furniture') continue
    const name = interviewed.exec(text.slice(start, end).normalize('NFC'))?.groups?.name
    if (name) return fold(name)
  }
  return undefined
}

/** Everybody whom one document lets say something, with one sentence each. */
function speakers({ reading, knowledge }: Request, verb: string): Answer | undefined {
  const within = scopeOf(knowledge, reading)
  if (!within || within.size > 2) return undefined
  const spoken = knowledge.corpus.documents
    .filter(({ id }) => within.has(id))
    .flatMap((document) =>
      peopleOf(knowledge.ledger.of(document.id)).map(({ name, roles }) => ({
        document,
        said: [name, ...roles].join(', '),
        spans: sentencesOf(document, name),
      })),
    )
    .filter(({ spans }) => spans.length > 0)
  const withVerb = ({ document, spans }: (typeof spoken)[number]) =>
    spans.filter(({ start, end }) => fold(document.text.slice(start, end)).includes(verb))
  const just = spoken.map((each) => ({ ...each, spans: withVerb(each) })).filter(({ spans }) => spans.length > 0)
  const meant = (just.length > 0 ? just : spoken).slice(0, most)
  if (meant.length === 0) return undefined
  const parts = new AnswerParts()
  for (const { said } of meant) parts.state(sentence(said))
  for (const { document, spans } of meant) parts.quote(document, spans[0]!)
  return parts.answer('answered', reading)
}

/** The persons of a document, each with the fullest of the offices that it gives. */
function peopleOf(facts: readonly Fact[]): { readonly name: string; readonly roles: readonly string[] }[] {
  const people = new Map<string, readonly string[]>()
  for (const { kind, person } of facts) {
    if (kind !== 'person_role' || !person) continue
    if (person.roles.length > (people.get(person.name)?.length ?? -1)) people.set(person.name, person.roles)
  }
  return [...people].map(([name, roles]) => ({ name, roles }))
}
