import type { Assistant } from '../assistant.ts'
import type { Document } from '../library/document.ts'
import { isVisible } from '../library/visibility.ts'
import type { KeptQuestion, Questions } from '../operations/store/questions.ts'
import { groupAlike } from './alike.ts'
import { clip } from './questions-commands.ts'

interface Parts {
  readonly questions: Questions
  readonly assistant: Assistant
  /** Ids of the administrators. */
  readonly admins: readonly string[]
  /** Tells one of them. */
  tell(admin: string, text: string): Promise<void>
}

/** Most questions told of at once. */
const mostTold = 10

/**
 * Asks the questions without an answer again, each as the chat where it was asked may see it, and tells the administrators which of them
 * the documents answer by now. To be called when the documents have changed. Each question is told of once, by one process.
 *
 * @returns how many questions are answered by now
 */
export async function reaskGaps({ questions, assistant, admins, tell }: Parts): Promise<number> {
  const answered = new Map<string, { gap: KeptQuestion; documents: readonly Document[] }>()
  for (const gap of await questions.gaps()) {
    const viewer = gap.chat.startsWith('web:') ? 'web' : gap.chat
    const { outcome, citations } = await assistant.ask({ text: gap.question, viewer })
    if (outcome !== 'answered' && outcome !== 'corrected') continue
    answered.set(gap.id, { gap, documents: [...new Set(citations.map(({ quote }) => quote.document))] })
  }
  const closed = (await questions.close([...answered.keys()])).flatMap((id) => answered.get(id) ?? [])
  if (closed.length === 0) return 0
  const groups = groupAlike(closed.map(({ gap, documents }) => ({ question: gap.question, documents })))
  for (const admin of admins) {
    const lines = groups.slice(0, mostTold).map(({ example }) => {
      const titles = example.documents
        .filter((document) => isVisible(document, admin))
        .map(({ metadata }) => metadata.title)
      return `- “${clip(example.question)}”${titles.length > 0 ? ` (trong: ${titles.join('; ')})` : ''}`
    })
    const more = groups.length > mostTold ? [`… và ${groups.length - mostTold} nội dung khác.`] : []
    await tell(admin, ['Văn bản mới đã trả lời được câu hỏi trước đây chưa tìm thấy:', ...lines, ...more].join('\n'))
  }
  return closed.length
}
