import { expect, it } from 'vitest'
import { settingNames, settingValues } from '../../src/config.ts'
import { verifyAudit } from '../../src/operations/audit.ts'
import { auditSettings } from '../../src/operations/settings-audit.ts'
import { eraseTraces } from '../../src/operations/store/erase.ts'
import type { Store } from '../../src/operations/store/open.ts'
import { onEveryStore } from '../support/stores.ts'

const base = {
  TELEGRAM_BOT_TOKEN: '1234567:AAinventedTokenForTestsOnly_0123456789',
  ALLOWED_CHATS: '7700000077, -1007700000077',
  ADMINS: '7700000077',
  LIMIT_PERSON: '20',
}

const start = (store: Store, environment: Readonly<Record<string, string>>) =>
  auditSettings(store, settingValues(environment))

const deeds = async (store: Store) =>
  (await store.selectFrom('audit').select(['actor', 'action', 'target']).orderBy('seq').execute()).map(
    ({ actor, action, target }) => `${actor} ${action} ${target}`,
  )

onEveryStore((emptyPlace) => {
  it('writes down what differs from the start before, once, and nothing when nothing does', async () => {
    const store = await (await emptyPlace()).open()
    await start(store, base)
    await start(store, {
      ...base,
      LIMIT_PERSON: '',
      ADMINS: ' 7700000077 ',
      QUESTIONS_DAYS: '30',
      PORT: '9',
      HOST: '::1',
    })
    expect(await deeds(store)).toEqual([])
    const changed = {
      ...base,
      LIMIT_PERSON: '30',
      QUESTIONS_DAYS: '7',
      TELEGRAM_MODE: 'webhook',
      SEARCH_ENGINE: 'compact',
    }
    await start(store, changed)
    await start(store, changed)
    expect((await deeds(store)).sort()).toEqual([
      'operator change-settings LIMIT_PERSON: 20 → 30',
      'operator change-settings QUESTIONS_DAYS: 30 → 7',
      'operator change-settings SEARCH_ENGINE: auto → compact',
      'operator change-settings TELEGRAM_MODE: polling → webhook',
    ])
    expect(await verifyAudit(store)).toMatchObject({ kind: 'whole', entries: 4 })
  })

  it('names people by their pseudonyms, and tells who came and who went', async () => {
    const store = await (await emptyPlace()).open()
    await start(store, base)
    await start(store, { ...base, ADMINS: '7700000077,7800000078' })
    await start(store, { ...base, ADMINS: '7800000078' })
    const [added, removed] = await deeds(store)
    expect(added).toMatch(/^operator change-settings ADMINS: \+p-[0-9a-f]{12}$/)
    expect(removed).toMatch(/^operator change-settings ADMINS: -p-[0-9a-f]{12}$/)
    await start(store, { ...base, ADMINS: '7800000078', ALLOWED_CHATS: '' })
    await start(store, { ...base, ADMINS: '7800000078', ALLOWED_CHATS: 'none' })
    expect((await deeds(store)).slice(2)).toEqual([
      expect.stringMatching(/ALLOWED_CHATS: p-[0-9a-f]{12} p-[0-9a-f]{12} → everyone$/),
      'operator change-settings ALLOWED_CHATS: everyone → none',
    ])
  })

  it('takes a person who was forgotten for no change', async () => {
    const store = await (await emptyPlace()).open()
    await start(store, base)
    await eraseTraces(store, { channel: 'telegram', id: '7700000077', settingId: '7700000077' }, false)
    await start(store, base)
    expect(await deeds(store)).toEqual([])
  })

  it('of secrets says only that they changed, and stores nothing of them', async () => {
    const store = await (await emptyPlace()).open()
    await start(store, base)
    const secrets = {
      TELEGRAM_BOT_TOKEN: '7654321:BBanotherTokenForTestsOnly_0123456789',
      WEBHOOK_SECRET: 'a-secret-of-the-tests',
      DATABASE_URL: 'postgres://ai-do:mat-khau-cua-ai-do@db.example:5432/kho',
    }
    await start(store, { ...base, ...secrets })
    await start(store, base)
    expect((await deeds(store)).map((deed) => deed.split(' ').slice(2).join(' ')).sort()).toEqual([
      'DATABASE_URL: added',
      'DATABASE_URL: removed',
      'TELEGRAM_BOT_TOKEN: changed',
      'TELEGRAM_BOT_TOKEN: changed',
      'WEBHOOK_SECRET: added',
      'WEBHOOK_SECRET: removed',
    ])
    const stored = JSON.stringify([
      await store.selectFrom('settings').selectAll().execute(),
      await store.selectFrom('audit').selectAll().execute(),
    ])
    for (const part of ['inventedToken', 'anotherToken', 'a-secret', 'mat-khau', '7700000077']) {
      expect(stored).not.toContain(part)
    }
  })

  it('writes each change once when several instances start at once', async () => {
    const place = await emptyPlace()
    if (!place.shared) return
    const stores = await Promise.all(Array.from({ length: 4 }, () => place.open()))
    await start(stores[0]!, base)
    await Promise.all(stores.map((store) => start(store, { ...base, LIMIT_GROUP: '5', LIMIT_TOTAL: '9' })))
    expect(await deeds(stores[0]!)).toHaveLength(2)
  })
})

it('takes everything for a secret that sounds like one', () => {
  const values = settingValues({})
  for (const name of settingNames.filter((name) => /TOKEN|SECRET|PASSWORD|KEY|DATABASE/.test(name))) {
    expect(values.get(name)?.kind).toBe('secret')
  }
})
