import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const paper = (number: string, day: string, last: string) => `
    ỦY BAN NHÂN DÂN
    TỈNH TUYÊN QUANG
    Số: ${number}/2024/QĐ-UBND
    Tuyên Quang, ngày ${day}

    QUYẾT ĐỊNH
    Quy định quản lý bến thủy nội địa số ${number} trên địa bàn tỉnh Tuyên Quang

    Điều 1. Phạm vi
    Quyết định này quy định việc quản lý bến thủy nội địa trên địa bàn tỉnh Tuyên Quang.

    Điều 2. Hiệu lực thi hành
    ${last}

    TM. ỦY BAN NHÂN DÂN
    CHỦ TỊCH
    Ma Văn Ví Dụ
  `
const ask = await answersFrom({
  'a.txt': paper('31', '05 tháng 3 năm 2024', 'Quyết định này có hiệu lực từ ngày 20 tháng 3 năm 2024.'),
  'b.txt': paper(
    '44',
    '09 tháng 5 năm 2024',
    'Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 12/2019/QĐ-UBND ngày 17/4/2019.',
  ),
  'c.txt': paper('52', '11 tháng 6 năm 2024', 'Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành.'),
})

describe('the day from which a paper is in force', () => {
  it.each([
    ['Quyết định 31/2024/QĐ-UBND có hiệu lực từ ngày nào?', 'answered', '20 tháng 3 năm 2024', '05 tháng 3'],
    [
      'quyet dinh 44/2024/QD-UBND co hieu luc khi nao',
      'answered',
      'kể từ ngày ký; ngày ban hành là 09 tháng 5 năm 2024',
      'hiệu lực từ ngày 17',
    ],
    [
      'Quyết định 52/2024/QĐ-UBND có hiệu lực từ bao giờ',
      'not-found',
      'không nêu ngày có hiệu lực',
      'có hiệu lực từ ngày 11',
    ],
    [
      'Quyết định 31/2024/QĐ-UBND hết hiệu lực ngày nào',
      'not-found',
      'không nêu ngày hết hiệu lực',
      'hiệu lực từ ngày 20',
    ],
  ])('%s', async (question, outcome, words, wrong) => {
    const answer = await ask(question)
    expect(answer.outcome).toBe(outcome)
    expect(answer.text.split('\n')[0]).toContain(words)
    expect(answer.text.split('\n')[0]).not.toContain(wrong)
  })

  it('is told apart from the day of issue in a claim', async () => {
    expect((await ask('Quyết định 31/2024/QĐ-UBND có hiệu lực từ ngày 5/3/2024 đúng không')).text).toMatch(/^Chưa đúng/)
    expect((await ask('Quyết định 31/2024/QĐ-UBND có hiệu lực từ ngày 20/3/2024 đúng không')).text).toMatch(/^Đúng/)
    const cited = await ask('Quyết định 44/2024/QĐ-UBND có hiệu lực từ ngày 17/4/2019 đúng không')
    expect(cited.text).not.toMatch(/^Đúng/)
  })
})

describe('a summary', () => {
  it('begins with what the paper says, not with its letterhead', async () => {
    const { text, citations } = await ask('tóm tắt quyết định 44/2024/QĐ-UBND')
    expect(text).toContain('44/2024/QĐ-UBND')
    expect(citations.map(({ quote }) => quote).join('\n')).not.toMatch(/ỦY BAN NHÂN DÂN|Tuyên Quang, ngày/)
  })
})
