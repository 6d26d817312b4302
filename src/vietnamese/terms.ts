import { remembered } from './remembered.ts'

/** A canonical term without its tone digit and quality marks: "nghi5" → "nghi", "đên2" → "den". */
export const foldTerm: (term: string) => string = remembered(
  (term) =>
    term
      .replace(/(?<=\p{L})[1-5]$/u, '')
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/đ/g, 'd'),
  10_000,
)

/** Tone and quality marks of a term, in order. */
export const marksOf: (term: string) => string = remembered(
  (term) => term.normalize('NFD').replace(/[^\p{M}đ\d]/gu, ''),
  10_000,
)

/** 0 where a term bears the same marks of quality as the one typed, else 1. */
export function distanceOfMarks(term: string, telex: string): number {
  const [quality, typed] = [term, telex].map((each) => each.replace(/\d$/, ''))
  return quality === typed ? 0 : 1
}
