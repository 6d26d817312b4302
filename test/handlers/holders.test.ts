import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'bai-chi-so.txt': `
    Công bố chỉ số cải cách hành chính năm 2024: Thanh Hóa giữ ngôi đầu

    12/5/2025 09:00

    Sáng 12/5, Bộ Nội vụ công bố Chỉ số cải cách hành chính (PAR INDEX) và Chỉ số hài lòng (SIPAS) năm 2024.

    PAR INDEX của các tỉnh

    Đứng đầu là Thanh Hóa với 93,42%; tiếp theo là Hà Nam 92,80%, Lâm Đồng 92,15% và Điện Biên 91,77%. Hưng Yên tăng 8 bậc, lên vị trí 17.

    Ở nhóm cuối, Cao Bằng xếp cuối bảng với 79,03%.

    PAR INDEX của các bộ

    Trong khối bộ, Bộ Công Thương dẫn đầu với 90,12%, xếp thứ hai là Bộ Kế hoạch và Đầu tư với 89,40%.

    SIPAS: mức độ hài lòng

    Địa phương có chỉ số hài lòng cao nhất là Hà Nam với 91,2%, thấp nhất là Lai Châu với 74,8%.
  `,
  'bai-vung.txt': `
    Phú Thọ: Đẩy mạnh chuyển đổi số

    20/3/2025 07:15

    Theo công bố của Bộ Khoa học và Công nghệ, chỉ số chuyển đổi số (DTI) năm 2024 của Phú Thọ xếp thứ 15/63 tỉnh, thành phố. Trong vùng trung du và miền núi phía Bắc, tỉnh đứng thứ 2, sau Thái Nguyên.

    Phấn đấu đến năm 2027, Phú Thọ dẫn đầu vùng về chuyển đổi số.
  `,
  'bao-cao.md': `
    # BÁO CÁO
    ## Kết quả xếp hạng chuyển đổi số của tỉnh Quảng Ngãi năm 2024

    Kết quả xếp hạng mức độ chuyển đổi số của các huyện như sau:

    | Hạng | Huyện, thị xã | Điểm |
    |---|---|---|
    | 1 | Huyện Mẫu Sơn | 88,4 |
    | 2 | Thị xã Thử Đông | 86,1 |
    | 3 | Huyện Ví Tây | 80,9 |
    | … | … | … |
    | 10 | Huyện Bản Nam | 61,7 |

    Kết quả xếp hạng mức độ chuyển đổi số của các sở như sau:

    | Hạng | Sở, ban, ngành | Điểm |
    |---|---|---|
    | 1 | Sở Nội vụ | 95,0 |
    | 2 | Sở Y tế | 91,3 |
    | 3 | Sở Xây dựng | 90,8 |
  `,
})

const first = async (question: string, conversation?: string) =>
  (await ask(question, conversation)).text.split(/\n\n(?=[“H])/)[0]

describe('who holds a place', () => {
  it.each([
    ['Tỉnh nào đứng đầu PAR INDEX 2024?', /^Thanh Hóa đứng đầu \(93,42%\)\.$/],
    ['tinh nao dan dau par index', /^Thanh Hóa đứng đầu \(93,42%\)\.$/],
    ['địa phương nào dẫn đầu chỉ số cải cách hành chính năm 2024', /^Thanh Hóa đứng đầu/],
    ['Tỉnh nào chót bảng CCHC năm 2024?', /^Cao Bằng xếp cuối \(79,03%\)\.$/],
    ['tỉnh nào xếp cuối về PAR INDEX, được bao nhiêu điểm?', /^Cao Bằng xếp cuối \(79,03%\)\.$/],
    ['tỉnh nào xếp thứ 3 PAR INDEX 2024', /^Lâm Đồng xếp thứ 3 \(92,15%\)\.$/],
    ['tỉnh nào xếp thứ tư về cải cách hành chính', /^Điện Biên xếp thứ 4/],
    ['tinh nao xep thu 17 par index', /^Hưng Yên xếp thứ 17/],
    ['bộ nào đứng đầu PAR INDEX', /^Bộ Công Thương đứng đầu \(90,12%\)\.$/],
    ['bộ nào xếp thứ hai PAR INDEX', /^Bộ Kế hoạch và Đầu tư xếp thứ 2 \(89,40%\)\.$/],
    ['tỉnh nào có SIPAS cao nhất', /^Hà Nam cao nhất \(91,2%\)\.$/],
    ['chỉ số hài lòng của địa phương nào thấp nhất', /^Lai Châu thấp nhất \(74,8%\)\.$/],
    [
      'Huyện nào đứng cuối bảng xếp hạng chuyển đổi số của Quảng Ngãi, mấy điểm?',
      /^Huyện Bản Nam ở cuối bảng, hạng 10 \(61,7 điểm\)\.$/,
    ],
    ['huyen nao dung dau chuyen doi so o quang ngai', /^Huyện Mẫu Sơn đứng đầu \(88,4 điểm\)\.$/],
    ['Sở nào xếp thứ 2 về chuyển đổi số ở Quảng Ngãi', /^Sở Y tế xếp thứ 2 \(91,3 điểm\)\.$/],
    ['Tỉnh nào đứng đầu và tỉnh nào chót bảng PAR INDEX 2024?', /^Thanh Hóa đứng đầu \(93,42%\)\.\s+Cao Bằng xếp cuối/],
  ])('%s', async (question, words) => {
    expect(await first(question)).toMatch(words)
  })

  it('is shown with the sentence or the row that says it', async () => {
    expect((await ask('tỉnh nào đứng đầu par index 2024')).citations[0]?.quote).toMatch(/^Đứng đầu là Thanh Hóa/)
    expect((await ask('huyện nào đứng đầu chuyển đổi số ở Quảng Ngãi')).citations[0]?.quote).toContain('Huyện Mẫu Sơn')
  })

  it('is known in a conversation', async () => {
    await ask('Tỉnh nào đứng đầu PAR INDEX 2024?', 'a')
    expect(await first('tỉnh nào chót bảng', 'a')).toMatch(/^Cao Bằng xếp cuối/)
    expect(await first('còn tỉnh nào xếp thứ 2?', 'a')).toMatch(/^Hà Nam xếp thứ 2 \(92,80%\)/)
    await ask('Bộ nào dẫn đầu PAR INDEX?', 'b')
    expect(await first('bộ nào xếp thứ hai', 'b')).toMatch(/^Bộ Kế hoạch và Đầu tư/)
  })

  it('of another year or index is none', async () => {
    expect(await first('Tỉnh nào đứng đầu PAR INDEX 2019?')).not.toMatch(/đứng đầu \(/)
    expect(await first('Tỉnh nào đứng đầu PAPI 2024?')).not.toMatch(/đứng đầu \(/)
    expect(await first('tỉnh nào đứng đầu vùng Tây Nguyên về PAR INDEX 2024?')).not.toMatch(/đứng đầu \(/)
  })
})

describe('the place of one', () => {
  it.each([
    ['Điện Biên xếp thứ mấy PAR INDEX 2024?', /^Điện Biên xếp thứ 4 \(91,77%\)/],
    ['Sở Y tế được bao nhiêu điểm chuyển đổi số ở Quảng Ngãi?', /^Sở Y tế xếp thứ 2 \(91,3 điểm\)/],
    ['huyện Ví Tây xếp hạng mấy về chuyển đổi số, Quảng Ngãi', /^Huyện Ví Tây xếp thứ 3/],
  ])('%s', async (question, words) => {
    expect(await first(question)).toMatch(words)
  })
})

describe('two of one ranking', () => {
  it.each([
    [
      'Hà Nam với Điện Biên tỉnh nào điểm PAR INDEX 2024 cao hơn?',
      /^Hà Nam cao hơn\. Hà Nam xếp thứ 2 \(92,80%\); Điện Biên xếp thứ 4 \(91,77%\)\.$/,
    ],
    ['PAR INDEX 2024 Điện Biên và Lâm Đồng, tỉnh nào thấp hơn', /^Điện Biên thấp hơn\./],
    ['so sánh điểm PAR INDEX của Lâm Đồng và Cao Bằng', /Lâm Đồng xếp thứ 3 \(92,15%\); Cao Bằng xếp cuối/],
    ['huyện Ví Tây với thị xã Thử Đông bên nào xếp cao hơn về chuyển đổi số ở Quảng Ngãi', /^Thị xã Thử Đông cao hơn/],
    ['Điện Biên xếp trên Hà Nam về PAR INDEX 2024 đúng không', /^Chưa đúng\. Theo tài liệu, Điện Biên xếp thứ 4/],
    ['Điện Biên xếp sau Hà Nam về PAR INDEX 2024 phải không', /^Đúng\./],
  ])('%s', async (question, words) => {
    expect(await first(question)).toMatch(words)
  })
})

describe('a place claimed', () => {
  it.each([
    ['Hà Nam đứng đầu PAR INDEX 2024 phải không?', 'Chưa đúng', 'Hà Nam xếp thứ 2'],
    ['ha nam dung dau par index 2024 dung k', 'Chưa đúng', 'Hà Nam xếp thứ 2'],
    ['Có phải Thanh Hóa dẫn đầu PAR INDEX năm 2024 không?', 'Đúng', 'Thanh Hóa đứng đầu'],
    ['Bắc Ninh đứng đầu PAR INDEX 2024 đúng không?', 'Chưa đúng', 'Thanh Hóa đứng đầu'],
    ['Cao Bằng chót bảng PAR INDEX phải không', 'Đúng', 'Cao Bằng xếp cuối'],
    ['Hà Nam chót bảng PAR INDEX 2024 đúng không', undefined, ''],
    ['Bắc Ninh chót bảng PAR INDEX 2024 đúng không', 'Chưa đúng', 'Cao Bằng xếp cuối'],
    ['Thanh Hóa xếp cuối PAR INDEX 2024 đúng không', 'Chưa đúng', 'Thanh Hóa đứng đầu'],
    ['Lâm Đồng xếp thứ ba cải cách hành chính năm 2024 đúng không', 'Đúng', 'Lâm Đồng xếp thứ 3'],
    ['Lâm Đồng xếp thứ 5 PAR INDEX 2024 phải không', 'Chưa đúng', 'Lâm Đồng xếp thứ 3'],
    ['Bộ Kế hoạch và Đầu tư đứng đầu PAR INDEX 2024 phải không', 'Chưa đúng', 'Bộ Kế hoạch và Đầu tư xếp thứ 2'],
    ['Phú Thọ xếp thứ 2 vùng trung du miền núi phía Bắc về chuyển đổi số đúng không', 'Đúng', 'Phú Thọ xếp thứ 2'],
    [
      'Phú Thọ đứng đầu vùng trung du và miền núi phía Bắc về chuyển đổi số đúng không',
      'Chưa đúng',
      'Phú Thọ xếp thứ 2',
    ],
    ['Phú Thọ đứng đầu cả nước về chỉ số chuyển đổi số năm 2024 phải không', 'Chưa đúng', '15/63'],
    ['Sở Y tế đứng đầu chuyển đổi số ở Quảng Ngãi đúng không', 'Chưa đúng', 'Sở Y tế xếp thứ 2'],
    ['Sở Tư pháp đứng đầu chuyển đổi số ở Quảng Ngãi đúng không', 'Chưa đúng', 'Sở Nội vụ đứng đầu'],
    ['huyện Bản Nam đứng cuối chuyển đổi số ở Quảng Ngãi đúng không', 'Đúng', 'Huyện Bản Nam ở cuối bảng'],
  ])('%s', async (question, word, words) => {
    const { outcome, text } = await ask(question)
    if (word === undefined) {
      expect(text).not.toMatch(/^(?:Đúng|Chưa đúng)/)
      return
    }
    expect(text.startsWith(`${word}.`), text).toBe(true)
    expect(outcome).toBe(word === 'Đúng' ? 'answered' : 'corrected')
    expect(text.split(/\n\n(?=[“H])/)[0]).toContain(words)
  })

  it.each([
    // Another year, another index, another region: nothing of it is said.
    'Bắc Ninh đứng đầu PAR INDEX 2019 đúng không',
    'Bắc Ninh đứng đầu PAPI 2024 đúng không',
    'Phú Thọ đứng đầu Đồng bằng sông Hồng về chuyển đổi số đúng không',
    'ông Đào Văn Mẫu đứng đầu Sở Nội vụ đúng không',
  ])('is not judged: %s', async (question) => {
    expect((await ask(question)).text).not.toMatch(/^(?:Đúng|Chưa đúng)/)
  })
})
