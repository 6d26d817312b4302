import type { NamedPeriod } from './periods.ts'

/** Whether a clause tells what is to be reached, what was reached, or neither. */
export type Tense = 'ahead' | 'past' | 'none'

const past =
  /(?<![A-Za-zÀ-ỹ])(?:đã(?! đề ra| đặt ra| xác định| được (?:xác định|đặt ra|đề ra))|đến nay|hiện nay|hiện có|hiện đang|hiện tại|tính đến|theo thống kê|ước đạt|ước thực hiện|cùng kỳ|so với năm|kể từ|tới thời điểm|tại thời điểm|thời gian qua|những năm qua|trong năm qua|hiện(?= (?:các|hệ|toàn|tỉnh|đạt|có|chiếm|ở|đã|cung cấp))|quý [IVX\d]+ (?:năm \d{4} )?(?:đạt|tăng|giảm)|dự kiến tăng|vừa qua)(?![A-Za-zÀ-ỹ])/iu

const ahead =
  /(?<![A-Za-zÀ-ỹ])(?:phấn đấu|mục tiêu (?:là|đến|đưa|đạt|đào tạo|xây dựng|trở thành|cụ thể|chung|tổng quát|đặt ra)|đặt (?:ra )?(?:các )?mục tiêu|đề ra (?:các )?mục tiêu|với mục tiêu|(?<!so với |đạt |vượt |hoàn thành )chỉ tiêu(?! được giao)|yêu cầu|đề nghị|đặt ra|nhằm đạt|để đạt|thúc đẩy tăng trưởng|quyết tâm)(?![A-Za-zÀ-ỹ])/iu

/** Verbs and words of what is to be reached. */
const achievement =
  /^(?:[^,;:.]{0,110}?\s)?(?:trở thành|thuộc|nằm trong|lọt vào|vào (?:top|nhóm)|đạt|chiếm|hoàn thành|hoàn thiện|hình thành|cơ bản|toàn bộ|tất cả|có|xây dựng|đưa|là|xếp|đứng|duy trì|phổ cập|làm chủ|bảo đảm|đảm bảo|được|sẽ|tăng|giảm|không còn|nhân rộng|phát triển|triển khai|tối thiểu|ít nhất|trên|100%|\d+(?:,\d+)?%)(?![A-Za-zÀ-ỹ])/iu

/** Reads the tense of a clause from its own words. */
export function tenseOf(clause: string): Tense {
  const isAhead = ahead.test(clause)
  if (past.test(clause)) return isAhead && !/(?<![A-Za-zÀ-ỹ])đã(?![A-Za-zÀ-ỹ])/iu.test(clause) ? 'ahead' : 'past'
  return isAhead ? 'ahead' : 'none'
}

/** Names of papers that carry a period in their title: "Chiến lược … đến năm 2030". */
const paper =
  /(?<![A-Za-zÀ-ỹ])(?:đề án|chiến lược|quy hoạch|chương trình|kế hoạch|nghị quyết|chỉ thị|dự thảo|kết luận|quyết định|dự án|lộ trình|định hướng|tầm nhìn)(?![A-Za-zÀ-ỹ])[^,;:]*$/iu

/**
 * Whether a period opens an aim ("đến năm 2030, tỉnh thuộc nhóm 10 …", "Kinh tế số đến năm 2030 chiếm …") rather than standing in the
 * name of a paper.
 *
 * @param clause text of the clause, with the period at `at`
 */
export function opensAim(clause: string, at: number, { period }: NamedPeriod, hasFigure: boolean): boolean {
  const left = clause.slice(Math.max(0, at - 240), at)
  const right = clause.slice(at + period.written.length).replace(/^[\s,]+/u, '')
  if (/(?:định hướng|tầm nhìn)\s*$/iu.test(left) && left.trim().split(/\s+/).length > 3) return false
  const opens =
    /^[-–+•*\s]*(?:(?:tầm nhìn|định hướng)\s*)?$|[,:]\s*(?:và )?$|(?:phấn đấu|mục tiêu|chỉ tiêu|là|rằng|nêu|thì)\s*$/iu.test(
      left,
    )
  if (opens) return achievement.test(right)
  if (paper.test(left)) return false
  return (
    hasFigure ||
    /(?<![A-Za-zÀ-ỹ])(?:trở thành|thuộc|nằm trong|hoàn thành|hình thành)(?![A-Za-zÀ-ỹ])/iu.test(right.slice(0, 60))
  )
}
