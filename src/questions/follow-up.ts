import type { Answer } from '../answers/answer.ts'
import { fold } from '../vietnamese/normal-form.ts'
import type { Reading } from './reading.ts'
import { withoutPhrases } from './subject.ts'

/** The question before, as it was understood, and what was answered. */
export interface Turn {
  readonly reading: Reading
  /** Without its words. */
  readonly answer: Omit<Answer, 'blocks'>
}

/** Openings and words that point back: "còn …", "thế …", "ông ấy", "cái thứ hai", "nghị quyết đó". */
const opening = /^(?:con|the(?! nao la)|vay|the con|vay con|roi|nhung|va|thi|trong (?:do|so do|so nay))\b/
const pointing =
  /\b(?:thi sao|ong (?:ay|do|nay|ta)|ba (?:ay|do|nay)|anh ay|chi ay|nguoi (?:ay|do|nay)|dong chi (?:ay|do|nay)|(?:cai|muc|nhom|nhiem vu|tinh|van ban|nghi quyet|chuong trinh|ke hoach|de an|du thao|tai lieu|bai) (?:do|nay|ay|tren)|cai (?:thu|cuoi|dau)|no|con lai|may cai)\b/
const person = /\b(?:ong|ba|anh|chi|nguoi|dong chi) (?:ay|do|nay|ta)\b/

/**
 * A question in the light of the one before: what it does not say itself is taken over. The question is returned as it is when it
 * stands alone. Undefined when it points back but there is nothing to point to.
 */
function inConversation(reading: Reading, previous: Turn | undefined): Reading | undefined {
  if (reading.intent !== 'question' || reading.asks[0] === 'source') return reading
  const folded = fold(reading.text)
  const position = positionIn(reading, folded, previous?.reading)
  if (position !== undefined) return { ...previous!.reading, asks: ['item'], ordinal: position, assumptions: [] }
  if (allParts.test(folded) && previous?.reading.intent === 'question') {
    const { ordinal: _, ...before } = previous.reading
    return { ...before, asks: ['list'], assumptions: [] }
  }
  const step = stepIn(folded)
  const from = previous?.reading.ordinal
  if (step !== 0 && from !== undefined && from > 0 && from + step > 0)
    return { ...previous!.reading, asks: ['item'], ordinal: from + step, assumptions: [] }
  const bare = reading.subject === '' || /^(?:thu|cai|muc|nam|den|so)?$/.test(fold(reading.subject))
  const pointsBack = opening.test(folded) || pointing.test(folded)
  if (!pointsBack && !(bare && !standsAlone(reading))) return reading
  if (previous?.reading.intent !== 'question') return standsAlone(reading) ? reading : undefined
  const { reading: before, answer } = previous
  if (person.test(folded)) {
    const named = answer.reading.persons
    const name = named.length === 1 ? named[0] : personIn(answer)
    return name === undefined ? undefined : { ...reading, subject: name, places: [], documents: [], years: [] }
  }
  const own = withoutPointers(reading.subject)
  // "Còn tỉnh nào xếp thứ 2": in the ranking talked about.
  const subject = own !== '' && onlyPlace.test(fold(own)) ? `${own} ${before.subject}` : own
  const asks = reading.asks.filter((ask) => ask !== 'count' || !/\bmay cai\b/.test(folded))
  return {
    ...reading,
    subject: subject === '' ? before.subject : subject,
    asks: asks.length > 0 ? asks : before.asks,
    places: reading.places.length > 0 ? reading.places : before.places,
    documents: reading.documents.length > 0 ? reading.documents : before.documents,
    years: reading.years.length > 0 ? reading.years : subject === '' || subject !== own ? before.years : [],
    ...(reading.ordinal === undefined &&
      asks.length === 0 &&
      before.ordinal !== undefined && { ordinal: before.ordinal }),
  }
}

/** What the parts of a list are called, whatever stands in it. */
const anyPart = /^(?:nhom|muc|cai|y|diem|noi dung|viec|phan|so|thu)?$/

/** "Cụ thể từng nhóm", "kể ra hết": the whole list talked about. */
const allParts =
  /^(?:(?:con|the|vay|roi|hay|ban) )*(?:(?:cu the|chi tiet|liet ke|ke|neu)(?: ra| ro| ten)?(?: (?:tung|cac|het|tat ca))*|(?:tung|cac)|(?=(?:nhom|muc|cai|y|phan) nao)) ?(?:(?:nhom|muc|cai|y|phan|noi dung) ?)?(?:do |nay |ay )?(?:la (?:gi|nhung gi) ?|ra ?|xem ?|nao ?)*\W*$/

/** "Nhóm 5", "thứ 2 nói gì", "cái cuối": a position, and nothing else, in the list talked about. */
function positionIn(reading: Reading, folded: string, before: Reading | undefined): number | undefined {
  const { places, documents, years, subject } = reading
  if (before?.intent !== 'question' || places.length + documents.length + years.length > 0) return undefined
  const numbered =
    /^(?:(?:con|the|vay|roi) )?([a-z]+(?: [a-z]+)?)? ?\b(\d{1,2})(?: (?:thi sao|la gi|noi (?:ve )?gi|gi))?\W*$/.exec(
      folded,
    )
  const position = reading.ordinal ?? (numbered ? Number(numbered[2]) : undefined)
  const part = reading.ordinal === undefined ? (numbered?.[1] ?? '') : fold(subject)
  return anyPart.test(part) || fold(before.subject).includes(part) ? position : undefined
}

/** A place in a ranking, without a word for what is ranked. */
const onlyPlace =
  /^(?:(?:xep|dung|thu|hang|vi tri|dan dau|dau|cuoi|cung|chot|bet|bang|doi so|nhat|nhi|hai|ba|tu|nam|sau|bay|tam|chin|muoi|\d{1,3}|huyen|xa|so|bo|bao nhieu|diem)(?: |$))+$/

/** "Cái tiếp theo" is one further in a list, "cái trước đó" one back. */
function stepIn(folded: string): number {
  const thing = '^(?:con |the |vay )?(?:cai|muc|nhom|nhiem vu|giai phap|dieu|y|noi dung)? ?'
  if (new RegExp(`${thing}(?:tiep theo|ke tiep|tiep sau|sau do)\\b`).test(folded)) return 1
  return new RegExp(`${thing}(?:truoc do|lien truoc|truoc)\\b`).test(folded) ? -1 : 0
}

/** Kinds of questions that go beyond what was talked about. */
const wider: ReadonlySet<string> = new Set(['overview', 'comparison', 'definition'])

/**
 * What a question in a conversation may mean, the likeliest first: about the provinces talked about, or standing alone; with the
 * subject that is in it, or with that of the question before as well. Empty when it points back to nothing.
 */
export function readingsInConversation(asked: Reading, previous: Turn | undefined): Reading[] {
  const reading = inConversation(asked, previous)
  if (!reading) return []
  const before = previous?.reading
  if (asked.intent !== 'question' || before?.intent !== 'question') return [reading]
  if (reading !== asked) {
    const added = { ...reading, subject: `${withoutPointers(asked.subject)} ${before.subject}`.trim() }
    return added.subject === reading.subject ? [reading] : [reading, added, { ...added, places: asked.places }]
  }
  const placeless = asked.places.length + asked.unclearPlaces.length + asked.documents.length === 0
  const stays = placeless && asked.asks.length > 0 && !asked.asks.some((ask) => wider.has(ask))
  const there = { ...asked, places: before.places, documents: before.documents }
  if (stays && before.subject !== '' && withoutPhrases(asked.subject, nameless) === '') {
    const ofThat = {
      ...there,
      subject: `${asked.subject} ${before.subject}`,
      years: asked.years.length > 0 ? asked.years : before.years,
    }
    return [ofThat, there, asked]
  }
  const short = asked.subject.split(' ').length <= shortFollowUp
  return stays && (before.places.length > 0 || (before.documents.length > 0 && short)) ? [there, asked] : [asked]
}

/** Words of a question that may still be about the paper talked about. */
const shortFollowUp = 5

/** Words of questions that name nothing themselves: "ai chủ trì", "kinh phí bao nhiêu", "bao giờ xong". */
const nameless =
  /\b(?:tong|kinh phi|von|tien|xong|hoan thanh|ket thuc|bat dau|thoi han|han|chu tri|phoi hop|phu trach|thuc hien|ton|het|dien ra|to chuc|ban hanh|ky|thong qua|phe duyet|hieu luc|van ban|(?<!ha )tang|giam|bac|thu hang|xep hang|xep|thu|dung dau|dan dau|(?:chot|cuoi|dau|bet)(?: cung)?(?: bang)?|dung|(?<!chuyen )doi so|diem)\b/g

/** Key words such as a document number are a question of their own. */
function standsAlone({ documents, asks, places, subject }: Reading): boolean {
  return (
    documents.length > 0 ||
    asks.includes('definition') ||
    (places.length > 0 && asks.length > 0) ||
    subject.split(' ').length > 2
  )
}

function withoutPointers(subject: string): string {
  return subject
    .replace(/(?<![\p{L}\p{M}])(?:cái|mục|đó|này|ấy|kia|thứ|nó|còn lại|cai|do|nay)(?![\p{L}\p{M}])/giu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The person an answer is about: of its facts, else the first full name in what it quotes. */
function personIn({ facts, citations }: Turn['answer']): string | undefined {
  const fact = facts.find(({ fact }) => fact.person)?.fact
  if (fact?.person) return fact.person.name
  for (const { quote } of citations) {
    const name =
      /(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Cc]hủ tịch(?: UBND tỉnh)?|[Gg]iám đốc|[Bb]í thư(?: Tỉnh ủy)?|tỉnh|[Tt]iến sỹ|TS)\s+((?:\p{Lu}[\p{Ll}\p{M}]+\s?){2,4})/u.exec(
        quote.text,
      )?.[1]
    if (name) return name.trim()
  }
  return undefined
}
