import { fold, normalForm } from '../vietnamese/normal-form.ts'
import type { SectionMark } from './document.ts'

/** The mark with which a line opens a section: its kind, label, and where the text after the label begins in the line. */
export interface Mark {
  readonly kind: SectionMark
  readonly label: string
  readonly textAt: number
}

/**
 * Reads the structural mark at the start of a line, in the forms of Party papers ("A-", "I-", "1-", "a)"), State papers ("Phần",
 * "Chương", "Mục", "Điều 5.", "1.", "a)") and Markdown. Undefined for plain text.
 *
 * @param previousLabels labels of the open sections by kind, which tell the letter "C." or "I." from a Roman numeral.
 */
export function markOf(line: string, previousLabels: ReadonlyMap<SectionMark, string>): Mark | undefined {
  const plain = normalForm(line)
  // Offsets are taken from the line as written, so lines whose normal form differs in length are matched as written.
  const text = plain.length === line.length ? plain : line
  const markdown = /^#{1,6}\s+/.exec(text)
  const at = markdown?.[0].length ?? /^\*\*(?=\S)/.exec(text)?.[0].length ?? 0
  const rest = text.slice(at)
  const mark = namedMark(rest) ?? numberedMark(rest, previousLabels)
  if (mark) return { ...mark, textAt: mark.textAt + at }
  return markdown ? { kind: 'markdown', label: '#'.repeat(markdown[0].trim().length), textAt: at } : undefined
}

const named: readonly (readonly [RegExp, SectionMark])[] = [
  [/^phan\s+(?:thu\s+\p{L}+|[ivxlc]+|\d+|[a-e])(?![\p{L}\d])/u, 'part'],
  [/^chuong\s+(?:thu\s+\p{L}+|[ivxlc]+|\d+)(?![\p{L}\d])/u, 'chapter'],
  [/^muc\s+(?:[ivxlc]+|\d+|[a-h])(?=\s*[.:-]|\s*$)/u, 'title'],
  [/^dieu\s+\d+[a-z]?(?=\s*[.:]|\s*$)/u, 'article'],
  [/^phu luc(?:\s+(?:so\s+)?(?:[ivxlc]+|\d+))?(?=\s*[.:-]|\s*$)/u, 'part'],
]

/** "Phần thứ nhất", "Chương II", "Mục 1.", "Điều 5." with the text that follows. */
function namedMark(text: string): Mark | undefined {
  if (!/^[pcmđdPCMĐD]/u.test(text)) return undefined
  // Folding NFC text keeps its length, so that a match in the folded line is a match in the line.
  const folded = fold(text)
  if (folded.length !== text.length) return undefined
  for (const [pattern, kind] of named) {
    const match = pattern.exec(folded)
    if (!match || !/^\p{Lu}/u.test(text)) continue
    const label = text.slice(0, match[0].length)
    const separator = /^\s*[.:-]?\s*/.exec(text.slice(label.length))?.[0].length ?? 0
    return { kind, label, textAt: label.length + separator }
  }
  return undefined
}

const roman = /^(?:X{0,3}(?:IX|IV|V?I{0,3}))$/

/** "I.", "A-", "1.", "1.2.", "a)", each followed by text that begins a heading or clause. */
function numberedMark(text: string, previousLabels: ReadonlyMap<SectionMark, string>): Mark | undefined {
  const match =
    /^(?<label>\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,3}|[A-HK-MP-V]|[IVX]{1,5}|[a-zđ]{1,2})(?<end>\s?[.)/]\s?[-–]?|\s?[-–])(?:\*\*)?\s*(?=(?<first>\S))/u.exec(
      text,
    )
  const { label, end, first } = match?.groups ?? {}
  if (!match || label === undefined || end === undefined || first === undefined) return undefined
  const textAt = match[0].length
  if (/^\d/.test(label)) {
    // "7. 500" and "3 - 5 trung tâm" are numbers, not headings; a clause begins with a capital or a quotation mark.
    if (!/[\p{Lu}"“‘(*]/u.test(first)) return undefined
    if (label.includes('.')) return { kind: 'decimal', label, textAt }
    return /^\s?[-–]$/.test(end) && /\s/.test(end) ? undefined : { kind: 'arabic', label, textAt }
  }
  if (/^[a-zđ]/.test(label))
    return /\)/.test(end) || (label.length === 1 && /\./.test(end))
      ? { kind: 'lower-letter', label, textAt }
      : undefined
  if (!/[\p{Lu}"“‘(*]/u.test(first) || end.trim() === '/') return undefined
  const letter = label.length === 1 && isNextLetter(previousLabels.get('upper-letter'), label)
  return { kind: roman.test(label) && !letter ? 'roman' : 'upper-letter', label, textAt }
}

/** Whether `label` continues the run of capital letters that `previous` belongs to ("C" after "B", not "C" alone after nothing). */
function isNextLetter(previous: string | undefined, label: string): boolean {
  return previous?.length === 1 && label.charCodeAt(0) === previous.charCodeAt(0) + 1
}
