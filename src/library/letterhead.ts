import type { Span } from '../vietnamese/sentences.ts'
import type { PaperHead } from './document.ts'
import { isProvenance, type LineRole } from './furniture.ts'
import { type HeadPart, headPartsOf } from './head-parts.ts'
import type { Line } from './lines.ts'
import { markOf } from './marks.ts'

/** The head of an official paper in a text. */
export interface Letterhead extends PaperHead {
  /** The columns of each line that belongs to the head, by the line's index; title lines are not among them. */
  readonly parts: ReadonlyMap<number, readonly Span[]>
  /** Indices of the lines of type and title. */
  readonly titleLines: readonly number[]
}

/** In how many lines the head begins, and how many it has. */
const reach = 16
const longest = 40

/**
 * Reads the head of an official paper: issuing body, number, motto, place and day, type and title, with the authority that stands
 * below the title. The two columns of the head may stand beside each other on a line or one after the other. Undefined for texts
 * that are no official papers.
 *
 * Form of the head: Decree 30/2020/NĐ-CP, appendix I (State papers); Guidance 36-HD/VPTW (Party papers).
 */
export function letterheadOf(lines: readonly Line[], roles: readonly LineRole[]): Letterhead | undefined {
  const rows = lines.slice(0, reach + longest).map((line) => headPartsOf(line))
  const start = startOf(lines, rows, roles)
  return start === undefined ? undefined : new HeadReader(lines, rows, roles).read(start)
}

/** The line with which the head begins: a motto or a number with the lines of the body above it, or a bare type that opens the text. */
function startOf(
  lines: readonly Line[],
  rows: readonly (readonly HeadPart[])[],
  roles: readonly LineRole[],
): number | undefined {
  let texts = 0
  for (let i = 0; i < Math.min(reach, rows.length); i++) {
    const row = rows[i]!
    if (isProvenance(lines[i]!.text)) continue
    const sure = row.some(({ kind }) => kind === 'motto' || kind === 'number' || kind === 'draft')
    const bare = texts === 0 && row.length === 1 && row[0]!.kind === 'type' && isDisplayed(lines[i]!.text)
    if (sure || bare) return aboveOf(rows, i)
    if (lines[i]!.text.length > 200) return undefined
    if (roles[i] === 'text' && !row.every(({ kind }) => isOfHead(kind))) texts++
    if (texts > 6) return undefined
  }
  return undefined
}

function aboveOf(rows: readonly (readonly HeadPart[])[], at: number): number {
  let start = at
  while (start > 0 && rows[start - 1]!.every(({ kind }) => isOfHead(kind))) start--
  while (start < at && rows[start]!.every(({ kind }) => kind === 'capitals' || kind === 'blank')) start++
  return start
}

function isOfHead(kind: HeadPart['kind']): boolean {
  return kind !== 'other' && kind !== 'type' && kind !== 'about'
}

/** In capitals, bold, or a heading of Markdown. */
function isDisplayed(line: string): boolean {
  return line === line.toUpperCase() || /^(?:#|\*\*)/.test(line)
}

function headingLevel(line: string): number {
  return /^#{1,6}(?=\s)/.exec(line)?.[0].length ?? 0
}

const opensBody = /^(?:can cu|xet|kinh gui|noi nhan|theo de nghi|quyet (?:nghi|dinh)\s*:|thua|\(|\[|[-+•–]\s)/
const mayOpenBody = /^(?:thuc hien|theo|nham|de|tren co so|trien khai|tiep tuc|ngay|sang|chieu)\s/
const goesOnTitle = /^(?:ve|cua|thuc hien|trien khai|giai doan|den nam|nam|tren dia ban|nham|va|tinh)\s/
const authority =
  /^(?:(?:thay mat|chu tich|thuong truc)\s+)?(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|ban chap hanh|ban thuong vu|tinh uy|thanh uy|huyen uy|chinh phu|thu tuong|quoc hoi|uy ban thuong vu|bo truong|bo chinh tri|ban bi thu|giam doc|tong giam doc|chu tich nuoc|truong ban)(?:\s|$)/
const session = /(?:^|\s)(?:khoa|ky hop|nhiem ky|lan thu)\s/

class HeadReader {
  readonly #lines: readonly Line[]
  readonly #rows: readonly (readonly HeadPart[])[]
  readonly #roles: readonly LineRole[]
  readonly #parts = new Map<number, readonly Span[]>()
  readonly #bodies: HeadPart[] = []
  readonly #titleLines: number[] = []
  #number: Span | undefined
  #date: Span | undefined
  #draft = false
  #type: Span | undefined
  #title: Span[] = []
  #authority: Span[] = []
  #attachment: Span | undefined
  #motto = false

  constructor(lines: readonly Line[], rows: readonly (readonly HeadPart[])[], roles: readonly LineRole[]) {
    this.#lines = lines
    this.#rows = rows
    this.#roles = roles
  }

  read(start: number): Letterhead | undefined {
    const typeAt = this.#upper(start)
    const below = this.#titleFrom(typeAt)
    this.#lower(below)
    if (this.#number === undefined && !this.#motto && this.#type === undefined) return undefined
    return {
      parts: this.#parts,
      titleLines: this.#titleLines,
      ...this.#issuers(),
      title: this.#title,
      draft: this.#draft,
      authority: this.#authority,
      ...(this.#number && { number: this.#number }),
      ...(this.#date && { date: this.#date }),
      ...(this.#type && { type: this.#type }),
      ...(this.#attachment && { attachment: this.#attachment }),
    }
  }

  /** The lines above type and title; returns the first line that is not of them. */
  #upper(start: number): number {
    let i = start
    for (; i < Math.min(start + longest, this.#rows.length); i++) {
      const row = this.#rows[i]!
      if (row.length === 1 && row[0]!.kind === 'type') break
      const beside = row.length > 1 && row.some(({ kind }) => ['motto', 'date', 'number', 'blank'].includes(kind))
      const after = this.#bodies.length > 0 || this.#number !== undefined || this.#motto
      const fits = row.every(
        ({ kind, words }) =>
          (isOfHead(kind) && (kind !== 'capitals' || beside || this.#completesBody(words) || !after)) ||
          (beside && words.length <= 90),
      )
      const about = row.some(({ kind }) => kind === 'about')
      if (!(fits || about)) break
      for (const part of row) this.#take(part, beside)
      if (about) this.#titleLines.push(i)
      if (!about || row.length > 1) this.#parts.set(i, row)
    }
    return i
  }

  /** "TỈNH BẾN TRE", "CHUYỂN ĐỔI SỐ TỈNH BẾN TRE" below "BAN CHỈ ĐẠO". */
  #completesBody(words: string): boolean {
    if (this.#bodies.length === 0 || this.#title.length > 0) return false
    return /^(?:tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong|nhan dan|trung uong|khoa|ky hop|nhiem ky|lan thu)(?:\s|$)|\s(?:tinh|thanh pho|trung uong)(?:\s|$)/.test(
      words,
    )
  }

  #take(part: HeadPart, beside: boolean): void {
    const span = { start: part.start, end: part.end }
    if (part.kind === 'number') this.#number ??= part.value ?? span
    else if (part.kind === 'date') this.#date ??= part.value ?? span
    else if (part.kind === 'draft') this.#draft = true
    else if (part.kind === 'motto') this.#motto = true
    else if (part.kind === 'about') this.#title.push(span)
    else if (part.kind === 'body' || part.kind === 'capitals' || (beside && part.kind === 'other'))
      this.#bodies.push(part)
  }

  /** Type and title; returns the line below them. */
  #titleFrom(at: number): number {
    const first = this.#rows[at]
    if (!first || this.#title.length > 0) return at
    let i = at
    if (first.length === 1 && first[0]!.kind === 'type') {
      this.#type = { start: first[0]!.start, end: first[0]!.end }
      this.#titleLines.push(i++)
      while (this.#rows[i]?.every(({ kind }) => kind === 'blank')) this.#parts.set(i, this.#rows[i++]!)
    }
    const typed = this.#type !== undefined
    for (let taken = 0; i < Math.min(at + 14, this.#rows.length) && taken < 8; i++, taken++) {
      if (!this.#goesOn(i, taken, typed)) break
      this.#titleLines.push(i)
      this.#title.push({ start: this.#lines[i]!.start, end: this.#lines[i]!.end })
    }
    return i
  }

  #goesOn(i: number, taken: number, typed: boolean): boolean {
    const line = this.#lines[i]!
    const row = this.#rows[i]!
    const { words } = row[0]!
    const isDay = row.length === 1 && (row[0]!.kind === 'date' || row[0]!.kind === 'blank')
    if ((this.#roles[i] !== 'text' && !isDay) || line.text.startsWith('|') || line.text.length > 400) return false
    if (row.length === 1 && !this.#mayBeTitle(row[0]!, taken > 0 && !line.afterBlank)) return false
    if (opensBody.test(words) || /[.:;]["”’)\]*]*$/u.test(line.text)) return false
    const mark = markOf(line.text, new Map())
    if (mark && mark.kind !== 'markdown') return false
    // A heading of Markdown below that of the title opens a section, unless it stands in capitals as titles do.
    const top = this.#titleLines[0] === undefined ? 0 : headingLevel(this.#lines[this.#titleLines[0]]!.text)
    if (top > 0 && headingLevel(line.text) > top && line.text !== line.text.toUpperCase()) return false
    if (taken === 0) return typed || isDisplayed(line.text)
    if (mayOpenBody.test(words) && /^\p{Lu}/u.test(line.text.normalize('NFC').replace(/^[*#\s]+/, ''))) {
      if (!isDisplayed(line.text)) return false
    }
    if (row.length === 1 && authority.test(words) && line.text === line.text.toUpperCase() && line.afterBlank)
      return false
    return !line.afterBlank || (isDisplayed(line.text) && goesOnTitle.test(words) && /^\*\*|^#/.test(line.text))
  }

  /** "ngày 30 tháng 6 năm 2021" and "năm 2025" may be the last lines of a title. */
  #mayBeTitle({ kind, words, placed }: HeadPart, below: boolean): boolean {
    if (kind === 'date') return below && placed === false
    if (kind === 'blank') return below && /^nam\s/.test(words)
    return !['number', 'motto', 'draft', 'secrecy', 'type'].includes(kind)
  }

  /** What stands between the title and the body: number and day in some papers, the authority, the paper it is attached to. */
  #lower(from: number): void {
    for (let i = from; i < Math.min(from + 8, this.#rows.length); i++) {
      const line = this.#lines[i]!
      const row = this.#rows[i]!
      const attached = attachmentAt(this.#lines, i)
      if (attached) {
        this.#attachment ??= { start: line.start, end: this.#lines[attached]!.end }
        i = attached
        continue
      }
      const fits = row.every(
        ({ kind, words }) =>
          ['number', 'date', 'motto', 'blank', 'secrecy', 'draft'].includes(kind) ||
          ((kind === 'body' || kind === 'capitals') && (authority.test(words) || session.test(` ${words}`))),
      )
      if (!fits || this.#roles[i] === 'date-line') break
      for (const part of row) {
        if (part.kind === 'body' || part.kind === 'capitals') {
          if (authority.test(part.words)) this.#authority.push({ start: part.start, end: part.end })
        } else this.#take(part, false)
      }
      this.#parts.set(i, row)
    }
  }

  /** The last body named is the one that issues; lines that begin no body go on with the one above. */
  #issuers(): { readonly issuer: Span[]; readonly superior: Span[] } {
    const superior: HeadPart[] = []
    let issuer: HeadPart[] = []
    for (const part of this.#bodies) {
      const last = issuer.at(-1)?.words
      const begins =
        part.kind === 'body' && !(last && /^(?:ban chap hanh|ban thuong vu|ban can su|van phong)$/.test(last))
      if (begins) {
        superior.push(...issuer)
        issuer = [part]
      } else if (!session.test(` ${part.words}`)) issuer.push(part)
    }
    const spans = (parts: readonly HeadPart[]) => parts.map(({ start, end }) => ({ start, end }))
    return { issuer: spans(issuer), superior: spans(superior) }
  }
}

/** The last line of a note in brackets, "(Ban hành kèm theo Quyết định số … )". */
function attachmentAt(lines: readonly Line[], at: number): number | undefined {
  if (!/^[*_\s]*\((?:ban hành\s+)?kèm theo\s/iu.test(lines[at]!.text.normalize('NFC'))) return undefined
  for (let i = at; i < Math.min(at + 5, lines.length); i++) if (/\)[*_\s.]*$/.test(lines[i]!.text)) return i
  return undefined
}
