import { canonicalSyllable, fold, normalForm } from './normal-form.ts'

/** One word of a text: a syllable, a number, or a document number kept whole. Offsets are into the text as given. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Comparable form with diacritics (canonical syllables; numbers and document numbers in lower-case normal form). */
  readonly term: string
  /** Comparable form without diacritics. */
  readonly folded: string
  readonly kind: 'syllable' | 'number' | 'document-number'
}

/**
 * Document numbers ("36-NQ/TW", "19/2025/QĐ-TTg", "36a/NQ-CP"), then numbers with their separators ("26/63", "7.500", "30%"),
 * then syllables with any combining marks.
 */
const pattern =
  /(?<document>\d{1,5}\p{L}?(?:\/\d{4})?[-/\u2010-\u2015][\p{Lu}\u00d0][\p{L}\p{M}]*\d{0,2}(?:[-/&\u2010-\u2015]\s?[\p{Lu}\u00d0][\p{L}\p{M}]*\d{0,2})*)|(?<number>\d+(?:[.,/]\d+)*%?)|(?<syllable>[\p{L}\p{M}]+)/gu

/** Splits a text into tokens in order. Any Unicode is accepted; what is no letter or digit is skipped. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(pattern)) {
    const [written] = match
    const groups = match.groups ?? {}
    const start = match.index
    const end = start + written.length
    if (groups.document !== undefined) {
      const term = normalForm(written).toLowerCase().replace(/\s/g, '')
      tokens.push({ start, end, term, folded: fold(written).replace(/\s/g, ''), kind: 'document-number' })
    } else if (groups.number !== undefined) {
      tokens.push({ start, end, term: written, folded: written, kind: 'number' })
    } else {
      tokens.push({ start, end, term: canonicalSyllable(written), folded: fold(written), kind: 'syllable' })
    }
  }
  return tokens
}
