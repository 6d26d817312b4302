import { expect, it } from 'vitest'
import { invitationIn, membersOf, shownCode } from '../../../src/operations/store/members.ts'
import { onEveryStore } from '../../support/stores.ts'

onEveryStore((place) => {
  it('lets one person in with a code, once', async () => {
    const members = membersOf(await (await place()).open())
    const { code, name } = await members.invite('phòng Tổng hợp')
    const redeemed = await Promise.all(['5', 'zalo:7', '9'].map((id) => members.redeem(code, id)))
    expect(redeemed.filter(Boolean)).toEqual([{ name }])
    const [member, ...others] = await members.list()
    expect(member).toMatchObject({ label: 'phòng Tổng hợp', since: expect.any(Number) })
    expect(others).toEqual([])
    expect(await members.has(member!.id)).toBe(true)
    expect([await members.remove(member!.id), await members.remove(member!.id)]).toEqual([true, false])
    expect(await members.has(member!.id)).toBe(false)
  })

  it('takes no code that has expired or never was, and stores none', async () => {
    const store = await (await place()).open()
    let now = 1_000_000
    const members = membersOf(store, () => now)
    const { code, name, expires } = await members.invite('')
    expect(JSON.stringify(await store.selectFrom('invitations').selectAll().execute())).not.toContain(code)
    expect(name).not.toContain(code)
    now = expires
    expect(await members.redeem(code, '5')).toBeUndefined()
    expect(await members.redeem('0123456789', '5')).toBeUndefined()
    expect(await members.has('5')).toBe(false)
  })
})

it.each([
  ['0ABCD-EFGHJ', '0ABCDEFGHJ'],
  [' /start oabcd-efghj ', '0ABCDEFGHJ'],
  ['/start moi_0ABCDEFGHJ', '0ABCDEFGHJ'],
  ['/start@ten_bot 0ABCDEFGHJ', '0ABCDEFGHJ'],
  ['start OIL11-22223', '0111122223'],
  ['/start K7Q-M3X9PF', undefined],
  ['/start dangky', undefined],
  ['kinh tế số đến năm 2030', undefined],
  ['U0000-00000', undefined],
  ['', undefined],
])('finds in %j the invitation %j', (typed, code) => {
  expect(invitationIn(typed)).toBe(code)
  if (code) expect(invitationIn(shownCode(code))).toBe(code)
})
