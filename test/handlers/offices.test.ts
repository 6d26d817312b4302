import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'hop-bao.txt': `
    Cao Bằng: Bàn giải pháp phát triển kinh tế số

    CBO - Chiều 12/3, Phó Chủ tịch UBND tỉnh Nông Văn Thử chủ trì cuộc họp bàn giải pháp phát triển kinh tế số của tỉnh Cao Bằng.

    Bí thư Tỉnh ủy Cao Bằng Hoàng Thị Mẫu nhấn mạnh việc phát triển kinh tế số phải gắn với cải cách hành chính, với đào tạo nguồn nhân lực tại chỗ, với hạ tầng số của các xã vùng cao biên giới và với thương mại điện tử của hợp tác xã.

    Phó Bí thư Tỉnh ủy Lý Văn Ví đề nghị các huyện báo cáo trước ngày 30/4.

    Dự thảo đề ra 12 chỉ tiêu đến năm 2027 và 5 nhóm nhiệm vụ, giải pháp: hoàn thiện thể chế; phát triển hạ tầng số; phát triển nhân lực số; phát triển thương mại điện tử; bảo đảm an toàn thông tin.
  `,
  'lao-cai.txt': `
    Lào Cai: Mục tiêu kinh tế số

    LCO - Dự thảo của tỉnh Lào Cai đề ra mục tiêu đến năm 2027 kinh tế số chiếm 15% GRDP; tỷ lệ hộ dân có cáp quang đạt 80% và tỷ lệ xã có sóng di động đạt 100%.
  `,
})

describe('who holds an office', () => {
  it.each([
    ['ai la chu tich tinh cao bang', 'not-found', 'chỉ nêu Nông Văn Thử, Phó Chủ tịch UBND tỉnh'],
    ['Phó Chủ tịch UBND tỉnh Cao Bằng là ai?', 'answered', 'Nông Văn Thử, Phó Chủ tịch UBND tỉnh.'],
    ['Ai là Bí thư Tỉnh ủy Cao Bằng?', 'answered', 'Hoàng Thị Mẫu, Bí thư Tỉnh ủy Cao Bằng.'],
    ['pho bi thu tinh uy cao bang la ai', 'answered', 'Lý Văn Ví, Phó Bí thư Tỉnh ủy.'],
  ])('%s', async (question, outcome, words) => {
    const { text, ...answer } = await ask(question)
    expect(text).toContain(words)
    expect(answer.outcome).toBe(outcome)
  })

  it('tells a long deed in part, and says so', async () => {
    const [told] = (await ask('Ai nhấn mạnh phát triển kinh tế số phải gắn với cải cách hành chính?')).text.split('\n')
    expect(told).toMatch(/^Hoàng Thị Mẫu, Bí thư Tỉnh ủy Cao Bằng, nhấn mạnh .* …$/)
  })
})

describe('what is named is what is answered', () => {
  it('does not list task groups for indicators', async () => {
    const { text } = await ask('chỉ tiêu năm 2027 của Cao Bằng gồm những gì')
    expect(text).toContain('12 chỉ tiêu')
    expect(text.split('“')[0]).not.toContain('nhóm nhiệm vụ')
  })

  it('says that a place of meeting is not named', async () => {
    const { text } = await ask('Cuộc họp bàn giải pháp phát triển kinh tế số của Cao Bằng ở đâu?')
    expect(text).toContain('tài liệu không nêu địa điểm')
  })

  it('says where it looked, with the words as they were asked', async () => {
    const { text, outcome } = await ask('tỷ lệ hồ sơ đất đai trực tuyến ở Cao Bằng')
    expect(outcome).toBe('not-found')
    expect(text).toContain('Đã tìm trong 1 văn bản về Cao Bằng, theo các từ: tỷ lệ hồ sơ đất đai trực tuyến.')
  })

  it('compares every aim of a year once', async () => {
    const { text } = await ask('so sánh mục tiêu 2027 của Lào Cai và Cao Bằng')
    const line = text.split('\n').find((each) => each.includes('- Lào Cai'))
    expect(line?.match(/80%/g)).toHaveLength(1)
    expect(line).toContain('15% GRDP')
  })
})
