/** What the column of a table holds, as far as its heading tells. */
export type ColumnKind = 'label' | 'name' | 'unit' | 'value' | 'agency' | 'time' | 'text' | 'any'

const headings: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^(?:s?tt|số tt|số thứ tự|#|hạng|thứ hạng)\.?$/iu, 'label'],
  [/^(?:đơn vị(?: tính)?|đvt|đv tính)$|^\(?đơn vị tính/iu, 'unit'],
  [
    /chủ trì|phối hợp|phụ trách|(?:cơ quan|đơn vị|tổ chức) (?:thực hiện|theo dõi|tham mưu|báo cáo|đầu mối)|^cơ quan|trách nhiệm/iu,
    'agency',
  ],
  [/thời gian|thời hạn|tiến độ|thời điểm|hoàn thành/iu, 'time'],
  [
    /(?:19|20)\d{2}|^(?:cộng|tổng(?: cộng| số)?|số lượng|số (?:xã|hộ|điểm|lượng|người)|tỷ lệ|điểm(?: số)?|kinh phí|vốn|giá trị|mức|mục tiêu)(?:\s*\(.*\))?$|\(\s*%\s*\)$/iu,
    'value',
  ],
  [/ghi chú|sản phẩm|kết quả|căn cứ/iu, 'any'],
  [
    /chỉ tiêu|chỉ số|mục tiêu|nội dung|nhiệm vụ|tên |^tên$|công việc|đề án|dự án|hạng mục|danh mục|nền tảng|địa phương|xã|huyện|lĩnh vực|nhóm|tiêu chí|họ và tên|đơn vị/iu,
    'name',
  ],
]

/** What a column holds, by the words of its heading. */
export function columnKind(heading: string): ColumnKind {
  const words = heading.replace(/\*\*/g, '').replace(/\s+/g, ' ').trim()
  return headings.find(([pattern]) => pattern.test(words))?.[1] ?? 'any'
}

const number =
  /^(?:(?:trên|dưới|tối thiểu|tối đa|ít nhất|khoảng|từ|đạt|hơn|gần)\s+|[≥≤<>~≈±+]\s*)*[-–]?\d[\d.,]*(?:\s*[-–÷/]\s*\d[\d.,]*)*\s*(?:%|‰|lần|điểm|bậc|tỷ|triệu|đồng|km|ha)?(?:\s*(?:trở lên|đồng))?$/iu
const nothing = /^(?:[-–—…/x]|\.{2,})$/iu
const units =
  /^(?:%|‰|-?nt-?|phần trăm|tỷ(?: đồng)?|triệu(?: đồng)?|(?:nghìn|triệu|tỷ|đồng)[\s/]\S{1,12}(?: \S{1,10})?|đồng|usd|người|hộ|xã|huyện|điểm|hạng|bậc|thứ hạng|km2?|m2|m3|m3\/.{1,12}|ha|tấn|kg|giờ|ngày|tháng|năm|lần|lượt|trạm|cái|bộ|hệ thống|trung tâm|doanh nghiệp|nhà máy|mô hình|cơ sở|trường|thuê bao|hồ sơ|tổ|dự án|văn bản|nền tảng|dịch vụ|chuyên trang|số|thuê bao\/.{1,14}|\S{1,8}\/\S{1,10})$/iu
const time =
  /^(?:(?:trong|đến|trước|hết|từ|cuối|đầu|sau|khoảng)\s+)*(?:quý|tháng|năm|giai đoạn|ngày|(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)|thường xuyên|liên tục)(?![\p{L}])|^(?:\d{1,2}\/)?(?:\d{1,2}\/)?(?:19|20)\d{2}(?:\s*[-–]\s*(?:\d{1,2}\/)?(?:19|20)\d{2})?$/iu
const agency =
  /^[-–+]?\s*(?:các |liên )?(?:bộ|sở|ban|ubnd|ủy ban|uỷ ban|hđnd|hội|hiệp hội|câu lạc bộ|tổng công ty|hợp tác xã|học viện|bệnh viện|cục|chi cục|tổng cục|vụ|viện|văn phòng|vp|công an|thanh tra|kho bạc|ngân hàng|trung tâm|đài|báo|trường|phòng|tỉnh đoàn|thành đoàn|huyện ủy|tỉnh ủy|thành ủy|mặt trận|liên đoàn|liên minh|đoàn|công ty|tập đoàn|bưu điện|bảo hiểm|thông tấn|cơ quan|đơn vị|địa phương|xã|huyện|doanh nghiệp|toàn|chính phủ|tòa án|viện kiểm sát|quân khu|bộ đội|bhxh|vtv|vov)(?![\p{L}])/iu

/** "≥ 20", "40 - 50", "12,5%", "Trên 80": the value of a row. */
export function isNumber(text: string): boolean {
  return number.test(text)
}

/** A dash or dots where a cell has nothing to say. */
export function isNothing(text: string): boolean {
  return nothing.test(text)
}

/** "%", "triệu đồng", "hồ sơ": in what a value is counted. */
export function isUnit(text: string): boolean {
  return text.length <= 24 && units.test(text)
}

/** Whether words can name a row: at least a word, no number and no unit. */
export function isName(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !isNumber(text) && !(isUnit(text) && text.length < 5)
}

/** How badly words stand in a column, from 0 for those that belong there. */
export function misfit(kind: ColumnKind, text: string): number {
  const digits = isNumber(text)
  switch (kind) {
    case 'label':
      return text.length <= 8 && !/\p{L}{3}/u.test(text) ? 0 : 3
    case 'unit':
      if (isUnit(text)) return 0
      return digits || text.length > 40 ? 3 : text.length <= 24 ? 0.3 : 0.8
    case 'value':
      if (digits || isNothing(text)) return 0
      if (/\d/.test(text) && text.length <= 40) return 0.4
      return isUnit(text) || agency.test(text) ? 2 : text.length <= 30 ? 1 : 2.5
    case 'name':
      return digits || isUnit(text) || isNothing(text) ? 3 : agency.test(text) ? 0.3 : 0
    case 'agency':
      return digits || isUnit(text) || time.test(text) ? 3 : agency.test(text) || isNothing(text) ? 0 : 0.8
    case 'time':
      return time.test(text) || isNothing(text) ? 0 : digits ? 0.5 : 1.2
    case 'text':
      return digits || isUnit(text) ? 2 : time.test(text) ? 1.2 : 0
    case 'any':
      return 0
  }
}

/** Whether words begin the name of a body, as the cell of a column of bodies does. */
export function isAgency(text: string): boolean {
  return agency.test(text)
}

/** Whether words are a time, as the cell of a column of times is. */
export function isTime(text: string): boolean {
  return time.test(text)
}
