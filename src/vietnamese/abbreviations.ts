import { type Abbreviation, abbreviations } from './abbreviation-table.ts'
import { findDocumentNumbers } from './document-numbers.ts'
import { typeOfSymbol } from './document-types.ts'
import { canonicalSyllable, fold, normalForm } from './normal-form.ts'
import type { Span } from './sentences.ts'
import { mayBe } from './spelling.ts'
import { isPlainSyllable } from './syllables.ts'

/** An abbreviation in a text, with all it may stand for, the likeliest first. */
export interface AbbreviationMention extends Span {
  readonly raw: string
  readonly readings: readonly Abbreviation[]
}

/** A short form that a document introduces itself: "công nghệ thông tin (CNTT)", "(sau đây gọi tắt là Chương trình)". */
export interface DefinedAbbreviation extends Span {
  /** The bracket, or the words that define. */
  readonly raw: string
  readonly short: string
  readonly expansion: string
  /** Where the expansion stands. */
  readonly expansionSpan: Span
}

/**
 * What an abbreviation may stand for, the likeliest first; empty when it is unknown. Case and diacritics count only to prefer a
 * reading: "tu" may be "Tỉnh ủy" or "Trung ương", "TƯ" is the latter. Symbols of documents are read part by part: "CTr/TU" is
 * "Chương trình của Tỉnh ủy".
 */
export function expandAbbreviation(word: string): readonly Abbreviation[] {
  const whole = readingsOf(word)
  return whole.length > 0 ? whole : symbolReadings(word)
}

/** The abbreviations of a phrase, typed with or without diacritics: "công nghệ thông tin" gives CNTT. */
export function abbreviationsOf(expansion: string): readonly string[] {
  const entries = byExpansion.get(phraseKey(expansion)) ?? []
  return entries.filter((entry) => mayBe(expansion, entry.expansion)).map(({ short }) => short)
}

/**
 * Known abbreviations in the order of the text. Lower case counts where the letters can be no syllable ("cntt", "cqdt", "ubnd"). Those
 * that belong to the number of a document are left to `findDocumentNumbers`. Linear time.
 */
export function findAbbreviations(text: string): AbbreviationMention[] {
  let numbers: readonly Span[] | undefined
  const found: AbbreviationMention[] = []
  let next = 0
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0].replace(/[.\-/&]+$/, '')
    const start = match.index
    const end = start + raw.length
    if (!looksShort(raw)) continue
    const readings = expandAbbreviation(raw)
    if (readings.length === 0) continue
    numbers ??= findDocumentNumbers(text)
    while ((numbers[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    if ((numbers[next]?.start ?? Number.POSITIVE_INFINITY) >= end) found.push({ start, end, raw, readings })
  }
  return found
}

/**
 * The short forms that a document defines, in the order of the text. Capital letters in brackets count when they are the initials of
 * the words before ("chuyển đổi số (CĐS)") or a known abbreviation of them ("trí tuệ nhân tạo (AI)"). Linear time.
 */
export function findDefinedAbbreviations(text: string): DefinedAbbreviation[] {
  const found: DefinedAbbreviation[] = []
  for (const match of text.matchAll(definitionPattern)) {
    const { named, initials } = match.groups ?? {}
    const written = (named ?? initials ?? '').replace(/^["“'‘]|["”'’]$/g, '').trim()
    const short = normalForm(written).trim()
    const span = { start: match.index, end: match.index + match[0].length }
    const expansionSpan =
      initials === undefined ? namedPhrase(text, span.start, written) : phraseOfInitials(text, span.start, short)
    if (!expansionSpan || short === '') continue
    const expansion = text.slice(expansionSpan.start, expansionSpan.end)
    found.push({ ...span, raw: match[0], short, expansion, expansionSpan })
  }
  return found
}

const byShort = new Map<string, Abbreviation[]>()
const byExpansion = new Map<string, Abbreviation[]>()
for (const entry of abbreviations) {
  for (const [map, key] of [
    [byShort, shortKey(entry.short)] as const,
    [byExpansion, phraseKey(entry.expansion)] as const,
  ]) {
    map.set(key, [...(map.get(key) ?? []), entry])
  }
}

function shortKey(word: string): string {
  return fold(word).replace(/[\s.]/g, '')
}

function phraseKey(phrase: string): string {
  return fold(phrase)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function readingsOf(word: string): readonly Abbreviation[] {
  const entries = byShort.get(shortKey(word)) ?? []
  const written = normalForm(word).replace(/[\s.]/g, '')
  const same = entries.filter(({ short }) => short.replace(/[\s.]/g, '').toLowerCase() === written.toLowerCase())
  // "TƯ" is written with its mark, so that it is no "TU"; "TU" typed without marks may be either.
  const marked = /\p{M}|đ/u.test(written.normalize('NFD').toLowerCase())
  const readings = marked ? same : [...same, ...entries.filter((entry) => !same.includes(entry))]
  return readings.filter(({ expansion }, i) => readings.findIndex((other) => other.expansion === expansion) === i)
}

/** "CTr/TU", "QĐ-TTg", "TTLT-BGDĐT-BTTTT": the type, then who issues it. */
function symbolReadings(word: string): readonly Abbreviation[] {
  const [symbol = '', ...offices] = word.split(/[/-]/).filter(Boolean)
  const type = typeOfSymbol(symbol)
  if (!type || offices.length === 0 || offices.length > 4) return []
  const issuers = offices.map((office) => issuersOf(office.replace(/\d+$/, '')))
  if (issuers.some((names) => names.length === 0)) return []
  const name = type.name.charAt(0).toUpperCase() + type.name.slice(1)
  const firsts = issuers[0] ?? []
  const others = issuers.slice(1).map(([issuer]) => issuer)
  return firsts.map((first) => ({
    short: word,
    expansion: `${name} của ${[first, ...others].join(' và ')}`,
    kind: 'type',
  }))
}

function issuersOf(office: string): string[] {
  const names = readingsOf(office)
    .filter(({ kind }) => kind === 'body')
    .map(({ expansion }) => expansion)
  // In the number of a document TU is always a province's or city's committee.
  return shortKey(office) === 'tu' ? names.filter((name) => name !== 'Trung ương') : names.slice(0, 1)
}

/** Letters with the marks that hold an abbreviation together: "TT&TT", "T.Ư", "BR-VT", "CTr/TU". */
const wordPattern = /(?<![\p{L}\p{M}\d])[\p{L}\p{M}]+(?:[.\-/&][\p{L}\p{M}]+){0,4}\.?(?![\p{L}\p{M}\d])/gu

/** What was found of words seen before; a text says the same ones over and over. */
const looks = new Map<string, boolean>()
const mostLooks = 60_000

function looksShort(raw: string): boolean {
  let short = looks.get(raw)
  if (short === undefined) {
    short = isShortForm(raw)
    if (looks.size < mostLooks) looks.set(raw, short)
  }
  return short
}

function isShortForm(raw: string): boolean {
  const letters = raw.normalize('NFC').replace(/[^\p{L}]/gu, '')
  if (letters.length < 2 || letters.length > 16) return false
  if (/\p{Lu}.*\p{Lu}/u.test(letters)) return true
  return letters === letters.toLowerCase() && !isPlainSyllable(fold(letters))
}

const naming = '(?:sau\\s+đây\\s+)?(?:được\\s+)?(?:gọi|viết)\\s+(?:chung|tắt)\\s+là:?|sau\\s+đây\\s+gọi\\s+là'
const definitionPattern = new RegExp(
  `\\((?:${naming.normalize('NFC')}|${naming.normalize('NFD')})\\s+(?<named>[^()\\n;]{2,80}?)\\)|\\((?<initials>\\p{Lu}[\\p{L}\\p{M}&.\\-/]{1,14})\\)`,
  'giu',
)

const links = new Set(['va', 'cua', 'cac', 've', 'cho', 'trong', 'tai', 'theo', 'voi', 'den'])

/** The words before a bracket whose initials are the letters inside, or that the table knows by them. */
function phraseOfInitials(text: string, bracket: number, short: string): Span | undefined {
  if (!/\p{Lu}.*\p{Lu}/u.test(short)) return undefined
  const from = Math.max(0, bracket - 160)
  const words = [...text.slice(from, bracket).matchAll(/[\p{L}\p{M}\d]+/gu)]
  const last = words.at(-1)
  if (!last || /[.;:!?]\s*$/.test(text.slice(from, bracket))) return undefined
  const end = from + last.index + last[0].length
  const start = startOfInitials(words, short) ?? startOfKnown(words, short)
  return start === undefined ? undefined : { start: from + start, end }
}

function startOfInitials(words: readonly RegExpExecArray[], short: string): number | undefined {
  const parts = short.match(/\p{Lu}\p{Ll}*/gu)?.map(fold) ?? []
  let at = words.length - 1
  for (let part = parts.length - 1; part >= 0; part--) {
    while (at >= 0 && !foldedWord(words, at).startsWith(parts[part] ?? '') && links.has(foldedWord(words, at))) at--
    if (at < 0 || !foldedWord(words, at).startsWith(parts[part] ?? '')) return undefined
    at--
  }
  return words[at + 1]?.index
}

function startOfKnown(words: readonly RegExpExecArray[], short: string): number | undefined {
  for (const { expansion } of readingsOf(short)) {
    const syllables = expansion.match(/[\p{L}\p{M}\d]+/gu) ?? []
    const tail = words.slice(-syllables.length)
    const same =
      tail.length === syllables.length &&
      tail.every((word, i) => canonicalSyllable(word[0]) === canonicalSyllable(syllables[i] ?? ''))
    if (same) return tail[0]?.index
  }
  return undefined
}

function foldedWord(words: readonly RegExpExecArray[], at: number): string {
  return fold(words[at]?.[0] ?? '')
}

/** The phrase that is given a name: from where the name itself stands in it, else the clause before the bracket. */
function namedPhrase(text: string, bracket: number, written: string): Span | undefined {
  const byInitials = phraseOfInitials(text, bracket, normalForm(written))
  if (byInitials) return byInitials
  const from = Math.max(0, bracket - 400)
  const before = text.slice(from, bracket)
  const clause = /[^.;:\n]*$/.exec(before)?.index ?? 0
  const named = before.lastIndexOf(written)
  const repeats = named >= 0 && before.slice(named).trim() !== written
  const start = from + (repeats ? named : clause)
  const words = text.slice(start, bracket)
  const trimmed = words.trim()
  if (trimmed === '') return undefined
  const first = start + words.indexOf(trimmed)
  return { start: first, end: first + trimmed.length }
}
