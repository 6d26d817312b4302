import { weighSubject } from '../src/questions/subject.ts'
import type { Rarity } from '../src/search/rarity.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'

/** A word of the question's subject, in the form in which it is compared, and how telling it is. */
interface WantedTerm {
  readonly form: string
  readonly weight: number
}

/** What a subject looks for.  */
export interface Wanted {
  readonly terms: readonly WantedTerm[]
  /** Which form of a word is compared. */
  readonly by: 'term' | 'folded'
}

/** How much a general word counts beside one that names the subject. */
const generalWeight = 0.2

/** @param plain whether words are compared without diacritics, because the question was typed so */
export function wantedOf(subject: string, plain: boolean, rarity: Rarity): Wanted {
  const by = plain ? 'folded' : 'term'
  const weight = plain ? rarity.ofFolded : rarity.ofTerm
  const general = new Set(fullTokens(weighSubject(subject).general).map((token) => token[by]))
  const terms = fullTokens(subject).map((token) => {
    const form = token[by]
    return { form, weight: Math.max(weight(form), 0.02) * (general.has(form) ? generalWeight : 1) }
  })
  return { terms, by }
}

/** The words of a text in both forms, so that a text is taken apart once and compared either way. */
export interface WordForms {
  readonly term: ReadonlySet<string>
  readonly folded: ReadonlySet<string>
}

export function wordForms(text: string): WordForms {
  const tokens = fullTokens(text)
  return { term: new Set(tokens.map(({ term }) => term)), folded: new Set(tokens.map(({ folded }) => folded)) }
}
