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

/** An answer as it was last sent: `took` in milliseconds, said behind the first `length` bytes. */
interface Written {
  readonly bytes: Buffer<ArrayBuffer>
  readonly length: number
  readonly took: number
}

const written = new WeakMap<Answer, Written>()

/**
 * The answer as the interface for programs gives it, in bytes. They are made once for each answer, and changed only where it took
 * another time, to a tenth of a millisecond, than before.
 *
 * @param took milliseconds from the question to its answer
 */
export function answerBody(answer: Answer, took: number): Buffer<ArrayBuffer> {
  const tenths = Math.round(took * 10) / 10
  const last = written.get(answer)
  if (last?.took === tenths) return last.bytes
  const body = last ? last.bytes.subarray(0, last.length) : Buffer.from(JSON.stringify(answerJson(answer)).slice(0, -1))
  const bytes = Buffer.concat([body, Buffer.from(`,"took_ms":${tenths}}`)])
  written.set(answer, { bytes, length: body.length, took: tenths })
  return bytes
}
