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
  const closeGroups = () => {
    countGroups(source, sheet, groups, header)
    countRows(sheet, tasks, header < 0 ? 0 : document.blocks[header]!.start)
    groups.length = 0
    tasks = []
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
