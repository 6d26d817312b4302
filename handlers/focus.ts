import type { Knowledge } from '../src/knowledge.ts'
import { knowledgeWithin } from '../src/scope.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'

/** Up to this many documents are all looked through for facts, titles and names. */
const mostLookedThrough = 400
/** Passages that decide which documents of a large library are looked through. */
const passagesFound = 250

/**
 * The documents of a large library that a question can be about, as if there were no others: facts are then read of a few documents,
 * not of all. Those of its provinces and numbers when these are few, else those that the search finds for its words; for every province
 * by itself, so that none crowds out another. A small library is left whole.
 */
export async function focusedOn({ reading, knowledge }: Pick<Request, 'reading' | 'knowledge'>): Promise<Knowledge> {
  const { corpus, catalog, retriever } = knowledge
  if (corpus.documents.length <= mostLookedThrough) return knowledge
  const within = scopeOf(knowledge, reading)
  if (within && within.size <= mostLookedThrough) return knowledgeWithin(knowledge, within)
  const scopes =
    reading.places.length > 1
      ? reading.places.map(({ place }) => {
          const about = catalog.mainlyAbout(place).map(({ id }) => id)
          return new Set(within ? about.filter((id) => within.has(id)) : about)
        })
      : [within]
  const text = [reading.subject, ...reading.documents.map(({ raw }) => raw), ...reading.years].join(' ')
  const found = new Set<string>()
  for (const documents of scopes) {
    const { hits } = await retriever.search({
      text,
      limit: Math.ceil(passagesFound / scopes.length),
      repaired: true,
      ...(documents && { filter: { documents } }),
    })
    for (const { passage } of hits) found.add(passage.document.id)
  }
  return knowledgeWithin(knowledge, found)
}
