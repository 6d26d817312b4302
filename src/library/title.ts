import { normalForm } from '../vietnamese/normal-form.ts'
import type { Span } from '../vietnamese/sentences.ts'
import { ended, type Paragraph, startsItem } from './paragraphs.ts'

/** So many paragraphs at the start of a text are looked through for its title. */
const head = 12
/** Longest title, in characters. */
const longest = 400

/** The title: the first heading-like line of the text, with the line that completes a bare document type ("NGHỊ QUYẾT" / "về …"). */
export function titleAt(text: string, paragraphs: readonly Paragraph[]): Span | undefined {
  const candidates = paragraphs.filter(({ role }) => role === 'text').slice(0, head)
  for (const [i, paragraph] of candidates.entries()) {
    const line = text.slice(paragraph.start, paragraph.end)
    if (line.length > longest) return undefined
    if (/^#{1,2}\s/.test(line)) return paragraph
    if (isHeadLine(line)) continue
    if (ended.test(line)) {
      if (line.length > 100) return undefined
      continue
    }
    if (isBareType(line)) {
      const next = candidates[i + 1]
      const rest = next && text.slice(next.start, next.end)
      return next && rest && rest.length <= longest && !ended.test(rest) && !startsItem(rest)
        ? { start: paragraph.start, end: next.end }
        : paragraph
    }
    if (line.split(/\s+/).length >= 4) return paragraph
  }
  return undefined
}

/** Whether a line names a type of paper and nothing else: "NGHỊ QUYẾT", "Biên bản họp". */
export function isBareType(line: string): boolean {
  return bareType.test(normalForm(line).toLowerCase())
}

const bareType =
  /^(?:dự thảo\s+)?(?:nghị quyết|quyết định|chỉ thị|kết luận|kế hoạch|chương trình(?: hành động)?|thông báo|báo cáo|hướng dẫn|đề án|đề cương|tờ trình|công điện|biên bản(?: (?:họp|cuộc họp|hội nghị|làm việc))?|danh mục|phụ lục(?:\s+\S+)?|luật|nghị định|thông tư|quy định|quy chế)$/u

/** Lines of an official head that are no title: number, place and date, issuing body. */
function isHeadLine(line: string): boolean {
  return isNumberOrDate(line) || (line === line.toUpperCase() && issuer.test(normalForm(line).toLowerCase()))
}

/** "Số: 12-NQ/TU", "Bình An, ngày 15 tháng 3 năm 2024", and the asterisk below the issuing body. */
export function isNumberOrDate(line: string): boolean {
  return /^(?:số\s*[:.]|.{0,40},\s*ngày\s+\d|\*$)/u.test(normalForm(line).toLowerCase())
}

const issuer =
  /^(?:đảng bộ|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|huyện ủy|ban chấp hành|ban thường vụ|bộ chính trị|ban bí thư|ủy ban|uỷ ban|ubnd|hội đồng|hđnd|chính phủ|thủ tướng|quốc hội|bộ\s|sở\s|văn phòng)/u
