import type { Answer } from '../src/answers/answer.ts'
import type { Document } from '../src/library/document.ts'
import { behindLabel } from '../src/library/part-label.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Request } from './handler.ts'
import { headingsNamed } from './headings-named.ts'

/** Words of questions that ask for parts without naming them. */
const askingWords = /\b(?:tat ca|tong cong|cac|nhung|neu|muc|phan|thu|liet ke|ke ten|gom|bao gom|may|bao nhieu)\b/g

/**
 * "Quan điểm thứ hai của quyết định … là gì", "nghị quyết … nêu mấy chủ trương", "… ưu tiên những lĩnh vực nào": the numbered parts of the
 * section whose heading has the words asked for. The document gives no total, so that the count is said to be ours.
 */
export function answerSectionItems(request: Request): Answer | undefined {
  const { reading } = request
  const subject = withoutPhrases(reading.subject, askingWords)
  for (const { document, index } of headingsNamed(request, subject)) {
    const parted = numberedParts(document, index)
    const items =
      reading.ordinal === undefined ? parted.filter((item) => fitsYears(document, item, reading.years)) : parted
    if (items.length < 2) continue
    const { heading, span } = document.sections[index]!
    const parts = new AnswerParts()
    if (reading.ordinal === undefined) {
      const counted = reading.asks.includes('count') ? 'Tài liệu không nêu tổng số; phần' : 'Phần'
      parts.state(`${counted} “${heading}” có ${items.length} mục:`).items(document, items, true, span)
      return parts.answer('answered', reading)
    }
    const item = items.at(reading.ordinal < 0 ? reading.ordinal : reading.ordinal - 1)
    if (!item) {
      parts.state(`Tài liệu không nêu mục thứ ${reading.ordinal}; phần “${heading}” chỉ có ${items.length} mục.`)
      return parts.quote(document, span).answer('corrected', reading)
    }
    const position = reading.ordinal < 0 ? 'Mục cuối cùng' : `Mục thứ ${reading.ordinal}`
    return parts.state(`${position} trong phần “${heading}”:`).quote(document, item).answer('answered', reading)
  }
  return undefined
}

/** A part that names years only answers for these. */
function fitsYears(document: Document, { start, end }: Span, years: readonly number[]): boolean {
  const named = document.text.slice(start, end).match(/(?<![\d/.,])(?:19|20)\d{2}(?!\d)/g) ?? []
  return years.length === 0 || named.length === 0 || named.some((year) => years.includes(Number(year)))
}

/** The parts right below a heading that bear numbers or letters: their headings, or the first sentence of each. */
function numberedParts(document: Document, index: number): Span[] {
  const children = document.sections.flatMap(({ parent, label: own }, at) =>
    parent === index && own !== '' ? [at] : [],
  )
  const blocks =
    children.length > 0
      ? children.flatMap(
          (child) => document.blocks.find(({ section, kind }) => section === child && kind !== 'furniture') ?? [],
        )
      : document.blocks.filter(
          ({ section, kind, sentences: [first] }) =>
            section === index &&
            kind !== 'heading' &&
            first !== undefined &&
            behindLabel(document.text, first) !== undefined,
        )
  return blocks.flatMap(({ sentences: [first] }) => (first ? [behindLabel(document.text, first) ?? first] : []))
}
