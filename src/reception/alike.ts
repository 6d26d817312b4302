import { questionWords } from '../search/question.ts'
import { fold } from '../vietnamese/normal-form.ts'

/** Questions that ask for much the same. */
export interface Alike<Question> {
  /** The newest of them. */
  readonly example: Question
  readonly all: readonly Question[]
}

/** Share of their telling words that two questions have in common, from which they count as one. */
const alike = 0.5
/** Words of a question that count less say how it is asked, not what. */
const telling = 0.5
const mostGroups = 300

/**
 * Groups questions by likeness, the largest group first. Each joins the first group whose example it is like, so that the time grows
 * with questions times groups; beyond the most groups a question stands alone no more.
 *
 * @param questions newest first
 */
export function groupAlike<Question extends { readonly question: string }>(
  questions: readonly Question[],
): readonly Alike<Question>[] {
  const groups: { words: ReadonlySet<string>; all: [Question, ...Question[]] }[] = []
  for (const question of questions) {
    const words = tellingWords(question.question)
    const group = groups.find((known) => likeness(known.words, words) >= alike)
    if (group) group.all.push(question)
    else if (groups.length < mostGroups) groups.push({ words, all: [question] })
  }
  return groups.map(({ all }) => ({ example: all[0], all })).sort((a, b) => b.all.length - a.all.length)
}

function tellingWords(text: string): ReadonlySet<string> {
  const words = questionWords(text.replace(/^\s*\/\w+/, ''))
  const kept = words.filter(({ weight }) => weight >= telling)
  return new Set((kept.length > 0 ? kept : words).map(({ term }) => fold(term).replace(/\d$/, '')))
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return common / (a.size + b.size - common)
}
