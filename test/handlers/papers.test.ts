import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const plan = `
    ỦY BAN NHÂN DÂN
    TỈNH HÀ NAM
    Số: 913/KH-UBND
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Hà Nam, ngày 19 tháng 11 năm 2024

    KẾ HOẠCH
    Trồng cây phân tán tỉnh Hà Nam năm 2025

    Căn cứ Nghị quyết số 17-NQ/TU ngày 06 tháng 8 năm 2021 của Ban Thường vụ
    Tỉnh ủy Hà Nam về trồng cây phân tán tỉnh Hà Nam đến năm 2025, định hướng đến
    năm 2030;
    Xét đề nghị của Sở Nông nghiệp và Phát triển nông thôn tại Tờ trình số 288/TTr-SNN
    ngày 12 tháng 11 năm 2024, Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội
    dung sau:

    I. MỤC TIÊU
    1. Trồng mới 420.000 cây phân tán trong năm 2025.
    2. 85% số cây trồng ven đường giao thông do thanh niên chăm sóc.

    II. TỔ CHỨC THỰC HIỆN
    1. Sở Nông nghiệp và Phát triển nông thôn: là cơ quan thường trực, theo dõi việc
    thực hiện; báo cáo UBND tỉnh trước ngày 15 tháng 12 năm 2025.
    2. Sở Tài chính: bố trí kinh phí mua cây giống trước ngày 28/02/2025.
    3. UBND các huyện, thị xã, thành phố ban hành kế hoạch của địa phương trước ngày 20
    tháng 01 năm 2025.

    Nơi nhận:
    - Bộ NN&PTNT (b/c);
    - Các sở, ban, ngành;
    - Lưu: VT.
    TM. ỦY BAN NHÂN DÂN
    KT. CHỦ TỊCH
    PHÓ CHỦ TỊCH

    Kiều Văn Ví Dụ

    2

    PHỤ LỤC
    DANH MỤC CÂY GIỐNG NĂM 2025
    (Kèm theo Kế hoạch số 913/KH-UBND ngày 19 tháng 11 năm 2024 của UBND tỉnh)
    Đơn vị tính: cây
${Array.from({ length: 40 }, (_, i) => `    ${i + 1}\n    Giống cây số ${i + 1} cho xã\n    ${(i + 2) * 100}`).join('\n')}
`
const programme = `
    TỈNH ỦY PHÚ YÊN
    *
    Số 39-CTr/TU
    ĐẢNG CỘNG SẢN VIỆT NAM
    Tuy Hòa, ngày 21 tháng 02 năm 2025

    CHƯƠNG TRÌNH HÀNH ĐỘNG
    thực hiện Nghị quyết số 88-NQ/TW, ngày 15/11/2024 của Bộ Chính trị
    về phát triển nghề muối, bảo vệ đồng muối, nâng cao đời sống diêm dân và an ninh lương thực quốc gia

    Thực hiện Nghị quyết số 88-NQ/TW, ngày 15/11/2024 của Bộ Chính trị (sau đây gọi tắt là Nghị quyết 88) và Nghị quyết số 09/NQ-CP, ngày 08/01/2025 của Chính phủ, Ban Thường vụ Tỉnh ủy xây dựng Chương trình hành động với các nội dung sau:

    I. MỤC TIÊU
    1. Đến năm 2030 có 14 hợp tác xã làm muối sạch.
    2. Sản lượng muối đạt 61.000 tấn mỗi năm.

    II. NHIỆM VỤ
    1. Cải tạo 300 ha đồng muối ở thị xã Sông Cầu.

    T/M BAN THƯỜNG VỤ
    PHÓ BÍ THƯ
    Lương Thị Ví Dụ
`
const notice = `
    UBND TỈNH BẮC KẠN
    VĂN PHÒNG
    Số: 176/TB-VP
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Bắc Kạn, ngày 22 tháng 4 năm 2024

    THÔNG BÁO
    Kết luận của Phó Chủ tịch UBND tỉnh Hà Đức Ví Dụ
    tại cuộc họp Tổ công tác triển khai Đề án 09 tỉnh Bắc Kạn tháng 4/2024

    Ngày 17/4/2024, tại phòng họp số 3, Trụ sở UBND tỉnh, đồng chí Hà Đức
    Ví Dụ - Phó Chủ tịch UBND tỉnh, Tổ trưởng Tổ công tác triển khai Đề án
    09 tỉnh chủ trì họp Tổ công tác. Tham dự có lãnh đạo các sở: Tư pháp, Y tế, Công Thương,
    Giáo dục và Đào tạo; UBND các huyện, thành phố dự trực tuyến.

    1. Phân công nhiệm vụ
    a) Công an tỉnh: cấp 12.000 thẻ cho người cao tuổi trước ngày 15/7/2024.
    b) Sở Tư pháp: rà soát xong 9.400 hồ sơ chứng thực cũ trước ngày 10/8/2024;
    mỗi tháng báo cáo một lần.
    c) Sở Y tế: liên thông giấy khám tại 100% trạm y tế; hoàn thành trong tháng 9/2024.

    2. Phiên họp tiếp theo của Tổ công tác tổ chức vào ngày 19/6/2024 tại huyện Chợ Đồn.

    Nơi nhận:
    - Thành viên Tổ công tác;
    - Lưu: VT.
    KT. CHÁNH VĂN PHÒNG
    PHÓ CHÁNH VĂN PHÒNG

    Triệu Thị Ví Dụ
`

const ask = await answersFrom({ 'ke-hoach.txt': plan, 'chuong-trinh.txt': programme, 'thong-bao.txt': notice })

describe('a paper asked by its type', () => {
  it.each([
    ['Kế hoạch trồng cây phân tán năm 2025 của Hà Nam số mấy, ký ngày nào?', ['913/KH-UBND', '19 tháng 11 năm 2024']],
    ['KH trồng cây phân tán 2025 của Hà Nam mang số bao nhiêu', ['913/KH-UBND']],
    ['ke hoach trong cay phan tan 2025 cua ha nam so may', ['913/KH-UBND']],
    ['Số hiệu của kế hoạch trồng cây phân tán Hà Nam là gì?', ['913/KH-UBND']],
    ['Kế hoạch trồng cây của UBND tỉnh Hà Nam ban hành ngày nào?', ['19 tháng 11 năm 2024']],
    ['Kế hoạch trồng cây phân tán của Hà Nam ký ngày bao nhiêu', ['19 tháng 11 năm 2024']],
    ['CTHĐ của Tỉnh ủy Phú Yên thực hiện NQ88 mang số bao nhiêu', ['39-CTr/TU']],
    [
      'Chương trình hành động của Phú Yên thực hiện Nghị quyết 88 số mấy, ngày nào',
      ['39-CTr/TU', '21 tháng 02 năm 2025'],
    ],
    ['Thông báo kết luận họp Tổ công tác Đề án 09 Bắc Kạn tháng 4/2024 số bao nhiêu?', ['176/TB-VP']],
    ['TB kết luận họp tổ công tác đề án 09 Bắc Kạn số mấy, ban hành ngày nào', ['176/TB-VP', '22 tháng 4 năm 2024']],
  ])('is told by its own head: %s', async (question, words) => {
    const answer = await ask(question)
    expect(answer.outcome).toBe('answered')
    for (const each of words) expect(answer.text).toContain(each)
    const quotes = answer.citations.map(({ quote }) => quote).join('\n')
    for (const each of words) expect(quotes).toContain(each)
    expect(answer.text).not.toMatch(/17-NQ\/TU ngày|09\/NQ-CP do|28\/TTr|không tìm thấy/u)
  })

  it.each([
    ['Kế hoạch trồng cây phân tán của Hà Nam căn cứ nghị quyết nào?', '17-NQ/TU'],
    ['Nghị quyết về trồng cây phân tán của Tỉnh ủy Hà Nam số mấy?', '17-NQ/TU'],
    ['Tờ trình của Sở Nông nghiệp và Phát triển nông thôn Hà Nam số bao nhiêu', '288/TTr-SNN'],
    ['Chương trình hành động của Phú Yên thực hiện nghị quyết nào của Bộ Chính trị?', '88-NQ/TW'],
  ])('leaves the papers it cites to questions for them: %s', async (question, number) => {
    expect((await ask(question)).text).toContain(number)
  })
})

describe('the title of a paper that is cited', () => {
  it.each([
    'Nghị quyết 88-NQ/TW tên đầy đủ về vấn đề gì?',
    'Tên đầy đủ của Nghị quyết 88-NQ/TW',
    'nghi quyet 88-nq/tw ve viec gi',
    'NQ 88-NQ/TW về việc gì vậy',
  ])('is given whole: %s', async (question) => {
    const { text } = await ask(question)
    expect(text.replace(/\s+/g, ' ')).toContain(
      'phát triển nghề muối, bảo vệ đồng muối, nâng cao đời sống diêm dân và an ninh lương thực quốc gia',
    )
  })
})

describe('who signed', () => {
  it.each([
    ['Ai ký kế hoạch 913 của UBND tỉnh Hà Nam, chức gì?', ['Kiều Văn Ví Dụ', 'PHÓ CHỦ TỊCH']],
    ['Ai ký kế hoạch trồng cây phân tán của Hà Nam?', ['Kiều Văn Ví Dụ', 'PHÓ CHỦ TỊCH']],
    ['Người ký Kế hoạch số 913/KH-UBND là ai, chức vụ gì', ['Kiều Văn Ví Dụ', 'PHÓ CHỦ TỊCH']],
    ['ai ky thong bao 176 cua van phong ubnd tinh bac kan', ['Triệu Thị Ví Dụ', 'PHÓ CHÁNH VĂN PHÒNG']],
    ['Chương trình hành động 39 của Tỉnh ủy Phú Yên do ai ký', ['Lương Thị Ví Dụ', 'PHÓ BÍ THƯ']],
  ])('is told with the office: %s', async (question, words) => {
    const answer = await ask(question)
    expect(answer.outcome).toBe('answered')
    for (const each of words) expect(answer.text.toUpperCase()).toContain(each.toUpperCase())
    expect(answer.citations).toHaveLength(1)
  })
})

describe('a meeting', () => {
  it.each([
    'Tổ công tác Đề án 09 Bắc Kạn họp ngày nào trong tháng 4/2024?',
    'Cuộc họp Tổ công tác Đề án 09 Bắc Kạn tháng 4/2024 diễn ra ngày nào, ở đâu?',
    'tổ công tác đề án 09 bắc kạn họp hôm nào hồi tháng 4',
  ])('is dated by the month asked for: %s', async (question) => {
    const { text } = await ask(question)
    expect(text).toContain('17/4/2024')
    expect(text).not.toContain('19/6/2024')
  })

  it('that comes next is the next one', async () => {
    expect((await ask('Phiên họp tiếp theo của Tổ công tác Đề án 09 Bắc Kạn khi nào?')).text).toContain('19/6/2024')
  })
})

describe('what an office has to do', () => {
  it.each([
    ['Sở Tư pháp Bắc Kạn được giao việc gì trong Đề án 09, hạn đến bao giờ?', ['chứng thực', '10/8/2024']],
    ['Công an tỉnh Bắc Kạn được giao nhiệm vụ gì', ['12.000 thẻ', '15/7/2024']],
    ['Sở Y tế Bắc Kạn phải làm gì', ['trạm y tế', 'tháng 9/2024']],
    ['Sở Tài chính Hà Nam được giao việc gì, hạn nào', ['cây giống', '28/02/2025']],
  ])('is the item of its name, not the list of those who came: %s', async (question, words) => {
    const { text } = await ask(question)
    for (const each of words) expect(text).toContain(each)
    expect(text).not.toContain('lãnh đạo các sở')
  })
})

describe('a premise about something else than the issuer', () => {
  it.each([
    'Kế hoạch trồng cây 2025 của Hà Nam giao Sở Tài chính làm cơ quan thường trực đúng không?',
    'Kế hoạch 913 của UBND tỉnh Hà Nam giao Sở Tài chính làm cơ quan thường trực phải không?',
    'Kế hoạch của Hà Nam có phải yêu cầu Công an tỉnh chăm sóc cây không?',
  ])('gets no verdict about who issued it: %s', async (question) => {
    const { text } = await ask(question)
    expect(text).not.toMatch(/do .{5,60} ban hành/u)
  })

  it('a claim about the issuer is still judged', async () => {
    expect((await ask('Kế hoạch 913 của Hà Nam do Sở Tài chính ban hành đúng không?')).outcome).toBe('corrected')
    expect((await ask('Kế hoạch 913/KH-UBND là của UBND tỉnh Hà Nam đúng không?')).outcome).toBe('answered')
  })
})

describe('a paper that is only mentioned', () => {
  it.each([
    'Nghị quyết số 17-NQ/TU của Hà Nam về trồng cây phân tán đặt mấy chỉ tiêu?',
    'Nghị quyết 17-NQ/TU có những nhiệm vụ gì?',
    'Tờ trình 288/TTr-SNN đề nghị bao nhiêu tiền?',
    'Nghị quyết 09/NQ-CP nêu mấy nhóm giải pháp',
    'noi dung chinh cua nghi quyet 17-NQ/TU la gi',
  ])('has no content here: %s', async (question) => {
    const answer = await ask(question)
    expect(answer.outcome).toBe('not-found')
    expect(answer.text).toMatch(/chỉ (?:được )?nhắc đến/u)
    expect(answer.text).not.toMatch(/420\.000|14 hợp tác xã/u)
  })

  it('its day and what it is about are known from the mention', async () => {
    expect((await ask('Nghị quyết 17-NQ/TU ban hành ngày nào?')).text).toContain('06 tháng 8 năm 2021')
  })
})
