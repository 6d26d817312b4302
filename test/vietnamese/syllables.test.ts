import { describe, expect, it } from 'vitest'
import { commonPhrases } from '../../src/vietnamese/common-phrases.ts'
import { canonicalSyllable } from '../../src/vietnamese/normal-form.ts'
import { decodeTelex, isPlainSyllable, isSyllable, spell } from '../../src/vietnamese/syllables.ts'

describe('isSyllable', () => {
  it.each(['nghị', 'quyết', 'gì', 'giếng', 'khuỷu', 'Thuý', 'thúy', 'oan', 'yêu', 'Đắk', 'xoong'])(
    '%s is one',
    (word) => {
      expect(isSyllable(word)).toBe(true)
    },
  )

  it.each(['nghành', 'cính', 'internet', 'cntt', 'wifi', 'hạngvĩnh', ''])('%s is none', (word) => {
    expect(isSyllable(word)).toBe(false)
  })

  it('knows syllables typed without diacritics', () => {
    expect(isPlainSyllable('duong')).toBe(true)
    expect(isSyllable('duong')).toBe(false)
    expect(isPlainSyllable('ubnd')).toBe(false)
  })
})

describe('spell', () => {
  it.each([
    ['hoa1', 'hòa'],
    ['thui3', 'thủi'],
    ['thuy3', 'thủy'],
    ['qui2', 'quý'],
    ['quiêt2', 'quyết'],
    ['gia2', 'giá'],
    ['gi1', 'gì'],
    ['ngươi1', 'người'],
    ['khuyu3', 'khuỷu'],
    ['li2', 'lý'],
    ['nam', 'nam'],
  ])('%s is written %s', (term, written) => {
    expect(spell(term)).toBe(written)
  })

  it('writes every common word as it stands in the list', () => {
    const words = new Set(commonPhrases().flatMap((phrase) => phrase.split(' ')))
    expect([...words].filter((word) => spell(canonicalSyllable(word)) !== word)).toEqual([])
  })
})

it.each([
  ['quyeet', 'quiêt'],
  ['quyeets', 'quiêt2'],
  ['ddeens', 'đên2'],
  ['nawm', 'năm'],
  ['ddinhj', 'đinh5'],
  ['duongwf', 'đương1'.replace('đ', 'd')],
  ['vieejt', 'viêt5'],
])('reads the keys %s as %s', (typed, term) => {
  expect(decodeTelex(typed)).toBe(term)
})

it.each(['internet', 'nam', 'xyz'])('finds no keys in %s', (typed) => {
  expect(decodeTelex(typed)).toBeUndefined()
})
