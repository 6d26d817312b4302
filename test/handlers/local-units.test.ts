import { beforeAll, describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const paper = (unit: string, cameras: number, share: number) =>
  `Báo cáo của ${unit}\n\n${unit.charAt(0).toUpperCase()}${unit.slice(1)} đặt mục tiêu đến năm 2030 kinh tế số chiếm ${share}% tổng thu. Toàn địa bàn đã lắp đặt ${cameras} camera giám sát.\n`

const head = (unit: string, province: string) =>
  `ỦY BAN NHÂN DÂN\n${unit.toUpperCase()}\nSố: 12/BC-UBND\n\n${province}, ngày 5 tháng 3 năm 2026\n\nBÁO CÁO\nTình hình chuyển đổi số của tỉnh ${province} tại địa phương\n\n${unit.charAt(0).toUpperCase()}${unit.slice(1)}, tỉnh ${province} có 7 nhà văn hóa thôn.\n`

describe('papers of communes and wards', () => {
  let ask: Awaited<ReturnType<typeof answersFrom>>
  beforeAll(async () => {
    ask = await answersFrom({
      'a.txt': paper('xã Sơn Phước', 12, 21),
      'b.txt': paper('xã Kim Lộc', 34, 43),
      'c.txt': paper('phường Kim Giang', 56, 65),
      'd.md': `---\ntitle: Báo cáo của xã An Khê\nplace: Yên Bái\n---\n\n${paper('xã An Khê', 78, 11)}`,
      'e.md': `---\ntitle: Báo cáo của xã An Khê\nplace: Trà Vinh\n---\n\n${paper('xã An Khê', 91, 13)}`,
      'f.txt': head('xã Tân Lập', 'Bình Phước'),
    })
  })

  it.each([
    ['Xã Kim Lộc có bao nhiêu camera?', 'answered', '34 camera'],
    ['xa son phuoc nam 2030 kinh te so bao nhieu phan tram', 'answered', '21%'],
    ['Kim Giang đã lắp đặt bao nhiêu camera', 'answered', '56 camera'],
    ['phường Kim Lộc có bao nhiêu camera?', 'not-found', ''],
    ['xã Kim Phước có bao nhiêu camera?', 'not-found', ''],
    ['xã An Khê có bao nhiêu camera?', 'clarify', 'Trà Vinh'],
    ['xã An Khê tỉnh Trà Vinh có bao nhiêu camera?', 'answered', '91 camera'],
    ['xã Tân Lập có mấy nhà văn hóa thôn?', 'answered', '7 nhà văn hóa'],
    ['/muctieu 2030 phường Kim Giang', 'answered', '65%'],
  ])('%s → %s %s', async (question, outcome, words) => {
    const answer = await ask(question)
    expect(answer.outcome).toBe(outcome)
    expect(answer.text).toContain(words)
  })

  it('names the unit, and not its province, as the one that has the target', async () => {
    const { text } = await ask('Đến năm 2030 xã Sơn Phước đặt mục tiêu gì?')
    expect(text).toMatch(/^Đến năm 2030, xã Sơn Phước đặt mục tiêu/)
  })

  it('follows up from one unit to another', async () => {
    await ask('Xã Kim Lộc có bao nhiêu camera?', 'phường')
    expect((await ask('còn xã Sơn Phước thì sao?', 'phường')).text).toContain('12 camera')
  })

  it('sets two units side by side', async () => {
    const { text } = await ask('So sánh mục tiêu kinh tế số năm 2030 của xã Sơn Phước và phường Kim Giang')
    expect(text).toMatch(/xã Sơn Phước: .*21%/)
    expect(text).toMatch(/phường Kim Giang: .*65%/)
  })
})
