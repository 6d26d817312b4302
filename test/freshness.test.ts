import { expect, it } from 'vitest'
import { plainText } from '../src/answers/plain-text.ts'
import { createAssistant } from '../src/assistant.ts'
import { rememberingAnswers } from '../src/channels/web/answer-memory.ts'
import type { Knowledge } from '../src/knowledge.ts'
import { sampleKnowledge } from './channels/web/sample-library.ts'

/** The sample library, found through an engine that may be behind. */
async function library() {
  const knowledge = await sampleKnowledge()
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

it('is not remembered', async () => {
  const { state, knowledge } = await library()
  const assistant = rememberingAnswers(createAssistant(knowledge), knowledge)
  expect((await assistant.ask(question)).behind).toBe(true)
  state.behind = false
  expect((await assistant.ask(question)).behind).toBeUndefined()
})
