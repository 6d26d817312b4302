import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const folder = new URL('../../corpus/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.md'))

const words = z.string().trim().min(1)
const frontMatter = z.strictObject({
  title: words,
  kind: words,
  number: words.optional(),
  issuer: words.optional(),
  issued_on: z.iso.date().optional(),
  place: words,
  status: z.enum(['draft', 'issued', 'amended', 'replaced', 'unknown']),
  text: z.literal('abstract'),
  source: z
    .strictObject({ title: words.optional(), publisher: words.optional(), published_on: z.iso.date().optional() })
    .refine((source) => source.title ?? source.publisher, 'names neither a title nor a publisher'),
})

const furniture: readonly RegExp[] = [
  /liên kết site/i,
  /hoạt động lãnh đạo/i,
  /\bprint\b/i,
  /e-?mail/i,
  /giấy phép/i,
  /GP-TTĐT/,
  /biên tập/i,
  /nguyễn bá hiến/i,
  /địa chỉ/i,
  /điện thoại/i,
  /\bfax\b/i,
  /bản quyền/i,
  /liên hệ/i,
  /tin (khác|mới hơn|cũ hơn|đã đưa)/i,
  /nguồn tin/i,
  /phản hồi/i,
  /ảnh:/i,
  /quang cảnh/i,
  /\.jpg/i,
  /đăng nhập/i,
  /thời gian chờ/i,
  /OCOP/,
  /nông thôn mới/i,
  /Quyết định số 3[67]/,
  /https?:|www\./i,
]

const facts: Record<string, readonly string[]> = {
  'ba-ria-vung-tau-du-thao-chuong-trinh-hanh-dong-2018.md': [
    '08 nhóm nhiệm vụ, giải pháp gồm: đổi mới, nâng cao nhận thức',
    '36-NQ/TW của Bộ Chính trị về “đẩy mạnh ứng dụng, phát triển công nghệ thông tin đáp ứng yêu cầu phát triển bền vững',
    'Đặng Minh Thông, Phó Chủ tịch UBND tỉnh',
    'chiều 15/5',
    '15/05/2018',
    'ngày 06/4/2018',
    'lần thứ 2',
    '“còn thiếu nhất quá”',
    'đại diện lãnh đạo các Sở, ngành, UBND các huyện, thành phố',
    '05 ngành mũi nhọn',
    'đến năm 2020 là: công nghiệp, cảng biển, dịch vụ hậu cần cảng, du lịch và nông nghiệp ứng dụng công nghệ cao',
    'đến năm 2025 đưa Bà Rịa - Vũng Tàu trở thành tỉnh mạnh về ứng dụng, phát triển CNTT',
    'đề nghị Sở Thông tin và Truyền thông',
    'đề nghị Công an tỉnh',
    'cơ sở dữ liệu quản lý về dân cư',
    'đề nghị Sở Tài nguyên và Môi trường',
    'cơ sở dữ liệu đất đai, tài nguyên môi trường',
  ],
  'vinh-phuc-hoi-nghi-quan-triet-nghi-quyet-36-2016.md': [
    'sáng 4/10',
    'Chỉ thị số 05',
    'Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
    'công nghệ thông tin đáp ứng yêu cầu bền vững và hội nhập quốc tế',
    'Hoàng Thị Thúy Lan, Ủy viên T.Ư Đảng, Bí thư Tỉnh ủy, Trưởng Đoàn đại biểu Quốc hội khóa XIV',
    'Nguyễn Văn Trì, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh',
    'Nguyễn Thanh Tuyên, Phó Vụ trưởng Vụ Công nghệ thông tin - Bộ Thông tin và Truyền thông',
    'Nghị quyết số 36 năm 2014',
    'Một số nhiệm vụ được Nghị quyết 36',
    'lĩnh vực có sức lan tỏa',
    'xếp thứ 26/63 tỉnh, thành về phát triển công nghệ thông tin',
    'Hạ tầng cơ sở của tỉnh Vĩnh Phúc xếp thứ 31, giảm 6 bậc',
    'Hạ tầng nhân lực của tỉnh Vĩnh Phúc xếp thứ 12, tăng 3 bậc',
    'Ứng dụng công nghệ thông tin của tỉnh Vĩnh Phúc xếp thứ 35, giảm 4 bậc',
    'Sản xuất kinh doanh của tỉnh Vĩnh Phúc xếp thứ 38, giảm 3 bậc',
    'Môi trường tổ chức - chính sách của tỉnh Vĩnh Phúc xếp thứ 9, tăng 11 bậc',
    'bố trí biên chế',
  ],
  'vinh-phuc-de-an-chuyen-doi-so.md': [
    'ngày 27/4 (nguồn không ghi năm)',
    'Bí thư Tỉnh ủy Vĩnh Phúc Hoàng Thị Thúy Lan',
    'Đề án chuyển đổi số, hoàn thiện chính quyền điện tử hướng tới chính quyền số, phát triển dịch vụ đô thị thông minh',
    'Đại hội lần thứ XIII của Đảng',
    'Đại hội Đảng bộ tỉnh lần thứ XVII về chuyển đổi mô hình tăng trưởng',
    'đến năm 2025 xây dựng chính quyền điện tử tỉnh thuộc top 15 địa phương tốt nhất cả nước',
    '“kinh tế số đóng góp quan trọng và tăng trưởng của tỉnh”',
    'Đến năm 2030',
    'chính quyền số Vĩnh Phúc thuộc nhóm 10 địa phương tốt nhất cả nước',
    'đề nghị Ban Cán sự Đảng UBND tỉnh',
    'phân kỳ đầu tư phù hợp',
    'nghị quyết của Ban Thường vụ Tỉnh ủy',
    'trung tâm an ninh an toàn mạng',
    'cấp nước sinh hoạt và vệ sinh môi trường nông thôn tỉnh đến năm 2020, định hướng đến năm 2050',
    'danh mục dự án cần thu hồi đất',
    'chuyển mục đích sử dụng đất trồng lúa',
    'Ban Chỉ đạo Xúc tiến đầu tư và Phát triển doanh nghiệp tỉnh giai đoạn 2021-2025',
    'Dự thảo Kết luận kiểm tra học tập nghị quyết Đại hội Đảng bộ',
  ],
  'ha-tinh-du-thao-nghi-quyet-chinh-quyen-so-2021.md': [
    'chiều 23/2 (nguồn không ghi năm)',
    'giai đoạn 2020 – 2025, tầm nhìn đến năm 2030',
    '18 chỉ tiêu phấn đấu cụ thể đến năm 2025 và 7 chỉ tiêu đến năm 2030',
    'nhóm 20 và phấn đấu nhóm 15 tỉnh, thành phố trực thuộc Trung ương đứng đầu về chính quyền số',
    '3 - 5 trung tâm đô thị',
    'đến năm 2030 chiếm 30% GRDP',
    'tỷ trọng kinh tế số trong từng ngành, lĩnh vực đạt tối thiểu 20%',
    'năng suất lao động hằng năm tăng tối thiểu 8%',
    '7 nhóm nhiệm vụ, giải pháp chủ yếu',
    'Lê Ngọc Châu, Phó Chủ tịch UBND tỉnh, Phó trưởng Ban chỉ đạo Xây dựng chính quyền điện tử tỉnh Hà Tĩnh',
    'Bùi Đắc Thế, Phó Giám đốc Sở Thông tin và Truyền thông',
    'Lê Văn Dũng, Trưởng phòng Công nghệ thông tin, Sở TT&TT',
    'Hoàng Văn Quảng, Giám đốc Sở Công thương',
    'Trần Danh Việt, Giám đốc VNPT Hà Tĩnh',
    'Nguyễn Công Thành, Giám đốc Sở TT&TT',
    'trình Tỉnh ủy trong tháng 3/2021',
    'trên địa bàn tỉnh đến năm 2025, định hướng đến năm 2030',
    'góp ý tiếp bằng văn bản',
    'nhiệm vụ trọng tâm năm 2021 của Ban Chỉ đạo Xây dựng chính quyền điện tử tỉnh',
  ],
  'tay-ninh-chuong-trinh-hanh-dong-45-ctr-tu-2014.md': [
    'Ngày 31/12/2014, Tỉnh ủy Tây Ninh ban hành Chương trình hành động số 45-CTr/TU',
    'Nghị quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị',
    'Chỉ thị 58-CT/TW ngày 17/10/2000 của Bộ Chính trị',
    'phục vụ sự nghiệp công nghiệp hoá, hiện đại hoá',
    'gần 15 năm',
    'đẩy mạnh ứng dụng, phát triển công nghệ thông tin đáp ứng yêu cầu phát triển bền vững và hội nhập quốc tế',
    'Sở Thông tin và Truyền thông tham mưu Ủy ban nhân dân tỉnh Tây Ninh xây dựng Kế hoạch',
    'ba đột phá chiến lược',
    'Thứ năm là đẩy mạnh ứng dụng công nghệ thông tin trong xây dựng, quản lý, vận hành hệ thống kết cấu hạ tầng',
    'lớn,…); Đẩy mạnh ứng dụng công nghệ thông tin trong hoạt động sản xuất, kinh doanh; Tăng cường ứng dụng',
    'nông nghiệp – công nghiệp – dịch vụ',
    'Thứ sáu là tạo điều kiện thuận lợi phát triển công nghiệp công nghệ thông tin, kinh tế tri thức;',
    'trong quốc phòng, an ninh; Đảm bảo an toàn, an ninh thông tin',
    'Internet và cuối cùng là tăng cường hợp tác và hội nhập quốc tế về công nghệ thông tin.',
    'chủ quyền quốc gia trên không gian mạng',
  ],
}

describe.each(files)('%s', (file) => {
  const { head, body } = read(file)

  it('has front matter that says what it is and where it comes from', () => {
    expect(frontMatter.safeParse(head).error?.issues ?? []).toEqual([])
  })

  it('is named in plain letters and opens with its title', () => {
    expect(file).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.md$/)
    expect(body.trimStart().split('\n')[0]).toBe(`# ${(head as { title: string }).title}`)
    expect(body).toMatch(/^## \S/m)
  })

  it('is in composed characters without odd spaces', () => {
    expect(body).toBe(body.normalize('NFC'))
    expect(body).not.toMatch(/[\u00A0\u200B\r\t]| {2}/)
  })

  it.each(furniture)('holds no page furniture like %s', (pattern) => {
    expect(body).not.toMatch(pattern)
  })
})

describe.each(Object.entries(facts))('%s says', (file, expected) => {
  const { body } = read(file)
  it.each(expected)('%s', (fact) => {
    expect(body).toContain(fact)
  })
})

test.each([
  ['ba-ria-vung-tau-du-thao-chuong-trinh-hanh-dong-2018.md', '08 nhóm nhiệm vụ, giải pháp gồm: ', 9],
  ['ha-tinh-du-thao-nghi-quyet-chinh-quyen-so-2021.md', '7 nhóm nhiệm vụ, giải pháp chủ yếu gồm: ', 7],
])('%s lists after "%s" %i pieces in one sentence', (file, opening, pieces) => {
  const list = read(file).body.split(opening)[1]?.split('.')[0] ?? ''
  expect(list.split('; ')).toHaveLength(pieces)
})

test('the tasks of Tây Ninh keep their ordinals and their order, and no total is given', () => {
  const { body } = read('tay-ninh-chuong-trinh-hanh-dong-45-ctr-tu-2014.md')
  const ordinals = [...body.matchAll(/(Thứ [a-zà-ỹ]+|cuối cùng) là /g)].map(([, ordinal]) => ordinal)
  const expected = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám'].map((word) => `Thứ ${word}`)
  expect(ordinals).toEqual([...expected, 'cuối cùng'])
  expect(body).not.toMatch(/(\d|tám|chín) (nhóm|nhiệm vụ)/)
})

function read(file: string): { head: unknown; body: string } {
  const [before, head, ...body] = readFileSync(new URL(file, folder), 'utf8').split(/^---\n/m)
  expect(before).toBe('')
  return { head: parse(head ?? ''), body: body.join('---\n') }
}
