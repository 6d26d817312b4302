import { type DocumentType, typeNames, typeOfName, typeOfSymbol } from './document-types.ts'
import { type FoldedText, foldText, originalSpan, originalText } from './folded-text.ts'
import { bodies, issuers } from './issuing-bodies.ts'
import { fold } from './normal-form.ts'
import { remembered } from './remembered.ts'
import type { Span } from './sentences.ts'

/** A reference to an official document by its number, whole ("36-NQ/TW") or in part ("nghị quyết 36"). */
export interface DocumentNumber extends Span {
  /** The reference as written, with the name of the type when it stands before the number. */
  readonly raw: string
  /** The serial number without leading zeros. */
  readonly number: number
  /** The letter behind the serial number: "a" in "36a/NQ-CP". */
  readonly letter?: string
  readonly year?: number
  /** By the name of the type when it is written, else by the symbol. */
  readonly type?: DocumentType
  /** The type's symbol as the number itself has it. */
  readonly symbol?: string
  /** Who issued it, as its number says: "TW", "CP", "TTg", "QH15", "BGDĐT-BTTTT", or as implied by "của Bộ Chính trị". */
  readonly body?: string
  /** "36-NQ/TW", "19/2025/QĐ-TTg", "202/2025/QH15"; of a partial reference as much as is known: "36-NQ", "69". */
  readonly normal: string
  /** Part of the document that is meant: "điểm a khoản 2 Điều 5". */
  readonly article?: string
  readonly clause?: string
  readonly point?: string
}

/**
 * Every reference to a document by number, in the order of the text, with or without diacritics. A number counts as one only with a
 * symbol ("36-NQ/TW", "nq36") or with the name of a type before it ("nghị quyết 36"); "nghị quyết 5 nhóm" is none. Linear time.
 */
export const findDocumentNumbers: (text: string) => readonly DocumentNumber[] = remembered((text) => {
  const folded = foldText(text)
  const found: DocumentNumber[] = []
  let from = 0
  for (const match of folded.text.matchAll(/(?<![\d.,/])\d{1,5}(?!\d)/g)) {
    if (match.index < from) continue
    const reference = referenceAt(folded, match.index, match[0], from)
    if (!reference) continue
    found.push(reference.value)
    from = reference.end
  }
  return found
})

/**
 * Whether two references can mean the same document. What both know must agree; the serial number always, and at least one of type
 * and body. Separators, case, diacritics and leading zeros do not count. "Chương trình 32" agrees with "32-CT/TU".
 */
export function sameDocumentNumber(a: DocumentNumber | string, b: DocumentNumber | string): boolean {
  const left = typeof a === 'string' ? findDocumentNumbers(a)[0] : a
  const right = typeof b === 'string' ? findDocumentNumbers(b)[0] : b
  if (!left || !right || left.number !== right.number || left.letter !== right.letter) return false
  if (left.year !== undefined && right.year !== undefined && left.year !== right.year) return false
  const types = agreement(left.type, right.type, () => sameType(left, right))
  const bodies = agreement(left.body, right.body, sameBody)
  return types !== 'differ' && bodies !== 'differ' && (types === 'agree' || bodies === 'agree')
}

interface Tail {
  readonly end: number
  readonly letter?: string
  readonly year?: number
  readonly symbol?: DocumentType
  readonly body?: string
  /** The end when a head stands before the number, and the body that goes with it: "nq 36 tw". */
  readonly withHead?: { readonly end: number; readonly body: string }
}

interface Head {
  readonly start: number
  readonly type: DocumentType
  /** True when the type stands there as its name, not as a symbol. */
  readonly named: boolean
  readonly body?: string
  /** True when "số" stands between type and number. */
  readonly sure: boolean
}

function referenceAt(folded: FoldedText, at: number, digits: string, from: number) {
  const head = headBefore(folded, at, from)
  const bare = tailAt(folded, at + digits.length)
  const tail: Tail = head && bare.withHead ? { ...bare, ...bare.withHead } : bare
  const complete = bare.symbol !== undefined || bare.body !== undefined
  if (!complete && !(head && partialIsSure(folded, digits, head, tail))) return undefined
  if (!complete && head?.type.symbol === 'L') return undefined
  const issuer = issuerAfter(folded, tail.end)
  const year = tail.year ?? yearAfter(folded, tail.end)
  const type = head?.named ? head.type : (tail.symbol ?? head?.type ?? lawBefore(folded, at, from, tail))
  const body = tail.body ?? head?.body ?? issuer
  const span = originalSpan(folded, head?.start ?? at, tail.end)
  const symbol = tail.symbol?.symbol
  const parliament = symbol === undefined && /^(?:QH|UBTVQH)\d/.test(tail.body ?? '')
  const parts = {
    letter: tail.letter,
    year: tail.year,
    symbol: parliament ? undefined : (symbol ?? type?.symbol),
    body,
  }
  const value: DocumentNumber = {
    ...span,
    raw: folded.original.slice(span.start, span.end),
    number: Number(digits),
    normal: normalNumber(digits, parts),
    ...(tail.letter === undefined ? {} : { letter: tail.letter }),
    ...(year === undefined ? {} : { year }),
    ...(type === undefined ? {} : { type }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(body === undefined ? {} : { body }),
    ...provisionAround(folded, head?.start ?? at, tail.end, from),
  }
  return { value, end: tail.end }
}

const part = /([-/&\s]|\s?[-/&]\s?)([a-z]+\d{0,2})/y

/** What follows the serial number: "a/2020/NQ-CP". Ends where the number ends. */
function tailAt(folded: FoldedText, at: number): Tail {
  const { text } = folded
  let end = at
  const letter = /([a-z])(?![a-z])/y
  letter.lastIndex = at
  const letterMatch = letter.exec(text)
  // A letter may follow "36" directly ("36a"), a symbol may too ("36NQ"), hence the look-ahead above.
  const afterLetter = letterMatch ? at + 1 : at
  const yearPattern = /\s?\/\s?((?:19|20)\d{2})(?![\d/.]\d|\d)/y
  yearPattern.lastIndex = afterLetter
  const yearMatch = yearPattern.exec(text)
  const afterYear = yearMatch ? yearPattern.lastIndex : afterLetter
  if (letterMatch) end = afterLetter
  if (yearMatch) end = afterYear
  const names: Tail = { end, ...(letterMatch ? { letter: letterMatch[1] ?? '' } : {}), ...yearOf(yearMatch?.[1]) }
  const first = partAt(folded, afterYear)
  if (!first) return names
  const symbol = typeOfSymbol(first.word)
  if (symbol) {
    const body = bodyAt(folded, first.end, /^\s*[-/]\s*$/.test(first.separator))
    // "5 KH" alone is no number of a document; "36 NQ/TW" and "36-NQ" are.
    if (!body && (/^\s|\s$/.test(first.separator) || (!isUpper(first.raw) && first.raw.length > 2))) return names
    return { ...names, end: body?.end ?? first.end, symbol, ...(body ? { body: body.written } : {}) }
  }
  const parliament = /^(qh|ubtvqh)\d{1,2}$/.test(first.word)
  if (parliament) return { ...names, end: first.end, body: first.word.toUpperCase() }
  const office = letterOfOffice(folded, first, names)
  if (office.body?.includes('-')) return office
  const attached = !/^\s|\s$/.test(first.separator)
  if (first.word === 'tw' || (/^(?:tu|cp|ttg|ubnd|hdnd)$/.test(first.word) && (attached || first.raw === 'TU'))) {
    return { ...names, withHead: { end: first.end, body: bodies.get(first.word) ?? first.raw } }
  }
  return office
}

/** An official letter bears no type: "1234/BTTTT-KHCN", "12/UBND-VX". Capitals are required, as much else has this form. */
function letterOfOffice(folded: FoldedText, first: NonNullable<ReturnType<typeof partAt>>, tail: Tail): Tail {
  if (first.separator !== '/' || !isUpper(first.raw) || !bodies.has(first.word)) return tail
  const symbol = typeOfSymbol('cv')
  const rest = bodyAt(folded, first.end, true)
  const body = bodies.get(first.word) ?? first.raw
  if (!symbol) return tail
  return rest ? { ...tail, end: rest.end, symbol, body: `${body}-${rest.written}` } : tail
}

/** The issuing body behind the symbol, "TW", "UBND-VX", "BGDĐT-BTTTT". */
function bodyAt(folded: FoldedText, at: number, strict: boolean) {
  let end = at
  const written: string[] = []
  for (let next = partAt(folded, at); next && written.length < 5; next = partAt(folded, end)) {
    const known = bodies.get(next.word)
    const glued = !/\s/.test(next.separator)
    const acceptable =
      (known !== undefined && !hasTone(next.raw)) ||
      /^(qh|ubtvqh)\d{1,2}$/.test(next.word) ||
      (glued && (isUpper(next.raw) || (strict && next.raw === next.word)))
    if (!acceptable || !(written.length > 0 ? /[-/&]/ : /[-/\s]/).test(next.separator)) break
    // In "57-NQ/TW - Bộ" the dash belongs to the sentence.
    if (written.length > 0 && !glued && !isUpper(next.raw)) break
    written.push(known ?? (isUpper(next.raw) ? next.raw.normalize('NFC') : next.raw.toUpperCase()))
    end = next.end
  }
  return written.length > 0 ? { end, written: written.join('-') } : undefined
}

function partAt(folded: FoldedText, at: number) {
  part.lastIndex = at
  const match = part.exec(folded.text) ?? glued(folded.text, at)
  if (!match) return undefined
  const [whole, separator = '', word = ''] = match
  const end = at + whole.length
  return { end, separator, word, raw: originalText(folded, end - word.length, end) }
}

function glued(text: string, at: number) {
  const pattern = /()([a-z]{2,}\d{0,2})/y
  pattern.lastIndex = at
  return pattern.exec(text)
}

const typedSymbols = 'ttlt|cthd|nqlt|ctr|ttr|qyd|nq|ct|kl|qd|qc|tb|hd|kh|da|bc|cv|cd|nd|tt|gp'

const headPattern = new RegExp(
  `(?:^|[^a-z0-9])(?:(?<name>${typeNames})|(?<symbol>${typedSymbols})(?:\\s?[-/\\s]\\s?(?<body>tw|tu|hu|du|cp|ttg|ubnd|hdnd))?)[\\s.]*(?<so>\\bso\\s*:?\\s*)?[-\\s]?$`,
)

/** Symbols that unaccented or lower-case words hide too easily. */
const capitalOnly = new Set(['da', 'bc', 'cv', 'cd', 'gp', 'qc', 'ttr'])

/** The type before the serial number, by name or symbol: "Nghị quyết số ", "nq", "QĐ ". */
function headBefore(folded: FoldedText, at: number, from: number): Head | undefined {
  const sliceStart = Math.max(from, at - 40)
  const match = headPattern.exec(folded.text.slice(sliceStart, at))
  if (!match?.groups) return undefined
  const { name, symbol, body, so } = match.groups
  const start = sliceStart + match.index + (/^[^a-z0-9]/.test(match[0]) ? 1 : 0)
  const sure = so !== undefined
  if (name !== undefined) {
    const type = typeOfName(originalText(folded, start, start + name.length))
    return type && { start, type, named: true, sure }
  }
  const word = symbol ?? ''
  const raw = originalText(folded, start, start + word.length)
  const type = typeOfSymbol(word)
  if (!type || hasTone(raw) || (capitalOnly.has(word) && !isUpper(raw))) return undefined
  return { start, type, named: word === 'cthd', sure, ...(body ? { body: bodies.get(body) ?? body } : {}) }
}

/** What is counted or measured after a number, so that "kế hoạch 5 năm" and "nghị quyết 7 nhóm" name no document. */
const counted =
  /^\s*(?:%|phan tram|nhom|nhiem vu|chi tieu|chi so|muc tieu|muc \d|giai phap|tru cot|noi dung|dot pha|dot|thang|tuan|gio|phut|trieu|ty\b(?! (?:trong|le|suat|so)\b)|nghin|ngan(?!\s+(?:sach|hang))|dong(?!\s+(?:thap|nai))|nguoi|can bo|ho so|thu tuc|linh vuc|buoc|giai doan|don vi|co quan|dia phuong|xa\b|phuong|huyen|tinh, |so, |nganh|diem cau|buoi|lan|loai|van ban|cong trinh|du an|hang muc|dau viec|y kien|trang|cau hoi|may\b|cai\b|bai\b|to chuc|doanh nghiep|hoc vien|lop|khoa dao tao|san pham|dich vu|nam(?!\s+(?:19|20)\d{2}))/

/** The same of a number so high that it only measures money or a share. */
const money =
  /^\s*(?:%|phan tram|trieu|ty\b(?! (?:trong|le|suat|so)\b)|nghin|ngan(?!\s+(?:sach|hang))|dong(?!\s+(?:thap|nai)))/

function partialIsSure(folded: FoldedText, digits: string, head: Head, tail: Tail): boolean {
  const after = folded.text.slice(tail.end, tail.end + 24)
  if (/^(?:[.,/]\d|[a-z])/.test(after) || /^\s?[-/]\s?\d/.test(after)) return false
  if (/^(?:19|20)\d{2}$/.test(digits) && !head.sure) return false
  if (tail.year !== undefined || tail.body !== undefined || head.body !== undefined) return true
  // "Kế hoạch 5 năm 2021 - 2025" is a plan for five years.
  if (Number(digits) <= 20 && /^\s*nam\b/.test(after) && ['KH', 'CTr', 'ĐA'].includes(head.type.symbol)) return false
  // "Quyết định 411 doanh nghiệp …": so many of a thing are no paper's matter, only so much money is.
  return !(digits.length === 3 ? money : counted).test(after)
}

const issuerPattern = new RegExp(
  `^(?:,?\\s*ngay\\s[\\d/.-]{6,10}|,?\\s*ngay\\s\\d{1,2}\\s+thang\\s\\d{1,2}\\s+nam\\s\\d{4})?,?\\s*cua\\s+(${issuers.map(([name]) => name).join('|')})\\b`,
)

function issuerAfter(folded: FoldedText, at: number): string | undefined {
  const name = issuerPattern.exec(folded.text.slice(at, at + 90))?.[1]
  return issuers.find(([each]) => each === name)?.[1]
}

function yearAfter(folded: FoldedText, at: number): number | undefined {
  const year = /^\s+nam\s+((?:19|20)\d{2})\b/.exec(folded.text.slice(at, at + 16))?.[1]
  return year === undefined ? undefined : Number(year)
}

/** The National Assembly numbers laws and resolutions alike, "24/2018/QH14": a law is known by its name before the number. */
function lawBefore(folded: FoldedText, at: number, from: number, tail: Tail): DocumentType | undefined {
  if (!tail.body || !/^QH/.test(tail.body)) return undefined
  const before = folded.text.slice(Math.max(from, at - 90), at)
  const name = /\b(luat|nghi quyet|phap lenh)\b[^.;:()]*$/.exec(before)?.[1]
  return name === undefined ? undefined : typeOfName(name)
}

const provisions = '(?:(?:diem|khoan|dieu)\\s+(?:\\d{1,3}[a-z]?|[a-z])\\b[\\s,]*)'
const provisionBefore = new RegExp(`\\b(${provisions}{1,3})(?:(?:cua|tai|trong)\\s+)?(?:so\\s+)?$`)
const provisionAfter = new RegExp(`^[\\s,]*(?:(?:o|tai)\\s+)?(${provisions}{1,3})`)

function provisionAround(folded: FoldedText, start: number, end: number, from: number) {
  const before = provisionBefore.exec(folded.text.slice(Math.max(from, start - 60), start))?.[1]
  const words = before ?? provisionAfter.exec(folded.text.slice(end, end + 50))?.[1] ?? ''
  const article = /\bdieu\s+(\w+)/.exec(words)?.[1]
  const clause = /\bkhoan\s+(\w+)/.exec(words)?.[1]
  const point = /\bdiem\s+(\w+)/.exec(words)?.[1]
  return {
    ...(article === undefined ? {} : { article }),
    ...(clause === undefined ? {} : { clause }),
    ...(point === undefined ? {} : { point }),
  }
}

/** Party bodies write "36-NQ/TW", all others "36/NQ-CP". */
const partyBodies = /^(?:TW|TU|HU|ĐU|ĐUK|.*T[WU]|ĐĐQH\d*|BCSĐ|ĐTN|MTTQ)$/

interface NumberParts {
  readonly letter: string | undefined
  readonly year: number | undefined
  readonly symbol: string | undefined
  readonly body: string | undefined
}

function normalNumber(digits: string, { letter, year, symbol, body }: NumberParts): string {
  const number = digits + (letter ?? '')
  if (body && partyBodies.test(body)) return symbol ? `${number}-${symbol}/${body}` : `${number}/${body}`
  const middle = year === undefined ? '' : `/${year}`
  if (body && (symbol === undefined || symbol === 'CV')) return `${number}${middle}/${body}`
  if (symbol && body) return `${number}${middle}/${symbol}-${body}`
  return symbol ? `${number}${middle}${middle ? '/' : '-'}${symbol}` : `${number}${middle}`
}

function isUpper(raw: string): boolean {
  return /\p{Lu}.*\p{Lu}|^\p{Lu}/u.test(raw)
}

/** A tone or a quality mark other than that of đ: "đã" is no "DA". */
function hasTone(raw: string): boolean {
  return /\p{M}/u.test(raw.normalize('NFD'))
}

function yearOf(written: string | undefined): { year?: number } {
  return written === undefined ? {} : { year: Number(written) }
}

function agreement<T>(left: T | undefined, right: T | undefined, agrees: (left: T, right: T) => boolean) {
  if (left === undefined || right === undefined) return 'unknown'
  return agrees(left, right) ? 'agree' : 'differ'
}

/**
 * Symbols of two numbers must be equal. A type that stands there without its number's symbol agrees with the same type, and with
 * the symbols its documents are also numbered with.
 */
function sameType(left: DocumentNumber, right: DocumentNumber): boolean {
  if (left.symbol !== undefined && right.symbol !== undefined) return left.symbol === right.symbol
  return left.type === right.type || numberedAs(left, right) || numberedAs(right, left)
}

function numberedAs(partial: DocumentNumber, whole: DocumentNumber): boolean {
  const { symbol } = whole
  if (partial.type === undefined || symbol === undefined) return false
  if (partial.type.symbol === symbol) return true
  return partial.type.alsoWritten.includes(symbol) && partyBodies.test(whole.body ?? '')
}

function sameBody(left: string, right: string): boolean {
  const [a, b] = [fold(left), fold(right)]
  return a === b || a.replace(/\d+$/, '') === b || a === b.replace(/\d+$/, '')
}
