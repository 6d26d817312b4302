import { normalForm } from '../vietnamese/normal-form.ts'
import type { SectionMark } from './document.ts'

/** The mark with which a line opens a section: its kind, label, and where the text after the label begins in the line. */
export interface Mark {
  readonly kind: SectionMark
  /** In normal form: "I", "Điều 5", "a", "1.2"; for Markdown the signs "##". */
  readonly label: string
  readonly textAt: number
}

/** The last label of each kind, which tells whether a letter or number goes on with a list. */
export type Labels = ReadonlyMap<SectionMark, string>

/** A mark is looked for in so many characters at the start of a line. */
const reach = 80

/**
 * Reads the structural mark at the start of a line, in the forms of Party papers ("A-", "I-", "1-", "a)"), State papers ("Phần",
 * "Chương", "Mục", "Điều 5.", "1.", "a)") and Markdown. Undefined for plain text: "36-NQ/TW", "3 - 5 trung tâm", "T.Ư", "C. Mác".
 *
 * @param labels of the open sections: "C." is a mark behind "B.", and an initial on its own
 */
export function markOf(line: string, labels: Labels): Mark | undefined {
  const { text, offsets } = normalHead(line)
  const markdown = /^#{1,6}\s+/.exec(text)
  const at = markdown?.[0].length ?? /^\*\*(?=\S)/.exec(text)?.[0].length ?? 0
  const rest = text.slice(at)
  const mark = namedMark(rest) ?? numberedMark(rest, labels)
  const inLine = (offset: number) => offsets?.[offset] ?? offset
  if (mark) return { ...mark, textAt: inLine(mark.textAt + at) }
  return markdown ? { kind: 'markdown', label: '#'.repeat(markdown[0].trim().length), textAt: inLine(at) } : undefined
}

/** The start of a line in normal form and, when its length changed, the offset in the line of each of its characters. */
function normalHead(line: string): { text: string; offsets?: readonly number[] } {
  const head = line.slice(0, reach)
  const whole = normalForm(head)
  if (whole.length === head.length) return { text: whole }
  let text = ''
  const offsets: number[] = []
  for (const { 0: letter, index } of head.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const normal = normalForm(letter)
    text += normal
    for (let i = 0; i < normal.length; i++) offsets.push(index)
  }
  return { text, offsets: [...offsets, head.length] }
}

const named: readonly (readonly [RegExp, SectionMark])[] = [
  [
    /^phần\s+(?:thứ\s+(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)|[ivx]+|\d{1,2}|[a-eđ])(?=\s*[.:-]|\s*$|\s+(?<next>\S))/u,
    'part',
  ],
  [/^chương\s+(?:thứ\s+\p{L}+|[ivxlc]+|\d{1,2})(?=\s*[.:-]|\s*$|\s+(?<next>\S))/u, 'chapter'],
  [/^(?:tiểu\s+)?mục\s+(?:[ivxlc]+|\d{1,2}|[a-h])(?=\s*[.:-]|\s*$)/u, 'title'],
  [/^điều\s+\d{1,3}[a-zđ]?(?=\s*[.:]|\s*$)/u, 'article'],
  [/^phụ\s+lục(?:\s+(?:số\s+)?(?:[ivxlc]+|\d{1,2}|[a-h]))?(?=\s*[.:-]|\s*$)/u, 'part'],
]

/** "Phần thứ nhất", "Chương II", "Mục 1.", "Điều 5." with the text that follows. */
function namedMark(text: string): Mark | undefined {
  if (!/^[PCMTĐ]/u.test(text)) return undefined
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return undefined
  for (const [pattern, kind] of named) {
    const match = pattern.exec(lower)
    if (!match) continue
    const { length } = match[0]
    // Without a stop only a capitalised name follows the label; "Phần thứ hai nêu rõ …" is a sentence.
    if (match.groups?.next && !/^\s*["“‘(]?\p{Lu}/u.test(text.slice(length))) return undefined
    const separator = /^\s*[.:-]?(?:\*\*)?\s*/.exec(text.slice(length))?.[0].length ?? 0
    return { kind, label: text.slice(0, length), textAt: length + separator }
  }
  return undefined
}

const numbered =
  /^(?<label>\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,3}|[A-HĐK-MP-V]|[IVX]{1,5}|[a-zđ]|([a-h])\2|i{2,3}|iv|vi{1,3}|ix)(?<end>\s?\\?[.)/]\s?-?|\s?-)(?:\*\*)?(?<space>\s*)(?=(?<first>\S))/u
/** "2.1 Hạ tầng": a number of several parts without a stop behind it. */
const bareDecimal = /^(?<label>\d{1,2}(?:\.\d{1,2}){1,3})(?<end>)(?<space>\s+)(?=(?<first>\p{Lu}))/u
const documentNumber = /^\d{1,5}\p{L}?(?:\/\d{4})?[-/]\p{Lu}[\p{L}\d]*[-/&]/u
const roman = /^(?:X{0,3}(?:IX|IV|V?I{0,3}))$/
const capital = /[\p{Lu}"“‘(*[]/u

/** "I.", "A-", "1.", "1.2.", "a)", each followed by text that begins a heading or clause. */
function numberedMark(text: string, labels: Labels): Mark | undefined {
  const match = bareDecimal.exec(text) ?? numbered.exec(text)
  const { label, end, first, space } = match?.groups ?? {}
  if (!match || label === undefined || end === undefined || first === undefined || space === undefined) return undefined
  const found = { label, textAt: match[0].length }
  const rest = text.slice(found.textAt)
  if (/^\d/.test(label)) {
    if (documentNumber.test(text)) return undefined
    if (label.includes('.')) return isDecimal(label, end, first, labels) ? { kind: 'decimal', ...found } : undefined
    // "3 - 5 trung tâm" is a range.
    if (/^\s-$/.test(end)) return undefined
    const goesOn = label === '1' || Number(label) === Number(labels.get('arabic')) + 1
    const begins =
      capital.test(first) || (goesOn && /\s$/.test(end + space) && /^(?:\p{Ll}|\d+(?:[.,]\d+)?\s?%)/u.test(rest))
    return begins ? { kind: 'arabic', ...found } : undefined
  }
  if (/^[a-zđ]/.test(label)) {
    const spaced = /\s$/.test(end + space)
    const opens = end.includes(')') || (spaced && /[./]/.test(end) && isNextLetter(labels.get('lower-letter'), label))
    return opens ? { kind: 'lower-letter', ...found } : undefined
  }
  if (!capital.test(first) || isInitials(rest)) return undefined
  const spaced = /\s$/.test(end + space)
  if (end.includes('/') && !(spaced && roman.test(label))) return undefined
  return letterMark(found, rest, spaced, labels)
}

/** Whether a number of several parts is one of a heading, not a decimal or a date. */
function isDecimal(label: string, end: string, first: string, labels: Labels): boolean {
  if (end !== '') return capital.test(first)
  const parts = label.split('.')
  const above = parts.slice(0, -1).join('.')
  return above === labels.get('arabic') || (labels.get('decimal') ?? '').startsWith(`${above}.`)
}

/** A capital letter or a Roman numeral. A single letter is a mark when it begins or goes on with a series, or stands over capitals. */
function letterMark(
  found: { readonly label: string; readonly textAt: number },
  rest: string,
  spaced: boolean,
  labels: Labels,
): Mark | undefined {
  const { label } = found
  if (label.length > 1) return roman.test(label) ? { kind: 'roman', ...found } : undefined
  const heading = isUpperCase(rest) && /[A-HĐIVX]/.test(label)
  if (!spaced && !/^\p{Lu}{2}|^\p{Lu}\p{Ll}/u.test(rest)) return undefined
  const nextLetter = isNextLetter(labels.get('upper-letter'), label)
  if (roman.test(label) && !(nextLetter && label !== 'A')) {
    const before = labels.get('roman') ?? ''
    const goesOn = label === 'I' || before === (label === 'V' ? 'IV' : 'IX')
    // A paper that leaves out a number: "V. Nhân lực" behind "III.".
    const skips = spaced && before === (label === 'V' ? 'III' : 'VIII') && !/[.;,]$/.test(rest.trimEnd())
    return goesOn || skips || heading ? { kind: 'roman', ...found } : undefined
  }
  return nextLetter || heading ? { kind: 'upper-letter', ...found } : undefined
}

/** "B. Mẫu" behind "A.", "I.Lê" behind "V.": the second of two initials. */
function isInitials(rest: string): boolean {
  return /^\p{Lu}\./u.test(rest)
}

function isUpperCase(rest: string): boolean {
  return /\p{Lu}{2}/u.test(rest) && !/\p{Ll}/u.test(rest)
}

const alphabet = 'abcdđeghiklmnopqrstuvxy'

/** Whether a letter goes on with a series, in Vietnamese or English order; "a" begins one. */
function isNextLetter(previous: string | undefined, label: string): boolean {
  const letter = label.toLowerCase()
  if (letter === 'a') return true
  if (previous?.length !== 1) return false
  const before = previous.toLowerCase()
  const at = alphabet.indexOf(before)
  return (at >= 0 && alphabet[at + 1] === letter) || letter.charCodeAt(0) === before.charCodeAt(0) + 1
}
