import { findClauses, type Span } from '../vietnamese/sentences.ts'
import { openingOf, type Source, type Statement } from './source.ts'

/** One piece of a list, without its ordinal, label or bullet. */
export interface Piece extends Span {
  /** Where its ordinal or label begins, when it has one. */
  readonly labelStart?: number
  /** "Thứ nhất", "1.", "cuối cùng", "a)" as the list writes it. */
  readonly ordinal?: string
}

/** A list as found in the text, in order. */
export interface Enumeration {
  readonly pieces: readonly Piece[]
  /** How the pieces are told apart; commas are the weakest sign. */
  readonly by: 'ordinal' | 'label' | 'semicolon' | 'comma' | 'bullet'
}

const ordinalWords = 'nhất|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười(?: một| hai| ba| bốn| tư| lăm)?'
const numerals = 'Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Bẩy|Tám|Chín|Mười(?: một| hai| ba| bốn)?'
const opener = new RegExp(
  `(?:^|[\\s(])(?<label>(?:Thứ (?:${ordinalWords}))(?= là(?![A-Za-zÀ-ỹ])|,|:| (?:tiếp tục|đẩy|xây|phát|nâng|tăng|hoàn|ứng|tạo|bảo|đảm|huy|thực|đổi|tập|phải|cần|về|có))|(?:${numerals}) là(?=[\\s,:])|(?:trước hết|trước tiên|đầu tiên|(?:và )?(?:cuối|sau) cùng)(?= là(?![A-Za-zÀ-ỹ])|,))`,
  'giu',
)
/** "Giải pháp thứ nhất là …": the thing counted may stand before its ordinal. */
const nounBefore =
  /^(?:nhóm )?(?:giải pháp|nhiệm vụ|(?:công )?việc|khó khăn|bài học|nội dung|nguyên nhân|lý do|yêu cầu|vấn đề|hạn chế|mục tiêu|quan điểm|nguyên tắc|trụ cột|đột phá|hướng|lĩnh vực|kiến nghị|đề xuất)\s(?=thứ )/iu

const order: readonly RegExp[] = [
  /^(?:thứ nhất|một là|trước hết|trước tiên|đầu tiên)$/iu,
  /^(?:thứ hai|hai là)$/iu,
  /^(?:thứ ba|ba là)$/iu,
  /^(?:thứ tư|bốn là)$/iu,
  /^(?:thứ năm|năm là)$/iu,
  /^(?:thứ sáu|sáu là)$/iu,
  /^(?:thứ bảy|thứ bẩy|bảy là|bẩy là)$/iu,
  /^(?:thứ tám|tám là)$/iu,
  /^(?:thứ chín|chín là)$/iu,
  /^(?:thứ mười|mười là)$/iu,
  /^(?:thứ mười một|mười một là)$/iu,
  /^(?:thứ mười hai|mười hai là)$/iu,
]

/** The pieces of a text that counts them by ordinals from the first on: "Thứ nhất là …; Thứ hai là … và cuối cùng là …". */
function piecesByOrdinals(statement: Statement, from: number): Piece[] {
  const marks: { at: number; textAt: number; label: string }[] = []
  opener.lastIndex = 0
  for (const match of statement.text.slice(from).matchAll(opener)) {
    const label = match.groups?.label ?? ''
    const at = from + match.index + match[0].length - label.length
    const bare = label.replace(/^và /iu, '')
    const isLast = /^(?:cuối|sau) cùng$/iu.test(bare)
    if (marks.length === 1 && replacesFirst(bare, marks[0]!.label)) marks.length = 0
    if (!(isLast ? marks.length > 0 : order[marks.length]?.test(bare))) continue
    const textAt =
      at + label.length + (/^(?:\s+là)?[\s,:]*/u.exec(statement.text.slice(at + label.length))?.[0].length ?? 0)
    marks.push({ at, textAt, label: bare.replace(/^(thứ .*) là$/iu, '$1') })
    if (isLast) break
  }
  return marks.map(({ at, textAt, label }, i) => {
    const end = trimmedEnd(statement.text, textAt, marks[i + 1]?.at ?? statement.text.length)
    return { ...statement.plain.span(textAt, end), ordinal: label, labelStart: statement.plain.span(at, end).start }
  })
}

/** "Trước hết" opens a list that goes on with "thứ hai"; where "thứ nhất" comes behind it, that opens the list. */
function replacesFirst(label: string, first: string | undefined): boolean {
  return /^(?:thứ nhất|một là)$/iu.test(label) && /^(?:trước|đầu) /iu.test(first ?? '')
}

/** The pieces between semicolons from an offset of the sentence to its end. */
function piecesBySemicolons(statement: Statement, from: number): Piece[] {
  const clauses = findClauses(statement.text, { start: from, end: statement.text.length })
  return clauses.map(({ start, end }, i) => {
    const begin =
      start + (/^(?:và|cùng với|đồng thời)\s+/iu.exec(i > 0 ? statement.text.slice(start, end) : '')?.[0].length ?? 0)
    return statement.plain.span(begin, trimmedEnd(statement.text, begin, end))
  })
}

/** The pieces of one clause between commas and the last "và", outside brackets. */
function piecesByCommas(statement: Statement, from: number, to = statement.text.length): Piece[] {
  const clause = findClauses(statement.text, { start: from, end: to })[0]
  const end = trimmedEnd(statement.text, from, clause?.end ?? to)
  const pieces: Piece[] = []
  let begin = from
  let depth = 0
  const lastAnd = statement.text.slice(0, end).lastIndexOf(' và ')
  for (let at = from; at <= end; at++) {
    const letter = statement.text[at]
    if (letter === '(') depth++
    if (letter === ')') depth--
    const isAnd = at === lastAnd && at > from
    if (at === end || (depth === 0 && (letter === ',' || isAnd))) {
      pieces.push(statement.plain.span(begin, at))
      begin = at + (isAnd ? 4 : 1)
    }
  }
  return pieces.filter(({ start, end: last }) => last > start)
}

/** Labelled pieces inside a sentence: "(1) …; (2) …", "a) …; b) …", "(i) … (ii) …". */
function piecesByLabels(statement: Statement, from: number): Piece[] {
  const marks: { at: number; textAt: number; label: string }[] = []
  for (const match of statement.text
    .slice(from)
    .matchAll(/(?:^|[\s;:,])(\(?(?:(\d{1,2})|([a-zđ])|([ivx]{1,4}))\))\s*/gu)) {
    const [whole, label = '', digit, letter, roman] = match
    const expected = marks.length + 1
    const number = digit
      ? Number(digit)
      : letter && letter !== 'i'
        ? letterOrder(letter)
        : romanOrder(roman ?? letter ?? '')
    if (number !== expected) continue
    const at = from + match.index + whole.indexOf(label)
    marks.push({ at, textAt: from + match.index + whole.length, label })
  }
  if (marks.length < 2) return []
  return marks.map(({ at, textAt, label }, i) => {
    const end = trimmedEnd(statement.text, textAt, marks[i + 1]?.at ?? statement.text.length)
    return { ...statement.plain.span(textAt, end), ordinal: label, labelStart: statement.plain.span(at, end).start }
  })
}

/** Position of a label in its series, from 1: "3.", "III", "c)", "2.3"; 0 for none. The letters are those of Vietnamese lists. */
export function labelOrder(label: string): number {
  const bare = label.replace(/^(?:Điều|Chương|Phần|Mục|Phụ lục)\s+/iu, '').replace(/[.)\s-]+$/u, '')
  const last = bare.split('.').at(-1) ?? ''
  if (/^\d+$/.test(last)) return Number(last)
  if (/^[IVXL]+$/.test(last)) return romanOrder(last.toLowerCase())
  return letterOrder(last.toLowerCase())
}

function letterOrder(letter: string): number {
  return letter.length === 1 ? 'abcdđeghiklmnopqrstuvxy'.indexOf(letter) + 1 : 0
}

function romanOrder(roman: string): number {
  return (
    ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'].indexOf(roman) + 1
  )
}

/** Without the stop, semicolon, "và" and white space at the end. */
function trimmedEnd(text: string, from: number, to: number): number {
  const tail = /(?:[\s;,.]|…|\svà)+$/u.exec(text.slice(from, to))
  return to - (tail?.[0].length ?? 0)
}

/**
 * The list that follows a place in a sentence: in the rest of the sentence, in the next sentence ("Theo đó, …; …"), or in the
 * paragraphs below ("Thứ nhất …", "1. …", "- …").
 *
 * @param from offset in the statement's text behind the words that announce the list
 * @param expected the number announced, if any; it decides whether commas part the pieces
 */
export function enumerationAfter(
  source: Source,
  statement: Statement,
  from: number,
  expected: number | undefined,
): Enumeration | undefined {
  const rest = statement.text.slice(from)
  const opening =
    /^[^;:.]{0,60}?(?::|(?<![A-Za-zÀ-ỹ])(?:bao gồm|gồm(?: có)?|đó là|như sau|là)(?=[\s:,])[:,]?)\s*/iu.exec(rest)
  if (opening && rest.length - opening[0].length > 12) {
    const inside = from + opening[0].length
    return enumerationInside(statement, inside, expected) ?? ordinalsBelow(source, statement, expected, inside)
  }
  if (!opening && !/^[^;:]{0,80}[.:]?$/u.test(rest)) return undefined
  return enumerationBelow(source, statement, expected, /:\s*$/.test(rest))
}

function enumerationInside(statement: Statement, from: number, expected: number | undefined): Enumeration | undefined {
  const ordinals = piecesByOrdinals(statement, from)
  if (ordinals.length >= 2) return { pieces: ordinals, by: 'ordinal' }
  const labels = piecesByLabels(statement, from)
  if (labels.length >= 2) return { pieces: labels, by: 'label' }
  const clauses = piecesBySemicolons(statement, from)
  if (clauses.length !== expected && expected !== undefined && expected >= 2) {
    const commas = piecesByCommas(statement, from)
    if (commas.length === expected) return { pieces: commas, by: 'comma' }
  }
  return clauses.length >= 2 ? { pieces: clauses, by: 'semicolon' } : undefined
}

const resumption = /^(?:Theo đó|Cụ thể|Trong đó|Đó là|Bao gồm|Gồm(?: có)?|Cụ thể là|Bao gồm các)\s*[,:]?\s*/u

function enumerationBelow(
  source: Source,
  statement: Statement,
  expected: number | undefined,
  announced: boolean,
): Enumeration | undefined {
  const next = source.statements[statement.index + 1]
  if (!next) return undefined
  const resumed = resumption.exec(next.text)
  if (resumed && next.blockIndex - statement.blockIndex <= 2) {
    const pieces = piecesBySemicolons(next, resumed[0].length)
    if (pieces.length >= 3 || (pieces.length === 2 && expected === 2)) return { pieces, by: 'semicolon' }
  }
  return (
    ordinalsBelow(source, statement, expected) ??
    labelsBelow(source, statement, expected, announced) ??
    (announced ? bulletsBelow(source, statement) : undefined)
  )
}

/** How far below a lead the next ordinal may stand, in sentences. */
const reach = 24

/** Sentences or paragraphs that begin with "Thứ nhất", "Thứ hai" …; the first may stand in the lead itself, from `inside` on. */
function ordinalsBelow(
  source: Source,
  lead: Statement,
  expected: number | undefined,
  inside?: number,
): Enumeration | undefined {
  const pieces: Piece[] = []
  if (inside !== undefined) {
    const [first] = piecesByOrdinals(lead, inside)
    if (!first) return undefined
    pieces.push(first)
  }
  let last = lead.index
  for (let at = lead.index + 1; at < source.statements.length && at - last <= reach; at++) {
    const statement = source.statements[at]!
    if (statement.block.kind === 'heading' && pieces.length === 0) break
    const marked = /^[-–+•*\s"“]*/u.exec(statement.text)?.[0].length ?? 0
    const start = marked + (nounBefore.exec(statement.text.slice(marked))?.[0].length ?? 0)
    opener.lastIndex = 0
    const match = opener.exec(` ${statement.text.slice(start)}`)
    if (match?.index !== 0) {
      // The list begins at once, or not at all.
      if (pieces.length === 0 && statement.blockIndex > lead.blockIndex) break
      continue
    }
    const label = match.groups?.label ?? ''
    if (pieces.length === 1 && replacesFirst(label, pieces[0]!.ordinal)) pieces.length = 0
    if (!(order[pieces.length]?.test(label) || (/^(?:và )?(?:cuối|sau) cùng$/iu.test(label) && pieces.length > 0)))
      break
    const own = piecesByOrdinals(statement, start)
    const textAt =
      start + label.length + (/^(?:\s+là)?[\s,:]*/u.exec(statement.text.slice(start + label.length))?.[0].length ?? 0)
    if (pieces.length === 0 && own.length > 1) return { pieces: own, by: 'ordinal' }
    const end = trimmedEnd(statement.text, textAt, statement.text.length)
    pieces.push({
      ...statement.plain.span(textAt, end),
      ordinal: label.replace(/^và /iu, ''),
      labelStart: statement.plain.span(start, end).start,
    })
    last = at
    if (/(?:cuối|sau) cùng/iu.test(label) || pieces.length === expected) break
  }
  return pieces.length >= 2 ? { pieces, by: 'ordinal' } : undefined
}

/**
 * The list by ordinals that begins in a statement, with the words of the statement before it: "Chúng tôi có ba đề nghị. Thứ nhất, …",
 * "Một là …".
 */
export function ordinalsIn(
  source: Source,
  statement: Statement,
): { readonly list: Enumeration; readonly before: string } | undefined {
  if (!/[Tt]hứ nhất|[Mm]ột là|[Tt]rước (?:hết|tiên)|[Đđ]ầu tiên/u.test(statement.text)) return undefined
  const [first] = piecesByOrdinals(statement, 0)
  if (!first) return undefined
  const label = first.ordinal ?? ''
  const at = Math.max(
    0,
    statement.text.toLowerCase().search(new RegExp(`(?:^|[\\s(])${label.toLowerCase()}(?![A-Za-zÀ-ỹ])`, 'u')),
  )
  const inside = piecesByOrdinals(statement, at)
  const list: Enumeration | undefined =
    inside.length >= 2 ? { pieces: inside, by: 'ordinal' } : ordinalsBelow(source, statement, undefined, at)
  const before = statement.text.slice(0, at).replace(/^[-–+•*\s"“]+/u, '')
  return list && { list, before: nounBefore.test(`${before.trim()} thứ `) ? '' : before }
}

/** The things named right behind their number: "ba trụ cột kinh tế, xã hội, môi trường". */
export function namesBehind(statement: Statement, from: number, expected: number): Enumeration | undefined {
  const rest = /^\s[^.;:(“”"]+/u.exec(statement.text.slice(from))?.[0].split(/\s[-–]\s/u)[0]
  if (!rest || expected < 3 || describing.test(rest)) return undefined
  const pieces = piecesByCommas(statement, from + 1, from + rest.length)
  return pieces.length === expected && pieces.every(({ start, end }) => end - start <= longestName)
    ? { pieces, by: 'comma' }
    : undefined
}

/** Characters of a name in such a list. */
const longestName = 80
/** Words that describe the things counted, and name none of them. */
const describing =
  /^\s(?:trọng|chủ|chính|then|cụ thể|ưu tiên|lớn|quan|cơ bản|chiến lược|đột phá|mũi nhọn|cấp|trên|sau|này|nêu|đó|thành phần|được|cần|phải|đã|để|của|về|cho|trong|theo|từ|tại|với|mới|khác|gồm|là|như|đến|do|và|nói|vừa)(?![A-Za-zÀ-ỹ])/iu

/** Numbered headings or clauses that begin right below the lead. */
function labelsBelow(
  source: Source,
  lead: Statement,
  expected: number | undefined,
  announced: boolean,
): Enumeration | undefined {
  const { sections } = source.document
  const next = source.statements[lead.index + 1]
  const first = next && source.sectionAt.get(next.block.start)
  if (next?.blockIndex === lead.blockIndex || first === undefined || labelOrder(sections[first]!.label) !== 1)
    return undefined
  const run = numberedRun(source, first)
  if (run.length < 2 || !(announced || run.length === expected)) return undefined
  return { pieces: run.map((section) => sectionPiece(source, section)), by: 'label' }
}

/** Sections of one kind beside each other with labels 1, 2, 3 …, from the given one on. Papers may leave out a number. */
export function numberedRun({ document: { sections } }: Source, first: number): number[] {
  const { mark, parent, depth } = sections[first]!
  const run: number[] = []
  let last = 0
  for (let at = first; at < sections.length; at++) {
    const section = sections[at]!
    if (section.depth < depth) break
    if (section.mark !== mark || section.parent !== parent) continue
    const order = labelOrder(section.label)
    const goesOn = order === last + 1 || (last > 0 && order === last + 2)
    if (!goesOn) break
    last = order
    run.push(at)
  }
  return run
}

/** The words of a numbered heading, or the first sentence of a numbered clause, without the label. */
export function sectionPiece(source: Source, section: number): Piece {
  const { span, label } = source.document.sections[section]!
  const statement = openingOf(source, section)
  if (!statement) return { ...span, ordinal: label }
  const end = trimmedEnd(statement.text, 0, statement.text.length)
  return { ...(end > 0 ? statement.plain.span(0, end) : span), ordinal: label, labelStart: span.start }
}

/** Items with bullets directly below the lead. */
function bulletsBelow(source: Source, lead: Statement): Enumeration | undefined {
  const pieces: Piece[] = []
  let block = lead.blockIndex
  for (let at = lead.index + 1; at < source.statements.length; at++) {
    const statement = source.statements[at]!
    if (statement.blockIndex === block) continue
    if (!statement.bullet || statement.blockIndex !== block + 1) break
    block = statement.blockIndex
    pieces.push(statement.plain.span(0, trimmedEnd(statement.text, 0, statement.text.length)))
  }
  return pieces.length >= 2 ? { pieces, by: 'bullet' } : undefined
}
