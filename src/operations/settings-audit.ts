import { createHmac, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { auditOf } from './audit.ts'
import type { Store } from './store/open.ts'

/** A setting as it is in force, by how it may be written down: as it is; people and chats under their pseudonyms; secrets not at all. */
export type SettingValue =
  | { readonly kind: 'plain'; readonly value: string }
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'secret'; readonly value: string }

const stretch = promisify<string, string, number, Buffer>(scrypt)

/**
 * Writes to the audit which settings differ from those of the start before, each once, whichever instance starts first. Of a first start
 * they are only noted.
 *
 * @param settings by their names
 */
export async function auditSettings(
  store: Store,
  settings: ReadonlyMap<string, SettingValue>,
  now: () => number = Date.now,
): Promise<void> {
  const rows = await store.selectFrom('settings').select(['name', 'noted']).execute()
  const before = new Map(rows.map(({ name, noted }) => [name, noted]))
  for (const [name, value] of settings) {
    const old = before.get(name)
    const noted = await notedAs(store, value, old)
    if (noted === old) continue
    await store.transaction().execute(async (within) => {
      if (!(await note(within, name, old, noted)) || old === undefined) return
      await auditOf(within, now).record({
        actor: 'operator',
        action: 'change-settings',
        target: `${name}: ${difference(value, old, noted)}`,
      })
    })
  }
}

/** False when another instance was first. */
async function note(store: Store, name: string, old: string | undefined, noted: string): Promise<boolean> {
  const done =
    old === undefined
      ? store
          .insertInto('settings')
          .values({ name, noted })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .returning('name')
      : store.updateTable('settings').set({ noted }).where('name', '=', name).where('noted', '=', old).returning('name')
  return (await done.execute()).length > 0
}

/** What is noted of people and chats: their pseudonyms, and whether they are the same without these, which may be forgotten. */
interface NotedIds {
  readonly salt: string
  readonly mark: string
  readonly names: readonly string[]
}

/** What is noted of a value; the same as before when the value is. */
async function notedAs(store: Store, value: SettingValue, old: string | undefined): Promise<string> {
  if (value.kind === 'plain') return value.value
  const known = old === undefined ? undefined : listIn(old)
  const salt = known?.salt ?? randomBytes(16).toString('hex')
  if (value.kind === 'secret') {
    const mark = value.value === '' ? '' : (await stretch(value.value, salt, 32)).toString('hex')
    return JSON.stringify({ salt, mark, names: [] } satisfies NotedIds)
  }
  const ids = [...new Set(value.ids)].sort()
  const mark = createHmac('sha256', salt).update(JSON.stringify(ids)).digest('hex')
  if (known?.mark === mark) return old!
  const names = await Promise.all(ids.map((id) => auditOf(store).pseudonym(id)))
  return JSON.stringify({ salt, mark, names } satisfies NotedIds)
}

function difference({ kind }: SettingValue, old: string, noted: string): string {
  const [before, after] = [listIn(old), listIn(noted)]
  if (kind === 'secret') return after?.mark === '' ? 'removed' : before?.mark === '' ? 'added' : 'changed'
  if (!before || !after) return `${shown(old)} → ${shown(noted)}`
  const added = after.names.filter((name) => !before.names.includes(name)).map((name) => `+${name}`)
  const removed = before.names.filter((name) => !after.names.includes(name)).map((name) => `-${name}`)
  return [...added, ...removed].join(' ')
}

function listIn(noted: string): NotedIds | undefined {
  return noted.startsWith('{') ? (JSON.parse(noted) as NotedIds) : undefined
}

function shown(noted: string): string {
  return listIn(noted)?.names.join(' ') ?? (noted === '' ? 'unset' : noted)
}
