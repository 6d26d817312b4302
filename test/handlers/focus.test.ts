import { beforeAll, describe, expect, it } from 'vitest'
import { answerJson } from '../../src/answers/answer-json.ts'
import { type Assistant, createAssistant } from '../../src/assistant.ts'
import { type Knowledge, knowledgeOf } from '../../src/knowledge.ts'
import { corpusFrom } from '../support/corpus.ts'

const [firsts, seconds] = [
  'An Bình Cẩm Đại Đông Gia Hòa Kim Long Minh Ngọc Phú Quảng Sơn Tân Thanh Trung Văn Vĩnh Xuân Yên Thạch Nghĩa Thịnh Hưng',
  'Lộc Phước Thành Mỹ Hải Lâm Khê Giang Thượng Hạ Trạch Châu Điền Khánh Lạc Nhân Phong Quang Thắng Tiến Trường Vượng Xá Yên',
].map((names) => names.split(' '))

function nameOf(commune: number): string {
  return `${firsts![commune % 25]} ${seconds![Math.floor(commune / 25)]}`
}

/** Six hundred communes, each with its own figures, and one plan that cites a resolution by number. */
function papers(): Record<string, string> {
  const communes = Array.from({ length: 600 }, (_, i): [string, string] => [
    `xa-${String(i).padStart(3, '0')}.txt`,
    `Báo cáo của xã ${nameOf(i)}\n\nXã ${nameOf(i)} đặt mục tiêu đến năm 2030 kinh tế số chiếm ${(i % 40) + 10}% tổng thu. Toàn xã đã lắp đặt ${i + 3} camera giám sát.\n`,
  ])
  return {
    ...Object.fromEntries(communes),
    'yen-bai.txt':
      'Kế hoạch của tỉnh Yên Bái\n\nTỉnh Yên Bái thực hiện Nghị quyết số 77-NQ/TW ngày 05/6/2021 của Bộ Chính trị, đề ra 9 nhóm nhiệm vụ. Ông Lò Văn Thử Nghiệm, Giám đốc Sở Khoa học và Công nghệ, chủ trì hội nghị.\n',
  }
}

describe('a library of many documents', () => {
  let knowledge: Knowledge
  let assistant: Assistant
  let looked = new Set<string>()

  beforeAll(async () => {
    knowledge = await knowledgeOf(corpusFrom(papers()))
    const { ledger } = knowledge
    const counting: Knowledge = {
      ...knowledge,
      ledger: {
        facts: ledger.facts,
        of(document) {
          looked.add(document)
          return ledger.of(document)
        },
      },
    }
    assistant = createAssistant(() => counting)
  }, 120_000)

  const ask = async (text: string) => {
    looked = new Set()
    return answerJson(await assistant.ask({ text }))
  }

  it.each([
    [`Xã ${nameOf(417)} đặt mục tiêu kinh tế số bao nhiêu phần trăm năm 2030?`, '27%'],
    ['Yên Bái có mấy nhóm nhiệm vụ?', '9'],
    ['Nghị quyết 77-NQ/TW ban hành ngày nào?', '05/6/2021'],
    ['nhung tinh nao thuc hien nghi quyet 77', 'Yên Bái'],
    ['Ông Lò Văn Thử Nghiệm giữ chức vụ gì?', 'Giám đốc Sở Khoa học và Công nghệ'],
    [`/muctieu 2030 xã ${nameOf(233)}`, '43%'],
  ])('%s → %s', async (question, wanted) => {
    const answer = await ask(question)
    expect(answer.outcome).toBe('answered')
    expect(answer.text).toContain(wanted)
    expect(looked.size).toBeLessThan(300)
  })

  it('says in how many documents it looked when there is no answer', async () => {
    const answer = await ask('Vắc xin phòng dại được cấp bao nhiêu liều?')
    expect(answer.outcome).toBe('not-found')
    expect(answer.text).toContain('601 văn bản')
  })
})
