import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'ke-hoach.txt': `
    ỦY BAN NHÂN DÂN
    TỈNH LAI CHÂU
    Số: 214/KH-UBND
    Lai Châu, ngày 07 tháng 3 năm 2023

    KẾ HOẠCH
    Phát triển nuôi cá lồng trên hồ thủy điện tỉnh Lai Châu giai đoạn 2023 - 2027

    I. MỤC TIÊU
    1. Đến năm 2025 có 640 lồng cá, sản lượng đạt 1.150 tấn.
    2. Đến năm 2027 có 980 lồng cá, sản lượng đạt 2.300 tấn.

    II. NHIỆM VỤ
    Kế hoạch gồm 04 nhiệm vụ:
    1. Quy hoạch mặt nước.
    2. Hỗ trợ giống.
    3. Tập huấn kỹ thuật.
    4. Xây dựng nhãn hiệu.

    III. KINH PHÍ THỰC HIỆN
    Tổng kinh phí thực hiện là 31,4 tỷ đồng, trong đó ngân sách tỉnh 12,6 tỷ đồng.

    IV. TỔ CHỨC THỰC HIỆN
    1. Sở Nông nghiệp và Phát triển nông thôn
    a) Chủ trì kiểm tra môi trường nước tại các hồ, mỗi quý một lần.
    b) Cấp mã số cho cơ sở nuôi, hoàn thành trước ngày 30/6/2024.
    2. Sở Công Thương
    Chủ trì đưa sản phẩm cá lồng vào siêu thị.

    TM. ỦY BAN NHÂN DÂN
    CHỦ TỊCH
    Lò Văn Giả Định
  `,
  'bai.txt': `
    Điện Biên: Hội thảo về cà phê Mường Ảng

    10/10/2023 09:00

    Sáng 9/10, tại Nhà văn hóa huyện Mường Ảng, UBND tỉnh Điện Biên tổ chức hội thảo phát triển cà phê đặc sản. Ông Tòng Văn Thử, Phó Chủ tịch UBND tỉnh chủ trì hội thảo.

    Toàn tỉnh có 2.874 ha cà phê, năng suất đạt 12,5 tạ/ha. Tỷ lệ hộ trồng mới đạt 61%, hộ tham gia hợp tác xã đạt 38%.
  `,
})

describe('several questions in one message', () => {
  it.each([
    ['Kế hoạch 214 của Lai Châu ban hành ngày nào, ai ký?', ['07 tháng 3 năm 2023', 'Lò Văn Giả Định']],
    ['ke hoach 214 lai chau ai ky, ngay nao', ['07 tháng 3 năm 2023', 'Lò Văn Giả Định']],
    ['hội thảo cà phê ở Điện Biên diễn ra ở đâu, ai chủ trì?', ['Nhà văn hóa huyện Mường Ảng', 'Tòng Văn Thử']],
    ['hội thảo cà phê ở Điện Biên họp ngày nào và ai chủ trì', ['9/10', 'Tòng Văn Thử']],
    ['Lai Châu có mấy nhiệm vụ về cá lồng và tổng kinh phí bao nhiêu?', ['04 nhiệm vụ', '31,4 tỷ']],
    [
      'Sở nào ở Lai Châu chủ trì kiểm tra môi trường nước? bao lâu một lần?',
      ['Sở Nông nghiệp và Phát triển nông thôn'],
    ],
    ['Kế hoạch cá lồng của Lai Châu số mấy và về việc gì', ['214/KH-UBND', 'nuôi cá lồng']],
  ])('%s', async (question, words) => {
    const { outcome, text, citations } = await ask(question)
    expect(outcome).toBe('answered')
    for (const each of words) expect(text).toContain(each)
    expect(new Set(citations.map(({ code }) => code)).size).toBe(citations.length)
  })

  it('are told apart from one question about several things', async () => {
    const { text } = await ask('tỷ lệ hộ trồng mới, hộ tham gia hợp tác xã ở Điện Biên là bao nhiêu')
    expect(text.match(/“Tỷ lệ hộ trồng mới đạt 61%, hộ tham gia hợp tác xã đạt 38%.”/g)).toHaveLength(1)
  })

  it('say of each what is not there', async () => {
    const { outcome, text } = await ask('Kế hoạch 214 của Lai Châu ai ký, sinh năm bao nhiêu?')
    expect(outcome).toBe('answered')
    expect(text).toContain('Lò Văn Giả Định')
    expect(text).toMatch(/không (?:tìm thấy|nêu)/)
  })
})

describe('the office for a task', () => {
  it.each([
    ['Sở nào ở Lai Châu chủ trì kiểm tra môi trường nước?', 'Sở Nông nghiệp và Phát triển nông thôn'],
    ['lai chau so nao chu tri dua ca long vao sieu thi', 'Sở Công Thương'],
  ])('is read from the heading above it: %s', async (question, office) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    expect(text).toContain(office)
  })
})
