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

/** Takes a text apart into words. Linear time; what only a text that names a place is asked for is found out when it is asked for. */
export function contextOf(text: string): Context {
  const lazily: { plain?: boolean; shouted?: boolean; capitals?: boolean } = {}
  return {
    text,
    words: wordsOf(text),
    get plain() {
      lazily.plain ??= isPlain(text)
      return lazily.plain
    },
    get shouted() {
      lazily.shouted ??= !/\p{Ll}/u.test(text)
      return lazily.shouted
    },
    get capitals() {
      lazily.capitals ??= /[\p{Ll}\d,;]\s\p{Lu}\p{M}*\p{Ll}/u.test(text)
      return lazily.capitals
    },
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

/** A word whose gap is cut out only when it is asked for. */
class WordOfText implements Word {
  readonly start: number
  readonly end: number
  readonly raw: string
  readonly folded: string
  readonly #text: string
  readonly #before: number

  constructor(text: string, before: number, start: number, raw: string) {
    this.start = start
    this.end = start + raw.length
    this.raw = raw
    this.folded = foldedWord(raw)
    this.#text = text
    this.#before = before
  }

  get gap(): string {
    return this.#text.slice(this.#before, this.start)
  }
}

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let before = 0
  for (const { 0: raw, index } of text.matchAll(/[\p{L}\p{M}\d]+/gu)) {
    words.push(new WordOfText(text, before, index, raw))
    before = index + raw.length
  }
  return words
}
