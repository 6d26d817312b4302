import { findClauses, type Span } from '../vietnamese/sentences.ts'
import {
  type Enumeration,
  enumerationAfter,
  namesBehind,
  numberedRun,
  type Piece,
  sectionPiece,
} from './enumerations.ts'
import type { Fact, FactKind } from './fact.ts'
import { headingPeriod } from './governing-period.ts'
import { roleOfHeading, roleOfSection } from './parts.ts'
import { type Period, periodsIn } from './periods.ts'
import { findQuantities, type Quantity } from './quantities.ts'
import type { FactSheet, Finding } from './sheet.ts'
import { openingOf, type Source, type Statement, wordsOf } from './source.ts'
import { spokenLists } from './spoken-lists.ts'

type CountKind = 'task_group_count' | 'indicator_count' | 'other_count'

/** Things that are counted for the list they announce, "ba khó khăn: …"; without one their number is a figure like any other. */
const listedThings =
  '(?:công )?việc(?! làm)|khó khăn|thuận lợi|bài học|kinh nghiệm|thách thức|tồn tại|hạn chế|nguyên nhân|lý do|kiến nghị|đề xuất|đề nghị|yêu cầu|vấn đề|biện pháp|ưu tiên|điểm (?:mới|nghẽn|sáng|yếu|mạnh)|lưu ý|điều kiện|yếu tố|lợi thế|xu hướng|cơ hội|giá trị|bước'

/** What papers count of themselves. */
const counted = new RegExp(
  `^\\s(?<noun>(?:nhóm )?(?:nhiệm vụ|giải pháp)|(?:nhóm )?(?:chỉ tiêu|chỉ số)|(?:nhóm )?(?:trụ cột|khâu đột phá|hướng đột phá|đột phá|phân hệ|quan điểm|nguyên tắc|mục tiêu|nhóm mục tiêu|ngành mũi nhọn|ngành kinh tế|mũi nhọn|lĩnh vực|nội dung|định hướng|phương châm|tiêu chí|đề án|dự án|chương trình|nền tảng|hợp phần|cấu phần|động lực|trọng tâm|(?:công )?việc(?! làm)|không|rõ|phụ lục|chương|nhóm)|${listedThings})(?![A-Za-zÀ-ỹ])`,
  'iu',
)

/** Where the words for what is counted end. */
const subjectEnd =
  /[:;.()“”"?!]|,(?! (?:giải pháp|nhiệm vụ|chỉ tiêu|mục tiêu|chủ yếu|trọng tâm|cụ thể|then chốt|đột phá)(?![A-Za-zÀ-ỹ]))|(?<![A-Za-zÀ-ỹ])(?:bao gồm|gồm|là|đó là|đến năm|đến hết năm|vào năm|trong năm|cho năm|năm \d|giai đoạn|với|trong đó|nhằm|để|được|đã|sẽ|cần|phải|do|theo|tại|từ|cho|như|sau|trên|nêu|thuộc|kèm|và (?=\d|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))(?![A-Za-zÀ-ỹ])/iu

/**
 * The counts that a document states ("đề ra 08 nhóm nhiệm vụ, giải pháp"), with the pieces of the list that follows, and the lists
 * of tasks without a stated number, counted here.
 */
export function findCounts(source: Source, sheet: FactSheet): void {
  const claimed = new Set<number>()
  for (const statement of source.statements) statedCounts(source, sheet, statement, claimed)
  taskParts(source, sheet, claimed)
  for (const statement of source.statements) unstatedLists(source, sheet, statement, claimed)
  const listed = new Set(sheet.facts().flatMap(({ parent, quote }) => (parent === undefined ? [] : [quote.start])))
  for (const spoken of spokenLists(source)) {
    const first = spoken.list.pieces[0]!
    if (!listed.has(first.labelStart ?? first.start)) addCounted(source, sheet, spoken.list.pieces, spoken)
  }
}

const onlyListed = new RegExp(`^(?:${listedThings})(?![A-Za-zÀ-ỹ])`, 'iu')

interface StatedCount {
  readonly quantity: Quantity
  readonly kind: CountKind
  /** The word for the things, at the beginning of `subject`. */
  readonly noun?: string
  readonly subject: string
  readonly subjectEnd: number
  readonly period?: Period
  readonly isSlogan?: true
}

/** “5 đẩy mạnh”, “3 công khai”: a number with words in quotation marks; they are counted for the list that follows. */
function sloganAt(text: string, { start, end }: Quantity): string | undefined {
  return /[“"]\s?$/u.test(text.slice(0, start))
    ? /^\s(\p{Ll}[^\d“”",;:.]{1,40})[”"]/u.exec(text.slice(end))?.[1]
    : undefined
}

function statedCounts(source: Source, sheet: FactSheet, statement: Statement, claimed: Set<number>): void {
  const counts = countsIn(statement)
  for (const count of counts) {
    const { quantity, kind, subject, period } = count
    const below = counts.length === 1 ? listOf(source, statement, count, claimed) : undefined
    const beside = below
      ? undefined
      : namesBehind(statement, quantity.end + 1 + (count.noun?.length ?? 0), quantity.number)
    const list = below ?? beside
    if (!list && (count.isSlogan || onlyListed.test(subject))) continue
    const fact = sheet.add({
      kind,
      subject: (beside && count.noun) ?? subject,
      value: quantity.written,
      number: quantity.number,
      quote: countQuote(statement, count),
      context: statement.block.kind === 'heading' ? plainSpan(statement) : contextWith(statement, list),
      stated: true,
      ...(quantity.comparator && { comparator: quantity.comparator }),
      ...yearOf(source, statement, kind, period),
      ...(list && { listed: list.pieces.length }),
    })
    if (list) addItems(source, sheet, fact, list)
  }
}

/** The year of a count; indicators without one are for that of the heading above them. */
function yearOf(
  { document }: Source,
  { section }: Statement,
  kind: CountKind,
  own: Period | undefined,
): Pick<Partial<Fact>, 'year' | 'period'> {
  const period = own ?? (kind === 'indicator_count' ? headingPeriod(document, section) : undefined)
  return period ? { year: period.to, period } : {}
}

function listOf(
  source: Source,
  statement: Statement,
  count: StatedCount,
  claimed: Set<number>,
): Enumeration | undefined {
  const own = source.sectionAt.get(statement.block.start)
  const { number } = count.quantity
  if (own !== undefined && statement.block.kind === 'heading') {
    const first = source.children[own]?.[0]
    const run = first === undefined ? [] : numberedRun(source, first)
    if (run.length < 2) return undefined
    claimed.add(own)
    return { pieces: run.map((section) => sectionPiece(source, section)), by: 'label' }
  }
  const list = enumerationAfter(source, statement, count.subjectEnd, number)
  // Far from the number announced, the pieces are those of another list.
  if (!list || Math.abs(list.pieces.length - number) > Math.max(1, number * 0.25)) return undefined
  const label = list.by === 'label' ? source.sectionAt.get(lineStart(source, list.pieces[0]!)) : undefined
  if (label !== undefined) claimed.add(source.document.sections[label]?.parent ?? -1)
  return list
}

function countsIn(statement: Statement): StatedCount[] {
  const { text } = statement
  const found: StatedCount[] = []
  const quantities = findQuantities(text)
  quantities.forEach((quantity, i) => {
    if (quantity.unit !== undefined || quantity.max !== undefined || !Number.isInteger(quantity.number)) return
    const begin = quantity.end + 1
    const slogan = sloganAt(text, quantity)
    if (slogan) {
      found.push({
        quantity,
        kind: 'other_count',
        subject: slogan,
        subjectEnd: begin + slogan.length + 1,
        isSlogan: true,
      })
      return
    }
    const noun = counted.exec(text.slice(quantity.end, quantity.end + 40))?.groups?.noun
    if (!noun || quantity.number > 500) return
    const stretch = text.slice(begin, begin + 160)
    const cut = subjectEnd.exec(stretch.slice(noun.length))?.index
    const subjectAt = begin + Math.min(cut === undefined ? stretch.length : noun.length + cut, 110)
    const subject = text.slice(begin, subjectAt).trim()
    const kind = kindOf(noun, subject, text, quantity)
    if (!kind || isMention(text, quantity, subjectAt)) return
    const until = quantities.find(
      ({ start }, j) => j > i && counted.test(text.slice(quantities[j]!.end)) && start > begin,
    )?.from
    const period = periodOf(text, quantity, subjectAt, until)
    found.push({ quantity, kind, noun, subject, subjectEnd: subjectAt, ...(period && { period }) })
  })
  return found
}

/** Whether a number counts groups, indicators and the like of a paper, and is no figure of its own. */
export function countsOfPaper(text: string, quantity: Quantity): boolean {
  const behind = text.slice(quantity.end, quantity.end + 40)
  return quantity.unit === undefined && counted.test(behind) && !onlyListed.test(behind.trimStart())
}

/** A count of the paper itself, not of work done, of a share, or of things called back to mind. */
function isMention(text: string, quantity: Quantity, subjectAt: number): boolean {
  const left = text.slice(Math.max(0, quantity.from - 60), quantity.from)
  const right = text.slice(quantity.end, subjectAt + 24)
  return (
    /(?:một trong|trong số|trên tổng số|hoàn thành|đã thực hiện|thực hiện được|đạt|vượt|triển khai xong|còn|thiếu|tăng|giảm|bổ sung|mỗi|từng|các)\s+(?:được )?(?:số )?$/iu.test(
      left,
    ) ||
    /^[^,;:.]{0,60}(?<![A-Za-zÀ-ỹ])(?:này|nêu trên|trên đây|nói trên|đó|ấy|còn lại|đã hoàn thành|hoàn thành|đạt|vượt|chưa)(?![A-Za-zÀ-ỹ])/iu.test(
      right,
    )
  )
}

function kindOf(noun: string, subject: string, text: string, quantity: Quantity): CountKind | undefined {
  const isGroup = /^nhóm /iu.test(noun)
  if (/nhiệm vụ|giải pháp/iu.test(noun)) {
    if (isGroup || /^nhiệm vụ(?:,| và| -) giải pháp/iu.test(subject)) return 'task_group_count'
    return announces(text, quantity) ? 'task_group_count' : undefined
  }
  if (/chỉ tiêu/iu.test(noun)) return 'indicator_count'
  if (
    /^(?:đề án|dự án|chương trình|chỉ số|nội dung|nền tảng|lĩnh vực|tiêu chí|nhóm|phụ lục|chương|không|rõ|ngành kinh tế)$/iu.test(
      noun,
    )
  ) {
    return announces(text, quantity) && /\s/.test(subject) ? 'other_count' : undefined
  }
  return 'other_count'
}

/** Whether a verb of stating governs the number: "đề ra", "xác định", "gồm", "với". */
function announces(text: string, quantity: Quantity): boolean {
  return /(?<![A-Za-zÀ-ỹ])(?:đề ra|đặt ra|đưa ra|nêu(?: rõ| ra)?|xác định(?: rõ)?|bao gồm|gồm|gồm có|với|có|là|tập trung(?: vào)?|thực hiện|triển khai|quy định|danh mục)(?: (?:thực hiện|triển khai|vào|tổng cộng|được|rõ|cụ thể|tốt|các|tổng số|đủ|trọng tâm là))*\s+$/iu.test(
    text.slice(Math.max(0, quantity.from - 50), quantity.from),
  )
}

function periodOf(text: string, quantity: Quantity, subjectAt: number, until: number | undefined): Period | undefined {
  const clause = clauseAround(text, quantity.start)
  const end = Math.min(until ?? clause.end, clause.end)
  const periods = periodsIn(text.slice(0, end)).filter(({ start }) => start >= clause.start)
  const after = periods.find(({ start }) => start >= subjectAt - 1 && start - subjectAt < 60)
  // A year behind an earlier count is that count's own: "12 chỉ tiêu đến năm 2025 và 6 nhóm nhiệm vụ".
  const before = periods.findLast(
    (period) =>
      period.end <= quantity.from &&
      quantity.from - period.end < 60 &&
      !findQuantities(text).some(
        (other) => other.start >= clause.start && other.end <= period.start && countsOfPaper(text, other),
      ),
  )
  const chosen = after ?? before
  return chosen?.period
}

function clauseAround(text: string, at: number): Span {
  return findClauses(text, { start: 0, end: text.length }).find(({ end }) => at < end) ?? { start: 0, end: text.length }
}

/** The clause with the number, up to where its list begins. */
function countQuote(statement: Statement, { quantity, subjectEnd: end }: StatedCount): Span {
  const clause = clauseAround(statement.text, quantity.start)
  const rest = statement.text.slice(end, clause.end)
  const list = /^[^;:]{0,80}?(?::|(?<![A-Za-zÀ-ỹ])(?:bao gồm|gồm)(?![A-Za-zÀ-ỹ]):?)/iu.exec(rest)
  return statement.plain.span(clause.start, list ? end + list[0].length : clause.end)
}

/** The sentence, with the sentence that lists the pieces when that is another one of the same paragraph. */
function contextWith(statement: Statement, list: Enumeration | undefined): Span {
  const last = list?.pieces.at(-1)
  const end = last && last.end > statement.end && last.end <= statement.block.end ? last.end : statement.end
  return { start: statement.start, end }
}

function plainSpan({ start, end }: Span): Span {
  return { start, end }
}

function lineStart({ document }: Source, piece: Span): number {
  return document.blocks.find(({ start, end }) => start <= piece.start && piece.end <= end)?.start ?? -1
}

function addItems(source: Source, sheet: FactSheet, count: Fact, { pieces }: Enumeration): void {
  const kind: FactKind = count.kind === 'task_group_count' ? 'task_group' : 'list_item'
  pieces.forEach((piece, i) => {
    sheet.add({ ...itemOf(source, piece), kind, subject: count.subject, order: i + 1, parent: count.id })
  })
}

function itemOf(source: Source, piece: Piece): Omit<Finding, 'kind' | 'subject'> {
  const span = { start: piece.labelStart ?? piece.start, end: piece.end }
  return {
    value: wordsOf(source.document, piece),
    quote: span,
    context: span,
    stated: true,
    ...(piece.ordinal && { ordinal: piece.ordinal }),
  }
}

/** Headings that only part a programme into tasks and solutions, below which the groups stand. */
const bareTasks =
  /^(?:\S{1,6}\s+)?(?:các )?(?:nhóm )?(?:nhiệm vụ|giải pháp)(?: (?:chủ yếu|trọng tâm|cụ thể|chung))?\.?$/iu

/** Counts the numbered headings below each heading of tasks, when no sentence gave their number. */
function taskParts(source: Source, sheet: FactSheet, claimed: Set<number>): void {
  const { document } = source
  document.sections.forEach((section, i) => {
    if (i === 0 || claimed.has(i) || roleOfHeading(section.heading.normalize('NFC')) !== 'tasks') return
    const around = roleOfSection(document, section.parent)
    if (
      around === 'implementation' ||
      around === 'situation' ||
      (around === 'tasks' && !isBareParent(source, section.parent))
    )
      return
    const first = source.children[i]?.[0]
    if (first === undefined) return
    const run = withoutImplementation(source, numberedRun(source, first))
    if (run.length < 2 || run.every((child) => bareTasks.test(document.sections[child]!.heading.normalize('NFC'))))
      return
    claimed.add(i)
    const stated = announcedBefore(sheet, section.span.start, run.length)
    if (stated) {
      sheet.replace({ ...stated, listed: run.length })
      addItems(source, sheet, stated, { pieces: run.map((child) => sectionPiece(source, child)), by: 'label' })
      return
    }
    const opening = openingOf(source, i)
    countRun(source, sheet, run, opening ?? section.span, subjectOf(section.heading))
  })
}

/** The one count of task groups that the paper states before its part of tasks, when the part can be what it counts. */
function announcedBefore(sheet: FactSheet, start: number, listed: number): Fact | undefined {
  const stated = sheet.facts().filter(({ kind, quote }) => kind === 'task_group_count' && quote.start < start)
  const [only] = stated
  const number = only?.number ?? 0
  const fits = Math.abs(number - listed) <= Math.max(1, number * 0.25)
  return stated.length === 1 && only?.stated && only.listed === undefined && fits ? only : undefined
}

function isBareParent(source: Source, parent: number): boolean {
  return (source.children[parent] ?? []).every((child) =>
    bareTasks.test(source.document.sections[child]!.heading.normalize('NFC')),
  )
}

function withoutImplementation({ document }: Source, run: readonly number[]): number[] {
  const last = document.sections[run.at(-1) ?? 0]!
  return roleOfHeading(last.heading.normalize('NFC')) === 'implementation' ? run.slice(0, -1) : [...run]
}

function countRun(source: Source, sheet: FactSheet, run: readonly number[], quote: Span, subject: string): void {
  const pieces = run.map((section) => sectionPiece(source, section))
  addCounted(source, sheet, pieces, {
    quote: plainSpan(quote),
    context: plainSpan(quote),
    subject,
    kind: 'task_group_count',
  })
}

function addCounted(
  source: Source,
  sheet: FactSheet,
  pieces: readonly Piece[],
  about: Pick<Finding, 'quote' | 'context' | 'subject'> & { readonly kind: CountKind },
): void {
  const number = pieces.length
  const fact = sheet.add({ ...about, value: String(number), number, listed: number, stated: false })
  addItems(source, sheet, fact, { pieces, by: 'label' })
}

function subjectOf(heading: string): string {
  const words = heading
    .replace(/^(?:Điều\s+\d+\w?|Phần\s+\S+|Chương\s+\S+|[IVX]+|\d+(?:\.\d+)*|[A-Z])\s?[.:/)-]*\s+/u, '')
    .replace(/^về\s+/iu, '')
    .trim()
  return words === words.toUpperCase() ? words.toLowerCase() : words.charAt(0).toLowerCase() + words.slice(1)
}

/** Announces a list without its number: "những nhiệm vụ và giải pháp trọng tâm:". */
const announced =
  /(?<![A-Za-zÀ-ỹ])(?<quantifier>một số|các|những|nhiều)?\s?(?<noun>(?:nhóm )?(?:nhiệm vụ|giải pháp)[^:;.\d]{0,90}?)\s*:\s*/iu

/** Lists of tasks that a sentence announces without saying how many. */
function unstatedLists(source: Source, sheet: FactSheet, statement: Statement, claimed: Set<number>): void {
  if (statement.block.kind === 'heading') return
  const match = announced.exec(statement.text)
  const noun = match?.groups?.noun
  if (!match || !noun || countsIn(statement).length > 0) return
  if (
    /(?<![A-Za-zÀ-ỹ])(?:giao|phân công|có trách nhiệm|chủ trì|quyền hạn|đề nghị|yêu cầu(?= (?:sở|ubnd|các sở)))(?![A-Za-zÀ-ỹ])/iu.test(
      statement.text.slice(0, match.index + match[0].length),
    )
  )
    return
  const role = roleOfSection(source.document, statement.section)
  if (role === 'implementation' || role === 'viewpoints' || role === 'situation' || role === 'objectives') return
  const at = match.index + match[0].length
  const colon = statement.text.indexOf(':', match.index)
  const list = enumerationAfter(source, statement, colon, undefined)
  if (!list || (list.by === 'bullet' && list.pieces.length < 2)) return
  const subject = /^[^,]*(?:, giải pháp[^,]*)?/u.exec(noun)?.[0].trim() ?? noun
  const quote = statement.plain.span(clauseAround(statement.text, match.index).start, colon + 1)
  if (list.by === 'label' && at >= statement.text.length) {
    const first = source.sectionAt.get(source.statements[statement.index + 1]?.block.start ?? -1)
    if (first === undefined || claimed.has(source.document.sections[first]!.parent)) return
    const run = withoutImplementation(source, numberedRun(source, first))
    if (run.length >= 2) countRun(source, sheet, run, statement, nounPhrase(subject))
    return
  }
  addCounted(source, sheet, list.pieces, {
    kind: 'task_group_count',
    subject: nounPhrase(subject),
    quote,
    context: contextWith(statement, list),
  })
}

/** Without the verb phrase behind it: "nhiệm vụ được nghị quyết xác định" is about "nhiệm vụ". */
function nounPhrase(subject: string): string {
  return subject.split(/\s(?:được|mà|do|để|nhằm|sau|như|trong|của|cần)(?![A-Za-zÀ-ỹ])/u)[0]!.trim()
}
