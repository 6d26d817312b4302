import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'kon-tum.txt': `
    Kon Tum: Tăng trưởng quý I

    12/4/2024

    (kontum.vn) - Trong quý I, tốc độ tăng trưởng kinh tế của tỉnh Kon Tum đạt 7,8%. Hạ tầng phong phú, khu đô thị Hồ Sen chung tay cùng cả nước.
  `,
  'lai-chau.txt': `
    Lai Châu: Mục tiêu đến năm 2030

    15/4/2024

    (laichau.vn) - Đến năm 2030, kinh tế và xã hội số chiếm 18% GRDP của tỉnh Lai Châu. Ngân sách chi 4% cho khoa học.
  `,
  'phien-hai.txt': `
    Phiên họp thứ hai của Ban Chỉ đạo trồng rừng quốc gia

    20/5/2024

    (NDO) - Sáng 19/5, tại Trụ sở Bộ, Ban Chỉ đạo trồng rừng quốc gia đã họp phiên thứ hai.
  `,
  'phien-nhat.txt': `
    Phiên họp thứ nhất của Ban Chỉ đạo trồng rừng quốc gia

    11/1/2024

    (NDO) - Chiều 10/1, tại Trụ sở Bộ, Ban Chỉ đạo trồng rừng quốc gia đã họp phiên thứ nhất.
  `,
  'phu-sen.txt': `
    Phú Sen vận hành trạm quan trắc

    03/2/2024

    (NDO) - Thành phố Phú Sen vận hành trạm quan trắc nước do Công ty Cấp nước chủ trì.
  `,
})

describe('a thing is not taken for its namesake', () => {
  it.each(['tăng trưởng kinh tế số của Kon Tum bao nhiêu', 'kinh te so kon tum quy 1 bao nhieu phan tram'])(
    '%s: not found',
    async (question) => {
      const { outcome, citations } = await ask(question)
      expect(outcome).toBe('not-found')
      expect(citations).toEqual([])
    },
  )

  it('leaves a place out of the comparison that says nothing of the thing', async () => {
    const { text } = await ask('kinh tế số của Lai Châu và Kon Tum, tỉnh nào cao hơn')
    expect(text).toContain('18%')
    expect(text).not.toContain('7,8%')
  })

  it.each(['kinh tế số Lai Châu năm 2030', 'kinh te so cua lai chau den 2030 bao nhieu %'])(
    '%s: found where two things share the word',
    async (question) => {
      expect((await ask(question)).text).toContain('18% GRDP')
    },
  )

  it('finds no name in words that stand apart', async () => {
    const { citations } = await ask('Phú Sen trạm quan trắc do ai chủ trì')
    expect(citations.length).toBeGreaterThan(0)
    for (const { quote } of citations) expect(quote).toContain('Phú Sen')
  })
})

describe('meetings that are counted', () => {
  it.each([
    ['ban chỉ đạo trồng rừng quốc gia họp phiên đầu tiên khi nào', '10/1'],
    ['phiên họp thứ nhất của ban chỉ đạo trồng rừng diễn ra ngày nào', '10/1'],
    ['phien hop thu 2 cua ban chi dao trong rung dien ra ngay nao', '19/5'],
  ])('%s', async (question, day) => {
    const { outcome, citations } = await ask(question)
    expect(outcome).toBe('answered')
    expect(citations.map(({ quote }) => quote).join()).toContain(day)
    expect(citations.map(({ quote }) => quote).join()).not.toContain(day === '10/1' ? '19/5' : '10/1')
  })

  it('knows nothing of a meeting that no document names', async () => {
    expect((await ask('phiên họp thứ năm của ban chỉ đạo trồng rừng diễn ra ngày nào')).outcome).toBe('not-found')
  })
})

describe('"có … nào … không"', () => {
  it.each(['có tỉnh nào chi 4% ngân sách cho khoa học không', 'co dia phuong nao chi 4% cho khoa hoc khong'])(
    '%s: quoted without a verdict',
    async (question) => {
      const { text } = await ask(question)
      expect(text).toContain('Ngân sách chi 4% cho khoa học.')
      expect(text).not.toMatch(/^(?:Đúng|Chưa đúng)/u)
    },
  )
})
