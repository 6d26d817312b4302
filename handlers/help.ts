import type { AnswerBlock } from '../src/answers/answer.ts'
import { answerOf } from '../src/answers/compose.ts'
import type { Handler } from './handler.ts'

/** Help lists the handlers it is given, itself among them. */
export function helpFor(others: readonly Handler[]): Handler {
  const help: Handler = {
    command: 'trogiup',
    summary: 'Hướng dẫn sử dụng',
    usage: '/trogiup',
    async answer({ reading, knowledge }) {
      const blocks: AnswerBlock[] = [
        {
          kind: 'statement',
          text: `Tôi tra cứu ${knowledge.corpus.documents.length} văn bản đang có và trả lời bằng nguyên văn kèm nguồn. Anh/chị cứ hỏi tự nhiên, có dấu hay không dấu đều được.`,
        },
        { kind: 'list', ordered: false, items: [...others, help].map(({ usage, summary }) => `${usage} – ${summary}`) },
      ]
      return answerOf('conversation', reading, { blocks })
    },
  }
  return help
}
