import { randomBytes } from 'node:crypto'
import { SqliteAdapter, sql } from 'kysely'
import type { Store } from './open.ts'

/** A person on a platform. */
interface Person {
  readonly channel: string
  /** The platform's own id, which is that of the private chat too. */
  readonly id: string
  /** As in the settings. */
  readonly settingId: string
}

/**
 * Removes everything that is kept of a person: what was asked, how it was judged, settings of the private chat, membership, the name
 * in the audit. What is only counted stays, under no name.
 *
 * @param keepsName whether the pseudonym in the audit goes on standing for the person: administrators answer for what they did
 */
export async function eraseTraces(store: Store, { channel, id, settingId }: Person, keepsName: boolean): Promise<void> {
  const lanes = [`chat:${id}`, `buttons:${id}`, `inline:${id}`]
  await store.transaction().execute(async (within) => {
    await within
      .deleteFrom('questions')
      .where(({ eb, or }) => or([eb('person', '=', settingId), eb('chat', '=', settingId)]))
      .execute()
    await within.deleteFrom('follow_ups').where('person', '=', settingId).execute()
    await within.deleteFrom('replies').where('channel', '=', channel).where('chat', '=', id).execute()
    await within.deleteFrom('chats').where('channel', '=', channel).where('chat', '=', id).execute()
    await within.deleteFrom('members').where('id', '=', settingId).execute()
    if (!keepsName) await within.deleteFrom('pseudonyms').where('id', '=', settingId).execute()
    await within
      .updateTable('sent_messages')
      .set({ chat: `erased-${randomBytes(6).toString('hex')}` })
      .where('channel', '=', channel)
      .where('chat', '=', id)
      .execute()
    const conversation = (column: 'id' | 'conversation') =>
      sql<boolean>`(${sql.ref(column)} = ${`${channel}:${id}`} or ${sql.ref(column)} like ${`${literal(channel)}:%:${literal(id)}`} escape '!')`
    await within.deleteFrom('conversations').where(conversation('id')).execute()
    await within.deleteFrom('menus').where(conversation('conversation')).execute()
    await within
      .deleteFrom('budgets')
      .where(({ or }) =>
        or([id, settingId].map((key) => sql<boolean>`id like ${`${literal(channel)} % ${literal(key)}`} escape '!'`)),
      )
      .execute()
    await within
      .updateTable('inbox')
      .set({ lane: '' })
      .where('channel', '=', channel)
      .where('lane', 'in', lanes)
      .where('state', 'in', ['done', 'failed'])
      .execute()
  })
  await scrub(store, true)
}

/** A text as a pattern that matches nothing else. */
function literal(text: string): string {
  return text.replace(/[!%_]/g, '!$&')
}

/**
 * Takes what was deleted out of the embedded file and its journal; what is deleted is overwritten there as it goes. PostgreSQL does this
 * by itself.
 *
 * @param whole rewrites the file, for what was deleted before it was overwritten at once
 */
export async function scrub(store: Store, whole = false): Promise<void> {
  if (!(store.getExecutor().adapter instanceof SqliteAdapter)) return
  if (whole) await sql`vacuum`.execute(store)
  await sql`pragma wal_checkpoint(truncate)`.execute(store)
}
