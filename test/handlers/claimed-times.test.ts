import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'ke-hoach.txt': `
    UBND TỈNH YÊN BÁI
    Số: 77/KH-UBND
    Yên Bái, ngày 8 tháng 4 năm 2024

    KẾ HOẠCH
    Xây dựng thư viện số trên địa bàn tỉnh Yên Bái năm 2024

    III. THỜI GIAN
    1. Đưa kho sách số vào vận hành trong tháng 4/2024, khai trương cổng thư viện số trong tháng 10/2024; Sở Nội vụ hoàn thành đào tạo trong quý III/2024.
    2. Đến năm 2026, thư viện số của tỉnh phục vụ 60.000 bạn đọc; đến năm 2030 phục vụ 150.000 bạn đọc.
    3. Mục tiêu chung: Đến năm 2027, công nghệ thông tin của ngành thư viện đạt trình độ tiên tiến trong khu vực.

    V. TỔ CHỨC THỰC HIỆN
    1. Sở Văn hóa, Thể thao và Du lịch
    a) Là cơ quan thường trực, chủ trì, hướng dẫn, đôn đốc việc thực hiện Kế hoạch.
    b) Tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12 hằng năm.
    2. Sở Thông tin và Truyền thông
    a) Phối hợp bảo đảm an toàn thông tin mạng.
    b) Làm đầu mối kết nối dữ liệu với thư viện quốc gia.
    3. Các sở khác
    a) Sở Tài chính chủ trì thẩm tra dự toán; Sở Nội vụ chủ trì tuyển dụng thủ thư; Sở Tư pháp chủ trì rà soát bản quyền.
  `,
  'bai.txt': `
    Thủ tướng chủ trì phiên họp lần thứ 6 của Ủy ban Quốc gia về y tế số

    20/02/2025 10:00

    Sáng 20/2, tại trụ sở Chính phủ, Thủ tướng Trần Văn Mẫu, Chủ tịch Ủy ban Quốc gia về y tế số chủ trì phiên họp lần thứ 6 của Ủy ban với chủ đề “Dữ liệu sức khỏe”.

    Cùng dự có Phó Thủ tướng Lê Văn Thử, Phó Chủ tịch Thường trực Ủy ban.

    Bộ trưởng Bộ Y tế Đào Thị Ví trình bày báo cáo kết quả năm 2024.
  `,
})

const cases: Record<string, [question: string, word: string, words: string][]> = {
  'the time of one clause of several': [
    ['cổng thư viện số Yên Bái khai trương tháng 4/2024 đúng không', 'Chưa đúng', 'tháng 10/2024'],
    ['Theo kế hoạch 77 thì cổng thư viện số khai trương tháng 10/2024 phải không?', 'Đúng', 'tháng 10/2024'],
    ['kho sách số Yên Bái vận hành tháng 10/2024 đúng k', 'Chưa đúng', 'tháng 4/2024'],
    ['Có phải kho sách số của Yên Bái vận hành trong tháng 4 năm 2024 không?', 'Đúng', 'tháng 4/2024'],
    ['Sở Nội vụ Yên Bái hoàn thành đào tạo trong quý II/2024 đúng không', 'Chưa đúng', 'quý III/2024'],
    ['Sở Nội vụ Yên Bái hoàn thành đào tạo quý III/2024 đúng không', 'Đúng', 'quý III/2024'],
    ['cổng thư viện số Yên Bái khai trương năm 2024 đúng không', 'Đúng', 'tháng 10/2024'],
    ['cổng thư viện số Yên Bái khai trương năm 2022 đúng không', 'Chưa đúng', 'tháng 10/2024'],
    [
      'kế hoạch 77 đặt mốc năm 2030 để CNTT ngành thư viện đạt trình độ tiên tiến trong khu vực phải không',
      'Chưa đúng',
      '2027',
    ],
  ],
  'a figure of one year of several': [
    ['kế hoạch 77 Yên Bái đặt mốc năm 2030 để thư viện số phục vụ 60.000 bạn đọc phải không', 'Chưa đúng', '150.000'],
    ['đến năm 2026 thư viện số Yên Bái phục vụ 150.000 bạn đọc đúng không', 'Chưa đúng', '60.000'],
    ['đến năm 2026 thư viện số Yên Bái phục vụ 60.000 bạn đọc phải không', 'Đúng', '60.000'],
    ['đến năm 2030 thư viện số Yên Bái phục vụ 150.000 bạn đọc đúng không', 'Đúng', '150.000'],
  ],
  'the one office that has a duty': [
    [
      'Sở TT&TT là cơ quan thường trực KH thư viện số của Yên Bái đúng k',
      'Chưa đúng',
      'Sở Văn hóa, Thể thao và Du lịch',
    ],
    [
      'Sở VHTTDL là cơ quan thường trực kế hoạch thư viện số Yên Bái phải không',
      'Đúng',
      'Sở Văn hóa, Thể thao và Du lịch',
    ],
    [
      'Sở Tài chính làm đầu mối kết nối dữ liệu với thư viện quốc gia ở Yên Bái phải không',
      'Chưa đúng',
      'Sở Thông tin và Truyền thông',
    ],
    ['Sở Nội vụ chủ trì tuyển dụng thủ thư ở Yên Bái đúng không', 'Đúng', 'Sở Nội vụ'],
    ['Sở Tài chính chủ trì rà soát bản quyền ở Yên Bái đúng không', 'Chưa đúng', 'Sở Tư pháp'],
  ],
  'who chaired a meeting of a board that is named by its field': [
    [
      'Bộ trưởng Đào Thị Ví chủ trì phiên họp thứ 6 Ủy ban Quốc gia về y tế số đúng không?',
      'Chưa đúng',
      'Trần Văn Mẫu',
    ],
    [
      'Thủ tướng Trần Văn Mẫu chủ trì phiên họp lần thứ 6 của Ủy ban Quốc gia về y tế số phải không',
      'Đúng',
      'Trần Văn Mẫu',
    ],
    ['phiên họp thứ 6 Ủy ban quốc gia về y tế số do Phó Thủ tướng chủ trì phải không', 'Chưa đúng', 'Trần Văn Mẫu'],
    ['phien hop thu 6 uy ban quoc gia ve y te so do thu tuong chu tri dung khong', 'Đúng', 'Trần Văn Mẫu'],
    ['Phó Thủ tướng Lê Văn Thử trình bày báo cáo kết quả năm 2024 đúng không', 'Chưa đúng', 'Đào Thị Ví'],
  ],
}

for (const [what, questions] of Object.entries(cases)) {
  describe(`a claim about ${what}`, () => {
    it.each(questions)('%s', async (question, word, words) => {
      const { outcome, text } = await ask(question)
      expect(text.startsWith(`${word}.`), text).toBe(true)
      expect(outcome).toBe(word === 'Đúng' ? 'answered' : 'corrected')
      expect(text).toContain(words)
    })
  })
}

describe('no verdict is given', () => {
  it.each([
    // Another meeting.
    'Bộ trưởng Đào Thị Ví chủ trì phiên họp thứ 5 Ủy ban Quốc gia về y tế số đúng không?',
    // Nothing is said of it.
    'bảo tàng số Yên Bái khai trương tháng 4/2024 đúng không',
    'Sở Y tế là chủ đầu tư thư viện số Yên Bái phải không',
  ])('%s', async (question) => {
    expect((await ask(question)).text).not.toMatch(/^Đúng/)
  })
})

it('what a sentence says in the very words is right, whatever another one says of something like it', async () => {
  const { text } = await ask('Đến năm 2026, thư viện số của tỉnh phục vụ 60.000 bạn đọc của Yên Bái đúng không')
  expect(text).toMatch(/^Đúng\./)
})
