import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'xep-hang.txt': `
    Bắc Kạn: Kết quả xếp hạng ứng dụng công nghệ thông tin

    BKO - Năm nay, tỉnh Bắc Kạn xếp thứ 40/63 tỉnh, thành phố về phát triển công nghệ thông tin, trong đó hạ tầng kỹ thuật xếp thứ 45, giảm 7 bậc; hạ tầng nhân lực xếp thứ 22, tăng 4 bậc; ứng dụng nội bộ xếp thứ 51, giảm 2 bậc; dịch vụ trực tuyến xếp thứ 18, tăng 12 bậc.

    Phấn đấu đến năm 2028, tỉnh thuộc nhóm 30 địa phương dẫn đầu cả nước về chính quyền số.
  `,
})

const first = async (question: string, conversation?: string) => (await ask(question, conversation)).text.split('\n')[0]

describe('one of several positions', () => {
  it.each([
    ['Chỉ số nào của Bắc Kạn tăng nhiều bậc nhất?', /dịch vụ trực tuyến, tăng 12 bậc/],
    ['chi so nao cua bac kan tut hang nhieu nhat', /hạ tầng kỹ thuật, giảm 7 bậc/],
    ['Bắc Kạn xếp cao nhất về chỉ số nào?', /thứ 18 về dịch vụ trực tuyến/],
    ['chỉ số nào của Bắc Kạn xếp thấp nhất', /thứ 51 về ứng dụng nội bộ/],
    ['ha tang nhan luc va ha tang ky thuat cua bac kan cai nao xep cao hon', /thứ 22 về hạ tầng nhân lực/],
  ])('%s', async (question, words) => {
    expect(await first(question)).toMatch(words)
  })

  it('is followed by its direction', async () => {
    await ask('Bắc Kạn xếp thứ mấy về hạ tầng nhân lực?', 'a')
    expect(await first('tăng hay giảm?', 'a')).toBe('Bắc Kạn xếp thứ 22 về hạ tầng nhân lực, tăng 4 bậc.')
  })
})

it('an aim is no position, which is said', async () => {
  const { text } = await ask('Bắc Kạn xếp thứ mấy về chính quyền số?')
  expect(text).toMatch(/^Tài liệu không nêu thứ hạng đã đạt; chỉ nêu mục tiêu:/)
  expect(text).toContain('nhóm 30')
})

it('all positions are listed when all are asked for', async () => {
  const { text } = await ask('Liệt kê thứ hạng các chỉ số thành phần của Bắc Kạn')
  for (const position of ['45', '22', '51', '18']) expect(text).toContain(`xếp thứ ${position} về`)
})
