import type { Document } from '../library/document.ts'
import type { Quote } from '../library/quote.ts'

/** The line under a quotation: whose text it is, where it stands in it, and the code that reopens it. */
export function sourceLine(quote: Quote): string {
  const path = quote.sectionPath
  const place = [
    path.length > 0 && innermost(path),
    quote.page !== undefined && `trang ${quote.page}`,
    quote.document.metadata.machineRead && 'chữ do máy nhận dạng, cần đối chiếu bản gốc',
  ]
  return [`Nguồn: ${documentName(quote.document)}`, ...place, `Mã: ${quote.code}`].filter(Boolean).join(' · ')
}

/** Headings above a quotation, from the innermost outwards as far as they fit. */
function innermost(path: readonly string[]): string {
  const shown: string[] = []
  for (const heading of path.toReversed().map((text) => shorten(text, 90))) {
    if (shown.join(' › ').length + heading.length > 150) return ['…', ...shown].join(' › ')
    shown.unshift(heading)
  }
  return shown.join(' › ')
}

/** A document as named to people: what kind of text it is, its title, who published it and when. */
export function documentName({ metadata }: Document): string {
  const { title, textKind, source, issuedOn, number } = metadata
  const from = [source?.publisher, source?.publishedOn && vietnameseDate(source.publishedOn)].filter(Boolean).join(', ')
  const own = [
    number && !title.includes(number) && `số ${number}`,
    !from && issuedOn && `ngày ${vietnameseDate(issuedOn)}`,
  ]
  const details = [...own, from].filter(Boolean).join('; ')
  const name = `“${shorten(title, 160)}”${details ? ` (${details})` : ''}`
  return textKind === 'abstract' ? `bản tóm tắt ${name}` : textKind === 'report' ? `bài viết ${name}` : name
}

/** "2014-12-31" → "31/12/2014". */
export function vietnameseDate(iso: string): string {
  return iso.split('-').reverse().join('/')
}

/** Cuts our own mention of a name at a word; quotations are never cut. */
function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, text.lastIndexOf(' ', limit))} …`
}
