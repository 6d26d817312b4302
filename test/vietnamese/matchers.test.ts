import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAbbreviations, findDefinedAbbreviations } from '../../src/vietnamese/abbreviations.ts'
import { findDates, findYears } from '../../src/vietnamese/dates.ts'
import { findDocumentNumbers } from '../../src/vietnamese/document-numbers.ts'
import { fold } from '../../src/vietnamese/normal-form.ts'
import { findNumbers } from '../../src/vietnamese/numbers.ts'
import { findOrdinals } from '../../src/vietnamese/ordinals.ts'
import { findPlaces } from '../../src/vietnamese/places.ts'
import type { Span } from '../../src/vietnamese/sentences.ts'

const pieces =
  'nghị quyết|số |36|-NQ/TW|a/|2025|/|-| – |đến năm |giai đoạn |quý |tháng |ngày |15/5|(|)|thứ |hai|mươi |lăm |ba |triệu |tỷ |%|tối thiểu |trở lên|Hà |Tĩnh |BR-VT|thành phố |Hồ Chí Minh|HT |CNTT|công nghệ thông tin |gọi tắt là |.|,|;|\n| |\u00a0|\u0301|Ð|1.234|,5|là |cuối cùng |điều 5 |TU|x'
    .split('|')
    .filter((piece) => piece !== '')
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('').normalize('NFD')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => fold(parts.join(' '))),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

const matchers: readonly (readonly [string, (text: string) => readonly (Span & { readonly raw: string })[]])[] = [
  ['findDocumentNumbers', findDocumentNumbers],
  ['findPlaces', findPlaces],
  ['findNumbers', findNumbers],
  ['findOrdinals', findOrdinals],
  ['findDates', findDates],
  ['findYears', findYears],
  ['findAbbreviations', findAbbreviations],
  ['findDefinedAbbreviations', findDefinedAbbreviations],
]

describe.each(matchers)('%s', (_, find) => {
  it('gives spans of the text, in order and apart from each other', () => {
    fc.assert(
      fc.property(text, (written) => {
        let at = 0
        for (const { start, end, raw } of find(written)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(written.slice(start, end)).toBe(raw)
          at = end
        }
      }),
      { numRuns: 300 },
    )
  })

  it('reads composed and decomposed text alike', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces.filter((piece) => piece !== '\u0301')), { maxLength: 20 }),
        (parts) => {
          const composed = parts.join('').normalize('NFC')
          const read = (written: string) => find(written).map(({ raw }) => raw.normalize('NFC'))
          expect(read(composed.normalize('NFD'))).toEqual(read(composed))
        },
      ),
      { numRuns: 300 },
    )
  })
})
