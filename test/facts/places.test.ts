import { describe, expect, it } from 'vitest'
import { documentOf } from '../support/corpus.ts'
import { articleOf, factsIn } from './facts-in.ts'

describe('the province a document is about', () => {
  it.each([
    [
      'its title',
      'Hòa Bình đẩy mạnh chuyển đổi số\n\nĐoàn công tác học tập kinh nghiệm của Quảng Ninh và Đà Nẵng.',
      'Hòa Bình',
    ],
    [
      'its first paragraph',
      articleOf('UBND tỉnh Sơn La vừa họp.', 'Đoàn học tập kinh nghiệm của Quảng Ninh.'),
      'Sơn La',
    ],
    ['its front matter', '---\nplace: Cà Mau\n---\n# Họp bàn\n\nTỉnh Sơn La gửi lời chúc mừng.', 'Cà Mau'],
    [
      'the province it keeps naming',
      articleOf(
        'Hội nghị toàn quốc diễn ra.',
        'Kết quả rõ nét.',
        'Các đại biểu bàn.',
        'Hà Giang nêu. Hà Giang đề xuất. Hà Giang cam kết.',
      ),
      'Hà Giang',
    ],
    [
      'none when the place is that of signing',
      'KẾT LUẬN\nvề chuyển đổi số quốc gia\n\nHà Nội, ngày 01 tháng 11 năm 2012\n\nCác bộ tổ chức thực hiện.',
      undefined,
    ],
    ['none when several are named alike', articleOf('Hội nghị có Hà Giang, Sơn La, Lào Cai tham dự.'), undefined],
    [
      'none for a paper of the whole country',
      articleOf('Các bộ, ngành, địa phương triển khai chuyển đổi số.'),
      undefined,
    ],
  ])('is %s', (_, text, place) => {
    expect(documentOf(text, 'van-ban.md').metadata.place).toBe(place)
  })

  it('is never read from page furniture', () => {
    const text = articleOf('Các sở đã họp.').concat(
      '\n\nCác tin khác\nLào Cai phát triển du lịch\nLào Cai mở hội\nĐịa chỉ: số 1, thành phố Lào Cai, tỉnh Lào Cai\n',
    )
    expect(documentOf(text).metadata.place).toBeUndefined()
  })
})

describe('the province a fact is about', () => {
  it('is the one its sentence names, else that of the document', () => {
    const text =
      'Hòa Bình đẩy mạnh chuyển đổi số\n\nĐến nay, tỉnh đã cung cấp 300 dịch vụ công. Đến nay, tỉnh Quảng Ninh đã cung cấp 900 dịch vụ công.\n'
    expect(factsIn(text, 'result').map(({ value, place }) => [value, place])).toEqual([
      ['300', 'Hòa Bình'],
      ['900', 'Quảng Ninh'],
    ])
  })

  it('keeps the name of its time', () => {
    expect(factsIn('Tỉnh Vĩnh Phúc họp về chuyển đổi số\n\nKế hoạch gồm 4 trụ cột.\n', 'other_count')[0]?.place).toBe(
      'Vĩnh Phúc',
    )
  })
})
