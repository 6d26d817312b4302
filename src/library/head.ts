import { findDates } from '../vietnamese/dates.ts'
import { findDocumentNumbers } from '../vietnamese/document-numbers.ts'
import { documentTypeOf } from '../vietnamese/document-types.ts'
import { normalForm } from '../vietnamese/normal-form.ts'
import { provincialUnits } from '../vietnamese/provincial-units.ts'
import type { Span } from '../vietnamese/sentences.ts'
import { bodyName } from './body-name.ts'
import type { Block, Document, Metadata, Source } from './document.ts'
import type { FrontMatter } from './front-matter.ts'
import { placeOf } from './place.ts'
import { type Provenance, provenanceOf, publicationOf } from './publication.ts'
import { statusOf, textKindOf } from './standing.ts'

type Unnamed = Omit<Document, 'metadata'>

/** Longest title made from a first sentence, in characters. */
const titleLimit = 160

/**
 * What a document says of itself: from its front matter where that declares it, else from the head of an official paper, else from
 * the headline, the lead and the page around them.
 *
 * @param title the lines that name the document, if any
 */
export function readHead(document: Unnamed, title: readonly Span[], frontMatter: FrontMatter): Metadata {
  const provenance = provenanceOf(document.text)
  const named = frontMatter.title ?? titleOf(document, title, provenance)
  const textKind = frontMatter.text ?? textKindOf(document, named)
  const declared = Object.keys(frontMatter).length > 0
  const own: Particulars = declared || textKind === 'report' ? {} : particularsOf(document, named)
  const kind = frontMatter.kind ?? (declared ? undefined : textKind === 'report' ? 'bài viết' : kindOf(document, named))
  const number = frontMatter.number ?? own.number
  const issuer = frontMatter.issuer ?? own.issuer
  const issuedOn = frontMatter.issued_on ?? own.issuedOn
  const place = frontMatter.place ?? placeOf({ ...document, title: named })
  const source = frontMatter.source
    ? declaredSource(frontMatter.source)
    : declared
      ? undefined
      : sourceOf(document, provenance)
  return {
    title: named,
    status: frontMatter.status ?? (own.number !== undefined && !document.head ? 'issued' : statusOf(document, named)),
    textKind,
    ...(kind && { kind }),
    ...(number && { number }),
    ...(issuer && { issuer }),
    ...(issuedOn && { issuedOn }),
    ...(place && { place }),
    ...(source && { source }),
  }
}

function declaredSource({ title, publisher, published_on }: NonNullable<FrontMatter['source']>): Source {
  return {
    ...(title && { title }),
    ...(publisher && { publisher }),
    ...(published_on && { publishedOn: published_on }),
  }
}

function sourceOf(document: Unnamed, { publisher, publishedOn }: Provenance): Source | undefined {
  const page = document.head ? undefined : publicationOf(document)
  const source = {
    ...(publisher !== undefined && { publisher }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...page,
  }
  return Object.keys(source).length > 0 ? source : undefined
}

function titleOf({ text, blocks, file }: Unnamed, title: readonly Span[], provenance: Provenance): string {
  const lines = title.map(({ start, end }) => titleWords(text.slice(start, end)))
  if (lines.some((line) => line !== '')) return lines.filter((line) => line !== '').join(' ')
  if (provenance.title !== undefined) return provenance.title
  const first = blocks.find(({ kind }) => kind === 'paragraph' || kind === 'item' || kind === 'table-row')
  const sentence = first?.sentences[0]
  const line = sentence ? titleWords(text.slice(sentence.start, sentence.end)).replace(newsroom, '') : ''
  if (line === '') return file
  const cut = line.lastIndexOf(' ', titleLimit)
  return line.length <= titleLimit ? line : `${line.slice(0, cut > 0 ? cut : titleLimit)} …`
}

/** "(binhan.gov.vn) - ", "NDO - " before the first sentence of a report. */
const newsroom = /^(?:\([^()\s]{2,40}\)|\p{Lu}{2,6})\s*[-–]\s+(?=\p{Lu})/u

/** The words of a line of a title or signature, without Markdown, on single spaces. */
export function titleWords(line: string): string {
  return normalForm(line)
    .replace(/^\s*(?:#+|[-*•])\s+|\*\*|__|\\(?=[!-/:-@[-`{-~])|^\s*\*(?=\S)|(?<=\S)\*\s*$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

interface Particulars {
  readonly number?: string
  readonly issuer?: string
  readonly issuedOn?: string
}

/** Number, issuer and day of an official paper; those of the paper it is attached to when it has none of its own. */
function particularsOf({ text, blocks, head }: Unnamed, title: string): Particulars {
  if (!head) return namedPaper(text, blocks, title)
  const words = (span: Span | undefined) => span && titleWords(text.slice(span.start, span.end))
  const attachment = words(head.attachment)
  const written = words(head.number) ?? numberIn(words(head.type) ?? '') ?? numberIn(attachment ?? '')
  const date = findDates(words(head.date) ?? attachment ?? '').find(({ precision }) => precision === 'day')?.iso
  const named = bodyName(head.issuer.map(({ start, end }) => text.slice(start, end)))
  const attached = attachment && /của\s+([^)]+?)\s*\)?\.?$/u.exec(attachment)?.[1]
  const issuer =
    named === ''
      ? (attached ?? issuerIn(title))
      : withPlace(named, head.issuer.length > 0 ? placeOf({ title, text, blocks: [], head }) : undefined)
  return {
    ...(written && { number: written }),
    ...(issuer && { issuer }),
    ...(date && { issuedOn: date }),
  }
}

/** A paper without a head whose title is its number: what its first sentence says behind that number. */
function namedPaper(text: string, blocks: readonly Block[], title: string): Particulars {
  const own = findDocumentNumbers(title)[0]
  if (own?.start !== 0 || !own.type || !own.symbol || !own.body) return {}
  const first = blocks.find(({ kind }) => kind === 'paragraph')
  const lines = [title, ...(first ? [titleWords(text.slice(first.start, first.end))] : [])]
  const number = own.raw.replace(/^\D+/u, '')
  for (const line of lines) {
    const named = findDocumentNumbers(line)[0]
    if (named?.start !== 0 || named.normal !== own.normal) continue
    const after = /^,?\s*(ngày\s[\d/.-]+(?:\stháng\s\d+\snăm\s\d+)?),?(?:\s*của\s+(.+?)(?=\s+về\s|,|$))?/u.exec(
      line.slice(named.end),
    )
    const issuedOn = findDates(after?.[1] ?? '').find(({ precision }) => precision === 'day')?.iso
    if (issuedOn) return { number, issuedOn, ...(after?.[2] && { issuer: after[2] }) }
  }
  return { number }
}

/** "của Ban Thường vụ Tỉnh ủy Cao Bằng" in a title. */
function issuerIn(title: string): string | undefined {
  return /\scủa\s+((?:Ban Chấp hành|Ban Thường vụ|Tỉnh ủy|Thành ủy|Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Thủ tướng|Chính phủ|Bộ|Sở)(?:\s[^,.;:(]+?)?)(?=\s(?:về|nhằm|thực hiện|tại|để|năm|giai đoạn)\s|[,.;:(]|$)/u.exec(
    title,
  )?.[1]
}

/** Completes the name of a local body whose head names its province elsewhere: "Sở Nội vụ", "Ban Chỉ đạo chuyển đổi số tỉnh". */
function withPlace(name: string, place: string | undefined): string {
  if (place === undefined || name.includes(place)) return name
  if (/\stỉnh$/u.test(name) || /^(?:Tỉnh|Thành) ủy$/u.test(name)) return `${name} ${place}`
  const isProvincial = /^(?:Ủy ban nhân dân|Hội đồng nhân dân|Sở\s.+)$/u.test(name)
  const unit = provincialUnits.find((each) => each.name === place)
  return isProvincial && unit ? `${name} ${unit.type} ${place}` : name
}

/** "27-NQ/TU" out of "NGHỊ QUYẾT SỐ 27-NQ/TU". */
function numberIn(words: string): string | undefined {
  const number = findDocumentNumbers(words).find(({ symbol }) => symbol !== undefined)
  return number && words.slice(number.start, number.end).replace(/^\D+/u, '')
}

/** The type of an official paper: as its type line or its title names it first, "đề án", "phụ lục". */
function kindOf({ text, head }: Unnamed, title: string): string | undefined {
  if (head && /^V\/v\s/iu.test(title)) return 'công văn'
  const line = normalForm(head?.type ? text.slice(head.type.start, head.type.end) : title).replace(/[*#]/g, '')
  const words = line.toLowerCase().trim()
  const own =
    /^(?:dự thảo )?(phụ lục|biên bản|giấy mời|danh mục|đề cương|chiến lược|quy hoạch|phương án|thông cáo)(?!\p{L})/u.exec(
      words,
    )?.[1]
  if (own !== undefined) return own
  const named = documentTypeOf(words)
  if (named && named.start <= 'dự thảo '.length) return named.raw.replace(/\s+/g, ' ')
  return undefined
}
