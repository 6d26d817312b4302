import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import { answerJson } from '../../src/answers/answer-json.ts'
import { answerHtml } from '../../src/answers/html.ts'
import { splitRichText, telegramText } from '../../src/answers/telegram.ts'
import { zaloParts } from '../../src/answers/zalo.ts'
import { type Assistant, createAssistant } from '../../src/assistant.ts'
import { brief } from '../../src/channels/brief.ts'
import { quoteOf } from '../../src/channels/neighbours.ts'
import { type Knowledge, loadKnowledge } from '../../src/knowledge.ts'
import { addressedText } from '../../src/questions/address.ts'
import { readQuestion } from '../../src/questions/read-question.ts'
import { fuzz } from './fuzzing.ts'
import { anyText, damaged } from './hostile.ts'

const documents = new URL('../fixtures/exam/documents/', import.meta.url).pathname
const asked = readFileSync(new URL('../fixtures/exam/questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question)
const question = fc.oneof({ weight: 3, arbitrary: damaged(asked) }, { weight: 2, arbitrary: anyText() })

/** Longest answer to any question, in characters: outlines and lists of targets are the longest. */
const longestAnswer = 60_000

let knowledge: Knowledge
let assistant: Assistant
beforeAll(async () => {
  knowledge = await loadKnowledge(documents)
  assistant = createAssistant(() => knowledge)
})

describe('any question', () => {
  fuzz('reading a question', 12_000, question, (text) => {
    const reading = readQuestion(text)
    expect(reading.text.length).toBeLessThanOrEqual(2000)
    expect(reading.text).not.toMatch(/[\u0000-\u001f]/)
    addressedText(text, '@bot')
  })

  fuzz('a question alone', 3_000, question, async (text) => keepsPromises(await assistant.ask({ text })))

  fuzz('a conversation', 300, fc.array(question, { minLength: 2, maxLength: 4 }), async (turns) => {
    const talking = createAssistant(() => knowledge)
    for (const text of turns) keepsPromises(await talking.ask({ text, conversation: 'a' }))
  })
})

function keepsPromises(answer: Answer): void {
  for (const { quote, header } of answer.citations) {
    for (const shown of header ? [quote, header] : [quote]) {
      expect(shown.text).toBe(shown.document.text.slice(shown.start, shown.end))
      expect(shown.text).not.toBe('')
    }
    expect(quoteOf(quote.code, knowledge)?.text).toBe(quote.text)
  }
  const json = answerJson(answer)
  expect(json.text.length).toBeLessThanOrEqual(longestAnswer)
  if (answer.outcome !== 'ignored') expect(json.text.trim()).not.toBe('')
  for (const { quote, code } of json.citations) {
    // Under a list a line names the source of its items; they may come from several sentences of it.
    const within = json.citations.some(
      (other) => other.quote !== quote && quote.includes(other.quote) && json.text.includes(other.quote),
    )
    expect(json.text.includes(quote) || json.text.includes(code) || within, quote).toBe(true)
  }
  for (const { citation } of json.facts) expect(json.citations[citation]).toBeDefined()
  canBeShown(answer)
  canBeShown(brief(answer).answer)
}

/** On a page, in Telegram and in Zalo, as they take it. */
function canBeShown(answer: Answer): void {
  const page = answerHtml(answer, {
    passage: ({ code }) => `#${code}`,
    document: (id) => `#${id}`,
    question: encodeURIComponent,
  }).source
  expect(page).not.toMatch(/<script|<img|onerror=/i)
  expect(page).not.toMatch(/[\u0000-\u0008\u000b\u000e-\u001f]/)
  for (const { text, entities } of splitRichText(telegramText(answer), 4096)) {
    expect(text.length).toBeLessThanOrEqual(4096)
    expect(text.trim()).not.toBe('')
    expect(text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
    for (const { offset, length } of entities) {
      expect(length).toBeGreaterThan(0)
      expect(offset + length).toBeLessThanOrEqual(text.length)
    }
  }
  for (const { text, styles } of zaloParts(answer, 2000)) {
    expect(text.length).toBeLessThanOrEqual(2000)
    expect(text.trim()).not.toBe('')
    expect(text).not.toMatch(/\p{Surrogate}/u)
    for (const { start, len } of styles) expect(start + len).toBeLessThanOrEqual(text.length)
  }
}
