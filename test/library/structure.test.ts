import { describe, expect, it } from 'vitest'
import { corpusOf } from '../../src/library/corpus.ts'
import { sectionPath } from '../../src/library/quote.ts'
import { documentOf, wordsOf, wordsOfBlock } from '../support/corpus.ts'

const paths = (text: string) => {
  const document = documentOf(text)
  return document.sections.slice(1).map((_, i) => sectionPath(document, i + 1).join(' › '))
}

const title = 'Kế hoạch chuyển đổi số tỉnh Bình An đến năm 2030'

describe('lines broken by a page layout', () => {
  const broken = `
    ${title}

    Ủy ban nhân dân tỉnh Bình An giao Sở Khoa học và Công nghệ chủ trì, phối hợp với các
    sở, ngành, địa phương xây dựng hạ tầng số đồng bộ, hiện đại, gồm trung tâm dữ liệu của
    Tỉnh, mạng truyền số liệu chuyên dùng và 3 - 5 trung tâm điều hành thông minh đặt tại
    các đô thị loại I. Kinh phí từ ngân sách tỉnh là 7.500 triệu đồng, giải ngân trong năm
    2026 và năm 2027 theo đúng quy định.
    1. Sở Tài chính cân đối kinh phí, trình Ủy ban nhân dân tỉnh giao dự toán hằng năm cho
    các cơ quan, đơn vị, địa phương.
    2. Sở Nội vụ tham mưu chính sách thu hút nhân lực, nhất là nhân lực có trình độ cao về
    an toàn thông tin.
    - Công an tỉnh bảo đảm an ninh mạng cho các hệ thống thông tin quan trọng của tỉnh, xã
    và phường.
  `

  it('are joined to the paragraphs, clauses and items they belong to', () => {
    const blocks = wordsOf(documentOf(broken), 'paragraph', 'item')
    expect(blocks.map((words) => [words.slice(0, 14), words.slice(-14)])).toEqual([
      ['Ủy ban nhân dâ', 'đúng quy định.'],
      ['1. Sở Tài chín', 'ị, địa phương.'],
      ['2. Sở Nội vụ t', 'oàn thông tin.'],
      ['- Công an tỉnh', 'xã và phường.'].map((words, i) => (i === 0 ? words : ` ${words}`)),
    ])
  })

  it('do not make numbers at the start of a line into marks', () => {
    expect(paths(broken)).toEqual(['mục 1', 'mục 2'])
  })

  it('are left alone where lines are paragraphs', () => {
    const lines = ['Tỉnh đề ra 8 nhóm nhiệm vụ', 'Sở Mẫu chủ trì thực hiện', 'Sở Thử phối hợp']
    expect(wordsOf(documentOf(`${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`), 'item')).toHaveLength(3)
  })
})

describe('tables', () => {
  const rowsOf = (text: string) => {
    const { passages } = corpusOf([documentOf(`${title}\n\n${text}`)])
    return passages
      .filter(({ document, start }) => document.text[start] === '|')
      .map((passage) => [
        wordsOfBlock(passage.document, passage),
        passage.header ? wordsOfBlock(passage.document, passage.header) : undefined,
      ])
  }

  it('give each row its header', () => {
    expect(rowsOf('| TT | Chỉ tiêu |\n|:--|--:|\n| 1 | 90% |\n| 2 | 100% |')).toEqual([
      ['| 1 | 90% |', '| TT | Chỉ tiêu |'],
      ['| 2 | 100% |', '| TT | Chỉ tiêu |'],
    ])
  })

  it('keep the first row as content when no line of dashes makes it a header', () => {
    expect(rowsOf('| Kinh phí | 120 tỷ đồng |\n| Thời hạn | quý II/2025 |').map(([row]) => row)).toEqual([
      '| Kinh phí | 120 tỷ đồng |',
      '| Thời hạn | quý II/2025 |',
    ])
  })

  it('change their header with the next line of dashes', () => {
    const text = '| A | B |\n|---|---|\n| 1 | 2 |\n| C | D |\n|---|---|\n| 3 | 4 |'
    expect(rowsOf(text)).toEqual([
      ['| 1 | 2 |', '| A | B |'],
      ['| 3 | 4 |', '| C | D |'],
    ])
  })

  it('lose their header where text stands between', () => {
    expect(rowsOf('| A | B |\n|---|---|\n| 1 | 2 |\n\nMột câu văn ở giữa hai bảng.\n\n| 3 | 4 |')).toEqual([
      ['| 1 | 2 |', '| A | B |'],
      ['| 3 | 4 |', undefined],
    ])
  })

  it('group their rows by rows that have a label and a name alone', () => {
    const text =
      '| TT | Việc | Ai |\n|---|---|---|\n| A | Hạ tầng | |\n| 1 | Mạng | Sở Mẫu |\n| B | Nhân lực | |\n| 2 | Lớp | Sở Thử |'
    expect(paths(`${title}\n\n${text}`)).toEqual(['A Hạ tầng', 'B Nhân lực'])
  })

  it('keep bars that are written inside a cell', () => {
    const document = documentOf(`${title}\n\n| a \\| b | c |\n|---|---|\n| d | |`)
    const cells = document.blocks.find(({ kind }) => kind === 'table-row')!.cells!
    expect(cells.map(({ start, end }) => document.text.slice(start, end))).toEqual(['a \\| b', 'c'])
  })

  it('may be parted by tabs, with the first row above the rows', () => {
    const document = documentOf(
      `${title}\n\n1. Bảng tổng hợp\nChỉ số\tNăm 2022\tNăm 2023\nPCI\t58\t39\nDTI\t20\t\n(Thứ hạng)`,
    )
    const { passages } = corpusOf([document])
    const rows = passages.filter(({ header }) => header)
    expect(rows.map((row) => [wordsOfBlock(document, row), wordsOfBlock(document, row.header!)])).toEqual([
      ['PCI 58 39', 'Chỉ số Năm 2022 Năm 2023'],
      ['DTI 20', 'Chỉ số Năm 2022 Năm 2023'],
    ])
    const cells = document.blocks.flatMap(({ cells }) => (cells ? [cells.length] : []))
    expect(cells).toEqual([3, 3, 2])
  })

  it('are not lines that a page ends with a bar', () => {
    const document = documentOf(`${title}\n\nTỉnh đề ra 8 nhóm nhiệm vụ. |`)
    expect(wordsOf(document, 'paragraph')).toEqual(['Tỉnh đề ra 8 nhóm nhiệm vụ.'])
  })
})

describe('sections', () => {
  it.each<[string, string, string[]]>([
    [
      'Markdown headings by their depth',
      '# Kế hoạch\n## Một\n### Hai\n## Ba\n#### Bốn',
      ['Một', 'Một › Hai', 'Ba', 'Ba › Bốn'],
    ],
    [
      'numbers below letters',
      `${title}\nA. MỘT\n1. Hai\nB. BA\n1. Bốn`,
      ['A. MỘT', 'A. MỘT › 1. Hai', 'B. BA', 'B. BA › 1. Bốn'],
    ],
    [
      'C behind B as a letter, C on its own as a name',
      `${title}\nA. MỘT\nB. HAI\nC. BA`,
      ['A. MỘT', 'B. HAI', 'C. BA'],
    ],
    [
      'articles within divisions',
      `${title}\nI. QUY ĐỊNH\nĐiều 1. Một\nĐiều 2. Hai\nII. THI HÀNH\nĐiều 3. Ba`,
      [
        'I. QUY ĐỊNH',
        'I. QUY ĐỊNH › Điều 1. Một',
        'I. QUY ĐỊNH › Điều 2. Hai',
        'II. THI HÀNH',
        'II. THI HÀNH › Điều 3. Ba',
      ],
    ],
    [
      'a programme behind the articles that issue it',
      `${title}\nĐiều 1. Một\nĐiều 2. Hai\nI. MỤC TIÊU\n1. Ba`,
      ['Điều 1. Một', 'Điều 2. Hai', 'I. MỤC TIÊU', 'I. MỤC TIÊU › 1. Ba'],
    ],
    [
      'numbers of several parts',
      `${title}\n1. Một\n1.1. Hai\n1.1.1. Ba\n1.2. Bốn\n2. Năm`,
      ['1. Một', '1. Một › 1.1. Hai', '1. Một › 1.1. Hai › 1.1.1. Ba', '1. Một › 1.2. Bốn', '2. Năm'],
    ],
  ])('%s', (_, text, expected) => {
    expect(paths(text)).toEqual(expected)
  })

  it('number their pages from form feeds', () => {
    const document = documentOf(`${title}\n\nTrang một có một câu.\fTrang hai có một câu.`)
    expect(document.pages).toEqual([0, document.text.indexOf('\f') + 1])
  })
})

describe('titles', () => {
  it.each<[string, string]>([
    ['NGHỊ QUYẾT\nvề chuyển đổi số\n\nI. MỤC TIÊU', 'NGHỊ QUYẾT về chuyển đổi số'],
    [
      'TỈNH ỦY BÌNH AN\nSố: 12-NQ/TU\nBình An, ngày 15 tháng 3 năm 2024\nKẾ HOẠCH\nChuyển đổi số\nI. MỤC TIÊU',
      'KẾ HOẠCH Chuyển đổi số',
    ],
    ['# Kế hoạch **lớn**\n\nNội dung.', 'Kế hoạch lớn'],
    ['Sáng 12/3, tỉnh Bình An họp bàn về chuyển đổi số.', 'Sáng 12/3, tỉnh Bình An họp bàn về chuyển đổi số.'],
    [`Sáng 12/3, ${'tỉnh Bình An họp bàn về chuyển đổi số, '.repeat(8)}kết thúc.`, ''],
  ])('%j', (text, expected) => {
    const { title: found } = documentOf(text).metadata
    if (expected) expect(found).toBe(expected)
    else expect(found).toMatch(/^Sáng 12\/3.{100,150} …$/)
  })
})
