import { describe, expect, it } from 'vitest'
import { findPlaces } from '../../src/vietnamese/places.ts'

const hoChiMinh = 'Thành phố Hồ Chí Minh'
const vungTau = 'Bà Rịa - Vũng Tàu'

describe('findPlaces', () => {
  it.each<[string, string, string, string]>([
    ['BR-VT có mấy nhóm', 'BR-VT', vungTau, 'abbreviation'],
    ['tỉnh BRVT', 'BRVT', vungTau, 'abbreviation'],
    ['Bà Rịa – Vũng Tàu', 'Bà Rịa – Vũng Tàu', vungTau, 'name'],
    ['ba ria vung tau', 'ba ria vung tau', vungTau, 'name'],
    ['ở Vũng Tàu', 'Vũng Tàu', vungTau, 'alias'],
    ['vũng tầu', 'vũng tầu', vungTau, 'slip'],
    ['tp hcm', 'tp hcm', hoChiMinh, 'abbreviation'],
    ['họp tại TP. Hồ Chí Minh', 'TP. Hồ Chí Minh', hoChiMinh, 'alias'],
    ['sài gòn', 'sài gòn', hoChiMinh, 'alias'],
    ['Thừa Thiên - Huế', 'Thừa Thiên - Huế', 'Huế', 'alias'],
    ['ha tinh co may chi tieu', 'ha tinh', 'Hà Tĩnh', 'name'],
    ['hà tỉnh', 'hà tỉnh', 'Hà Tĩnh', 'slip'],
    ['HÀ TĨNH', 'HÀ TĨNH', 'Hà Tĩnh', 'name'],
    ['UBND tỉnh\nHà\nTĩnh', 'Hà\nTĩnh', 'Hà Tĩnh', 'name'],
    ['Hà Tĩnh'.normalize('NFD'), 'Hà Tĩnh'.normalize('NFD'), 'Hà Tĩnh', 'name'],
    ['Bình Ðịnh', 'Bình Ðịnh', 'Bình Định', 'name'],
    ['vinh phuc', 'vinh phuc', 'Vĩnh Phúc', 'name'],
    ['vỉnh phúc', 'vỉnh phúc', 'Vĩnh Phúc', 'slip'],
    ['vinhphuc', 'vinhphuc', 'Vĩnh Phúc', 'slip'],
    ['xếp hạngvĩnhphúc', 'vĩnhphúc', 'Vĩnh Phúc', 'slip'],
    ['vinhx phucs', 'vinhx phucs', 'Vĩnh Phúc', 'slip'],
    ['đăk nông', 'đăk nông', 'Đắk Nông', 'alias'],
    ['dak nong', 'dak nong', 'Đắk Nông', 'name'],
    ['đắc nông', 'đắc nông', 'Đắk Nông', 'alias'],
    ['tỉnh Hòa Bình', 'Hòa Bình', 'Hòa Bình', 'name'],
    ['tỉnh Hoà Bình', 'Hoà Bình', 'Hòa Bình', 'name'],
    ['tinh dien bien', 'dien bien', 'Điện Biên', 'name'],
    ['HT đến 2030', 'HT', 'Hà Tĩnh', 'abbreviation'],
    ['xep hang vp', 'vp', 'Vĩnh Phúc', 'abbreviation'],
  ])('%s', (text, raw, place, via) => {
    const [found, ...more] = findPlaces(text)
    expect(found).toMatchObject({ raw, place, via, candidates: [place] })
    expect(text.slice(found?.start, found?.end)).toBe(raw)
    expect(more).toEqual([])
  })

  it.each([
    'công nghệ an ninh mạng',
    'cong nghe an toan thong tin',
    'hà tính',
    'thành phố Vĩnh Yên',
    'thành phố Vũng Tàu',
    'huyện Hà Nam',
    'châu Á - Thái Bình Dương',
    'ông Nguyễn Thái Bình',
    'hòa bình và ổn định ở Việt Nam',
    'Việt Nam định hướng',
    'hai phòng họp',
    'năng lực quản trị',
    'danh gia lai tinh hinh',
    'dien bien tinh hinh',
    'da nang cao nang luc',
    'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
    'tư tưởng Hồ Chí Minh',
    'VP Tỉnh ủy',
    '15/BTTTT-TTH',
    '32-CT/TU',
    'hỗ trợ 5 kg gạo',
    'vinhphuc.example.vn',
  ])('no province: %s', (text) => {
    expect(findPlaces(text)).toEqual([])
  })

  it.each([
    ['QN xếp thứ mấy', ['Quảng Nam', 'Quảng Ngãi', 'Quảng Ninh']],
    ['tỉnh TN', ['Tây Ninh', 'Thái Nguyên']],
    ['tỉnh BD', ['Bình Định', 'Bình Dương']],
    ['tỉnh BĐ', ['Bình Định']],
  ])('an abbreviation keeps all its readings: %s', (text, candidates) => {
    const [found] = findPlaces(text)
    expect([...(found?.candidates ?? [])].sort()).toEqual([...candidates].sort())
    expect(found?.place).toBe(candidates.length === 1 ? candidates[0] : undefined)
  })

  it('finds several', () => {
    const places = findPlaces('So sánh BR-VT, hà tĩnh và Tây Ninh với Hà Nội, Hồ Chí Minh').map(({ place }) => place)
    expect(places).toEqual([vungTau, 'Hà Tĩnh', 'Tây Ninh', 'Hà Nội', hoChiMinh])
  })
})
