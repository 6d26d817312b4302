import type { Answer } from '../answers/answer.ts'
import { errorFields, type Log } from '../operations/log.ts'
import type { Questions, Verdict } from '../operations/store/questions.ts'
import { opensByName } from '../questions/read-question.ts'

/** What is said to a person who judged an answer. */
export const thanks: Readonly<Record<Verdict, string>> = {
  right: 'Cảm ơn anh/chị đã xác nhận.',
  wrong: 'Cảm ơn anh/chị; người quản trị sẽ xem lại câu trả lời này.',
}

interface Asked {
  readonly person: string
  readonly chat: string
  readonly question: string
}

/**
 * Keeps a question whose answer can be judged.
 *
 * @returns its id; undefined when there is nothing to judge, when questions are not kept, or when the store fails, which keeps no answer back
 */
export async function keepQuestion(
  questions: Questions | undefined,
  asked: Asked,
  { outcome, reading }: Answer,
  log: Pick<Log, 'error'>,
): Promise<string | undefined> {
  const judgeable = outcome === 'answered' || outcome === 'corrected' || outcome === 'not-found'
  if (!questions || !judgeable || opensByName(reading.command)) return undefined
  try {
    const { person, chat, question } = asked
    return await questions.keep({ person, chat, question, outcome })
  } catch (error) {
    log.error('question not kept', errorFields(error))
    return undefined
  }
}
