import { describe, expect, it } from 'vitest'
import { currentUnit, provincialUnits } from '../../src/vietnamese/provincial-units.ts'

it('maps 63 units to 34', () => {
  expect(new Set(provincialUnits.map(({ name }) => name)).size).toBe(63)
  expect(new Set(provincialUnits.map(({ current }) => current)).size).toBe(34)
})

it('keeps every unit of today among the names', () => {
  const names = new Set(provincialUnits.map(({ name }) => name))
  expect(provincialUnits.filter(({ current }) => !names.has(current))).toEqual([])
})

describe('currentUnit', () => {
  it.each([
    ['Vĩnh Phúc', { name: 'Phú Thọ', type: 'tỉnh', since: '2025-07-01' }],
    ['Bà Rịa - Vũng Tàu', { name: 'Thành phố Hồ Chí Minh', type: 'thành phố', since: '2025-07-01' }],
    ['Tây Ninh', { name: 'Tây Ninh', since: '2025-07-01', formedFrom: ['Long An', 'Tây Ninh'] }],
    ['Đồng Nai', { name: 'Đồng Nai', type: 'thành phố', since: '2026-04-30' }],
  ])('%s', (place, unit) => {
    expect(currentUnit(place)).toMatchObject(unit)
  })

  it('has no date for a unit that stayed as it was', () => {
    expect(currentUnit('Hà Tĩnh')).toEqual({ name: 'Hà Tĩnh', type: 'tỉnh', formedFrom: ['Hà Tĩnh'] })
    expect(currentUnit('Atlantis')).toBeUndefined()
  })
})
