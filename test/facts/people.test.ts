import { describe, expect, it } from 'vitest'
import { articleOf, factsIn } from './facts-in.ts'

const people = (sentence: string) =>
  factsIn(articleOf(sentence), 'person_role').map(({ person }) => [person?.name, person?.roles, person?.action])

describe('persons and their offices', () => {
  it.each([
    [
      'Ông Đặng Văn Mẫu, Phó Chủ tịch UBND tỉnh đã chủ trì cuộc họp.',
      ['Đặng Văn Mẫu', ['Phó Chủ tịch UBND tỉnh'], 'chủ trì cuộc họp'],
    ],
    [
      'Bà Lâm Thị Mẫu, Giám đốc Sở Văn hóa, Thể thao và Du lịch chủ trì hội thảo.',
      ['Lâm Thị Mẫu', ['Giám đốc Sở Văn hóa, Thể thao và Du lịch'], 'chủ trì hội thảo'],
    ],
    [
      'Ông Đinh Văn Mẫu, Giám đốc Đài Phát thanh và Truyền hình tỉnh đề nghị thêm vốn.',
      ['Đinh Văn Mẫu', ['Giám đốc Đài Phát thanh và Truyền hình tỉnh'], 'đề nghị thêm vốn'],
    ],
    [
      'Chủ trì phiên họp là bà Hà Thị Mẫu, Giám đốc Sở Tư pháp.',
      ['Hà Thị Mẫu', ['Giám đốc Sở Tư pháp'], 'Chủ trì phiên họp'],
    ],
    [
      'Phó Chủ tịch UBND tỉnh Lê Thị Thử nhấn mạnh vai trò của dữ liệu.',
      ['Lê Thị Thử', ['Phó Chủ tịch UBND tỉnh'], 'nhấn mạnh vai trò của dữ liệu'],
    ],
    [
      'Chủ tịch UBND tỉnh Hà Tĩnh Võ Văn Mẫu yêu cầu các sở báo cáo.',
      ['Võ Văn Mẫu', ['Chủ tịch UBND tỉnh Hà Tĩnh'], 'yêu cầu các sở báo cáo'],
    ],
    [
      'Bí thư Tỉnh ủy Cao Bằng Hoàng Thị Thử nhấn mạnh vai trò của dữ liệu.',
      ['Hoàng Thị Thử', ['Bí thư Tỉnh ủy Cao Bằng'], 'nhấn mạnh vai trò của dữ liệu'],
    ],
    [
      'Ông Trần Văn Ví - Giám đốc Công ty Viễn thông Hòa Bình cho rằng hạ tầng đã sẵn sàng.',
      ['Trần Văn Ví', ['Giám đốc Công ty Viễn thông Hòa Bình'], 'cho rằng hạ tầng đã sẵn sàng'],
    ],
    [
      'Giám đốc Sở Công thương Hoàng Văn Dụ: Dự thảo còn dài, cần rút gọn hơn nữa.',
      ['Hoàng Văn Dụ', ['Giám đốc Sở Công thương'], 'Dự thảo còn dài, cần rút gọn hơn nữa'],
    ],
    [
      'Báo có cuộc trao đổi với TS Nguyễn Văn Mẫu, Phó Giám đốc Sở KH&CN, về vấn đề này.',
      ['Nguyễn Văn Mẫu', ['Phó Giám đốc Sở KH&CN'], undefined],
    ],
    [
      'Hội nghị diễn ra dưới sự chủ trì của Bí thư Tỉnh ủy Phạm Thị Thử.',
      ['Phạm Thị Thử', ['Bí thư Tỉnh ủy'], 'chủ trì'],
    ],
    [
      'Tổng Giám đốc Bùi Văn Mẫu, Trưởng Ban Chỉ đạo chủ trì phiên họp.',
      ['Bùi Văn Mẫu', ['Tổng Giám đốc', 'Trưởng Ban Chỉ đạo'], 'chủ trì phiên họp'],
    ],
    [
      'Ông Lý Văn Ví - Trưởng phòng Công nghệ thông tin, Sở TT&TT góp ý về hạ tầng.',
      ['Lý Văn Ví', ['Trưởng phòng Công nghệ thông tin, Sở TT&TT'], 'góp ý về hạ tầng'],
    ],
    [
      'Đồng chí Vừ Mí Thử, Chủ tịch UBND huyện phát biểu tại hội nghị.',
      ['Vừ Mí Thử', ['Chủ tịch UBND huyện'], 'phát biểu tại hội nghị'],
    ],
  ])('%s', (sentence, expected) => {
    expect(people(sentence)).toEqual([expected])
  })

  it('in a list keep their own offices', () => {
    expect(
      people(
        'Dự hội nghị có các đồng chí: Hoàng Thị Thử, Ủy viên T.Ư Đảng, Bí thư Tỉnh ủy; Nguyễn Văn Mẫu, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh; lãnh đạo các sở.',
      ),
    ).toEqual([
      ['Hoàng Thị Thử', ['Ủy viên T.Ư Đảng', 'Bí thư Tỉnh ủy'], undefined],
      ['Nguyễn Văn Mẫu', ['Phó Bí thư Tỉnh ủy', 'Chủ tịch UBND tỉnh'], undefined],
    ])
  })

  it.each([
    'Phó Chủ tịch UBND tỉnh Hà Nam đề nghị các sở khẩn trương triển khai.',
    'Bí thư Trung ương Đoàn Thanh niên phát động phong trào.',
    'Tư tưởng Hồ Chí Minh là nền tảng tư tưởng của Đảng.',
    'Trụ sở đặt tại đường Trần Văn Mẫu, phường Trung tâm.',
    'Giám đốc Sở Thông tin và Truyền thông báo cáo kết quả.',
    'Bà Nguyễn Thị Thử ở thôn Đông cho biết thủ tục nhanh hơn.',
  ])('are not read from: %s', (sentence) => {
    expect(people(sentence)).toEqual([])
  })

  it('are read from signatures', () => {
    const text = `NGHỊ QUYẾT\nvề chuyển đổi số của tỉnh\n\nCác cấp ủy tổ chức thực hiện nghị quyết này.\n\nT/M TỈNH ỦY\nBÍ THƯ\n(Đã ký)\nTrần Thị Thử\n`
    expect(factsIn(text, 'person_role').map(({ person }) => person)).toEqual([
      { name: 'Trần Thị Thử', roles: ['T/M TỈNH ỦY BÍ THƯ'], action: 'ký' },
    ])
  })
})

describe('several who chair together', () => {
  it('are each said to chair', () => {
    expect(
      people(
        'Dự và chủ trì hội nghị có các đồng chí: Ngô Văn Mẫu, Phó Chủ tịch UBND tỉnh; Hà Thị Thử, Giám đốc Sở Tư pháp.',
      ),
    ).toEqual([
      ['Ngô Văn Mẫu', ['Phó Chủ tịch UBND tỉnh'], 'chủ trì hội nghị'],
      ['Hà Thị Thử', ['Giám đốc Sở Tư pháp'], 'chủ trì hội nghị'],
    ])
  })

  it('are told from those who only speak there', () => {
    expect(
      people(
        'Chủ trì hội nghị có ông Ngô Văn Mẫu, Phó Chủ tịch UBND tỉnh; cùng dự có bà Hà Thị Thử, Giám đốc Sở Tư pháp.',
      )[1],
    ).toEqual(['Hà Thị Thử', ['Giám đốc Sở Tư pháp'], undefined])
  })
})

describe('the signer', () => {
  const paper = (...signature: string[]) =>
    [
      'TỈNH ỦY BÌNH AN                    ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số: 111-NQ/TU                      Bình An, ngày 20 tháng 3 năm 2025',
      '',
      'NGHỊ QUYẾT',
      'về chuyển đổi số',
      '',
      'Các cấp ủy tổ chức thực hiện nghị quyết này.',
      '',
      ...signature,
    ].join('\n')
  const signers = (text: string) =>
    factsIn(text, 'person_role').map(({ person, quote }) => [
      person?.name,
      person?.roles.join(', '),
      person?.action,
      text.slice(quote.start, quote.end).replace(/\s+/g, ' '),
    ])

  it.each([
    {
      form: 'stands in the right column, the left one empty',
      lines: [`${' '.repeat(40)}T/M TỈNH ỦY`, `${' '.repeat(42)}BÍ THƯ`, '', '', `${' '.repeat(40)}Hồ Giả Định`],
      quote: 'T/M TỈNH ỦY BÍ THƯ Hồ Giả Định',
    },
    {
      form: 'stands beside the recipients, who are no part of the quotation',
      lines: [
        'Nơi nhận:                              T/M TỈNH ỦY',
        '- Bộ Chính trị (báo cáo),                BÍ THƯ',
        '- Lưu Văn phòng Tỉnh ủy.               Hồ Giả Định',
      ],
      quote: 'Hồ Giả Định',
    },
  ])('$form', ({ lines, quote }) => {
    expect(signers(paper(...lines))).toEqual([['Hồ Giả Định', 'T/M TỈNH ỦY BÍ THƯ', 'ký', quote]])
  })
})
