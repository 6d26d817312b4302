import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText } from '../../src/answers/split.ts'

const piecesOf = (text: string, limit: number) => splitText(text, limit).map(({ start, end }) => text.slice(start, end))

describe('splitText', () => {
  it.each([
    ['a short text stays whole', 'Một câu.', 20, ['Một câu.']],
    ['white space alone is nothing', ' \n ', 20, []],
    ['between sentences', 'Câu một ở đây. Câu hai ở đây. Câu ba.', 30, ['Câu một ở đây. Câu hai ở đây.', 'Câu ba.']],
    [
      'between paragraphs first',
      'Đoạn đầu dài vừa.\n\nĐoạn hai. Câu nữa.',
      32,
      ['Đoạn đầu dài vừa.', 'Đoạn hai. Câu nữa.'],
    ],
    ['between words when a sentence is too long', 'một hai ba bốn năm', 9, ['một hai', 'ba bốn', 'năm']],
    ['inside a word only when it must', 'aaaaabbbbb', 5, ['aaaaa', 'bbbbb']],
    ['never inside a character', '😀😀😀', 3, ['😀', '😀', '😀']],
    ['never between a letter and its mark', 'aaae\u0302aaa', 4, ['aaa', 'e\u0302aa', 'a']],
  ])('%s', (_, text, limit, pieces) => {
    expect(piecesOf(text, limit)).toEqual(pieces)
  })

  const words = fc.array(
    fc.constantFrom('Tỉnh', 'phấn đấu', 'đạt 30%.', 'Đến năm 2030,', '\n\n', '\n', '- ', '😀', 'x'.repeat(50)),
  )

  it('loses nothing but white space at the borders', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          words.map((list) => list.join(' ')),
          fc.string({ unit: 'binary' }),
        ),
        fc.integer({ min: 2, max: 120 }),
        (text, limit) => {
          const pieces = splitText(text, limit)
          let at = 0
          for (const { start, end } of pieces) {
            expect(text.slice(at, start).trim()).toBe('')
            expect(end - start).toBeGreaterThan(0)
            expect(end - start).toBeLessThanOrEqual(limit)
            at = end
          }
          expect(text.slice(at).trim()).toBe('')
        },
      ),
    )
  })

  it('never splits a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 20 }), fc.integer({ min: 2, max: 12 }), (text, limit) => {
        for (const piece of piecesOf(text, limit)) expect(piece).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})
