import { findSentences, type Span } from '../vietnamese/sentences.ts'

/**
 * Cuts a text into pieces of at most `limit` UTF-16 units, as few as its borders allow: between paragraphs when that leaves a piece
 * at least half full, else between sentences, else lines, else words; only a word longer than the limit is cut, never inside a
 * character. White space between two pieces belongs to neither. A text of white space alone has no piece.
 *
 * @param limit at least 2
 */
export function splitText(text: string, limit: number): Span[] {
  const sentenceEnds = text.length > limit ? findSentences(text).map(({ end }) => end) : []
  const pieces: Span[] = []
  const textEnd = text.trimEnd().length
  let next = 0
  for (let start = skipSpace(text, 0); start < textEnd; ) {
    let end = textEnd
    if (textEnd - start > limit) {
      const latest = start + limit
      while (next + 1 < sentenceEnds.length && sentenceEnds[next + 1]! <= latest) next++
      end = cutAt(text, start, latest, sentenceEnds[next] ?? 0)
    }
    pieces.push({ start, end: trimmedEnd(text, start, end) })
    start = skipSpace(text, end)
  }
  return pieces
}

/** Where to end a piece that begins at `start` and must not go past `latest`. */
function cutAt(text: string, start: number, latest: number, sentenceEnd: number): number {
  const paragraph = text.lastIndexOf('\n\n', latest)
  if (paragraph - start >= (latest - start) / 2) return paragraph
  if (sentenceEnd > start && sentenceEnd <= latest) return sentenceEnd
  const line = text.lastIndexOf('\n', latest)
  if (line > start) return line
  const word = text.lastIndexOf(' ', latest)
  if (word > start) return word
  return characterBorder(text, start, latest)
}

/** The last place up to `latest` that splits neither a surrogate pair nor a letter from its marks; `latest` when there is none. */
function characterBorder(text: string, start: number, latest: number): number {
  for (let at = latest; at > Math.max(start + 1, latest - 32); at--) {
    if (!/^[\udc00-\udfff\p{M}\u200d]/u.test(text.slice(at, at + 1))) return at
  }
  return isLowSurrogate(text, latest) ? latest - 1 : latest
}

function isLowSurrogate(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(at))
}

function skipSpace(text: string, from: number): number {
  const space = /\s*/y
  space.lastIndex = from
  space.exec(text)
  return space.lastIndex
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text.charAt(at - 1))) at--
  return at
}
