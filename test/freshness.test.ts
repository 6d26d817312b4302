import { expect, it } from 'vitest'
import { plainText } from '../src/answers/plain-text.ts'
import { createAssistant } from '../src/assistant.ts'
import { rememberingAnswers } from '../src/channels/web/answer-memory.ts'
import type { Knowledge } from '../src/knowledge.ts'
import { knowledgeOf } from '../src/knowledge.ts'
import { sampleKnowledge } from './channels/web/sample-library.ts'
import { corpusFrom } from './support/corpus.ts'

/** A library found through an engine that may be behind. */
async function library(holding: Promise<Knowledge> = sampleKnowledge()) {
  const knowledge = await holding
  const state = { behind: true }
  const { retriever } = knowledge
  const found: Knowledge = {
    ...knowledge,
    retriever: {
      repair: (text) => retriever.repair(text),
      search: async (request) => ({ ...(await retriever.search(request)), ...(state.behind && { behind: true }) }),
    },
  }
  return { state, knowledge: () => found }
}

const question = { text: '/tim kho dữ liệu' }

it('says in the answer that it may be behind', async () => {
  const { state, knowledge } = await library()
  const assistant = createAssistant(knowledge)
  expect(plainText(await assistant.ask(question))).toContain('có thể chưa gồm văn bản mới nhất')
  state.behind = false
  expect(plainText(await assistant.ask(question))).not.toContain('mới nhất')
})

it('says so also to those who do not see all documents', async () => {
  const open = '# Kế hoạch xây dựng kho dữ liệu\n\nTỉnh xây dựng kho dữ liệu dùng chung trước năm 2030.\n'
  const closed = '---\nvisibility: [-1001]\n---\n\n# Biên bản kiểm kê\n\nKho vật tư còn 12 thùng hàng.\n'
  const { knowledge } = await library(knowledgeOf(corpusFrom({ 'a.md': open, 'b.md': closed })))
  const answer = await createAssistant(knowledge).ask({ ...question, viewer: '-2002' })
  expect(answer.outcome).toBe('answered')
  expect(answer.behind).toBe(true)
})

it('is not remembered', async () => {
  const { state, knowledge } = await library()
  const assistant = rememberingAnswers(createAssistant(knowledge), knowledge)
  expect((await assistant.ask(question)).behind).toBe(true)
  state.behind = false
  expect((await assistant.ask(question)).behind).toBeUndefined()
})
