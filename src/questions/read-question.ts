import { expandAbbreviation } from '../vietnamese/abbreviations.ts'
import { findDocumentNumbers } from '../vietnamese/document-numbers.ts'
import { foldText, originalText } from '../vietnamese/folded-text.ts'
import { withoutLeftOverKeys } from '../vietnamese/left-over-keys.ts'
import { fold, normalForm } from '../vietnamese/normal-form.ts'
import { placeNumber } from '../vietnamese/ordinals.ts'
import { findPlaces } from '../vietnamese/places.ts'
import type { Span } from '../vietnamese/sentences.ts'
import { asksOf, isYesNo } from './asks.ts'
import { writtenOut } from './chat-words.ts'
import type { Reading } from './reading.ts'
import { smallTalk } from './small-talk.ts'
import { subjectOf } from './subject.ts'

/** Longest question that is read, in characters; the rest is left aside and the person is told. */
const questionLimit = 2000

/**
 * Understands a message as typed. Any text is accepted.
 *
 * @param repair gives the text with slips put right, or undefined when there are none
 */
export function readQuestion(message: string, repair: (text: string) => string | undefined = () => undefined): Reading {
  const clean = normalForm(message.slice(0, questionLimit * 2))
    // Half a character has no meaning, and platforms refuse an answer that repeats it.
    .replace(/[\u0000-\u001f\u007f-\u009f\p{Surrogate}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const typed = beginning(clean)
  const text = typed.startsWith('/') ? typed : withoutLeftOverKeys(typed)
  const assumptions = clean.length > questionLimit ? [`Câu hỏi dài, tôi chỉ đọc ${questionLimit} ký tự đầu.`] : []
  const command = /^\/([a-z0-9]+)(?:@\S+)?(?:\s+|$)/i.exec(text)
  const rest = command ? text.slice(command[0].length) : beginning(writtenOut(text))
  const talk = command ? undefined : smallTalk(text)
  const meaning = asksMeaning(rest)
  const repaired = talk || meaning || opensByName(command?.[1]) ? undefined : repair(rest)
  const understood = understand(repaired ?? rest)
  // Restored diacritics alone are no reading worth telling: such words are compared without them.
  if (text !== typed || (repaired !== undefined && fold(repaired) !== fold(rest)))
    assumptions.push(...understanding(understood))
  return {
    ...understood,
    ...(meaning && { asks: ['definition'] as const }),
    ...(command && { command: command[1]!.toLowerCase() }),
    persons: [],
    plain: /^[\u0000-\u007f]*$/.test(rest),
    intent: command ? 'command' : (talk ?? 'question'),
    assumptions,
  }
}

/** As much of a question as is read, in whole characters. */
function beginning(text: string): string {
  return text.slice(0, questionLimit).replace(/[\ud800-\udbff]$/, '')
}

/** Commands whose argument names one thing exactly, by a code or an id: not a question, so nothing in it is repaired. */
export function opensByName(command: string | undefined): boolean {
  return /^(?:vanban|kiemtra)$/i.test(command ?? '')
}

/** "BCH là gì": asked as it stands, since written out there would be nothing left to ask. */
function asksMeaning(text: string): boolean {
  const short = /^["“]?([\p{L}\d&/.-]{2,14})["”]?\s+(?:là gì|la gi|nghĩa là|nghia la|viết tắt|viet tat)/iu.exec(
    text,
  )?.[1]
  return short !== undefined && expandAbbreviation(short).length > 0
}

/** What a repaired question was taken to be about; its claims are not repeated. */
function understanding({ places, documents, subject }: ReturnType<typeof understand>): string[] {
  const words = subject
    .replace(/\d[\d.,/]*%?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const about = [...new Set(places.map(({ place }) => place)), ...documents.map(({ raw }) => raw), words].filter(
    Boolean,
  )
  return about.length > 0 ? [`Tôi hiểu câu hỏi về: ${about.join('; ')}.`] : []
}

function understand(text: string): Omit<Reading, 'intent' | 'assumptions' | 'plain' | 'persons'> {
  const folded = fold(text)
  const documents = findDocumentNumbers(text)
  const inDocument = (at: number) => documents.some(({ start, end }) => at >= start && at < end)
  const places = findPlaces(text).filter(({ start }) => !inDocument(start))
  const years = yearsIn(text).filter(({ start }) => !inDocument(start))
  const ordinal = ordinalOf(folded, inDocument)
  const counted = countedIn(text)
  const asks = asksOf(fold(askedWords(withoutSpans(text, places))))
  return {
    text,
    // "Nhóm thứ ba nói gì" is no question for a summary.
    asks: ordinal ? ['item', ...asks.filter((ask) => ask !== 'summary' && ask !== 'title')] : asks,
    yesNo: isYesNo(folded),
    places: places.flatMap(({ place, raw }) => (place ? [{ place, raw }] : [])),
    unclearPlaces: places.flatMap(({ place, raw, candidates }) => (place ? [] : [{ raw, candidates }])),
    documents,
    years: [...new Set(years.map(({ year }) => year))],
    ...(ordinal && { ordinal: ordinal.position }),
    ...(counted && { counted }),
    subject: subjectOf(text, [
      ...documents,
      ...places.filter(({ place }) => place).map((place) => withType(text, place)),
      ...years,
      ...(ordinal ? [ordinal] : []),
    ]),
  }
}

/** A province with "tỉnh" or "thành phố" before its name. */
function withType(text: string, { start, end }: Span): Span {
  const type = /(?<![\p{L}\p{M}])(?:tỉnh|tinh|thành phố|thanh pho|tp\.?)\s*$/iu.exec(text.slice(0, start))
  return { start: type?.index ?? start, end }
}

/**
 * "Sở nào" asks for an office, not for a number, and "AI" in capitals for nobody; stretches left blank do not part the words beside them.
 */
function askedWords(text: string): string {
  const words = text.replace(/(?<!\p{L})sở(?=\s+(?:nào|gì)(?!\p{L}))/giu, 'cơ quan').replace(/\s+/g, ' ')
  return words === words.toUpperCase() ? words : words.replace(/(?<!\p{L})AI(?!\p{L})/gu, 'trí tuệ nhân tạo')
}

/** A text with some spans made blank. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
}

/** Years, each with the "năm" before it; of a period both, "2022-2025". */
function yearsIn(text: string): (Span & { readonly year: number })[] {
  const pattern =
    /(?<![\d/.,\p{L}-])(?:n[aă]m\s+)?((?:19|20)\d{2})(?:(\s?[-–]\s?)((?:19|20)\d{2}))?(?![\d%/]|[.,]\d)/giu
  return [...text.matchAll(pattern)].flatMap(({ index: start, 0: { length }, 1: first, 2: dash = '', 3: last }) => {
    const end = start + length
    if (last === undefined) return [{ start, end, year: Number(first) }]
    const middle = end - last.length - dash.length
    return [
      { start, end: middle, year: Number(first) },
      { start: middle, end, year: Number(last) },
    ]
  })
}

/** The first words behind "bao nhiêu" or "mấy", up to five, unless these ask for a share, a time or a position. */
function countedIn(text: string): string | undefined {
  const folded = foldText(text)
  const match =
    /(?<![a-z])(?:bao nhieu|may)\s+((?!%|phan tram|lan luot|la\b|nam\b|ngay\b|thang\b|tuoi|gio\b|bac\b(?! si)|(?:vao|so|trong|cho|tai|o|theo|tren|tu|den|thi|va|neu|de|khi|noi|cai|(?:mot|moi) (?:nam|thang|quy|tuan|ngay|nguoi|ho|xa|lop|to|thon|gio|lan)|cho|chiec|thu|lan|grdp|gdp|hay|giai doan)\b)[a-z]+(?:\s[a-z]+){0,4})/.exec(
      folded.text,
    )
  const total = match ? null : /^(?:tong )?so (?:luong )?([a-z]+ [a-z]+)\b.*\bbao nhieu\b/.exec(folded.text)
  if (total) return originalText(folded, total[0].indexOf(total[1]!), total[0].indexOf(total[1]!) + total[1]!.length)
  if (!match) return undefined
  const start = match.index + match[0].length - match[1]!.length
  const words = subjectOf(originalText(folded, start, match.index + match[0].length), [])
  return words === '' ? undefined : words
}

/** A position counts behind the name of things that stand in lists, or at the beginning; "phiên họp thứ nhất" is a name. */
const ordinalPattern =
  /(?:^|(?:^|\s)(?:cai|dieu|nhiem vu|giai phap|nhom|muc|muc tieu|chi tieu|noi dung|kho khan|thach thuc|ton tai|ly do|kinh nghiem|van de|uu tien|huong|dot pha|tru cot|viec|diem|linh vuc|nganh|yeu cau|y|phan|quan diem|nguyen tac|buoc|chinh sach|chu truong|bien phap|han che|nguyen nhan|bai hoc|kien nghi|de xuat)(?:\s\S+){0,3}?\s)(?:(cuoi cung|sau cung|cuoi(?= |$))|(dau tien)|(?:thu (?=\d{1,2}|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)|(?:muc|so) (?=\d))(\d{1,2}|[a-z]+)(?![a-z0-9])(?! ?(?:ca nuoc|toan quoc|may|phan tram|%)))/

/** "thứ sáu", "thứ 6", "cuối cùng", "đầu tiên"; undefined when the question names no position in a list. */
function ordinalOf(
  folded: string,
  inDocument: (at: number) => boolean,
): (Span & { readonly position: number }) | undefined {
  const match = ordinalPattern.exec(folded)
  if (!match || inDocument(match.index + match[0].length - 1)) return undefined
  const [found, last, first, word] = match
  const position = last ? -1 : first ? 1 : (placeNumber(word!) ?? 0)
  const end = match.index + found.length
  return { start: end - (last ?? first ?? `thu ${word}`).length, end, position }
}
