import { catalogWithin } from './facts/catalog.ts'
import type { Knowledge } from './knowledge.ts'
import type { Document } from './library/document.ts'
import { isVisible } from './library/visibility.ts'
import { opensByName } from './questions/read-question.ts'
import type { Reading } from './questions/reading.ts'
import { tokenize } from './vietnamese/tokens.ts'

/** What a chat's questions are about, when that was set. */
export interface Scope {
  /** Ids of documents. */
  readonly documents: readonly string[]
}

/** The knowledge that a question is answered from: as if it held only the documents of the scope. What is named exactly is opened anywhere. */
export function scopedTo(knowledge: Knowledge, scope: Scope | undefined, { command }: Reading): Knowledge {
  return !scope || opensByName(command) ? knowledge : knowledgeWithin(knowledge, new Set(scope.documents))
}

/** Made once for each version and each set of hidden documents. */
const views = new WeakMap<Knowledge, Map<string, Knowledge>>()

/**
 * The knowledge as somebody may see it: the documents that may not be shown there are neither found nor listed, counted or opened, and no
 * question is repaired with a word that only they hold. How telling a word is, which orders what is found, is counted over all.
 *
 * @param viewer as `isVisible` takes it
 */
export function visibleTo(knowledge: Knowledge, viewer: string | undefined): Knowledge {
  const hidden = hiddenDocuments(knowledge).filter((document) => !isVisible(document, viewer))
  if (hidden.length === 0) return knowledge
  const known = views.get(knowledge) ?? new Map<string, Knowledge>()
  views.set(knowledge, known)
  const key = hidden.map(({ id }) => id).join(' ')
  let view = known.get(key)
  if (!view) {
    view = without(knowledge, hidden)
    known.set(key, view)
  }
  return view
}

const restricted = new WeakMap<Knowledge, readonly Document[]>()

function hiddenDocuments(knowledge: Knowledge): readonly Document[] {
  let documents = restricted.get(knowledge)
  if (!documents) {
    documents = knowledge.corpus.documents.filter(({ metadata }) => metadata.visibility !== undefined)
    restricted.set(knowledge, documents)
  }
  return documents
}

function without(knowledge: Knowledge, hidden: readonly Document[]): Knowledge {
  const away = new Set(hidden.map(({ id }) => id))
  const documents = knowledge.corpus.documents.filter(({ id }) => !away.has(id))
  const narrowed = knowledgeWithin(knowledge, new Set(documents.map(({ id }) => id)))
  const mayBeShown = openWords(hidden, documents)
  return {
    ...narrowed,
    corpus: { ...narrowed.corpus, leftOut: [] },
    retriever: {
      repair(text) {
        const repaired = knowledge.retriever.repair(text)
        return repaired && mayBeShown(repaired.text, text) ? repaired : undefined
      },
      async search(request) {
        const { hits, behind } = await narrowed.retriever.search(request)
        return { hits, ...(behind && { behind }) }
      },
    },
  }
}

/**
 * Tells whether a text brings in no word that stands in hidden documents alone.
 *
 * @returns a test of a text beside the one that it was made of
 */
function openWords(hidden: readonly Document[], visible: readonly Document[]) {
  const secret = new Set<string>()
  for (const { text, metadata } of hidden) {
    for (const { term } of tokenize(`${text}\n${metadata.title}`)) secret.add(term)
  }
  const open = new Map<string, boolean>()
  // Looked for only when a word of a hidden document is about to be shown; common words stand in the first documents.
  const standsOpen = (word: string) => {
    const whole = new RegExp(
      `(?<![\\p{L}\\p{M}\\d])${word.replace(/[^\p{L}\p{M}\d]/gu, '\\$&')}(?![\\p{L}\\p{M}\\d])`,
      'iu',
    )
    return visible.some(({ text, metadata }) => whole.test(text) || whole.test(metadata.title))
  }
  return (text: string, typed: string) => {
    const own = new Set(tokenize(typed).map(({ term }) => term))
    return tokenize(text).every(({ term, start, end }) => {
      if (own.has(term) || !secret.has(term)) return true
      const word = text.slice(start, end).toLowerCase()
      const known = open.get(word) ?? standsOpen(word)
      open.set(word, known)
      return known
    })
  }
}

/** The knowledge as if it held only these documents, by their ids. What few questions need is only made for them. */
export function knowledgeWithin(knowledge: Knowledge, within: ReadonlySet<string>): Knowledge {
  const { corpus, retriever, ledger, catalog, rarity, revised } = knowledge
  const documents = corpus.documents.filter(({ id }) => within.has(id))
  return {
    corpus: {
      ...corpus,
      documents,
      get passages() {
        return corpus.passages.filter(({ document }) => within.has(document.id))
      },
      document: (id) => (within.has(id) ? corpus.document(id) : undefined),
    },
    retriever: {
      repair: (text) => retriever.repair(text),
      search(request) {
        const wanted = request.filter?.documents
        const documents = wanted ? new Set([...wanted].filter((id) => within.has(id))) : within
        return retriever.search({ ...request, filter: { ...request.filter, documents } })
      },
    },
    ledger: {
      get facts() {
        return documents.flatMap(({ id }) => ledger.of(id))
      },
      of: (document) => (within.has(document) ? ledger.of(document) : []),
    },
    catalog: catalogWithin(catalog, within),
    rarity,
    ...(revised && { revised }),
  }
}
