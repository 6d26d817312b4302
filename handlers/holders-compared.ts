import type { Answer } from '../src/answers/answer.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Request } from './handler.ts'
import { type Held, unitsNamed } from './holder-match.ts'
import { heldSentence, quote } from './holders.ts'
import { bareName } from './unit-names.ts'
import { sentence } from './wording.ts'

const above = /\b(?:cao|tot|nhieu|lon) hon\b|\b(?:xep|dung|hang) (?:tren|truoc)\b|\bhon\b/
const below = /\b(?:thap|kem|it|nho) hon\b|\b(?:xep|dung|hang) (?:sau|duoi)\b|\bkem\b|\bthua\b/
const comparing = /\bso sanh\b|\bso voi\b/
const ofRankings = /\b(?:diem|hang|xep|dung|thu may|chi so|index|pci|papi|sipas|dti)\b/
/** Aims and shares are compared by other means. */
const ofOthers = /\b(?:muc tieu|phan dau|nhom nhiem vu|kinh phi|den nam|ty le|ty trong)\b/

/** Whether a folded question asks which stands higher. */
export function comparesPlaces(folded: string): boolean {
  return (
    (above.test(folded) || below.test(folded) || comparing.test(folded)) &&
    ofRankings.test(folded) &&
    !ofOthers.test(folded)
  )
}

/** "Bắc Giang với Đồng Tháp tỉnh nào điểm PAR INDEX cao hơn", "A xếp trên B đúng không": two places in one ranking, each with its sentence. */
export function compareHolders(request: Request): Answer | undefined {
  const { reading } = request
  const folded = fold(reading.text)
  if (!comparesPlaces(folded)) return undefined
  const isBelow = below.test(folded)
  const isAbove = !isBelow && above.test(folded)
  const named = pairNamed(request)
  if (!named) return undefined
  const [first, second] = named
  const parts = new AnswerParts()
  const better = higher(first, second)
  const both = sentence(`${plain(first)}; ${plain(second)}`)
  if (!reading.yesNo) {
    const winner = better === undefined ? undefined : (better === first) !== isBelow ? first : second
    const word = isBelow ? 'thấp hơn' : 'cao hơn'
    parts.state(winner ? `${sentence(`${winner.holder.name} ${word}`)} ${both}` : both)
  } else if (better === undefined) return undefined
  else parts.state(`${(better === first) === isAbove ? 'Đúng' : 'Chưa đúng'}. Theo tài liệu, ${both}`)
  for (const each of named) quote(parts, each)
  return parts.answer(reading.yesNo && (better === first) !== isAbove ? 'corrected' : 'answered', reading)
}

/** The two of one ranking that the question names, in its order. */
function pairNamed(request: Request): readonly [Held, Held] | undefined {
  const { names, held } = unitsNamed(request)
  if (names.length !== 2) return undefined
  const [ofFirst, ofSecond] = names.map((name) => held.filter(({ holder }) => bareName(holder.name) === name))
  for (const one of ofFirst!) {
    const other = ofSecond!.find((each) => sameList(one, each))
    if (other) return [one, other]
  }
  return undefined
}

/** Two rows of one table, or two places of one section: a place in a region is none beside one in the country. */
function sameList(one: Held, other: Held): boolean {
  if (one.document !== other.document || one.holder.byFigure !== other.holder.byFigure) return false
  const [a, b] = [one, other].map(({ document, holder }) => document.blocks[holder.block]!)
  return one.holder.header || other.holder.header
    ? one.holder.header === other.holder.header && one.holder.words === other.holder.words
    : a!.section === b!.section
}

/** Who of the two stands higher; undefined when that cannot be told. */
function higher(one: Held, other: Held): Held | undefined {
  const [a, b] = [one, other].map(({ holder: { position } }) =>
    position === 'last' ? Number.POSITIVE_INFINITY : position,
  )
  return a === b ? undefined : a! < b! ? one : other
}

function plain(held: Held): string {
  return heldSentence(held).replace(/\.$/, '')
}
