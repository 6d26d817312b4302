import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerJson } from '../../src/answers/answer-json.ts'
import { createAssistant } from '../../src/assistant.ts'
import { loadKnowledge } from '../../src/knowledge.ts'

const knowledge = await loadKnowledge(join(import.meta.dirname, '..', 'fixtures', 'exam', 'documents'))
const assistant = createAssistant(() => knowledge)
const ask = async (text: string) => answerJson(await assistant.ask({ text }))

/** Question, the first word of the answer, and what it has to say. */
const cases: Readonly<Record<string, readonly (readonly [string, 'Đúng' | 'Chưa đúng', string])[]>> = {
  'who issued a paper': [
    ['Nghị quyết 27-NQ/TU do UBND tỉnh Lào Cai ban hành đúng không?', 'Chưa đúng', 'Ban Chấp hành Đảng bộ tỉnh'],
    ['Nghị quyết 27-NQ/TU do Ban Chấp hành Đảng bộ tỉnh Lào Cai ban hành phải không?', 'Đúng', 'Ban Chấp hành'],
    ['NQ 57 do Chính phủ ban hành đúng không?', 'Chưa đúng', 'Bộ Chính trị'],
    ['nghi quyet 57 do bo chinh tri ban hanh phai khong', 'Đúng', 'Bộ Chính trị'],
    ['Quyết định 749 do Bộ Thông tin và Truyền thông ban hành phải không', 'Chưa đúng', 'Thủ tướng Chính phủ'],
    ['Kế hoạch Hải Dương do Tỉnh ủy ban hành đúng không', 'Chưa đúng', 'Ủy ban nhân dân tỉnh Hải Dương'],
  ],
  'the day of a paper': [
    ['Nghị quyết 27-NQ/TU ban hành ngày 16/12/2021 đúng không?', 'Chưa đúng', '06/12/2021'],
    ['Nghị quyết 27-NQ/TU của Lào Cai ban hành ngày 06/12/2021 đúng không?', 'Đúng', '06/12/2021'],
    ['kế hoạch của Bến Tre ban hành ngày 9/5/2022 phải không', 'Chưa đúng', '09 tháng 5 năm 2023'],
    ['Nghị quyết 14 của An Giang có hiệu lực từ ngày 12/7/2022 đúng không', 'Chưa đúng', '22 tháng 7 năm 2022'],
    ['Nghị quyết 14 của An Giang có hiệu lực từ ngày 22/7/2022 đúng không', 'Đúng', '22 tháng 7 năm 2022'],
  ],
  'the day of a meeting': [
    ['hội nghị sơ kết ở Phú Yên tổ chức ngày 23/11/2023 phải không', 'Chưa đúng', '22/11/2023'],
    ['hoi nghi so ket phu yen to chuc ngay 22/11/2023 phai khong', 'Đúng', '22/11/2023'],
    ['cuộc họp về dự thảo ở Bình Thuận diễn ra ngày 10/9 đúng không', 'Chưa đúng', '9/9'],
  ],
  'whose paper a number is': [
    ['kế hoạch 2385/KH-UBND là của Hà Tĩnh đúng không?', 'Chưa đúng', 'Bến Tre'],
    ['chỉ thị 12-CT/TU là của Yên Bái đúng không', 'Đúng', 'Yên Bái'],
  ],
  'who did something': [
    ['ông Đào Văn Mẫu chủ trì hội nghị sơ kết ở Phú Yên đúng không?', 'Đúng', 'Đào Văn Mẫu'],
    ['bà Huỳnh Thị Thí Nghiệm chủ trì hội nghị sơ kết ở Phú Yên đúng không?', 'Chưa đúng', 'Đào Văn Mẫu'],
    ['ông Hoàng Không Có chủ trì hội nghị sơ kết ở Phú Yên đúng không?', 'Chưa đúng', 'Đào Văn Mẫu'],
    ['hội nghị Phú Yên do Chủ tịch UBND tỉnh chủ trì đúng không', 'Chưa đúng', 'Phó Chủ tịch UBND tỉnh'],
    ['Hội nghị công bố nghị quyết ở Lào Cai do Bí thư Tỉnh ủy chủ trì phải không?', 'Chưa đúng', 'Vàng Seo Mẫu'],
    ['Ông Trần Ước Lệ đề nghị bổ sung du lịch thông minh đúng không', 'Đúng', 'Trần Ước Lệ'],
    ['Bà Lê Thị Quy Ước đề nghị bổ sung nội dung du lịch thông minh phải không?', 'Chưa đúng', 'Trần Ước Lệ'],
    ['ông Lê Văn Tưởng Tượng ký kế hoạch 2385 đúng không?', 'Chưa đúng', 'Nguyễn Thị Ví Dụ'],
    ['Nguyễn Thị Ví Dụ ký kế hoạch 2385 đúng không?', 'Đúng', 'Nguyễn Thị Ví Dụ'],
  ],
  'what somebody with an office did': [
    ['Phó Chủ tịch UBND tỉnh Đào Văn Mẫu chủ trì hội nghị sơ kết ở Phú Yên đúng không?', 'Đúng', 'chủ trì'],
  ],
  'which office has a task': [
    ['Công an tỉnh chủ trì số hóa dữ liệu hộ tịch ở Bến Tre đúng không', 'Chưa đúng', 'Sở Tư pháp'],
    ['Sở Tư pháp chủ trì số hóa dữ liệu hộ tịch ở Bến Tre đúng không', 'Đúng', 'Sở Tư pháp'],
    [
      'Sở Thông tin và Truyền thông chủ trì phát triển thương mại điện tử ở Hải Dương đúng không',
      'Chưa đúng',
      'Sở Công Thương',
    ],
    ['Sở Y tế chủ trì chỉ tiêu bệnh án điện tử Đồng Tháp phải không', 'Đúng', 'Sở Y tế'],
  ],
  'a place in a ranking': [
    ['xã hội số Thái Nguyên tăng 4 bậc phải không', 'Đúng', 'tăng 4 bậc'],
    ['Thái Nguyên tăng 2 bậc về chuyển đổi số đúng không?', 'Chưa đúng', 'giảm 2 bậc'],
    ['Thái Nguyên PAR INDEX giảm 1 bậc phải không', 'Chưa đúng', 'tăng 1 bậc'],
    ['PCI Thái Nguyên xếp thứ 20 đúng không', 'Chưa đúng', '24/63'],
    ['Thái Nguyên xếp thứ 9/63 về cải cách hành chính đúng không', 'Đúng', '9/63'],
    ['Thái Nguyên đứng đầu về kinh tế số phải không', 'Chưa đúng', 'thứ 11'],
    ['Trà Vinh giảm 7 bậc chuyển đổi số phải không?', 'Chưa đúng', 'tăng 7 bậc'],
  ],
  'which of two is higher': [
    ['Bạc Liêu có tỷ lệ hồ sơ trực tuyến thấp hơn Trà Vinh đúng không?', 'Đúng', 'Bạc Liêu 66%, Trà Vinh 74,5%'],
    ['Bạc Liêu có tỷ lệ hồ sơ trực tuyến cao hơn Trà Vinh đúng không?', 'Chưa đúng', 'Bạc Liêu 66%, Trà Vinh 74,5%'],
    ['Trà Vinh xếp hạng chuyển đổi số cao hơn Bạc Liêu phải không', 'Đúng', '19/63'],
    ['Bạc Liêu xếp hạng chuyển đổi số cao hơn Trà Vinh phải không', 'Chưa đúng', '41/63'],
    ['số nhóm nhiệm vụ của Lào Cai ít hơn Bình Thuận đúng không', 'Đúng', 'Bình Thuận 08'],
  ],
  'a number that a question takes for granted': [
    ['9 nhóm nhiệm vụ của Lào Cai là gì?', 'Chưa đúng', '06 nhóm nhiệm vụ'],
    ['liệt kê 9 nhóm nhiệm vụ của Bình Thuận', 'Chưa đúng', '08 nhóm nhiệm vụ'],
    ['20 chỉ tiêu đến năm 2025 của Bình Thuận là gì', 'Chưa đúng', '15 chỉ tiêu'],
    ['5 lĩnh vực ưu tiên của Lào Cai là gì', 'Chưa đúng', 'bốn lĩnh vực ưu tiên'],
    ['4 tru cot chuyen doi so cua lao cai la gi', 'Chưa đúng', 'ba trụ cột'],
    ['6 lĩnh vực Bạc Liêu và Trà Vinh hợp tác là gì?', 'Chưa đúng', '5 lĩnh vực'],
    ['5 nhóm giải pháp trong đề án của Kon Tum là gì', 'Chưa đúng', '4 nhóm giải pháp'],
  ],
}

for (const [what, questions] of Object.entries(cases)) {
  describe(`a claim about ${what}`, () => {
    it.each(questions)('%s', async (question, word, fact) => {
      const { outcome, text, citations } = await ask(question)
      expect(text.startsWith(`${word}.`), text).toBe(true)
      expect(outcome).toBe(word === 'Đúng' ? 'answered' : 'corrected')
      expect(text).toContain(fact)
      expect(citations.length).toBeGreaterThan(0)
    })
  })
}

describe('no verdict is given', () => {
  it.each([
    // The number is right, and so it is no claim to be corrected.
    '6 nhóm nhiệm vụ của Lào Cai là gì?',
    '3 trụ cột chuyển đổi số của Lào Cai là gì',
    // The papers say nothing of it.
    'ông Đào Văn Mẫu đề nghị mua xe công đúng không',
    'Thái Nguyên tăng 3 bậc về chỉ số xanh phải không',
    // The chair is a person; the board only gives the meeting its name.
    'phiên họp Ban Chỉ đạo cải cách hành chính Phú Yên do Thủ tướng chủ trì phải không',
    'Kế hoạch 301 do HĐND tỉnh nào ban hành',
    'Ai chủ trì hội nghị sơ kết ở Phú Yên?',
  ])('%s', async (question) => {
    expect((await ask(question)).text).not.toMatch(/^(?:Đúng|Chưa đúng|Không, chưa đúng)/)
  })

  it('on a number of a province of which there is no paper, but whose it is is said', async () => {
    const { outcome, text } = await ask('chương trình 118-CTr/TU của Hà Tĩnh?')
    expect(outcome).toBe('corrected')
    expect(text).toMatch(/^Tài liệu không nêu chương trình 118-CTr\/TU của Hà Tĩnh; .* của Quảng Trị\./)
  })
})
