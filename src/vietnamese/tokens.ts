import { canonicalSyllable, fold, normalForm } from './normal-form.ts'

type TokenKind = 'syllable' | 'number' | 'document-number'

/** One word of a text: a syllable, a number, or a document number kept whole. Offsets are into the text as given. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Comparable form with diacritics (canonical syllables; numbers and document numbers in lower-case normal form). */
  readonly term: string
  /** Comparable form without diacritics. */
  readonly folded: string
  readonly kind: TokenKind
}

/** Splits a text into tokens in order. Any Unicode is accepted; what is no letter or digit is skipped. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  scan(text, (start, end, kind) => {
    const written = text.slice(start, end)
    if (kind === 'syllable') {
      const { term, folded } = syllableForms(written)
      tokens.push({ start, end, term, folded, kind })
    } else {
      const term = termOf(written, kind)
      tokens.push({ start, end, term, folded: kind === 'number' ? term : fold(written).replace(/\s/g, ''), kind })
    }
  })
  return tokens
}

/** Calls `visit` for each token of the text, in order, without building anything: for texts by the million. */
export function scan(text: string, visit: (start: number, end: number, kind: TokenKind) => void): void {
  for (let at = 0; at < text.length; ) {
    const shape = shapeAt(text, at)
    if (shape === letter || shape === astralLetter) {
      const end = endOfLetters(text, at)
      visit(at, end, 'syllable')
      at = end
    } else if (shape === digit) {
      const documentEnd = endOfDocumentNumber(text, at)
      const end = documentEnd || endOfNumber(text, at)
      visit(at, end, documentEnd ? 'document-number' : 'number')
      at = end
    } else {
      at++
    }
  }
}

/** The comparable form of a token as written. Small numbers lose their leading zeros: "08" is "8". */
export function termOf(written: string, kind: TokenKind): string {
  if (kind === 'syllable') return syllableForms(written).term
  if (kind === 'number') return /^0\d$/.test(written) ? written.slice(1) : written
  return normalForm(written).toLowerCase().replace(/\s/g, '')
}

interface SyllableForms {
  readonly term: string
  readonly folded: string
}

/** Forms of syllables seen before: Vietnamese has some 18,000 of them, and a text says the same ones over and over. */
const seen = new Map<string, SyllableForms>()
const mostSeen = 60_000
/** Longer runs of letters are hardly ever said twice. */
const longestSeen = 12

function syllableForms(written: string): SyllableForms {
  const known = seen.get(written)
  if (known) return known
  const forms = { term: canonicalSyllable(written), folded: fold(written) }
  if (written.length <= longestSeen && seen.size < mostSeen) seen.set(written, forms)
  return forms
}

const unknown = 0
const other = 1
const letter = 2
const digit = 3
const astralLetter = 4

/** What each UTF-16 code unit is, found out at its first sight. */
const shapes = new Uint8Array(0x10000)

function shapeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const known = shapes[unit]!
  if (known !== unknown) return known
  if (unit >= 0xd800 && unit <= 0xdbff) {
    return /^[\p{L}\p{M}]/u.test(text.slice(at, at + 2)) ? astralLetter : other
  }
  const character = String.fromCharCode(unit)
  const shape = /[0-9]/.test(character) ? digit : /[\p{L}\p{M}]/u.test(character) ? letter : other
  shapes[unit] = shape
  return shape
}

function endOfLetters(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const shape = shapeAt(text, end)
    if (shape === letter) end++
    else if (shape === astralLetter) end += 2
    else break
  }
  return end
}

/** The document number that begins at `start` ("36-NQ/TW", "19/2025/QĐ-TTg", "36a/NQ-CP"); 0 when there is none. */
function endOfDocumentNumber(text: string, start: number): number {
  let at = start + 1
  while (at < start + 5 && shapeAt(text, at) === digit) at++
  if (at >= text.length) return 0
  const next = text.charCodeAt(at)
  const joins = next === 0x2f || next === 0x2d || (next >= 0x2010 && next <= 0x2015)
  if (!joins && shapeAt(text, at) !== letter) return 0
  documentNumber.lastIndex = start
  const written = documentNumber.exec(text)?.[0]
  return written === undefined ? 0 : start + written.length
}

/** The first letter group holds two capitals, so that "5/Nghị định" and "12-Hà Nội" are not taken for numbers. */
const documentNumber =
  /\d{1,5}\p{L}?(?:\/\d{4})?[-/\u2010-\u2015][\p{Lu}\u00d0]\p{Ll}{0,2}[\p{Lu}\u00d0][\p{L}\p{M}]*\d{0,2}(?:[-/&\u2010-\u2015]\s?[\p{Lu}\u00d0][\p{L}\p{M}]*\d{0,2})*/uy

/** The number that begins at `start`, with its separators and percent sign: "26/63", "7.500", "30%". */
function endOfNumber(text: string, start: number): number {
  let end = start + 1
  while (end < text.length) {
    if (shapeAt(text, end) === digit) end++
    else if (separates(text.charCodeAt(end)) && end + 1 < text.length && shapeAt(text, end + 1) === digit) end += 2
    else break
  }
  return text.charCodeAt(end) === 0x25 ? end + 1 : end
}

function separates(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x2f
}
