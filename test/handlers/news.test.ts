import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'
import { documentOf } from '../support/corpus.ts'

const news = (top: string) => `
    ${top}
    Tin tức > Tin trong tỉnh > Văn hóa
    12/09/2023 09:40:00   Xem cỡ chữ   Đọc bài viết

    Tuyên Quang mở hội đèn kéo quân, trao giải làng giữ nghề làm giấy

    CTTĐT - Tối qua, tại Quảng trường thành phố, Sở Văn hóa phối hợp với Tỉnh đoàn tổ chức hội đèn kéo quân năm 2023 và trao giải cho làng giữ nghề làm giấy. Chủ đề năm nay là "Đèn của bản".

    Dự buổi lễ có bà Nông Thị Ví Dụ - Phó Chủ tịch UBND tỉnh, cùng 240 nghệ nhân.

    Toàn tỉnh hiện có 36 làng nghề với 1.150 thợ. Mục tiêu đến năm 2025, mỗi huyện có một làng nghề được công nhận.

    Hoàng Lan
    Lượt xem: 512   Gửi bài viết qua email   In trang
`
const draft = `
    CỔNG THÔNG TIN ĐIỆN TỬ TỈNH QUẢNG BÌNH
    Lấy ý kiến dự thảo văn bản quy phạm pháp luật
    Cơ quan soạn thảo: Sở Công Thương
    Trạng thái: Đang lấy ý kiến

    HỘI ĐỒNG NHÂN DÂN
    TỈNH QUẢNG BÌNH
    Số:      /2024/NQ-HĐND
    DỰ THẢO LẦN 3

    NGHỊ QUYẾT
    Quy định mức hỗ trợ đối với đội thuyền cứu hộ trên địa bàn tỉnh Quảng Bình

    Điều 1. Mức hỗ trợ
    1. Hỗ trợ mỗi đội 400.000 đồng một tháng.
`

describe('a summary of a piece of news', async () => {
  const ask = await answersFrom({ 'tin.txt': news('TUYÊN QUANG - CỔNG THÔNG TIN ĐIỆN TỬ') })

  it.each([
    'Tóm tắt giúp tin về hội đèn kéo quân ở Tuyên Quang',
    'Tóm tắt bài viết hội đèn kéo quân của Tuyên Quang',
    'tom tat tin hoi den keo quan tuyen quang',
  ])('begins with headline and lead: %s', async (question) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    const at = (words: string) => text.indexOf(words)
    expect(at('Tuyên Quang mở hội đèn kéo quân')).toBeGreaterThanOrEqual(0)
    expect(at('Tối qua, tại Quảng trường')).toBeGreaterThan(at('Tuyên Quang mở hội đèn kéo quân'))
    expect(at('36 làng nghề')).toBeGreaterThan(at('Tối qua, tại Quảng trường'))
    expect(text.split('Tối qua, tại Quảng trường')).toHaveLength(2)
  })
})

describe('the headline of a portal page', () => {
  it.each([
    'TUYÊN QUANG - CỔNG THÔNG TIN ĐIỆN TỬ',
    'Tuyên Quang | Cổng thông tin điện tử',
    'HUYỆN NA HANG – TRANG THÔNG TIN ĐIỆN TỬ',
    'CỔNG THÔNG TIN ĐIỆN TỬ TỈNH TUYÊN QUANG',
  ])('is not the name of the portal, nor the line of its tools: %s', (top) => {
    const { metadata } = documentOf(news(top))
    expect(metadata.title).toBe('Tuyên Quang mở hội đèn kéo quân, trao giải làng giữ nghề làm giấy')
    expect(metadata.source?.publishedOn).toBe('2023-09-12')
  })
})

describe('a draft', async () => {
  const ask = await answersFrom({ 'du-thao.txt': draft })

  it.each([
    'Nghị quyết hỗ trợ đội thuyền cứu hộ của Quảng Bình ban hành chưa?',
    'nghi quyet ho tro doi thuyen cuu ho quang binh da ban hanh chua',
  ])('is told by the words of its own head: %s', async (question) => {
    const answer = await ask(question)
    expect(answer.text).toMatch(/^Chưa\./u)
    expect(answer.citations.map(({ quote }) => quote)).toContain('DỰ THẢO LẦN 3')
  })
})
