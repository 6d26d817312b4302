import type { Answer } from '../src/answers/answer.ts'
import type { Reading } from '../src/questions/reading.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { findPlaces } from '../src/vietnamese/places.ts'
import { AnswerParts } from './answer-parts.ts'
import { type AskedPosition, positionsIn } from './asked-position.ts'
import type { Request } from './handler.ts'
import { type Held, isOf, placesHeld, placeWords, withoutWords } from './holder-match.ts'
import { heldSentence, quote } from './holders.ts'
import { bareName, kindOfUnit, type UnitKind } from './unit-names.ts'

/** Coverage from which a ranking is surely the one meant. */
const surelySame = 0.85

/** Of whom a place is claimed. */
interface Claimed {
  readonly words: string
  readonly kind: UnitKind | undefined
}

/** "Hải Phòng đứng đầu PAR INDEX 2023 phải không?": against the place that a ranking gives it, or against who holds that place. */
export function judgeHolder(request: Request): Answer | undefined {
  const { reading } = request
  const folded = fold(reading.text)
  const [asked, another] = positionsIn(folded)
  if (!asked || another || folded.length !== reading.text.length) return undefined
  const claimed = claimedUnit(reading, folded, asked)
  if (!claimed) return undefined
  const name = bareName(claimed.words)
  const owners = reading.places.filter(({ raw }) => !fold(claimed.words).includes(fold(raw)))
  const topic = withoutPhrases(withoutWords(reading.subject, claimed.words), placeWords)
  const held = placesHeld(request, topic).filter(
    (each) =>
      each.coverage >= surelySame &&
      isOf(
        each,
        owners.map(({ place }) => place),
      ),
  )
  const own = held.filter(({ holder }) => bareName(holder.name) === name && sameKind(holder, claimed))
  const right = own.find(({ holder }) => agrees(holder.position, holder.of, asked.position) === true)
  if (right) return verdict(true, right, reading)
  const wrong = own.find(({ holder }) => agrees(holder.position, holder.of, asked.position) === false)
  if (own.length > 0) return wrong ? verdict(false, wrong, reading) : undefined
  // Not ranked itself: somebody else of its kind holds the place, and only one.
  const others = held.filter(({ holder }) => holder.position === asked.position && sameKind(holder, claimed))
  const names = new Set(others.map(({ holder }) => bareName(holder.name)))
  const told = others.find(({ holder }) => holder.score !== undefined) ?? others[0]
  return told && names.size === 1 && claimed.kind !== undefined ? verdict(false, told, reading) : undefined
}

function sameKind({ name, heading }: Held['holder'], { kind }: Claimed): boolean {
  return kindOfUnit(name, heading) === kind
}

/** Whether a place is the one claimed; undefined where one is "the last" and the other a number that may be it. */
function agrees(held: number | 'last', of: number | undefined, claimed: number | 'last'): boolean | undefined {
  if (held === claimed) return true
  if (held !== 'last' && claimed !== 'last') return false
  const number = held === 'last' ? claimed : held
  if (number === 1) return false
  return of === undefined ? undefined : number === of
}

const typed =
  /\b(?:so|bo|ban|huyen|thi xa|quan|xa|phuong|thi tran|thanh pho|tp|cuc|benh vien|truong|vung|ngan hang|cong an)\.? (?!nao\b)(?:[a-z]+\W? ?){1,8}$/

/** The unit that the place is said of: before the words for it, else behind them. */
function claimedUnit({ text }: Reading, folded: string, { start, end }: AskedPosition): Claimed | undefined {
  const left = text
    .slice(0, start)
    .replace(/\s+(?:là|đã|đang|vẫn|tiếp tục|được|la|da|dang|van|tiep tuc|duoc)?\s*$/iu, '')
  const unit = typed.exec(folded.slice(0, left.length))
  if (unit) {
    const words = text.slice(unit.index, left.length).trim()
    // "thành phố Cần Thơ" and "huyện X của Sóc Trăng" end where the next words begin.
    const own = words.split(/\s+(?:của|ở|thuộc|tại|trong|theo|cua|thuoc|tai|trong|theo)\s+/iu)[0]!
    return { words: own, kind: kindOfUnit(own) }
  }
  const place = findPlaces(left).at(-1)
  if (place?.place !== undefined) return { words: text.slice(place.start, place.end), kind: 'province' }
  const right = /^[^?]{0,80}?\s(?:là|thuộc về|la|thuoc ve)\s+/iu.exec(text.slice(end))
  const behind = right && findPlaces(text.slice(end + right[0].length))[0]
  return behind?.place !== undefined && behind.start < 12 ? { words: behind.raw, kind: 'province' } : undefined
}

function verdict(right: boolean, held: Held, reading: Reading): Answer {
  const parts = new AnswerParts().state(`${right ? 'Đúng' : 'Chưa đúng'}. Theo tài liệu, ${heldSentence(held)}`)
  quote(parts, held)
  return parts.answer(right ? 'answered' : 'corrected', reading)
}
