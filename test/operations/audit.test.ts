import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { auditOf, verifyAudit } from '../../src/operations/audit.ts'
import { openStore } from '../../src/operations/store/open.ts'
import { run } from '../support/command-line.ts'
import { dataFolder } from '../support/data-folder.ts'

const day = 24 * 3_600_000

async function auditWith(entries: number, folder = dataFolder()) {
  const store = await openStore(folder)
  onTestFinished(() => store.destroy())
  let now = 1_000 * day
  const audit = auditOf(store, () => now)
  for (let i = 1; i <= entries; i++)
    await audit.record({ actor: '7700000077', action: 'publish', target: `van-ban-${i}` })
  const pass = (time: number) => {
    now += time
  }
  return { store, audit, pass, folder, now: () => now }
}

it('holds what was recorded, and verifies', async () => {
  const { store } = await auditWith(3)
  expect(await verifyAudit(store)).toMatchObject({ kind: 'whole', entries: 3, last: { seq: 3, target: 'van-ban-3' } })
})

it('names the first entry that was changed, whatever was changed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('at', 'actor', 'action', 'target', 'previous', 'hash'),
      async (seq, column) => {
        const { store } = await auditWith(6)
        await store
          .updateTable('audit')
          .set({ [column]: column === 'at' ? 5 : 'khác' })
          .where('seq', '=', seq)
          .execute()
        expect(await verifyAudit(store)).toEqual({ kind: 'broken', seq, reason: 'changed' })
      },
    ),
    { numRuns: 20 },
  )
})

it.each([
  [1, 1],
  [3, 3],
])('names entry %d when it was removed', async (removed, named) => {
  const { store } = await auditWith(5)
  await store.deleteFrom('audit').where('seq', '=', removed).execute()
  expect(await verifyAudit(store)).toEqual({ kind: 'broken', seq: named, reason: 'missing' })
})

it('sees that the end was cut off when an entry was noted elsewhere', async () => {
  const { store } = await auditWith(5)
  const verdict = await verifyAudit(store)
  const last = verdict.kind === 'whole' ? verdict.last! : undefined
  await store.deleteFrom('audit').where('seq', '>', 3).execute()
  expect(await verifyAudit(store)).toMatchObject({ kind: 'whole', entries: 3 })
  expect(await verifyAudit(store, last)).toEqual({ kind: 'broken', seq: 4, reason: 'missing' })
})

it('holds when several append at once', async () => {
  const folder = dataFolder()
  const { store, audit } = await auditWith(0, folder)
  const other = await openStore(folder)
  onTestFinished(() => other.destroy())
  const audits = [audit, auditOf(other)]
  const deeds = Array.from({ length: 40 }, (_, i) => {
    return audits[i % 2]!.record({ actor: 'zalo:5', action: 'import', target: `tep-${i}` })
  })
  await Promise.all(deeds)
  expect(await verifyAudit(store)).toMatchObject({ kind: 'whole', entries: 40 })
})

it('forgets what is past its time, and still verifies', async () => {
  const { store, audit, pass, now } = await auditWith(4)
  pass(400 * day)
  await audit.record({ actor: 'operator', action: 'withdraw', target: 'van-ban-1' })
  await audit.trim(now() - 365 * day)
  const targets = await store.selectFrom('audit').select('target').orderBy('seq').execute()
  expect(targets.map(({ target }) => target)).toEqual(['van-ban-1', expect.stringMatching(/^5:/)])
  expect(await verifyAudit(store)).toMatchObject({ kind: 'whole', entries: 2 })
  await audit.trim(now() - 365 * day)
  expect(await verifyAudit(store)).toMatchObject({ kind: 'whole', entries: 2 })
  await store.deleteFrom('audit').where('seq', '=', 5).execute()
  expect(await verifyAudit(store)).toMatchObject({ kind: 'broken' })
})

it('writes people down under one pseudonym each', async () => {
  const { store, audit } = await auditWith(2)
  await audit.record({ actor: '7800000078', action: 'publish', target: 'van-ban-1' })
  const actors = (await store.selectFrom('audit').select('actor').orderBy('seq').execute()).map(({ actor }) => actor)
  expect(actors[0]).toBe(actors[1])
  expect(actors[2]).not.toBe(actors[0])
  expect(actors.join()).not.toMatch(/7700000077|7800000078/)
})

it('is verified from the command line', async () => {
  const { store, folder } = await auditWith(3)
  const verify = (...args: string[]) => run('admin.ts', ['audit:verify', ...args], '', { DATA_DIR: folder })
  const whole = await verify()
  expect(whole).toMatchObject({ status: 0, out: expect.stringMatching(/3 dòng, dòng cuối 3:[0-9a-f]{64}\n$/) })
  expect((await verify('3')).status).toBe(2)
  await store.updateTable('audit').set({ target: 'khác' }).where('seq', '=', 2).execute()
  const broken = await verify()
  expect(broken.status).toBe(1)
  expect(broken.errors).toMatch(/dòng 2 /)
  expect(broken.errors.trim()).not.toContain('\n')
})
