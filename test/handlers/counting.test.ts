import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'hoa-binh.txt': `
    TỈNH ỦY HÒA BÌNH
    Số: 44-NQ/TU
    Hòa Bình, ngày 8 tháng 6 năm 2022

    NGHỊ QUYẾT
    về phát triển du lịch sinh thái

    Tỉnh ủy đã ban hành Nghị quyết số 30-NQ/TU ngày 05/5/2021 về chăn nuôi an toàn.

    I. MỤC TIÊU
    1. Đến năm 2025
    Nghị quyết đề ra 11 chỉ tiêu (phụ lục kèm theo).

    2. Định hướng đến năm 2030
    Có 6 chỉ tiêu, trong đó: 5 triệu lượt khách.

    II. GIẢI PHÁP
    Nghị quyết xác định ba khâu đột phá: hạ tầng, con người, quảng bá.
  `,
})

describe('what a paper counts', () => {
  it.each([
    ['Hòa Bình đề ra mấy chỉ tiêu phát triển du lịch sinh thái đến năm 2025', '11 chỉ tiêu', '6 chỉ tiêu'],
    ['hoa binh dat may chi tieu du lich sinh thai den nam 2030', '6 chỉ tiêu', '11 chỉ tiêu'],
    ['nq 44 hoa binh co may chi tieu nam 2025', '11 chỉ tiêu', '6 chỉ tiêu'],
  ])('%s', async (question, held, other) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    expect(text).toContain(held)
    expect(text).not.toContain(other)
  })

  it('does not take them for those of a paper that it only cites', async () => {
    const { text } = await ask('Nghị quyết số 30-NQ/TU của Hòa Bình về chăn nuôi đặt mấy chỉ tiêu')
    expect(text).not.toMatch(/(?:11|6) chỉ tiêu/u)
  })

  it('keeps number words that are typed without diacritics', async () => {
    expect((await ask('ba khau dot pha cua hoa binh la gi')).text).toContain('hạ tầng')
  })
})
