import { normalForm } from '../vietnamese/normal-form.ts'
import { UserError } from './errors.ts'

/** How many lines from the top and from the end are looked through for marks in any letters. */
const top = 60
const foot = 30
/** How many lines at each border of a page may hold a stamp. */
const border = 3
/** Longest line in which a mark stands beside other columns, in characters. */
const longest = 300

/**
 * The mark of a paper that must not be here: a level of secrecy, "lưu hành nội bộ", "thu hồi sau hội nghị", standing alone on a line or in a
 * column at the head, at the foot, or at the border of a page. A sentence that speaks of secrecy is none.
 *
 * Marks: Decree 26/2020/NĐ-CP, article 2; Decree 30/2020/NĐ-CP, appendix I; Guidance 36-HD/VPTW.
 *
 * @param margins heads and feet of pages that are not part of the text
 */
export function secrecyMark(text: string, margins: readonly string[] = []): string | undefined {
  for (const line of margins) {
    const mark = markIn(line, false)
    if (mark) return mark
  }
  const pages = text
    .split('\f')
    .map((page) => page.split(/[\r\n\u000b\u0085\u2028\u2029]+/).filter((line) => line.trim() !== ''))
  let read = 0
  const total = pages.reduce((sum, lines) => sum + lines.length, 0)
  for (const lines of pages) {
    for (const [i, line] of lines.entries()) {
      const outer = read < top || read >= total - foot
      const atBorder = i < border || i >= lines.length - border
      read++
      if (!outer && !atBorder) continue
      const mark = markIn(line, !outer)
      if (mark) return mark
    }
  }
  return undefined
}

/** @throws UserError when the paper bears a mark of secrecy; the message repeats nothing else of it */
export function refuseSecret(name: string, text: string, margins: readonly string[] = []): void {
  const mark = secrecyMark(text, margins)
  if (mark) {
    throw new UserError(
      `Tệp “${name}” có dấu “${mark}” nên không được đưa vào đây và không có gì của tệp được lưu lại; hãy lấy tệp ra khỏi thư mục và xử lý theo quy định về bảo vệ bí mật nhà nước.`,
    )
  }
}

const levels = '(?:tuyệt|tối)\\s+mật|mật'
const handling =
  '(?:(?:tài liệu|văn bản)\\s+)?(?:chỉ\\s+)?(?:lưu hành nội bộ|thu hồi(?:\\s+\\p{L}+)?\\s+(?:sau|khi kết thúc)\\s+(?:hội nghị|cuộc họp|kỳ họp|phiên họp))'
const alone = new RegExp(
  `^(?:(?:độ|mức độ)\\s+mật\\s*[:-]\\s*)?(?:(?:tài liệu|văn bản)\\s+)?(?<level>${levels})(?:\\s*[-,;/]\\s*${handling})?$`,
  'u',
)
const handled = new RegExp(`^${handling}(?:\\s*[-,;/]\\s*${handling})?$`, 'u')
const besideNumber = new RegExp(`^số\\s*[:.]?\\s*[\\p{L}\\d./-]{3,40}\\s+(?<level>${levels.toUpperCase()})$`, 'u')

/** @param strict only in capitals, as on a stamp */
function markIn(line: string, strict: boolean): string | undefined {
  if (line.length > longest) return undefined
  for (const column of line.split(/ {3,}|\t+|\||<br\s*\/?>/)) {
    const written = normalForm(column)
      .replace(/[*_#\\]/g, '')
      .replace(/^[\s([{“"'.:-]+|[\s)\]}”"'.:!-]+$/g, '')
      .replace(/\s+/g, ' ')
    if (written === '' || written.length > 120) continue
    const words = written.toLowerCase()
    const isStamp = written === written.toUpperCase()
    const level = besideNumber.exec(words.slice(0, 3) + written.slice(3))?.groups?.level
    if (level) return level
    if (strict && !isStamp) continue
    const found = alone.exec(words)?.groups?.level
    if (found) return found.toUpperCase()
    if (handled.test(words)) return written
  }
  return undefined
}
