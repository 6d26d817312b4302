import { plainFact } from '../answers/plain-fact.ts'
import { factLine } from '../facts/fact-line.ts'
import { ledgerOf } from '../facts/ledger.ts'
import { loadCorpus } from '../library/load.ts'

interface FactsOptions {
  readonly corpus: string
  readonly json: boolean
}

/**
 * `facts`: every fact of the corpus, in the order of the documents: one JSON line each, or as text.
 *
 * @throws UserError when the documents cannot be read.
 */
export async function listFacts({ corpus, json }: FactsOptions, write: (text: string) => Promise<void>): Promise<void> {
  const { documents } = await loadCorpus(corpus)
  const ledger = ledgerOf(documents)
  for (const document of documents) {
    const facts = ledger.of(document.id)
    const lines = facts.map((fact) => (json ? JSON.stringify(factLine(fact, document)) : plainFact(fact, document)))
    if (lines.length > 0) await write(`${lines.join('\n')}\n`)
  }
}
