import { describe, expect, it } from 'vitest'
import { spoken } from '../../../src/answers/compose.ts'
import { answerBody, rememberingAnswers } from '../../../src/channels/web/answer-memory.ts'
import type { Knowledge } from '../../../src/knowledge.ts'
import { readQuestion } from '../../../src/questions/read-question.ts'
import { sampleKnowledge } from './sample-library.ts'

/** An assistant over a version of the documents that can be swapped, and how often it was asked. */
async function watched() {
  const state: { knowledge: Knowledge; asked: number } = { knowledge: await sampleKnowledge(), asked: 0 }
  const assistant = rememberingAnswers(
    {
      async ask({ text }) {
        state.asked++
        return spoken('conversation', readQuestion(text), `Trả lời lần ${state.asked}`)
      },
    },
    () => state.knowledge,
  )
  return { state, assistant }
}

describe('rememberingAnswers', () => {
  it('gives a standalone question the answer it got before', async () => {
    const { state, assistant } = await watched()
    const first = await assistant.ask({ text: 'kho dữ liệu' })
    expect(await assistant.ask({ text: 'kho dữ liệu' })).toBe(first)
    await assistant.ask({ text: 'kho dữ liệu dùng chung' })
    expect(state.asked).toBe(2)
  })

  it('always asks anew within a conversation', async () => {
    const { state, assistant } = await watched()
    await assistant.ask({ text: 'còn An Sơn?', conversation: 'a' })
    await assistant.ask({ text: 'còn An Sơn?', conversation: 'a' })
    await assistant.ask({ text: 'còn An Sơn?' })
    expect(state.asked).toBe(3)
  })

  it('forgets everything when the documents change', async () => {
    const { state, assistant } = await watched()
    const first = await assistant.ask({ text: 'kho dữ liệu' })
    state.knowledge = await sampleKnowledge()
    expect(await assistant.ask({ text: 'kho dữ liệu' })).not.toBe(first)
  })

  it('keeps a bounded number of short questions', async () => {
    const { state, assistant } = await watched()
    const long = 'dài '.repeat(200)
    for (let i = 0; i < 2_001; i++) await assistant.ask({ text: `câu ${i}` })
    await assistant.ask({ text: 'câu 0' })
    await assistant.ask({ text: long })
    await assistant.ask({ text: long })
    expect(state.asked).toBe(2_004)
  })
})

describe('answerBody', () => {
  it('is the answer as JSON with the time of each call', () => {
    const answer = spoken('conversation', readQuestion('xin chào'), 'Chào “anh/chị”')
    const [first, second] = [answerBody(answer, 1.234), answerBody(answer, 20)].map((body) =>
      JSON.parse(body.toString()),
    )
    expect(first).toMatchObject({ outcome: 'conversation', text: 'Chào “anh/chị”', took_ms: 1.2 })
    expect(second).toEqual({ ...first, took_ms: 20 })
  })
})
