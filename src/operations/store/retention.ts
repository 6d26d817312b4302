import { auditOf } from '../audit.ts'
import { scrub } from './erase.ts'
import { type Keeping, usualKeeping } from './keeping.ts'
import type { Store } from './open.ts'

const day = 24 * 3_600_000

/** How long entries are kept, in milliseconds. */
export const retention = {
  /** Longer than any platform delivers the same thing again. */
  inbox: 2 * day,
  buttons: 30 * day,
  /** As long as an edited question gets its answer edited. */
  replies: day,
  /** After the last question. */
  conversations: 30 * 60_000,
  menus: day,
} as const

/** Removes what is past its time. */
export async function forgetOld(store: Store, now: number, keeping: Keeping = usualKeeping): Promise<void> {
  const { questionsDays, auditDays } = keeping
  await store
    .deleteFrom('inbox')
    .where('state', 'in', ['done', 'failed'])
    .where('received', '<', now - retention.inbox)
    .execute()
  await store
    .deleteFrom('follow_ups')
    .where('created', '<', now - Math.min(retention.buttons, Math.max(1, questionsDays) * day))
    .execute()
  await store
    .deleteFrom('replies')
    .where('sent', '<', now - retention.replies)
    .execute()
  await store
    .deleteFrom('conversations')
    .where('at', '<', now - retention.conversations)
    .execute()
  await store
    .deleteFrom('menus')
    .where('at', '<', now - retention.menus)
    .execute()
  await store.deleteFrom('budgets').where('until', '<', now).execute()
  await store.deleteFrom('rates').where('until', '<', now).execute()
  await store
    .deleteFrom('questions')
    .where('asked', '<', now - questionsDays * day)
    .execute()
  await store.deleteFrom('invitations').where('expires', '<', now).execute()
  await auditOf(store, () => now).trim(now - auditDays * day)
  await scrub(store)
}
