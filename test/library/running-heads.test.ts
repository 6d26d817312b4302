import { describe, expect, it } from 'vitest'
import { documentOf, wordsOf } from '../support/corpus.ts'

const page = (i: number) =>
  Array.from(
    { length: 12 },
    (_, line) => `Nội dung ${i}.${line} của kế hoạch gồm nhiều việc khác nhau được nêu rõ;`,
  ).join('\n')
const paged = (head: (i: number) => string, foot: (i: number) => string, between = '\n') =>
  [1, 2, 3].map((i) => [head(i), page(i), foot(i)].filter(Boolean).join('\n')).join(between)
const furniture = (text: string) => wordsOf(documentOf(text), 'furniture')

describe('page numbers and running heads', () => {
  const title = 'KẾ HOẠCH CHUYỂN ĐỔI SỐ TỈNH BÌNH AN'

  it.each<[string, string, string[]]>([
    ['bare numbers that count up', paged(() => '', String), ['1', '2', '3']],
    [
      'numbers of the whole',
      paged(
        () => '',
        (i) => `${i}/3`,
      ),
      ['1/3', '2/3', '3/3'],
    ],
    [
      'named numbers',
      paged(
        () => '',
        (i) => `Trang ${i}/3`,
      ),
      ['Trang 1/3', 'Trang 2/3', 'Trang 3/3'],
    ],
    [
      'feet with a number',
      paged(
        () => '',
        (i) => `Kế hoạch số 12/KH-UBND – trang ${i}`,
        '\n\f',
      ),
      [1, 2, 3].map((i) => `Kế hoạch số 12/KH-UBND – trang ${i}`),
    ],
    [
      'heads below a form feed',
      paged(
        () => title,
        () => '',
        '\n\f',
      ),
      [title, title],
    ],
    [
      'heads beside numbers',
      paged(
        () => title,
        (i) => `- ${i} -`,
      ),
      ['- 1 -', title, '- 2 -', title, '- 3 -'],
    ],
  ])('%s', (_, text, expected) => {
    expect(furniture(text)).toEqual(expected)
  })

  it.each([
    ['a number alone', `${title}\n${page(1)}\n12\n${page(2)}`],
    ['numbers that do not count up', `${page(1)}\n3\n${page(2)}\n5\n${page(3)}`],
    ['the cells of a table on lines of their own', '1\nHạ tầng số\nSở Mẫu\n2\nDữ liệu số\nSở Thử\n3\nNhân lực\nSở Ví'],
    [
      'a line that comes back within the text',
      [1, 2, 3].map((i) => `${i}. Việc thứ ${i}\n${page(i)}\nCơ quan chủ trì: Sở Mẫu`).join('\n'),
    ],
    ['years', `${page(1)}\n2029\nMột việc\n2030\n${page(2)}`],
  ])('%s is text', (_, text) => {
    expect(furniture(text)).toEqual([])
  })
})
