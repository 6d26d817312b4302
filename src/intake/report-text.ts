import { vietnameseDate } from '../answers/source-line.ts'
import { titleWords } from '../library/head.ts'
import type { ImportReport } from './import-document.ts'

const statusNames = {
  draft: 'dự thảo',
  issued: 'đã ban hành',
  amended: 'đã được sửa đổi',
  replaced: 'đã được thay thế',
  unknown: 'chưa rõ',
} as const

/** What an import read and did, for the person who brought the file: one thing a line. */
export function reportText({
  outcome,
  name,
  document,
  replaced,
  pages,
  sections,
  facts,
  warnings,
}: ImportReport): string {
  const { title, kind, number, issuer, issuedOn, place, status, visibility } = document.metadata
  if (outcome === 'unchanged') return `${name}: đã có từ trước (“${title}”, tệp ${document.file}); không thay đổi gì.`
  const { signature, text } = document
  const signer = signature && titleWords(text.slice(signature.name.start, signature.name.end))
  const counts = [pages !== undefined && `${pages} trang`, `${sections} mục`, `${facts} dữ kiện`].filter(Boolean)
  const lines: (readonly [string, string | false | undefined])[] = [
    ['Tiêu đề', title],
    ['Loại', kind],
    ['Số', number],
    ['Cơ quan ban hành', issuer],
    ['Ngày ban hành', issuedOn && vietnameseDate(issuedOn)],
    ['Địa phương', place],
    ['Người ký', signer],
    ['Tình trạng', statusNames[status]],
    ['Đọc được', counts.join(', ')],
    ['Chỉ dùng cho', visibility?.join(', ')],
    ['Thay cho', replaced && `bản trước của “${replaced.metadata.title}” (bản trước được giữ lại)`],
    ...warnings.map((warning) => ['Lưu ý', warning] as const),
  ]
  return [
    `${name}: ${outcome === 'replaced' ? 'đã thay bản trước' : 'đã nhập'} → ${document.file}`,
    ...lines.filter(([, value]) => value).map(([label, value]) => `  ${label}: ${value}`),
  ].join('\n')
}
