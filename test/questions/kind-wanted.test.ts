import { describe, expect, it } from 'vitest'
import { readQuestion } from '../../src/questions/read-question.ts'
import type { Ask } from '../../src/questions/reading.ts'

describe('what kind of answer is wanted, in words of every day', () => {
  it.each<[string, Ask]>([
    ['Kho lạnh Vàm Cống giá bao nhiêu một năm?', 'money'],
    ['thuê kho lạnh giá khoảng bao nhiêu', 'money'],
    ['xây bến thuyền hết bao nhiêu?', 'money'],
    ['xay ben thuyen ton tong cong bao nhieu cho ca dot', 'money'],
    ['tỉnh góp vốn mồi bao nhiêu?', 'money'],
    ['kinh phí năm 2024 của đề án bến thuyền', 'money'],
    ['nhu cầu vốn giai đoạn 2022-2025', 'money'],
    ['bến thuyền và kho lạnh, cái nào nhiều kinh phí hơn', 'comparison'],
    ['5 tăng cường là gì', 'list'],
    ['ba khó khăn của huyện là gì', 'list'],
    ['khó khăn thứ hai của huyện là gì', 'item'],
    ['NQ 23 sửa đổi NQ nào', 'number'],
    ['Quỹ giống cây lớn cỡ nào?', 'count'],
    ['Sao huyện Trà Lĩnh không được chọn làm điểm?', 'reason'],
    ['Sao chỉ số PAPI lại tụt?', 'reason'],
    ['chừng nào bến thuyền xong', 'date'],
    ['tỷ lệ hộ có nước máy đạt bao nhiêu?', 'percent'],
    ['ty le ho so tre han bao nhieu thi bi phe binh', 'percent'],
  ])('%s', (question, ask) => {
    expect(readQuestion(question).asks).toContain(ask)
  })

  it.each<[string, Ask]>([
    ['Có bao nhiêu triệu lao động được học nghề?', 'money'],
    ['Sở đánh giá bao nhiêu đơn vị?', 'money'],
    ['huyện nào dùng AI để đọc phim X-quang', 'person'],
    ['Sao vàng đất Việt là giải gì?', 'reason'],
    ['Xã nào tham gia bao nhiêu lớp', 'money'],
    ['tồn tại của huyện Trà Lĩnh là gì', 'money'],
  ])('not: %s', (question, ask) => {
    expect(readQuestion(question).asks).not.toContain(ask)
  })

  it('counts no years or people where a price is for each', () => {
    expect(readQuestion('thuê kho bao nhiêu một năm').counted).toBeUndefined()
    expect(readQuestion('ăn ca bao nhiêu mỗi người').counted).toBeUndefined()
    expect(readQuestion('có bao nhiêu mối hàn').counted).toBe('mối hàn')
  })
})

describe('the subject of a question', () => {
  it.each([
    ['mua thiết bị họp bao nhiêu tiền', 'thiết bị'],
    ['bao nhiêu trạm kết nối về trung tâm', 'kết nối'],
    ['đề án căn cứ vào đâu', 'căn cứ'],
    ['khám bệnh từ xa ở mấy huyện', 'từ xa'],
  ])('keeps words of two syllables whole: %s', (question, words) => {
    expect(readQuestion(question).subject).toContain(words)
  })

  it.each([
    ['xây bến thuyền hết bao nhiêu tiền?', 'xây bến thuyền'],
    ['bến thuyền phải xong tháng mấy', 'bến thuyền'],
    ['Quỹ giống cây lớn cỡ nào?', 'Quỹ giống cây'],
  ])('has no words that only ask: %s', (question, subject) => {
    expect(readQuestion(question).subject).toBe(subject)
  })

  it.each([
    ['theo QĐ 1437 ngân sách chi bao nhiêu', 1437],
    ['KH 88 Đồng Nai nói gì', 88],
  ])('leaves out the number of a paper: %s', (question, number) => {
    expect(readQuestion(question).documents.map((each) => each.number)).toEqual([number])
  })
})
