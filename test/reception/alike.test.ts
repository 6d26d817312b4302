import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupAlike } from '../../src/reception/alike.ts'

const grouped = (...questions: string[]) =>
  groupAlike(questions.map((question) => ({ question }))).map(({ all }) => all.map(({ question }) => question))

it('puts questions together that ask for the same, however they are typed', () => {
  expect(
    grouped(
      'Giá đất ở tại xã Hòa Sơn là bao nhiêu?',
      'lịch tiếp công dân của chủ tịch',
      'gia dat o xa hoa son',
      'cho hỏi giá đất ở xã Hòa Sơn bao nhiêu vậy',
    ),
  ).toEqual([
    ['Giá đất ở tại xã Hòa Sơn là bao nhiêu?', 'gia dat o xa hoa son', 'cho hỏi giá đất ở xã Hòa Sơn bao nhiêu vậy'],
    ['lịch tiếp công dân của chủ tịch'],
  ])
})

it('loses none and doubles none', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 30 }), (questions) => {
      expect(
        grouped(...questions)
          .flat()
          .toSorted(),
      ).toEqual(questions.toSorted())
    }),
  )
})
