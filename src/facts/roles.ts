import { bodyAt } from './bodies.ts'

/** First words of offices. */
const office =
  '(?:nguyên |quyền |Nguyên |Quyền )?(?:Phó |phó |Đồng |Phó Thường trực )?(?:Tổng Bí thư|Tổng bí thư|Chủ tịch nước|Chủ tịch|chủ tịch|Thủ tướng|Bộ trưởng|Thứ trưởng|Bí thư|bí thư|Tổng Giám đốc|Tổng giám đốc|tổng giám đốc|Giám đốc|giám đốc|Trưởng|trưởng(?= (?:[Bb]an|[Pp]hòng|[Đđ]oàn|[Tt]iểu))|Chánh|Cục trưởng|Vụ trưởng|Viện trưởng|Hiệu trưởng|Hiệu phó|Tổng cục trưởng|Chủ nhiệm|Ủy viên|ủy viên|Thường trực|Tổng Thanh tra|Chi cục trưởng|Thành viên|Đại biểu Quốc hội|Thư ký|Tư lệnh|Chỉ huy trưởng|Chính ủy|Đại sứ|Giáo sư|Người phát ngôn|Trợ lý|Viện sĩ|Tổng biên tập|Chuyên gia)'

const officeStart = new RegExp(`^${office}(?!\\p{Ll})`, 'u')
const officeAnywhere = new RegExp(`(?<![A-Za-zÀ-ỹ])${office}(?!\\p{Ll})`, 'gu')

/** Small words that go on with the name of an office. */
const going =
  /^(?:thư|tịch|trưởng|phó|tướng|viên|đốc|ban|bộ|ủy|vụ|tỉnh|thành|phố|huyện|thị|xã|phường|quận|nhân|dân|hội|đồng|đoàn|đại|biểu|khóa|về|và|các|phòng|sở|chi|cục|trung|ương|quốc|gia|chính|phủ|trị|hành|thường|trực|kiêm|phụ|trách|cấp|khối|nước|công|thông|tin|khoa|học|nghệ|kế|hoạch|đầu|tư|tài|nội|giáo|dục|đào|tạo|tế|nông|nghiệp|phát|triển|thôn|môi|trường|giao|vận|tải|xây|dựng|thương|lao|động|văn|hóa|hình|trúc|thể|thao|lịch|an|ninh|pháp|thanh|tra|kiểm|mặt|trận|tổ|chức|tuyên|giáo|vận|chỉ|đạo|điện|tử|số|quản|lý|truyền|chuyển|đổi|sáng|mới|chủ|sở|ngành|tập|nghiên|cứu|ứng|dụng|tổng|hợp|điều|quyền|hạ|tầng|bưu|viễn|hành|chính|chất|lượng|năng|ty|cổ|phần|hữu|hạn|đẳng|viện|bệnh|nhà|máy|lực|thuế|hải|quan|kho|bạc|ngân|hàng|thống|kê|bảo|hiểm|chăn|nuôi|thủy|sản|lâm|sự|tòa|án|kiểm|sát|liên|hiệp|phụ|nữ|thanh|niên|cựu|chiến|binh|dân|tộc|tôn|giáo)$/u

/**
 * The offices that stand from `at` on, separated by commas: "Ủy viên T.Ư Đảng, Bí thư Tỉnh ủy, …". They end where other words begin.
 * @returns the offices and the offset behind the last one
 */
export function rolesFrom(text: string, at: number): { roles: string[]; end: number } {
  const roles: string[] = []
  let end = at
  let from = at
  for (;;) {
    const next = officeEnd(text, from)
    if (next === undefined) break
    // "Trưởng phòng Công nghệ thông tin, Sở TT&TT": the body behind the comma is where the office is.
    const gap = /^,\s+/u.exec(text.slice(next))?.[0].length
    const body = gap === undefined ? undefined : bodyAt(text, next + gap)
    end = body && officeEnd(text, body.start) === undefined ? body.end : next
    roles.push(text.slice(from, end).trim())
    const comma = /^(?:,\s+|\s+-\s+|;?\s+kiêm\s+)/u.exec(text.slice(end))
    if (!comma) break
    from = end + comma[0].length
  }
  return { roles, end }
}

/** The office that ends right before a name: "Phó Chủ tịch UBND tỉnh Lê Ngọc Châu". */
export function roleBefore(text: string, end: number): { role: string; start: number } | undefined {
  const from = Math.max(0, end - 140)
  const left = text.slice(from, end)
  const border = Math.max(left.lastIndexOf(';'), left.lastIndexOf(':'), left.lastIndexOf('. '))
  let found: { role: string; start: number } | undefined
  for (const match of left.matchAll(officeAnywhere)) {
    if (match.index <= border) continue
    const start = from + match.index
    const stop = officeEnd(text.slice(0, end).trimEnd(), start)
    // The outermost office that reaches the name wins: "Phó Giám đốc Sở …", not "Giám đốc Sở …".
    if (
      stop !== undefined &&
      stop >= end - 1 - (text.slice(0, end).length - text.slice(0, end).trimEnd().length) &&
      !found
    ) {
      found = { role: text.slice(start, end).trim(), start }
    }
  }
  return found
}

/** The offset behind the office that begins at `at`; undefined when none does. */
function officeEnd(text: string, at: number): number | undefined {
  const match = officeStart.exec(text.slice(at, at + 60))
  if (!match) return undefined
  let end = at + match[0].length
  const word =
    /(?<gap>\s+-\s+|-|\s+|,\s+(?=(?:Thể thao|Du lịch|Công nghệ|Thương binh|Đổi mới|Văn hóa|Tài nguyên)))(?<word>[A-Za-zÀ-ỹ\d&.]+(?:\/[A-Za-zÀ-ỹ]+)?)/uy
  for (let count = 0; count < 26; count++) {
    word.lastIndex = end
    const next = word.exec(text)
    const written = next?.groups?.word
    if (!next || !written) break
    const capital = /^[\p{Lu}\d]/u.test(written)
    if (!capital && !going.test(written.replace(/\.$/u, ''))) break
    // A dash may part an office from the next one, or from a body's further name.
    if (
      /-/.test(next.groups?.gap ?? '') &&
      (!capital || officeStart.test(text.slice(next.index + (next.groups?.gap?.length ?? 0))))
    )
      break
    if (
      /^(?:và|về|các)$/u.test(written) &&
      !/^\s+(?:\p{Lu}|chuyển|khoa|công|phát|xây)/u.test(text.slice(word.lastIndex, word.lastIndex + 12))
    )
      break
    if (/^chủ$/u.test(written) && /^\s+trì/u.test(text.slice(word.lastIndex))) break
    if (/^phát$/u.test(written) && /^\s+(?:biểu|động)/u.test(text.slice(word.lastIndex))) break
    if (
      /^chỉ$/u.test(written) &&
      /^\s+đạo/u.test(text.slice(word.lastIndex)) &&
      !/(?:Ban|ban)$/u.test(text.slice(at, end))
    )
      break
    if (
      /^(?:đại|kiểm|thông|điều|đồng|thương|giao|quản|chuyển|tổ|đầu|nghiên|thường)$/u.test(written) &&
      /^\s+(?:diện cho|tra công|qua|hành (?:hội|phiên)|ý|lượng|nhiệm vụ|lý,|hiện|xuyên)/u.test(
        text.slice(word.lastIndex),
      )
    )
      break
    end = next.index + next[0].replace(/\.$/u, '').length
  }
  // "Trưởng Ban Chỉ đạo … về phát triển khoa học, công nghệ": a list that goes on is left out whole.
  const field = text.slice(at, end).lastIndexOf(' về ')
  return field > 0 &&
    /^,\s+\p{Ll}/u.test(text.slice(end)) &&
    !/^,\s+(?:đã|với|chủ trì|phát biểu)/u.test(text.slice(end))
    ? at + field
    : end
}
