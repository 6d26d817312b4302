import type { Fact } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { blockAt, sectionPath } from '../src/library/quote.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import { itemsOf } from './counted-items.ts'
import { kindsCounted, numberClaimed } from './counts.ts'
import type { Match } from './fact-match.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'
import { questionAbove } from './units.ts'
import { type WordForms, wantedOf, wordForms } from './wanted.ts'

/** A list, with the count it belongs to. */
export interface ListMatch extends Match {
  readonly items: readonly Fact[]
}

/** Share of the words beside the thing that have to stand in the paper's name, in or over the list. */
const ofThePaper = 0.7
/** Words of questions about lists. */
const askingWords =
  /\b(?:tat ca|tong cong|tong so|liet ke|ke ten|gom|bao gom|neu(?: ra)?|dua ra|de ra|tap trung|trien khai|thuc hien|can lam|se lam|phai lam|nganh|thoi gian toi|lam|hoi nghi|hoi thao|phien hop|cuoc hop|ket luan|yeu cau|chi dao|phat bieu|dong chi|tai)\b/g

/**
 * "Giải pháp thứ ba của ngành y tế …": the list of such things in the only paper that a question can mean, though other words of the
 * question stand nowhere near the list. Undefined where the paper has several such lists, or the other words have nothing to do with this one.
 */
export function listOfOnlyPaper({ reading, knowledge }: Pick<Request, 'reading' | 'knowledge'>): ListMatch | undefined {
  const within = scopeOf(knowledge, reading)
  if (within?.size !== 1) return undefined
  const document = knowledge.corpus.documents.find(({ id }) => within.has(id))
  if (!document) return undefined
  const facts = knowledge.ledger.of(document.id)
  const kinds = kindsCounted(reading.subject)
  const asked = fullTokens(reading.subject).map(({ folded }) => folded)
  const fitting = facts
    .filter(({ kind }) => kinds.includes(kind))
    .map((fact) => ({ fact, shared: wordsShared(fact.subject, asked), items: itemsOf(fact, facts) }))
    .filter(({ shared, items }) => shared > 0 && items.length > 0)
  const most = Math.max(0, ...fitting.map(({ shared }) => shared))
  const [only, another] = fitting.filter(({ shared }) => shared === most)
  if (!only || another || numberClaimed(only.fact, reading) !== undefined) return undefined
  const thing = new Set(
    fullTokens(only.fact.subject)
      .slice(0, most)
      .map(({ folded }) => folded),
  )
  const rest = withoutPhrases(reading.subject, askingWords)
  const wanted = wantedOf(rest, reading.plain, knowledge.rarity)
  const words = wordsAbout(document, only, facts)[wanted.by]
  const beside = wanted.terms.filter((_, i) => !thing.has(fullTokens(rest)[i]!.folded))
  const total = beside.reduce((sum, { weight }) => sum + weight, 0)
  const held = beside.reduce((sum, { form, weight }) => sum + (words.has(form) ? weight : 0), 0)
  return held >= total * ofThePaper
    ? { fact: only.fact, document, items: only.items, coverage: 1, score: 1 }
    : undefined
}

/** How many of the first words of a list's name stand side by side in the question; none where its first two do not. */
function wordsShared(name: string, asked: readonly string[]): number {
  const words = fullTokens(name).map(({ folded }) => folded)
  let most = 0
  asked.forEach((word, at) => {
    if (word !== words[0]) return
    let length = 1
    while (length < words.length && asked[at + length] === words[length]) length++
    most = Math.max(most, length)
  })
  return most >= Math.min(2, words.length) || /^(?:cong )?viec/.test(words.join(' ')) ? most : 0
}

/** The words of a paper's name and people, and those over and in a list. */
function wordsAbout(
  document: Document,
  { fact, items }: { readonly fact: Fact; readonly items: readonly Fact[] },
  facts: readonly Fact[],
): WordForms {
  const { text, metadata } = document
  const section = blockAt(document, fact.context.start)?.section ?? 0
  const above = questionAbove(document, fact.context.start)
  const words = wordForms(
    [
      metadata.title,
      metadata.kind,
      metadata.issuer,
      ...sectionPath(document, section),
      ...facts.flatMap(({ person }) => (person ? [person.name, ...person.roles] : [])),
      ...[fact.context, ...items.map(({ quote }) => quote)].map(({ start, end }) => text.slice(start, end)),
    ].join(' '),
  )
  return above
    ? { term: new Set([...words.term, ...above.term]), folded: new Set([...words.folded, ...above.folded]) }
    : words
}
