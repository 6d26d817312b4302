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
})
