import { normalForm } from '../vietnamese/normal-form.ts'
import type { Span } from '../vietnamese/sentences.ts'
import { type Paragraph, startsItem } from './paragraphs.ts'

/** Among how many paragraphs the headline is. */
const reach = 12
/** Longest headline, in characters. */
const longest = 400

/**
 * The headline of a report: a heading of Markdown, else the line above the date line, else the first line that has at least four
 * words and is no sentence, no heading of a summary, and no name of a portal or body. Undefined when prose comes first.
 */
export function headlineAt(text: string, paragraphs: readonly Paragraph[]): Span | undefined {
  const dated = paragraphs.slice(0, reach).findIndex(({ role }) => role === 'date-line')
  const above = dated > 0 ? paragraphs.slice(0, dated) : []
  const candidates = paragraphs.filter(({ role }) => role === 'text').slice(0, reach)
  const heading = candidates.find((paragraph) => /^#{1,2}\s/.test(wordsOf(text, paragraph)))
  if (heading && isHeadline(text, heading, 1) && !followsProse(text, candidates, heading)) return heading
  for (const paragraph of above.toReversed()) {
    if (paragraph.role === 'text' && isHeadline(text, paragraph, 4) && !followsProse(text, candidates, paragraph))
      return paragraph
  }
  for (const paragraph of candidates) {
    const line = wordsOf(text, paragraph)
    if (line.length > longest || (ended.test(line) && line.length > 100)) return undefined
    if (isHeadline(text, paragraph, 4)) return paragraph
  }
  return undefined
}

const ended = /[.!:;…|]["”’)\]*]*$/u

function isHeadline(text: string, paragraph: Paragraph, leastWords: number): boolean {
  const line = wordsOf(text, paragraph)
  const plain = line
    .replace(/^#+\s+/, '')
    .replace(/\*\*|__/g, '')
    .trim()
  return (
    line.length <= longest &&
    plain.split(/\s+/).length >= leastWords &&
    (/^#/.test(line) || !ended.test(plain)) &&
    (/^#/.test(line) || !startsItem(plain)) &&
    !generic.test(plain.toLowerCase()) &&
    !isNameOfBody(plain)
  )
}

function followsProse(text: string, candidates: readonly Paragraph[], paragraph: Paragraph): boolean {
  return candidates.some(
    (each) => each.start < paragraph.start && each.end - each.start > 150 && ended.test(wordsOf(text, each)),
  )
}

function wordsOf(text: string, { start, end }: Span): string {
  return normalForm(text.slice(start, end))
}

/** Headings that say nothing of what a text is about. */
const generic =
  /^(?:key points?|key citations?|tóm tắt(?: nội dung| chung)?|tổng quan(?: về sự kiện[^,.]{0,40})?|nội dung(?: chính)?|mở đầu|lời nói đầu|giới thiệu|điểm chính|những điểm chính|các điểm chính|summary|overview|introduction|mục lục|tài liệu tham khảo|thông tin chung|tin tức(?: - sự kiện)?|chi tiết tin(?: tức)?|chi tiết bài viết|tin hoạt động|hoạt động (?:của )?(?:lãnh đạo|tỉnh|sở)|số lượt xem.*|(?:ngày (?:đăng|cập nhật)|cập nhật|đăng lúc|tác giả|nguồn|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\s*[:,-].*)\s*:?$/u

/** The name of a portal, a newspaper or a body alone, in capitals or not. */
function isNameOfBody(plain: string): boolean {
  const words = plain.toLowerCase()
  if (/^(?:cổng|trang) (?:thông tin|ttđt|thông tin điện tử|dịch vụ công)(?!\p{L})[^.:?!]*$/u.test(words)) return true
  if (/^[^-–|:.?!]{2,60}\s[-–|]\s(?:cổng|trang) (?:thông tin|ttđt|thông tin điện tử)(?!\p{L})[^.:?!]*$/u.test(words))
    return true
  if (/^(?:số\s*[:.]|.{0,40},\s*ngày\s)/u.test(words)) return true
  return plain === plain.toUpperCase() && body.test(words)
}

const body =
  /^(?:đảng bộ|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|huyện ủy|ban chấp hành|ban thường vụ|bộ chính trị|ban bí thư|ủy ban|uỷ ban|ubnd|hội đồng|hđnd|chính phủ|thủ tướng|quốc hội|bộ\s|sở\s|văn phòng|báo\s(?!cáo)|đài (?:phát thanh|pt)|tạp chí|đảng cộng sản|cộng h(?:òa|oà))/u
