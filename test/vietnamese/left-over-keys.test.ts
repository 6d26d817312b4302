import { expect, it } from 'vitest'
import { withoutLeftOverKeys } from '../../src/vietnamese/left-over-keys.ts'

it.each([
  ['xep hangj ungs dungj giamr maays baacj', 'xep hạng úng dụng giảm mấy bậc'],
  ['mucj tieeu ddeens nawm 2030', 'mục tiêu đến năm 2030'],
  ['Nghij quyeets 36-NQ/TW ban hanhf', 'Nghị quyết 36-NQ/TW ban hành'],
])('decodes keys of a sentence: %s', (typed, meant) => {
  expect(withoutLeftOverKeys(typed)).toBe(meant)
})

it.each([
  'tuyen xe bus noi thanh pho',
  'máy chủ server đặt ở đâu',
  'lắp wifi ở đâu',
  'DTI, PAPI xep thu may',
  'nghi quyet 36',
  'chuyển đổi số',
])('leaves alone: %s', (text) => {
  expect(withoutLeftOverKeys(text)).toBe(text)
})
