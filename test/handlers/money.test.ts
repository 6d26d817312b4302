import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'ke-hoach.txt': `
    ỦY BAN NHÂN DÂN
    TỈNH HÒA BÌNH
    Số: 187/KH-UBND
    Hòa Bình, ngày 21 tháng 9 năm 2023

    KẾ HOẠCH
    Xây dựng thư viện số trong trường học trên địa bàn tỉnh Hòa Bình giai đoạn 2023 - 2026

    I. MỤC TIÊU
    Đến năm 2026 có 95% trường phổ thông có thư viện số, học sinh mượn sách qua điện thoại.

    II. KINH PHÍ THỰC HIỆN
    Tổng kinh phí thực hiện Kế hoạch là 52,8 tỷ đồng, gồm: ngân sách
    trung ương 18,3 tỷ đồng; ngân sách địa phương 24,5 tỷ đồng; nguồn xã hội hóa 10 tỷ đồng.
    Riêng năm 2024 bố trí 13,7 tỷ đồng.
  `,
  'nghi-quyet.txt': `
    HỘI ĐỒNG NHÂN DÂN
    TỈNH AN GIANG
    Số: 23/2023/NQ-HĐND
    An Giang, ngày 08 tháng 12 năm 2023

    NGHỊ QUYẾT
    Sửa đổi, bổ sung một số điều của Nghị quyết số 09/2020/NQ-HĐND ngày 10 tháng 7 năm 2020 quy định mức hỗ trợ hộ nuôi cá tra

    Điều 1. Sửa đổi khoản 2 Điều 3 như sau:
    “2. Hỗ trợ một lần 60% chi phí mua cảm biến đo nước, tối đa không quá 90 triệu đồng/hộ (mức cũ là 40%, tối đa 55 triệu đồng/hộ).”

    Điều 2. Kinh phí
    Tổng kinh phí thực hiện giai đoạn 2024 - 2028 dự kiến 0,9 nghìn tỷ đồng từ ngân sách tỉnh.
  `,
})

describe('money of a paper', () => {
  it.each([
    ['Kế hoạch thư viện số của Hòa Bình hết bao nhiêu tiền?', ['52,8 tỷ']],
    ['kế hoạch 187 Hòa Bình ngân sách địa phương chi bao nhiêu', ['24,5 tỷ']],
    ['Trong kế hoạch thư viện số, ngân sách trung ương bao nhiêu trên tổng kinh phí?', ['18,3 tỷ', '52,8 tỷ']],
    ['Hòa Bình xã hội hóa thư viện số bao nhiêu tiền', ['10 tỷ']],
    ['kinh phí năm 2024 của kế hoạch thư viện số', ['13,7 tỷ']],
    ['Kế hoạch mượn sách của Hòa Bình hết bao nhiêu tiền, riêng 2024 bố trí bao nhiêu?', ['52,8 tỷ', '13,7 tỷ']],
  ])('is given for the whole, a source or a year: %s', async (question, sums) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    for (const sum of sums) expect(text.replace(/\s+/g, ' ')).toContain(sum)
  })

  it('is not made up for a thing of which nothing is said', async () => {
    expect((await ask('Kế hoạch trồng rừng của Hòa Bình hết bao nhiêu tiền?')).outcome).toBe('not-found')
    expect((await ask('năm 2025 kế hoạch thư viện số được cấp bao nhiêu tiền')).text).not.toContain('52,8')
  })

  it.each([
    ['kế hoạch của Hòa Bình và nghị quyết của An Giang, cái nào nhiều kinh phí hơn', 'An Giang nhiều hơn'],
    ['kinh phí của Hòa Bình so với An Giang bên nào thấp hơn', 'Hòa Bình ít hơn'],
  ])('is compared by its worth, with both sums: %s', async (question, verdict) => {
    const { text, citations } = await ask(question)
    expect(text).toContain(verdict)
    expect(text).toContain('52,8 tỷ đồng')
    expect(text).toContain('0,9 nghìn tỷ đồng')
    expect(new Set(citations.map(({ document }) => document.id)).size).toBe(2)
  })

  it('is followed up by the former amount, not by the total', async () => {
    await ask('An Giang hỗ trợ mua cảm biến đo nước tối đa bao nhiêu tiền?', 'cam-bien')
    const { text } = await ask('mức cũ thì sao?', 'cam-bien')
    expect(text).toContain('55 triệu đồng')
    expect(text).not.toContain('0,9')
  })
})
