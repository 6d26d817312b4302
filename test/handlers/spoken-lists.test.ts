import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'phong-van.txt': `
    Y tế cơ sở Hà Giang: Khám bệnh từ xa đến tận bản

    Hà Giang Online | 08:15 - 12.5.2023

    HGO - Nhân dịp tổng kết một năm khám bệnh từ xa, phóng viên có cuộc trao đổi với BS. Vàng Thị Giả Tưởng, Giám đốc Sở Y tế tỉnh Hà Giang.

    • Thưa bà, kết quả nổi bật của ngành là gì?

    - Đến nay 178/193 trạm y tế đã kết nối khám bệnh từ xa, tổ chức 12.450 lượt hội chẩn.

    • Để đạt mục tiêu, ngành tập trung vào giải pháp nào?

    - Chúng tôi triển khai đồng bộ các giải pháp sau.

    Thứ nhất là nâng cấp đường truyền cho 15 trạm còn lại, xong trong quý III/2023.

    Thứ hai là tập huấn lại cho toàn bộ trưởng trạm. Mỗi trạm cử thêm một điều dưỡng.

    Thứ ba là trang bị 320 bộ máy đo huyết áp kết nối mạng.

    Và cuối cùng là chi trả bảo hiểm cho lượt khám từ xa.

    • Khó khăn là gì, thưa bà?

    - Một là, đường vào bản xa. Hai là, điện chập chờn. Ba là, thiếu kỹ thuật viên.

    • Xin cảm ơn bà!
  `,
  'hoi-nghi.txt': `
    Chủ tịch UBND tỉnh Quảng Ngãi chủ trì hội nghị triển khai kinh tế tuần hoàn

    Thứ Tư, 15/05/2024 | 16:40 [GMT+7]

    Sáng 15/5, tại Trung tâm Hội nghị tỉnh, Chủ tịch UBND tỉnh Quảng Ngãi Đinh Văn Bịa chủ trì hội nghị lần thứ 3 của Ban Chỉ đạo phát triển bền vững với chủ đề “Kinh tế tuần hoàn với ba trụ cột giảm thiểu chất thải, tái sử dụng, tái chế - Con đường phát triển xanh”.

    Kết luận hội nghị, Chủ tịch UBND tỉnh nêu 4 bài học kinh nghiệm: lãnh đạo phải làm gương; dân phải được bàn; vốn phải đến đúng chỗ; kiểm tra phải thường xuyên.

    Đồng chí yêu cầu thực hiện “5 tăng cường”: Một là, tăng cường tuyên truyền đến từng hộ. Hai là, tăng cường phân loại rác tại nguồn; mỗi xã chọn 02 thôn làm điểm. Ba là, tăng cường thu hút nhà máy tái chế. Bốn là, tăng cường kiểm tra xả thải. Năm là, tăng cường hợp tác công tư với năm lĩnh vực.

    Có hai nhiệm vụ chậm tiến độ là trạm trung chuyển và lò đốt.
  `,
  'nghi-quyet.txt': `
    BAN CHẤP HÀNH TRUNG ƯƠNG
    Số: 91-NQ/TW
    Hà Nội, ngày 05 tháng 6 năm 2024

    NGHỊ QUYẾT
    về nâng cao thể lực người Việt Nam

    I. QUAN ĐIỂM
    Một là, đầu tư cho thể lực là đầu tư cho phát triển. Hai là, gia đình và nhà trường cùng chăm lo. Ba là, ưu tiên vùng khó khăn.

    II. NHIỆM VỤ
    Tập trung vào bốn trụ cột dinh dưỡng học đường, giáo dục thể chất, y tế dự phòng, môi trường sống.
  `,
})

describe('a list counted aloud', () => {
  it.each([
    ['giải pháp thứ ba của ngành y tế Hà Giang là gì', '320 bộ máy đo huyết áp'],
    ['giai phap thu 2 cua nganh y te ha giang', 'tập huấn lại'],
    ['giải pháp thứ hai mà Sở Y tế Hà Giang nêu là gì?', 'tập huấn lại'],
    ['Giải pháp cuối cùng của ngành y tế Hà Giang là gì?', 'chi trả bảo hiểm'],
    ['khó khăn thứ hai của y tế Hà Giang là gì', 'điện chập chờn'],
    ['bài học thứ ba Chủ tịch tỉnh Quảng Ngãi nêu là gì', 'vốn phải đến đúng chỗ'],
    ['quan điểm thứ hai của nghị quyết 91 là gì', 'gia đình và nhà trường'],
  ])('gives the item asked for: %s', async (question, words) => {
    const { text, citations } = await ask(question)
    expect(text).toContain(words)
    expect(citations).toHaveLength(1)
  })

  it.each([
    ['ngành y tế Hà Giang triển khai những giải pháp nào', ['đường truyền', 'trưởng trạm', 'huyết áp', 'bảo hiểm']],
    ['y tế Hà Giang có những khó khăn nào?', ['đường vào bản', 'điện chập chờn', 'kỹ thuật viên']],
    ['4 bài học kinh nghiệm ở Quảng Ngãi là gì', ['làm gương', 'được bàn', 'đúng chỗ', 'thường xuyên']],
    ['“5 tăng cường” gồm những gì?', ['từng hộ', 'tại nguồn', 'tái chế', 'xả thải', 'công tư']],
    ['"5 tăng cường" của Chủ tịch tại hội nghị Ban Chỉ đạo gồm những gì', ['từng hộ', 'công tư']],
    ['5 tăng cường là gì', ['từng hộ', 'tại nguồn', 'tái chế', 'xả thải', 'công tư']],
    ['ba trụ cột của kinh tế tuần hoàn là gì', ['giảm thiểu chất thải', 'tái sử dụng', 'tái chế']],
    ['bốn trụ cột của nghị quyết 91 là những gì', ['dinh dưỡng', 'thể chất', 'dự phòng', 'môi trường sống']],
    ['nghị quyết 91 nêu những quan điểm nào', ['cho phát triển', 'cùng chăm lo', 'vùng khó khăn']],
  ])('is given whole: %s', async (question, items) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    for (const item of items) expect(text).toContain(item)
  })

  it('is counted by us where no number is stated, which is said', async () => {
    const { text } = await ask('Ngành y tế Hà Giang nêu tổng cộng mấy giải pháp?')
    expect(text).toContain('không nêu tổng số giải pháp; phần liệt kê có 4 mục')
    expect(text).toContain('từ “Thứ nhất” đến “Thứ ba”')
    expect(text).toContain('“cuối cùng”')
  })

  it('ends where it ends', async () => {
    const { outcome, text } = await ask('giải pháp thứ 9 của ngành y tế Hà Giang là gì')
    expect(outcome).toBe('corrected')
    expect(text).toContain('chỉ có 4 mục')
  })

  it('is no answer to a question about other things of that name', async () => {
    expect((await ask('hai nhiệm vụ chậm tiến độ ở Quảng Ngãi là gì')).text).toContain('trạm trung chuyển')
    expect((await ask('giải pháp thứ hai về phòng cháy rừng ở Hà Giang là gì')).text).not.toContain('tập huấn lại')
  })

  it('goes on in the conversation', async () => {
    const conversation = 'giai-phap'
    await ask('Hà Giang có những giải pháp nào về khám bệnh từ xa?', conversation)
    expect((await ask('mấy giải pháp tất cả', conversation)).text).toContain('có 4 mục')
    expect((await ask('giải pháp thứ ba thì sao', conversation)).text).toContain('huyết áp')
  })
})
