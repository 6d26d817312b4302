import type { FactSheet } from './sheet.ts'
import type { Source } from './source.ts'

const paper =
  '(?:nghị quyết|chương trình hành động|chương trình|kế hoạch|đề án|quyết định|chỉ thị|quy chế|quy định|kết luận|báo cáo|hướng dẫn)'

/** What a sentence can say of how far a paper has come, surest first. The words shown are the sentence's own. */
const stages: readonly { readonly words: RegExp; readonly stage: 'draft' | 'issued' | 'commented' | 'submitted' }[] = [
  {
    words: new RegExp(
      `(?<![A-Za-zÀ-ỹ])(?:(?:sẽ|tiếp tục hoàn thiện,?|trước khi|để)\\s+)(?<words>trình\\s+[^.;]{3,80}?(?:ban hành|phê duyệt|thông qua|xem xét)(?:\\s+(?:dự thảo )?${paper})?)`,
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
      `(?<!chưa )(?<![A-Za-zÀ-ỹ])(?<words>(?:(?:đã|vừa|mới|chính thức)\\s+)+(?:ký\\s+)?ban hành\\s+(?:kèm theo\\s+)?${paper}(?:\\s+số\\s+\\S+|\\s+\\d+\\S*)?|công bố\\s+(?:toàn văn\\s+)?${paper}\\s+(?:số\\s+)?\\d\\S*|ban hành\\s+${paper}\\s+số\\s+\\d\\S*)`,
      'iu',
    ),
    stage: 'issued',
  },
]

/**
 * Whether the paper that a document is or reports on is a draft, discussed, to be submitted or issued; each stage by its first sentence.
 * Beside a paper that is issued, a draft is another paper's, and is left out.
 */
export function findStatus(source: Source, sheet: FactSheet): void {
  const said = new Set<string>()
  const isIssued = source.document.metadata.status === 'issued'
  for (const statement of source.statements) {
    for (const { words, stage } of stages) {
      const match = words.exec(statement.text)
      const written = match?.groups?.words
      if (!match || !written || (isIssued && stage !== 'issued') || isPlanned(statement.text, match.index)) continue
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

/** "sẽ ban hành Kế hoạch số …", "để ban hành": not issued yet. */
function isPlanned(text: string, at: number): boolean {
  return /(?:chưa|sẽ|để|trước khi|sau khi|trình|đề nghị|xem xét,?|chuẩn bị|dự kiến|phải|cần)\s+$/iu.test(
    text.slice(Math.max(0, at - 24), at),
  )
}

/** The paper that the words speak of. */
function paperOf(text: string, words: string): string {
  const named = new RegExp(`(?:dự thảo\\s+)?${paper}(?:\\s+số\\s+\\S+|\\s+\\d+\\S*)?`, 'iu')
  return named.exec(words)?.[0] ?? named.exec(text)?.[0] ?? 'dự thảo'
}
