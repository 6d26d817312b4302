import type { Knowledge } from './knowledge.ts'
import { opensByName } from './questions/read-question.ts'
import type { Reading } from './questions/reading.ts'

/** What a chat's questions are about, when that was set. */
export interface Scope {
  /** Ids of documents. */
  readonly documents: readonly string[]
}

/** The knowledge that a question is answered from: as if it held only the documents of the scope. What is named exactly is opened anywhere. */
export function scopedTo(knowledge: Knowledge, scope: Scope | undefined, { command }: Reading): Knowledge {
  if (!scope || opensByName(command)) return knowledge
  const { corpus, retriever, ledger, rarity } = knowledge
  const within = new Set(scope.documents)
  return {
    corpus: {
      ...corpus,
      documents: corpus.documents.filter(({ id }) => within.has(id)),
      passages: corpus.passages.filter(({ document }) => within.has(document.id)),
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
      facts: ledger.facts.filter(({ document }) => within.has(document)),
      of: (document) => (within.has(document) ? ledger.of(document) : []),
    },
    rarity,
  }
}
