import type { Answer } from '../../answers/answer.ts'
import { answerJson } from '../../answers/answer-json.ts'
import type { Assistant } from '../../assistant.ts'
import type { Knowledge } from '../../knowledge.ts'

/** Questions remembered, and the longest that is, in characters. */
const mostQuestions = 2_000
const longestQuestion = 300

/**
 * An assistant that gives a question asked again the answer it got before. The same question on the same documents always has the same
 * answer, as long as it stands alone; questions of a conversation are always asked anew, since the assistant follows what was said.
 */
export function rememberingAnswers(assistant: Assistant, knowledge: () => Knowledge | undefined): Assistant {
  let version: Knowledge | undefined
  const answers = new Map<string, Answer>()
  return {
    async ask(question) {
      const { text, conversation } = question
      if (conversation !== undefined || text.length > longestQuestion) return assistant.ask(question)
      if (version !== knowledge()) answers.clear()
      version = knowledge()
      const remembered = answers.get(text)
      if (remembered) return remembered
      const askedOf = version
      const answer = await assistant.ask(question)
      if (askedOf === version && !answer.behind) answers.set(text, answer)
      for (const oldest of answers.keys()) {
        if (answers.size <= mostQuestions) break
        answers.delete(oldest)
      }
      return answer
    },
  }
}

const written = new WeakMap<Answer, Buffer>()

/**
 * The answer as the interface for programs gives it, in bytes; all but the time is written out once for each answer.
 *
 * @param took milliseconds from the question to its answer
 */
export function answerBody(answer: Answer, took: number): Buffer<ArrayBuffer> {
  let body = written.get(answer)
  if (!body) {
    body = Buffer.from(JSON.stringify(answerJson(answer)).slice(0, -1))
    written.set(answer, body)
  }
  return Buffer.concat([body, Buffer.from(`,"took_ms":${Math.round(took * 100) / 100}}`)])
}
