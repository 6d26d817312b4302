import type { Block, Document } from '../library/document.ts'
import { fold, normalForm } from '../vietnamese/normal-form.ts'
import type { Span } from '../vietnamese/sentences.ts'
import type { Holder } from './holders.ts'

const rankHeading = /^(?:hang|xep hang|thu hang|vi tri|xep thu|vi thu|thu tu xep hang|hang chung|xep loai thu)\b/
const nameHeading =
  /\b(?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong|so|ban|nganh|don vi|co quan|dia phuong|bo|truong|quoc gia|nuoc|vung|ten|khoi)\b/
const scoreHeading = /\b(?:diem|chi so|gia tri|ket qua|ty le|par index|dti|pci|papi|sipas|tong)\b|%/

/** Fewest rows from which the last of a table closes a list. */
const fewest = 3

/** Rows of tables that rank provinces or bodies: a column of places beside one of names. */
export function rankedRows(document: Document): Holder[] {
  const byHeader = new Map<number, number[]>()
  document.blocks.forEach(({ headerRow, cells }, at) => {
    if (headerRow !== undefined && cells) byHeader.set(headerRow, [...(byHeader.get(headerRow) ?? []), at])
  })
  return [...byHeader].flatMap(([header, rows]) => rowsUnder(document, header, rows))
}

function rowsUnder(document: Document, headerAt: number, rows: readonly number[]): Holder[] {
  const header = document.blocks[headerAt]!
  const headings = cellsOf(document, header)
  const folded = headings.map(fold)
  const ranks = folded.flatMap((heading, i) => (rankHeading.test(heading) ? [i] : []))
  const named = folded.findIndex((heading, i) => !ranks.includes(i) && nameHeading.test(heading))
  if (ranks.length === 0 || named < 0) return []
  const scored = folded.findIndex(
    (heading, i) => !ranks.includes(i) && i !== named && scoreHeading.test(heading) && !/so voi/.test(heading),
  )
  return ranks.flatMap((column) => {
    const held = rows.flatMap((at): Holder[] => {
      const cells = cellsOf(document, document.blocks[at]!)
      const place = /^(?:thứ |hạng )?(\d{1,3})(?:\s?\/\s?(\d{1,3}))?$/iu.exec(cells[column] ?? '')
      const name = cells[named]
      if (!place || !name || !/\p{L}{2}/u.test(name)) return []
      const score = scored < 0 ? undefined : cells[scored]
      return [
        {
          name,
          position: Number(place[1]),
          ...(place[2] !== undefined && { of: Number(place[2]) }),
          ...(score !== undefined && /\d/.test(score) && { score }),
          byFigure: false,
          span: document.blocks[at]!,
          block: at,
          words: headings.filter((_, i) => i === column || !ranks.includes(i)).join('. '),
          header,
          heading: headings[named]!,
        },
      ]
    })
    return [...held, ...closing(document, headerAt, held)]
  })
}

/** The row with the greatest number closes its table; of the first ten of many, nothing is said of the last. */
function closing(document: Document, headerAt: number, held: readonly Holder[]): Holder[] {
  const most = Math.max(...held.map(({ position }) => Number(position)))
  const last = held.filter(({ position }) => position === most)
  const above = document.blocks
    .slice(Math.max(0, headerAt - 2), headerAt)
    .map(({ start, end }) => document.text.slice(start, end))
    .join(' ')
  const isHead = /dẫn đầu|đứng đầu|top|tốp|cao nhất|nhóm/iu.test(normalForm(above))
  const partial = held.some(({ of }) => of !== undefined && of !== most)
  return most >= fewest && last.length === 1 && !isHead && !partial ? [{ ...last[0]!, position: 'last', of: most }] : []
}

function cellsOf({ text }: Document, { cells = [] }: Block): string[] {
  return cells.map(({ start, end }: Span) =>
    normalForm(text.slice(start, end))
      .replace(/\*\*|__/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}
