import { expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'phien-hop.txt': `
    Thủ tướng chủ trì phiên họp về chuyển đổi số

    (TTX) Sáng 22/4, Thủ tướng chủ trì phiên họp. Năm 2023 tỷ trọng kinh tế số trong GDP đạt khoảng 16,5%, tốc độ tăng trưởng kinh tế số khoảng 20%/năm.

    Một số kết quả của địa phương: Đà Nẵng có tỷ trọng kinh tế số năm 2023 đạt 19,76% GRDP; Bình Dương có 2.300 doanh nghiệp nhỏ và vừa tham gia nền tảng số.
  `,
})

it('says of a province only what is said of it, not what is said of the whole country', async () => {
  const { outcome, text } = await ask('Bình Dương tỷ trọng kinh tế số 2023 bao nhiêu %')
  expect(outcome).toBe('not-found')
  expect(text).not.toContain('16,5%')
})

it('says what a paper of the whole country says of a province', async () => {
  expect((await ask('Đà Nẵng tỷ trọng kinh tế số năm 2023 bao nhiêu %')).text).toContain('19,76%')
  expect((await ask('Bình Dương có bao nhiêu doanh nghiệp tham gia nền tảng số?')).text).toContain('2.300')
})

it('names no province for what is said of all', async () => {
  const [told] = (await ask('tỷ trọng kinh tế số trong GDP năm 2023 đạt bao nhiêu %')).text.split('\n')
  expect(told).not.toMatch(/Đà Nẵng|Bình Dương/)
})
