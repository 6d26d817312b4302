import { expect, it } from 'vitest'
import { provincialUnits } from '../../src/vietnamese/provincial-units.ts'

it('maps 63 units to 34', () => {
  expect(new Set(provincialUnits.map(({ name }) => name)).size).toBe(63)
  expect(new Set(provincialUnits.map(({ current }) => current)).size).toBe(34)
})

it('keeps every unit of today among the names', () => {
  const names = new Set(provincialUnits.map(({ name }) => name))
  expect(provincialUnits.filter(({ current }) => !names.has(current))).toEqual([])
})
