import { lightWords } from '../src/questions/light-words.ts'
import { weighSubject } from '../src/questions/subject.ts'
import type { Rarity } from '../src/search/rarity.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import { type SaidOtherwise, saidOtherwise } from '../src/vietnamese/same-meaning.ts'

/** A word of the question's subject, in the form in which it is compared, and how telling it is. */
interface WantedTerm {
  readonly form: string
  readonly weight: number
  /** One that most questions have, or that belongs to the asking. */
  readonly isGeneral: boolean
}

/** What a subject looks for.  */
export interface Wanted {
  readonly terms: readonly WantedTerm[]
  /** Which form of a word is compared. */
  readonly by: 'term' | 'folded'
  /** The terms that other phrases say too. */
  readonly otherwise: readonly SaidOtherwise[]
}

/** How much a general word counts beside one that names the subject. */
const generalWeight = 0.2
/** The same for a word of the asking: telling enough to choose between two sentences that have all the rest. */
const lightWeight = 0.1

const lastWanted = new WeakMap<Rarity, { readonly subject: string; readonly plain: boolean; readonly wanted: Wanted }>()

/**
 * What a subject looks for. The last one is kept, as a question is held against many facts and rows.
 *
 * @param plain whether words are compared without diacritics, because the question was typed so
 */
export function wantedOf(subject: string, plain: boolean, rarity: Rarity): Wanted {
  const last = lastWanted.get(rarity)
  if (last?.subject === subject && last.plain === plain) return last.wanted
  const wanted = weighed(subject, plain, rarity)
  lastWanted.set(rarity, { subject, plain, wanted })
  return wanted
}

function weighed(subject: string, plain: boolean, rarity: Rarity): Wanted {
  const by = plain ? 'folded' : 'term'
  const weight = plain ? rarity.ofFolded : rarity.ofTerm
  const general = new Set(fullTokens(weighSubject(subject).general).map((token) => token[by]))
  const forms = fullTokens(subject).map((token) => token[by])
  const isLight = lightWords(forms, by)
  const terms = forms.map((form, i) => {
    const share = isLight[i] ? lightWeight : general.has(form) ? generalWeight : 1
    return { form, weight: Math.max(weight(form), 0.02) * share, isGeneral: share < 1 }
  })
  return { terms, by, otherwise: saidOtherwise(forms, by) }
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
