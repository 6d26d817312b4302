import { describe, expect, it } from 'vitest'
import { documentTypeOf, documentTypes, typeOfSymbol } from '../../src/vietnamese/document-types.ts'

describe('documentTypeOf', () => {
  it.each([
    ['CHƯƠNG TRÌNH HÀNH ĐỘNG', 'CTr', false],
    ['dự thảo nghị quyết của tỉnh', 'NQ', true],
    ['du thao ke hoach', 'KH', true],
    ['Thông qua dự thảo Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết', 'CTr', true],
    ['THÔNG TƯ LIÊN TỊCH', 'TTLT', false],
    ['Qui định về', 'QyĐ', false],
  ])('%s', (text, symbol, draft) => {
    expect(documentTypeOf(text)).toMatchObject({ draft, type: { symbol } })
  })

  it.each(['để ăn', 'bảo cáo', 'họp báo', ''])('no type: %s', (text) => {
    expect(documentTypeOf(text)).toBeUndefined()
  })
})

it.each([
  ['ctr', 'chương trình'],
  ['QĐ', 'quyết định'],
  ['qd', 'quyết định'],
  ['CTHĐ', 'chương trình'],
])('symbol %s', (symbol, name) => {
  expect(typeOfSymbol(symbol)?.name).toBe(name)
})

it('has every symbol and name once', () => {
  const names = documentTypes.flatMap(({ name, aliases }) => [name, ...aliases])
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(documentTypes.map(({ symbol }) => symbol)).size).toBe(documentTypes.length)
})
