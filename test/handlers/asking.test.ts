import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'phong-van.txt': `
    Hưng Yên: Đưa dịch vụ công về thôn

    HYO - Sau một năm thực hiện, phóng viên có cuộc trao đổi với bà Lò Thị Mẫu, Giám đốc Sở Nội vụ tỉnh Hưng Yên.

    PV: Thưa bà, các điểm hỗ trợ đã làm được những gì?

    Ông Trần Văn Thử đề nghị nâng mục tiêu số điểm hỗ trợ lên 350 điểm. Qua hai năm, 13/20 chỉ tiêu đã đạt và vượt.

    Bà Lò Thị Mẫu: Toàn tỉnh có 286 điểm hỗ trợ tại 115 xã, cử 15 cán bộ đi học nước ngoài.

    PV: Vì sao tỉnh không giao hết việc này cho bưu điện?

    Bà Lò Thị Mẫu: Vì bưu điện chỉ có mặt ở trung tâm xã, trong khi có thôn ở rất xa. Bà con tin cán bộ thôn hơn.
  `,
  'ke-hoach.txt': `
    ỦY BAN NHÂN DÂN
    TỈNH NAM ĐỊNH
    Số: 87/KH-UBND
    Nam Định, ngày 05 tháng 4 năm 2024

    KẾ HOẠCH
    Chuyển đổi số trong nông nghiệp tỉnh Nam Định năm 2024

    I. MỤC TIÊU
    1. Cấp 350 mã số vùng trồng, trong đó 210 mã cho lúa, 80 mã cho bưởi.
    2. 70% diện tích rừng phòng hộ được giám sát bằng ảnh vệ tinh.
    3. 45% hộ gia đình có kết nối cáp quang.

    II. TỔ CHỨC THỰC HIỆN
    1. Công an tỉnh thẩm định cấp độ an toàn hệ thống thông tin.
    2. Năm 2023 tiến độ chậm. Nguyên nhân chủ yếu là nguồn lực đầu tư thấp.
  `,
})

describe('what a question wants', () => {
  it.each([
    [
      'a reason, from the reply to the question of an interview',
      'Vì sao Hưng Yên không giao hết cho bưu điện?',
      'Vì bưu điện chỉ có mặt',
    ],
    ['a reason, from the sentence behind', 'tại sao tiến độ của Nam Định chậm', 'Nguyên nhân chủ yếu là'],
    ['a body', 'Ai thẩm định cấp độ an toàn hệ thống thông tin ở Nam Định?', 'Công an tỉnh thẩm định'],
    [
      'a body, typed plainly',
      'nam dinh don vi nao tham dinh cap do an toan he thong thong tin',
      'Công an tỉnh thẩm định',
    ],
    [
      'a share, not parts of the paper',
      'dien tich rung phong ho nam dinh giam sat bang anh ve tinh may phan tram',
      '70%',
    ],
    ['households', 'Nam Định bao nhiêu phần trăm hộ gia đình có cáp quang', '45%'],
    [
      'who said something of a target',
      'Ai đề nghị nâng mục tiêu số điểm hỗ trợ của Hưng Yên lên 350?',
      'Trần Văn Thử đề nghị',
    ],
    ['how many indicators are reached', 'Hưng Yên đạt bao nhiêu chỉ tiêu?', '13/20 chỉ tiêu'],
    ['a share, in the words of chats', 'tỷ lệ hộ gia đình có cáp quang ở Nam Định bn phần trăm', '45%'],
  ])('%s: %s', async (_, question, words) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    expect(text).toContain(words)
  })

  it.each([
    ['hung yen cu bao nhieu bac si di hoc nuoc ngoai', '15'],
    ['Nam Định cấp bao nhiêu mã số vùng trồng cho hồ tiêu?', '350'],
    ['Giám đốc Công an tỉnh Nam Định tên gì?', 'Công an tỉnh thẩm định'],
  ])('is not given something else: %s', async (question, words) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('not-found')
    expect(text).not.toContain(words)
  })

  it('is never answered by a question of the paper itself', async () => {
    expect((await ask('các điểm hỗ trợ ở Hưng Yên đã làm được những gì')).text).not.toContain('?”')
  })
})
