import { describe, expect, it } from 'vitest'
import { heldIn, holdersIn } from '../../src/facts/holders.ts'
import { corpusFrom } from '../support/corpus.ts'

const held = (sentence: string, own?: string) =>
  heldIn(sentence, own).map(({ name, position, score }) => [name, position, ...(score === undefined ? [] : [score])])

describe('who holds a place', () => {
  it.each<[string, readonly (readonly unknown[])[]]>([
    ['Dẫn đầu là Lạng Sơn với 88,12%.', [['Lạng Sơn', 1, '88,12%']]],
    ['Lạng Sơn dẫn đầu với 88,12 điểm.', [['Lạng Sơn', 1, '88,12 điểm']]],
    ['Lạng Sơn tiếp tục giữ vị trí dẫn đầu cả nước.', [['Lạng Sơn', 1]]],
    ['Năm thứ ba liên tiếp, Lạng Sơn đứng đầu cả nước.', [['Lạng Sơn', 1]]],
    ['Bộ Công Thương xếp thứ nhất, đạt 91,5 điểm.', [['Bộ Công Thương', 1, '91,5 điểm']]],
    ['Ngôi đầu bảng thuộc về Hòa Bình (71,2 điểm).', [['Hòa Bình', 1, '71,2 điểm']]],
    ['Cà Mau xếp cuối bảng với 70,1%.', [['Cà Mau', 'last', '70,1%']]],
    ['Ở chiều ngược lại, Cà Mau đứng cuối cùng, đạt 70,1 điểm.', [['Cà Mau', 'last', '70,1 điểm']]],
    ['Đội sổ là huyện Mường Thử với 61,05 điểm.', [['huyện Mường Thử', 'last', '61,05 điểm']]],
    ['Chót bảng là Cà Mau.', [['Cà Mau', 'last']]],
    [
      'Lai Châu dẫn đầu và Kon Tum xếp cuối.',
      [
        ['Lai Châu', 1],
        ['Kon Tum', 'last'],
      ],
    ],
    [
      'Đứng đầu khối sở là Sở Xây dựng (93,4 điểm), tiếp theo là Sở Văn hóa, Thể thao và Du lịch (92,8 điểm) và Sở Y tế (92,1 điểm).',
      [
        ['Sở Xây dựng', 1, '93,4 điểm'],
        ['Sở Văn hóa, Thể thao và Du lịch', 2, '92,8 điểm'],
        ['Sở Y tế', 3, '92,1 điểm'],
      ],
    ],
    [
      'Thanh Hóa đứng đầu với 82,4%; kế đến là Nghệ An 81,9%, Bà Rịa - Vũng Tàu 81,2% và Huế 80,7%.',
      [
        ['Thanh Hóa', 1, '82,4%'],
        ['Nghệ An', 2, '81,9%'],
        ['Bà Rịa - Vũng Tàu', 3, '81,2%'],
        ['Huế', 4, '80,7%'],
      ],
    ],
    [
      'Xếp thứ hai là Ngân hàng Nhà nước Việt Nam với 87,1%, thứ ba là Bộ Kế hoạch và Đầu tư với 86,9%.',
      [
        ['Ngân hàng Nhà nước Việt Nam', 2, '87,1%'],
        ['Bộ Kế hoạch và Đầu tư', 3, '86,9%'],
      ],
    ],
    [
      'Cao nhất là vùng Đồng bằng sông Hồng với 85,2%, thấp nhất là Tây Nguyên với 80,3%.',
      [
        ['vùng Đồng bằng sông Hồng', 1, '85,2%'],
        ['Tây Nguyên', 'last', '80,3%'],
      ],
    ],
    ['Huyện Bản Mẫu xếp thứ 7/9.', [['Huyện Bản Mẫu', 7]]],
    ['Việt Nam xếp hạng 71/193 quốc gia.', [['Việt Nam', 71]]],
    [
      'Điện Biên tăng 6 bậc, lên vị trí 31; Hà Nam giảm 2 bậc, xếp thứ 12.',
      [
        ['Điện Biên', 31],
        ['Hà Nam', 12],
      ],
    ],
  ])('%s', (sentence, expected) => {
    expect(held(sentence)).toEqual(expected)
  })

  it('is the province of the paper where only "tỉnh" is named', () => {
    expect(held('Trong vùng, tỉnh đứng thứ 4.', 'Phú Thọ')).toEqual([['Phú Thọ', 4]])
    expect(held('Trong vùng, tỉnh đứng thứ 4.')).toEqual([])
  })

  it.each([
    'Người đứng đầu Sở Nội vụ chịu trách nhiệm.',
    'Phấn đấu đến năm 2027, Lai Châu dẫn đầu vùng về chuyển đổi số.',
    'Mục tiêu đưa Lai Châu đứng đầu cả nước.',
    'Lai Châu thuộc nhóm 10 tỉnh, thành phố dẫn đầu cả nước.',
    'Lai Châu nằm trong top 5 dẫn đầu.',
    'Năm địa phương dẫn đầu là Huế, Hà Nội, Đà Nẵng, Cần Thơ và Lai Châu.',
    'Kon Tum vươn lên sau một năm ở vị trí thứ ba.',
    'Thứ nhất là Nâng cao nhận thức; thứ hai là Hoàn thiện thể chế.',
    'Hạ tầng số của Lai Châu xếp thứ 12.',
    'Lai Châu chưa bao giờ đứng đầu.',
    'Đứng đầu là ai?',
    'Báo cáo trước ngày cuối năm, đầu tháng sau họp ở Hà Nội.',
  ])('is not read from: %s', (sentence) => {
    expect(held(sentence)).toEqual([])
  })
})

describe('rows of a ranking table', () => {
  const holders = (table: string) =>
    holdersIn(corpusFrom({ 'bang.md': `# Kết quả\n\n${table}` }).documents[0]!).map(({ name, position, score, of }) => [
      name,
      position,
      score,
      of,
    ])

  it('hold their places, and the row with the greatest number closes the list', () => {
    expect(
      holders(
        '| Hạng | Huyện, thị xã | Điểm |\n|---|---|---|\n| 1 | Huyện A Mẫu | 90,1 |\n| 2 | Thị xã B Mẫu | 88,0 |\n| … | … | … |\n| 9 | Huyện C Mẫu | 71,5 |',
      ),
    ).toEqual([
      ['Huyện A Mẫu', 1, '90,1', undefined],
      ['Thị xã B Mẫu', 2, '88,0', undefined],
      ['Huyện C Mẫu', 9, '71,5', undefined],
      ['Huyện C Mẫu', 'last', '71,5', 9],
    ])
  })

  it('of the first ones alone have no last', () => {
    const found = holders(
      'Ba địa phương dẫn đầu:\n\n| Xếp hạng | Tỉnh | Chỉ số |\n|---|---|---|\n| 1 | Hà Giang | 0,7 |\n| 2 | Hà Nam | 0,6 |\n| 3 | Hưng Yên | 0,5 |',
    )
    expect(found).toHaveLength(3)
    expect(found.some(([, position]) => position === 'last')).toBe(false)
  })

  it('that rank indicators, or only number their rows, hold none', () => {
    expect(
      holders('| Hạng | Chỉ tiêu | Điểm |\n|---|---|---|\n| 1 | Nhận thức số | 0,7 |\n| 2 | Thể chế số | 0,6 |'),
    ).toEqual([])
    expect(holders('| TT | Huyện | Điểm |\n|---|---|---|\n| 1 | Huyện A Mẫu | 0,7 |')).toEqual([])
  })
})
