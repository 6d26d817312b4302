import type { Document } from '../library/document.ts'
import { findClauses, type Span } from '../vietnamese/sentences.ts'
import { aimOf, aimStart, leadIn, withoutPeriods } from './aim-words.ts'
import { opensAim, type Tense, tenseOf } from './aims.ts'
import { countsOfPaper } from './counts.ts'
import { datesIn } from './dates.ts'
import type { Fact } from './fact.ts'
import { type Figure, figuresIn, tidy } from './figures.ts'
import { type Clause, type Course, headingPeriod, isOpening, periodFields } from './governing-period.ts'
import { type PartRole, roleOfSection } from './parts.ts'
import { type NamedPeriod, periodsIn } from './periods.ts'
import { findQuantities } from './quantities.ts'
import { rankingsIn } from './rankings.ts'
import type { FactSheet } from './sheet.ts'
import type { Source, Statement } from './source.ts'

/**
 * What a document wants to reach (targets) and what it says was reached (results), clause by clause; a year that one clause names
 * governs the clauses behind it in the paragraph, the year of a heading all clauses below it.
 */
export function findTargets(source: Source, sheet: FactSheet): void {
  let block = -1
  let course: Course = { tense: 'none' }
  for (const statement of source.statements) {
    if (statement.block.kind === 'heading' || /[?？]\s*["”’)]?$/u.test(statement.text)) continue
    if (statement.blockIndex !== block) course = courseOfSection(source, statement)
    block = statement.blockIndex
    course = readStatement(source, sheet, statement, course)
  }
}

function courseOfSection({ document }: Source, { section }: Statement): Course {
  const role = roleOfSection(document, section)
  if (role !== 'situation' && role !== 'objectives') return { tense: 'none' }
  const topic = topicOf(section > 0 ? document.sections[section]!.heading.normalize('NFC') : '')
  const heading = headingPeriod(document, section)
  const about = { ...(topic && { topic }), ...(heading && { heading }) }
  return role === 'situation'
    ? { tense: 'past', ...about }
    : { tense: 'ahead', ...about, ...(heading && { period: heading }) }
}

/** "b) Về kinh tế số" is about "kinh tế số". */
function topicOf(heading: string): string | undefined {
  const words = heading.replace(/^(?:[IVX]+|\d+(?:\.\d+)*|[A-Za-zÀ-ỹ])\s?[.)/:-]+\s*/u, '').replace(/[:.\s]+$/u, '')
  return /^(?:về |đối với |phát triển |lĩnh vực )?(?<topic>(?:kinh tế|xã hội|chính quyền|hạ tầng|dữ liệu|công dân|nhân lực|doanh nghiệp) số)$/iu.exec(
    words,
  )?.groups?.topic
}

function readStatement(source: Source, sheet: FactSheet, statement: Statement, before: Course): Course {
  const { text } = statement
  const role = roleOfSection(source.document, statement.section)
  const quantities = findQuantities(text)
  const periods = periodsIn(text)
  const ranks = rankingsIn(text, statement.places)
  const { measure: _, ...kept } = before
  const carried: Course = { ...kept, ...(before.topic && { measure: before.topic }) }
  const own = quantities.filter(
    (quantity) =>
      !countsOfPaper(text, quantity) && !ranks.some(({ start, end }) => start <= quantity.start && quantity.end <= end),
  )
  let course: Course = carriesOver(text, role, before) ? carried : { tense: 'none' }
  for (const span of clausesOf(text)) {
    const clause: Clause = {
      statement,
      span,
      quantities: own,
      periods: periods.filter(({ start, end }) => start >= span.start && end <= span.end),
      counting: quantities.some(
        (quantity) => quantity.start >= span.start && quantity.end <= span.end && countsOfPaper(text, quantity),
      ),
    }
    course = readClause(source, sheet, clause, course, role)
  }
  return course
}

/** In prose a new sentence begins anew, unless it goes on with the same matter. */
function carriesOver(text: string, role: PartRole | undefined, { tense }: Course): boolean {
  if (role === 'objectives' || role === 'situation') return true
  return (
    tense !== 'none' &&
    /^(?:Trong đó|Cụ thể|Theo đó|Riêng|Ngoài ra|Đồng thời|Cùng với đó|Bên cạnh đó|Tỷ lệ|Tỷ trọng|Số )/u.test(text)
  )
}

/** Clauses between semicolons, without the words before a colon that announce them. */
function clausesOf(text: string): Span[] {
  return findClauses(text, { start: 0, end: text.length }).flatMap(({ start, end }) => {
    const colon = /:\s+(?=\S+\s+\S+\s+\S+)(?!(?:trên |khoảng |tối thiểu |ít nhất )?\d)/u.exec(text.slice(start, end))
    if (!colon || findQuantities(text.slice(start, start + colon.index)).some(({ unit }) => unit))
      return [{ start, end }]
    const cut = start + colon.index + 1
    return [
      { start, end: cut },
      { start: cut + colon[0].length - 1, end },
    ]
  })
}

function readClause(
  source: Source,
  sheet: FactSheet,
  clause: Clause,
  before: Course,
  role: PartRole | undefined,
): Course {
  const { statement, span } = clause
  const words = statement.text.slice(span.start, span.end)
  const figures = figuresIn(
    statement.text,
    span.start,
    span.end,
    clause.quantities,
    clause.periods,
    before.measure,
    statement.places,
  )
  const opening = clause.periods.find(
    (named) => named.ahead && opensAim(words, named.start - span.start, named, figures.length > 0),
  )
  const own = tenseOf(words)
  const strives = role !== 'situation' || /phấn đấu|mục tiêu|sẽ/iu.test(words)
  const read: Tense = own === 'past' || !strives ? 'past' : opening || own === 'ahead' ? 'ahead' : before.tense
  const tense = read === 'none' && tellsResult(source, clause, figures, role) ? 'past' : read
  const measure = figures.at(-1)?.subject ?? before.measure
  const ahead = new Set(clause.periods.filter(({ ahead }) => ahead).map(({ period }) => period.to))
  // Behind a clause of two years it is open which of them goes on.
  const carried = ahead.size > 1 ? undefined : opening?.period
  const course: Course = {
    tense,
    ...(measure && { measure }),
    ...(before.topic && { topic: before.topic }),
    ...(before.heading && { heading: before.heading }),
    ...(tense === before.tense && before.period && ahead.size < 2 && { period: { ...before.period, inherited: true } }),
    ...(carried && { period: { ...carried, inherited: true } }),
  }
  if (/:\s*$/u.test(words)) {
    const [named] = clause.periods
    const isHeading =
      named?.ahead && /^[-–+•*\s]*(?:phấn đấu |mục tiêu )?$/iu.test(words.slice(0, named.start - span.start))
    if (isHeading) return { ...course, tense: 'ahead', period: { ...named.period, inherited: true } }
    return course
  }
  if (tense === 'ahead') {
    const reached = figures.filter((figure) => isReached(clause, figure, opening))
    addResults(sheet, clause, reached, 'result', course)
    const aimed = figures.filter((figure) => !reached.includes(figure))
    if (aimed.length > 0 || reached.length === 0) addTargets(source, sheet, clause, aimed, course, opening, role)
  } else if (tense === 'past') addResults(sheet, clause, figures, 'result', course)
  else addResults(sheet, clause, figures.filter(isBudget), 'indicator', course)
  return course
}

/** "… năm 2023 đạt 10,4%, mục tiêu đến năm 2025 đạt 20%": what stands beside a year of its own in front of the aim was reached. */
function isReached({ periods }: Clause, { quantity }: Figure, opening: NamedPeriod | undefined): boolean {
  return (
    opening !== undefined &&
    quantity.end <= opening.start &&
    periods.some(({ ahead, end, period }) => !ahead && end <= quantity.start && period.to < opening.period.to)
  )
}

function addTargets(
  source: Source,
  sheet: FactSheet,
  clause: Clause,
  figures: readonly Figure[],
  course: Course,
  opening: NamedPeriod | undefined,
  role: PartRole | undefined,
): void {
  const { statement, span } = clause
  const words = statement.text.slice(span.start, span.end)
  const stated =
    opening !== undefined ||
    role === 'objectives' ||
    /phấn đấu|mục tiêu|chỉ tiêu/iu.test(words) ||
    course.period !== undefined
  const measured = figures.filter(({ quantity }) => quantity.unit !== undefined || (stated && !quantity.spelled))
  const start = aimStart(statement.text, span, opening)
  const quote = statement.plain.span(start, withoutStop(statement.text, span))
  for (const figure of measured) {
    sheet.add({
      kind: 'target',
      ...figureFields(figure),
      ...placeField(clause, figure),
      ...periodFields(clause, figure, course),
      quote,
      context: plainSpan(statement),
    })
  }
  const governed = opening !== undefined || isObjective(statement, role, source.document) || course.period !== undefined
  if (measured.length > 0 || !governed || clause.counting) return
  const subject = tidy(withoutPeriods(statement.text, start, span.end, clause.periods).replace(leadIn, ''))
  if (subject.split(' ').length < 4 || /(?:chỉ tiêu|mục tiêu) sau/iu.test(subject)) return
  sheet.add({
    kind: 'target',
    ...aimOf(subject),
    ...periodFields(clause, undefined, course),
    quote,
    context: plainSpan(statement),
    stated: true,
  })
}

/** Clauses below a numbered heading of objectives are objectives; prose below a plain one need not be. */
function isObjective({ block, section }: Statement, role: PartRole | undefined, { sections }: Document): boolean {
  return role === 'objectives' && (block.kind === 'item' || sections[section]?.mark !== 'markdown')
}

/** Words of what is to be done or is not decided. */
const undecided =
  /(?<![A-Za-zÀ-ỹ])(?:phấn đấu|mục tiêu|chỉ tiêu|sẽ|cần|phải|nhằm|để|yêu cầu|đề nghị|giao|dự kiến|đề xuất|nếu|tối thiểu|ít nhất|bảo đảm|đảm bảo|dự thảo|đề án|kế hoạch|nghị quyết|chương trình hành động|quyết tâm|kiến nghị|hướng tới|tiến tới)(?![A-Za-zÀ-ỹ])/iu
const present =
  /(?<![A-Za-zÀ-ỹ])(?:(?:mới|chỉ|mới chỉ|vẫn) (?:chiếm|đạt|có|còn)|toàn (?:tỉnh|thành phố|huyện|xã|ngành) (?:có|đạt)|(?:theo|qua) (?:báo cáo|số liệu|khảo sát|rà soát|tổng hợp|kết quả)|lũy kế|còn \d)(?![A-Za-zÀ-ỹ])/iu
const having =
  /(?<![A-Za-zÀ-ỹ])(?:có|còn|vẫn|chưa|sử dụng|dùng|được|đạt|chiếm|thực hiện|kết nối|triển khai|ứng dụng|tham gia)(?![A-Za-zÀ-ỹ])/iu

/**
 * Whether a clause without any word of past or aim tells how things are: it says so ("mới chiếm", "toàn tỉnh có", "Năm 2023, … đạt"), or a
 * report gives a share ("100% cơ quan sử dụng …") where neither the paragraph nor the one above speaks of aims or papers.
 */
function tellsResult(
  source: Source,
  { statement, span, periods }: Clause,
  figures: readonly Figure[],
  role: PartRole | undefined,
): boolean {
  const last = figures.at(-1)
  if (!last) return false
  const { text } = statement
  const words = text.slice(span.start, span.end)
  const { metadata } = source.document
  if (role !== undefined && role !== 'situation') return false
  if (periods.some(({ ahead }) => ahead) || undecided.test(text.slice(0, last.end)) || !having.test(words)) return false
  const year = periods.find(({ start }) => isOpening(text, span, start))?.period.to
  if (year !== undefined) return year < yearOf(source)
  if (present.test(words)) return true
  if (metadata.textKind !== 'report' || metadata.status === 'draft' || !/\d\s?%/u.test(words)) return false
  return !source.statements
    .slice(Math.max(0, statement.index - 12), statement.index + 1)
    .some(({ blockIndex, text: near }) => statement.blockIndex - blockIndex <= 1 && undecided.test(near))
}

/** The year in which a document speaks: of its issue or publication, else of the first full date in it. */
function yearOf({ document: { metadata, text } }: Source): number {
  const day =
    metadata.issuedOn ??
    metadata.source?.publishedOn ??
    datesIn(text.slice(0, 4000)).find(({ precision }) => precision === 'day')?.iso
  return day === undefined ? 0 : Number(day.slice(0, 4))
}

/** Sums that a paper sets aside or grants: "Tổng kinh phí thực hiện Đề án là 320 tỷ đồng", "Hỗ trợ mỗi tổ 3.000.000 đồng/năm". */
function isBudget({ subject, unit }: Figure): boolean {
  return (
    /đồng|USD/iu.test(unit ?? '') &&
    /kinh phí|vốn|ngân sách|đầu tư|dự toán|chi phí|nguồn|xã hội hóa|hỗ trợ|mức (?:chi|thu|phạt|thưởng|giá|phí)|lệ phí|thưởng|phụ cấp|giai đoạn|hạng mục|^(?:chi|thu)(?![A-Za-zÀ-ỹ])/iu.test(
      subject,
    )
  )
}

function addResults(
  sheet: FactSheet,
  clause: Clause,
  figures: readonly Figure[],
  kind: 'result' | 'indicator',
  course: Course,
): void {
  const { statement, span } = clause
  for (const figure of figures) {
    if (figure.quantity.spelled) continue
    sheet.add({
      kind,
      ...figureFields(figure),
      ...placeField(clause, figure),
      ...periodFields(clause, figure, { ...course, tense: 'past' }),
      quote: statement.plain.span(span.start, withoutStop(statement.text, span)),
      context: plainSpan(statement),
    })
  }
}

/** Where a clause names several provinces, each has the figures behind its name. */
function placeField({ statement: { places }, span }: Clause, { quantity }: Figure): Pick<Partial<Fact>, 'place'> {
  const named = places.filter(({ start, end, place }) => place && start >= span.start && end <= span.end)
  if (new Set(named.map(({ place }) => place)).size < 2) return {}
  const place = named.findLast(({ end }) => end <= quantity.start)?.place
  return place === undefined ? {} : { place }
}

function figureFields({
  quantity,
  subject,
  unit,
  base,
}: Figure): Pick<Fact, 'subject' | 'value' | 'stated' | 'number'> & Partial<Fact> {
  return {
    subject,
    value: quantity.written,
    number: quantity.number,
    stated: true,
    ...(quantity.max !== undefined && { max: quantity.max }),
    ...(unit !== undefined && { unit }),
    ...(base !== undefined && { base }),
    ...(quantity.comparator && { comparator: quantity.comparator }),
  }
}

function withoutStop(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).replace(/[.…\s]+$/u, '').length
}

function plainSpan({ start, end }: Span): Span {
  return { start, end }
}
