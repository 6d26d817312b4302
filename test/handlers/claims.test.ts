import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'bao-cao.txt': `
    UBND TỈNH BÌNH AN
    Số: 71/BC-UBND
    Bình An, ngày 12 tháng 11 năm 2024

    BÁO CÁO
    Kết quả chuyển đổi số năm 2024

    1. Khu du lịch Hòn Mơ đã lắp 24 đèn thông minh mới, kết nối 57 đèn hiện có về trung tâm điều hành.
    2. Kinh phí thực hiện là 86,5 tỷ đồng, trong đó ngân sách tỉnh 40 tỷ đồng.
    3. Có 31 xã thành lập tổ công nghệ số cộng đồng.
    5. Chương trình sơ kết vào năm 2027, tổng kết vào năm 2030.
    4. Tỷ lệ hồ sơ giải quyết đúng hạn đạt 97,4%.
  `,
})

describe('a number claimed in a question for yes or no', () => {
  it.each([
    ['Hòn Mơ lắp 57 đèn thông minh mới đúng không?', 'corrected', 'hưa đúng'],
    ['Hòn Mơ lắp 24 đèn thông minh mới đúng không?', 'answered', 'Đúng.'],
    ['Kinh phí thực hiện là 40 tỷ đồng phải không?', 'corrected', 'hưa đúng'],
    ['co 31 xa thanh lap to cong nghe so cong dong dung khong', 'answered', 'Đúng.'],
    ['Có 45 xã thành lập tổ công nghệ số cộng đồng đúng không?', 'corrected', 'hưa đúng'],
    ['chương trình sơ kết năm 2026 đúng không', 'corrected', 'hưa đúng'],
    ['chuong trinh so ket nam 2027 phai k', 'answered', 'Đúng.'],
    ['tỷ lệ hồ sơ đúng hạn đạt 90% phải không', 'corrected', 'hưa đúng'],
  ])('%s', async (question, outcome, words) => {
    const answer = await ask(question)
    expect(answer.outcome).toBe(outcome)
    expect(answer.text).toContain(words)
  })

  it('is left open where the papers give no number of that thing', async () => {
    const { text } = await ask('Hòn Mơ lắp 24 camera thông minh mới đúng không?')
    expect(text).not.toMatch(/^(?:Đúng|Chưa đúng|Không, chưa đúng)/)
  })
})
