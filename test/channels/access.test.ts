import { expect, it } from 'vitest'
import { accessOf } from '../../src/channels/access.ts'

it.each([
  ['everyone', [], 5, true],
  [['5', '-7'], [], 5, true],
  [['5', '-7'], [], -7, true],
  [['5', '-7'], [], 7, false],
  [['5'], ['9'], 9, true],
  [['zalo:5'], [], 5, false],
  [[], ['9'], 9, false],
  [['5'], [], 'member', true],
  [[], [], 'member', false],
] as const)('with %j and admins %j lets %j in: %j', async (chats, admins, id, let_) => {
  const members = { has: async (asked: string) => asked === 'member' }
  expect(await accessOf(chats, admins, members).allows(id)).toBe(let_)
})

it('knows its administrators on every platform', () => {
  const access = accessOf('everyone', ['9', 'zalo:9a'])
  expect([9, '9', 'zalo:9a'].map(access.isAdmin)).toEqual([true, true, true])
  expect(['zalo:9', '9a', -9].map(access.isAdmin)).toEqual([false, false, false])
})
