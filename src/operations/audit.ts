import { createHash, randomBytes } from 'node:crypto'
import type { Store } from './store/open.ts'

/** What is written down of those who run the bot. */
type AuditAction =
  | 'import'
  | 'publish'
  | 'withdraw'
  | 'invite'
  | 'join'
  | 'add-member'
  | 'remove-member'
  | 'set-scope'
  | 'change-settings'
  | 'erase'
  /** Written by the audit itself: what is older is past its time. */
  | 'trim'

/** Something that somebody did. Never a question, a name or a token. */
interface Deed {
  /** A person or chat as in `ADMINS`, written down under a pseudonym; or `system`, or `operator` for the command line. */
  readonly actor: string
  readonly action: AuditAction
  /** What it was done to: ids of documents, names of settings, codes of our own making. */
  readonly target: string
}

/** A deed as it stands in the chain. */
interface AuditEntry extends Omit<Deed, 'action'> {
  readonly seq: number
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly action: string
  readonly previous: string
  readonly hash: string
}

/** The append-only log of who did what. Entries are chained by their hashes, so that a change shows. */
export interface Audit {
  /** Resolves when the entry is stored. */
  record(deed: Deed): Promise<void>
  /** The name under which a person or chat stands in it. */
  pseudonym(id: string): Promise<string>
  /** Removes entries from before a time; the removal is an entry itself. */
  trim(before: number): Promise<void>
}

/** Whether the chain holds. */
type AuditVerdict =
  | { readonly kind: 'whole'; readonly entries: number; readonly last: AuditEntry | undefined }
  /** @property seq of the first entry that is not as it was written, or does not follow the one before */
  | { readonly kind: 'broken'; readonly seq: number; readonly reason: 'changed' | 'missing' }

const mostAttempts = 50

export function auditOf(store: Store, now: () => number = Date.now): Audit {
  /** Another process may have appended meanwhile; whoever takes the number first keeps it, the other follows. */
  async function append({ actor, action, target }: Deed): Promise<void> {
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const last = await lastEntry(store)
      const entry = { seq: (last?.seq ?? 0) + 1, at: now(), actor, action, target, previous: last?.hash ?? '' }
      const added = await store
        .insertInto('audit')
        .values({ ...entry, hash: hashOf(entry) })
        .onConflict((conflict) => conflict.column('seq').doNothing())
        .returning('seq')
        .execute()
      if (added.length > 0) return
    }
    throw new Error('the audit could not be appended to')
  }

  return {
    async record({ actor, ...deed }) {
      await append({ ...deed, actor: await pseudonymOf(store, actor) })
    },
    pseudonym: (id) => pseudonymOf(store, id),
    async trim(before) {
      const last = await lastEntry(store)
      const first = await store
        .selectFrom('audit')
        .selectAll()
        .where('at', '>=', before)
        .orderBy('seq')
        .limit(1)
        .executeTakeFirst()
      const kept = first ?? last
      if (!kept || Number(kept.seq) <= 1) return
      const older = await store.selectFrom('audit').select('seq').where('seq', '<', kept.seq).limit(1).execute()
      if (older.length === 0) return
      await append({ actor: 'system', action: 'trim', target: trimmedTo(kept) })
      await store.deleteFrom('audit').where('seq', '<', kept.seq).execute()
    },
  }
}

/**
 * Goes through the chain from its oldest entry. That entries were trimmed at the beginning has to stand in the chain itself; that
 * the newest were cut off shows only beside an entry noted elsewhere.
 *
 * @param noted number and hash of an entry as they were told earlier
 */
export async function verifyAudit(store: Store, noted?: Pick<AuditEntry, 'seq' | 'hash'>): Promise<AuditVerdict> {
  const entries = (await store.selectFrom('audit').selectAll().orderBy('seq').execute()).map(fromRow)
  const [first] = entries
  let before: AuditEntry | undefined
  for (const entry of entries) {
    if (entry.hash !== hashOf(entry)) return { kind: 'broken', seq: entry.seq, reason: 'changed' }
    if (before && entry.seq !== before.seq + 1) return { kind: 'broken', seq: before.seq + 1, reason: 'missing' }
    if (before && entry.previous !== before.hash) return { kind: 'broken', seq: entry.seq, reason: 'changed' }
    before = entry
  }
  if (first && first.seq > 1) {
    const trimmed = entries.some(({ action, target }) => action === 'trim' && target === trimmedTo(first))
    if (!trimmed) return { kind: 'broken', seq: first.seq - 1, reason: 'missing' }
  }
  if (noted && (before?.seq ?? 0) < noted.seq) {
    return { kind: 'broken', seq: (before?.seq ?? 0) + 1, reason: 'missing' }
  }
  const same = noted && entries.find(({ seq }) => seq === noted.seq)
  if (noted && same && same.hash !== noted.hash) return { kind: 'broken', seq: noted.seq, reason: 'changed' }
  return { kind: 'whole', entries: entries.length, last: before }
}

/** The name under which a person or chat stands in the audit; made when it is first needed. */
async function pseudonymOf(store: Store, id: string): Promise<string> {
  if (id === 'system' || id === 'operator') return id
  const made = `p-${randomBytes(6).toString('hex')}`
  await store
    .insertInto('pseudonyms')
    .values({ id, pseudonym: made })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const { pseudonym } = await store
    .selectFrom('pseudonyms')
    .select('pseudonym')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return pseudonym
}

async function lastEntry(store: Store): Promise<AuditEntry | undefined> {
  const row = await store.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row && fromRow(row)
}

/** Some databases give large whole numbers as text. */
function fromRow({
  seq,
  at,
  ...rest
}: Omit<AuditEntry, 'seq' | 'at'> & { seq: number | string; at: number | string }): AuditEntry {
  return { ...rest, seq: Number(seq), at: Number(at) }
}

function hashOf({ seq, at, actor, action, target, previous }: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([seq, at, actor, action, target, previous]))
    .digest('hex')
}

function trimmedTo({ seq, previous }: Pick<AuditEntry, 'seq' | 'previous'>): string {
  return `${seq}:${previous}`
}
