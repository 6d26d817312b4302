import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'bai.txt': `
    Hà Giang: Hội nghị về thương mại biên giới

    12/5/2024 09:00

    Sáng 10/5, UBND tỉnh Hà Giang tổ chức hội nghị lần thứ hai về thương mại biên giới, do Bí thư Tỉnh ủy Sùng Văn Giả chủ trì.

    Hiện nay, tỉnh xếp thứ 21/63 về thương mại điện tử, trong đó hạ tầng kho vận xếp thứ 14, giảm 5 bậc; thanh toán trực tuyến xếp thứ 33, tăng 2 bậc.

    Quý I, khu vực nông nghiệp tăng 3,1%, khu vực dịch vụ tăng 9,4%. Đến năm 2028, kim ngạch qua cửa khẩu đạt 740 triệu USD.

    Nghị quyết xác định 6 cửa khẩu trọng điểm. Mỗi lô hàng chỉ được kiểm tra một lần.
  `,
  'chi-tieu.md': `
    # PHỤ LỤC
    ## CHỈ TIÊU CHĂN NUÔI TỈNH LẠNG SƠN

    | TT | Chỉ tiêu | Đơn vị tính | Năm 2026 | Năm 2030 |
    |---|---|---|---|---|
    | 1 | Số trang trại được hỗ trợ máng uống | trang trại | 310 | - |
    | 2 | Tỷ lệ đàn bò được tiêm phòng | % | 85 | 95 |
  `,
})

describe('a claim about a figure', () => {
  it.each([
    // "Hạ tầng" is no rise.
    ['hạ tầng kho vận của Hà Giang tăng 5 bậc đúng không', 'Chưa đúng', 'giảm 5 bậc'],
    ['ha tang kho van ha giang giam 5 bac dung khong', 'Đúng', 'giảm 5 bậc'],
    ['hạ tầng kho vận Hà Giang xếp thứ 14 phải không', 'Đúng', 'thứ 14'],
    // Two figures of one sentence.
    ['khu vực nông nghiệp Hà Giang tăng 9,4% đúng không', 'Chưa đúng', '3,1%'],
    ['khu vực dịch vụ Hà Giang tăng 9,4% đúng không', 'Đúng', '9,4%'],
    // The figure is right, and the year is not.
    ['kim ngạch qua cửa khẩu Hà Giang đạt 740 triệu USD vào năm 2025 đúng không', 'Chưa đúng', '2028'],
    // Number words.
    ['ở Hà Giang mỗi lô hàng được kiểm tra ba lần đúng không', 'Chưa đúng', 'một lần'],
    // A figure named in the question of another kind.
    ['Vì sao hạ tầng kho vận của Hà Giang tăng 5 bậc?', 'Chưa đúng', 'giảm 5 bậc'],
  ])('%s', async (question, word, fact) => {
    const { outcome, text } = await ask(question)
    expect(text.startsWith(`${word}.`), text).toBe(true)
    expect(outcome).toBe(word === 'Đúng' ? 'answered' : 'corrected')
    expect(text).toContain(fact)
  })

  it('is not judged where a question only asks', async () => {
    expect((await ask('hạ tầng kho vận Hà Giang tăng hay giảm mấy bậc')).text).toMatch(/^Hà Giang xếp thứ 14/)
    expect((await ask('vì sao thanh toán trực tuyến của Hà Giang tăng 2 bậc')).text).not.toMatch(/^(?:Đúng|Chưa đúng)/)
  })
})

describe('the names of things whose number alone is given', () => {
  it.each(['6 cửa khẩu trọng điểm của Hà Giang là những cửa khẩu nào?', 'kể tên 6 cửa khẩu trọng điểm của Hà Giang'])(
    'are said to be missing: %s',
    async (question) => {
      const { outcome, text, citations } = await ask(question)
      expect(outcome).toBe('not-found')
      expect(text).toMatch(/không nêu cụ thể/)
      expect(citations[0]?.quote).toContain('6 cửa khẩu trọng điểm')
    },
  )
})

describe('what somebody only proposes', async () => {
  const asked = await answersFrom({
    'du-thao.txt': `
      Lấy ý kiến dự thảo nghị quyết hỗ trợ đội thủy lợi

      10/3/2024

      Dự thảo quy định mức hỗ trợ đội trưởng đội thủy lợi ở Cà Mau là 250.000 đồng/tháng.

      Ông Mẫu Văn Thử đề nghị hỗ trợ đội trưởng đội thủy lợi 400.000 đồng/tháng vì đi lại xa.
    `,
  })

  it('makes no claim right', async () => {
    const { text } = await asked('Cà Mau hỗ trợ đội trưởng đội thủy lợi 400.000 đồng/tháng đúng không')
    expect(text).not.toMatch(/^Đúng/u)
  })

  it('is confirmed where the question is about the proposal', async () => {
    const { text } = await asked(
      'Có phải có ý kiến đề nghị hỗ trợ đội trưởng đội thủy lợi ở Cà Mau 400.000 đồng/tháng không',
    )
    expect(text).not.toMatch(/^Chưa đúng/u)
  })
})
