import { describe, expect, it } from 'vitest'
import { articleOf, factsIn } from './facts-in.ts'

const events = (text: string) =>
  factsIn(text, 'event_date').map(({ subject, value, date }) => [
    subject,
    value,
    date?.iso,
    date?.yearFrom,
    date?.venue,
  ])

describe('events', () => {
  it.each([
    [
      'Chiều 23/2, tại Trung tâm Văn hóa tỉnh, UBND tỉnh tổ chức hội nghị trực tuyến về chuyển đổi số.',
      ['hội nghị trực tuyến về chuyển đổi số', 'Chiều 23/2', undefined, undefined, 'Trung tâm Văn hóa tỉnh'],
    ],
    [
      'Sáng 15/5, tại Trung tâm Hội nghị tỉnh, Chủ tịch UBND tỉnh chủ trì hội nghị lần thứ 3 của Ban Chỉ đạo với chủ đề “Xanh”.',
      ['hội nghị lần thứ 3 của Ban Chỉ đạo', 'Sáng 15/5', undefined, undefined, 'Trung tâm Hội nghị tỉnh'],
    ],
    [
      'Sáng nay (12/3), tại Nhà văn hóa huyện, Tỉnh đoàn tổ chức Ngày hội việc làm.',
      ['Ngày hội việc làm', 'Sáng nay (12/3)', undefined, undefined, 'Nhà văn hóa huyện'],
    ],
    [
      'Phiên họp thứ hai của Ban Chỉ đạo diễn ra chiều 4/3/2025 tại trụ sở UBND tỉnh.',
      ['Phiên họp thứ hai của Ban Chỉ đạo', 'chiều 4/3/2025', '2025-03-04', undefined, 'trụ sở UBND tỉnh'],
    ],
    [
      'Phát biểu tại hội nghị cho ý kiến vào Đề án ngày 27/4, lãnh đạo tỉnh nêu yêu cầu.',
      ['hội nghị cho ý kiến vào Đề án', 'ngày 27/4', undefined, undefined, undefined],
    ],
    [
      'Đảng bộ UBND tỉnh được thành lập ngày 7/2/2025 với nhiều tổ chức cơ sở.',
      ['Đảng bộ UBND tỉnh được thành lập', 'ngày 7/2/2025', '2025-02-07', undefined, undefined],
    ],
  ])('%s', (sentence, expected) => {
    expect(events(articleOf(sentence))).toEqual([expected])
  })

  it.each([
    ['05/10/2016', 'sáng 4/10', '2016-10-04'],
    ['02/01/2024', 'sáng 29/12', '2023-12-29'],
    ['15/05/2018', 'chiều 15/5', '2018-05-15'],
  ])('take a missing year from the date line %s', (line, day, iso) => {
    const text = `Hội nghị chuyển đổi số của tỉnh miền núi\n${line}\n\nHội nghị quán triệt nghị quyết được tổ chức ${day} với sự tham gia của các sở.\n`
    expect(events(text)).toEqual([['Hội nghị quán triệt nghị quyết', day, iso, line, undefined]])
  })

  it.each([
    'Tỉnh thực hiện Nghị quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị.',
    'Hội nghị đã thống nhất nội dung (nguồn đăng ngày 15/05/2018).',
    'Quy định áp dụng kể từ ngày 01/01/2024 trên toàn quốc.',
    'Các sở báo cáo hội nghị trước ngày 30/6/2025.',
  ])('have no date in: %s', (sentence) => {
    expect(events(articleOf(sentence))).toEqual([])
  })
})

describe('deadlines in prose', () => {
  it.each([
    ['Trong tháng 3/2021 sẽ trình Tỉnh ủy để ban hành nghị quyết.', 'tháng 3/2021', '2021-03'],
    ['Bộ chỉ số phải đưa vào sử dụng ngay trong quý 2/2025.', 'quý 2/2025', '2025'],
    ['Các sở báo cáo kết quả, hoàn thành trước ngày 30/6/2025.', '30/6/2025', '2025-06-30'],
  ])('%s', (sentence, value, iso) => {
    expect(factsIn(articleOf(sentence), 'deadline').map((fact) => [fact.value, fact.date?.iso])).toEqual([[value, iso]])
  })

  it.each(['Trong tháng 3/2021, tỉnh đã trình Chính phủ đề án.', 'Năm 2025 là năm bản lề của chuyển đổi số.'])(
    'are not read from: %s',
    (sentence) => {
      expect(factsIn(articleOf(sentence), 'deadline')).toEqual([])
    },
  )
})
