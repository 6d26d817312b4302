import { describe, expect, it } from 'vitest'
import type { Fact } from '../../src/facts/fact.ts'
import { articleOf, factsIn } from './facts-in.ts'

const shown = ({ kind, subject, value, unit, base, comparator, year }: Fact) => ({
  kind,
  subject,
  value,
  ...(unit && { unit }),
  ...(base && { base }),
  ...(comparator && { comparator }),
  ...(year && { year }),
})

const figures = (text: string) =>
  factsIn(text)
    .filter(({ kind }) => kind === 'target' || kind === 'result' || kind === 'indicator')
    .map(shown)

describe('targets with a number', () => {
  it.each([
    [
      'Đến năm 2030, kinh tế số chiếm 25% GRDP của tỉnh.',
      { kind: 'target', subject: 'kinh tế số', value: '25%', unit: '%', base: 'GRDP', year: 2030 },
    ],
    [
      'Kinh tế số đến năm 2030 chiếm 30% GRDP.',
      { kind: 'target', subject: 'Kinh tế số', value: '30%', unit: '%', base: 'GRDP', year: 2030 },
    ],
    [
      'Phấn đấu đến hết năm 2025, tỷ lệ hồ sơ trực tuyến đạt trên 80%.',
      { kind: 'target', subject: 'tỷ lệ hồ sơ trực tuyến', value: '80%', unit: '%', comparator: '>', year: 2025 },
    ],
    [
      'Đến năm 2030, tổng tỉ suất sinh đạt 2,1 con/phụ nữ.',
      { kind: 'target', subject: 'tổng tỉ suất sinh', value: '2,1', unit: 'con/phụ nữ', year: 2030 },
    ],
    [
      'Đến năm 2030, tuổi thọ trung bình đạt 75 tuổi.',
      { kind: 'target', subject: 'tuổi thọ trung bình', value: '75', unit: 'tuổi', year: 2030 },
    ],
    [
      'Đến năm 2030, tỉ lệ trẻ sơ sinh được tầm soát ít nhất 5 loại bệnh đạt 90%.',
      {
        kind: 'target',
        subject: 'tỉ lệ trẻ sơ sinh được tầm soát ít nhất 5 loại bệnh',
        value: '90%',
        unit: '%',
        year: 2030,
      },
    ],
    [
      'Đến năm 2030, chiều cao trung bình của nam 18 tuổi đạt 169 cm.',
      { kind: 'target', subject: 'chiều cao trung bình của nam 18 tuổi', value: '169', unit: 'cm', year: 2030 },
    ],
    [
      'Đến năm 2025, ít nhất 50% người dân có tài khoản định danh.',
      {
        kind: 'target',
        subject: 'người dân có tài khoản định danh',
        value: '50%',
        unit: '%',
        base: 'người dân',
        comparator: '>=',
        year: 2025,
      },
    ],
    [
      'Tỉnh đặt mục tiêu đào tạo 7.500 kỹ sư vào năm 2030.',
      { kind: 'target', subject: 'đào tạo kỹ sư', value: '7.500', unit: 'kỹ sư', year: 2030 },
    ],
    [
      'Phấn đấu tỷ lệ thanh toán trực tuyến đạt 60% vào năm 2026.',
      { kind: 'target', subject: 'tỷ lệ thanh toán trực tuyến', value: '60%', unit: '%', year: 2026 },
    ],
    [
      'Đến năm 2030, tốc độ tăng năng suất lao động đạt 7,5 - 8% mỗi năm.',
      { kind: 'target', subject: 'tốc độ tăng năng suất lao động', value: '7,5 - 8%', unit: '%', year: 2030 },
    ],
  ])('%s', (sentence, expected) => {
    expect(figures(articleOf(sentence))).toEqual([expected])
  })

  it('carries the year over to the clauses it governs', () => {
    const text = articleOf(
      'Kinh tế số đến năm 2030 chiếm 30% GRDP; tỷ trọng kinh tế số trong từng ngành, lĩnh vực đạt tối thiểu 20% và năng suất lao động hằng năm tăng tối thiểu 8%.',
    )
    expect(
      factsIn(text, 'target').map(({ subject, value, year, period }) => [subject, value, year, period?.inherited]),
    ).toEqual([
      ['Kinh tế số', '30%', 2030, false],
      ['tỷ trọng kinh tế số trong từng ngành, lĩnh vực', '20%', 2030, true],
      ['năng suất lao động hằng năm tăng', '8%', 2030, true],
    ])
  })

  it('takes the nearer of two years', () => {
    const text = articleOf('Kinh tế số chiếm 15% GRDP đến năm 2025; đến năm 2030 kinh tế số chiếm 25% GRDP.')
    expect(factsIn(text, 'target').map(({ value, year }) => [value, year])).toEqual([
      ['15%', 2025],
      ['25%', 2030],
    ])
  })

  it('takes a number behind a second year for the same measure', () => {
    const text = articleOf('Tỷ trọng kinh tế số đến năm 2025 đạt 15%, đến năm 2030 đạt 25%.')
    expect(factsIn(text, 'target').map(({ subject, value, year }) => [subject, value, year])).toEqual([
      ['Tỷ trọng kinh tế số', '15%', 2025],
      ['Tỷ trọng kinh tế số', '25%', 2030],
    ])
  })

  it('takes the year of the heading above a list', () => {
    const text = `ĐỀ ÁN\nChuyển đổi số của tỉnh\n\nI. MỤC TIÊU\n\na) Đến năm 2025\n\n- Tỷ lệ xã có cáp quang đạt 100%.\n\nb) Đến năm 2030\n\n- Tỷ lệ hộ có cáp quang đạt 80%.\n`
    expect(factsIn(text, 'target').map(({ value, year, period }) => [value, year, period?.inherited])).toEqual([
      ['100%', 2025, true],
      ['80%', 2030, true],
    ])
  })
})

describe('targets without a number', () => {
  it.each([
    [
      'Phấn đấu đến năm 2025, tỉnh trở thành tỉnh mạnh về công nghệ thông tin.',
      'trở thành tỉnh mạnh về công nghệ thông tin',
      2025,
    ],
    [
      'Đến năm 2030, Hòa Bình thuộc nhóm 20 địa phương dẫn đầu về chính quyền số.',
      'thuộc nhóm 20 địa phương dẫn đầu về chính quyền số',
      2030,
    ],
    ['Phấn đấu đến năm 2030 hoàn thành lộ trình chuyển đổi số.', 'hoàn thành lộ trình chuyển đổi số', 2030],
    ['Đến năm 2025, toàn bộ cơ quan nhà nước có trợ lý ảo.', 'toàn bộ cơ quan nhà nước có trợ lý ảo', 2025],
    [
      'Tầm nhìn đến năm 2045, tỉnh trở thành trung tâm dược liệu của vùng.',
      'trở thành trung tâm dược liệu của vùng',
      2045,
    ],
  ])('%s', (sentence, value, year) => {
    expect(factsIn(articleOf(sentence), 'target').map((fact) => [fact.value, fact.year])).toEqual([[value, year]])
  })

  it.each([
    'Nghị quyết về chuyển đổi số tỉnh Hòa Bình đến năm 2025, định hướng đến năm 2030 đã được thảo luận.',
    'Hội nghị cho ý kiến về Quy hoạch cấp nước nông thôn đến năm 2020, định hướng đến năm 2050; chủ trương thu hồi đất.',
    'Các cấp ủy tổ chức thực hiện tốt Chiến lược phát triển khoa học đến năm 2030; xây dựng đội ngũ cán bộ.',
    'Tỉnh triển khai Kế hoạch chuyển đổi số giai đoạn 2021 - 2025.',
  ])('the period in the name of a paper is none: %s', (sentence) => {
    expect(figures(articleOf(sentence))).toEqual([])
  })
})

describe('results', () => {
  it.each([
    [
      'Đến nay, tỉnh đã cung cấp 476 dịch vụ công trực tuyến.',
      [{ kind: 'result', subject: 'cung cấp dịch vụ công trực tuyến', value: '476', unit: 'dịch vụ công trực tuyến' }],
    ],
    [
      'Theo thống kê, tỷ lệ hồ sơ trực tuyến tại cấp tỉnh khoảng 43%, cấp huyện và cấp xã chỉ khoảng 1%.',
      [
        { kind: 'result', subject: 'tỷ lệ hồ sơ trực tuyến tại cấp tỉnh', value: '43%', unit: '%', comparator: '~' },
        { kind: 'result', subject: 'cấp huyện và cấp xã', value: '1%', unit: '%', comparator: '~' },
      ],
    ],
    [
      'Năm 2023, tỷ lệ hồ sơ trực tuyến ước đạt 68,3%, tăng 21% so với năm 2022.',
      [{ kind: 'result', subject: 'tỷ lệ hồ sơ trực tuyến', value: '68,3%', unit: '%', year: 2023 }],
    ],
    [
      'Huyện đã lắp đặt 19 camera giám sát và 4 trạm quan trắc.',
      [
        { kind: 'result', subject: 'lắp đặt camera giám sát', value: '19', unit: 'camera giám sát' },
        { kind: 'result', subject: 'trạm quan trắc', value: '4', unit: 'trạm quan trắc' },
      ],
    ],
  ])('%s', (sentence, expected) => {
    expect(figures(articleOf(sentence))).toEqual(expected)
  })

  it.each([
    'Sau gần 15 năm thực hiện Chỉ thị, công nghệ thông tin đã có chuyển biến tích cực.',
    'Tỉnh đã hoàn thành việc nâng cấp dịch vụ mức độ 3 và mức độ 4.',
    'Đến nay, mạng 5G đã phủ sóng khu trung tâm.',
    'Có phải tỉnh đã đạt 90% mục tiêu năm nay?',
    'Đây đã là lần thứ 2 lãnh đạo tỉnh nghe báo cáo.',
    'Đoàn công tác đã làm việc từ 8 giờ đến 11 giờ 30 phút.',
  ])('are not read from: %s', (sentence) => {
    expect(figures(articleOf(sentence))).toEqual([])
  })

  it('are told from targets of the same sentence', () => {
    const text = articleOf('Tỷ lệ hồ sơ trực tuyến hiện đạt 45%; phấn đấu đến năm 2026 đạt 70%.')
    expect(figures(text).map(({ kind, subject, value, year }) => [kind, subject, value, year])).toEqual([
      ['result', 'Tỷ lệ hồ sơ trực tuyến', '45%', undefined],
      ['target', 'Tỷ lệ hồ sơ trực tuyến', '70%', 2026],
    ])
  })

  it('of money set aside are indicators', () => {
    const text = articleOf('Tổng kinh phí thực hiện Đề án là 320 tỷ đồng, trong đó ngân sách tỉnh 180 tỷ đồng.')
    expect(figures(text)).toEqual([
      { kind: 'indicator', subject: 'Tổng kinh phí thực hiện Đề án', value: '320', unit: 'tỷ đồng' },
      { kind: 'indicator', subject: 'ngân sách tỉnh', value: '180', unit: 'tỷ đồng' },
    ])
  })
})

describe('figures of one sentence that are told apart', () => {
  const brief = (text: string) =>
    figures(articleOf(text)).map(({ kind, subject, value, year }) => [kind, subject, value, year])

  it('leaves out what a value is changed from', () => {
    expect(brief('Điều chỉnh chỉ tiêu kinh tế số đến năm 2025 từ 20% GRDP thành 18% GRDP.')).toEqual([
      ['target', 'kinh tế số', '18%', 2025],
    ])
  })

  it('takes what was reached in front of an aim for a result', () => {
    expect(brief('Tỷ trọng kinh tế số năm 2023 đạt 10,4%, mục tiêu đến năm 2025 đạt 20%.')).toEqual([
      ['result', 'Tỷ trọng kinh tế số', '10,4%', 2023],
      ['target', 'Tỷ trọng kinh tế số', '20%', 2025],
    ])
  })

  it('gives no year where the clause before has two', () => {
    expect(
      brief(
        'Đặt mục tiêu đến năm 2025 kinh tế số chiếm 12% GRDP, đến năm 2030 chiếm 22% GRDP; năng suất lao động tăng 7%/năm.',
      ),
    ).toEqual([
      ['target', 'kinh tế số', '12%', 2025],
      ['target', 'kinh tế số', '22%', 2030],
      ['target', 'năng suất lao động tăng', '7%/năm', undefined],
    ])
  })
})

describe('the year of a figure', () => {
  const years = (text: string) =>
    factsIn(text)
      .filter(({ kind }) => kind === 'target' || kind === 'result')
      .map(({ kind, subject, value, year }) => [kind, subject, value, year])

  it.each([
    [
      'Tỉnh đặt mục tiêu kinh tế số chiếm 10% GRDP vào năm 2025 và 20% GRDP vào năm 2030.',
      [
        ['target', 'kinh tế số', '10%', 2025],
        ['target', 'kinh tế số', '20%', 2030],
      ],
    ],
    [
      'Tỷ lệ hồ sơ trực tuyến đã đạt 71,6% (năm 2023 là 58,2%).',
      [
        ['result', 'Tỷ lệ hồ sơ trực tuyến', '71,6%', undefined],
        ['result', 'Tỷ lệ hồ sơ trực tuyến', '58,2%', 2023],
      ],
    ],
    ['Tỷ lệ số hóa đã đạt 83% (kế hoạch 80%).', [['result', 'Tỷ lệ số hóa', '83%', undefined]]],
    [
      'Tỉnh đã có 87 doanh nghiệp công nghệ số, tăng 15% so với năm 2023.',
      [['result', 'doanh nghiệp công nghệ số', '87', undefined]],
    ],
    [
      'Tỉnh đặt mục tiêu năm 2024 đưa chỉ số chung vào nhóm 6 địa phương dẫn đầu và chỉ số PCI tăng ít nhất 5 bậc.',
      [['target', 'chỉ số PCI tăng', '5', 2024]],
    ],
  ])('%s', (sentence, expected) => {
    expect(years(articleOf(sentence))).toEqual(expected)
  })

  it('comes from the headings through all levels, and the topic from the innermost', () => {
    const text = `BÁO CÁO\nKết quả chuyển đổi số\n\nI. KẾT QUẢ NĂM 2024\n\n1. Chính quyền số\n\nTỷ lệ hồ sơ trực tuyến đạt 71,6%.\n\nII. MỤC TIÊU\n\n1. Đến năm 2025\n\na) Về chính quyền số\n\n- Tỷ lệ hồ sơ trực tuyến đạt 75%.\n\nb) Về kinh tế số: 12% GRDP.\n\nIII. PHƯƠNG HƯỚNG NĂM 2026\n\n1. Tỷ trọng kinh tế số đạt 14% GRDP.\n`
    expect(years(text)).toEqual([
      ['result', 'Tỷ lệ hồ sơ trực tuyến', '71,6%', 2024],
      ['target', 'Tỷ lệ hồ sơ trực tuyến', '75%', 2025],
      ['target', 'kinh tế số', '12%', 2025],
      ['target', 'Tỷ trọng kinh tế số', '14%', 2026],
    ])
  })

  it('is that of a day which opens the clause', () => {
    const text = `KẾ HOẠCH\nChuyển đổi số\n\nI. CHỈ TIÊU\n\na) Đến ngày 30/9/2023, 100% dữ liệu hộ tịch được số hóa.\n`
    expect(years(text)).toEqual([['target', 'dữ liệu hộ tịch được số hóa', '100%', 2023]])
  })
})

describe('what is said in the present tense', () => {
  const results = (...paragraphs: string[]) =>
    factsIn(articleOf(...paragraphs), 'result').map(({ subject, value, year, place }) => [subject, value, year, place])

  it.each([
    ['Kinh tế số mới chiếm 4,2% GRDP.', [['Kinh tế số', '4,2%', undefined, undefined]]],
    ['100 % cơ quan sử dụng chữ ký số.', [['cơ quan sử dụng chữ ký số', '100 %', undefined, undefined]]],
    [
      'Trên 80 % hộ, 100 % xã có cáp quang.',
      [
        ['hộ có cáp quang', '80 %', undefined, undefined],
        ['xã có cáp quang', '100 %', undefined, undefined],
      ],
    ],
    [
      'Tỉnh đã có 71% cơ sở khai báo lưu trú trực tuyến.',
      [['cơ sở khai báo lưu trú trực tuyến', '71%', undefined, undefined]],
    ],
  ])('%s', (sentence, expected) => {
    expect(results(sentence)).toEqual(expected)
  })

  it('belongs to each province that a clause names', () => {
    expect(
      results(
        'Ngày 12/3/2024, hai tỉnh họp bàn.',
        'Năm 2023, Lai Châu có tỷ lệ hồ sơ trực tuyến đạt 66%, còn Sơn La đạt 74,5%.',
      ),
    ).toEqual([
      ['tỷ lệ hồ sơ trực tuyến', '66%', 2023, 'Lai Châu'],
      ['tỷ lệ hồ sơ trực tuyến', '74,5%', 2023, 'Sơn La'],
    ])
  })

  it.each([
    'Kế hoạch nêu các mục tiêu cụ thể. 100% cơ quan sử dụng chữ ký số.',
    'Đề án gồm nhiều nội dung. 80% hộ có cáp quang.',
    'Các cơ quan phải bảo đảm 100% văn bản được ký số.',
    'Năm 2030, tỷ lệ hồ sơ trực tuyến đạt 90%.',
  ])('is no result where it may be an aim: %s', (text) => {
    expect(results(text)).toEqual([])
  })
})

describe('sums of money', () => {
  it.each([
    [
      'Tổng mức đầu tư dự kiến là 148 tỷ đồng, chia làm hai giai đoạn: giai đoạn 1 (2021 - 2023) là 95 tỷ đồng; giai đoạn 2 (2024 - 2025) là 53 tỷ đồng.',
      [
        ['Tổng mức đầu tư dự kiến', '148', 'tỷ đồng'],
        ['giai đoạn 1 (2021 - 2023)', '95', 'tỷ đồng'],
        ['giai đoạn 2 (2024 - 2025)', '53', 'tỷ đồng'],
      ],
    ],
    [
      'Hỗ trợ mỗi tổ công nghệ số cộng đồng 3.000.000 đồng/năm.',
      [['Hỗ trợ mỗi tổ công nghệ số cộng đồng', '3.000.000', 'đồng']],
    ],
    [
      'Tổng kinh phí dự kiến 96,5 tỷ đồng, trong đó ngân sách tỉnh 60 tỷ đồng, nguồn xã hội hóa 36,5 tỷ đồng.',
      [
        ['Tổng kinh phí dự kiến', '96,5', 'tỷ đồng'],
        ['ngân sách tỉnh', '60', 'tỷ đồng'],
        ['nguồn xã hội hóa', '36,5', 'tỷ đồng'],
      ],
    ],
  ])('%s', (sentence, expected) => {
    expect(factsIn(articleOf(sentence), 'indicator').map(({ subject, value, unit }) => [subject, value, unit])).toEqual(
      expected,
    )
  })
})
