import type { Span } from '../vietnamese/sentences.ts'
import type { Signature } from './document.ts'
import type { LineRole } from './furniture.ts'
import { type HeadPart, headPartsOf } from './head-parts.ts'
import type { Line } from './lines.ts'

/** The signature of an official paper in a text, and what stands beside it. */
export interface SignatureBlock extends Signature {
  /** The columns of each line of the block, by the line's index. */
  readonly parts: ReadonlyMap<number, readonly (Span & { readonly role: 'head' | 'furniture' })[]>
}

/** In how many lines from the end a signature begins that names nobody it is given for, and how many lines it has. */
const reach = 60
const longest = 16

/**
 * Reads the signature of an official paper, at its end or above its annexes: on whose behalf, the office, the name; the list of recipients ("Nơi nhận")
 * stands in a left column beside it, above or below it. Undefined when no name follows an office.
 *
 * Form of the signature: Decree 30/2020/NĐ-CP, appendix I; Guidance 36-HD/VPTW.
 */
export function signatureOf(lines: readonly Line[], roles: readonly LineRole[]): SignatureBlock | undefined {
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]!.text.length > 200 || roles[i] !== 'text') continue
    // Annexes stand behind the signature, however long: there a line that begins one is known by "KT.", "T/M" alone.
    if (i < lines.length - reach && !opensFarAbove(lines, i)) continue
    const block = readFrom(lines, roles, i)
    if (block) return block
  }
  return undefined
}

function opensFarAbove(lines: readonly Line[], at: number): boolean {
  const words = lines[at]!.text.normalize('NFC')
  if (!/(?:T\/M|TM|KT|K\/T|TL|TUQ|Q)[.\s]|^[*_\s]*nơi nhận/iu.test(words)) return false
  return headPartsOf(lines[at]!).some((part) => {
    const own = wordsOf(lines[at]!, part)
    return onBehalf.test(own) || recipients.test(own)
  })
}

const onBehalf = /^(?:T\/M|TM|KT|K\/T|TL|TUQ|Q)(?:\.\s?|\s)\p{Lu}{2}/u
const office =
  /^(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|BÍ THƯ|TỔNG BÍ THƯ|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|CỤC TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHỦ NHIỆM|TRƯỞNG PHÒNG)(?:\s[\p{Lu}\s,-]{2,60})?$/u
const recipients = /^nơi nhận\s*:?/iu
const signed = /^[[(]?\s*(?:đã ký|ký tên|ký số|chữ ký|ký, ghi rõ|ký và)[^)\]]{0,60}[)\]]?$/iu
const name =
  /^(?:(?:TS|ThS|PGS|GS|BS|KS|CN)\.?\s?(?:TS\.?\s)?)?(?:\p{Lu}[\p{Ll}\p{M}'’]*)(?:\s\p{Lu}[\p{Ll}\p{M}'’]*){1,5}$/u
const nameInCapitals = /^\p{Lu}+(?:\s\p{Lu}+){1,4}$/u

function readFrom(lines: readonly Line[], roles: readonly LineRole[], start: number): SignatureBlock | undefined {
  const first = headPartsOf(lines[start]!).map((part) => wordsOf(lines[start]!, part))
  const opens = first.some((words) => onBehalf.test(words) || office.test(words) || recipients.test(words))
  if (!opens) return undefined
  const parts = new Map<number, (Span & { role: 'head' | 'furniture' })[]>()
  const offices: Span[] = []
  for (let i = start; i < Math.min(start + longest, lines.length); i++) {
    const line = lines[i]!
    if (line.text.length > 200) return undefined
    const columns = headPartsOf(line)
    const row = columns.map((part, column) => ({
      start: part.start,
      end: part.end,
      role: isRecipient(wordsOf(line, part), column, columns.length) ? ('furniture' as const) : ('head' as const),
    }))
    parts.set(i, row)
    for (const part of row.filter(({ role }) => role === 'head')) {
      const words = wordsOf(line, part)
      if (signed.test(words) || /^[-_*.\s/]*$/.test(words)) continue
      const isName = offices.length > 0 && (name.test(words) || (nameInCapitals.test(words) && !isOffice(words)))
      if (isName) {
        const last = columns.length === 1 && goesOnName(words, lines[i + 1]) ? i + 1 : i
        const { start, end } = lines[last]!
        if (last > i) parts.set(last, [{ start, end, role: 'head' }])
        recipientsBelow(lines, last + 1, parts)
        return { parts, office: offices, name: { start: part.start, end: last > i ? end : part.end } }
      }
      const both = officeThenName.exec(line.text.slice(part.start - line.start, part.end - line.start))
      if (both?.groups?.office) {
        const { office: held, name: own = '' } = both.groups
        offices.push({ start: part.start, end: part.start + held.length })
        recipientsBelow(lines, i + 1, parts)
        return { parts, office: offices, name: { start: part.end - own.length, end: part.end } }
      }
      if (words !== words.toUpperCase() && !office.test(words)) return undefined
      if (/\p{Lu}/u.test(words)) offices.push({ start: part.start, end: part.end })
    }
    if (roles[i] !== 'text' && roles[i] !== 'furniture') return undefined
  }
  return undefined
}

/** All on one line: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn A". */
const officeThenName =
  /^(?<office>(?:T\/M|TM|KT|K\/T|TL|TUQ|Q|PHÓ|CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|CHÁNH)[.\s][\p{Lu}\s.,/-]{4,100}[\p{Lu}])\s+(?<name>\p{Lu}[\p{Ll}\p{M}]+(?:\s\p{Lu}[\p{Ll}\p{M}]*){1,5})$/u

/** A name that the page broke: "Nguyễn Văn" over "An". */
function goesOnName(words: string, next: Line | undefined): boolean {
  if (!next || next.afterBlank || words.split(' ').length > 2) return false
  const rest = next.text.normalize('NFC').trim()
  return /^\p{Lu}[\p{Ll}\p{M}]+(?:\s\p{Lu}[\p{Ll}\p{M}]+)?$/u.test(rest)
}

/** The left column, bullets, and the note on copies. */
function isRecipient(words: string, column: number, columns: number): boolean {
  return (
    recipients.test(words) ||
    /^[-–+•]\s?\S/u.test(words) ||
    /^lưu\s*[:.]/iu.test(words) ||
    (columns > 1 && column === 0)
  )
}

function isOffice(words: string): boolean {
  return (
    onBehalf.test(words) ||
    office.test(words) ||
    // Words of offices that the page broke; nobody is called so.
    /^(?:PHÓ|CHỦ|TỊCH|GIÁM|ĐỐC|CHÁNH|TRƯỞNG|BÍ|THƯỜNG|NHÂN DÂN)(?:\s|$)/u.test(words) ||
    /^(?:ỦY BAN|HỘI ĐỒNG|BAN |BỘ |SỞ |TỈNH |THÀNH |CHÍNH PHỦ)/u.test(words)
  )
}

function recipientsBelow(
  lines: readonly Line[],
  from: number,
  parts: Map<number, (Span & { role: 'head' | 'furniture' })[]>,
): void {
  const opening = lines[from]
  if (!opening || !recipients.test(opening.text.normalize('NFC').replace(/[*_]/g, ''))) return
  for (let i = from; i < lines.length && lines[i]!.text.length <= 200; i++) {
    const { start, end, text } = lines[i]!
    if (i > from && !/^[-–+•*]|^lưu/iu.test(text)) return
    parts.set(i, [{ start, end, role: 'furniture' }])
  }
}

function wordsOf(line: Line, { start, end }: Pick<HeadPart, 'start' | 'end'>): string {
  return line.text
    .slice(start - line.start, end - line.start)
    .normalize('NFC')
    .replace(/[*_]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
