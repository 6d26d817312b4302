import type { Answer } from './answers/answer.ts'
import type { Knowledge } from './knowledge.ts'

const remark =
  'Máy chủ tìm kiếm chung chưa trả lời; kết quả trên tìm trong bản lưu của máy này, có thể chưa gồm văn bản mới nhất.'

/**
 * Makes an answer and says so in it when one of its searches was answered from a copy that may not hold the newest documents.
 */
export async function withFreshness(
  knowledge: Knowledge,
  answerFrom: (knowledge: Knowledge) => Promise<Answer>,
): Promise<Answer> {
  const { retriever } = knowledge
  let behind = false
  const answer = await answerFrom({
    ...knowledge,
    retriever: {
      repair: (text) => retriever.repair(text),
      async search(request) {
        const result = await retriever.search(request)
        behind ||= result.behind === true
        return result
      },
    },
  })
  return behind ? { ...answer, behind, blocks: [...answer.blocks, { kind: 'note', text: remark }] } : answer
}
