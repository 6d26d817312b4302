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
] as const)('with %j and admins %j lets %j in: %j', (chats, admins, id, let_) => {
  expect(accessOf(chats, admins).allows(id)).toBe(let_)
})
