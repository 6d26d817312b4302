import type { Quantity } from './quantities.ts'

/** A number with what it measures or counts, read from a clause. */
export interface Figure {
  readonly quantity: Quantity
  /** What is measured ("tỷ trọng kinh tế số") or counted ("lắp đặt camera giám sát"), in the clause's words. */
  readonly subject: string
  readonly unit?: string
  readonly base?: string
  /** Bounds of its words in the text. */
  readonly start: number
  readonly end: number
}

/** Verbs between what is measured and its number. */
const reaching =
  '(?:đạt(?: được)?|chiếm|bằng|tăng(?: trưởng)?(?: thêm| lên| bình quân| khoảng)?|giảm(?: còn| xuống)?|nâng lên|lên|còn|xuống|là|ước|ước đạt|tối đa|đóng góp|cung cấp|có|duy trì(?: ở)?|vượt|thu hút(?: được)?)'

const measureHead =
  /^(?:tỷ lệ|tỉ lệ|tỷ trọng|số|tổng|mức|chỉ số|năng suất|kinh tế|doanh thu|quy mô|đóng góp|tốc độ|giá trị|thu nhập|khu vực|thuế|kim ngạch|diện tích|độ|trên|dưới|ít nhất|tối thiểu|hơn|gần|khoảng|có|\d)/iu

/** Words that lead into a clause and are no part of what is measured. */
const leading =
  /^(?:[-–+•*,;:.\s]+|(?:và|còn|với|trong đó|theo đó|cụ thể|đồng thời|phấn đấu|mục tiêu(?: là)?|bảo đảm|đảm bảo|sẽ|riêng|ngoài ra|cùng với đó|bên cạnh đó|đến nay|hiện nay|hiện|tới nay|nay|chỉ(?! tiêu| số)|đưa|nâng|như|tức là|đã|được)(?!\p{L}|,? \d{4}))+/iu

/** Words that report or order, in front of what is reported. */
const reporting =
  /^.*(?<!\p{L})(?:cho biết|cho thấy|thống kê|nêu rõ|khẳng định|nhấn mạnh|yêu cầu|đề nghị|rằng|như|với mục tiêu|phấn đấu)(?!\p{L})[,:]?\s+/iu

/** Where the words behind a number stop belonging to it. */
const tailEnd =
  /[,;:.()“”"]|(?<!\p{L})(?:và (?=\d|trên|khoảng|gần|hơn)|trong đó|so với|vào năm|đến năm|trong năm|năm \d|giai đoạn|để|nhằm|bằng|tương đương|qua|theo|do|tại|trên địa bàn|cho|với|từ|kết nối|phục vụ|đang|vào|hàng năm|hằng năm|mỗi năm)(?!\p{L})/iu

/**
 * The figures of a clause: each number with the words it measures or counts. A number whose words cannot be told is left out.
 *
 * @param text the sentence
 * @param from bounds of the clause in it
 * @param quantities the numbers of the sentence
 * @param carried what an earlier clause measured, for "…, đến năm 2030 đạt 25%"
 * @param without stretches that are no part of a measure, such as "đến năm 2030"
 */
export function figuresIn(
  text: string,
  from: number,
  to: number,
  quantities: readonly Quantity[],
  without: readonly { readonly start: number; readonly end: number }[],
  carried?: string,
): Figure[] {
  const own = quantities.filter(({ start, end }) => start >= from && end <= to)
  const figures: Figure[] = []
  let begin = from
  own.forEach((quantity, i) => {
    const next = own[i + 1]
    const left = nearestMeasure(cleaned(text, begin, quantity.from, without))
    const limit = next?.from ?? to
    const subject = figures.at(-1)?.subject ?? carried
    const figure = goesOn(text, quantity, left, subject)
      ? { quantity, subject: subject ?? '', unit: '%', start: begin, end: quantity.end }
      : isShareOf(quantity, left)
        ? shareOf(text, quantity, begin, limit, next !== undefined)
        : readFigure(text, quantity, left, begin, limit)
    if (figure && !bareMovement.test(figure.subject)) figures.push(figure)
    begin = figure && next ? borderBefore(text, figure.end, next.from) : quantity.end
  })
  return figures
}

/** A movement alone, of what was named before: "…, tăng 21 điểm phần trăm so với năm 2022". */
const bareMovement =
  /^(?:tăng|giảm|vượt|cao hơn|thấp hơn|so với|tương ứng|tương đương|đạt|gấp|và|của)(?:\s+(?:thêm|khoảng|so với.*))?$|^so với/iu

/** The same when another figure follows: "20% và năng suất lao động tăng 8%". */
const tailBeforeNext = new RegExp(`${tailEnd.source}|\\svà\\s`, 'iu')

/** A number alone behind its verb is one more value of what was measured before: "đến năm 2030 đạt 25%". */
function goesOn(text: string, { unit, end }: Quantity, left: string, subject: string | undefined): boolean {
  return (
    subject !== undefined &&
    unit?.startsWith('%') === true &&
    /^(?:đạt|chiếm|tăng lên|nâng lên|lên|là|đạt mức)$/iu.test(left) &&
    /^\s*(?:$|[,;.()]|và |vào |đến |trong |năm )/u.test(text.slice(end))
  )
}

/** The part of the words before a number that names what is measured: behind reports, orders and earlier commas. */
function nearestMeasure(left: string): string {
  const reported = tidy(
    left.replace(/^[-–+•*\s]*(?:Theo|Qua|Về|Tại|Trong|Đối với)\s[^,]{2,90},\s*/u, '').replace(reporting, ''),
  )
  const words = reported.split(' ').length > 14 ? reported.replace(/^.*(?<!\p{L})(?:để|nhằm)\s+/iu, '') : reported
  const parts = words.split(/,\s+(?=\S)/u)
  const head = parts.findLastIndex((part) => measureHead.test(part))
  return tidy(head >= 0 ? parts.slice(head).join(', ') : (parts.at(-1) ?? ''))
}

/** "100% người dân được …": the number stands before what it is a share of. */
function isShareOf({ unit }: Quantity, left: string): boolean {
  return unit?.startsWith('%') === true && (left === '' || /^(?:có|đạt|đảm bảo|bảo đảm|duy trì|cung cấp)$/iu.test(left))
}

function shareOf(text: string, quantity: Quantity, begin: number, limit: number, more: boolean): Figure | undefined {
  const end = more ? borderBefore(text, quantity.end, limit) : limit
  const subject = tidy(text.slice(quantity.end, end))
  if (subject.split(' ').length < 2) return undefined
  const base =
    /^(.+?)(?=\s(?:được|có|sử dụng|thực hiện|đạt|ứng dụng|hoàn thành|đủ|tham gia|kết nối|cung cấp|là|biết|triển khai)(?!\p{L}))/iu.exec(
      subject,
    )?.[1]
  return { quantity, subject, unit: quantity.unit ?? '%', ...(base && { base }), start: begin, end }
}

function readFigure(text: string, quantity: Quantity, left: string, begin: number, limit: number): Figure | undefined {
  const measured = new RegExp(
    `^(?<subject>.{2,}?)\\s+${reaching}(?:\\s+(?:ở )?(?:mức|từ|khoảng|bình quân|hằng năm|hàng năm|mỗi năm))*$`,
    'iu',
  ).exec(left)
  const after = text.slice(quantity.end, limit)
  const cut = (/[\d\p{L}]/u.test(text[limit] ?? '') ? tailBeforeNext : tailEnd).exec(after)
  const tailTo = quantity.end + (cut?.index ?? after.length)
  const tail = tidy(text.slice(quantity.end, tailTo))
  if (quantity.unit?.startsWith('%') || quantity.unit === 'điểm') {
    const subject = measured ? withDirection(measured.groups?.subject ?? '', left) : left
    if (!subject || /^(?:từ|và|của|trên)$/iu.test(subject)) return undefined
    const base = baseOf(tail, subject)
    return {
      quantity,
      subject,
      unit: quantity.unit,
      ...(base && { base }),
      start: begin,
      end: base ? tailTo : quantity.end,
    }
  }
  if (quantity.unit !== undefined) {
    const subject = measured ? withDirection(measured.groups?.subject ?? '', left) : left
    if (/^(?:giờ|phút|giây)$/iu.test(quantity.unit) && !/thời gian/iu.test(subject)) return undefined
    return subject ? { quantity, subject, unit: quantity.unit, start: begin, end: tailTo } : undefined
  }
  return countedThings(text, quantity, left, tail, begin, tailTo)
}

/** Nouns of time and persons whose numbers are no results. */
const notCounted =
  /^(?:năm|tháng|tuần|ngày|quý|lần|thập kỷ|giai đoạn|khóa|nhiệm kỳ|tuổi|đồng chí|ông|bà|vị|bên|mặt|phía|chiều|yếu tố|lý do)(?!\p{L})/iu

/** Verbs whose object is counted. */
const doing =
  /\s(?:cung cấp|lắp đặt|tích hợp|đào tạo|bồi dưỡng|tập huấn|xây dựng|triển khai|thử nghiệm|ghi nhận|tiếp nhận|giải quyết|thành lập|cấp|thu hút|kết nối|hoàn thành|tổ chức|ban hành|bố trí|hỗ trợ|phát triển|nhân rộng|hình thành|xử lý|số hóa|mở|trang bị|tạo|đưa|rà soát|công bố|đầu tư|cắt giảm|giảm|tăng|phê duyệt|ký|nghiệm thu|thực hiện|vận hành|duy trì|đạt|có|còn)(?!\p{L})/giu

function countedThings(
  text: string,
  quantity: Quantity,
  left: string,
  tail: string,
  begin: number,
  end: number,
): Figure | undefined {
  const noun = tail.split(' ').slice(0, 14).join(' ')
  if (!/^\p{L}/u.test(noun) || notCounted.test(noun)) return undefined
  const verb = [...` ${left}`.matchAll(doing)].at(-1)
  const words = verb ? ` ${left}`.slice(verb.index).trim() : ''
  const joined = /(?:^|\s)và\s*$/iu.test(text.slice(begin, quantity.from))
  const short = !verb && !joined && left !== '' && left.split(' ').length <= 4 ? left : words
  const subject = tidy(`${short.split(' ').length <= 9 && !/\s(?:và|cho)\s/iu.test(short) ? short : ''} ${noun}`)
  return {
    quantity,
    subject,
    unit: noun.split(/,|\s(?:và|mức|cấp|về|của|tại|trên|được|cho|đang)\s/u)[0] ?? noun,
    start: begin,
    end,
  }
}

/** Growth and decline belong to what is measured: "năng suất lao động tăng". */
function withDirection(subject: string, left: string): string {
  const direction = /(?:^|\s)(tăng trưởng|tăng|giảm)(?:\s\S+){0,3}$/iu.exec(left.slice(subject.length))?.[1]
  return tidy(direction ? `${subject} ${direction}` : subject)
}

function baseOf(tail: string, subject: string): string | undefined {
  const words = tail
    .replace(/\s(?:của (?:tỉnh|cả nước|thành phố|huyện|địa phương|đất nước)).*$/u, '')
    .replace(/^\/\s?/, '')
  if (/^(?:của\s)?\p{L}/u.test(words) && words.split(' ').length <= 12) return words.replace(/^của /u, '')
  return /^tỷ trọng .+? trong (?<base>.+)$/iu.exec(subject)?.groups?.base
}

/** Where the words of the next figure begin: behind the comma or "và" that opens a new measure. */
function borderBefore(text: string, from: number, next: number): number {
  const stretch = text.slice(from, next)
  const separators = [...stretch.matchAll(/[,;]\s*|\s(?:và|còn|với|cùng)\s/giu)]
  const heads = separators.filter((match) => measureHead.test(stretch.slice(match.index + match[0].length) || '0'))
  const chosen = heads[0] ?? separators.find(([sign]) => /^[,;]/.test(sign)) ?? separators.at(-1)
  return chosen ? from + chosen.index + (/^[,;]/.test(chosen[0]) ? 1 : 0) : next
}

function cleaned(
  text: string,
  from: number,
  to: number,
  without: readonly { readonly start: number; readonly end: number }[],
): string {
  let words = ''
  let at = from
  for (const { start, end } of without) {
    if (start < at || end > to) continue
    words += `${text.slice(at, start)} `
    at = end
  }
  return tidy(words + text.slice(at, to))
}

/** Without connecting words in front and punctuation around. */
export function tidy(words: string): string {
  let plain = words.replace(/\s+/g, ' ').trim()
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = plain
      .replace(leading, '')
      .replace(/[\s,;:.(–-]+$/u, '')
      .replace(/\s(?:chỉ|hiện|đã|là|với|và|khoảng|từ|mức|ở mức)$/iu, '')
      .trim()
  }
  return plain
}
