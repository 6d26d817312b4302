import { stands } from '../src/vietnamese/same-meaning.ts'
import type { Wanted } from './wanted.ts'

/** Weight of a term that stands in the unit, but apart from the words beside it in the question. */
const apart = 0.75
/** Weight of a word beside that of the one asked, where it means the same. */
const sameMeaning = 0.9
/** Where such words are looked for around a unit: not in its passage, where they belong to something else. */
const ringsOfSameMeaning = [0, 2, 3]

/** Near a figure stand its sentence, its passage and the question it answers; a heading may have one of the words by chance. */
export const nearWeights = [1, 1, 0, 1]

/** How much of a term a unit has in its own words: 1 beside a neighbour of the question, less apart from it. */
export function presence(forms: readonly string[], { terms }: Wanted, i: number): number {
  const { form } = terms[i]!
  let at = forms.indexOf(form)
  if (at < 0) return 0
  if (terms.length === 1) return 1
  const before = terms[i - 1]?.form
  const after = terms[i + 1]?.form
  for (; at >= 0; at = forms.indexOf(form, at + 1)) {
    if ((at > 0 && forms[at - 1] === before) || (at + 1 < forms.length && forms[at + 1] === after)) return 1
  }
  return apart
}

/** For each term that another phrase says too: how much of it stands in a unit as such a phrase, and how much near it. */
export function saidAs(
  forms: readonly string[],
  rings: readonly ReadonlySet<string>[],
  wanted: Wanted,
  weights: readonly number[],
): ({ readonly share: number; readonly near: number } | undefined)[] {
  const found = wanted.terms.map((): { readonly share: number; readonly near: number } | undefined => undefined)
  for (const { from, to, others } of wanted.otherwise) {
    let share = 0
    let near = 0
    for (const phrase of others) {
      if (stands(forms, phrase)) {
        share = 1
        near = 1
        break
      }
      for (const ring of ringsOfSameMeaning) {
        if (!rings[ring] || !phrase.words.every((word) => rings[ring]!.has(word))) continue
        share = Math.max(share, weights[ring]!)
        near = Math.max(near, nearWeights[ring]!)
      }
    }
    if (share > 0) found.fill({ share: share * sameMeaning, near: near * sameMeaning }, from, to)
  }
  return found
}
