import { describe, expect, it } from 'vitest'
import { saidOtherwise, sameMeanings, stands } from '../../src/vietnamese/same-meaning.ts'
import { tokenize } from '../../src/vietnamese/tokens.ts'

const formsOf = (text: string, by: 'term' | 'folded') => tokenize(text).map((token) => token[by])

/** Whether a text says otherwise what a question says. */
function means(question: string, text: string, by: 'term' | 'folded' = 'term'): boolean {
  const said = saidOtherwise(formsOf(question, by), by)
  return said.some(({ others }) => others.some((phrase) => stands(formsOf(text, by), phrase)))
}

it.each([
  ['PCI tụt hạng', 'Chỉ số PCI giảm 3 bậc'],
  ['nộp đơn online', 'tiếp nhận đơn trực tuyến'],
  ['tiếp nhận đơn trực tuyến', 'bà con nộp đơn qua mạng'],
  ['đơn vị đội sổ', 'Thấp nhất là Sở Công Thương'],
  ['ai là sếp', 'trách nhiệm của người đứng đầu'],
  ['trường cấp 2', 'các trường trung học cơ sở'],
  ['đơn vị dẫn đầu', 'Sở Tư pháp đứng đầu khối sở'],
])('“%s” is said by “%s”', (question, text) => {
  expect(means(question, text)).toBe(true)
})

it.each([
  ['lệ phí giảm', 'huyện tụt hạng'],
  ['đơn vị dẫn đầu', 'trách nhiệm của người đứng đầu'],
  ['xin thêm kinh phí', 'sửa đổi, bổ sung một số điều'],
  ['tổ chức tập huấn', 'Sở Giáo dục và Đào tạo'],
  ['giá trị sản xuất', 'tổng giá trị'],
])('“%s” is not said by “%s”', (question, text) => {
  expect(means(question, text)).toBe(false)
})

describe('typed without diacritics', () => {
  it.each([
    ['pci tut hang', 'pci giam bac'],
    ['nop don online', 'tiep nhan don truc tuyen'],
    ['ho so tre han', 'ho so qua han'],
  ])('“%s” is said by “%s”', (question, text) => {
    expect(means(question, text, 'folded')).toBe(true)
  })

  it('knows no single syllable that could be another word', () => {
    expect(saidOtherwise(['tre'], 'folded')).toEqual([])
    expect(saidOtherwise(['gia'], 'folded')).toEqual([])
  })
})

it('has no phrase that stands for itself, and none without words', () => {
  for (const [phrase, others] of sameMeanings()) {
    expect(others).not.toContain(phrase)
    for (const each of [phrase, ...others]) expect(tokenize(each).length).toBeGreaterThan(0)
  }
})
