import { describe, expect, it } from 'vitest'
import { articleOf, factsIn } from './facts-in.ts'

const rankings = (sentence: string) =>
  factsIn(articleOf(sentence), 'ranking').map(({ subject, value, rank }) => [
    subject,
    value,
    rank?.position,
    rank?.of,
    rank?.change,
    rank?.direction,
  ])

describe('rankings', () => {
  it('of one sentence each keep their indicator and movement', () => {
    expect(
      rankings(
        'Hiện nay, tỉnh Hòa Bình xếp thứ 26/63 tỉnh, thành về phát triển công nghệ thông tin, trong đó hạ tầng cơ sở xếp thứ 31, giảm 6 bậc; hạ tầng nhân lực xếp thứ 12, tăng 3 bậc và môi trường chính sách xếp thứ 9, giữ nguyên so với năm trước.',
      ),
    ).toEqual([
      ['phát triển công nghệ thông tin', '26/63', 26, 63, undefined, undefined],
      ['hạ tầng cơ sở', 'thứ 31', 31, undefined, 6, 'down'],
      ['hạ tầng nhân lực', 'thứ 12', 12, undefined, 3, 'up'],
      ['môi trường chính sách', 'thứ 9', 9, undefined, undefined, 'same'],
    ])
  })

  it.each([
    ['Chỉ số cải cách hành chính của tỉnh đứng thứ 18/63.', ['Chỉ số cải cách hành chính của tỉnh', '18/63', 18, 63]],
    ['Chỉ số hài lòng đứng thứ nhất cả nước.', ['Chỉ số hài lòng', 'thứ nhất', 1, undefined]],
    ['Năm 2023, tỉnh xếp hạng 40 về chuyển đổi số.', ['chuyển đổi số', 'thứ 40', 40, undefined]],
  ])('%s', (sentence, [subject, value, position, of]) => {
    expect(rankings(sentence)).toEqual([[subject, value, position, of, undefined, undefined]])
  })

  it.each([
    'Huyện đạt 8/10 tiêu chí nông thôn mới.',
    'Theo bảng xếp hạng năm 2023, nhiều chỉ số được cải thiện.',
    'Phấn đấu đến năm 2025, tỉnh xếp thứ 10 về chuyển đổi số.',
    'Hội nghị lần thứ sáu diễn ra sáng thứ hai.',
    'Có phải tỉnh đang xếp thứ 5 cả nước không?',
  ])('are not read from: %s', (sentence) => {
    expect(rankings(sentence)).toEqual([])
  })

  it('take the index in front of the province, and its year for all that follows', () => {
    const facts = factsIn(
      articleOf(
        'Chỉ số chuyển đổi số cấp tỉnh (DTI) năm 2023, Hòa Bình xếp thứ 8/63 tỉnh, thành phố, giảm 2 bậc so với năm 2022; trong đó chính quyền số xếp thứ 5, kinh tế số xếp thứ 11, giảm 3 bậc.',
      ),
      'ranking',
    )
    expect(facts.map(({ subject, year, place }) => [subject, year, place])).toEqual([
      ['Chỉ số chuyển đổi số cấp tỉnh (DTI)', 2023, 'Hòa Bình'],
      ['chính quyền số', 2023, 'Hòa Bình'],
      ['kinh tế số', 2023, 'Hòa Bình'],
    ])
  })

  it('have a movement in front of them, and no holder behind', () => {
    const facts = factsIn(
      articleOf(
        'Chỉ số PAR INDEX của Hòa Bình tăng 35 bậc, lên vị trí 22; Sơn La giảm 21 bậc, xếp thứ 44. Bộ Thử đứng đầu với 89,95%, xếp thứ hai là Ngân hàng Mẫu với 89,89%. Lai Châu dẫn đầu sau một năm ở vị trí thứ hai.',
      ),
      'ranking',
    )
    expect(facts.map(({ place, rank }) => [place, rank?.position, rank?.change, rank?.direction])).toEqual([
      ['Hòa Bình', 22, 35, 'up'],
      ['Sơn La', 44, 21, 'down'],
    ])
    expect(facts.map(({ subject }) => subject)).toEqual(['Chỉ số PAR INDEX', 'Chỉ số PAR INDEX'])
  })

  it('keep the indicator when the next clause names a province alone', () => {
    const facts = factsIn(
      articleOf('Lai Châu xếp thứ 19/63 về chỉ số chuyển đổi số, tăng 7 bậc; Sơn La xếp thứ 41/63, giảm 2 bậc.'),
      'ranking',
    )
    expect(facts.map(({ subject, value, place }) => [subject, value, place])).toEqual([
      ['chỉ số chuyển đổi số', '19/63', 'Lai Châu'],
      ['chỉ số chuyển đổi số', '41/63', 'Sơn La'],
    ])
  })

  it.each([
    [
      'Chỉ số cải cách hành chính (PAR) năm 2023 đạt 88,76 điểm, xếp thứ 9/63.',
      'Chỉ số cải cách hành chính (PAR)',
      2023,
    ],
    ['Chỉ số hài lòng đạt 84%, xếp thứ 17/63, giữ nguyên so với năm 2022.', 'Chỉ số hài lòng', undefined],
    ['Số điểm của tỉnh năm 2021 là 0,4102, xếp thứ 20/63.', 'Số điểm của tỉnh', 2021],
    ['Chính quyền số Hòa Bình xếp thứ 20.', 'Chính quyền số', undefined],
  ])('are about the indicator alone: %s', (sentence, subject, year) => {
    expect(factsIn(articleOf(sentence), 'ranking').map((fact) => [fact.subject, fact.year])).toEqual([[subject, year]])
  })

  it.each(['Năm 2022, Hòa Bình xếp thứ 12 cả nước.', 'Tỉnh đứng thứ 5.'])(
    'are not read without an indicator: %s',
    (sentence) => {
      expect(rankings(sentence)).toEqual([])
    },
  )

  it('part two indexes that one verb ranks', () => {
    const found = factsIn(articleOf('Năm 2023 tỉnh xếp thứ 2/63 về chỉ số PCI và thứ 10/63 về DTI.'), 'ranking')
    expect(found.map(({ subject, value }) => [subject, value])).toEqual([
      ['chỉ số PCI', '2/63'],
      ['DTI', '10/63'],
    ])
  })
})
