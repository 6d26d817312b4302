import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SectionMark } from '../../src/library/document.ts'
import { markOf } from '../../src/library/marks.ts'

const none = new Map<SectionMark, string>()

describe('markOf', () => {
  it.each<[line: string, kind: SectionMark, label: string, rest: string]>([
    ['PHẦN THỨ NHẤT', 'part', 'PHẦN THỨ NHẤT', ''],
    ['Phần thứ hai. Mục tiêu, nhiệm vụ', 'part', 'Phần thứ hai', 'Mục tiêu, nhiệm vụ'],
    ['Phần I: Đánh giá chung', 'part', 'Phần I', 'Đánh giá chung'],
    ['Phần II TỔ CHỨC THỰC HIỆN', 'part', 'Phần II', 'TỔ CHỨC THỰC HIỆN'],
    ['PHỤ LỤC', 'part', 'PHỤ LỤC', ''],
    ['Phụ lục số 2: Danh mục nhiệm vụ', 'part', 'Phụ lục số 2', 'Danh mục nhiệm vụ'],
    ['CHƯƠNG II', 'chapter', 'CHƯƠNG II', ''],
    ['Chương I. Quy định chung', 'chapter', 'Chương I', 'Quy định chung'],
    ['Chương III TỔ CHỨC THỰC HIỆN', 'chapter', 'Chương III', 'TỔ CHỨC THỰC HIỆN'],
    ['Mục 1. Hạ tầng số', 'title', 'Mục 1', 'Hạ tầng số'],
    ['Tiểu mục 2. Dữ liệu', 'title', 'Tiểu mục 2', 'Dữ liệu'],
    ['Điều 5. Phạm vi điều chỉnh', 'article', 'Điều 5', 'Phạm vi điều chỉnh'],
    ['Điều 12a. Trách nhiệm', 'article', 'Điều 12a', 'Trách nhiệm'],
    ['**Điều 3.** Hiệu lực thi hành', 'article', 'Điều 3', 'Hiệu lực thi hành'],
    ['Ðiều 7. Áp dụng', 'article', 'Điều 7', 'Áp dụng'],
    ['Điều 8. Hiệu lực'.normalize('NFD'), 'article', 'Điều 8', 'Hiệu lực'.normalize('NFD')],
    ['PHẦN THỨ BA'.normalize('NFD'), 'part', 'PHẦN THỨ BA', ''],
    ['I. Mục tiêu', 'roman', 'I', 'Mục tiêu'],
    ['I- MỤC TIÊU', 'roman', 'I', 'MỤC TIÊU'],
    ['I-MỤC TIÊU', 'roman', 'I', 'MỤC TIÊU'],
    ['II.\u00a0Nhiệm vụ', 'roman', 'II', 'Nhiệm vụ'],
    ['IV/ TỔ CHỨC', 'roman', 'IV', 'TỔ CHỨC'],
    ['V. TỔ CHỨC THỰC HIỆN', 'roman', 'V', 'TỔ CHỨC THỰC HIỆN'],
    ['VII. Kinh phí', 'roman', 'VII', 'Kinh phí'],
    ['A- TÌNH HÌNH', 'upper-letter', 'A', 'TÌNH HÌNH'],
    ['A. Ý nghĩa', 'upper-letter', 'A', 'Ý nghĩa'],
    ['B. NHIỆM VỤ TRỌNG TÂM', 'upper-letter', 'B', 'NHIỆM VỤ TRỌNG TÂM'],
    ['1. Xây dựng hạ tầng số', 'arabic', '1', 'Xây dựng hạ tầng số'],
    ['1- Quan điểm', 'arabic', '1', 'Quan điểm'],
    ['1) Quan điểm', 'arabic', '1', 'Quan điểm'],
    ['1/ Quan điểm', 'arabic', '1', 'Quan điểm'],
    ['1\\. Quan điểm', 'arabic', '1', 'Quan điểm'],
    ['1. phát triển hạ tầng;', 'arabic', '1', 'phát triển hạ tầng;'],
    ['1. 100% xã có cáp quang', 'arabic', '1', '100% xã có cáp quang'],
    ['12. “Ngày thứ bảy số”', 'arabic', '12', '“Ngày thứ bảy số”'],
    ['1.2. Hạ tầng dữ liệu', 'decimal', '1.2', 'Hạ tầng dữ liệu'],
    ['2.1.3. Nền tảng', 'decimal', '2.1.3', 'Nền tảng'],
    ['a) xây dựng nền tảng', 'lower-letter', 'a', 'xây dựng nền tảng'],
    ['đ) Đào tạo', 'lower-letter', 'đ', 'Đào tạo'],
    ['a/ Xây dựng', 'lower-letter', 'a', 'Xây dựng'],
    ['a. Xây dựng', 'lower-letter', 'a', 'Xây dựng'],
    ['aa) Xây dựng', 'lower-letter', 'aa', 'Xây dựng'],
    ['iv) Xây dựng', 'lower-letter', 'iv', 'Xây dựng'],
    ['## Nhiệm vụ', 'markdown', '##', 'Nhiệm vụ'],
    ['## 1. Nhiệm vụ', 'arabic', '1', 'Nhiệm vụ'],
    ['### Điều 2. Nguyên tắc', 'article', 'Điều 2', 'Nguyên tắc'],
  ])('%s', (line, kind, label, rest) => {
    const mark = markOf(line, none)
    expect(mark).toMatchObject({ kind, label })
    expect(line.slice(mark!.textAt)).toBe(rest)
  })

  it.each([
    '3 - 5 trung tâm đô thị của tỉnh',
    '7.500 người được đào tạo',
    '7. 500 người được đào tạo',
    '2030 là năm hoàn thành',
    '26/63 tỉnh, thành phố',
    '8/10 Tiêu chí đạt',
    '22.12.2024 Bộ họp',
    '98,3 điểm',
    '36-NQ/TW ngày 01/7/2014 của Bộ Chính trị',
    '45-CTr/TU của Tỉnh ủy',
    '57/NQ-CP của Chính phủ',
    '19/2025/QĐ-TTg của Thủ tướng',
    'T.Ư Đảng họp',
    'T.Ư ĐẢNG HỌP',
    'C. Mác và học trò',
    'V.I. Mẫu',
    'V.I.Mẫu nói',
    'N. V. A. Mẫu',
    'A. B. Mẫu trình bày',
    'P. Khai Mẫu, thành phố',
    'Q. Bình Mẫu',
    'v.v. Các sở báo cáo',
    'p. Khai Mẫu',
    'xã) và các huyện',
    'Mức 3. Cung cấp một phần',
    'Mức độ 4. Toàn trình',
    'Phần mềm dùng chung của tỉnh',
    'Phân cấp quản lý',
    'Phần thứ hai của kế hoạch nêu rõ',
    'Phần 2 gồm các nhiệm vụ',
    'Điều 5 của nghị quyết nêu',
    'Điều này cho thấy',
    'Mục 3 của kế hoạch',
    'Chương trình hành động',
    'Phụ lục kèm theo kế hoạch này',
    'B-52 bay qua',
    'V-Mẫu là công ty',
    'Internet vạn vật',
    'IT. Các sở',
    '- Một là',
    '#nhãn',
    '',
    ' ',
  ])('%s is no mark', (line) => {
    expect(markOf(line, none)).toBeUndefined()
  })

  it.each<[line: string, before: readonly [SectionMark, string], kind: SectionMark | undefined]>([
    ['B. Nhiệm vụ', ['upper-letter', 'A'], 'upper-letter'],
    ['C. Giải pháp', ['upper-letter', 'B'], 'upper-letter'],
    ['Đ. Kinh phí', ['upper-letter', 'D'], 'upper-letter'],
    ['E. Kinh phí', ['upper-letter', 'Đ'], 'upper-letter'],
    ['E. Kinh phí', ['upper-letter', 'D'], 'upper-letter'],
    ['I. Tổ chức', ['upper-letter', 'H'], 'upper-letter'],
    ['I. Tổ chức', ['upper-letter', 'B'], 'roman'],
    ['V. Tổ chức', ['roman', 'IV'], 'roman'],
    ['V. Tổ chức', ['roman', 'II'], undefined],
    ['C. Mác', ['upper-letter', 'A'], undefined],
    ['b. Dữ liệu', ['lower-letter', 'a'], 'lower-letter'],
    ['đ. Dữ liệu', ['lower-letter', 'd'], 'lower-letter'],
    ['q. Bình Mẫu', ['lower-letter', 'b'], undefined],
    ['2. phát triển', ['arabic', '1'], 'arabic'],
    ['4. phát triển', ['arabic', '1'], undefined],
    ['2.1 Hạ tầng', ['arabic', '2'], 'decimal'],
    ['2.2 Dữ liệu', ['decimal', '2.1'], 'decimal'],
    ['3.5 Triệu đồng', ['arabic', '2'], undefined],
  ])('%s behind %s', (line, [kindBefore, label], kind) => {
    expect(markOf(line, new Map([[kindBefore, label]]))?.kind).toBe(kind)
  })

  it('names a place inside the line for any text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom('1. ', 'a) ', 'Điều 5. ', 'I- ', '## ', '**A. '), fc.string({ unit: 'grapheme' }))
        .map(([mark, rest]) => (mark + rest).normalize('NFD')),
    )
    fc.assert(
      fc.property(line, (text) => {
        const mark = markOf(text, none)
        if (mark) {
          expect(mark.textAt).toBeGreaterThan(0)
          expect(mark.textAt).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
