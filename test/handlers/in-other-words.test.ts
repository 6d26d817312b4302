import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'bao-cao.txt': `
    ỦY BAN NHÂN DÂN
    TỈNH PHÚ THỌ
    Số: 91/BC-UBND
    Phú Thọ, ngày 06 tháng 3 năm 2024

    BÁO CÁO
    Kết quả phát triển nghề chè và làng nghề năm 2023 tỉnh Phú Thọ

    I. KẾT QUẢ
    1. Về chỉ số
    Chỉ số hài lòng của làng nghề giảm 6 bậc chủ yếu do khâu đóng gói chưa có tem truy xuất. Khối huyện: dẫn đầu là huyện Thanh Ba (92,4 điểm); thấp nhất là huyện Tân Sơn (71,3 điểm).

    2. Về hạ tầng
    Đã thành lập Quỹ bảo tồn giống chè với quy mô 64 tỷ đồng, trong đó ngân sách tỉnh góp vốn mồi 18 tỷ đồng. Hợp tác xã trang bị máy sấy được hỗ trợ 40% chi phí, không quá 250 triệu đồng/hợp tác xã. Toàn tỉnh kết nối 318 cân điện tử về trung tâm dữ liệu chè, trong đó 57 cân có ứng dụng trí tuệ nhân tạo.

    3. Về hồ sơ
    Tổ chức, cá nhân nộp hồ sơ trực tuyến được giảm 30% lệ phí chứng nhận nhãn hiệu. Vẫn còn tình trạng hồ sơ quá hạn ở khâu kiểm nghiệm. Nguyên nhân chủ yếu là do phòng kiểm nghiệm thiếu máy sắc ký.

    4. Kinh phí
    UBND tỉnh không đồng ý đề nghị bổ sung 420 triệu đồng cho Ban Quản lý làng nghề. Thuê kho lạnh: Công ty Hạ Hòa 36.000 đồng/tấn/năm; Công ty Lâm Thao 41.500 đồng/tấn/năm.

    5. Đào tạo
    Lớp bồi dưỡng nghề ướp chè khai giảng ngày 12/9/2023 với 144 học viên là người dân các xã vùng cao. Học viên được chia thành 6 lớp, học trong 5 ngày.
  `,
  'bai-viet.txt': `
    Phú Thọ: Hội nghị bàn về vùng chè an toàn

    Sáng 20/5/2023, Sở Nông nghiệp và Phát triển nông thôn Phú Thọ tổ chức hội nghị về vùng chè an toàn.

    Ông Triệu Văn Mẫu - Phó Chủ tịch UBND huyện Yên Lập cho biết: nhiều đồi chè ở xã Trung Sơn chưa có sóng di động, phần lớn người dân không có điện thoại thông minh nên không ghi được nhật ký canh tác.

    Hội nghị thống nhất chọn huyện Thanh Sơn làm điểm về "đồi chè không thuốc cỏ"; không chọn huyện Hạ Hòa như đề xuất ban đầu vì nguồn nước của huyện chưa bảo đảm.
  `,
})

describe('a question in other words than the paper', () => {
  it.each([
    ['Vì sao chỉ số hài lòng của làng nghề Phú Thọ tụt hạng?', 'chưa có tem truy xuất'],
    ['vi sao chi so hai long lang nghe phu tho tut hang', 'chưa có tem truy xuất'],
    ['Huyện nào ở Phú Thọ đội sổ về làng nghề?', 'Tân Sơn'],
    ['Quỹ bảo tồn giống chè của Phú Thọ lớn cỡ nào, tỉnh bỏ vốn mồi bao nhiêu?', '64 tỷ'],
    ['Quỹ bảo tồn giống chè ở Phú Thọ tỉnh góp vốn mồi bao nhiêu?', '18 tỷ'],
    ['Hợp tác xã chè ở Phú Thọ mua máy sấy được hỗ trợ tối đa mấy triệu?', '250 triệu'],
    ['Phú Thọ có bao nhiêu cân điện tử kết nối về trung tâm dữ liệu chè?', '318'],
    ['Phú Thọ nộp hồ sơ nhãn hiệu online được giảm mấy phần trăm lệ phí?', '30%'],
    ['nop ho so nhan hieu online o phu tho duoc giam bao nhieu % le phi', '30%'],
    ['Đề nghị cấp thêm 420 triệu cho Ban Quản lý làng nghề Phú Thọ có được duyệt không?', 'không đồng ý'],
    ['Thuê kho lạnh của Công ty Lâm Thao ở Phú Thọ giá bao nhiêu một năm?', '41.500 đồng'],
    ['ở Phú Thọ ai nói chuyện đồi chè mất sóng và bà con thiếu smartphone?', 'Triệu Văn Mẫu'],
    ['Sao Phú Thọ không lấy Hạ Hòa làm điểm "đồi chè không thuốc cỏ"?', 'nguồn nước'],
    ['lớp tập huấn ướp chè ở Phú Thọ có bao nhiêu học viên', '144'],
  ])('%s', async (question, words) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    expect(text).toContain(words)
  })

  it.each([
    'Vì sao chỉ số hài lòng của bệnh viện Phú Thọ tụt hạng?',
    'Hợp tác xã lúa ở Phú Thọ mua máy gặt được hỗ trợ tối đa mấy triệu?',
    'Quỹ phòng chống bão lũ của Phú Thọ lớn cỡ nào?',
    'Thuê kho lạnh của Công ty Đoan Hùng ở Phú Thọ giá bao nhiêu một năm?',
    'Phú Thọ nộp hồ sơ đất đai online mất mấy ngày?',
    'ở Phú Thọ ai nói chuyện cầu treo hỏng và bà con thiếu thuốc?',
    'Đề nghị cấp thêm xe cứu thương ở Phú Thọ có được duyệt không?',
    'Sao Phú Thọ không lấy Cẩm Khê làm điểm đường hoa?',
    'giá thịt lợn Phú Thọ bao nhiêu một cân',
    'lớp tập huấn lái xe ở Phú Thọ có bao nhiêu học viên',
  ])('is not answered with something else: %s', async (question) => {
    expect((await ask(question)).outcome).toBe('not-found')
  })
})

describe('a sentence that goes on with what the one before speaks of', async () => {
  const filling =
    'Các địa phương đã ký cam kết giữ sạch bờ kênh, treo 1.200 pa nô và phát 36.000 tờ gấp đến từng ấp, khóm; các trường học tổ chức ngày chủ nhật xanh, vận động phụ huynh cùng tham gia trồng dừa nước dọc bờ, dọn lục bình và thả cá giống xuống các tuyến kênh chính của huyện, nhất là những tuyến đã bồi lắng nhiều năm và những đoạn chảy qua chợ, qua khu dân cư.'
  const tell = await answersFrom({
    'chi-thi.txt': `
      ỦY BAN NHÂN DÂN
      TỈNH HẬU GIANG
      Số: 07/CT-UBND
      Hậu Giang, ngày 19 tháng 4 năm 2022

      CHỈ THỊ
      Về việc bảo vệ kênh rạch trên địa bàn tỉnh

      ${filling} Tuy vậy tình trạng thủy lợi phí nộp trễ hạn vẫn kéo dài, nhất là ở vùng khóm. Nguyên nhân chủ yếu là do tổ thu phí thiếu người, biên lai in chậm; nhiều ấp xa trụ sở.

      ${filling} Đến năm 2025 tỷ trọng nước tưới lấy từ hồ đạt 35% ở vùng khóm và 20% ở vùng mía. Còn đến năm 2030, các tỷ trọng này tương ứng là 55% và 40%.

      Sở Nông nghiệp và Phát triển nông thôn được giao lắp 48 cống ngăn mặn tự động ở vùng mía. Đến nay đã lắp 29 cống, 19 cống còn lại sẽ xong trong tháng 11/2022.
    `,
  })

  it.each([
    ['vì sao thủy lợi phí ở Hậu Giang nộp trễ hạn', 'tổ thu phí thiếu người'],
    ['Sao thủy lợi phí Hậu Giang lại bị nộp chậm?', 'tổ thu phí thiếu người'],
    ['Đến năm 2030 tỷ trọng nước tưới lấy từ hồ ở vùng khóm của Hậu Giang là bao nhiêu?', '55%'],
    ['Hậu Giang lắp được mấy cống ngăn mặn tự động rồi?', '29 cống'],
    ['đến nay Hậu Giang đã lắp bao nhiêu cống ngăn mặn tự động', '29 cống'],
    ['Sở Nông nghiệp Hậu Giang được giao lắp bao nhiêu cống ngăn mặn tự động?', '48 cống'],
  ])('%s', async (question, words) => {
    const { outcome, text } = await tell(question)
    expect(outcome).toBe('answered')
    expect(text).toContain(words)
  })

  it.each([
    'vì sao viện phí ở Hậu Giang nộp trễ hạn',
    'Đến năm 2030 tỷ trọng nước uống đóng chai của Hậu Giang là bao nhiêu?',
    'Hậu Giang lắp được mấy trạm biến áp rồi?',
  ])('is not found for something else: %s', async (question) => {
    expect((await tell(question)).outcome).toBe('not-found')
  })
})
