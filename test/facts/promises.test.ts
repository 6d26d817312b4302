import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factLine } from '../../src/facts/fact-line.ts'
import { ledgerOf } from '../../src/facts/ledger.ts'
import { documentOf } from '../support/corpus.ts'

/** Pieces of which papers are made, true and hostile ones. */
const pieces = fc.constantFrom(
  'Nghị quyết đề ra 08 nhóm nhiệm vụ, giải pháp gồm: ',
  'nâng cao nhận thức; ',
  'Thứ nhất là ',
  'Thứ hai là ',
  'cuối cùng là ',
  'đến năm 2030 ',
  'kinh tế số chiếm 30% GRDP, ',
  'xếp thứ 26/63, giảm 6 bậc ',
  'Nghị quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị về ',
  'ông Nguyễn Văn Mẫu, Phó Chủ tịch UBND tỉnh đã chủ trì ',
  'Chiều 23/2, ',
  'I. NHIỆM VỤ, GIẢI PHÁP\n\n',
  '1. Nâng cao nhận thức\n\n',
  '2. Hoàn thiện thể chế\n\n',
  '- ',
  '| TT | Chỉ tiêu | Đơn vị | Năm 2025 |\n|---|---|---|---|\n| 1 | Tỷ lệ | % | 80 |\n',
  'Số: 12-NQ/TU\n',
  'T/M TỈNH ỦY\nLê Thị Thử\n',
  'tỉnh Hòa Bình ',
  '\n',
  '\n\n',
  '. ',
  '; ',
  ':',
  '(',
  '“',
  '**',
  '\u0301',
  '\u00a0',
  '\u200b',
  '😀',
  '0',
)

const papers = fc.array(fc.oneof({ weight: 5, arbitrary: pieces }, fc.string({ unit: 'grapheme' })), { maxLength: 60 })

describe('for any text', () => {
  it('every fact has a quote and a context inside the text, outside furniture, and ids are unique', () => {
    fc.assert(
      fc.property(papers, (parts) => {
        const document = documentOf(parts.join(''))
        const { facts } = ledgerOf([document])
        const furniture = document.blocks.filter(
          ({ kind }) => kind === 'furniture' || kind === 'date-line' || kind === 'caption',
        )
        expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
        for (const { quote, context, value, subject } of facts) {
          expect(quote.start).toBeGreaterThanOrEqual(0)
          expect(quote.end).toBeGreaterThan(quote.start)
          expect(quote.end).toBeLessThanOrEqual(document.text.length)
          expect(context.end).toBeGreaterThan(context.start)
          expect(value.trim()).not.toBe('')
          expect(subject.trim()).not.toBe('')
          expect(furniture.some(({ start, end }) => quote.start < end && start < quote.end)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('every number a fact states stands in its quote', () => {
    fc.assert(
      fc.property(papers, (parts) => {
        const document = documentOf(parts.join(''))
        for (const fact of ledgerOf([document]).facts) {
          if (!fact.stated || fact.number === undefined) continue
          const digits = fact.value.match(/\d+/g) ?? []
          const quote = document.text.slice(fact.quote.start, fact.quote.end)
          for (const each of digits) expect(quote).toContain(each)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('the same text gives the same facts, and facts of one document do not depend on others', () => {
    fc.assert(
      fc.property(papers, papers, (first, second) => {
        const one = documentOf(first.join(''), 'mot.txt')
        const two = documentOf(second.join(''), 'hai.txt')
        const alone = ledgerOf([one]).facts
        expect(ledgerOf([two, one]).of(one.id)).toEqual(alone)
        expect(alone.map((fact) => factLine(fact, one))).toEqual(
          ledgerOf([one]).facts.map((fact) => factLine(fact, one)),
        )
      }),
      { numRuns: 80 },
    )
  })
})

describe('long and hostile text', () => {
  const title = 'Chuyển đổi số ở địa phương miền núi phía Bắc\n\nVăn bản này có nội dung như sau. '

  it.each([
    ['one endless sentence of targets', 'đến năm 2030 tỷ lệ đạt 30%, ', 2000],
    ['numbers without end', '30% và 20 ', 4000],
    ['names without end', 'ông Nguyễn Văn Mẫu, Phó Chủ tịch, ', 1500],
    ['capital letters without end', 'Nguyễn ', 8000],
    ['citations without end', 'Nghị quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị, ', 800],
    ['brackets without end', '(', 20000],
    ['rankings without end', 'xếp thứ 3, tăng 2 bậc và ', 2000],
    ['lists without end', 'Thứ nhất là a; Thứ hai là b; ', 2000],
    ['headings without end', '\n\n1. Nhiệm vụ, giải pháp\n\n2. Nhiệm vụ\n\n', 1500],
    ['rows without end', '\n| 1 | Tỷ lệ | % | 80 |', 3000],
  ])('is read to its end: %s', (_, piece, times) => {
    const document = documentOf(title + piece.repeat(times))
    expect(ledgerOf([document]).facts.every(({ quote }) => quote.end <= document.text.length)).toBe(true)
  })
})
