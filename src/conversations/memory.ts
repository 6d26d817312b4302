import type { Answer } from '../answers/answer.ts'
import type { Corpus } from '../library/corpus.ts'
import { retention } from '../operations/store/retention.ts'
import type { Turn } from '../questions/follow-up.ts'

/** What is remembered of a conversation. */
export interface Conversation extends Turn {
  /** Provinces of which it has been said what they belong to today. */
  readonly noted: ReadonlySet<string>
  /** How many lines of the answer's lists were shown, while there are more. */
  readonly shown?: number
}

/** Where conversations are remembered between their questions. */
export interface Conversations {
  /** Undefined when there was none, or too long ago. @param corpus the documents that may be shown there now */
  recall(id: string, corpus: Pick<Corpus, 'document'>): Promise<Conversation | undefined>
  keep(id: string, conversation: Conversation): Promise<void>
}

/** What later questions can refer to; the words of the answer are not among it. */
export type Remembered = Omit<Answer, 'blocks'>

/** Most conversations remembered at once; the oldest go first. */
const mostConversations = 10_000

/** @param now milliseconds since the epoch */
export function conversationsInMemory(now: () => number = Date.now): Conversations {
  const conversations = new Map<string, { readonly conversation: Conversation; readonly at: number }>()
  return {
    async recall(id) {
      const kept = conversations.get(id)
      return kept && now() - kept.at < retention.conversations ? kept.conversation : undefined
    },
    async keep(id, conversation) {
      conversations.delete(id)
      conversations.set(id, { conversation, at: now() })
      for (const oldest of conversations.keys()) {
        if (conversations.size <= mostConversations) break
        conversations.delete(oldest)
      }
    },
  }
}
