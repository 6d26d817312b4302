/** A body of the Party or the State named in a text. */
export interface Body {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** First words of the names of bodies. */
const head =
  /(?<![A-Za-zÀ-ỹ])(?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành|Ban Thường vụ|Ban Chỉ đạo|Ban Cán sự|Ban cán sự|Ban Tuyên giáo|Ban Tổ chức|Ban Dân vận|BTV|BCH|Thường trực|Trung ương|Hội nghị|Đại hội|Quốc hội|Ủy ban|UBND|HĐND|Hội đồng|Chính phủ|Thủ tướng|Chủ tịch(?= (?:UBND|Ủy ban|nước))|Tỉnh ủy|Thành ủy|Huyện ủy|Thị ủy|Quận ủy|Đảng ủy|Đảng bộ|Đảng đoàn|Bộ trưởng|Bộ|Sở|Cục|Tổng cục|Văn phòng|Mặt trận|Tập đoàn|Viện|Công an|Trung tâm)(?![A-Za-zÀ-ỹ])/gu

/** Small words that go on with a name. */
const inside = new Set(
  'trị thư hành ương nhân dân ban hội đồng tướng phủ vụ ủy bộ tịch trưởng tỉnh thành phố huyện thị xã phường quận thông tin truyền khoa học công nghệ kế hoạch đầu tư tài chính nội pháp giáo dục đào tạo tế nông nghiệp phát triển thôn môi trường nguyên giao vận tải xây dựng thương lao động văn hóa thể thao lịch quốc phòng an ninh ngoại thanh tra khóa lần thứ nhất hai ba bốn năm sáu bảy tám chín mười toàn đại biểu đạo chỉ tuyên tổ chức kiểm điện tử sự nước trực ty hữu nghiên cứu viện trung tâm phủ cấp cán đoàn tôn trận số sáng tạo đổi mới chuyển'.split(
    ' ',
  ),
)

/** The body whose name begins at `at`; undefined when none does. */
export function bodyAt(text: string, at: number): Body | undefined {
  head.lastIndex = at
  const match = head.exec(text)
  return match?.index === at ? bodyFrom(text, match) : undefined
}

/** The body whose name ends where the given stretch ends: "… Ban Thường vụ Tỉnh ủy" before "đã ban hành". */
export function bodyBefore(text: string, end: number): Body | undefined {
  const from = Math.max(0, end - 120)
  const to = text.slice(from, end).trimEnd().length + from
  head.lastIndex = 0
  for (const match of text.slice(from, to).matchAll(head)) {
    const body = bodyFrom(text.slice(0, to), { ...match, index: from + match.index, 0: match[0] })
    if (body.end === to) return body
  }
  return undefined
}

function bodyFrom(text: string, match: { readonly index: number; readonly 0: string }): Body {
  let end = match.index + match[0].length
  const word = /(?:,?\s+(?:và\s+)?|\s+-\s+)?(?<word>[A-Za-zÀ-ỹ\d&.]+)/uy
  for (let count = 0; count < 18; count++) {
    word.lastIndex = end
    const next = word.exec(text)
    const written = next?.groups?.word
    if (!next || !written) break
    const joined = /và|,|-/u.test(next[0].slice(0, next[0].length - written.length))
    const capital = /^\p{Lu}/u.test(written)
    if (
      joined
        ? !capital || opensBody(text, next.index + next[0].length - written.length)
        : !capital && !inside.has(written.replace(/\.$/u, ''))
    ) {
      break
    }
    end = next.index + next[0].replace(/\.$/u, '').length
    if (written.endsWith('.')) break
  }
  const name = text.slice(match.index, end)
  return { start: match.index, end, name }
}

function opensBody(text: string, at: number): boolean {
  head.lastIndex = at
  return head.exec(text)?.index === at
}
