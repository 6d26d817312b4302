import type { Answer } from '../src/answers/answer.ts'
import { spoken } from '../src/answers/compose.ts'
import type { Reading } from '../src/questions/reading.ts'
import { expandAbbreviation } from '../src/vietnamese/abbreviations.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { currentUnit } from '../src/vietnamese/provincial-units.ts'
import type { Request } from './handler.ts'
import { documentsAbout } from './scope.ts'

/** A question whose provinces are clear, or the answer that asks back. */
export type PlacesUnderstood = { readonly reading: Reading } | { readonly answer: Answer }

/**
 * Settles which provinces are meant by what the documents are about: an abbreviation that fits one of them, a province of today that
 * holds former ones.
 */
export function understandPlaces({ reading, knowledge }: Request): PlacesUnderstood {
  const known = (place: string) => (documentsAbout(knowledge, [place])?.size ?? 0) > 0
  const places = [...reading.places]
  const assumptions = [...reading.assumptions]
  for (const { raw, candidates } of reading.unclearPlaces) {
    const fitting = candidates.filter(known)
    if (fitting.length > 1 && places.length === 0) return { answer: askBack(reading, raw, fitting) }
    if (fitting.length === 1) {
      places.push({ place: fitting[0]!, raw })
      assumptions.push(`Tôi hiểu “${raw}” là ${fitting[0]}.`)
    }
  }
  for (const { raw, candidates } of shortForms({ ...reading, places }, knowledge)) {
    if (candidates.length > 1 && places.length === 0) return { answer: askBack(reading, raw, candidates) }
    if (candidates.length === 1) {
      places.push({ place: candidates[0]!, raw })
      assumptions.push(`Tôi hiểu “${raw}” là ${candidates[0]}.`)
    }
  }
  const unknown = places.length === 0 ? reading.unclearPlaces[0] : undefined
  if (unknown) return { answer: askBack(reading, unknown.raw, unknown.candidates) }
  const resolved = places.flatMap(({ place, raw }) => {
    const former = known(place) ? [] : formerUnits(place).filter(known)
    if (former.length === 0) return [{ place, raw }]
    assumptions.push(`${place} từ ngày 01/7/2025 gồm ${former.join(', ')} (cũ); tài liệu dùng tên cũ.`)
    return former.map((name) => ({ place: name, raw }))
  })
  return { reading: { ...reading, places: resolved, assumptions } }
}

/** Words in capitals that shorten the names of provinces the documents are about: "BT", "QTri", "HTĩnh". */
function shortForms({ text, places }: Reading, { catalog }: Request['knowledge']) {
  if (places.length > 0) return []
  const words = text.match(/(?<![\p{L}\p{N}/-])\p{Lu}{1,3}[\p{L}\p{M}]{0,6}(?![\p{L}\p{N}/-])/gu) ?? []
  const short = words.filter((word) => /^\p{Lu}{2}/u.test(word) && expandAbbreviation(word).length === 0)
  if (short.length === 0) return []
  return short.map((raw) => ({
    raw,
    candidates: catalog.places.filter((place) => shortens(fold(raw), fold(place).split(/[\s-]+/))),
  }))
}

/** Initials alone ("bt"), or initials and the last syllable in full ("qtri"). */
function shortens(short: string, syllables: readonly string[]): boolean {
  const initials = syllables.map(([first]) => first).join('')
  return short === initials || short === initials.slice(0, -1) + syllables.at(-1)
}

/** The other provinces that a unit of today was formed from. */
function formerUnits(place: string): readonly string[] {
  const unit = currentUnit(place)
  return unit?.name === place ? unit.formedFrom.filter((name) => name !== place) : []
}

function askBack(reading: Reading, raw: string, candidates: readonly string[]): Answer {
  const rest = reading.text.replace(raw, '').trim()
  const choices = candidates.map((place) => ({ label: place, question: `${rest} ${place}`.trim() }))
  return spoken(
    'clarify',
    reading,
    `“${raw}” có thể là ${candidates.join(' hoặc ')}. Anh/chị muốn hỏi tỉnh nào?`,
    choices,
  )
}
