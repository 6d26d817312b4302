import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corpusOf } from '../../src/library/corpus.ts'
import type { Document } from '../../src/library/document.ts'
import { sectionPath } from '../../src/library/quote.ts'
import { readDocument } from '../../src/library/read-document.ts'
import { normalForm } from '../../src/vietnamese/normal-form.ts'
import { wordsOf, wordsOfBlock } from '../support/corpus.ts'

const folder = new URL('../fixtures/documents/', import.meta.url)
const read = (file: string) => readDocument(readFileSync(new URL(file, folder), 'utf8'), file)
const plain = (text: string) => normalForm(text).replace(/\s+/g, ' ').trim()

interface Expected {
  readonly title: string
  /** Words that a passage holds, each with the section it stands in ("" for none). */
  readonly content: readonly (readonly [words: string, path: string])[]
  /** Lines of the head or signature of an official paper. */
  readonly head?: readonly string[]
  /** Words that stand on the page and in no passage. */
  readonly around?: readonly string[]
}

const expected: Readonly<Record<string, Expected>> = {
  'bai-cong-thong-tin.txt': {
    title: 'Bình An thông qua dự thảo chương trình chuyển đổi số giai đoạn 2025 - 2030',
    content: [
      ['Chiều 11/3, ông Trần Văn Mẫu', ''],
      ['đề ra 05 nhóm nhiệm vụ, giải pháp gồm: nâng cao nhận thức', ''],
      ['3 - 5 trung tâm dữ liệu cấp vùng; kinh tế số chiếm 25% GRDP', ''],
      ['góp ý bằng văn bản trước ngày 20/3', ''],
    ],
    around: [
      'Liên kết site',
      'Trang chủ',
      'Đăng nhập',
      'Print',
      '215 0',
      'hop-thong-qua.jpg',
      'Quang cảnh cuộc họp',
      'Ảnh: Minh Ví',
      'Nguồn: Cổng',
      'Các tin khác',
      'hội chợ nông sản',
      'Quyết định số 99/QĐ-UBND',
      '07/GP-STTTT',
      'Phạm Văn Dụ',
      'đường Thử Nghiệm',
      'Thời gian chờ',
    ],
  },
  'chuong-trinh-hanh-dong.txt': {
    title: 'CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện nghị quyết của Bộ Chính trị về phát triển khoa học, công nghệ',
    content: [
      ['xếp thứ 21/63', 'A- TÌNH HÌNH'],
      ['Kinh tế số chiếm 28% GRDP', 'B- MỤC TIÊU, NHIỆM VỤ › I- MỤC TIÊU › 1- Đến năm 2030'],
      [
        'công nghiệp công nghệ số phát triển của vùng',
        'B- MỤC TIÊU, NHIỆM VỤ › I- MỤC TIÊU › 2- Tầm nhìn đến năm 2045',
      ],
      [
        '01 tổ công nghệ số cộng đồng',
        'B- MỤC TIÊU, NHIỆM VỤ › II- NHIỆM VỤ, GIẢI PHÁP › 1- Nâng cao nhận thức, đổi mới tư duy › điểm b',
      ],
      ['Ban hành cơ chế thử nghiệm', 'B- MỤC TIÊU, NHIỆM VỤ › II- NHIỆM VỤ, GIẢI PHÁP › 2- Hoàn thiện thể chế'],
      ['Đảng ủy UBND tỉnh xây dựng kế hoạch', 'C- TỔ CHỨC THỰC HIỆN › mục 2'],
    ],
    head: [
      'ĐẢNG BỘ TỈNH SÔNG MAI',
      'Số: 18-CTr/TU',
      'Sông Mai, ngày 20 tháng 02 năm 2025',
      'T/M TỈNH ỦY',
      'Hoàng Văn Thử',
    ],
  },
  'quyet-dinh.txt': {
    title: 'QUYẾT ĐỊNH Về việc ban hành Quy chế quản lý dữ liệu dùng chung của tỉnh',
    content: [
      ['Căn cứ Nghị quyết số 12-NQ/TU', ''],
      ['có hiệu lực từ ngày 15 tháng 5 năm 2024', 'Điều 2'],
      [
        'việc thu thập, quản lý và chia sẻ',
        'QUY CHẾ Quản lý dữ liệu dùng chung của tỉnh › Chương I. QUY ĐỊNH CHUNG › Điều 1. Phạm vi điều chỉnh › mục 1',
      ],
      [
        'cập nhật trong 24 giờ',
        'QUY CHẾ Quản lý dữ liệu dùng chung của tỉnh › Chương II. QUẢN LÝ DỮ LIỆU › Điều 2. Nguyên tắc › 1. Dữ liệu được thu thập một lần, dùng nhiều lần: › điểm b',
      ],
      ['Dữ liệu đất đai của tỉnh', 'Phụ lục I. DANH MỤC DỮ LIỆU DÙNG CHUNG › mục 2'],
    ],
    head: ['Số: 512/QĐ-UBND', 'Hả Long, ngày 05 tháng 5 năm 2024', 'PHÓ CHỦ TỊCH', 'Đỗ Thị Ví Dụ'],
  },
  'ke-hoach.txt': {
    title: 'KẾ HOẠCH Triển khai chính quyền số tỉnh Bình An năm 2025',
    content: [
      ['Bảo đảm tiến độ, chất lượng', 'I. MỤC ĐÍCH, YÊU CẦU › 2. Yêu cầu'],
      ['đến 124 xã, phường', 'II. NHIỆM VỤ › 1. Hạ tầng số › mục 1.2'],
      ['Kết nối kho dữ liệu của 18 sở', 'II. NHIỆM VỤ › 2. Nền tảng số › mục 2.2'],
      ['Sở Nội vụ đào tạo 7.500', 'III. PHÂN CÔNG › 1. Giao các sở, ngành, địa phương: › điểm c'],
      ['triển khai học bạ số', 'III. PHÂN CÔNG › 1. Giao các sở, ngành, địa phương: › điểm đ'],
      ['Văn phòng UBND tỉnh tổng hợp', 'III. PHÂN CÔNG › 1. Giao các sở, ngành, địa phương: › điểm p'],
      ['thay thế Kế hoạch số 45/KH-UBND', 'III. PHÂN CÔNG › mục 2'],
    ],
  },
  'phu-luc-bang.md': {
    title: 'Phụ lục chỉ tiêu chuyển đổi số tỉnh Sông Mai',
    content: [
      ['Kèm theo Kế hoạch số 77/KH-UBND', ''],
      ['| 1 | Dịch vụ công trực tuyến toàn trình | % | ≥ 90 | Văn phòng UBND tỉnh |', 'I. Chính quyền số'],
      ['| 3.1 | Doanh nghiệp công nghệ số | doanh nghiệp | 40 - 50 |', 'II. Kinh tế số'],
      ['rà soát vào tháng 12', 'II. Kinh tế số'],
    ],
    around: ['|---|'],
  },
  'phong-van.txt': {
    title: 'Chuyển đổi số phải bắt đầu từ người dân',
    content: [
      ['Thưa bà, đề án đặt ra những mục tiêu nào?', ''],
      ['đến năm 2028, 80% người dân', ''],
      ['Thứ hai là đào tạo 1.200 công chức', ''],
      ['tỉnh mới có 35 chuyên gia dữ liệu', ''],
    ],
    around: ['[img]', 'Bà Vũ Thị Mẫu trả lời phỏng vấn', 'MAI THỬ'],
  },
  'van-ban-pdf.txt': {
    title: 'BÁO CÁO Kết quả thực hiện nhiệm vụ chuyển đổi số năm 2024',
    content: [
      ['ban hành 14 văn bản về chuyển đổi số; tổ chức 6 lớp tập huấn', 'I. KẾT QUẢ ĐẠT ĐƯỢC'],
      ['theo Kế hoạch số 36-KH/STN ngày 02/01/2024 của Sở', 'I. KẾT QUẢ ĐẠT ĐƯỢC'],
      ['trong 3 - 5 năm tới và được kiểm tra', 'I. KẾT QUẢ ĐẠT ĐƯỢC › 1. Về hạ tầng số'],
      ['so với năm 2023; trong đó cấp xã đạt 68%', 'I. KẾT QUẢ ĐẠT ĐƯỢC › 2. Về dịch vụ công'],
      ['chưa kết nối với nền tảng tích hợp', 'II. HẠN CHẾ, NGUYÊN NHÂN'],
    ],
    around: ['Trang 1/3', 'Trang 2/3', 'Trang 3/3', 'UBND TỈNH SÔNG MAI – BÁO CÁO'],
  },
  'bien-ban.txt': {
    title: 'BIÊN BẢN Họp Ban Chỉ đạo chuyển đổi số phường Mẫu',
    content: [
      ['14 giờ 00 ngày 08/4/2025', ''],
      ['Ông Ngô Văn Dụ, Chủ tịch UBND phường', ''],
      ['12 tổ công nghệ số cộng đồng', ''],
      ['Kinh phí: 85 triệu đồng', ''],
      ['Thư ký Lý Thị Thử', ''],
    ],
  },
  'van-ban-nfd.txt': {
    title: 'NGHỊ QUYẾT về phát triển đô thị thông minh tỉnh Hả Long',
    content: [
      ['tỉnh có 04 đô thị thông minh', 'Điều 1. Mục tiêu'],
      ['Đào tạo nguồn nhân lực', 'Điều 2. Nhiệm vụ › mục 2'],
    ],
  },
  'de-an.txt': {
    title: 'ĐỀ ÁN Đô thị thông minh thành phố Đồi Mẫu',
    content: [
      ['có 120.000 dân; tốc độ đô thị hóa đạt 4,2%', 'PHẦN THỨ NHẤT. SỰ CẦN THIẾT'],
      ['lắp đặt 1.500 camera', 'PHẦN THỨ HAI. NỘI DUNG ĐỀ ÁN › I. Mục tiêu'],
      ['210 tỷ đồng', 'PHẦN THỨ HAI. NỘI DUNG ĐỀ ÁN › II. Kinh phí'],
    ],
  },
}

describe('papers of every kind', () => {
  it('has expectations for every paper', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(expected).sort())
  })

  describe.each(Object.entries(expected))('%s', (file, { title, content, head = [], around = [] }) => {
    const document = read(file)
    const { passages } = corpusOf([document])
    const shown = passages.map((passage) => plain(document.text.slice(passage.start, passage.end)))

    it('has its title', () => {
      expect(document.metadata.title).toBe(title)
    })

    it.each(content)('holds “%s” in its section', (words, path) => {
      const i = shown.findIndex((text) => text.includes(words))
      expect(shown[i]).toBeDefined()
      expect(sectionPath(document, passages[i]!.section).map(plain).join(' › ')).toBe(path)
    })

    if (head.length > 0) {
      it('keeps the lines of its head and signature apart', () => {
        const lines = wordsOf(document, 'head').map(plain)
        expect(lines).toEqual(expect.arrayContaining([...head]))
        expect(shown.filter((text) => head.some((line) => text.includes(line)))).toEqual([])
      })
    }

    if (around.length === 0) return
    it.each(around)('quotes nothing of the page around it: %s', (words) => {
      expect(plain(document.text)).toContain(plain(words))
      expect(shown.filter((text) => text.includes(plain(words)))).toEqual([])
    })
  })

  it('shows the header beside every row of a table', () => {
    const { passages } = corpusOf([read('phu-luc-bang.md')])
    const rows = passages.filter(({ document, start }) => document.text[start] === '|')
    expect(rows).toHaveLength(6)
    for (const { document, header } of rows) {
      expect(wordsOfBlock(document, header!)).toBe('| TT | Chỉ tiêu | Đơn vị | Năm 2030 | Cơ quan chủ trì |')
    }
  })
})

const originals = new URL('../../../shared/originals/', import.meta.url)

describe.skipIf(!existsSync(originals))('saved pages of portals (skipped where ../shared/originals is absent)', () => {
  const documents = (): Document[] =>
    readdirSync(originals)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => readDocument(readFileSync(new URL(file, originals), 'utf8'), file))

  it('quotes nothing of the page around the text', () => {
    const { passages } = corpusOf(documents())
    const around =
      /Liên kết site|Hoạt động lãnh đạo|Print|GP-TTĐT|Nguyễn Bá Hiến|sotttt@|Các tin|Những tin|OCOP|Thời gian chờ|AD\.jpg|Quang cảnh|Ảnh:|Nguồn tin|Phản hồi|^DK$|^Thanh Nga$/
    const quoted = passages.map(({ document, start, end }) => document.text.slice(start, end))
    expect(quoted.filter((text) => around.test(text))).toEqual([])
    expect(quoted.length).toBeGreaterThan(30)
  })

  it('keeps the figures of the text', () => {
    const { passages } = corpusOf(documents())
    const all = passages.map(({ document, start, end }) => document.text.slice(start, end)).join('\n')
    for (const figure of [
      '08 nhóm nhiệm vụ',
      '05 ngành mũi nhọn',
      '26/63',
      'top 15',
      'nhóm 10',
      '18 chỉ tiêu',
      '7 chỉ tiêu',
      '3 - 5 trung tâm',
      '30% GRDP',
      '45-CTr/TU',
      'tháng 3/2021',
      'Bùi Đắc Thế',
      'Thứ tám',
    ]) {
      expect(all).toContain(figure)
    }
  })

  it('has a title for each', () => {
    for (const { metadata } of documents()) expect(metadata.title).toMatch(/^\p{Lu}.{30,}/u)
  })
})
