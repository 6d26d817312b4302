import type { Block } from '../library/document.ts'
import type { Span } from '../vietnamese/sentences.ts'
import { labelOrder } from './enumerations.ts'
import { roleOfSection } from './parts.ts'
import { type Period, periodsIn } from './periods.ts'
import { PlainText } from './plain-text.ts'
import { findQuantities } from './quantities.ts'
import type { FactSheet, Finding } from './sheet.ts'
import { type Source, sectionsAround, wordsOf } from './source.ts'

/** What a column holds, by its heading. */
interface Column {
  readonly role: 'label' | 'task' | 'indicator' | 'unit' | 'agency' | 'time' | 'value' | 'other'
  /** For values: the year in the heading. */
  readonly period?: Period
}

const roles: readonly (readonly [RegExp, Column['role']])[] = [
  [/^(?:tt|stt|số tt|số thứ tự)$/iu, 'label'],
  [/chủ trì|phụ trách|cơ quan thực hiện|đơn vị thực hiện|trách nhiệm/iu, 'agency'],
  [/phối hợp|ghi chú|văn bản|nguồn|kinh phí|cơ quan|theo dõi|sản phẩm|cách tính|phương pháp/iu, 'other'],
  [/thời gian|thời hạn|tiến độ|thời điểm|hạn hoàn thành/iu, 'time'],
  [/^đơn vị(?: tính)?$|^đvt$/iu, 'unit'],
  [
    /^(?:tên |các |nhóm |hệ thống )*(?:chỉ tiêu|chỉ số|mục tiêu)(?: chủ yếu| cụ thể| phấn đấu| đánh giá)?$/iu,
    'indicator',
  ],
  [/nhiệm vụ|nội dung|công việc|đề án|hoạt động/iu, 'task'],
  [
    /(?:19|20)\d{2}|^(?:kết quả|giá trị|mục tiêu|kế hoạch|chỉ tiêu giao|mức)(?: cần đạt| đạt| phấn đấu| đề ra)?$/iu,
    'value',
  ],
]

/** Reads the tables of a document: indicators with unit, value and year; tasks with who does them by when; groups of tasks. */
export function findTableFacts(source: Source, sheet: FactSheet): void {
  const { document } = source
  let columns: readonly Column[] = []
  let header = -1
  let groupPeriod: Period | undefined
  let parent: { label: string; name: string } | undefined
  const groups: Block[] = []
  let tasks: number[] = []
  let rows: Row[] = []
  const closeGroups = () => {
    countGroups(source, sheet, groups, header)
    countRows(sheet, tasks, header < 0 ? 0 : document.blocks[header]!.start)
    if (header >= 0) countNumbered(source, sheet, rows, columns, header)
    groups.length = 0
    tasks = []
    rows = []
  }
  document.blocks.forEach((block, i) => {
    if (block.kind !== 'table-row' || !block.cells) return
    if (block.headerRow === undefined) return
    if (block.headerRow !== header) {
      closeGroups()
      header = block.headerRow
      columns = columnsOf(source, document.blocks[header]!)
      groupPeriod = undefined
      parent = undefined
    }
    const row: Row = { block, cells: block.cells.map((cell) => cellOf(source, cell)), index: i }
    const group = groupOf(row)
    if (group !== undefined) {
      groupPeriod =
        periodsIn(group)[0]?.period ?? (/^\D{0,20}(?:19|20)\d{2}\D{0,12}$/u.test(group) ? bareYear(group) : groupPeriod)
      if (source.sectionAt.get(block.start) !== undefined && columns.some(({ role }) => role === 'task'))
        groups.push(block)
      return
    }
    rows.push(row)
    if (columns.some(({ role }) => role === 'indicator')) {
      parent = readIndicator(source, sheet, row, columns, groupPeriod, parent)
    } else {
      readTask(source, sheet, row, columns)
      if (columns.some(({ role }) => role === 'task')) tasks.push(labelOrder(row.cells[0]?.text ?? ''))
    }
  })
  closeGroups()
}

interface Cell {
  readonly span: Span
  readonly text: string
}

interface Row {
  readonly block: Block
  readonly cells: readonly Cell[]
  readonly index: number
}

function cellOf({ document }: Source, span: Span): Cell {
  return { span, text: new PlainText(document.text, span).text.trim() }
}

function columnsOf(source: Source, header: Block): Column[] {
  return (header.cells ?? []).map((span) => {
    const { text } = cellOf(source, span)
    const role = roles.find(([words]) => words.test(text))?.[1] ?? 'other'
    const named = periodsIn(text)[0]?.period ?? bareYear(text)
    return { role, ...(role === 'value' && named && { period: named }) }
  })
}

function bareYear(text: string): Period | undefined {
  const written = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0]
  return written === undefined ? undefined : { to: Number(written), written, inherited: false }
}

/** The name of a group row: one cell is filled, or a label and a name. */
function groupOf({ cells }: Row): string | undefined {
  const filled = cells.filter(({ text }) => text !== '')
  const [first, second, ...more] = filled
  if (!first || filled.length === 1) return first?.text
  const isGroupLabel = /^(?:[IVX]+|[A-Z])[.)]?$/u.test(first.text)
  return isGroupLabel && second && more.length <= (cells.length >= 6 ? 1 : 0)
    ? `${first.text} ${second.text}`
    : undefined
}

function readIndicator(
  source: Source,
  sheet: FactSheet,
  { block, cells }: Row,
  columns: readonly Column[],
  group: Period | undefined,
  parent: { label: string; name: string } | undefined,
): { label: string; name: string } | undefined {
  const at = (role: Column['role']) => cells[columns.findIndex((column) => column.role === role)]
  const name =
    at('indicator')
      ?.text.replace(/^[-–+*•\s]+/u, '')
      .replace(/[;.,:]+$/u, '') ?? ''
  if (!/[A-Za-zÀ-ỹ]/u.test(name)) return parent
  const label = at('label')?.text ?? ''
  const isPart =
    parent !== undefined &&
    (label === '' ||
      label.startsWith(`${parent.label.replace(/\.$/, '')}.`) ||
      /^[-–+]/u.test(at('indicator')?.text ?? ''))
  const subject = isPart ? `${parent.name}: ${name}` : name
  const heading = headingPeriod(source, block)
  columns.forEach((column, i) => {
    const cell = cells[i]
    if (column.role !== 'value' || !cell || cell.text === '' || cell.text === '-') return
    const quantity = findQuantities(/^[≥≤<>~\d]/u.test(cell.text) ? ` ${cell.text}` : cell.text)[0]
    const unit = at('unit')?.text || quantity?.unit
    const period = column.period ?? group ?? heading
    sheet.add({
      kind: 'indicator',
      subject,
      value: wordsOf(source.document, cell.span),
      quote: { start: block.start, end: block.end },
      context: { start: block.start, end: block.end },
      stated: true,
      ...(unit && { unit }),
      ...(quantity && { number: quantity.number }),
      ...(quantity?.max !== undefined && { max: quantity.max }),
      ...(quantity?.comparator && { comparator: quantity.comparator }),
      ...(period && { year: period.to, period: column.period ? period : { ...period, inherited: true } }),
    })
  })
  return isPart ? parent : { label, name }
}

/** The year that a heading above the table gives to all its rows. */
function headingPeriod({ document }: Source, block: Block): Period | undefined {
  for (const { heading } of sectionsAround(document, block.section)) {
    const named = periodsIn(heading.normalize('NFC')).find(({ ahead }) => ahead)
    if (named) return named.period
  }
  return undefined
}

function readTask(source: Source, sheet: FactSheet, { block, cells }: Row, columns: readonly Column[]): void {
  const at = (role: Column['role']) => cells[columns.findIndex((column) => column.role === role)]
  const task = at('task')
  const time = at('time')
  if (!task || !time || task.text.length < 8 || time.text === '') return
  const agency = at('agency')
  const words = wordsOf(source.document, task.span)
  const when = dateOf(time.text)
  sheet.add({
    kind: 'deadline',
    subject: words.length > 240 ? `${words.slice(0, words.lastIndexOf(' ', 240))}` : words,
    value: wordsOf(source.document, time.span),
    quote: { start: block.start, end: block.end },
    context: { start: block.start, end: block.end },
    stated: true,
    ...(agency && agency.text !== '' && { responsible: wordsOf(source.document, agency.span) }),
    ...when,
  })
}

/** "6/2025", "Tháng 10/2025", "Quý II/2026", "2025 - 2026": the last year counts. */
function dateOf(time: string): Pick<Finding, 'year' | 'date'> {
  const years = time.match(/(?<!\d)20\d{2}(?!\d)/g)
  const year = years?.at(-1)
  if (year === undefined) return {}
  const month = /(?<!\d)(\d{1,2})\/(20\d{2})/.exec(time)
  if (/quý/iu.test(time)) return { year: Number(year), date: { iso: year, precision: 'quarter' } }
  if (years?.length === 1 && month && Number(month[1]) <= 12 && !/\d\/\d{1,2}\/20/.test(time)) {
    return { year: Number(year), date: { iso: `${month[2]}-${month[1]?.padStart(2, '0')}`, precision: 'month' } }
  }
  return { year: Number(year), date: { iso: year, precision: 'year' } }
}

/** "Có 5 nhiệm vụ nêu tại Phụ lục": how many the table of tasks lists, when its rows are numbered from 1 without a gap. */
function countRows(sheet: FactSheet, labels: readonly number[], start: number): void {
  const stated = sheet
    .facts()
    .filter(({ kind, stated, quote }) => kind === 'task_group_count' && stated && quote.start < start)
  const [only] = stated
  const isComplete = labels.length > 1 && labels.every((label, i) => label === i + 1)
  const fits = only !== undefined && Math.abs((only.number ?? 0) - labels.length) <= 2
  if (isComplete && fits && stated.length === 1 && only.listed === undefined)
    sheet.replace({ ...only, listed: labels.length })
}

/** Least rows whose number is worth telling. */
const fewestRows = 3

/**
 * How many indicators, tasks or other things a table numbers from 1 to the last without a gap, and each of them by name; parts of a row
 * (1.1, a) are not counted. Nothing where the document states such a number itself.
 */
function countNumbered(
  source: Source,
  sheet: FactSheet,
  rows: readonly Row[],
  columns: readonly Column[],
  header: number,
): void {
  const { document } = source
  if (columns[0]?.role !== 'label') return
  const found = columns.findIndex(({ role }) => role === 'indicator' || role === 'task')
  const named = found < 0 ? 1 : found
  const heading = cellOf(source, document.blocks[header]!.cells![named] ?? { start: 0, end: 0 }).text
  const subject = heading.replace(/^(?:tên|danh mục|các|nội dung)\s+(?=\S)/iu, '')
  const whole = rows.filter(({ cells }) => /^\d{1,3}[.)]?$/.test(cells[0]!.text) && cells[named]?.text)
  const isComplete = whole.every(({ cells }, i) => Number.parseInt(cells[0]!.text, 10) === i + 1)
  if (whole.length < fewestRows || !isComplete || !/^\p{L}[\p{L}\s,]{2,30}$/u.test(subject)) return
  const kind = columns[named]!.role === 'indicator' ? 'indicator_count' : 'other_count'
  const thing = `${subject.charAt(0).toLowerCase()}${subject.slice(1)}`
  const isStated = sheet
    .facts()
    .some(({ kind: other, stated, subject: said }) =>
      stated && kind === 'indicator_count' ? other === kind : said.toLowerCase().startsWith(thing),
    )
  if (isStated) return
  const title = document.blocks.slice(0, header).findLast(({ kind }) => kind === 'heading') ?? document.blocks[header]!
  const quote = { start: title.start, end: title.end }
  const count = sheet.add({
    kind,
    subject: thing,
    value: String(whole.length),
    number: whole.length,
    listed: whole.length,
    quote,
    context: quote,
    stated: false,
  })
  countGroupsOf(source, sheet, whole, { kind, thing })
  whole.forEach(({ cells }, i) => {
    const { span } = cells[named]!
    sheet.add({
      kind: 'list_item',
      subject: thing,
      value: wordsOf(document, span),
      order: i + 1,
      parent: count.id,
      quote: span,
      context: span,
      stated: true,
    })
  })
}

/** How many of the numbered rows stand in each group, "A. Chính quyền số", where there are several groups. */
function countGroupsOf(
  { document }: Source,
  sheet: FactSheet,
  rows: readonly Row[],
  { kind, thing }: { readonly kind: 'indicator_count' | 'other_count'; readonly thing: string },
): void {
  const groups = new Map<number, Row[]>()
  for (const row of rows) groups.set(row.block.section, [...(groups.get(row.block.section) ?? []), row])
  const isGroup = (section: number) => /^(?:roman|upper-letter)$/.test(document.sections[section]?.mark ?? '')
  if (groups.size < 2 || ![...groups.keys()].every(isGroup)) return
  for (const [section, own] of groups) {
    const { heading, label, span } = document.sections[section]!
    const name = heading.slice(label.length).replace(/^[\s.)/-]+/, '')
    sheet.add({
      kind,
      subject: `${thing} ${name === name.toUpperCase() ? name.toLowerCase() : name}`,
      value: String(own.length),
      number: own.length,
      listed: own.length,
      quote: span,
      context: span,
      stated: false,
    })
  }
}

/** Groups I, II, III … of a table of tasks, counted when none is missing. */
function countGroups(source: Source, sheet: FactSheet, groups: readonly Block[], header: number): void {
  const { document } = source
  const names = groups.map((block) =>
    (block.cells ?? []).map((cell) => cellOf(source, cell)).filter(({ text }) => text !== ''),
  )
  const isComplete = names.every(([label], i) => labelOrder(label?.text ?? '') === i + 1)
  if (groups.length < 2 || !isComplete || roleOfSection(document, groups[0]!.section) === 'implementation') return
  const title = document.blocks.slice(0, header).findLast(({ kind }) => kind === 'heading') ?? document.blocks[header]!
  const quote = { start: title.start, end: title.end }
  const count = sheet.add({
    kind: 'task_group_count',
    subject: 'nhóm nhiệm vụ',
    value: String(groups.length),
    number: groups.length,
    listed: groups.length,
    quote,
    context: quote,
    stated: false,
  })
  names.forEach(([label, name], i) => {
    if (!label || !name) return
    const span = { start: label.span.start, end: name.span.end }
    sheet.add({
      kind: 'task_group',
      subject: count.subject,
      value: wordsOf(document, name.span),
      order: i + 1,
      ordinal: label.text,
      parent: count.id,
      quote: span,
      context: span,
      stated: true,
    })
  })
}
