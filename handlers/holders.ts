import type { Answer } from '../src/answers/answer.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { regionsIn } from '../src/vietnamese/regions.ts'
import { AnswerParts } from './answer-parts.ts'
import { positionsIn, unitAsked } from './asked-position.ts'
import type { Request } from './handler.ts'
import { type Held, isOf, placesHeld, placeWords, sameRanking, unitsNamed } from './holder-match.ts'
import { answerRanking } from './rankings.ts'
import { bareName, kindOfUnit, kindsAsked } from './unit-names.ts'
import { sentence } from './wording.ts'

/** How far below the best one others may lie that are told as well. */
const closely = 0.06
const mostTold = 3

/** "Tỉnh nào đứng đầu PAR INDEX 2023?", "huyện nào chót bảng, mấy điểm?": who holds the place, with the sentence or row. */
export function answerHolder(request: Request): Answer | undefined {
  const { reading } = request
  const folded = fold(reading.text)
  const unit = unitAsked(folded)
  if (unit === undefined || reading.yesNo) return undefined
  const kinds = kindsAsked(unit)
  const held = placesHeld(request, withoutPhrases(reading.subject, placeWords)).filter(
    (each) =>
      each.coverage >= sameRanking &&
      (kinds === undefined || kinds.includes(kindOfUnit(each.holder.name, each.holder.heading))) &&
      isOf(
        each,
        reading.places.map(({ place }) => place),
      ),
  )
  const told = positionsIn(folded).flatMap(({ position }) => {
    const all = held.filter(({ holder }) => holder.position === position)
    // The highest figure is no first place where a ranking gives one.
    const inOrder = /\b(?:cao|thap) nhat\b/.test(folded) ? [] : all.filter(({ holder }) => !holder.byFigure)
    const there = inOrder.length > 0 ? inOrder : all
    return oneEach(there.filter(({ coverage }) => coverage >= there[0]!.coverage - closely)).slice(0, mostTold)
  })
  if (told.length === 0) return undefined
  const parts = new AnswerParts()
  for (const each of told) parts.state(heldSentence(each))
  for (const each of told) quote(parts, each)
  return parts.answer('answered', reading)
}

const asksPlace =
  /\b(?:thu may|hang may|vi tri (?:thu )?may|xep hang|xep thu|dung thu|hang bao nhieu|(?:may|bao nhieu) (?:diem|%)|diem so|so diem)\b/

/** "Đồng Tháp xếp thứ mấy PAR INDEX 2023, bao nhiêu điểm": the place of the one that a question names. */
export function answerOwnPlace(request: Request): Answer | undefined {
  const { reading } = request
  if (reading.yesNo || !asksPlace.test(fold(reading.text))) return undefined
  const { names, held: own } = unitsNamed(request)
  if (names.length !== 1) return undefined
  const [best] = own
  if (!best) return undefined
  // A fact of a province tells how far it moved, too.
  const known = kindOfUnit(best.holder.name, best.holder.heading) === 'province' ? answerRanking(request) : undefined
  if (known) return known
  const asksScore = /\bdiem\b|%/.test(fold(reading.text))
  const [told] = oneEach(own.filter(({ coverage }) => coverage >= best.coverage - closely))
  if (!told || (asksScore && told.holder.score === undefined)) return undefined
  const parts = new AnswerParts().state(heldSentence(told))
  quote(parts, told)
  return parts.answer('answered', reading)
}

/** Of each name the place with a score, else the first. */
function oneEach(held: readonly Held[]): Held[] {
  const best = new Map<string, Held>()
  for (const each of held) {
    const key = bareName(each.holder.name)
    const known = best.get(key)
    if (!known || (known.holder.score === undefined && each.holder.score !== undefined)) best.set(key, each)
  }
  return [...best.values()]
}

export function quote(parts: AnswerParts, { holder, document }: Held): void {
  if (holder.header) parts.quoteRow(document, holder.span, holder.header)
  else parts.quote(document, holder.span)
}

/** "Quảng Ninh xếp thứ nhất (92,18%)." */
export function heldSentence({ holder: { name, position, of, score, byFigure, header, words } }: Held): string {
  const regions = regionsIn(words).filter((region) => !regionsIn(name).includes(region))
  const place = byFigure
    ? position === 1
      ? 'cao nhất'
      : 'thấp nhất'
    : position === 1
      ? 'đứng đầu'
      : position === 'last'
        ? header
          ? `ở cuối bảng, hạng ${of}`
          : 'xếp cuối'
        : `xếp thứ ${position}${of === undefined ? '' : `/${of}`}`
  const within = regions.length === 0 ? '' : ` trong phạm vi ${regions.join(', ')}`
  return sentence(
    `${name} ${place}${within}${score === undefined ? '' : ` (${score}${/[%đ]/.test(score) ? '' : ' điểm'})`}`,
  )
}
