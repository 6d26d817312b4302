import { describe, expect, it } from 'vitest'
import { articleOf, factsIn } from './facts-in.ts'

const counts = (text: string) =>
  factsIn(text)
    .filter(({ kind }) => kind.endsWith('_count'))
    .map(({ kind, subject, value, year, stated, listed }) => ({
      kind,
      subject,
      value,
      ...(year && { year }),
      ...(!stated && { counted: true }),
      ...(listed && { listed }),
    }))

describe('counts that a sentence states', () => {
  it.each([
    ['Nghị quyết đề ra 08 nhóm nhiệm vụ, giải pháp.', 'task_group_count', 'nhóm nhiệm vụ, giải pháp', '08', undefined],
    [
      'Kế hoạch xác định bảy nhiệm vụ trọng tâm trong năm nay.',
      'task_group_count',
      'nhiệm vụ trọng tâm',
      'bảy',
      undefined,
    ],
    ['Đề án gồm 5 trụ cột phát triển.', 'other_count', 'trụ cột phát triển', '5', undefined],
    ['Tỉnh tập trung vào 3 khâu đột phá.', 'other_count', 'khâu đột phá', '3', undefined],
    ['Chương trình có 24 chỉ tiêu đến năm 2030.', 'indicator_count', 'chỉ tiêu', '24', 2030],
    ['Đến năm 2025, nghị quyết đặt ra 12 chỉ tiêu.', 'indicator_count', 'chỉ tiêu', '12', 2025],
    ['Nghị quyết nêu năm quan điểm chỉ đạo.', 'other_count', 'quan điểm chỉ đạo', 'năm', undefined],
    ['Chính sách gồm 04 nội dung hỗ trợ.', 'other_count', 'nội dung hỗ trợ', '04', undefined],
  ])('%s', (sentence, kind, subject, value, year) => {
    expect(counts(articleOf(sentence))).toEqual([{ kind, subject, value, ...(year && { year }) }])
  })

  it('gives indicators the year of the heading above them', () => {
    const text = articleOf(
      'Tỉnh đặt mục tiêu cho hai giai đoạn.\n\n2. Định hướng đến năm 2030\n\nCó 9 chỉ tiêu, trong đó: rừng che phủ 45%.',
    )
    expect(counts(text)).toEqual([{ kind: 'indicator_count', subject: 'chỉ tiêu', value: '9', year: 2030 }])
  })

  it('keeps two counts of one sentence apart, each with its year', () => {
    expect(counts(articleOf('Nghị quyết có 18 chỉ tiêu cụ thể đến năm 2025 và 7 chỉ tiêu đến năm 2030.'))).toEqual([
      { kind: 'indicator_count', subject: 'chỉ tiêu cụ thể', value: '18', year: 2025 },
      { kind: 'indicator_count', subject: 'chỉ tiêu', value: '7', year: 2030 },
    ])
  })

  it.each([
    'Đến nay, tỉnh đã hoàn thành 15 nhiệm vụ được giao.',
    'Huyện đạt 8 chỉ tiêu nông thôn mới.',
    'Hoàn thành 15/20 nhiệm vụ theo kế hoạch.',
    'Ba nhóm giải pháp này sẽ được triển khai đồng bộ.',
    'Trong năm nhiệm vụ trọng tâm được triển khai đầy đủ.',
    'Đây là một trong 5 nhiệm vụ quan trọng.',
    'Thứ năm là nhiệm vụ của ngành.',
    'Đề án 06 nhóm tiện ích được mở rộng.',
    'Mỗi huyện chọn 2 nhiệm vụ để thực hiện.',
  ])('is no count of a paper: %s', (sentence) => {
    expect(counts(articleOf(sentence))).toEqual([])
  })
})

describe('the list behind a count', () => {
  const items = (text: string) =>
    factsIn(text)
      .filter(({ kind }) => kind === 'task_group' || kind === 'list_item')
      .map(({ order, ordinal, value }) => [order, ordinal, value])

  it.each([
    [
      'semicolons in the sentence',
      'Dự thảo đề ra 3 nhóm nhiệm vụ gồm: nâng cao nhận thức; phát triển hạ tầng; đào tạo nhân lực.',
      [
        [1, undefined, 'nâng cao nhận thức'],
        [2, undefined, 'phát triển hạ tầng'],
        [3, undefined, 'đào tạo nhân lực'],
      ],
    ],
    [
      'commas only when they make the number',
      'Đề án có 4 trụ cột: hạ tầng số, dữ liệu số, kinh tế số và xã hội số.',
      [
        [1, undefined, 'hạ tầng số'],
        [2, undefined, 'dữ liệu số'],
        [3, undefined, 'kinh tế số'],
        [4, undefined, 'xã hội số'],
      ],
    ],
    ['commas that do not', 'Đề án có 3 trụ cột: hạ tầng, nền tảng số, dữ liệu số, kinh tế số và xã hội số.', []],
    [
      'letters in brackets',
      'Nghị quyết đề ra 2 nhóm giải pháp: (1) hoàn thiện thể chế; sửa quy định; (2) phát triển nhân lực.',
      [
        [1, '(1)', 'hoàn thiện thể chế; sửa quy định'],
        [2, '(2)', 'phát triển nhân lực'],
      ],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(items(articleOf(sentence))).toEqual(expected)
  })

  it('is read from the next sentence', () => {
    const text = articleOf(
      'Nghị quyết đề ra 3 nhóm nhiệm vụ chủ yếu. Theo đó, thống nhất nhận thức; hoàn thiện thể chế; phát triển hạ tầng số.',
    )
    expect(items(text).map(([, , value]) => value)).toEqual([
      'thống nhất nhận thức',
      'hoàn thiện thể chế',
      'phát triển hạ tầng số',
    ])
  })

  it('is read from paragraphs that count by ordinals, past their further sentences', () => {
    const text = articleOf(
      'Tỉnh tập trung vào 3 hướng đột phá.',
      'Thứ nhất là phát triển hạ tầng. Trong đó, ưu tiên vùng sâu, vùng xa.',
      'Thứ hai là đào tạo nhân lực; thu hút chuyên gia.',
      'Thứ ba là hỗ trợ doanh nghiệp.',
    )
    expect(items(text)).toEqual([
      [1, 'Thứ nhất', 'phát triển hạ tầng'],
      [2, 'Thứ hai', 'đào tạo nhân lực; thu hút chuyên gia'],
      [3, 'Thứ ba', 'hỗ trợ doanh nghiệp'],
    ])
  })

  it('is read from bullets below a colon', () => {
    const text = articleOf('Kế hoạch gồm 2 nhóm giải pháp:', '- Giải pháp về thể chế;\n- Giải pháp về nguồn lực.')
    expect(items(text)).toEqual([
      [1, undefined, 'Giải pháp về thể chế'],
      [2, undefined, 'Giải pháp về nguồn lực'],
    ])
  })

  it('that differs from the number stated leaves the number as it is', () => {
    const text = articleOf('Dự thảo đề ra 04 nhóm nhiệm vụ gồm: nhận thức; thể chế; hạ tầng; nhân lực; an toàn.')
    expect(counts(text)).toEqual([{ kind: 'task_group_count', subject: 'nhóm nhiệm vụ', value: '04', listed: 5 }])
  })

  it('of another matter is not taken for the list', () => {
    const text = articleOf(
      'Nghị quyết đề ra 18 chỉ tiêu. Theo đó, hoàn thành lộ trình; duy trì thứ hạng; nhân rộng mô hình; mở rộng dịch vụ.',
    )
    expect(counts(text)).toEqual([{ kind: 'indicator_count', subject: 'chỉ tiêu', value: '18' }])
  })
})

describe('tasks counted when no number is stated', () => {
  it('by ordinals up to "cuối cùng", semicolons inside an item left alone', () => {
    const text = articleOf(
      'Huyện tập trung vào những nhiệm vụ trọng tâm: Thứ nhất là nâng cao nhận thức; Thứ hai là ứng dụng trong sản xuất; trong nông nghiệp; Thứ ba là phát triển nhân lực và cuối cùng là tăng cường hợp tác.',
    )
    expect(counts(text)).toEqual([
      { kind: 'task_group_count', subject: 'nhiệm vụ trọng tâm', value: '4', counted: true, listed: 4 },
    ])
    expect(factsIn(text, 'task_group').map(({ ordinal, value }) => [ordinal, value])).toEqual([
      ['Thứ nhất', 'nâng cao nhận thức'],
      ['Thứ hai', 'ứng dụng trong sản xuất; trong nông nghiệp'],
      ['Thứ ba', 'phát triển nhân lực'],
      ['cuối cùng', 'tăng cường hợp tác'],
    ])
  })

  it('by semicolons', () => {
    const text = articleOf('Một số nhiệm vụ được nêu: hoàn thiện thể chế; đầu tư hạ tầng; đào tạo cán bộ.')
    expect(counts(text)).toEqual([
      { kind: 'task_group_count', subject: 'nhiệm vụ', value: '3', counted: true, listed: 3 },
    ])
  })

  it('by headings of which the paper leaves out a number', () => {
    const text = articleOf(
      'C. NHIỆM VỤ, GIẢI PHÁP',
      'I. Nâng cao nhận thức',
      'Mỗi cấp ủy đăng ký ít nhất 01 việc đột phá hằng năm trong công tác.',
      'II. Thể chế',
      'Miễn trách nhiệm đối với cán bộ dám thử nghiệm theo quy định.',
      'III. Hạ tầng',
      'Đầu tư khu công nghệ số của tỉnh, khởi công trong quý IV/2026.',
      'V. Nhân lực',
      'Mỗi năm đào tạo 300 kỹ sư số cho các cơ quan trong tỉnh.',
      'VI. Tài chính',
      'Bố trí ngân sách hằng năm cho các nhiệm vụ nêu trên.',
    )
    expect(counts(text)).toMatchObject([{ kind: 'task_group_count', value: '5', counted: true }])
  })

  it('by the numbered headings below a sentence, without the one on implementation', () => {
    const text = articleOf(
      'Tỉnh ủy yêu cầu tập trung thực hiện tốt một số nhiệm vụ sau:',
      '1. Nâng cao nhận thức của cán bộ',
      'Đẩy mạnh tuyên truyền trong các cơ quan, đơn vị và toàn xã hội.',
      '2. Phát triển hạ tầng số',
      'Đầu tư đồng bộ hạ tầng viễn thông từ tỉnh đến cơ sở.',
      '3. Tổ chức thực hiện',
      'Các cấp ủy quán triệt và tổ chức thực hiện kết luận này.',
    )
    expect(counts(text)).toMatchObject([{ kind: 'task_group_count', value: '2', counted: true }])
  })

  it.each([
    'Giao Sở Tài chính thực hiện các nhiệm vụ sau: bố trí kinh phí; thẩm định dự toán; kiểm tra việc sử dụng.',
    'Ban Chỉ đạo có các nhiệm vụ, quyền hạn: chỉ đạo; điều phối; kiểm tra việc thực hiện.',
  ])('not the duties of one body: %s', (sentence) => {
    expect(counts(articleOf(sentence))).toEqual([])
  })
})

describe('the items of a stated count', () => {
  const items = (...paragraphs: string[]) => {
    const facts = factsIn(articleOf(...paragraphs))
    const count = facts.find(({ kind }) => kind.endsWith('_count'))
    return [count?.value, ...facts.filter(({ parent }) => parent === count?.id).map(({ value }) => value)]
  }

  it.each([
    {
      form: 'sentences that begin inside the announcing one',
      paragraphs: [
        'Bí thư Tỉnh ủy nêu ba nhiệm vụ: Thứ nhất, rà soát dữ liệu. Thứ hai, đào tạo cán bộ. Thứ ba, đầu tư hạ tầng.',
      ],
      expected: ['ba', 'rà soát dữ liệu', 'đào tạo cán bộ', 'đầu tư hạ tầng'],
    },
    {
      form: 'pieces of work',
      paragraphs: [
        'Đồng chí chỉ ra ba việc phải làm ngay: hoàn thành tổ công nghệ; đào tạo cán bộ; công khai kết quả.',
      ],
      expected: ['ba', 'hoàn thành tổ công nghệ', 'đào tạo cán bộ', 'công khai kết quả'],
    },
    {
      form: 'numerals in small letters',
      paragraphs: ['Tỉnh giao ba việc trọng tâm cho các sở: một là rà soát; hai là bố trí vốn; ba là đào tạo.'],
      expected: ['ba', 'rà soát', 'bố trí vốn', 'đào tạo'],
    },
    {
      form: 'paragraphs below',
      paragraphs: [
        'Chương trình tập trung vào 3 hướng đột phá chính.',
        'Thứ nhất là xây dựng thể chế số.',
        'Thứ hai là phát triển hạ tầng số.',
        'Thứ ba là đào tạo nhân lực số.',
      ],
      expected: ['3', 'xây dựng thể chế số', 'phát triển hạ tầng số', 'đào tạo nhân lực số'],
    },
    {
      form: 'letters below',
      paragraphs: [
        'Kế hoạch xác định 3 nhóm nhiệm vụ gồm:',
        'a) Hoàn thiện cơ chế, chính sách về dữ liệu;',
        'b) Phát triển hạ tầng số ở cấp xã;',
        'c) Bồi dưỡng cán bộ, công chức.',
      ],
      expected: [
        '3',
        'Hoàn thiện cơ chế, chính sách về dữ liệu',
        'Phát triển hạ tầng số ở cấp xã',
        'Bồi dưỡng cán bộ, công chức',
      ],
    },
    {
      form: 'behind a slogan',
      paragraphs: [
        'Xã thực hiện “3 tăng cường”: Một là, tăng cường tuần tra. Hai là, tăng cường hòa giải. Ba là, tăng cường đèn đường.',
      ],
      expected: ['3', 'tăng cường tuần tra', 'tăng cường hòa giải', 'tăng cường đèn đường'],
    },
    {
      form: 'right behind the number, without a colon',
      paragraphs: ['Đề án dựa trên ba trụ cột hạ tầng, dữ liệu và con người.'],
      expected: ['ba', 'hạ tầng', 'dữ liệu', 'con người'],
    },
    {
      form: 'difficulties in the sentences behind',
      paragraphs: ['Theo ông, có ba khó khăn. Một là, đường xa. Hai là, điện yếu. Ba là, thiếu người.'],
      expected: ['ba', 'đường xa', 'điện yếu', 'thiếu người'],
    },
    {
      form: 'lessons between semicolons',
      paragraphs: ['Huyện rút ra 3 bài học kinh nghiệm: nói phải làm; dân phải biết; vốn phải rõ.'],
      expected: ['3', 'nói phải làm', 'dân phải biết', 'vốn phải rõ'],
    },
    {
      form: 'named with their ordinals',
      paragraphs: [
        'Tỉnh xác định 3 nhiệm vụ trọng tâm.',
        'Nhiệm vụ thứ nhất là rà soát đất.',
        'Nhiệm vụ thứ hai là đền bù.',
        'Nhiệm vụ thứ ba là tái định cư.',
      ],
      expected: ['3', 'rà soát đất', 'đền bù', 'tái định cư'],
    },
  ])('are $form', ({ paragraphs, expected }) => {
    expect(items(...paragraphs)).toEqual(expected)
  })

  it.each([
    'Tỉnh tạo ra 500 việc làm mới.',
    'Sở đã giải quyết ba việc tồn đọng.',
    'Huyện nêu ba khó khăn với đoàn công tác.',
    'Xã giữ vững danh hiệu “3 sạch” nhiều năm liền.',
  ])('is no count: %s', (sentence) => {
    expect(items(sentence)).toEqual([undefined])
  })
})

describe('a list counted aloud without a number', () => {
  const spoken = (...paragraphs: string[]) => {
    const facts = factsIn(articleOf(...paragraphs))
    const count = facts.find(({ kind, stated }) => kind.endsWith('_count') && !stated)
    return [
      count?.kind,
      count?.subject,
      ...facts.filter(({ parent }) => parent === count?.id).map(({ value }) => value),
    ]
  }

  it.each([
    {
      under: 'a sentence',
      paragraphs: ['Chúng tôi kiến nghị một số vấn đề.', 'Thứ nhất, sửa luật. Thứ hai, thêm vốn.'],
      expected: ['other_count', 'vấn đề', 'sửa luật', 'thêm vốn'],
    },
    {
      under: 'a question',
      paragraphs: [
        '* Giải pháp nào được ưu tiên, thưa bà?',
        '- Thứ nhất, mở lớp. Thứ hai, mua máy. Cuối cùng, thuê thầy.',
      ],
      expected: ['task_group_count', 'giải pháp', 'mở lớp', 'mua máy', 'thuê thầy'],
    },
    {
      under: 'a sentence, with "trước hết" for "thứ nhất"',
      paragraphs: [
        'Tỉnh đoàn triển khai nhiều giải pháp.',
        'Trước hết là mở lớp. Thứ hai là đưa đón. Thứ ba là cho vay.',
      ],
      expected: ['task_group_count', 'giải pháp', 'mở lớp', 'đưa đón', 'cho vay'],
    },
    {
      under: 'a sentence with a word before the list',
      paragraphs: ['Huyện nêu các kiến nghị. Trước hết, huyện cảm ơn đoàn. Thứ nhất, làm đường. Thứ hai, kéo điện.'],
      expected: ['other_count', 'kiến nghị', 'làm đường', 'kéo điện'],
    },
    {
      under: 'words of the same sentence',
      paragraphs: ['Nguyên nhân: một là đường hẹp; hai là xe ít; ba là thiếu người.'],
      expected: ['other_count', 'nguyên nhân', 'đường hẹp', 'xe ít', 'thiếu người'],
    },
  ])('is named by $under', ({ paragraphs, expected }) => {
    expect(spoken(...paragraphs)).toEqual(expected)
  })

  it('is left out where nothing names it', () => {
    expect(spoken('Rừng Cà Mau còn xanh. Thứ nhất, nước lợ. Thứ hai, đất bùn.')).toEqual([undefined, undefined])
  })
})

describe('the year of a count', () => {
  it.each([
    ['Nghị quyết gồm 12 chỉ tiêu đến năm 2025 và 6 nhóm nhiệm vụ, giải pháp.', [2025, undefined]],
    ['Đến năm 2025, nghị quyết có 12 chỉ tiêu và 6 nhóm nhiệm vụ, giải pháp.', [2025, 2025]],
  ])('%s', (sentence, expected) => {
    const found = factsIn(articleOf(sentence)).filter(({ kind }) => kind.endsWith('_count'))
    expect(found.map(({ year }) => year)).toEqual(expected)
  })
})
