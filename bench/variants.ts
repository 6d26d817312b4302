import { normalForm } from '../src/vietnamese/normal-form.ts'

export const variantNames = ['nodiacritics', 'typos'] as const
export type Variant = (typeof variantNames)[number]

/** A question as people type it: without any diacritic, or with one slip. The same question gives the same slip every time. */
export function rewrite(question: string, variant: Variant): string {
  return variant === 'nodiacritics' ? withoutDiacritics(question) : withSlip(question, random(question))
}

function withoutDiacritics(text: string): string {
  return normalForm(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
}

const neighbours: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qe',
  e: 'wr',
  r: 'et',
  t: 'ry',
  y: 'tu',
  u: 'yi',
  i: 'uo',
  o: 'ip',
  p: 'o',
  a: 'sq',
  s: 'ad',
  d: 'sf',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  j: 'hk',
  k: 'jl',
  l: 'k',
  z: 'x',
  x: 'zc',
  c: 'xv',
  v: 'cb',
  b: 'vn',
  n: 'bm',
  m: 'n',
}

const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

/** Changes one syllable of three letters or more: wrong tone, lost diacritics, letters swapped, dropped or beside the right one. */
function withSlip(question: string, next: (below: number) => number): string {
  const syllables = [...question.normalize('NFC').matchAll(/[\p{L}\p{M}]{3,}/gu)]
  const chosen = syllables[next(syllables.length)]
  if (!chosen) return question
  const [word] = chosen
  const slipped = [wrongTone, withoutDiacritics, swapped, dropped, beside][next(5)]!(word, next)
  return (
    question.normalize('NFC').slice(0, chosen.index) +
    slipped +
    question.normalize('NFC').slice(chosen.index + word.length)
  )
}

function wrongTone(word: string, next: (below: number) => number): string {
  const letters = word.normalize('NFD')
  const tone = /[\u0300\u0301\u0309\u0303\u0323]/.exec(letters)
  if (!tone) return swapped(word, next)
  const [head, tail] = [letters.slice(0, tone.index), letters.slice(tone.index + 1)]
  const quality = /^[\u0302\u0306\u031b]?/.exec(tail)![0]
  return (head + quality + tones[next(6)]! + tail.slice(quality.length)).normalize('NFC')
}

function swapped(word: string, next: (below: number) => number): string {
  const at = next(word.length - 1)
  return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
}

function dropped(word: string, next: (below: number) => number): string {
  const at = next(word.length)
  return word.slice(0, at) + word.slice(at + 1)
}

function beside(word: string, next: (below: number) => number): string {
  const at = next(word.length)
  const near = neighbours[word[at]!.toLowerCase()]
  return near === undefined ? dropped(word, next) : word.slice(0, at) + near[next(near.length)]! + word.slice(at + 1)
}

/** Numbers that depend on the text alone (xorshift over its FNV hash). */
function random(text: string): (below: number) => number {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return below <= 0 ? 0 : (state >>> 0) % below
  }
}
