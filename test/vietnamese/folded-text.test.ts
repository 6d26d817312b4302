import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldText, originalSpan, originalText } from '../../src/vietnamese/folded-text.ts'
import { fold } from '../../src/vietnamese/normal-form.ts'

it.each([
  ['Nghị quyết của Tỉnh ủy', 'quyet', 'quyết'],
  ['Nghị quyết của Tỉnh ủy'.normalize('NFD'), 'quyet', 'quyết'.normalize('NFD')],
  ['Ðề án – số', 'de an - so', 'Ðề án – số'],
])('%s: %s', (text, needle, written) => {
  const folded = foldText(text)
  const at = folded.text.indexOf(needle)
  expect(originalText(folded, at, at + needle.length)).toBe(written)
})

it.each(['𢡊', 'số 𢡊 và 😀', '\ud84a', 'a\udc4a'])('keeps every unit of what has no other form: %j', (text) => {
  foldText('\ud84b')
  expect(foldText(text).text).toBe(fold(text))
})

it('traces every character back to the one it was made from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = foldText(text)
      expect(folded.offsets[folded.text.length]).toBe(text.length)
      for (let at = 0; at < folded.text.length; at++) {
        const { start } = originalSpan(folded, at, at + 1)
        expect(fold(text[start] ?? '').slice(0, 1)).toBe(folded.text[at])
      }
    }),
  )
})
