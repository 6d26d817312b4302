import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'hoi-nghi.txt': `
    Gia Lai: Bàn giải pháp phát triển hồ tiêu bền vững

    Sáng 8/8/2023, UBND tỉnh Gia Lai tổ chức hội nghị về hồ tiêu bền vững. Bà Rơ Lan Mẫu, Phó Chủ tịch UBND tỉnh chủ trì hội nghị.

    Phát biểu tại hội nghị, ông Ksor Thử Nghiệm, Giám đốc Sở Nông nghiệp và Phát triển nông thôn cho biết diện tích hồ tiêu còn 8.460 ha. Theo ông Ksor Thử Nghiệm, giá thuê lao động tăng là nguyên nhân khiến dân bỏ vườn.

    Bà Đinh Thị Ví Dụ, Giám đốc Sở Công Thương đề nghị lập sàn giao dịch hồ tiêu. “Không có sàn thì dân luôn bị ép giá”, bà Ví Dụ nói.

    Kết luận, bà Rơ Lan Mẫu yêu cầu Sở Công Thương hoàn thành đề án sàn giao dịch trước ngày 30/11; giao Sở Khoa học và Công nghệ xây dựng chỉ dẫn địa lý; đề nghị Ngân hàng Nhà nước chi nhánh tỉnh giãn nợ cho nông dân.

    Vườn mẫu là vườn được cấp mã số và có nhật ký canh tác. Hồ tiêu hữu cơ chiếm 12% diện tích.
  `,
  'ke-hoach.txt': `
    ỦY BAN NHÂN DÂN
    TỈNH KHÁNH HÒA
    Số: 77/KH-UBND
    Khánh Hòa, ngày 02 tháng 02 năm 2024

    KẾ HOẠCH
    Bảo tồn rạn san hô tỉnh Khánh Hòa

    I. TỔ CHỨC THỰC HIỆN
    1. Ban Quản lý vịnh
    a) Chủ trì thả phao phân vùng.
    b) Tuần tra ban đêm.
    2. Công an tỉnh
    Xử lý hành vi khai thác san hô trái phép.
  `,
})

describe('what somebody said', () => {
  it.each([
    ['ông Ksor Thử Nghiệm nói gì?', ['8.460 ha', 'giá thuê lao động']],
    ['ong ksor thu nghiem phat bieu gi ve gia thue lao dong', ['giá thuê lao động']],
    ['bà Đinh Thị Ví Dụ phát biểu gì', ['sàn giao dịch hồ tiêu', 'bị ép giá']],
    ['Giám đốc Sở Công Thương Gia Lai nói gì?', ['sàn giao dịch hồ tiêu']],
    ['bà Rơ Lan Mẫu kết luận gì', ['hoàn thành đề án sàn giao dịch']],
  ])('%s', async (question, words) => {
    const { outcome, text, citations } = await ask(question)
    expect(outcome).toBe('answered')
    for (const each of words) expect(text).toContain(each)
    expect(citations[0]?.quote).not.toContain('chủ trì hội nghị')
  })

  it('is told of everybody who spoke', async () => {
    const { text } = await ask('Ai phát biểu tại hội nghị về hồ tiêu ở Gia Lai?')
    expect(text).toContain('Ksor Thử Nghiệm, Giám đốc Sở Nông nghiệp và Phát triển nông thôn')
  })
})

describe('what an office has to do', () => {
  it.each([
    ['Sở Công Thương ở Gia Lai được giao việc gì?', 'hoàn thành đề án sàn giao dịch', 'chỉ dẫn địa lý'],
    ['so khoa hoc va cong nghe gia lai duoc giao gi', 'chỉ dẫn địa lý', 'hoàn thành đề án'],
    ['Ban Quản lý vịnh ở Khánh Hòa có nhiệm vụ gì', 'thả phao phân vùng', 'khai thác san hô trái phép'],
  ])('%s', async (question, words, others) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    expect(text).toContain(words)
    expect(text).not.toContain(others)
  })
})

describe('what a term means', () => {
  it('is quoted where a paper defines it', async () => {
    for (const question of ['vườn mẫu là gì?', 'vuon mau duoc hieu la gi', 'thế nào là vườn mẫu']) {
      const { outcome, text } = await ask(question)
      expect(outcome).toBe('answered')
      expect(text).toContain('vườn được cấp mã số và có nhật ký canh tác')
    }
  })

  it('is said to be missing where none does, with the nearest sentence', async () => {
    const { outcome, text } = await ask('hồ tiêu hữu cơ là gì')
    expect(outcome).toBe('not-found')
    expect(text).toContain('không nêu định nghĩa “hồ tiêu hữu cơ”')
    expect(text).toContain('chiếm 12% diện tích')
  })

  it('is not asked of what a paper contains', async () => {
    expect((await ask('nguyên nhân dân bỏ vườn tiêu ở Gia Lai là gì')).text).not.toContain('định nghĩa')
  })
})
