import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

/** A cell a line, blank lines between them. */
const lines = (cells: string) => cells.trim().split('|').join('\n\n')

const ask = await answersFrom({
  'ke-hoach.txt': [
    'ỦY BAN NHÂN DÂN\nTỈNH BẮC LÂM\nSố: 118/KH-UBND',
    'KẾ HOẠCH\nPhát triển kinh tế số và xã hội số giai đoạn 2024 - 2030',
    'Căn cứ chương trình công tác năm, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:',
    'I. YÊU CẦU\n\n1. Các sở, ngành báo cáo trung thực, kịp thời.\n2. Kinh phí lồng ghép trong dự toán hằng năm.',
    'PHỤ LỤC I\nHỆ THỐNG CHỈ TIÊU',
    lines('TT|Chỉ tiêu|Đơn vị tính|Năm 2025|Năm 2030|Cơ quan chủ trì|A|KINH TẾ SỐ'),
    lines('1|Tỷ trọng kinh tế số trong GRDP|%|12|25|Sở Khoa học và Công nghệ'),
    lines('2|Hộ kinh doanh dùng hóa đơn điện tử|%|≥ 60|100|Cục Thuế tỉnh|B|XÃ HỘI SỐ'),
    lines('3|Người trưởng thành có chữ ký số|%|> 35|> 60|Công an tỉnh'),
    lines('4|Hộ gia đình phân loại rác tại nguồn|4.1|Khu vực đô thị|%|40|90|UBND các phường'),
    lines('4.2|Khu vực nông thôn|%|15|55|UBND các xã'),
    lines('5|Hộ gia đình có cáp quang|%|88|99|Sở Khoa học và Công nghệ'),
    'PHỤ LỤC II\nDANH MỤC NHIỆM VỤ',
    'STT\nNhiệm vụ\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian hoàn thành',
    '1\nXây dựng kho dữ liệu dùng chung của tỉnh\nSở Khoa học và Công nghệ\nCông an tỉnh\nQuý IV/2025',
    '2\nSố hóa hồ sơ đất đai của các huyện miền núi\nvà vùng ven\nSở Nông nghiệp và Môi trường\nUBND cấp xã\n12/2026',
    '3\nLập bản đồ du lịch số\nSở Văn hóa, Thể thao và Du lịch\nHiệp hội Du lịch\n6/2026',
    'Tổng kinh phí thực hiện là 940 tỷ đồng, phân theo nguồn vốn:',
    'Nguồn vốn\nNăm 2024 - 2025\nNăm 2026 - 2030\nCộng\nNgân sách tỉnh\n180\n260\n440\nDoanh nghiệp\n100\n160\n260',
  ].join('\n\n'),
  'bao-cao.txt': `BÁO CÁO
Kết quả đánh giá chuyển đổi số cấp huyện năm 2023 của tỉnh Hải Tân

Kết quả xếp hạng như sau:

Hạng          Đơn vị                    Điểm năm 2022     Điểm năm 2023
1             Thành phố Hải Tân         82,4              88,1
2             Huyện Cẩm Vân             79,0              84,6
3             Huyện Lộc Sơn             75,5              80,2

Số liệu cơ bản:

Chỉ tiêu | 2021 | 2022 | 2023
Tổ công nghệ số cộng đồng | 310 | 480 | 655
Hồ sơ trực tuyến toàn trình (%) | 21,5 | 44 | 63,8
`,
})

describe('a table saved cell by cell', () => {
  it.each([
    ['tỷ trọng kinh tế số trong GRDP của Bắc Lâm đến năm 2030 là bao nhiêu', 'Năm 2030: 25%'],
    ['ke hoach 118 kinh te so trong grdp nam 2025', 'Năm 2025: 12%'],
    ['hộ kinh doanh dùng hóa đơn điện tử năm 2025 bao nhiêu phần trăm', 'Năm 2025: ≥ 60%'],
    [
      'phân loại rác khu vực nông thôn năm 2030',
      'Hộ gia đình phân loại rác tại nguồn – Khu vực nông thôn – Năm 2030: 55%',
    ],
    ['phan loai rac khu vuc do thi 2025', 'Khu vực đô thị – Năm 2025: 40%'],
    ['ai chủ trì chỉ tiêu hộ gia đình có cáp quang', 'Cơ quan chủ trì: Sở Khoa học và Công nghệ'],
    ['cơ quan nào chủ trì chỉ tiêu chữ ký số', 'Cơ quan chủ trì: Công an tỉnh'],
    ['đơn vị nào phối hợp lập bản đồ du lịch số', 'Cơ quan phối hợp: Hiệp hội Du lịch'],
    ['Số hóa hồ sơ đất đai khi nào hoàn thành', 'Thời gian hoàn thành: 12/2026'],
    ['vốn doanh nghiệp giai đoạn 2026-2030 bao nhiêu', 'Năm 2026 - 2030: 160'],
    ['Huyện Cẩm Vân năm 2023 được mấy điểm', 'Điểm năm 2023: 84,6'],
    ['huyện Lộc Sơn xếp hạng mấy năm 2023', 'Hạng: 3'],
    ['tổ công nghệ số cộng đồng năm 2022 có bao nhiêu tổ', '2022: 480'],
  ])('answers by its cells: %s', async (question, words) => {
    const { outcome, text, citations } = await ask(question)
    expect(outcome).toBe('answered')
    expect(text).toContain(words)
    expect(citations).toHaveLength(1)
  })

  it.each([
    ['Sở Nội vụ chủ trì chỉ tiêu chữ ký số đúng không', 'Công an tỉnh'],
    ['Bản đồ du lịch số do Sở Công Thương chủ trì phải không', 'Sở Văn hóa, Thể thao và Du lịch:'],
    ['Công an tỉnh chủ trì xây dựng kho dữ liệu dùng chung đúng không', 'Sở Khoa học và Công nghệ:'],
    ['Năm 2030 người trưởng thành có chữ ký số đạt 80% đúng không', 'Người trưởng thành có chữ ký số: > 60%'],
  ])('shows a claim to be wrong: %s', async (question, right) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('corrected')
    expect(text).toContain(right)
  })

  it.each([
    ['Kế hoạch 118/KH-UBND giao bao nhiêu chỉ tiêu', 'không nêu tổng số chỉ tiêu; phần liệt kê có 5 mục'],
    ['kế hoạch 118 danh mục có bao nhiêu nhiệm vụ', 'phần liệt kê có 3 mục'],
    ['nhóm xã hội số có mấy chỉ tiêu', 'không nêu tổng số chỉ tiêu xã hội số; phần liệt kê có 3 mục'],
    ['nhiệm vụ thứ 2 trong danh mục là gì', 'Số hóa hồ sơ đất đai của các huyện miền núi'],
  ])('counts what it numbers: %s', async (question, words) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    expect(text).toContain(words)
  })

  it('gives what a row says, whole and verbatim', async () => {
    const { citations } = await ask('cơ quan nào chủ trì chỉ tiêu chữ ký số')
    expect(citations.map(({ quote }) => quote)).toEqual([
      '3\n\nNgười trưởng thành có chữ ký số\n\n%\n\n> 35\n\n> 60\n\nCông an tỉnh',
    ])
  })

  it.each(['ai chủ trì chỉ tiêu hộ gia đình có bể bơi', 'phân loại rác khu vực miền núi năm 2030'])(
    'does not answer for a row that it does not have: %s',
    async (question) => {
      expect((await ask(question)).text).not.toMatch(/^[^\n]+ – [^\n]+: /)
    },
  )
})
