import { normalForm } from '../vietnamese/normal-form.ts'
import type { Span } from '../vietnamese/sentences.ts'

/** Tone marks on the second vowel of an open syllable, in the older placement of the same syllable. */
const olderPlacement: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}

const written = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![A-Za-zÀ-ỹ])/giu

/**
 * A stretch of a document as the rules read it: composed letters, one kind of dash, single spaces, no Markdown emphasis or
 * escapes, tones placed one way ("hòa", "ủy"); each character is traced back to the document.
 *
 * The rules write a letter as A-Za-zÀ-ỹ, which holds all composed Vietnamese letters: with the Unicode property a pattern that ignores
 * case takes ten times as long to compile, and some two hundred of them are compiled before the first answer.
 */
export class PlainText {
  readonly text: string
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array

  constructor(document: string, span: Span) {
    const letters: string[] = []
    const starts: number[] = []
    const ends: number[] = []
    for (let at = span.start; at < span.end; ) {
      const end = clusterEnd(document, at, span.end)
      for (const letter of readCluster(document.slice(at, end), letters.at(-1))) {
        letters.push(letter)
        starts.push(at)
        ends.push(end)
      }
      at = end
    }
    this.text = letters.join('').replace(written, placeTone)
    this.#starts = Uint32Array.from(starts)
    this.#ends = Uint32Array.from(ends)
  }

  /** The span of the document that `text.slice(from, to)` was read from, without white space at its ends. */
  span(from: number, to: number): Span {
    let first = from
    let last = to
    while (first < last && this.text[first] === ' ') first++
    while (last > first && this.text[last - 1] === ' ') last--
    return { start: this.#starts[first] ?? 0, end: this.#ends[last - 1] ?? this.#starts[first] ?? 0 }
  }
}

/** The end of what is read together: a letter with its marks, a run of white space, emphasis, or an escape. */
function clusterEnd(document: string, at: number, to: number): number {
  const code = document.charCodeAt(at)
  let end = at + 1
  if (isSpace(code)) {
    while (end < to && isSpace(document.charCodeAt(end))) end++
    return end
  }
  if (code === 42) return end < to && document.charCodeAt(end) === 42 ? end + 1 : end
  while (end < to && isMark(document.charCodeAt(end))) end++
  return end
}

const nothing: readonly string[] = []
const space: readonly string[] = [' ']

/** A cluster as the rules read it, after the letter before it: nothing, one letter, or several. */
function readCluster(cluster: string, before: string | undefined): readonly string[] {
  const code = cluster.charCodeAt(0)
  if (isSpace(code)) return before === ' ' ? nothing : space
  if (cluster === '**' || cluster === '\\') return nothing
  // Composed Latin letters are in normal form already; normalising each of them would take most of the time.
  if (cluster.length === 1 && (code < 0xc0 ? code < 0xa0 : isComposedLatin(code))) return [cluster]
  const plain = normalForm(cluster)
  return plain === ' ' && before === ' ' ? nothing : plain.split('')
}

function isComposedLatin(code: number): boolean {
  return (
    (code < 0x180 && code !== 0xd0 && code !== 0xf0) ||
    (code >= 0x1a0 && code <= 0x1b0) ||
    (code >= 0x1ea0 && code <= 0x1ef9)
  )
}

function isMark(code: number): boolean {
  return code >= 0x300 && code <= 0x36f
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0
}

function placeTone(syllable: string): string {
  const older = olderPlacement[syllable.toLowerCase()] ?? syllable
  if (syllable === syllable.toLowerCase()) return older
  return syllable === syllable.toUpperCase() ? older.toUpperCase() : older.charAt(0).toUpperCase() + older.slice(1)
}
