import { describe, expect, it } from 'vitest'
import { findOrdinals, placeNumber } from '../../src/vietnamese/ordinals.ts'

describe('findOrdinals', () => {
  it.each<[string, string, number, string]>([
    ['Thứ nhất là nâng cao', 'Thứ nhất', 1, 'ordinal'],
    ['nhiệm vụ thứ sáu là gì', 'thứ sáu', 6, 'ordinal'],
    ['nhiem vu thu sau la gi', 'thu sau', 6, 'ordinal'],
    ['Thứ năm, tỉnh', 'Thứ năm', 5, 'ordinal'],
    ['thứ mười hai', 'thứ mười hai', 12, 'ordinal'],
    ['xếp thứ 35', 'thứ 35', 35, 'ordinal'],
    ['mục tiêu đầu tiên', 'đầu tiên', 1, 'ordinal'],
    ['cái cuối cùng', 'cuối cùng', -1, 'last'],
    ['Một là, nâng cao', 'Một là', 1, 'enumeration'],
    ['thứ tám'.normalize('NFD'), 'thứ tám'.normalize('NFD'), 8, 'ordinal'],
  ])('%s', (text, raw, value, form) => {
    const [found, ...more] = findOrdinals(text)
    expect(found).toMatchObject({ raw, value, form })
    expect(text.slice(found?.start, found?.end)).toBe(raw)
    expect(more).toEqual([])
  })

  it.each([
    'Thứ hai - 13/04/2015 11:00',
    'Thứ hai, ngày 20/01/2025 - 19:33',
    'thứ sáu tuần này',
    'sáng thứ hai',
    'xếp thứ 26/63',
    'thu hai tỷ đồng',
    'thu 6 ty dong',
    'thư ba',
    'nhóm hai là nhóm',
  ])('no ordinal: %s', (text) => {
    expect(findOrdinals(text)).toEqual([])
  })

  it('finds every item of a list', () => {
    const text = 'Một là, nhận thức; hai là, hạ tầng; ba là nhân lực và cuối cùng là an toàn'
    expect(findOrdinals(text).map(({ value }) => value)).toEqual([1, 2, 3, -1])
  })
})

describe('placeNumber', () => {
  it.each([
    ['12', 12],
    ['Nhất', 1],
    ['nhi', 2],
    ['bốn', 4],
    ['tu', 4],
    ['mười', 10],
    ['một', undefined],
    ['tung', undefined],
    ['', undefined],
  ])('%j: %s', (word, place) => {
    expect(placeNumber(word)).toBe(place)
  })
})
