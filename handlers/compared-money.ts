import type { Answer } from '../src/answers/answer.ts'
import type { Fact } from '../src/facts/fact.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { sidesOf } from './comparison.ts'
import type { Request } from './handler.ts'
import { totalOf } from './money.ts'
import { documentsMeant } from './scope.ts'
import { sentence } from './wording.ts'

const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:nghìn|ngàn) (?:tỷ|tỉ)/u, 1e12],
  [/^(?:tỷ|tỉ)/u, 1e9],
  [/^triệu/u, 1e6],
  [/^(?:nghìn|ngàn)/u, 1e3],
  [/^đồng/u, 1],
]

/** "Kế hoạch của A và của B, cái nào nhiều kinh phí hơn": the totals of the papers of two provinces or of two numbers, and which is more. */
export function compareMoney(request: Request): Answer | undefined {
  const { reading } = request
  if (!/\b(?:kinh phi|von|ngan sach|tien|muc dau tu)\b/.test(fold(reading.text))) return undefined
  const sides = sidesOf(reading)
  if (sides.length !== 2) return undefined
  const found = sides.flatMap(({ place: name, reading: own }) => {
    const totals = documentsMeant({ ...request, reading: own }).flatMap((document) => {
      const fact = totalOf(request, document)
      return fact ? [{ name, fact, document }] : []
    })
    return totals.length === 1 ? totals : []
  })
  const [first, second] = found
  if (!first || !second) return undefined
  const [a, b] = [inDong(first.fact), inDong(second.fact)]
  const more = /\b(?:it|nho|thap) hon\b/.test(fold(reading.text)) ? 'ít hơn' : 'nhiều hơn'
  const winner =
    a !== undefined && b !== undefined && a !== b ? (a > b === (more === 'nhiều hơn') ? first : second) : undefined
  const parts = new AnswerParts()
  if (winner) parts.state(sentence(`${winner.name} ${more}`))
  for (const { name, fact } of found) parts.state(sentence(`${name}: ${fact.subject} ${fact.value} ${fact.unit ?? ''}`))
  for (const { fact, document } of found) parts.fact(fact, document)
  return parts.answer('answered', reading)
}

function inDong({ number, unit }: Fact): number | undefined {
  const times = units.find(([pattern]) => pattern.test(unit ?? ''))?.[1]
  return number === undefined || times === undefined ? undefined : number * times
}
