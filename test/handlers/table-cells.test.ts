import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'ke-hoach.md': `
    **UỶ BAN NHÂN DÂN**
    **TỈNH NAM ĐỊNH**

    Số: 87/KH-UBND   *Nam Định, ngày 05 tháng 4 năm 2024*

    # KẾ HOẠCH
    ## Chuyển đổi số trong nông nghiệp tỉnh Nam Định năm 2024

    ## I. NHIỆM VỤ
    Có 3 nhiệm vụ nêu tại bảng sau đây.

    | TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn hoàn thành | Kinh phí (triệu đồng) |
    |---|---|---|---|---|---|
    | 1 | Xây dựng cơ sở dữ liệu mã số vùng trồng | Chi cục Trồng trọt | UBND các huyện | Tháng 6/2024 | 3.200 |
    | 2 | Giám sát rừng bằng ảnh vệ tinh | Chi cục Kiểm lâm | Quỹ Bảo vệ rừng | 31/12/2024 | 9.600 |

    ## II. XẾP HẠNG

    | Chỉ số | Đơn vị | Năm 2022 | Năm 2023 | Mục tiêu 2025 |
    |---|---|---|---|---|
    | PAPI | hạng | 15 | 6 | Nhóm 5 |
    | Tỷ lệ hộ có cáp quang | % | 60 | 75 | 90 |
  `,
})

describe('tasks that a paper counts and its table lists', () => {
  it('are given as stated, with what the table holds', async () => {
    const answer = await ask('Kế hoạch 87 của Nam Định có mấy nhiệm vụ?')
    expect(answer.text).toContain('3 nhiệm vụ')
    expect(answer.text).toContain('phần liệt kê có 2 mục')
  })
})

describe('a cell of a table', () => {
  it.each([
    ['ai chủ trì giám sát rừng bằng ảnh vệ tinh ở Nam Định', 'Cơ quan chủ trì: Chi cục Kiểm lâm'],
    ['nam dinh giam sat rung bang anh ve tinh phoi hop voi ai', 'Cơ quan phối hợp: Quỹ Bảo vệ rừng'],
    ['Bao giờ Nam Định xây dựng xong cơ sở dữ liệu mã số vùng trồng?', 'Thời hạn hoàn thành: Tháng 6/2024'],
    ['kinh phí xây dựng cơ sở dữ liệu mã số vùng trồng Nam Định bao nhiêu', 'Kinh phí: 3.200 triệu đồng'],
    ['PAPI Nam Định 2022 xếp thứ mấy', 'Năm 2022: 15 hạng'],
    ['Nam Định tỷ lệ hộ có cáp quang năm 2023', 'Năm 2023: 75%'],
    ['mục tiêu PAPI năm 2025 của Nam Định', 'Mục tiêu 2025: Nhóm 5'],
    ['PAPI của Nam Định năm 2023 so với 2022 tăng hay giảm bao nhiêu bậc', 'tăng 9 bậc'],
  ])('%s', async (question, words) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    expect(text).toContain(words)
  })

  it.each(['PAPI Nam Định 2021 xếp thứ mấy', 'ai chủ trì giám sát lúa bằng ảnh máy bay ở Nam Định'])(
    'is not given where no row or column is the one asked for: %s',
    async (question) => {
      expect((await ask(question)).text).not.toMatch(/^[^\n]+ – [^\n]+: /)
    },
  )

  it('is that of the row talked about, where the next question names nothing', async () => {
    await ask('ai chủ trì giám sát rừng bằng ảnh vệ tinh ở Nam Định', 'rung')
    expect((await ask('kinh phí bao nhiêu', 'rung')).text).toContain('9.600 triệu đồng')
    expect((await ask('bao giờ xong vậy', 'rung')).text).toContain('31/12/2024')
    expect((await ask('ai phối hợp', 'rung')).text).toContain('Quỹ Bảo vệ rừng')
  })
})

describe('a table parted by tabs, with its header above the heading of a group', async () => {
  const rows = [
    'TT\tChỉ tiêu\tĐơn vị tính\tNăm 2025\tNăm 2030\tCơ quan chủ trì',
    '',
    'A. CÂY XANH',
    '',
    '1\tTỷ lệ tuyến phố có cây xanh\t%\t62\t80\tSở Xây dựng',
    '2\tSố công viên được cải tạo ở các phường',
    'trung tâm\tcông viên\t07\t12\tUBND thành phố',
    '3\tTỷ lệ trường học có vườn cây',
    '3.1\tTrường mầm non\t%\t45\t70\tSở Giáo dục và Đào tạo',
    '3.2\tTrường trung học\t%\t55\t90\tSở Giáo dục và Đào tạo',
  ]
  const ask = await answersFrom({
    'phu-luc.txt': ['PHỤ LỤC', 'CHỈ TIÊU CÂY XANH TỈNH BẮC KẠN', '', ...rows].join('\n'),
  })

  it.each([
    ['Bắc Kạn năm 2030 tỷ lệ tuyến phố có cây xanh bao nhiêu?', '80'],
    ['số công viên được cải tạo ở các phường trung tâm của Bắc Kạn năm 2025', '07'],
    ['Bắc Kạn đặt mục tiêu bao nhiêu % trường mầm non có vườn cây đến năm 2030', '70'],
  ])('%s', async (question, value) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    expect(text).toMatch(new RegExp(`(?<!\\d)${value}(?!\\d)`))
  })

  it('reads as words, each cell with its heading', async () => {
    const { text, citations } = await ask('Bắc Kạn năm 2030 tỷ lệ tuyến phố có cây xanh bao nhiêu?')
    expect(text).toContain('Chỉ tiêu: Tỷ lệ tuyến phố có cây xanh; Đơn vị tính: %; Năm 2025: 62; Năm 2030: 80')
    expect(text).not.toContain('\t')
    expect(citations[0]?.quote).toContain('\t')
  })
})
