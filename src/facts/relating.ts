import { documentTypeOf } from '../vietnamese/document-types.ts'
import type { Citation } from './citations.ts'
import type { OwnPaper } from './own-paper.ts'
import type { Statement } from './source.ts'

/** A citation in its sentence. */
export interface Cited {
  readonly statement: Statement
  readonly citation: Citation
  /** The citations before it in the sentence. */
  readonly before: readonly Citation[]
}

/** How one paper stands to another, as a sentence has it. Offsets are into the sentence's text. */
interface Relating {
  /** The paper that acts. */
  readonly subject: string
  readonly words: string
  readonly start: number
  /** The paper that it acts on, when it is not the citation itself: "A được thay thế bằng B". */
  readonly object?: Citation
}

const relating =
  /(?<words>tiếp tục thực hiện|triển khai thực hiện|tổ chức thực hiện|thực hiện|cụ thể hóa|thay thế(?: cho)?|sửa đổi, bổ sung(?: một số (?:điều|nội dung) của)?|sửa đổi|bổ sung|bãi bỏ|hướng dẫn(?: thực hiện)?|căn cứ|ban hành kèm theo|kèm theo)\s+(?:các\s+|tinh thần\s+)?$/iu
const passive = /(?:được|bị)\s+(?<words>thay thế|bãi bỏ|sửa đổi, bổ sung)\s+(?:bằng|bởi|tại|theo)\s+$/iu
/** What joins a paper to the one before it: the same is said of both. */
const joining = /^\s*(?:,|;|,?\s*và|,?\s*cùng với)\s*$/iu

/** How the paper named before it, or the citing paper itself, stands to a cited one. */
export function relationOf({ statement, citation, before }: Cited, paper: OwnPaper | undefined): Relating | undefined {
  const last = before.at(-1)
  const left = statement.text.slice(0, citation.number.start)
  const suffered = passive.exec(left)
  if (suffered && last && !/[;.]/.test(left.slice(endOf(last), suffered.index))) {
    return {
      subject: citation.name,
      words: suffered.groups!.words!.toLowerCase(),
      start: last.number.start,
      object: last,
    }
  }
  if (last && joining.test(left.slice(endOf(last)))) {
    const same = relationOf({ statement, citation: last, before: before.slice(0, -1) }, paper)
    return same && !same.object && /^(?:thay thế|bãi bỏ)/u.test(same.words) ? same : undefined
  }
  const match = relating.exec(left)
  const words = match?.groups?.words
  if (!match || !words) return undefined
  if (last && !/[;.]/.test(left.slice(last.number.end, match.index))) {
    return { subject: last.name, words: words.toLowerCase(), start: last.number.start }
  }
  const isBasis = /^căn cứ$/iu.test(words)
  const isTitle = statement.block.kind === 'heading' && statement.section === 0
  const speaksOfItself =
    /(?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Chương trình|Quy định|Đề án|Kết luận|Thông tư|Nghị định) này(?![A-Za-zÀ-ỹ])[^.;]*$/u.test(
      left,
    )
  if (paper && (isBasis || isTitle || speaksOfItself || isOrdered(statement, match.index, words, paper))) {
    return { subject: paper.name, words: words.toLowerCase(), start: isBasis ? match.index : 0 }
  }
  if (isBasis) return undefined
  const acting = actingDocument(left.slice(0, match.index))
  return acting && { subject: acting.name, words: words.toLowerCase(), start: acting.start }
}

function endOf({ end, title }: Citation): number {
  return Math.max(end, title?.end ?? 0)
}

/** "Điều 1. Bãi bỏ Quyết định số …": an article of a paper that orders, which opens with the order. */
function isOrdered({ text }: Statement, at: number, words: string, { name }: OwnPaper): boolean {
  return (
    /^(?:bãi bỏ|thay thế|sửa đổi)/iu.test(words) &&
    /^(?:Nghị quyết|Quyết định|Nghị định|Thông tư) số/u.test(name) &&
    /^(?:Điều \d+[.:]\s*)?$/u.test(text.slice(0, at)) &&
    /^\p{Lu}/u.test(text.slice(at))
  )
}

/** "Chương trình hành động số 45-CTr/TU", "dự thảo Chương trình hành động của Tỉnh ủy": the paper that the words before a relation name last. */
function actingDocument(before: string): { name: string; start: number } | undefined {
  const clause = before.lastIndexOf(';') + 1
  const pattern =
    /(?<![A-Za-zÀ-ỹ])(?:dự thảo |Dự thảo )?(?:Nghị quyết|nghị quyết|Chương trình hành động|chương trình hành động|Chương trình|Kế hoạch|kế hoạch|Đề án|đề án|Quyết định|Chỉ thị|Kết luận|Thông tư|Nghị định|Hướng dẫn|Quy định)(?= (?:số|của|này|\d)|\s*$)[^,;.:]{0,90}$/u
  const match = pattern.exec(before.slice(clause))
  if (!match || documentTypeOf(match[0]) === undefined) return undefined
  const name = match[0]
    .replace(/^(.+ này)\s.*$/u, '$1')
    .replace(/\s+(?:về việc|để|nhằm|và|trong việc|về)\s*$/u, '')
    .trim()
  return { name, start: clause + match.index }
}
