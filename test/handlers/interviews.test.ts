import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'phong-van.txt': `
    Trồng chè sạch ở Thái Nguyên: Giữ đất là giữ nghề

    Báo Thái Nguyên - Cập nhật 09/8/2023

    Trước vụ chè xuân, phóng viên đã trò chuyện với ông Lưu Văn Hư Cấu, Giám đốc Sở Nông nghiệp và Phát triển nông thôn tỉnh Thái Nguyên.

    • Thưa ông, diện tích chè sạch của tỉnh ra sao?

    - Toàn tỉnh có 4.120 ha chè hữu cơ, sản lượng 21.000 tấn.

    • Vì sao nhiều hộ bỏ phân hữu cơ?

    - Do giá phân cao, công ủ nhiều; thương lái trả giá chè sạch như chè thường.

    • Có mô hình nào đáng học?

    - Chị Đỗ Thị Thử - Chủ nhiệm Hợp tác xã La Bằng chia sẻ: Chúng tôi ủ phân tại vườn, mỗi hộ góp hai công một tuần.

    • Ông nhắn gì với người trồng chè?

    - Đất không biết nói dối, ai chăm đất thì đất nuôi người. Tôi mong mỗi hộ giữ một vườn chè cổ.

    • Xin cảm ơn ông!
  `,
  'hoi-thao.txt': `
    Cà Mau bàn cách làm du lịch rừng ngập mặn

    Báo Cà Mau - Cập nhật 09/8/2023

    Chiều 8/8, tại hội trường UBND huyện Ngọc Hiển, Sở Văn hóa, Thể thao và Du lịch Cà Mau tổ chức Hội thảo phát triển du lịch rừng ngập mặn năm 2023.

    Bà Lâm Thị Giả Định, Giám đốc Sở Văn hóa, Thể thao và Du lịch chủ trì hội thảo. Ông Trịnh Văn Đồn, Phó Giám đốc Sở Văn hóa, Thể thao và Du lịch phát biểu khai mạc.

    Bà Định cho biết rừng còn 60 nghìn ha, khách đến rừng tăng đều. Bà yêu cầu thực hiện 3 nhiệm vụ: (1) dọn rác ven kênh; (2) mở lớp hướng dẫn viên; (3) niêm yết giá.

    "Tôi muốn con lớn lên bên rừng", chị Kiều Thị Mẫu, Bí thư Huyện đoàn bày tỏ. "Rừng là mái nhà thứ hai của trẻ con xứ này", chị Mẫu chia sẻ.

    “Rừng không cần nhiều khách, rừng cần khách biết yêu rừng”, bà Định nói.
  `,
})

describe('what somebody said', () => {
  it.each([
    ['Trích câu nói của Giám đốc Sở NN&PTNT Thái Nguyên về chăm đất', 'ai chăm đất thì đất nuôi người'],
    ['Trích nguyên văn lời của ông Lưu Văn Hư Cấu về vườn chè cổ', 'mỗi hộ giữ một vườn chè cổ'],
    ['trích câu nói của chị Kiều Thị Mẫu về mái nhà', 'Rừng là mái nhà thứ hai'],
    ['Trích nguyên văn câu nói của bà Lâm Thị Giả Định về rừng', 'rừng cần khách biết yêu rừng'],
  ])('is quoted: %s', async (question, words) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    expect(text).toContain(words)
  })

  it('is not put into the mouth of the one interviewed when another answers', async () => {
    const { text } = await ask('Trích câu nói của ông Lưu Văn Hư Cấu về ủ phân tại vườn')
    expect(text).not.toMatch(/Ý kiến của Lưu Văn Hư Cấu[\s\S]*ủ phân tại vườn/)
  })
})

describe('what somebody asked for', () => {
  it('is a list like any other where a position of it is asked', async () => {
    const { text } = await ask('nhiệm vụ thứ hai bà Lâm Thị Giả Định yêu cầu ở hội thảo Cà Mau là gì')
    expect(text).toContain('Mục thứ 2')
    expect(text).toContain('mở lớp hướng dẫn viên')
    expect(text).not.toContain('dọn rác ven kênh')
  })

  it('is quoted word for word before it is reported', async () => {
    const { text } = await ask('Trích nguyên văn câu nói của bà Lâm Thị Giả Định về rừng')
    expect(text).not.toContain('60 nghìn ha')
  })

  it('is found in the answers of an interview', async () => {
    const { text } = await ask('ông Lưu Văn Hư Cấu nói gì về vườn chè cổ')
    expect(text).toContain('vườn chè cổ')
  })
})

describe('people of interviews and meetings', () => {
  it('are told whom a reporter talks with, and what office he holds', async () => {
    expect((await ask('Ai trả lời phỏng vấn về chè sạch ở Thái Nguyên?', 'che')).text).toContain('Lưu Văn Hư Cấu')
    expect((await ask('ông ấy giữ chức gì', 'che')).text).toContain(
      'Giám đốc Sở Nông nghiệp và Phát triển nông thôn tỉnh Thái Nguyên',
    )
    expect((await ask('phóng viên nào phỏng vấn về chè sạch ở Thái Nguyên?')).text).not.toMatch(/^Lưu Văn Hư Cấu/)
  })

  it.each([
    ['hội thảo du lịch rừng ngập mặn 2023 ai chủ trì', 'Lâm Thị Giả Định'],
    ['ai phát biểu khai mạc hội thảo phát triển du lịch rừng ngập mặn', 'Trịnh Văn Đồn'],
    ['giám đốc sở vhttdl cà mau tên gì', 'Lâm Thị Giả Định, Giám đốc Sở Văn hóa, Thể thao và Du lịch'],
    ['phó giám đốc Sở VHTTDL Cà Mau là ai', 'Trịnh Văn Đồn, Phó Giám đốc Sở Văn hóa, Thể thao và Du lịch'],
  ])('are found: %s', async (question, name) => {
    expect((await ask(question)).text).toContain(name)
  })

  it('are told with the day and the place', async () => {
    const { text } = await ask('hội thảo du lịch rừng ngập mặn Cà Mau diễn ra ngày nào, ở đâu, ai chủ trì?')
    expect(text).toContain('Chiều 8/8, hội trường UBND huyện Ngọc Hiển')
    expect(text).toContain('năm ghi theo dòng ngày đăng “09/8/2023”')
    expect(text).toContain('Lâm Thị Giả Định')
    expect(text.match(/năm ghi theo dòng ngày đăng/g)).toHaveLength(1)
  })

  it('are those talked about', async () => {
    await ask('Bà Lâm Thị Giả Định nói gì về rừng?', 'ba-dinh')
    expect((await ask('bà ấy giữ chức gì', 'ba-dinh')).text).toContain('Giám đốc Sở Văn hóa, Thể thao và Du lịch')
  })
})
