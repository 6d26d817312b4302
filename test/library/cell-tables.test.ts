import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/library/read-document.ts'

/** The rows of a text's tables, cells joined by " ¦ "; words that a line break parts are on one line. */
function rowsOf(content: string, { headers = true } = {}): string[] {
  const { blocks, text } = readDocument(content, 'mau.txt')
  return blocks.flatMap(({ kind, cells, headerRow }) =>
    kind === 'table-row' && cells && (headers || headerRow !== undefined)
      ? [cells.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' ¦ ')]
      : [],
  )
}

const title = 'KẾ HOẠCH\nPhát triển xã hội số tỉnh Bình An đến năm 2030\n\nUBND tỉnh giao các chỉ tiêu như sau:\n\n'

describe('tables saved cell by cell', () => {
  it('are read when blank lines part the cells, with groups between the rows', () => {
    const content = `${title}TT\n\nChỉ tiêu\n\nĐơn vị tính\n\nNăm 2025\n\nNăm 2030\n\nĐơn vị chủ trì\n\nI\n\nHẠ TẦNG SỐ\n\n1\n\nThôn có cáp quang\n\n%\n\n> 80\n\n100\n\nSở Khoa học\nvà Công nghệ\n\n2\n\nTrạm phát sóng 5G\n\ntrạm\n\n120\n\n450\n\nSở Xây dựng\n\nII\n\nXÃ HỘI SỐ\n\n3\n\nNgười dân có chữ ký số\n\n%\n\n≥ 50\n\n75\n\nCông an tỉnh\n\nGhi chú: số liệu do các sở cung cấp.`
    expect(rowsOf(content)).toEqual([
      'TT ¦ Chỉ tiêu ¦ Đơn vị tính ¦ Năm 2025 ¦ Năm 2030 ¦ Đơn vị chủ trì',
      'I ¦ HẠ TẦNG SỐ ¦  ¦  ¦  ¦ ',
      '1 ¦ Thôn có cáp quang ¦ % ¦ > 80 ¦ 100 ¦ Sở Khoa học và Công nghệ',
      '2 ¦ Trạm phát sóng 5G ¦ trạm ¦ 120 ¦ 450 ¦ Sở Xây dựng',
      'II ¦ XÃ HỘI SỐ ¦  ¦  ¦  ¦ ',
      '3 ¦ Người dân có chữ ký số ¦ % ¦ ≥ 50 ¦ 75 ¦ Công an tỉnh',
    ])
  })

  it('are read without blank lines, with cells broken over lines, numbers of pages and a repeated header', () => {
    const content = `${title}Số TT\nNội dung\nCơ quan chủ trì\nThời gian hoàn thành\n1\nXây dựng kho dữ liệu dùng chung của tỉnh và\ncác sở, ngành\nSở Khoa học và Công nghệ\nQuý II/2025\n2\nBồi dưỡng kỹ năng số cho cán bộ xã\nSở Nội vụ\nHằng năm\nTrang 2/3\nSố TT\nNội dung\nCơ quan chủ trì\nThời gian hoàn thành\n3\nLắp camera tại\nbến xe\nCông an tỉnh\n12/2026\n\nNơi nhận:`
    const document = readDocument(content, 'mau.txt')
    const rows = document.blocks.filter(({ kind }) => kind === 'table-row')
    expect(rowsOf(content)).toEqual([
      'Số TT ¦ Nội dung ¦ Cơ quan chủ trì ¦ Thời gian hoàn thành',
      '1 ¦ Xây dựng kho dữ liệu dùng chung của tỉnh và các sở, ngành ¦ Sở Khoa học và Công nghệ ¦ Quý II/2025',
      '2 ¦ Bồi dưỡng kỹ năng số cho cán bộ xã ¦ Sở Nội vụ ¦ Hằng năm',
      '3 ¦ Lắp camera tại bến xe ¦ Công an tỉnh ¦ 12/2026',
    ])
    expect(new Set(rows.slice(1).map(({ headerRow }) => headerRow)).size).toBe(1)
    expect(document.blocks[rows[1]!.headerRow!]).toBe(rows[0])
  })

  it.each([
    [
      'a header over two lines of years',
      'TT\nChỉ tiêu\nĐVT\nMục tiêu\n2025\n2030\n1\nXã số\nxã\n30\n95\n2\nTổ công nghệ số\ntổ\n200\n640\n',
      [
        'TT ¦ Chỉ tiêu ¦ ĐVT ¦ Mục tiêu 2025 ¦ 2030',
        '1 ¦ Xã số ¦ xã ¦ 30 ¦ 95',
        '2 ¦ Tổ công nghệ số ¦ tổ ¦ 200 ¦ 640',
      ],
    ],
    [
      'numbers of the columns below the header',
      'STT\nTên nền tảng\nNăm 2026\n(1)\n(2)\n(3)\n1\nHọc trực tuyến\n40%\n2\nKhám bệnh từ xa\n60%\n',
      ['STT ¦ Tên nền tảng ¦ Năm 2026', '1 ¦ Học trực tuyến ¦ 40%', '2 ¦ Khám bệnh từ xa ¦ 60%'],
    ],
    [
      'parts of a row',
      'TT\tChỉ tiêu\tĐơn vị\t2025\t2030\n1\tHộ dùng nước sạch\n1.1\tĐô thị\t%\t90\t100\n1.2\tNông thôn\t%\t70\t85\n2\tXã có chợ\txã\t12\t20\n',
      [
        'TT ¦ Chỉ tiêu ¦ Đơn vị ¦ 2025 ¦ 2030',
        '1 ¦ Hộ dùng nước sạch ¦  ¦  ¦ ',
        '1.1 ¦ Đô thị ¦ % ¦ 90 ¦ 100',
        '1.2 ¦ Nông thôn ¦ % ¦ 70 ¦ 85',
        '2 ¦ Xã có chợ ¦ xã ¦ 12 ¦ 20',
      ],
    ],
    [
      'a row of tabs that goes on with a cell a line',
      'TT\tChỉ tiêu\tĐơn vị\t2025\t2030\tChủ trì\n1\tChợ dùng thanh toán số\t%\t30\n55\nSở Công Thương\n2\tTrường có phòng máy\t%\t60\t90\tSở Giáo dục và Đào tạo\n',
      [
        'TT ¦ Chỉ tiêu ¦ Đơn vị ¦ 2025 ¦ 2030 ¦ Chủ trì',
        '1 ¦ Chợ dùng thanh toán số ¦ % ¦ 30 ¦ 55 ¦ Sở Công Thương',
        '2 ¦ Trường có phòng máy ¦ % ¦ 60 ¦ 90 ¦ Sở Giáo dục và Đào tạo',
      ],
    ],
    [
      'bars without one at the ends, rows and header broken over lines',
      'TT | Chỉ tiêu | Đến năm\n2025 | Đến năm\n2030 | Cơ quan theo dõi\n1 | Doanh nghiệp dùng hóa đơn\nđiện tử | > 90 | 100 | Cục Thuế\n2 | Hộ kinh doanh số | > 20 | > 60 | Sở Công Thương\n',
      [
        'TT ¦ Chỉ tiêu ¦ Đến năm 2025 ¦ Đến năm 2030 ¦ Cơ quan theo dõi',
        '1 ¦ Doanh nghiệp dùng hóa đơn điện tử ¦ > 90 ¦ 100 ¦ Cục Thuế',
        '2 ¦ Hộ kinh doanh số ¦ > 20 ¦ > 60 ¦ Sở Công Thương',
      ],
    ],
    [
      'wide spaces',
      'Chỉ tiêu              Đơn vị     Năm 2025     Năm 2030\nHộ có máy tính        %          45           80\nĐiểm truy cập         điểm       120          300\n',
      ['Chỉ tiêu ¦ Đơn vị ¦ Năm 2025 ¦ Năm 2030', 'Hộ có máy tính ¦ % ¦ 45 ¦ 80', 'Điểm truy cập ¦ điểm ¦ 120 ¦ 300'],
    ],
    [
      'rows without numbers, and a sum',
      'Nguồn vốn\nNăm 2025\nNăm 2026\nCộng\nNgân sách tỉnh\n120\n150\n270\nXã hội hóa\n80\n95\n175\nTổng cộng\n200\n245\n445\n',
      [
        'Nguồn vốn ¦ Năm 2025 ¦ Năm 2026 ¦ Cộng',
        'Ngân sách tỉnh ¦ 120 ¦ 150 ¦ 270',
        'Xã hội hóa ¦ 80 ¦ 95 ¦ 175',
        'Tổng cộng ¦ 200 ¦ 245 ¦ 445',
      ],
    ],
    [
      'a value that equals the next number',
      'TT\nChỉ tiêu\nĐơn vị\nNăm 2025\nNăm 2030\nChủ trì\n1\nTrung tâm dữ liệu\ntrung tâm\n2\n3\nSở Khoa học và Công nghệ\n2\nKhu công nghệ số\nkhu\n3\n3\nBan Quản lý khu công nghiệp\n3\nPhòng thí nghiệm\nphòng\n4\n9\nTrường Đại học Bình An\n',
      [
        'TT ¦ Chỉ tiêu ¦ Đơn vị ¦ Năm 2025 ¦ Năm 2030 ¦ Chủ trì',
        '1 ¦ Trung tâm dữ liệu ¦ trung tâm ¦ 2 ¦ 3 ¦ Sở Khoa học và Công nghệ',
        '2 ¦ Khu công nghệ số ¦ khu ¦ 3 ¦ 3 ¦ Ban Quản lý khu công nghiệp',
        '3 ¦ Phòng thí nghiệm ¦ phòng ¦ 4 ¦ 9 ¦ Trường Đại học Bình An',
      ],
    ],
  ])('may have %s', (_, table, rows) => {
    expect(rowsOf(title + table)).toEqual(rows)
  })

  it('go on under the headings of groups that stand on one line', () => {
    const content = `${title}TT\nChỉ tiêu\nĐơn vị\nNăm 2030\nA. CHÍNH QUYỀN SỐ\n1\nHồ sơ trực tuyến\n%\n90\n2\nBáo cáo điện tử\n%\n100\nB. XÃ HỘI SỐ\n3\nHộ có cáp quang\n%\n95\n`
    const { blocks, sections } = readDocument(content, 'mau.txt')
    const rows = blocks.filter(({ kind, headerRow }) => kind === 'table-row' && headerRow !== undefined)
    expect(rows.map(({ section }) => sections[section]!.heading)).toEqual([
      'A. CHÍNH QUYỀN SỐ',
      'A. CHÍNH QUYỀN SỐ',
      'B. XÃ HỘI SỐ',
    ])
  })

  it('go on over the number of a page in the middle of a row, and not over a running head', () => {
    const word = 'Xây dựng và vận hành nền tảng phân tích, xử lý dữ liệu tổng hợp tập trung của tỉnh '.repeat(5).trim()
    const bodies = ['', 'Sở Nội vụ', 'Sở Y tế', 'Công an tỉnh', 'Sở Tài chính']
    const row = (n: number, between = '') => `${n}\n${word}\n${between}${bodies[n]}\n${2020 + n}\n`
    const table = (between: string) =>
      `${title}TT\nNhiệm vụ\nChủ trì\nThời hạn\n${row(1)}${row(2, between)}${row(3)}${row(4)}`
    const labels = (content: string) => rowsOf(content, { headers: false }).map((cells) => cells.split(' ¦ ')[0])
    expect(labels(table('Trang 2/3\n'))).toEqual(['1', '2', '3', '4'])
    const head = 'https://binhan.example/van-ban/118\n'
    expect(labels(table(head))).toEqual(['1', '3', '4'])
    const { blocks, text } = readDocument(table(head), 'mau.txt')
    expect(blocks.find(({ start, end }) => text.slice(start, end) === head.trim())?.kind).toBe('furniture')
  })

  it('leave what stands below them alone', () => {
    const content = `${title}TT\nChỉ tiêu\nNăm 2030\n1\nHồ sơ trực tuyến\n90%\n2\nBáo cáo điện tử\n100%\nb) Các sở, ngành xây dựng kế hoạch trước ngày 15/12 hằng năm;\n`
    const { blocks, text } = readDocument(content, 'mau.txt')
    const last = blocks.at(-1)!
    expect(text.slice(last.start, last.end)).toBe('b) Các sở, ngành xây dựng kế hoạch trước ngày 15/12 hằng năm;')
    expect(last.kind).toBe('item')
  })
})

describe('what is no table stays what it is', () => {
  it.each([
    ['a numbered list', '1. Phát triển hạ tầng số\n2. Phát triển dữ liệu số\n3. Phát triển nhân lực số\n'],
    ['numbers and names without a header', '1\nHạ tầng số\nSở Mẫu\n2\nDữ liệu số\nSở Thử\n3\nNhân lực\nSở Ví\n'],
    ['counters of a page', 'Thống kê truy cập\nHôm nay\n1.245\nTrong tháng\n38.112\nTất cả\n2.456.801\n'],
    ['a menu', 'Trang chủ | Giới thiệu | Tin tức\nVăn bản | Dịch vụ công | Hỏi đáp\nLiên hệ | Sơ đồ | Tìm kiếm\n'],
    ['contacts', 'Họ và tên\nĐiện thoại\nTrần Mẫu\n0912345678\nLê Thử\n0987654321\nPhạm Ví\n0901122334\n'],
    [
      'a letterhead and a signature',
      'ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH BÌNH AN          Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-UBND          Bình An, ngày 2 tháng 3 năm 2025\n\nKẾ HOẠCH\nPhát triển số\n\nNội dung kế hoạch.\n\nNơi nhận:          TM. ỦY BAN NHÂN DÂN\n- Như trên;          CHỦ TỊCH\n- Lưu: VT.          Trần Văn Mẫu\n',
    ],
    [
      'a header without rows',
      'TT\nChỉ tiêu\nĐơn vị\nNăm 2025\n\nCác chỉ tiêu sẽ được giao sau khi có ý kiến của các sở.\n',
    ],
    [
      'a header over prose',
      'TT\nChỉ tiêu\n1\nTỉnh phát triển hạ tầng số. Các sở cùng thực hiện.\nUBND xã báo cáo.\nMỗi quý một lần.\nSở tổng hợp.\n',
    ],
    ['questions under answers', 'Câu hỏi\nTrả lời\nHồ sơ nộp ở đâu\nTại bộ phận một cửa\nMất bao lâu\n5 ngày\n'],
    ['captions', 'Ảnh: Văn Mẫu\n2025\nẢnh: Văn Thử\n2026\nẢnh: Văn Ví\n2027\n'],
  ])('%s', (_, content) => {
    expect(rowsOf(content)).toEqual([])
    expect(rowsOf(title + content)).toEqual([])
  })

  it('nor is a row whose cells cannot be told apart: one of two columns of bodies is empty', () => {
    const table =
      'TT\nNhiệm vụ\nChủ trì\nPhối hợp\nThời hạn\n1\nLập quy hoạch số\nSở Xây dựng\nSở Tài chính\n2026\n2\nMở lớp học số\nSở Nội vụ\n2027\n3\nMua máy chủ\nSở Tài chính\nVăn phòng UBND tỉnh\n2025\n4\nKiểm tra\nThanh tra tỉnh\nCác sở\n2028\n'
    expect(rowsOf(title + table, { headers: false })).toEqual([
      '1 ¦ Lập quy hoạch số ¦ Sở Xây dựng ¦ Sở Tài chính ¦ 2026',
      '3 ¦ Mua máy chủ ¦ Sở Tài chính ¦ Văn phòng UBND tỉnh ¦ 2025',
      '4 ¦ Kiểm tra ¦ Thanh tra tỉnh ¦ Các sở ¦ 2028',
    ])
  })
})

describe('any table', () => {
  const names = [
    'Thôn có cáp quang',
    'Hồ sơ nộp trực tuyến',
    'Người dân có chữ ký số',
    'Xã đạt chuẩn số',
    'Chợ số',
    'Lớp học số',
  ]
  const bodies = ['Sở Nội vụ', 'Công an tỉnh', 'UBND các xã', 'Sở Y tế', 'Văn phòng UBND tỉnh']
  const value = fc.oneof(
    fc.integer({ min: 0, max: 99_999 }).map(String),
    fc.integer({ min: 1, max: 99 }).map((n) => `≥ ${n}`),
    fc.integer({ min: 1, max: 99 }).map((n) => `${n},5`),
  )
  const table = fc.record({
    units: fc.boolean(),
    years: fc.integer({ min: 1, max: 3 }),
    agencies: fc.boolean(),
    blanks: fc.boolean(),
    rows: fc.array(
      fc.record({
        name: fc.constantFrom(...names),
        unit: fc.constantFrom('%', 'xã', 'điểm', 'hồ sơ'),
        values: fc.array(value, { minLength: 3, maxLength: 3 }),
        body: fc.constantFrom(...bodies),
      }),
      { minLength: 2, maxLength: 12 },
    ),
  })
  const cellsOf = ({ units, years, agencies, rows }: Parameters<Parameters<typeof table.map>[0]>[0]) => [
    [
      'TT',
      'Chỉ tiêu',
      ...(units ? ['Đơn vị tính'] : []),
      ...['Năm 2025', 'Năm 2030', 'Năm 2035'].slice(0, years),
      ...(agencies ? ['Cơ quan chủ trì'] : []),
    ],
    ...rows.map(({ name, unit, values, body }, i) => [
      String(i + 1),
      name,
      ...(units ? [unit] : []),
      ...values.slice(0, years),
      ...(agencies ? [body] : []),
    ]),
  ]

  it.each([
    ['a cell a line', '\n', '\n'],
    ['tabs', '\t', '\n'],
    ['bars', ' | ', '\n'],
    ['wide spaces', '      ', '\n'],
  ])('is read as it was written: %s', (_, between, behind) => {
    fc.assert(
      fc.property(table, (made) => {
        const cells = cellsOf(made)
        const blank = made.blanks && between === '\n' ? '\n' : ''
        const content = cells.map((row) => row.join(between + blank)).join(behind + blank)
        expect(rowsOf(`${title}${content}\n\nTổ chức thực hiện như trên.`)).toEqual(cells.map((row) => row.join(' ¦ ')))
      }),
    )
  })
})
