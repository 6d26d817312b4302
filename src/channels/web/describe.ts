import { vietnameseDate } from '../../answers/source-line.ts'
import { effectsOn } from '../../facts/relations.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { Document } from '../../library/document.ts'

/** What the stored text is, for a label: people must see at once that an abstract is not the document itself. */
export function textKindLabel({ metadata }: Document): string {
  const labels = { original: 'Nguyên văn', abstract: 'Bản tóm tắt', report: 'Bài viết' }
  return labels[metadata.textKind]
}

/** Whether the document is in force, for a label: as other papers say, else as it says itself; undefined when that is not known. */
export function standingLabel(document: Document, knowledge: Knowledge): string | undefined {
  const [effect] = effectsOn(document, knowledge)
  const labels = { replaces: 'Đã thay thế', repeals: 'Đã bãi bỏ', amends: 'Đã sửa đổi', implements: undefined }
  return (effect && labels[effect.kind]) ?? statusLabel(document)
}

function statusLabel({ metadata }: Document): string | undefined {
  const labels = {
    draft: 'Dự thảo',
    issued: 'Đã ban hành',
    amended: 'Đã sửa đổi',
    replaced: 'Đã thay thế',
    unknown: undefined,
  }
  return labels[metadata.status]
}

/** The year the document or its source bears. */
export function yearOf({ metadata }: Document): number | undefined {
  const date = metadata.issuedOn ?? metadata.source?.publishedOn
  return date === undefined ? undefined : Number(date.slice(0, 4))
}

/** What is known of a document besides its title, each with its name. */
export function particulars({ metadata }: Document): readonly (readonly [name: string, value: string])[] {
  const { kind, number, issuer, issuedOn, place, source } = metadata
  const all: readonly (readonly [string, string | undefined])[] = [
    ['Loại', kind && kind.charAt(0).toUpperCase() + kind.slice(1)],
    ['Số hiệu', number],
    ['Cơ quan', issuer],
    ['Ngày ban hành', issuedOn && vietnameseDate(issuedOn)],
    ['Địa phương', place],
    ['Nguồn', source?.publisher],
    ['Ngày đăng', source?.publishedOn && vietnameseDate(source.publishedOn)],
  ]
  return all.flatMap(([name, value]) => (value ? [[name, value] as const] : []))
}
