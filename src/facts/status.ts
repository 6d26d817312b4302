import type { FactSheet } from './sheet.ts'
import type { Source } from './source.ts'

const paper =
  '(?:nghị quyết|chương trình hành động|chương trình|kế hoạch|đề án|quyết định|chỉ thị|quy chế|quy định|kết luận|báo cáo|hướng dẫn)'

/** What a sentence can say of how far a paper has come, surest first. The words shown are the sentence's own. */
const stages: readonly { readonly words: RegExp; readonly stage: 'draft' | 'issued' | 'commented' | 'submitted' }[] = [
  {
    words: new RegExp(
      `(?<!\\p{L})(?:(?:sẽ|tiếp tục hoàn thiện,?|trước khi|để)\\s+)(?<words>trình\\s+[^.;]{3,80}?(?:ban hành|phê duyệt|thông qua|xem xét)(?:\\s+(?:dự thảo )?${paper})?)`,
      'iu',
    ),
    stage: 'submitted',
  },
  {
    words: new RegExp(
      `(?<words>(?:cho ý kiến|góp ý|lấy ý kiến|tham gia góp ý|thông qua)\\s+(?:vào |về |đối với |hoàn thiện |nội dung )*(?:bản )?(?:dự thảo\\s+${paper}|${paper}(?= chuyển đổi| phát triển)|dự thảo))`,
      'iu',
    ),
    stage: 'commented',
  },
  {
    words: new RegExp(
      `(?<words>(?:bản )?dự thảo\\s+(?:nội dung\\s+)?${paper}|(?:bản )?dự thảo(?: mới)?(?= (?:cũng |của |này |đề ra|nêu|trình)))`,
      'iu',
    ),
    stage: 'draft',
  },
  {
    words: new RegExp(
      `(?<words>(?:đã|vừa|mới|chính thức)\\s+(?:ký\\s+)?ban hành\\s+(?:kèm theo\\s+)?${paper}(?:\\s+số\\s+\\S+|\\s+\\d+\\S*)?)`,
      'iu',
    ),
    stage: 'issued',
  },
]

/** Whether the papers a document speaks of are drafts, discussed, to be submitted or issued; each stage by its first sentence. */
export function findStatus(source: Source, sheet: FactSheet): void {
  const said = new Set<string>()
  for (const statement of source.statements) {
    for (const { words, stage } of stages) {
      const match = words.exec(statement.text)
      const written = match?.groups?.words
      if (!match || !written) continue
      const at = match.index + match[0].indexOf(written)
      const subject = paperOf(statement.text, written)
      const key = stage === 'issued' ? `${stage}\n${subject.toLowerCase()}` : stage
      if (said.has(key)) continue
      said.add(key)
      const context = { start: statement.start, end: statement.end }
      sheet.add({
        kind: 'status',
        subject,
        value: written,
        quote: statement.end - statement.start > 320 ? statement.plain.span(at, at + written.length) : context,
        context,
        stated: true,
        stage,
      })
    }
  }
}

/** The paper that the words speak of. */
function paperOf(text: string, words: string): string {
  const named = new RegExp(`(?:dự thảo\\s+)?${paper}(?:\\s+số\\s+\\S+|\\s+\\d+\\S*)?`, 'iu')
  return named.exec(words)?.[0] ?? named.exec(text)?.[0] ?? 'dự thảo'
}
