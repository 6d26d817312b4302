import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'quyet-dinh.txt': `
    ỦY BAN NHÂN DÂN
    TỈNH GIA LAI
    Số: 318/QĐ-UBND
    Gia Lai, ngày 12 tháng 5 năm 2022

    QUYẾT ĐỊNH
    Phê duyệt Đề án phát triển du lịch cộng đồng tỉnh Gia Lai đến năm 2030

    I. QUAN ĐIỂM
    1. Phát triển du lịch gắn với bảo tồn văn hóa.
    2. Người dân là chủ thể của du lịch cộng đồng.
    3. Không đánh đổi môi trường lấy tăng trưởng.

    II. MỘT SỐ LĨNH VỰC ƯU TIÊN
    1. Ẩm thực Tây Nguyên
    Mỗi làng có ít nhất một bếp ăn đạt chuẩn.
    2. Nghề dệt thổ cẩm
    Mở lớp dạy nghề tại 12 xã.
    3. Nhạc cụ dân tộc
    Phục dựng các bộ chiêng cổ.
    4. Trải nghiệm nông nghiệp
    Kết nối vườn cà phê với khách.
  `,
})

describe('the numbered parts of a section', () => {
  it('are found by their position', async () => {
    const { text } = await ask('quan điểm thứ hai của quyết định 318 là gì')
    expect(text).toContain('“Người dân là chủ thể của du lịch cộng đồng.”')
    expect(text).not.toContain('bảo tồn văn hóa')
  })

  it('are listed by their headings', async () => {
    const { text } = await ask('quyết định 318 của Gia Lai nêu những lĩnh vực ưu tiên nào?')
    for (const part of ['Ẩm thực Tây Nguyên', 'Nghề dệt thổ cẩm', 'Nhạc cụ dân tộc', 'Trải nghiệm nông nghiệp'])
      expect(text).toContain(part)
    expect(text).not.toContain('12 xã')
  })

  it('are counted by us, which is said', async () => {
    const { text } = await ask('quyết định 318 nêu mấy lĩnh vực ưu tiên')
    expect(text).toMatch(/không nêu tổng số.*có 4 mục/)
  })

  it('end where they end', async () => {
    const { outcome, text } = await ask('quan điểm thứ 7 của quyết định 318 là gì')
    expect(outcome).toBe('corrected')
    expect(text).toContain('chỉ có 3 mục')
  })
})
