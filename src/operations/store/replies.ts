import type { Store } from './open.ts'
import { retention } from './retention.ts'

/** Which messages of ours answer which message: an edited question gets its answer edited. */
export interface Replies {
  remember(chat: string, question: string, messages: readonly number[]): Promise<void>
  /** Undefined when there was no answer, or too long ago. */
  find(chat: string, question: string): Promise<readonly number[] | undefined>
}

export function repliesOf(store: Store, channel: string, now: () => number = Date.now): Replies {
  return {
    async remember(chat, question, messages) {
      const values = { messages: JSON.stringify(messages), sent: now() }
      await store
        .insertInto('replies')
        .values({ channel, chat, question, ...values })
        .onConflict((conflict) => conflict.columns(['channel', 'chat', 'question']).doUpdateSet(values))
        .execute()
    },
    async find(chat, question) {
      const row = await store
        .selectFrom('replies')
        .select('messages')
        .where('channel', '=', channel)
        .where('chat', '=', chat)
        .where('question', '=', question)
        .where('sent', '>', now() - retention.replies)
        .executeTakeFirst()
      // Written by `remember` alone.
      return row && (JSON.parse(row.messages) as number[])
    },
  }
}
