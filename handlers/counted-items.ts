import type { Fact } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import type { AnswerParts } from './answer-parts.ts'

/** What a document lists under a count, in its order. */
export function itemsOf(count: Fact, facts: readonly Fact[]): Fact[] {
  return facts.filter(({ parent }) => parent === count.id)
}

/** Says that the number stated and the number listed differ; neither is mended. */
export function noteMismatch(parts: AnswerParts, { stated, listed, number, value }: Fact): void {
  if (!stated || listed === undefined || listed === number) return
  parts.note(`Lưu ý: tài liệu nêu ${value} nhưng phần liệt kê có ${listed} mục; tôi giữ nguyên số liệu của nguồn.`)
}

/** Items in the document's own words, numbered unless they bear ordinals of their own. */
export function showItems(parts: AnswerParts, count: Fact, items: readonly Fact[], document: Document): void {
  parts.items(
    document,
    items.map(({ quote }) => quote),
    !items.some(({ ordinal }) => ordinal),
    count.context,
  )
}
