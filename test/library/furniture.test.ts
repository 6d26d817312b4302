import { describe, expect, it } from 'vitest'
import { type LineRole, lineRoles } from '../../src/library/furniture.ts'
import { linesOf } from '../../src/library/lines.ts'

const title = 'Bình An thông qua chương trình chuyển đổi số đến năm 2030'
const prose =
  'Sáng 12/3, Ủy ban nhân dân tỉnh Bình An họp thông qua dự thảo chương trình với 08 nhóm nhiệm vụ, giải pháp chủ yếu đến năm 2030.'
const more =
  'Theo dự thảo, tỉnh phấn đấu đến năm 2030 kinh tế số chiếm 25% GRDP; các sở, ngành và địa phương xây dựng kế hoạch hằng năm.'

const places = {
  top: (line: string) => [line, title, prose, more],
  middle: (line: string) => [title, prose, line, more, prose],
  bottom: (line: string) => [title, prose, more, line],
}

function rolesOf(lines: readonly string[]): LineRole[] {
  const text = lines.join('\n')
  return lineRoles(text, linesOf(text))
}

function roleOf(line: string, place: keyof typeof places): LineRole {
  const page = places[place](line)
  return rolesOf(page)[page.indexOf(line)]!
}

describe('what a page has around its text', () => {
  it.each([
    'Liên kết site Liên kết site',
    'Trang chủ',
    'Hoạt động của tỉnh',
    'Trang chủ » Tin tức » Chuyển đổi số',
    'Trang chủ > Tin tức',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Độc lập – Tự do – Hạnh phúc',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    '---------------',
    '* * *',
    'Đăng nhập',
    'Tìm kiếm',
  ])('above the title: %s', (line) => {
    expect(roleOf(line, 'top')).toBe('furniture')
  })

  it.each([
    '[img]',
    '![Quang cảnh](hop.png)',
    'hop-bao.jpg',
    'https://binhan.example/tin-tuc/1',
    'www.binhan.example',
    '[Xem bản đầy đủ](https://binhan.example/ban-day-du)',
    '* [Tin khác của tỉnh](https://binhan.example/2)',
    '125 0',
    'Lượt xem: 1250',
    'Chia sẻ',
    'In trang | Chia sẻ | Facebook',
    'Cỡ chữ: Tăng Giảm Mặc định',
    'Trang 3/12',
    'Trang 3',
    '- 3 -',
    'Page 3 of 12',
    'Giấy phép số: 12/GP-TTĐT ngày 01/02/2020 do Cục Mẫu cấp',
    'Báo Mẫu Sơn - Giấy phép xuất bản số 45/GP-BTTTT. Tổng Biên tập: Trần Văn Thử',
    'Ghi rõ nguồn Báo Mẫu Sơn khi phát hành lại thông tin từ website này',
    'Bạn đã không sử dụng Site, Bấm vào đây để duy trì trạng thái đăng nhập. Thời gian chờ: 60 giây',
    'Vui lòng bật JavaScript để xem trang này',
  ])('anywhere: %s', (line) => {
    expect(roleOf(line, 'middle')).toBe('furniture')
  })

  it.each([
    'Thu Mẫu',
    'TM',
    'Văn Mẫu - Thị Thử',
    'MẪU THỬ (Thực hiện)',
    'Nguồn: Cổng thông tin điện tử tỉnh Bình An',
    'Nguồn tin: Thu Mẫu/baobinhan.example',
    'Theo Báo Bình An',
    '(Theo Báo Bình An)',
    'Tin, ảnh: Văn Mẫu',
    'Bài và ảnh: Văn Mẫu',
    'Tác giả: Nguyễn Văn Mẫu',
    'Địa chỉ: số 1 đường Mẫu, phường Thử, tỉnh Bình An',
    'Điện thoại: 0000.000.000 - Fax: 0000.000.001',
    'Email: mau@binhan.example',
    'Bản quyền thuộc Sở Mẫu tỉnh Bình An',
    'Trưởng ban biên tập: Ông Nguyễn Văn Mẫu, Giám đốc Sở Mẫu',
    'Cơ quan chủ quản: Ủy ban nhân dân tỉnh Bình An',
    'CỔNG THÔNG TIN ĐIỆN TỬ TỈNH BÌNH AN',
    'Ghi rõ nguồn khi phát hành lại thông tin từ trang này',
    'Số lượt truy cập: 1.234.567',
    'Đang trực tuyến: 12',
    'Phản hồi',
    'Bình luận (3)',
    'Các tin khác',
    'Các tin đã đưa ngày:',
    'Những tin mới hơn',
    'Tin liên quan',
    'Tin cùng chuyên mục',
    'Bài viết liên quan',
    'Ý kiến bạn đọc',
    'Từ khóa:',
    'Xem thêm',
  ])('below the text: %s', (line) => {
    expect(roleOf(line, 'bottom')).toBe('furniture')
  })

  it.each([
    ['15/03/2024', 'date-line'],
    ['07:30 | 15/03/2024', 'date-line'],
    ['Thứ hai - 15/03/2024 11:00 66 0', 'date-line'],
    ['Thứ Sáu, 15/03/2024, 07:30 (GMT+7)', 'date-line'],
    ['Ngày đăng: 15/03/2024', 'date-line'],
    ['Cập nhật lúc 07:30, ngày 15/03/2024', 'date-line'],
    ['Ngày 15 tháng 3 năm 2024', 'date-line'],
    ['Thứ Tư, 15/03/2024 | 16:40 [GMT+7]', 'date-line'],
    ['Bình An Online | 08:15 - 15.3.2024', 'date-line'],
    ['Báo Bình An - Cập nhật 15/3/2024', 'date-line'],
    ['15:47 | 15/03/2024   A  A  A   Nghe bài viết 5:12', 'date-line'],
    ['BAO - 14:20 15/3/2024 A- A A+', 'date-line'],
    ['Thời gian: 08:00, 15/3/2024', 'text'],
    ['Hội nghị lúc 8h30 ngày 15/3/2024', 'text'],
  ] as const)('%s is a %s', (line, role) => {
    expect(roleOf(line, 'middle')).toBe(role)
  })

  it.each([
    'Quang cảnh cuộc họp',
    'Toàn cảnh hội nghị tại trung tâm tỉnh',
    'Ảnh: Văn Mẫu',
    'Chủ tịch tỉnh Nguyễn Văn Mẫu phát biểu. Ảnh: Thị Thử',
    'Đại biểu dự hội nghị - Ảnh: V.M',
    'Ảnh minh họa.',
  ])('%s is a caption', (line) => {
    expect(roleOf(line, 'middle')).toBe('caption')
  })

  it('takes the line under a picture for its caption', () => {
    const lines = [title, prose, '[img]', 'Ông Nguyễn Văn Mẫu chủ trì cuộc họp', more]
    expect(rolesOf(lines)).toEqual(['text', 'text', 'furniture', 'caption', 'text'])
  })

  it('takes the lines under a heading of links for links until prose comes again', () => {
    const lines = [title, prose, 'Tin liên quan', 'Bình An họp bàn về đất đai', 'Khai mạc lễ hội', more]
    expect(rolesOf(lines)).toEqual(['text', 'text', 'furniture', 'furniture', 'furniture', 'text'])
  })

  it('goes back to the text where a numbered heading follows links', () => {
    const lines = [title, prose, 'Xem thêm', 'Bình An họp bàn', 'II. NHIỆM VỤ, GIẢI PHÁP', '1. Hạ tầng số', more]
    expect(rolesOf(lines)).toEqual(['text', 'text', 'furniture', 'furniture', 'text', 'text', 'text'])
  })

  it('takes the comment that says where a file is from for furniture', () => {
    const lines = `# nguồn: kho mẫu | ${title} | 2024\n\n${title}\n\n${prose}`.split('\n\n')
    expect(rolesOf(lines)).toEqual(['furniture', 'text', 'text'])
  })
})

describe('what belongs to the text', () => {
  it.each([
    'I. MỤC TIÊU',
    'Điều 1. Mục tiêu',
    'Một số kết quả nổi bật',
    'Chia sẻ dữ liệu giữa các cơ quan nhà nước',
    'Theo đó, tỉnh phấn đấu có 8 nhóm nhiệm vụ.',
    'Theo dự thảo, tỉnh có 18 chỉ tiêu;',
    'Nguồn lực: ngân sách tỉnh bố trí 120 tỷ đồng mỗi năm.',
    'Nguồn vốn thực hiện khoảng 500 tỷ đồng',
    'Địa chỉ số quốc gia được gắn cho 100% hộ gia đình.',
    'Website của 100% xã được nâng cấp trong năm 2025.',
    'Tin học hóa thủ tục hành chính',
    'Tin tưởng vào thành công của chuyển đổi số',
    'Bài học kinh nghiệm',
    'Ảnh hưởng của dịch bệnh đến chuyển đổi số',
    'Hình ảnh đô thị thông minh đã rõ nét hơn, người dân hài lòng.',
    'Bản quyền phần mềm được bảo đảm ở 100% cơ quan.',
    'Điện thoại thông minh: 80% người dân có.',
    'Thiết kế kiến trúc chính quyền số',
    'Biên tập lại quy chế',
    'Phản hồi của người dân được xử lý trong 24 giờ.',
    'Bình luận về kết quả này, ông Nguyễn Văn Mẫu cho rằng tỉnh cần cố gắng hơn.',
    'Các tin nhắn cảnh báo được gửi đến 100% người dân.',
    'Tỉnh xếp thứ 26/63 tỉnh, thành phố.',
    '2030',
    '2. Năm',
    '5 năm',
    'Tăng 4',
    '- Xã Mẫu: 12',
    'Từ năm 2025 đến năm 2030',
    'Dữ liệu hình ảnh: 12 tệp mỗi ngày.',
    'Hệ thống xử lý hình ảnh y tế.',
    'Ngày 15/3/2024, tỉnh ban hành kế hoạch.',
    'Trang thiết bị số được đầu tư',
    'Trang 3 của đề án nêu 8 nhóm nhiệm vụ.',
    '| 1 | Xã có cáp quang | 100% |',
    'Sở Khoa học và Công nghệ chủ trì',
    'Xây dựng nền tảng > dịch vụ số',
  ])('between paragraphs: %s', (line) => {
    expect(roleOf(line, 'middle')).toBe('text')
  })

  it.each([
    'NGHỊ QUYẾT',
    'Số: 12-NQ/TU',
    'Bình An, ngày 15 tháng 3 năm 2024',
    'BIÊN BẢN',
    'Biên bản họp',
    'Giấy mời họp',
    'Công điện khẩn',
    'TỈNH ỦY BÌNH AN',
    '# Kế hoạch',
    'Dự thảo lần 2',
  ])('at the head of a paper: %s', (line) => {
    expect(roleOf(line, 'top')).toBe('text')
  })

  it.each([
    'Tin học hóa thủ tục hành chính',
    'Bài học kinh nghiệm',
    'Theo lộ trình đến năm 2030',
    'Điện thoại thông minh',
    'Xây dựng chính quyền số',
    'Ứng dụng phân tích hình ảnh y tế',
    'Toàn tỉnh lắp 1.200 camera để thu thập hình ảnh giao thông.',
    'Nguồn lực thực hiện',
    'Trụ sở số của xã',
  ])('at the end: %s', (line) => {
    expect(roleOf(line, 'bottom')).toBe('text')
  })

  it('keeps a list of names at the end', () => {
    const paper = [title, prose, 'Danh sách tham dự:', 'Nguyễn Văn Mẫu', 'Trần Thị Thử', 'Lê Văn Ví', 'Phạm Thị Dụ']
    expect(rolesOf(paper)).toEqual(Array(7).fill('text'))
  })

  it('keeps a short title right above the prose', () => {
    expect(rolesOf(['Trang chủ', 'Bình An chuyển đổi số', '15/03/2024', prose, more])).toEqual([
      'furniture',
      'text',
      'date-line',
      'text',
      'text',
    ])
  })

  it('keeps the signature of an official paper', () => {
    const paper = [title, prose, 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Nguyễn Văn Mẫu']
    expect(rolesOf(paper)).toEqual(['text', 'text', 'text', 'text', 'text'])
  })

  it('keeps the receivers and signature of a Party paper', () => {
    const paper = [
      title,
      prose,
      'Nơi nhận:',
      '- Các sở, ngành;',
      '- Lưu VT.',
      'T/M TỈNH ỦY',
      'BÍ THƯ',
      '(Đã ký)',
      'Trần Thị Thử',
    ]
    expect(rolesOf(paper)).toEqual(Array(9).fill('text'))
  })
})

describe('a date at the beginning of a line', () => {
  it('is text where it ends the sentence above', () => {
    const lines = [title, '', '3. Phát triển hạ tầng số, xóa các bản lõm sóng trước', 'ngày 30/6/2024.', '', prose]
    expect(rolesOf(lines)).not.toContain('date-line')
  })
})

describe('lists of links below an article', () => {
  it.each([
    'ĐỌC NHIỀU NHẤT',
    'Xem nhiều',
    'Tin nổi bật',
    'Tin cùng chuyên mục',
    'Có thể bạn quan tâm',
    'Xem thêm',
    'Bài viết được quan tâm nhiều nhất',
  ])('%s', (heading) => {
    const links = [
      '1. Bình An: 12 tàu cá được cứu trong đêm',
      '2. Giá vàng tăng 3 triệu đồng',
      '- Sẽ lắp 31 camera mới',
    ]
    const roles = rolesOf([title, prose, more, heading, ...links])
    expect(roles.slice(3)).toEqual(['furniture', 'furniture', 'furniture', 'furniture'])
  })

  it.each(['Xem thêm: Bình An họp bàn 15 giải pháp', 'Đọc thêm: Bình An có 12 dự án', '>> Xem thêm: Bình An xây cầu'])(
    '%s',
    (line) => {
      expect(roleOf(line, 'bottom')).toBe('furniture')
    },
  )
})
