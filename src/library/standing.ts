import { normalForm } from '../vietnamese/normal-form.ts'
import { findSentences, type Span } from '../vietnamese/sentences.ts'
import type { Block, Document, DocumentStatus, TextKind } from './document.ts'

type Unnamed = Omit<Document, 'metadata'>

/** How many paragraphs of a text are its lead. */
const lead = 3

/**
 * Whether the paper that a text is, or reports on, is a draft or issued: as the paper's own head says, else by the first sentence of
 * title and lead that says either. What a sentence says of another paper's draft does not count.
 */
export function statusOf({ text, blocks, head, signature }: Unnamed, title: string): DocumentStatus {
  const own = normalForm(title).toLowerCase()
  if (head) {
    if (head.draft || /^dự thảo(?!\p{L})/u.test(own)) return 'draft'
    if ((head.number && (head.date ?? signature)) || head.attachment) return 'issued'
  }
  const opening = blocks.filter(({ kind }) => kind === 'paragraph').slice(0, lead)
  const sentences = opening.flatMap(({ start, end }) => findSentences(text, start, end)).slice(0, 6)
  for (const said of [own, ...sentences.map((span) => wordsOf(text, span))]) {
    if (issuing.test(said)) return 'issued'
    if (drafting.test(said)) return 'draft'
  }
  return 'unknown'
}

const paper =
  '(?:nghị quyết|chương trình hành động|chương trình|kế hoạch|đề án|quyết định|chỉ thị|quy chế|quy định|kết luận|hướng dẫn|thông tư|nghị định)'
const issuing = new RegExp(
  `(?<!chưa |sẽ |để |trước khi |sau khi |trình |việc |đề nghị |xem xét, |xem xét )(?:(?:đã|vừa|mới|chính thức) (?:ký )?ban hành (?:kèm theo )?${paper}|(?:^|\\s)ban hành ${paper} (?:số )?\\d|ký ban hành ${paper}|công bố ${paper}|(?:đã|vừa) (?:biểu quyết )?thông qua ${paper}|\\S{1,30} ban hành ${paper} về )`,
  'u',
)
const drafting = new RegExp(
  `(?:(?:cho ý kiến|góp ý|lấy ý kiến|tham gia ý kiến|thảo luận|nghe báo cáo|thông qua|thẩm định|xem xét|hoàn thiện|xây dựng|rà soát)(?:,? (?:vào|về|đối với|hoàn thiện|nội dung|lần \\S+))* (?:các |bản )?dự thảo|(?:cho ý kiến|góp ý|lấy ý kiến)(?: vào| về| đối với| hoàn thiện)* ${paper}|^(?:\\S+ ){0,3}dự thảo ${paper}|: dự thảo ${paper})`,
  'u',
)

function wordsOf(text: string, { start, end }: Span): string {
  return normalForm(text.slice(start, end)).toLowerCase().replace(/\s+/g, ' ')
}

/** An official paper has its head, its signature or the divisions and formulas of one; everything else is a report. */
export function textKindOf({ text, blocks, sections, head, signature }: Unnamed, title: string): TextKind {
  if (head) return 'original'
  const reported = blocks.some(
    ({ kind, start, end }) =>
      kind === 'date-line' || kind === 'caption' || (kind === 'furniture' && isSource(text.slice(start, end))),
  )
  if (reported) return 'report'
  if (signature || opensAsPaper.test(normalForm(title))) return 'original'
  const divisions = sections.filter(({ mark }) => mark === 'article' || mark === 'chapter' || mark === 'roman').length
  const opening = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'item').slice(0, lead)
  if (opening.some((block) => telling.test(normalForm(text.slice(block.start, block.end))))) return 'report'
  if (divisions >= 2 || blocks.some((block) => isBasis(text, block))) return 'original'
  return blocks.filter(({ kind }) => kind === 'table-row').length * 2 > blocks.length ? 'original' : 'report'
}

const opensAsPaper =
  /^(?:nghị quyết|quyết định|chỉ thị|kết luận|kế hoạch|chương trình(?: hành động)?|thông báo|báo cáo|hướng dẫn|đề án|quy định|quy chế|nghị định|thông tư|luật)\s+(?:số\s+)?\d{1,4}[-/]\S+(?:\s|$)|^(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|KẾT LUẬN|KẾ HOẠCH|CHƯƠNG TRÌNH|THÔNG BÁO|BÁO CÁO|HƯỚNG DẪN|ĐỀ ÁN|QUY ĐỊNH|QUY CHẾ|PHỤ LỤC)(?:\s|$)/iu
const telling =
  /(?:^|\s)(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa)(?: nay| qua)?,? (?:ngày )?\(?\d|(?:phát biểu|chủ trì|cho biết|cho rằng|nhấn mạnh|phỏng vấn|trao đổi với phóng viên|tổ chức hội nghị|vừa ban hành|mới đây)(?!\p{L})/u

function isSource(line: string): boolean {
  return (
    /^\(?(?:nguồn|theo|tin|bài|https?:\/\/)/iu.test(line.normalize('NFC')) &&
    line.length < 200 &&
    !/^nguồn\s*:\s*kho/iu.test(line)
  )
}

function isBasis(text: string, { kind, start }: Block): boolean {
  return (kind === 'paragraph' || kind === 'item') && /^Căn cứ\s/u.test(text.slice(start, start + 10).normalize('NFC'))
}
