import { findAbbreviations } from './abbreviations.ts'
import { type Token, tokenize } from './tokens.ts'

/**
 * The words of a text with its abbreviations written out, so that "CNTT" and "công nghệ thông tin" compare as equal. The words of an
 * expansion all carry the offsets of the abbreviation. An abbreviation that may stand for several things
 * stays as it is, unless its likeliest meaning is a subject of administration.
 */
export function fullTokens(text: string): Token[] {
  const abbreviations = findAbbreviations(text).filter(
    ({ readings }) => readings.length === 1 || readings[0]?.kind === 'subject',
  )
  if (abbreviations.length === 0) return tokenize(text)
  const tokens: Token[] = []
  let next = 0
  for (const token of tokenize(text)) {
    while (next < abbreviations.length && abbreviations[next]!.end <= token.start) next++
    const { start, end, readings } = abbreviations[next] ?? { start: -1, end: -1, readings: [] }
    if (token.start < start || token.end > end) tokens.push(token)
    else if (token.start === start)
      tokens.push(...tokenize(readings[0]!.expansion).map((word) => ({ ...word, start, end })))
  }
  return tokens
}
