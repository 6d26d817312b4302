import type { Handler } from '../handlers/handler.ts'
import { answerQuestion } from '../handlers/question.ts'
import { handlers } from '../handlers/table.ts'
import type { Answer, Choice } from './answers/answer.ts'
import { spoken } from './answers/compose.ts'
import type { Knowledge } from './knowledge.ts'
import { readQuestion } from './questions/read-question.ts'
import type { Reading } from './questions/reading.ts'

/** A question on its way in. */
export interface Question {
  readonly text: string
  /** Names the conversation that follow-ups refer to; without it every question stands alone. */
  readonly conversation?: string
}

/** Answers questions; the only way from a channel to the handlers. */
export interface Assistant {
  ask(question: Question): Promise<Answer>
}

/** What is remembered of a conversation. */
interface Conversation {
  readonly choices: readonly Choice[]
  readonly at: number
}

/** How long a conversation is remembered after its last question, in milliseconds. */
const memory = 30 * 60_000
/** Most conversations remembered at once; the oldest go first. */
const mostConversations = 10_000

/**
 * @param knowledge the version to answer from, asked anew for every question
 * @param now milliseconds since the epoch
 */
export function createAssistant(knowledge: () => Knowledge, now: () => number = Date.now): Assistant {
  const conversations = new Map<string, Conversation>()
  const recall = (id: string | undefined) => {
    const conversation = id === undefined ? undefined : conversations.get(id)
    return conversation && now() - conversation.at < memory ? conversation : undefined
  }
  return {
    async ask({ text, conversation: id }) {
      const reading = readQuestion(chosen(text, recall(id)?.choices) ?? text)
      const answer = await answerTo(reading, knowledge())
      if (id !== undefined) {
        conversations.delete(id)
        conversations.set(id, { choices: answer.choices, at: now() })
        for (const oldest of conversations.keys()) {
          if (conversations.size <= mostConversations) break
          conversations.delete(oldest)
        }
      }
      return answer
    },
  }
}

/** The question behind a typed number, when the last answer offered choices. */
function chosen(text: string, choices: readonly Choice[] | undefined): string | undefined {
  const digits = /^\s*(\d{1,2})[.)]?\s*$/.exec(text)?.[1]
  return digits === undefined ? undefined : choices?.[Number(digits) - 1]?.question
}

async function answerTo(reading: Reading, knowledge: Knowledge): Promise<Answer> {
  switch (reading.intent) {
    case 'command': {
      const handler = handlers.find(({ command }) => command === reading.command) ?? unknownCommand
      return handler.answer({ reading, argument: reading.text, knowledge })
    }
    case 'help':
      return handlers.find(({ command }) => command === 'trogiup')!.answer({ reading, argument: '', knowledge })
    case 'greeting':
      return spoken(
        'conversation',
        reading,
        `Chào anh/chị. Tôi tra cứu ${knowledge.corpus.documents.length} văn bản đang có và trả lời bằng nguyên văn kèm nguồn. Gõ /trogiup để xem cách dùng.`,
      )
    case 'thanks':
      return spoken('conversation', reading, 'Không có gì ạ. Anh/chị cần tra thêm nội dung nào?')
    case 'empty':
      return spoken('clarify', reading, 'Anh/chị muốn hỏi nội dung gì? Gõ câu hỏi, hoặc /trogiup để xem cách dùng.')
    case 'abuse':
      return spoken(
        'conversation',
        reading,
        'Rất tiếc vì chưa giúp được. Anh/chị cho tôi biết tỉnh hoặc số văn bản cần tra, tôi sẽ hỗ trợ.',
      )
    case 'off-topic':
    case 'instruction':
      return spoken(
        'declined',
        reading,
        'Xin lỗi, tôi chỉ hỗ trợ tra cứu nội dung trong các văn bản đang có; ngoài ra tôi không có thông tin.',
      )
    case 'question':
      return answerQuestion({ reading, argument: reading.text, knowledge })
  }
}

const unknownCommand: Pick<Handler, 'answer'> = {
  async answer({ reading }) {
    return spoken('clarify', reading, `Không có lệnh /${reading.command?.slice(0, 40)}. Gõ /trogiup để xem các lệnh.`)
  },
}
