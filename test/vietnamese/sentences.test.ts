import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findClauses, findSentences, type Span } from '../../src/vietnamese/sentences.ts'

const words = (text: string, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end))

describe('findSentences', () => {
  it.each<[string, string[]]>([
    ['Tỉnh có 8 nhóm. Đến năm 2030 có 9 nhóm.', ['Tỉnh có 8 nhóm.', 'Đến năm 2030 có 9 nhóm.']],
    ['Họp tại TP. Hồ Chí Minh. Sau đó nghỉ.', ['Họp tại TP. Hồ Chí Minh.', 'Sau đó nghỉ.']],
    ['PGS. TS. Trần Mỗ và ThS. Lý Mỗ dự.', ['PGS. TS. Trần Mỗ và ThS. Lý Mỗ dự.']],
    ['Ban Bí thư T.Ư Đảng họp. Kết thúc.', ['Ban Bí thư T.Ư Đảng họp.', 'Kết thúc.']],
    ['Xem tr. 25 và tr. 30. Hết.', ['Xem tr. 25 và tr. 30.', 'Hết.']],
    ['Ngày 22.12.2024 đạt 7.500 hồ sơ, 98.3 điểm. Tốt!', ['Ngày 22.12.2024 đạt 7.500 hồ sơ, 98.3 điểm.', 'Tốt!']],
    ['Gồm y tế, giáo dục, v.v. và du lịch. Xong.', ['Gồm y tế, giáo dục, v.v. và du lịch.', 'Xong.']],
    ['Gồm y tế, v.v. Các sở báo cáo.', ['Gồm y tế, v.v.', 'Các sở báo cáo.']],
    ['Ông Nguyễn V. A. Mẫu nói. Bà nghe.', ['Ông Nguyễn V. A. Mẫu nói.', 'Bà nghe.']],
    ['Tại https://mau.example.vn/a.b?c=d. Xem thêm.', ['Tại https://mau.example.vn/a.b?c=d.', 'Xem thêm.']],
    ['Y tế, giáo dục… và du lịch… Các sở họp', ['Y tế, giáo dục… và du lịch…', 'Các sở họp']],
    ['Ông nói: “Làm ngay.” Mọi người đồng ý.', ['Ông nói: “Làm ngay.”', 'Mọi người đồng ý.']],
    ['“Bao giờ xong?” ông hỏi. (Tháng sau.) Hết', ['“Bao giờ xong?” ông hỏi.', '(Tháng sau.)', 'Hết']],
    ['1. Mục tiêu chung. Phát triển.', ['1. Mục tiêu chung.', 'Phát triển.']],
    ['Điều 5. Phạm vi. Áp dụng toàn tỉnh.', ['Điều 5. Phạm vi.', 'Áp dụng toàn tỉnh.']],
    ['2.1. Hạ tầng số. IV. Nhân lực.', ['2.1. Hạ tầng số.', 'IV. Nhân lực.']],
    ['Gồm: a. Hạ tầng; b. Nhân lực. Hết.', ['Gồm: a. Hạ tầng; b. Nhân lực.', 'Hết.']],
    ['Tăng trưởng quý I. Các ngành đều tăng.', ['Tăng trưởng quý I.', 'Các ngành đều tăng.']],
    ['Thực hiện chuyển đổi số.Tỉnh đã họp.', ['Thực hiện chuyển đổi số.', 'Tỉnh đã họp.']],
    ['Đến năm 2030. 100% xã có mạng.', ['Đến năm 2030.', '100% xã có mạng.']],
    ['', []],
    [' \n ', []],
  ])('%s', (text, sentences) => {
    expect(words(text, findSentences(text))).toEqual(sentences)
  })

  it.each<[string, string[]]>([
    [
      'Ban Thường vụ giao các cơ quan chủ trì xây dựng hệ thống thông tin của Bộ\nChính trị và các tỉnh. Hết.',
      ['Ban Thường vụ giao các cơ quan chủ trì xây dựng hệ thống thông tin của Bộ\nChính trị và các tỉnh.', 'Hết.'],
    ],
    ['Phát triển hạ tầng\nsố.', ['Phát triển hạ tầng\nsố.']],
    ['Tiêu đề\n\nnội dung', ['Tiêu đề', 'nội dung']],
    ['Nhiệm vụ gồm:\n- Một là\n- Hai là', ['Nhiệm vụ gồm:', '- Một là', '- Hai là']],
    ['a) xây dựng nền tảng\nb) phát triển nhân lực', ['a) xây dựng nền tảng', 'b) phát triển nhân lực']],
    ['NGHỊ QUYẾT\nvề chuyển đổi số\nĐiều 1. Mục tiêu', ['NGHỊ QUYẾT\nvề chuyển đổi số', 'Điều 1. Mục tiêu']],
    ['Quang cảnh cuộc họp\nĐây là lần thứ hai.', ['Quang cảnh cuộc họp', 'Đây là lần thứ hai.']],
  ])('line breaks: %j', (text, sentences) => {
    expect(words(text, findSentences(text))).toEqual(sentences)
  })

  it('stays between the given offsets', () => {
    const text = 'Một câu. Hai câu. Ba câu.'
    expect(words(text, findSentences(text, 9, 17))).toEqual(['Hai câu.'])
    expect(words(text, findSentences(text, 4, 12))).toEqual(['câu.', 'Hai'])
  })

  it('gives every character that is no space to exactly one sentence', () => {
    const piece = fc.constantFrom(
      'Tỉnh ',
      'tp. ',
      '. ',
      '.',
      '…',
      '\n',
      '\n\n',
      '1. ',
      '“',
      '.” ',
      '(',
      ') ',
      '; ',
      '- ',
      'a',
      'Đ',
      '?',
      ' ',
      '\u00a0',
      '22.12.2024',
    )
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(texts, fc.nat(10), fc.nat(10), (text, a, b) => {
        const from = Math.min(a, text.length)
        const to = Math.max(from, text.length - b)
        const spans = findSentences(text, from, to)
        let at = from
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(text.slice(at, start).trim()).toBe('')
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(text.slice(at, to).trim()).toBe('')
      }),
    )
  })
})

describe('findClauses', () => {
  it.each<[string, string[]]>([
    ['một; hai ; ba.', ['một', 'hai', 'ba.']],
    ['xây dựng (a; b); “c; d”; "e; f"', ['xây dựng (a; b)', '“c; d”', '"e; f"']],
    ['mở ngoặc (không đóng; hai', ['mở ngoặc (không đóng', 'hai']],
    ['mở nháy “không đóng; hai', ['mở nháy “không đóng', 'hai']],
    ['A &amp; B; C', ['A &amp; B', 'C']],
    ['kết thúc;', ['kết thúc']],
    [';;', []],
  ])('%s', (text, clauses) => {
    expect(words(text, findClauses(text, { start: 0, end: text.length }))).toEqual(clauses)
  })
})
