import type { Store } from './open.ts'

/** What a channel has sent, counted for the limits of the platform's plan. */
interface SentTotals {
  /** Messages of the month. */
  readonly messages: number
  /** People and groups that were ever written to. */
  readonly people: number
  readonly groups: number
}

/** Counts what one channel sends, across restarts. */
export interface SentMessages {
  /** @param month such as "2026-11" */
  count(chat: string, group: boolean, month: string): Promise<void>
  totals(month: string): Promise<SentTotals>
  /** Whether a notice with this name is given now for the first time. */
  firstTime(notice: string): Promise<boolean>
}

export function sentMessagesOf(store: Store, channel: string, now: () => number = Date.now): SentMessages {
  return {
    async count(chat, group, month) {
      await store
        .insertInto('sent_messages')
        .values({ channel, chat, month, is_group: group ? 1 : 0, messages: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['channel', 'chat', 'month'])
            .doUpdateSet((with_) => ({ messages: with_('sent_messages.messages', '+', 1) })),
        )
        .execute()
    },
    async totals(month) {
      const ofMonth = await store
        .selectFrom('sent_messages')
        .select(({ fn }) => fn.sum<number | null>('messages').as('messages'))
        .where('channel', '=', channel)
        .where('month', '=', month)
        .executeTakeFirst()
      const chats = await store
        .selectFrom('sent_messages')
        .select(['chat', 'is_group'])
        .distinct()
        .where('channel', '=', channel)
        .execute()
      const groups = chats.filter(({ is_group: group }) => group === 1).length
      return { messages: Number(ofMonth?.messages ?? 0), people: chats.length - groups, groups }
    },
    async firstTime(notice) {
      const added = await store
        .insertInto('notices')
        .values({ channel, notice, told: now() })
        .onConflict((conflict) => conflict.columns(['channel', 'notice']).doNothing())
        .returning('notice')
        .execute()
      return added.length > 0
    },
  }
}
