import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tokenize } from '../../src/vietnamese/tokens.ts'

const terms = (text: string) => tokenize(text).map(({ term }) => term)

it.each([
  ['Nghị quyết số 36-NQ/TW', ['nghi5', 'quiêt2', 'sô2', '36-nq/tw']],
  ['19/2025/QĐ-TTg và 36a/NQ-CP', ['19/2025/qđ-ttg', 'va1', '36a/nq-cp']],
  ['xếp 26/63, đạt 30% (7.500 hộ)', ['xêp2', '26/63', 'đat5', '30%', '7.500', 'hô5']],
  ['hòa hoà, kỹ kĩ', ['hoa1', 'hoa1', 'ki4', 'ki4']],
  ['Ðề án', ['đê1', 'an2']],
  ['Điều 5/Nghị định, 12-Hà Nội', ['điêu1', '5', 'nghi5', 'đinh5', '12', 'ha1', 'nôi5']],
  ['08 nhóm', ['8', 'nhom2']],
  ['20 và 2020 và 007', ['20', 'va1', '2020', 'va1', '007']],
  ['', []],
])('%s', (text, expected) => {
  expect(terms(text)).toEqual(expected)
})

it('points into the text as given, also when it is decomposed', () => {
  const text = 'Nghị quyết  số 36–NQ/TW'.normalize('NFD')
  expect(tokenize(text).map(({ start, end }) => text.slice(start, end).normalize('NFC'))).toEqual([
    'Nghị',
    'quyết',
    'số',
    '36–NQ/TW',
  ])
})

it('gives tokens in order that do not overlap, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      let end = 0
      for (const token of tokenize(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end)
        expect(token.end).toBeGreaterThan(token.start)
        end = token.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})
