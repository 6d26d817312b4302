import type { Answer } from '../src/answers/answer.ts'
import type { Document } from '../src/library/document.ts'
import type { Ask, Reading } from '../src/questions/reading.ts'
import { findDocumentNumbers } from '../src/vietnamese/document-numbers.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'
import { type Row, rowsOf } from './table-rows.ts'
import { type WordForms, wantedOf, wordForms } from './wanted.ts'

/** Share of the subject's weight that the name of a row, with its column, has to have. */
const namesRow = 0.85
/** How far behind the best row all others have to lie. */
const clearly = 0.1

/** Headings of the columns that answer a kind of question, folded. */
const columnsByAsk: readonly (readonly [Ask, RegExp])[] = [
  ['money', /kinh phi|von|tong muc|so tien|muc ho tro|gia tri/],
  ['date', /thoi gian|thoi han|tien do|thoi diem|hoan thanh|han /],
  ['agency', /chu tri|phu trach|thuc hien|co quan|don vi(?! tinh)/],
  ['person', /chu tri|phu trach|thuc hien|co quan|don vi(?! tinh)|nguoi/],
]
const cooperating = /phoi hop/

/** "Ai chủ trì lắp đặt …", "PCI năm 2022 xếp thứ mấy": the cell of a table where the row named and the column asked for meet. */
export function answerCell(request: Request): Answer | undefined {
  const { reading, knowledge } = request
  const columnsWanted = wantedColumns(reading)
  if (!columnsWanted) return undefined
  const within = scopeOf(knowledge, reading)
  const found = knowledge.corpus.documents
    .filter(({ id }) => !within || within.has(id))
    .flatMap((document) => rowsOf(document).flatMap((row) => meeting(request, document, row, columnsWanted) ?? []))
    .sort((a, b) => b.share - a.share || a.row.block.start - b.row.block.start)
  const [best, second] = found
  if (!best || best.share < namesRow || (second && second.share > best.share - clearly)) return undefined
  const { document, row, name, cells } = best
  const said = cells.map(({ column, cell }) => `${column}: ${cell}`).join('; ')
  return new AnswerParts()
    .state(
      `${name} – ${said}${difference(
        cells.map(({ cell }) => cell),
        reading,
      )}.`,
    )
    .quoteRow(document, row.block, row.header)
    .answer('answered', reading)
}

/** Whether a heading is that of a column asked for. */
type WantedColumn = (heading: string) => boolean

/** By the years of the question, or by the kind of answer; undefined when the question asks for neither. */
function wantedColumns({ asks, years, text }: Reading): readonly WantedColumn[] | undefined {
  const folded = fold(text)
  // How far something rose or fell is no cell of one year.
  if (years.length === 1 && /\b(?:tang|giam|tut|len|xuong)\b/.test(folded)) return undefined
  // Points are no place in a ranking.
  const says = (heading: string) => !asks.includes('rank') || !/\b(?:diem|ty le)\b/.test(heading)
  if (years.length > 0 && years.length <= 2)
    return years.map((year) => (heading) => heading.includes(String(year)) && says(heading))
  if (years.length > 0) return undefined
  if (cooperating.test(folded) && asks.some((ask) => ask === 'agency' || ask === 'person'))
    return [(heading) => cooperating.test(heading)]
  const wanted = columnsByAsk.find(([ask]) => asks.includes(ask))?.[1]
  return wanted && [(heading) => wanted.test(heading) && !cooperating.test(heading)]
}

/** The row's name and the cells asked for, and how well the row is named; undefined when a column is missing or in doubt. */
function meeting({ reading, knowledge }: Request, document: Document, row: Row, wanted: readonly WantedColumn[]) {
  const { headings, texts } = row
  const at = [...new Set(wanted.map((fits) => columnOf(headings, fits, reading)))]
  if (at.some((column) => column === undefined || !texts[column])) return undefined
  const asked = new Set(at)
  // The first cell with a name in it names the row; labels and numbers do not.
  const named = texts.findIndex((text, i) => !asked.has(i) && /\p{L}{2}/u.test(text))
  if (named < 0) return undefined
  const { terms, by } = wantedOf(reading.subject, reading.plain, knowledge.rarity)
  const forms = formsOf(row, named, document)
  const own = forms.own[by]
  const beside = forms.beside[by]
  const heading = wordForms(at.map((column) => headings[column!]).join(' '))[by]
  const weighed = terms.filter(
    ({ form }) =>
      !askingWords.has(form) && (own.has(form) || form.length === 1 || !(beside.has(form) || heading.has(form))),
  )
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const held = weighed.reduce((sum, { form, weight }) => sum + (own.has(form) ? weight : 0), 0)
  const unitAt = headings.findIndex((heading, i) => i !== named && /^(?:don vi(?: tinh)?|dvt)$/.test(fold(heading)))
  const unit = unitAt >= 0 ? texts[unitAt] : unitAbove(row)
  const cells = at.map((column) => withUnit(headings[column!]!, texts[column!]!, unit))
  const name = [row.whole, texts[named]!.replace(/^[-–+]\s*/, '')].filter(Boolean).join(' – ')
  return total > 0 ? { document, row, name, cells, share: held / total } : undefined
}

const formsByRow = new WeakMap<Row, Map<number, { readonly own: WordForms; readonly beside: WordForms }>>()

/** The words that name a row, and those that its table and its paper are about. Taken apart once. */
function formsOf(row: Row, named: number, { metadata }: Document) {
  const known = formsByRow.get(row) ?? new Map<number, { readonly own: WordForms; readonly beside: WordForms }>()
  formsByRow.set(row, known)
  let forms = known.get(named)
  if (!forms) {
    const { title, issuer, kind, number = '' } = metadata
    const type = findDocumentNumbers(number)[0]?.type?.name
    forms = {
      own: wordForms(`${row.whole ?? ''} ${row.texts[named]!}`),
      beside: wordForms([row.headings[named], row.above, title, issuer, kind, type, number].join(' ')),
    }
    known.set(named, forms)
  }
  return forms
}

/** "(Đơn vị tính: triệu đồng)" above a table. */
function unitAbove({ above }: Row): string | undefined {
  return /đơn vị(?: tính)?\s*:\s*([^.;,:)]{1,24})/iu.exec(above)?.[1]?.trim()
}

/** "Kinh phí (triệu đồng)" over "3.200", or a column of units beside "75": the unit goes behind the number. */
function withUnit(heading: string, cell: string, unit: string | undefined): { column: string; cell: string } {
  const isNumber = /^[≥≤<>~\s]*\d[\d.,\s–-]*$/.test(cell)
  const bracketed = /^(.+?)\s*\((?:đơn vị(?: tính)?:?\s*)?([^()\d]+)\)$/iu.exec(heading)
  if (!isNumber) return { column: heading, cell }
  if (bracketed) return { column: bracketed[1]!, cell: `${cell} ${bracketed[2]}` }
  return { column: heading, cell: unit ? `${cell}${unit === '%' ? '' : ' '}${unit}` : cell }
}

/** Words that ask for a cell, in both forms in which words are compared. */
const askingWords = new Set(
  fullTokens(
    'xếp hạng thứ bậc vị trí chủ trì phối hợp kinh phí thời hạn hoàn thành bao giờ so với tăng giảm đạt mục tiêu là',
  ).flatMap(({ term, folded }) => [term, folded]),
)

/** The one column that fits; of a result and an aim of one year the one that the question speaks of. */
function columnOf(headings: readonly string[], fits: WantedColumn, { asks }: Reading): number | undefined {
  const fitting = headings.flatMap((heading, i) => (fits(fold(heading)) ? [i] : []))
  if (fitting.length <= 1) return fitting[0]
  const aims = fitting.filter(
    (i) => /muc tieu|ke hoach|chi tieu|phan dau/.test(fold(headings[i]!)) === asks.includes('target'),
  )
  return aims.length === 1 ? aims[0] : undefined
}

/** Of two positions: how far they lie apart, and which way. */
function difference(cells: readonly string[], { asks, years }: Reading): string {
  const [first, second] = cells.map((cell) => {
    const position = /^(\d{1,4})(?: (?:hạng|bậc))?$/iu.exec(cell)?.[1]
    return position === undefined ? undefined : Number(position)
  })
  if (!asks.includes('rank') || first === undefined || second === undefined || first === second) return ''
  const [earlier, later] = years[0]! < years[1]! ? [first, second] : [second, first]
  return ` (${later < earlier ? 'tăng' : 'giảm'} ${Math.abs(first - second)} bậc)`
}
