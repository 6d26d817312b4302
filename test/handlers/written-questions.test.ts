import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'hoi-dap.txt': `
    SỞ TƯ PHÁP TỈNH HÀ GIANG
    Cập nhật: 14/05/2024

    HỎI - ĐÁP VỀ PHIẾU LÝ LỊCH ĐIỆN TỬ
    (Kèm theo Hướng dẫn số 61/HD-STP ngày 09/5/2024 của Sở Tư pháp tỉnh Hà Giang)

    Câu 1. Phiếu lý lịch điện tử là gì?
    Trả lời: Là bản điện tử có chữ ký số của Sở Tư pháp, có giá trị như bản giấy khi nộp hồ sơ trực tuyến.

    Câu 2. Ai được cấp miễn phí?
    Trả lời: Trẻ em, người cao tuổi và người có công. Những người khác nộp 120.000 đồng một lần.

    Câu 3. Bao lâu thì có kết quả?
    Trả lời: Trong 04 ngày làm việc nếu nộp trực tuyến, 08 ngày làm việc nếu nộp tại quầy.

    Câu 4. Người ở tỉnh khác có nộp được không?
    Trả lời: Không. Người thường trú ở tỉnh khác nộp tại Sở Tư pháp nơi thường trú.

    Câu 5. Phiếu bị sai tên thì làm gì?
    Trả lời: Gửi ảnh phiếu và căn cước tới hộp thư của bộ phận một cửa; phiếu mới được gửi lại trong 02 ngày.

    Câu 6. Được giảm phí không?
    Trả lời: Có. Theo Nghị quyết số 33/2023/NQ-HĐND, người nộp trực tuyến được giảm 40% mức thu.
  `,
  'cam-nang.txt': `
    Cẩm nang vườn mẫu của Điện Biên

    1. Vườn mẫu là gì?
    Vườn mẫu là mảnh vườn của hộ gia đình đạt đủ năm tiêu chí do xã chấm điểm. Xã công nhận mỗi năm một lần.

    2. Vì sao cần hàng rào xanh?
    Vì hàng rào xanh giữ đất và chắn gió cho rau.

    Hỏi: Hộ nào được hỗ trợ cây giống? Trả lời: Hộ nghèo có từ 500 m2 đất vườn được hỗ trợ 30 cây ăn quả.

    Hỏi: Thế nào là vườn tạp? Trả lời: Là vườn trồng xen nhiều loại cây, không loại nào quá mười gốc.
  `,
  'quyet-dinh.txt': `
    UBND TỈNH LAI CHÂU
    Số: 702/QĐ-UBND
    Lai Châu, ngày 06 tháng 5 năm 2023

    QUYẾT ĐỊNH
    Phê duyệt Chương trình nhà văn hóa sáng đèn đến năm 2026

    I. PHẠM VI
    1. Đối tượng: các thôn, bản trong tỉnh.
    2. Trong Chương trình này, nhà văn hóa sáng đèn là nhà văn hóa mở cửa ít nhất ba tối mỗi tuần và có người trực.

    II. MỤC TIÊU
    1. Đến năm 2026 có 310 nhà văn hóa sáng đèn.
    2. 60% nhà văn hóa sáng đèn có tủ sách.

    III. GIẢI THÍCH
    1. Quét dọn tại lối chung là việc các hộ góp công quét lối đi mỗi tuần một buổi.
  `,
})

describe('a question that a document asks itself', () => {
  it.each([
    ['Phiếu lý lịch điện tử là gì theo hướng dẫn của Hà Giang?', 'Là bản điện tử có chữ ký số'],
    ['phieu ly lich dien tu la gi', 'Là bản điện tử có chữ ký số'],
    ['Thế nào là phiếu lý lịch điện tử?', 'Là bản điện tử có chữ ký số'],
    ['Ai được cấp phiếu lý lịch điện tử miễn phí ở Hà Giang?', 'Trẻ em, người cao tuổi và người có công'],
    ['Phiếu lý lịch điện tử bao lâu thì có kết quả?', '04 ngày làm việc'],
    ['Người ở tỉnh khác có nộp được không?', 'Không. Người thường trú'],
    ['Phiếu lý lịch bị sai tên thì phải làm gì', 'Gửi ảnh phiếu'],
    ['Nộp trực tuyến ở Hà Giang có được giảm phí không, giảm mấy phần trăm?', 'Có. Theo Nghị quyết số 33/2023'],
    ['Vườn mẫu là gì?', 'Vườn mẫu là mảnh vườn của hộ gia đình'],
    ['Vườn mẫu được hiểu thế nào?', 'Vườn mẫu là mảnh vườn của hộ gia đình'],
    ['Vì sao vườn mẫu Điện Biên cần hàng rào xanh?', 'giữ đất và chắn gió'],
    ['Hộ nào được hỗ trợ cây giống ở Điện Biên?', 'Hộ nghèo có từ 500 m2'],
    ['Vườn tạp là gì', 'Là vườn trồng xen'],
  ])('answers with what stands below it: %s', async (question, words) => {
    const answer = await ask(question)
    expect(answer.outcome).toBe('answered')
    expect(answer.text).toContain(words)
    expect(answer.citations).toHaveLength(1)
  })

  it.each([
    ['Phiếu lý lịch giấy là gì?', 'Là bản điện tử'],
    ['Ai được cấp hộ chiếu miễn phí ở Hà Giang?', 'Trẻ em, người cao tuổi'],
    ['Vườn ươm là gì?', 'mảnh vườn của hộ gia đình'],
    ['Phí cấp hộ chiếu ở Hà Giang bao nhiêu tiền?', '04 ngày làm việc'],
  ])('does not answer for another thing: %s', async (question, words) => {
    const { outcome, text } = await ask(question)
    expect(outcome === 'answered' && text.includes(words)).toBe(false)
  })
})

describe('a definition inside a paper', () => {
  it.each([
    'nhà văn hóa sáng đèn theo QĐ 702 được hiểu thế nào',
    'Nhà văn hóa sáng đèn là gì?',
    'Theo Quyết định 702/QĐ-UBND, nhà văn hóa sáng đèn là gì?',
    'Thế nào là nhà văn hóa sáng đèn',
    'nha van hoa sang den la gi',
  ])('is given where the paper is named as its source: %s', async (question) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    expect(text).toContain('nhà văn hóa sáng đèn là nhà văn hóa mở cửa ít nhất ba tối')
    expect(text).not.toContain('310')
  })

  it('keeps "tại" and "trong" that belong to the term', async () => {
    expect((await ask('"quét dọn tại lối chung" được hiểu là gì')).text).toContain('góp công quét')
  })
})
