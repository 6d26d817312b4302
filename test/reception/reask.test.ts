import { expect, it } from 'vitest'
import { createAssistant } from '../../src/assistant.ts'
import { type Knowledge, knowledgeOf } from '../../src/knowledge.ts'
import { openStore } from '../../src/operations/store/open.ts'
import { questionsOf } from '../../src/operations/store/questions.ts'
import { reaskGaps } from '../../src/reception/reask.ts'
import { corpusFrom } from '../support/corpus.ts'
import { dataFolder } from '../support/data-folder.ts'

const forest = 'Kế hoạch trồng rừng\n\nTrồng mới 400 ha rừng phòng hộ ven biển tại các xã bãi ngang.'
const question = 'trồng mới bao nhiêu ha rừng phòng hộ ven biển'

async function library(papers: Readonly<Record<string, string>> = {}): Promise<Knowledge> {
  return knowledgeOf(corpusFrom({ 'a.md': 'Báo cáo thu chi\n\nQuyết toán ngân sách xã năm 2024.', ...papers }))
}

async function gapAskedIn(chat: string) {
  const store = await openStore(dataFolder())
  const questions = questionsOf(store)
  for (const person of ['5', '6']) await questions.keep({ person, chat, question, outcome: 'not-found' })
  await questions.keep({ person: '5', chat, question: 'lịch tiếp công dân của chủ tịch', outcome: 'not-found' })
  const told: { admin: string; text: string }[] = []
  const ask = (knowledge: Knowledge) =>
    reaskGaps({
      questions,
      assistant: createAssistant(() => knowledge),
      admins: ['9', 'zalo:9'],
      tell: async (admin, text) => void told.push({ admin, text }),
    })
  return { questions, told, ask }
}

it('tells each administrator once which questions a new document answers', async () => {
  const { questions, told, ask } = await gapAskedIn('5')
  expect(await ask(await library())).toBe(0)
  expect(told).toEqual([])
  const grown = await library({ 'b.md': forest })
  expect(await ask(grown)).toBe(2)
  expect(await ask(grown)).toBe(0)
  expect(told.map(({ admin }) => admin)).toEqual(['9', 'zalo:9'])
  expect(told[0]!.text.match(/rừng phòng hộ/g)).toHaveLength(1)
  expect(told[0]!.text).toContain('Kế hoạch trồng rừng')
  expect((await questions.gaps()).map((gap) => gap.question)).toEqual(['lịch tiếp công dân của chủ tịch'])
})

it('answers a gap only from what its chat may see, and names no document that the administrator may not', async () => {
  const restricted = `---\ntitle: Kế hoạch mật\nvisibility: [7]\n---\n\n${forest}`
  const grown = await library({ 'b.md': restricted })
  const elsewhere = await gapAskedIn('5')
  expect(await elsewhere.ask(grown)).toBe(0)
  const there = await gapAskedIn('7')
  expect(await there.ask(grown)).toBe(2)
  expect(there.told[0]!.text).toContain('rừng phòng hộ')
  expect(there.told[0]!.text).not.toContain('Kế hoạch mật')
})
