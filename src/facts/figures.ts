import type { Span } from '../vietnamese/sentences.ts'
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
  /^(?:[-–+•*,;:.)\s]+|(?:điều chỉnh(?: chỉ tiêu| mục tiêu)?|giữ nguyên(?: chỉ tiêu| mục tiêu)?|bổ sung chỉ tiêu|và|còn|với|trong đó|theo đó|cụ thể|đồng thời|phấn đấu|mục tiêu(?: là)?|bảo đảm|đảm bảo|sẽ|riêng|ngoài ra|cùng với đó|bên cạnh đó|đến nay|hiện nay|hiện|tới nay|nay|chỉ(?! tiêu| số)|đưa|nâng|như|tức là|đã|được)(?![A-Za-zÀ-ỹ]|,? \d{4}))+/iu

/** Words that report or order, in front of what is reported. */
const reporting =
  /^.*(?<![A-Za-zÀ-ỹ])(?:cho biết|cho thấy|thống kê|nêu rõ|khẳng định|nhấn mạnh|yêu cầu|đề nghị|rằng|như|(?:với|đặt|đặt ra|đề ra|xác định)(?: các| những)? (?:mục tiêu|chỉ tiêu)|phấn đấu)(?![A-Za-zÀ-ỹ])[,:]?\s+/iu

/** Where the words behind a number stop belonging to it. */
const tailEnd =
  /,(?! (?:phường|thị trấn|thị xã|đặc khu|làng|bản|khóm|tổ dân phố|buôn)(?![A-Za-zÀ-ỹ]))|[;:.()“”"]|(?<![A-Za-zÀ-ỹ])(?:và (?=\d|trên|khoảng|gần|hơn)|trong đó|so với|vào năm|đến năm|trong năm|năm \d|giai đoạn|để|nhằm|bằng|tương đương|qua|theo|do|tại|trên địa bàn|cho|với|từ|kết nối|phục vụ|đang|vào|hàng năm|hằng năm|mỗi năm)(?![A-Za-zÀ-ỹ])/iu

/**
 * The figures of a clause: each number with the words it measures or counts. A number whose words cannot be told is left out.
 *
 * @param text the sentence
 * @param from bounds of the clause in it
 * @param quantities the numbers of the sentence
 * @param carried what an earlier clause measured, for "…, đến năm 2030 đạt 25%"
 * @param without stretches that are no part of a measure, such as "đến năm 2030"
 * @param places provinces named in the sentence: they have what is measured and are no part of it
 */
export function figuresIn(
  text: string,
  from: number,
  to: number,
  quantities: readonly Quantity[],
  without: readonly { readonly start: number; readonly end: number }[],
  carried?: string,
  places: readonly Span[] = [],
): Figure[] {
  const inside = quantities.filter(({ start, end }) => start >= from && end <= to)
  const left = formerValues(text, inside)
  const own = inside.filter(({ start }) => !left.some((span) => start >= span.start && start < span.end))
  const aside = [...without, ...left].sort((a, b) => a.start - b.start)
  const figures: Figure[] = []
  const listed: Listed[] = []
  let begin = from
  own.forEach((quantity, i) => {
    const next = own[i + 1]
    const bearers = places.filter(({ start, end }) => start >= begin && end <= quantity.from)
    const left = withoutBearer(
      nearestMeasure(cleaned(text, begin, quantity.from, aside)),
      bearers.map(({ start, end }) => text.slice(start, end)),
    )
    if (next && isInName(text, quantity, left, next)) return
    const limit = next?.from ?? to
    const subject = figures.at(-1)?.subject ?? carried
    const bracket = bracketOf(text, from, quantity)
    const base = repeatedBase(text, quantity, left, limit, figures.at(-1), carried)
    const figure =
      bracket === 'aside'
        ? undefined
        : goesOn(text, quantity, left, subject) || base !== undefined || (bracket === 'of the same' && subject)
          ? { quantity, subject: subject ?? '', unit: '%', ...(base && { base }), start: begin, end: quantity.end }
          : isShareOf(quantity, left)
            ? shareOf(
                text,
                quantity,
                begin,
                next === undefined ? limit : borderBefore(text, quantity.end, limit),
                without,
              )
            : readFigure(text, quantity, left, begin, limit)
    if (figure && !notMeasured.test(figure.subject)) {
      if (listed.length > 0) figures.push(...listed.splice(0).flatMap((part) => withPredicate(part, figure)))
      figures.push(figure)
    } else if (isShareOf(quantity, left) && next !== undefined) {
      listed.push({ quantity, start: begin, noun: tidy(text.slice(quantity.end, next.from)) })
      begin = next.from
      return
    }
    begin = figure && next ? borderBefore(text, figure.end, next.from) : quantity.end
  })
  return figures
}

const rate = /^(?:tỷ|tỉ) (?:lệ|trọng|số|suất)(?![A-Za-zÀ-ỹ])/iu

/**
 * "tỷ lệ trẻ được tầm soát ít nhất 5 loại bệnh đạt 90%", "chiều cao thanh niên 18 tuổi đạt 169 cm": a number in the name of a measure
 * whose value comes behind it.
 */
function isInName(text: string, { unit, end }: Quantity, left: string, next: Quantity): boolean {
  if (unit !== undefined || !ownMeasure.test(left) || left.includes(',') || measuredIn(left)) return false
  const between = text.slice(end, next.from)
  return (
    measuredIn(between.replace(/\s+/g, ' ').trim()) !== null &&
    !/[,;]\s+(?:tỷ|tỉ|tổng|số|mức|chỉ số|tuổi thọ)\s/iu.test(between)
  )
}

/** "từ 20% GRDP thành 18% GRDP", "từ 4 giờ xuống còn 45 phút": what stood before a change, up to the number that it leads to. */
function formerValues(text: string, quantities: readonly Quantity[]): Span[] {
  return quantities.flatMap(({ from, end }, i) => {
    const next = quantities[i + 1]
    const before = /(?<![A-Za-zÀ-ỹ])từ(?: mức)?\s+$/iu.exec(text.slice(0, from).slice(-10))
    const leads =
      next &&
      next.from - end < 60 &&
      /(?<![A-Za-zÀ-ỹ])(?:thành|lên|lên thành|xuống|xuống còn|còn)(?: mức)?\s+$/iu.test(text.slice(end, next.from))
    return before && leads ? [{ start: from - before[0].length, end: next.from }] : []
  })
}

/**
 * A movement alone, of what was named before: "…, tăng 21 điểm phần trăm so với năm 2022", or what a figure is held against: "thấp hơn
 * kế hoạch 12%".
 */
const notMeasured =
  /^(?:tăng|giảm|vượt|cao hơn|thấp hơn|so với|tương ứng|tương đương|đạt|gấp|và|của|còn|là|chiếm|mới|tháng|ngày|năm|là thấp|là cao)(?:\s+(?:thêm|khoảng|so với.*))?$|^so với|^(?:(?:thấp|cao|kém|ít|nhiều) hơn|vượt|đạt|bằng)\s+(?:so với\s+)?(?:mức\s+)?(?:mục tiêu|chỉ tiêu|kế hoạch|KH|cùng kỳ|năm trước|bình quân|trung bình)(?![A-Za-zÀ-ỹ])|^(?:KH|kế hoạch|chỉ tiêu|mục tiêu|cùng kỳ(?: năm trước)?|năm trước|nghị quyết|tăng doanh nghiệp)$/iu

/**
 * What a number inside brackets is: the same measure in another year ("đạt 71,6% (năm 2023 là 58,2%)"), an aside without a measure of its
 * own ("(kế hoạch 12%)"), or a figure like any other.
 */
function bracketOf(text: string, from: number, { from: at, unit }: Quantity): 'of the same' | 'aside' | undefined {
  const open = text.lastIndexOf('(', at)
  if (open < from || text.slice(open, at).includes(')')) return undefined
  const words = text.slice(open + 1, at).trim()
  if (/^năm (?:19|20)\d{2}\s*(?:là|đạt|chiếm|:)?$/iu.test(words)) return unit?.startsWith('%') ? 'of the same' : 'aside'
  return words === '' ||
    /^(?:năm|cùng kỳ|so với|kế hoạch|KH|chỉ tiêu|mục tiêu|tăng|giảm|vượt|đạt|bằng|chiếm|tương đương|trong đó)(?![A-Za-zÀ-ỹ])/iu.test(
      words,
    )
    ? 'aside'
    : undefined
}

/** "chiếm 10% GRDP vào năm 2025 và 20% GRDP vào năm 2030": the base of the figure before, or nothing, behind a bare number. */
function repeatedBase(
  text: string,
  quantity: Quantity,
  left: string,
  limit: number,
  last: Figure | undefined,
  carried: string | undefined,
): string | undefined {
  if (left !== '' || !quantity.unit?.startsWith('%')) return undefined
  const after = text.slice(quantity.end, limit)
  const tail = tidy(after.slice(0, tailEnd.exec(after)?.index ?? after.length))
  if (last === undefined) return carried !== undefined && (tail === '' || economy.test(tail)) ? tail : undefined
  if (!last.unit?.startsWith('%')) return undefined
  return last.base !== undefined && tail.toLowerCase() === last.base.toLowerCase() ? last.base : undefined
}

/** "Về kinh tế số: 12% GRDP": a share of the whole economy says nothing of what has it. */
const economy = /^(?:tổng )?(?:GRDP|GDP|sản phẩm trên địa bàn|tổng sản phẩm)(?![A-Za-zÀ-ỹ])/iu

/** The same when another figure follows: "20% và năng suất lao động tăng 8%". */
const tailBeforeNext = new RegExp(`${tailEnd.source}|\\svà\\s`, 'iu')

/** A number alone behind its verb is one more value of what was measured before: "đến năm 2030 đạt 25%". */
function goesOn(text: string, { unit, end }: Quantity, left: string, subject: string | undefined): boolean {
  return (
    subject !== undefined &&
    unit?.startsWith('%') === true &&
    /^(?:đạt|chiếm|tăng lên|nâng lên|lên|là|đạt mức)$/iu.test(left) &&
    /^\s*(?:GRDP|GDP)?\s*(?:$|[,;.()]|và |vào |đến |trong |năm )/u.test(text.slice(end))
  )
}

/** The part of the words before a number that names what is measured: behind reports, orders and earlier commas. */
function nearestMeasure(left: string): string {
  const reported = tidy(
    left
      .replace(
        /^[-–+•*\s]*(?:(?:Theo|Qua|Về|Tại|Trong|Đối với)\s[^,]{2,90},\s*)?(?:(?:(?:[Tt]ính )?[Đđ]ến (?:hết |cuối )?(?:ngày|tháng|quý)|[Tt]rước (?:ngày|tháng))\s[^,A-Za-zÀ-ỹ]{1,24}(?:,\s*|$)|(?:Theo|Qua) (?:báo cáo|khảo sát|rà soát|thống kê|số liệu)(?:,\s*|$)|[Tt]rên địa bàn(?: toàn)?(?: tỉnh| huyện| thành phố)?(?:,\s*|$))?/u,
        '',
      )
      .replace(reporting, ''),
  )
  const words = reported.split(' ').length > 14 ? reported.replace(/^.*(?<![A-Za-zÀ-ỹ])(?:để|nhằm)\s+/iu, '') : reported
  const parts = words
    .replace(/^(?:về|đối với)\s+/iu, '')
    .replace(/^[^\d]{3,60}:\s+(?=giai đoạn)/iu, '')
    .split(/,\s+(?=\S)/u)
  const head = parts.findLastIndex((part) => measureHead.test(part))
  return tidy(head >= 0 ? parts.slice(head).join(', ') : (parts.at(-1) ?? ''))
}

/** "80% hộ, 100% xã có cáp quang": a share whose predicate stands behind the next one. */
interface Listed {
  readonly quantity: Quantity
  readonly start: number
  readonly noun: string
}

function withPredicate({ quantity, start, noun }: Listed, next: Figure): Figure[] {
  if (!next.base || !next.subject.startsWith(next.base) || noun === '' || noun.split(' ').length > 5) return []
  const subject = `${noun}${next.subject.slice(next.base.length)}`
  return [{ quantity, subject, unit: '%', base: noun, start, end: next.end }]
}

/** "Hòa Bình có tỷ lệ hồ sơ trực tuyến đạt 66%, còn Sơn La đạt 74,5%": who has it is no part of the measure. */
function withoutBearer(left: string, bearers: readonly string[]): string {
  let words = left.replace(
    /^(?:toàn |cả )?(?:tỉnh|thành phố|huyện|xã|nước|ngành)(?:\s(?:đã|hiện|cũng|mới))*\s(?=(?:có|đạt)(?:\s|$))/iu,
    '',
  )
  for (const bearer of bearers) {
    const at = words.indexOf(bearer)
    if (at < 0 || !/^(?:(?:trong khi(?: đó)?|còn|riêng|và|tỉnh|thành phố|UBND tỉnh)\s*)*$/iu.test(words.slice(0, at)))
      continue
    if (/^\s(?:có|đạt|chiếm|là)(?:\s|$)/iu.test(words.slice(at + bearer.length)))
      words = words.slice(at + bearer.length).trim()
  }
  return words.replace(/^(?:có|đạt)\s+(?=(?:tỷ lệ|tỉ lệ|tỷ trọng|tổng số|mức|chỉ số|số)\s)/iu, '')
}

/** "đưa chỉ số A vào nhóm 6 địa phương và chỉ số B tăng 5 bậc": behind an aim of its own begins another measure. */
function lastMeasure(subject: string): string {
  return (
    /(?:thuộc|vào|trong) (?:nhóm|top|tốp)(?![A-Za-zÀ-ỹ]).*\svà\s(?<last>\S.*)$/iu.exec(subject)?.groups?.last ?? subject
  )
}

/** "100% người dân được …": the number stands before what it is a share of. */
function isShareOf({ unit }: Quantity, left: string): boolean {
  return unit?.startsWith('%') === true && (left === '' || /^(?:có|đạt|đảm bảo|bảo đảm|duy trì|cung cấp)$/iu.test(left))
}

function shareOf(
  text: string,
  quantity: Quantity,
  begin: number,
  end: number,
  without: readonly { readonly start: number; readonly end: number }[],
): Figure | undefined {
  const subject = cleaned(text, quantity.end, end, without)
  if (subject.split(' ').length < 2 || economy.test(subject)) return undefined
  const base =
    /^(.+?)(?=\s(?:được|có|sử dụng|thực hiện|đạt|ứng dụng|hoàn thành|đủ|tham gia|kết nối|cung cấp|là|biết|triển khai)(?![A-Za-zÀ-ỹ]))/iu.exec(
      subject,
    )?.[1]
  return { quantity, subject, unit: quantity.unit ?? '%', ...(base && { base }), start: begin, end }
}

function readFigure(text: string, quantity: Quantity, left: string, begin: number, limit: number): Figure | undefined {
  const measured = measuredIn(left)
  const after = text.slice(quantity.end, limit)
  const cut = (/[\dA-Za-zÀ-ỹ]/u.test(text[limit] ?? '') ? tailBeforeNext : tailEnd).exec(after)
  const tailTo = quantity.end + (cut?.index ?? after.length)
  const tail = tidy(text.slice(quantity.end, tailTo))
  if (quantity.unit?.startsWith('%') || quantity.unit === 'điểm') {
    const subject = lastMeasure(measured ? withDirection(measured.groups?.subject ?? '', left) : left)
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
    const subject = lastMeasure(measured ? withDirection(measured.groups?.subject ?? '', left) : left)
    if (/^(?:giờ|phút|giây)$/iu.test(quantity.unit) && !/thời gian/iu.test(subject)) return undefined
    return subject ? { quantity, subject, unit: quantity.unit, start: begin, end: tailTo } : undefined
  }
  const named = measured?.groups?.subject ?? (quantity.comparator && rate.test(left) ? left : '')
  if (ownMeasure.test(named) && /^[A-Za-zÀ-ỹ/]/u.test(tail)) {
    const unit = tail.split(' ').slice(0, longestUnit).join(' ')
    return {
      quantity,
      subject: lastMeasure(named).replace(/,\s*(?:chỉ|mới|hiện|nay)?$/iu, ''),
      unit,
      start: begin,
      end: tailTo,
    }
  }
  return countedThings(text, quantity, left, tail, begin, tailTo)
}

/** What is measured in a unit of its own, so that the words behind its number are that unit and not things counted. */
const ownMeasure =
  /^(?:(?:tỷ|tỉ) (?:lệ|số|suất)|tổng (?:tỷ|tỉ) suất|tuổi thọ|chiều cao|thời gian|mật độ|chỉ số|năng suất|công suất|tốc độ|mức|thu nhập|quy mô|sản lượng|kim ngạch|độ dài|chiều dài)(?![A-Za-zÀ-ỹ])/iu

/** Words that a unit has at most: "bé trai/100 bé gái sinh ra sống". */
const longestUnit = 8

/** The words before a verb that leads to the number: "tỷ trọng kinh tế số | đạt khoảng". */
function measuredIn(left: string): RegExpExecArray | null {
  return leadsToNumber.exec(left)
}

const leadsToNumber = new RegExp(
  `^(?<subject>.{2,}?)\\s+${reaching}(?:\\s+(?:ở )?(?:mức|từ|khoảng|bình quân|hằng năm|hàng năm|mỗi năm))*$`,
  'iu',
)

/** Nouns of time and persons whose numbers are no results. */
const notCounted =
  /^(?:năm|tháng|tuần|ngày|quý|lần|thập kỷ|giai đoạn|khóa|nhiệm kỳ|tuổi|đồng chí|ông|bà|vị|bên|mặt|phía|chiều|yếu tố|lý do)(?![A-Za-zÀ-ỹ])/iu

/** Verbs whose object is counted. */
const doing =
  /\s(?:cung cấp|lắp đặt|tích hợp|đào tạo|bồi dưỡng|tập huấn|xây dựng|triển khai|thử nghiệm|ghi nhận|tiếp nhận|giải quyết|thành lập|cấp|thu hút|kết nối|hoàn thành|tổ chức|ban hành|bố trí|hỗ trợ|phát triển|nhân rộng|hình thành|xử lý|số hóa|mở|trang bị|tạo|đưa|rà soát|công bố|đầu tư|cắt giảm|giảm|tăng|phê duyệt|ký|nghiệm thu|thực hiện|vận hành|duy trì|đạt|có|còn)(?![A-Za-zÀ-ỹ])/giu

function countedThings(
  text: string,
  quantity: Quantity,
  left: string,
  tail: string,
  begin: number,
  end: number,
): Figure | undefined {
  const noun = tail.split(' ').slice(0, 14).join(' ')
  if (!/^[A-Za-zÀ-ỹ]/u.test(noun) || notCounted.test(noun)) return undefined
  const verb = [...` ${left}`.matchAll(doing)].at(-1)
  const words = (verb ? ` ${left}`.slice(verb.index).trim() : '').replace(/^(?:có|còn|đạt)$/iu, '')
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
  if (/^(?:của\s)?[A-Za-zÀ-ỹ]/u.test(words) && words.split(' ').length <= 12) return words.replace(/^của /u, '')
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
      .replace(/\s(?:chỉ|mới|hiện|đã|là|với|và|khoảng|từ|mức|ở mức)$/iu, '')
      .trim()
  }
  return plain
}
