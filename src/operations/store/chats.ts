import type { Store } from './open.ts'

/** What is kept of one channel's chats, across restarts. */
export interface Chats {
  /** Ids of the documents that questions in the chat are about; undefined means all. */
  scope(chat: string): Promise<readonly string[] | undefined>
  /** @param documents undefined lifts the limit */
  setScope(chat: string, documents: readonly string[] | undefined): Promise<void>
  isUnreachable(chat: string): Promise<boolean>
  setUnreachable(chat: string, unreachable: boolean): Promise<void>
  /** Gives a chat's settings to the chat that it has become. */
  move(from: string, to: string): Promise<void>
  forget(chat: string): Promise<void>
}

export function chatsOf(store: Store, channel: string, now: () => number = Date.now): Chats {
  const find = (chat: string) =>
    store.selectFrom('chats').selectAll().where('channel', '=', channel).where('chat', '=', chat).executeTakeFirst()
  const change = async (chat: string, values: { scope?: string | null; unreachable?: number | null }) => {
    const changed = now()
    await store
      .insertInto('chats')
      .values({ channel, chat, scope: null, unreachable: null, ...values, changed })
      .onConflict((conflict) => conflict.columns(['channel', 'chat']).doUpdateSet({ ...values, changed }))
      .execute()
  }
  const forget = async (chat: string) => {
    await store.deleteFrom('chats').where('channel', '=', channel).where('chat', '=', chat).execute()
  }
  return {
    async scope(chat) {
      const scope = (await find(chat))?.scope
      // Written by `setScope` alone.
      return scope ? (JSON.parse(scope) as string[]) : undefined
    },
    setScope: (chat, documents) => change(chat, { scope: documents ? JSON.stringify(documents) : null }),
    isUnreachable: async (chat) => typeof (await find(chat))?.unreachable === 'number',
    setUnreachable: (chat, unreachable) => change(chat, { unreachable: unreachable ? now() : null }),
    async move(from, to) {
      const scope = (await find(from))?.scope
      if (scope) await change(to, { scope })
      await forget(from)
    },
    forget,
  }
}
