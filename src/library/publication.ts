import { findDates } from '../vietnamese/dates.ts'
import { normalForm } from '../vietnamese/normal-form.ts'
import { bodyName } from './body-name.ts'
import type { Block, Source } from './document.ts'
import { isProvenance } from './furniture.ts'

interface Page {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** In how many blocks from the top the date line stands, and from the end the source line. */
const top = 20
const foot = 30

/** Who published a report, and when, as its page says; undefined when it says neither. */
export function publicationOf(page: Page): Source | undefined {
  const publishedOn = dateOf(page)
  const publisher = publisherOf(page)
  if (publishedOn === undefined && publisher === undefined) return undefined
  return {
    ...(publisher !== undefined && { publisher: bodyName([publisher]) }),
    ...(publishedOn !== undefined && { publishedOn }),
  }
}

/** What the comment in the first line of a saved text says: "# nguồn: … | title | date". */
export interface Provenance {
  readonly title?: string
  readonly publisher?: string
  readonly publishedOn?: string
}

export function provenanceOf(text: string): Provenance {
  const line = normalForm(/^\s*([^\n\r]*)/.exec(text.slice(0, 1000))?.[1] ?? '')
  if (!isProvenance(line)) return {}
  const [origin = '', ...fields] = line
    .replace(/^#+\s*(?:nguồn\s*:\s*)?/iu, '')
    .split('|')
    .map((field) => field.trim())
  const publishedOn = fields.map(dayIn).find((day) => day !== undefined)
  const title = fields.find((field) => field.split(/\s+/).length >= 4 && dayIn(field) === undefined)
  const publisher = /(?:dẫn(?: lại)?|theo|đăng trên)\s+((?:báo|tạp chí|cổng|trang|đài)\s[^()|;,]{2,60})/iu.exec(
    origin,
  )?.[1]
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher: bodyName([publisher]) }),
    ...(publishedOn !== undefined && { publishedOn }),
  }
}

/** The day of the date line; of a line that says more only when it names itself so. */
function dateOf({ text, blocks }: Page): string | undefined {
  for (const { kind, start, end } of blocks.slice(0, top)) {
    const line = normalForm(text.slice(start, Math.min(end, start + 200)))
    const named = /^(?:ngày (?:đăng|xuất bản|cập nhật)|cập nhật|đăng (?:lúc|ngày))/iu.test(line)
    const clocked = kind === 'furniture' && /\d{1,2}[:hg]\d{2}/.test(line)
    const day = kind === 'date-line' || named || clocked ? dayIn(line) : undefined
    if (day) return day
  }
  return undefined
}

function dayIn(words: string): string | undefined {
  return findDates(words).find(({ iso, precision }) => iso !== undefined && precision === 'day')?.iso
}

const paper = '(?:Báo|Tạp chí|Cổng|Trang|Đài|TTXVN|Thông tấn xã)'
const site = /(?<![\p{L}\d@.])(?:[a-z0-9-]+\.)+(?:vn|com|net|org)(?![\p{L}\d])/iu

function publisherOf(page: Page): string | undefined {
  const lines = footLines(page)
  return named(lines) ?? opening(page) ?? byAddress(lines) ?? portal(page)
}

/** The last lines outside the text: by-lines, sources, addresses. */
function footLines({ text, blocks }: Page): string[] {
  return blocks
    .slice(-foot)
    .filter(({ kind, start, end }) => kind === 'furniture' && end - start <= 250)
    .map(({ start, end }) => normalForm(text.slice(start, end)).replace(/[*_]/g, '').trim())
}

/** "Nguồn tin: N. L./baobinhan.vn", "Theo Báo Bình An", "Cổng TTĐT tỉnh Bình An". */
function named(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const from = /^\(?(?:nguồn(?: tin)?|theo|tin|bài)\s*:?\s+(?<from>.+?)\)?\.?$/iu.exec(line)?.groups?.from
    if (from !== undefined) {
      const address = site.exec(from)?.[0]
      const publisher = new RegExp(`${paper}(?:\\s.*)?$`, 'u').exec(from)?.[0]
      if (publisher ?? address) return publisher ?? address
    }
    if (/^(?:cổng (?:thông tin điện tử|ttđt)|báo|tạp chí|ttxvn)(?:\s[^.:;]{2,100})?$/iu.test(line)) return line
  }
  return undefined
}

/** "(binhan.gov.vn) - Sáng 1/4, …" */
function opening({ text, blocks }: Page): string | undefined {
  const first = blocks.find(({ kind }) => kind === 'paragraph')
  if (!first) return undefined
  const words = normalForm(text.slice(first.start, Math.min(first.end, first.start + 120)))
  const from = /^\(?(?<from>[^()\s]{3,40}|Báo [^()]{2,30})\)?\s*[-–]\s/u.exec(words)?.groups?.from
  return from !== undefined && (site.test(from) || /^(?:TTXVN|VOV|Báo )/u.test(from)) ? from : undefined
}

function byAddress(lines: readonly string[]): string | undefined {
  const address = lines.find((line) => /^https?:\/\//.test(line))
  return address === undefined ? undefined : /^https?:\/\/(?:www\.)?([^/:\s]+)/.exec(address)?.[1]
}

/** The name of a portal above the headline or below the text. */
function portal({ text, blocks }: Page): string | undefined {
  for (const { kind, start, end } of blocks) {
    if (kind !== 'furniture' || end - start > 150) continue
    const line = normalForm(text.slice(start, end))
    if (/^(?:cổng|trang) (?:thông tin điện tử|ttđt)\s[^|»›>.:]{3,120}$/iu.test(line)) return line
  }
  return undefined
}
