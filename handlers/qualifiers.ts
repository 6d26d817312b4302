import { sectionPath } from '../src/library/quote.ts'
import type { Reading } from '../src/questions/reading.ts'
import { expandAbbreviation } from '../src/vietnamese/abbreviations.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { claimsIn } from './claims.ts'
import { digitalThings } from './digital-things.ts'
import type { Unit } from './units.ts'

/** What tells the thing asked about from its neighbours, so that a sentence without it speaks of something else. */
export interface Qualifiers {
  /** Names in capitals: "PCI", "ICT". */
  readonly names: readonly string[]
  /** Numbers with the noun behind them, folded: "5 sao". */
  readonly numbers: readonly (readonly [number: string, noun: string])[]
  /** Words in quotation marks, folded. */
  readonly phrases: readonly string[]
  /** Which one of meetings that are counted: "9" of "phiên họp lần thứ 9". */
  readonly meetings: readonly number[]
  /** Finds what speaks of "kinh tế số" and the like. */
  readonly digital: readonly RegExp[]
  /** Names of several words in capitals: "Phú Quốc". */
  readonly proper: readonly ProperName[]
}

/** Finds a name in a folded text, and each of its words. */
interface ProperName {
  readonly name: RegExp
  readonly words: readonly RegExp[]
}

/** @returns undefined where the question has none */
export function qualifiersOf(reading: Reading): Qualifiers | undefined {
  const { text, asks, documents, yesNo } = reading
  const isFigure = asks.some((ask) => ask === 'count' || ask === 'percent' || ask === 'money' || ask === 'rank')
  const rest = documents.reduce((words, { raw }) => words.replace(raw, ' '), text)
  // Other abbreviations that can be written out are words like any other; the names of indices are all alike but for one or two.
  const names = [...rest.matchAll(/(?<![\p{L}\d&/-])(?!UBND|HĐND)[A-ZĐ]{3,8}(?![\p{L}\d&/-])/gu)]
    .map(([name]) => name)
    .filter((name) => !isShouted(rest) && expandAbbreviation(name).every(({ kind }) => kind === 'index'))
  const numbers = isFigure && !yesNo ? claimsIn(reading).flatMap(numberWithNoun) : []
  const phrases = [...text.matchAll(/["“”]([^"“”]{4,80})["“”]/gu)].map(([, words]) => fold(words!).trim())
  const meetings = meetingsIn(fold(rest))
  const digital = digitalThings(fold(rest))
  const proper = [...rest.matchAll(/(?<!\p{L})\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)+(?!\p{L})/gu)].map(([name]) =>
    properName(name),
  )
  return names.length + numbers.length + phrases.length + meetings.length + digital.length + proper.length > 0
    ? { names: asks.length > 0 && isFigure ? names : [], numbers, phrases, meetings, digital, proper }
    : undefined
}

const spelled = ['', 'nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']

/** The positions of meetings that a folded text names: "phiên họp thứ ba", "kỳ họp lần thứ 12", "phiên đầu tiên". */
export function meetingsIn(folded: string): number[] {
  return [...folded.matchAll(meeting)].flatMap(([, position]) => {
    if (position === undefined) return [1]
    const value = /^\d/.test(position) ? Number(position) : spelled.indexOf(position)
    return value > 0 ? [value] : []
  })
}

/** Whether a text that names some meetings can be about those asked for: counted meetings differ, uncounted ones tell nothing. */
export function mayBeMeeting(asked: readonly number[], named: readonly number[]): boolean {
  return asked.length === 0 || named.length === 0 || asked.some((each) => named.includes(each))
}

const meeting = /\b(?:phien(?: hop)?|ky hop|hoi nghi|dai hoi|hop)(?: lan)? (?:thu (\d{1,3}|[a-z]+)|dau tien)\b/g

function isShouted(text: string): boolean {
  return text === text.toUpperCase()
}

/** Only small whole numbers tell kinds of things apart: "5 sao", "lớp 3", "mức độ 2"; shares and amounts are what is asked. */
function numberWithNoun({ number, unit }: ReturnType<typeof claimsIn>[number]): (readonly [string, string])[] {
  const small =
    number.kind !== 'words' && Number.isInteger(number.value) && number.value < 100 && number.max === undefined
  return small && /^(?:sao|tuoi|thang|gio|con|ha|m|km|thanh vien|nguoi|vien)$/.test(unit)
    ? [[String(number.value), unit] as const]
    : []
}

function properName(written: string): ProperName {
  const words = fold(written).split(/\s+/)
  const find = (pattern: string) => new RegExp(`(?<![a-z0-9])${pattern}(?![a-z0-9])`)
  return { name: find(words.join('\\s+')), words: words.map(find) }
}

/** Whether a sentence, with what stands around it, has all that tells the thing apart. */
export function hasQualifiers({ document, section, text, header, rings }: Unit, asked: Qualifiers): boolean {
  const own = fold(text).replace(/\s+/g, ' ')
  if (asked.numbers.some(([number, noun]) => !new RegExp(`(?<![\\d.,])0?${number} ${noun}`).test(own))) return false
  if (asked.phrases.some((phrase) => !own.includes(phrase) && !rings[0]?.folded.has(phrase))) return false
  const meetings = meetingsIn(own)
  if (!mayBeMeeting(asked.meetings, meetings)) return false
  // A text may have all words of a name, but not the name: "phong phú … quốc gia" does not speak of Phú Quốc.
  const apart = asked.proper.filter(({ name, words }) => words.every((word) => word.test(own)) && !name.test(own))
  if (asked.names.length + asked.digital.length + apart.length === 0) return true
  const above = sectionPath(document, section).join(' ')
  const all = `${own} ${fold(`${above} ${document.metadata.title}`)}`
  if (!asked.digital.every((thing) => thing.test(all)) || !apart.every(({ name }) => name.test(all))) return false
  const row = header ? document.text.slice(header.start, header.end) : ''
  const words = fold(`${text} ${above} ${row}`)
  return asked.names.every(
    (name) =>
      new RegExp(`(?<![a-z])${fold(name)}(?![a-z])`).test(words) ||
      expandAbbreviation(name).some(({ expansion }) => words.includes(fold(expansion))),
  )
}
