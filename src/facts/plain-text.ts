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

const written = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/giu

/**
 * A stretch of a document as the rules read it: composed letters, one kind of dash, single spaces, no Markdown emphasis or
 * escapes, tones placed one way ("hòa", "ủy"); each character is traced back to the document.
 */
export class PlainText {
  readonly text: string
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array

  constructor(document: string, span: Span) {
    const letters: string[] = []
    const starts: number[] = []
    const ends: number[] = []
    const source = document.slice(span.start, span.end)
    for (const match of source.matchAll(/\*\*|\\(?=[!-/:-@[-`{-~])|\s+|\P{M}\p{M}*|\p{M}+/gsu)) {
      const [cluster] = match
      const plain = /^\s/.test(cluster) ? ' ' : cluster === '**' || cluster === '\\' ? '' : normalForm(cluster)
      for (const letter of plain === ' ' && letters.at(-1) === ' ' ? '' : plain.split('')) {
        letters.push(letter)
        starts.push(span.start + match.index)
        ends.push(span.start + match.index + cluster.length)
      }
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

function placeTone(syllable: string): string {
  const older = olderPlacement[syllable.toLowerCase()] ?? syllable
  if (syllable === syllable.toLowerCase()) return older
  return syllable === syllable.toUpperCase() ? older.toUpperCase() : older.charAt(0).toUpperCase() + older.slice(1)
}
