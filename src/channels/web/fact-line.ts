import { vietnameseDate } from '../../answers/source-line.ts'
import type { Comparator, Fact } from '../../facts/fact.ts'

const comparators: Readonly<Record<Comparator, string>> = {
  '=': '',
  '>=': 'tối thiểu ',
  '>': 'trên ',
  '<=': 'tối đa ',
  '<': 'dưới ',
  '~': 'khoảng ',
}

/** A fact in two parts: what it is about, and what is said of it. Either may be empty. */
export function factLine(fact: Fact): { readonly label: string; readonly value: string } {
  const { kind, subject, value, person } = fact
  switch (kind) {
    case 'task_group':
    case 'list_item':
    case 'indicator':
      return { label: `${ordinalOf(fact)}${value}`, value: '' }
    case 'task_group_count':
    case 'indicator_count':
    case 'other_count':
      return { label: subject, value: `${value}${yearOf(fact)}` }
    case 'ranking':
      return { label: subject, value: /^\d/.test(value) ? `thứ ${value}` : value }
    case 'person_role':
      return { label: person?.name ?? subject, value: person?.roles.join(', ') || value }
    case 'document_number':
      return { label: 'Số hiệu', value }
    case 'issue_date':
      return { label: 'Ngày ban hành', value: fact.date?.iso ? vietnameseDate(fact.date.iso) : value }
    case 'issuing_body':
      return { label: 'Cơ quan ban hành', value }
    case 'status':
      return { label: 'Tình trạng', value }
    default:
      return measured(fact) ? { label: subject, value: measure(fact) } : { label: value, value: yearOf(fact).trim() }
  }
}

/** A measured value as it is read aloud: "tối thiểu 20% GRDP". */
export function measure({ comparator = '=', value, unit, base, subject }: Fact): string {
  const unitWord = unit && !value.endsWith(unit) && !subject.endsWith(unit) ? ` ${unit}` : ''
  const baseWord = base && unit === '%' && !subject.includes(base) ? ` ${base}` : ''
  return `${comparators[comparator]}${value}${unitWord}${baseWord}`
}

/** Whether a fact is a number that can be drawn, rather than words. */
export function measured({ number, value }: Fact): boolean {
  return number !== undefined && value.length <= 40
}

/** What must be known with a fact: who counted, and where the document contradicts itself. */
export function factNotes(fact: Fact): string[] {
  const notes: string[] = []
  if (!fact.stated) notes.push('Đếm từ danh mục trong văn bản; văn bản không nêu tổng số.')
  else if (fact.listed !== undefined && fact.number !== undefined && fact.listed !== fact.number) {
    notes.push(`Văn bản nêu ${fact.value} nhưng liệt kê ${fact.listed}.`)
  }
  if (fact.rank?.change && fact.rank.direction !== 'same') {
    notes.push(`${fact.rank.direction === 'down' ? 'Giảm' : 'Tăng'} ${fact.rank.change} bậc.`)
  }
  return notes
}

/** "1." and "Thứ nhất:" before an item, as its list writes them. */
function ordinalOf({ ordinal }: Fact): string {
  if (!ordinal) return ''
  const plain = ordinal.replace(/[.):]+$/, '')
  return /^(?:\d+|[IVXLC]+|[a-zđ])$/.test(plain) ? `${plain}. ` : `${plain}: `
}

function yearOf({ period, year }: Fact): string {
  const written = period?.written ?? (year === undefined ? '' : `năm ${year}`)
  return written && ` (${written})`
}
