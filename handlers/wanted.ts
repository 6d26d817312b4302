import { weighSubject } from '../src/questions/subject.ts'
import type { Rarity } from '../src/search/rarity.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import type { Token } from '../src/vietnamese/tokens.ts'

/** A word of the question's subject, in the form in which it is compared, and how telling it is. */
interface WantedTerm {
  readonly form: string
  readonly weight: number
}

/** What a subject looks for.  */
export interface Wanted {
  readonly terms: readonly WantedTerm[]
  readonly form: (token: Token) => string
}

/** How much a general word counts beside one that names the subject. */
const generalWeight = 0.2

/** @param plain whether words are compared without diacritics, because the question was typed so */
export function wantedOf(subject: string, plain: boolean, rarity: Rarity): Wanted {
  const form = (token: Token) => (plain ? token.folded : token.term)
  const weight = plain ? rarity.ofFolded : rarity.ofTerm
  const general = new Set(fullTokens(weighSubject(subject).general).map(form))
  const terms = fullTokens(subject).map((token) => {
    const share = general.has(form(token)) ? generalWeight : 1
    return { form: form(token), weight: Math.max(weight(form(token)), 0.02) * share }
  })
  return { terms, form }
}

/** The forms of a text's words. */
export function formsOf(text: string, { form }: Wanted): Set<string> {
  return new Set(fullTokens(text).map(form))
}
