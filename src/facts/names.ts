import type { Span } from '../vietnamese/sentences.ts'

/** A person's full name in a text. */
export interface PersonName {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** Vietnamese family names, those of ethnic minorities among them. */
const families =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Mai|Tô|Trương|Đinh|Đoàn|Lâm|Trịnh|Hà|Cao|Tạ|Lương|Tống|Chu|Thái|Vương|Tăng|Kiều|Quách|La|Phùng|Lưu|Đào|Doãn|Đàm|Nông|Hứa|Thạch|Kim|Vi|Ma|Triệu|Giàng|Lò|Quàng|Cầm|Bế|Điểu|Ksor|Rơ|Siu|Mùa|Thào|Vàng|Sùng|Lầu|Hầu|Giáp|Ninh|Nghiêm|Khuất|Lại|Văn|Từ|Uông|Phí|Bàn|Châu|Thân|Tòng|Viên|Khúc|Mạc|Tiêu|Âu|Bạch|Cấn|Chử|Cù|Đậu|Đồng|Đường|Giang|Hạ|Hàn|Khổng|Lã|Lục|Mẫn|Ngụy|Nhữ|Ôn|Quản|Sầm|Thẩm|Thiều|Tôn|Trang|Trà|Ứng|Vy|Yên|Ngọ|Hán|Diệp|Quan|Danh|Sơn|Liễu|Lô|Lương|Mã|Nhâm|Thi|Vì|Lềnh|Sì|Chảo|Phàn|Tẩn|Hảng|Cháng|Chang|Hờ|Và|Xồng|Lữ|Lự|Hà|Cụt|Moong|Rcom|Nay|Rmah|Kpă|Đinh|Hiao|Ayun|Niê|Mlô|Bhling|Zơrâm|Alăng|Hôih|Thị'

const syllable = '\\p{Lu}\\p{Ll}+'
const fullName = new RegExp(
  `(?:(?<=(?:ông|bà|đồng chí|đ/c|Ông|Bà|Đồng chí)\\s)(?<titled>${syllable}(?:\\s${syllable}){1,4})(?![A-Za-zÀ-ỹ]))|(?<![A-Za-zÀ-ỹ\\d]|[A-Za-zÀ-ỹ]\\.)(?<name>(?:(?:${families})(?:\\s${syllable}){1,4})|(?:Y|H'|K'|A)\\s?${syllable}(?:\\s${syllable}){0,2})(?![A-Za-zÀ-ỹ])`,
  'gu',
)

const beginsName = new RegExp(`^\\s(?:${families})\\s${syllable}`, 'u')

/** Offices and bodies that follow a name without a comma and are no part of it. */
const notName =
  /^(?:Ủy|Bí thư|Phó|Chủ|Giám|Tổng|Trưởng|Bộ|Sở|Ban|Đảng|Tỉnh|Thành (?:ủy|uỷ|phố)|Chánh|Cục|Vụ|Hội (?:đồng|nghị|nông|liên)|Quốc (?:hội|gia)|Trung (?:ương|tâm)|Ông|Bà|Đồng chí|Thường|Thứ|Viện|Công (?:an|ty|nghệ|đoàn)|Phòng|UBND|Thủ|Đại (?:học|hội|biểu)|Hiệu|Trường|Nghị|Chương trình|Kế hoạch|Quyết|Chỉ thị|Đề án|Văn phòng|Nhân dân|Việt Nam)/u

/** Names of institutions and streets made of what could be a name. */
const notPerson =
  /^(?:Hồ Chí Minh|Mê Linh|Hà Nội|Văn Miếu|Kim Ngân|La Mã|Trung Quốc|Văn Phòng|Ma Cao|Thái Lan|Yên Bái|Trà Vinh|Vàng Danh)$/u

/**
 * Full names of persons in the order of the text. A family name alone is none.
 * @param places provinces named in the text, which are no persons
 */
export function findNames(text: string, places: readonly Span[]): PersonName[] {
  const names: PersonName[] = []
  const pattern = new RegExp(fullName)
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    // "Chủ tịch UBND tỉnh Hà Tĩnh Võ …": the province has a family name's form, and the person's name comes behind it.
    const place = places.find(({ start }) => start === match?.index)
    if (place && beginsName.test(text.slice(place.end))) {
      pattern.lastIndex = place.end
      continue
    }
    const written = match.groups?.name ?? match.groups?.titled ?? ''
    const kept: string[] = []
    for (const part of written.split(' ')) {
      const at = match.index + kept.join(' ').length + 1
      if (kept.length >= 2 && notName.test(text.slice(at, at + 16))) break
      kept.push(part)
    }
    const name = kept.join(' ')
    const end = match.index + name.length
    if (kept.length < 2 || notPerson.test(name) || /^\sniên/u.test(text.slice(end))) continue
    if (places.some((place) => place.start < end && place.end > match.index && !longer(kept, place.end - place.start)))
      continue
    if (
      /(?:đường|phố|phường|xã|trường|huyện|thành phố|quận|tư tưởng|khu phố)\s$/iu.test(
        text.slice(Math.max(0, match.index - 12), match.index),
      )
    )
      continue
    names.push({ start: match.index, end, name })
  }
  return names
}

/** "Hà Nam Ninh" is longer than the province it begins with. */
function longer(kept: readonly string[], placeLength: number): boolean {
  return kept.length >= 3 && kept.join(' ').length > placeLength
}
