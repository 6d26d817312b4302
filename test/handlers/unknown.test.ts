import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'chuong-trinh.txt': `
    Chương trình hành động của Tỉnh ủy Lào Cai

    LCO - Ngày 02/3/2022, Tỉnh ủy Lào Cai ban hành Chương trình hành động số 18-CTr/TU thực hiện Nghị quyết số 36-NQ/TW của Bộ Chính trị. Ông Lý Văn Ví, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp về chính quyền số, điện tử.

    Mục tiêu đến năm 2030 kinh tế số của Lào Cai chiếm 25% GRDP. Lào Cai xếp thứ 21/63 tỉnh, thành phố về chuyển đổi số.

    Chương trình đề ra 4 nhóm nhiệm vụ: hoàn thiện thể chế; phát triển hạ tầng số; phát triển nhân lực số; bảo đảm an toàn thông tin.
  `,
})

describe('a paper that no document knows', () => {
  it.each([
    'nghi quyet 57 dat ra muc tieu gi den 2030',
    'Quyết định 749/QĐ-TTg đặt mục tiêu kinh tế số 2030 bao nhiêu?',
  ])('is not answered with the aims of another: %s', async (question) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('not-found')
    expect(text).toMatch(/không tìm thấy (?:nghị quyết 57|Quyết định 749\/QĐ-TTg)/)
    expect(text).not.toContain('25%')
  })

  it('is told from one that is cited', async () => {
    expect((await ask('Lào Cai thực hiện nghị quyết 36 bằng chương trình số mấy?')).text).toContain('18-CTr/TU')
  })
})

it('does not answer what is unknown of a person with the name', async () => {
  expect((await ask('số điện thoại của ông Lý Văn Ví')).outcome).toBe('not-found')
})

it('takes two syllables that stand apart for another word', async () => {
  expect((await ask('dân số Lào Cai')).outcome).toBe('not-found')
  expect((await ask('nhân lực Lào Cai')).outcome).toBe('answered')
})

it('quotes the sentence of a fact that is asked for in other words', async () => {
  const { citations } = await ask('Trích nguyên văn câu nói về thứ hạng chuyển đổi số của Lào Cai')
  expect(citations[0]?.quote).toContain('xếp thứ 21/63')
})

it('goes on to the next item of a list, and back', async () => {
  await ask('nhóm nhiệm vụ thứ hai của Lào Cai là gì?', 'a')
  expect((await ask('cái tiếp theo là gì', 'a')).text).toContain('phát triển nhân lực số')
  expect((await ask('cái trước đó', 'a')).text).toContain('phát triển hạ tầng số')
})
