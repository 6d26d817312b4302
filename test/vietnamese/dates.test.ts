import { describe, expect, it } from 'vitest'
import { findDates, findYears } from '../../src/vietnamese/dates.ts'

describe('findDates', () => {
  it.each<[string, string, string]>([
    ['01/7/2014', '01/7/2014', '2014-07-01'],
    ['07:30 | 15/05/2018', '15/05/2018', '2018-05-15'],
    ['Thứ hai - 13/04/2015 11:00 66 0', '13/04/2015', '2015-04-13'],
    ['22.12.2024', '22.12.2024', '2024-12-22'],
    ['17-10-2000', '17-10-2000', '2000-10-17'],
    ['2024-12-22', '2024-12-22', '2024-12-22'],
    ['Hà Mẫu, ngày 03 tháng 4 năm 2018', 'ngày 03 tháng 4 năm 2018', '2018-04-03'],
    ['NGÀY 22 THÁNG 12 NĂM 2024', 'NGÀY 22 THÁNG 12 NĂM 2024', '2024-12-22'],
    ['ngay 1 thang 7 nam 2014', 'ngay 1 thang 7 nam 2014', '2014-07-01'],
    ['29/02/2024', '29/02/2024', '2024-02-29'],
    ['tháng 3/2021', 'tháng 3/2021', '2021-03'],
    ['tháng 3 năm 2021', 'tháng 3 năm 2021', '2021-03'],
    ['trước 6/2025', '6/2025', '2025-06'],
    ['| 6/2025 |', '6/2025', '2025-06'],
    ['quý 2/2025', 'quý 2/2025', '2025'],
    ['quý II năm 2025', 'quý II năm 2025', '2025'],
    ['đến năm 2030', 'năm 2030', '2030'],
    ['den nam 2030', 'nam 2030', '2030'],
  ])('%s', (text, raw, iso) => {
    const [found, ...more] = findDates(text)
    expect(found).toMatchObject({ raw, iso })
    expect(text.slice(found?.start, found?.end)).toBe(raw)
    expect(more).toEqual([])
  })

  it.each<[string, number, number, string | undefined]>([
    ['Chiều nay (15/5), ông', 15, 5, 'afternoon'],
    ['sáng 4/10', 4, 10, 'morning'],
    ['chiều ngày 23/2', 23, 2, 'afternoon'],
    ['tối 2/9', 2, 9, 'evening'],
    ['ngày 15/5', 15, 5, undefined],
    ['xã hội số ngày 27/4, ông', 27, 4, undefined],
    ['ngày 15-5', 15, 5, undefined],
    ['cuộc họp (27/4)', 27, 4, undefined],
    ['ngày 5 tháng 9', 5, 9, undefined],
    ['chieu 23/2 hop o dau', 23, 2, 'afternoon'],
  ])('a day without year: %s', (text, day, month, partOfDay) => {
    const [found] = findDates(text)
    expect(found).toMatchObject({ precision: 'day-without-year', day, month })
    expect(found?.partOfDay).toBe(partOfDay)
    expect(found?.iso).toBeUndefined()
  })

  it.each([
    'đạt 8/10 tiêu chí',
    'ngày làm việc 8/10 tiêu chí',
    'xếp thứ 26/63',
    'xếp 8/10',
    'trực 24/24 giờ',
    'tỷ lệ 1/500',
    '(8/10)',
    'ngày 31/02/2020',
    'ngày 15/13/2024',
    'sáng 4/13',
    'tháng 13/2024',
    'Việt Nam 2030',
    'Nghị định 12/2020/NĐ-CP',
    '36-NQ/TW',
    'phiên bản 1.2.3',
    '192.168.1.2014',
  ])('no date: %s', (text) => {
    expect(findDates(text)).toEqual([])
  })

  it('finds both ends of a stretch of days', () => {
    const found = findDates('từ ngày 15/5 đến 20/5').map(({ day }) => day)
    expect(found).toEqual([15, 20])
  })

  it('gives the quarter', () => {
    expect(findDates('quý IV/2025')[0]).toMatchObject({ precision: 'quarter', quarter: 4 })
  })
})

describe('findYears', () => {
  it.each<[string, string, string, number | undefined, number]>([
    ['phấn đấu đến năm 2030, tỉnh', 'đến năm 2030', 'by', undefined, 2030],
    ['đến hết năm 2025', 'đến hết năm 2025', 'by', undefined, 2025],
    ['den nam 2030', 'den nam 2030', 'by', undefined, 2030],
    ['den 2025 top may', 'den 2025', 'by', undefined, 2025],
    ['giai đoạn 2021 - 2025', 'giai đoạn 2021 - 2025', 'period', 2021, 2025],
    ['chương trình 2020 – 2025', '2020 – 2025', 'period', 2020, 2025],
    ['từ năm 2021 đến năm 2025', 'từ năm 2021 đến năm 2025', 'period', 2021, 2025],
    ['tầm nhìn đến năm 2045', 'tầm nhìn đến năm 2045', 'vision', undefined, 2045],
    ['định hướng đến năm 2030', 'định hướng đến năm 2030', 'orientation', undefined, 2030],
    ['nhiệm kỳ 2020 - 2025', 'nhiệm kỳ 2020 - 2025', 'term', 2020, 2025],
    ['năm 2024 xếp thứ mấy', 'năm 2024', 'in', undefined, 2024],
    ['tính đến năm 2024', 'tính đến năm 2024', 'in', undefined, 2024],
    ['thế 2030 thì sao', '2030', 'bare', undefined, 2030],
    ['Việt Nam 2030', '2030', 'bare', undefined, 2030],
    ['đến năm 2030'.normalize('NFD'), 'đến năm 2030'.normalize('NFD'), 'by', undefined, 2030],
  ])('%s', (text, raw, role, from, to) => {
    const [found, ...more] = findYears(text)
    expect(found).toMatchObject({ raw, role, to })
    expect(found?.from).toBe(from)
    expect(text.slice(found?.start, found?.end)).toBe(raw)
    expect(more).toEqual([])
  })

  it.each([
    'ngày 03 tháng 4 năm 2018',
    '01/7/2014',
    'tháng 3/2021',
    'quý 2/2025',
    '36/2014/QH13',
    'có 2000 hồ sơ',
    'hơn 1950 người',
    '12.2025',
    '2025%',
  ])('no year of its own: %s', (text) => {
    expect(findYears(text)).toEqual([])
  })
})
