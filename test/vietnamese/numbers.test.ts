import { describe, expect, it } from 'vitest'
import { findNumbers } from '../../src/vietnamese/numbers.ts'

describe('findNumbers', () => {
  it.each<[string, string, number]>([
    ['08 nhóm', '08', 8],
    ['7.500 hồ sơ', '7.500', 7500],
    ['1.234.567 đồng', '1.234.567', 1_234_567],
    ['98,3 điểm', '98,3', 98.3],
    ['98.3 điểm', '98.3', 98.3],
    ['12,00 điểm', '12,00', 12],
    ['1.234,5 ha', '1.234,5', 1234.5],
    ['17 triệu người', '17 triệu', 17_000_000],
    ['2,5 nghìn tỷ đồng', '2,5 nghìn tỷ', 2_500_000_000_000],
    ['2 tỷ rưỡi', '2 tỷ rưỡi', 2_500_000_000],
    ['20 tỷ lệ', '20', 20],
    ['20 văn bản', '20', 20],
    ['ba đột phá', 'ba', 3],
    ['Bốn trụ cột', 'Bốn', 4],
    ['bẩy nhóm', 'bẩy', 7],
    ['tám nhóm', 'tám', 8],
    ['mười hai chỉ tiêu', 'mười hai', 12],
    ['hai mươi lăm', 'hai mươi lăm', 25],
    ['một trăm linh năm xã', 'một trăm linh năm', 105],
    ['hai trăm năm mươi', 'hai trăm năm mươi', 250],
    ['ba nghìn năm trăm tỷ', 'ba nghìn năm trăm tỷ', 3_500_000_000_000],
    ['một vạn dân', 'một vạn', 10_000],
    ['một nửa', 'một nửa', 0.5],
    ['mười năm', 'mười', 10],
    ['năm nhóm nhiệm vụ', 'năm', 5],
    ['nam 2030 co nam nhom', 'nam', 5],
    ['ba nhom giai phap', 'ba', 3],
    ['5 năm', '5', 5],
    ['giá 3.000đ', '3.000', 3000],
    ['dài 10km', '10', 10],
    ['36-NQ/TW có 5 nhóm', '5', 5],
    ['tám nhóm'.normalize('NFD'), 'tám'.normalize('NFD'), 8],
  ])('%s', (text, raw, value) => {
    const [found, ...more] = findNumbers(text)
    expect(found).toMatchObject({ raw, value })
    expect(text.slice(found?.start, found?.end)).toBe(raw)
    expect(more).toEqual([])
  })

  it.each<[string, string, number, number]>([
    ['3 - 5 trung tâm', '3 - 5', 3, 5],
    ['10 – 12%', '10 – 12%', 10, 12],
    ['6,5 - 7%', '6,5 - 7%', 6.5, 7],
    ['từ 3 đến 5 xã', '3 đến 5', 3, 5],
    ['20% đến 25%', '20% đến 25%', 20, 25],
    ['3 - 5 triệu', '3 - 5 triệu', 3_000_000, 5_000_000],
  ])('a range: %s', (text, raw, value, max) => {
    expect(findNumbers(text)).toMatchObject([{ raw, value, max, kind: 'range' }])
  })

  it.each([
    ['xếp thứ 26/63', 26, 63],
    ['xếp thứ 26 trên 63 tỉnh', 26, 63],
    ['đạt 8/10 tiêu chí', 8, 10],
  ])('a fraction: %s', (text, value, of) => {
    expect(findNumbers(text)).toMatchObject([{ value, of, kind: 'fraction' }])
  })

  it.each([
    ['tối thiểu 20%', '>='],
    ['toi thieu 20%', '>='],
    ['ít nhất 5 xã', '>='],
    ['trên 50%', '>'],
    ['hơn 3.000', '>'],
    ['dưới 5', '<'],
    ['không quá 5', '<='],
    ['tối đa 10', '<='],
    ['khoảng 43%', '~'],
    ['gần 7', '~'],
    ['≥ 90', '>='],
    ['từ 50% trở lên', '>='],
    ['tối thiểu đạt 20%', '>='],
    ['trên địa bàn 5 huyện', undefined],
    ['chiếm 30% GRDP', undefined],
    ['cao hơn 3 bậc', undefined],
    ['không thấp hơn 3 bậc', '>='],
    ['vượt 5% kế hoạch', undefined],
  ])('the comparator of %s is %s', (text, comparator) => {
    const [found, ...more] = findNumbers(text)
    expect(found?.comparator).toBe(comparator)
    expect(found?.value).toBeGreaterThan(0)
    expect(more).toEqual([])
  })

  it('takes "out of" for no comparator', () => {
    expect(findNumbers('8 trên 10 tiêu chí').map(({ comparator }) => comparator)).toEqual([undefined, undefined])
  })

  it('knows a percentage', () => {
    expect(findNumbers('5 phần trăm')).toMatchObject([{ raw: '5 phần trăm', percent: true }])
    expect(findNumbers('8%/năm')).toMatchObject([{ raw: '8%', percent: true }])
    expect(findNumbers('8 xã')).toMatchObject([{ percent: false }])
  })

  it('reads "mức độ 3,4" as two levels', () => {
    expect(findNumbers('dịch vụ công mức độ 3,4').map(({ value }) => value)).toEqual([3, 4])
  })

  it.each([
    'đến năm 2030',
    'giai đoạn 2021 - 2025',
    'ngày 01/7/2014',
    'sáng 4/10',
    'theo 36-NQ/TW',
    '07:30',
    '0254.3852.123',
    '192.168.1.1',
    'một số giải pháp',
    'Một là, nâng cao',
    'quảng trường Ba Đình',
    'thứ ba',
    'tháng ba',
    'các năm qua',
    'trong năm nay',
    'ba ria vung tau',
    'sau nhóm',
    'tạm nhóm họp',
    'mạng 5G',
    'bản 3.000x',
    'https://mau.example/tin-3-va-4-7599.html',
    'COVID-19',
  ])('no quantity: %s', (text) => {
    expect(findNumbers(text)).toEqual([])
  })

  it('takes no list label for a quantity', () => {
    expect(findNumbers('1. Mục tiêu\n2.1. Hạ tầng 5 xã\n3) Khác').map(({ value }) => value)).toEqual([5])
  })
})
