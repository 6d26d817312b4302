import { expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'phien-hop.txt': `
    Ban Chỉ đạo chuyển đổi số tỉnh Yên Bái họp phiên thứ tám

    YBO - Sáng 22/4/2024, Phó Chủ tịch UBND tỉnh Trần Văn Mẫu chủ trì phiên họp lần thứ 8 của Ban Chỉ đạo chuyển đổi số tỉnh với chủ đề kinh tế số.

    Giám đốc Sở Thông tin và Truyền thông Lê Thị Thử trình bày báo cáo tại phiên họp.
  `,
})

it('answers of the meeting that is asked about, and of no other', async () => {
  expect((await ask('phiên họp lần thứ 8 của Ban Chỉ đạo chuyển đổi số có chủ đề gì')).text).toContain('kinh tế số')
  const other = await ask('phiên họp lần thứ 9 của Ban Chỉ đạo chuyển đổi số có chủ đề gì')
  expect(other.text).not.toContain('Chưa đúng')
  expect(other.outcome).toBe('not-found')
  const day = await ask('phiên họp lần thứ 10 của Ban Chỉ đạo chuyển đổi số diễn ra ngày nào')
  expect(day.outcome).toBe('not-found')
  expect(day.text).not.toContain('22/4/2024')
})

it('takes an office for no proof of a deed', async () => {
  const { text } = await ask(
    'Giám đốc Lê Thị Thử chủ trì phiên họp lần thứ 8 của Ban Chỉ đạo chuyển đổi số tỉnh Yên Bái đúng không?',
  )
  expect(text).not.toMatch(/^Đúng/)
})
