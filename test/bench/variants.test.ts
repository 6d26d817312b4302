import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rewrite } from '../../bench/variants.ts'
import { fold } from '../../src/vietnamese/normal-form.ts'

it('takes every diacritic away and nothing else', () => {
  expect(rewrite('Đề án số 06/QĐ-TTg có mấy nhiệm vụ?', 'nodiacritics')).toBe('De an so 06/QD-TTg co may nhiem vu?')
})

it('makes one slip, the same every time', () => {
  const question = 'Tỉnh có bao nhiêu chỉ tiêu đến năm 2030?'
  const slipped = rewrite(question, 'typos')
  expect(rewrite(question, 'typos')).toBe(slipped)
  const words = question.split(' ')
  const changed = slipped.split(' ').filter((word, i) => word !== words[i])
  expect(changed.length).toBeLessThanOrEqual(1)
})

it('leaves a question alone that has no word long enough', () => {
  expect(rewrite('ai đó ?', 'typos')).toBe('ai đó ?')
})

it('writes text that is composed as people type it', () => {
  const words = fc.array(fc.constantFrom('nghị', 'quyết', 'được', 'hiện', 'đường', 'nặng'), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(words, (list) => {
      const slipped = rewrite(list.join(' '), 'typos')
      expect(slipped).toBe(slipped.normalize('NFC'))
      expect(fold(slipped)).toMatch(/^[a-z ]*$/)
    }),
  )
})
