import { fold } from './normal-form.ts'
import { remembered } from './remembered.ts'
import type { Span } from './sentences.ts'

/**
 * A text in lower case and without diacritics (see `fold`), each character traced back to the text it was made from. Patterns are
 * matched on `text`; what they find is reported as spans of `original`.
 */
export interface FoldedText {
  readonly text: string
  readonly original: string
  /** Offset in `original` of each character of `text`, and one more for its end. */
  readonly offsets: Uint32Array
}

const folds = new Map<string, string>()

/** Folds a text character by character; combining marks and invisible characters leave no trace. Linear time. */
export const foldText: (original: string) => FoldedText = remembered((original) => {
  const offsets = new Uint32Array(original.length + 1)
  const codes = new Uint16Array(original.length)
  let length = 0
  for (let at = 0; at < original.length; at++) {
    const code = original.charCodeAt(at)
    const folded = code < 128 ? lowerAscii(code) : foldedCode(original[at] ?? '')
    if (folded === undefined) continue
    codes[length] = folded
    offsets[length++] = at
  }
  offsets[length] = original.length
  return { text: textOf(codes.subarray(0, length)), original, offsets }
})

/** The span of the original text that `folded.text.slice(start, end)` was made from. */
export function originalSpan(folded: FoldedText, start: number, end: number): Span {
  return { start: folded.offsets[start] ?? 0, end: folded.offsets[end] ?? folded.original.length }
}

/** The original words behind `folded.text.slice(start, end)`. */
export function originalText(folded: FoldedText, start: number, end: number): string {
  return folded.original.slice(folded.offsets[start], folded.offsets[end])
}

function lowerAscii(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code
}

/** The first UTF-16 unit of the folded letter, so that a letter never becomes two; undefined for marks. */
function foldedCode(letter: string): number | undefined {
  let folded = folds.get(letter)
  if (folded === undefined) {
    folded = fold(letter).slice(0, 1)
    folds.set(letter, folded)
  }
  return folded === '' ? undefined : folded.charCodeAt(0)
}

/** Unit by unit: a TextDecoder puts a replacement where it takes half a character for damage. */
function textOf(codes: Uint16Array): string {
  return Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString('utf16le')
}
