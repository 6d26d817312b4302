import { fold } from './normal-form.ts'
import type { Span } from './sentences.ts'
import { isPlain } from './spelling.ts'

/** One word of a text in which places are looked for. */
export interface Word extends Span {
  readonly raw: string
  readonly folded: string
  /** What stands between this word and the one before it. */
  readonly gap: string
}

/** A text as the search for places sees it. */
export interface Context {
  readonly text: string
  readonly words: readonly Word[]
  /** True when the whole text bears no diacritics. */
  readonly plain: boolean
  readonly shouted: boolean
  /** True when words inside its sentences are capitalised, so that case tells names from nouns. */
  readonly capitals: boolean
}

/** Takes a text apart into words. Linear time. */
export function contextOf(text: string): Context {
  return {
    text,
    words: wordsOf(text),
    plain: isPlain(text),
    shouted: !/\p{Ll}/u.test(text),
    capitals: /[\p{Ll}\d,;]\s\p{Lu}\p{M}*\p{Ll}/u.test(text),
  }
}

/** Syllables of one name may be parted by a space, a line break or a dash, "Bà Rịa – Vũng Tàu", but by no comma. */
export function joins(gap: string | undefined): boolean {
  return gap !== undefined && /^(?:\s{1,3}|\s?[-–—.]\s?)$/.test(gap)
}

export function isUpperInitial(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.raw)
}

export function isCapitalised(words: readonly Word[]): boolean {
  return words.every(isUpperInitial)
}

/** Folded syllables; a language has some ten thousand, hostile text any number. */
const folds = new Map<string, string>()

function foldedWord(raw: string): string {
  let folded = folds.get(raw)
  if (folded === undefined) {
    folded = fold(raw)
    if (folds.size < 50_000 && raw.length < 20) folds.set(raw, folded)
  }
  return folded
}

function wordsOf(text: string): Word[] {
  let before = 0
  return Array.from(text.matchAll(/[\p{L}\p{M}\d]+/gu), (match) => {
    const [raw] = match
    const word = {
      start: match.index,
      end: match.index + raw.length,
      raw,
      folded: foldedWord(raw),
      gap: text.slice(before, match.index),
    }
    before = word.end
    return word
  })
}
