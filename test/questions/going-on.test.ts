import { beforeEach, describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'nam-dinh.txt': `
    ỦY BAN NHÂN DÂN
    TỈNH NAM ĐỊNH
    Số: 61/KH-UBND
    Nam Định, ngày 12 tháng 3 năm 2024

    KẾ HOẠCH
    Phát triển du lịch cộng đồng tỉnh Nam Định

    I. CHỈ TIÊU
    1. Đến năm 2025 đón 300 nghìn lượt khách.
    2. Đến năm 2025 có 12 điểm du lịch cộng đồng.
    3. Đến năm 2030 đón 900 nghìn lượt khách.
    4. Đến năm 2030 có 40 điểm du lịch cộng đồng.

    II. NHIỆM VỤ
    Kế hoạch đề ra 4 nhóm nhiệm vụ: khảo sát các làng nghề; nâng cấp đường vào bản; đào tạo người dẫn đường; quảng bá trên mạng.
  `,
  'gia-lai.txt': `
    Gia Lai: Góp ý dự thảo đề án trồng rừng

    02/9/2022

    (gialai.vn) - Sáng 1/9, UBND tỉnh Gia Lai họp cho ý kiến vào dự thảo Đề án trồng rừng gỗ lớn của tỉnh.

    Dự thảo đề ra 3 nhóm nhiệm vụ: rà soát đất rừng; ươm giống tại chỗ; khoán rừng cho hộ dân.
  `,
})

describe('after a list', () => {
  let talk = ''
  beforeEach(async () => {
    talk = `sau danh sách ${Math.random()}`
    await ask('Nam Định có mấy nhóm nhiệm vụ', talk)
  })

  it.each([
    ['nhóm 3?', 'đào tạo người dẫn đường'],
    ['nhóm thứ 2 nói gì', 'nâng cấp đường vào bản'],
    ['thu 4', 'quảng bá trên mạng'],
    ['nhóm cuối', 'quảng bá trên mạng'],
    ['còn nhóm 1 thì sao', 'khảo sát các làng nghề'],
    ['nhiệm vụ đầu tiên là gì', 'khảo sát các làng nghề'],
  ])('%s: that part of it', async (question, part) => {
    const { outcome, citations } = await ask(question, talk)
    expect(outcome).toBe('answered')
    expect(citations.map(({ quote }) => quote)).toEqual([part])
  })

  it.each(['cụ thể từng nhóm', 'liet ke ra', 'chi tiết', 'nhóm nào'])('%s: all of it', async (question) => {
    const { text } = await ask(question, talk)
    for (const part of ['làng nghề', 'vào bản', 'dẫn đường', 'trên mạng']) expect(text).toContain(part)
  })

  it('counts on in the same list', async () => {
    await ask('nhóm 1', talk)
    expect((await ask('thứ 2', talk)).text).toContain('nâng cấp đường vào bản')
  })

  it('takes the same position in the list of another place', async () => {
    await ask('nhóm 1', talk)
    expect((await ask('còn Gia Lai', talk)).citations.map(({ quote }) => quote)).toEqual(['rà soát đất rừng'])
  })

  it('looks for what is no part of it elsewhere', async () => {
    expect((await ask('chỉ tiêu thứ 2', talk)).text).toContain('12 điểm du lịch cộng đồng')
  })
})

describe('a question for the sources', () => {
  it.each(['nguồn ở đâu', 'trích nguyên văn', 'ai nói vậy'])('leaves the talk where it was: %s', async (question) => {
    const talk = `nguồn ${question}`
    const first = await ask('Nam Định có mấy nhóm nhiệm vụ', talk)
    const sources = await ask(question, talk)
    expect(sources.citations.map(({ code }) => code)).toEqual(first.citations.map(({ code }) => code))
    expect((await ask('còn Gia Lai', talk)).text).toContain('3 nhóm nhiệm vụ')
  })

  it('asks what is meant when nothing was answered', async () => {
    expect((await ask('trích nguyên văn', 'chưa hỏi gì')).outcome).toBe('clarify')
  })
})

describe('parts of a section for a year', () => {
  it.each([
    ['chỉ tiêu năm 2025 của Nam Định gồm những gì', ['300 nghìn', '12 điểm'], ['900 nghìn', '40 điểm']],
    ['chi tieu nam 2030 cua nam dinh gom nhung gi', ['900 nghìn', '40 điểm'], ['300 nghìn', '12 điểm']],
  ])('%s', async (question, held, others) => {
    const { text } = await ask(question)
    for (const words of held) expect(text).toContain(words)
    for (const words of others) expect(text).not.toContain(words)
  })
})

describe('documents by what they are', () => {
  it.each([
    ['văn bản nào mới nhất', 'Nam Định', 'Gia Lai'],
    ['tai lieu nao cu nhat', 'Gia Lai', 'Nam Định'],
    ['tài liệu nào còn là dự thảo', 'Gia Lai', 'Nam Định'],
    ['văn bản nào đã ban hành', 'Nam Định', 'Gia Lai'],
  ])('%s', async (question, named, other) => {
    const { outcome, text } = await ask(question)
    expect(outcome).toBe('answered')
    expect(text).toContain(named)
    expect(text).not.toContain(other)
  })
})
