import { expect, it } from 'vitest'
import { mayBe } from '../../src/vietnamese/spelling.ts'

it.each([
  ['de an', 'đề án', true],
  ['Đề  Án', 'đề án', true],
  ['để án', 'đề án', false],
  ['thoả thuận', 'thỏa thuận', true],
  ['Kĩ thuật', 'kỹ thuật', true],
  ['đề án'.normalize('NFD'), 'đề án', true],
])('%s may be %s: %s', (written, name, may) => {
  expect(mayBe(written, name)).toBe(may)
})
