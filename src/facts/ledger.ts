import type { Document } from '../library/document.ts'
import { findCounts } from './counts.ts'
import { findDeadlines } from './deadlines.ts'
import { findDocuments } from './documents.ts'
import { findEvents } from './events.ts'
import type { Fact, Ledger } from './fact.ts'
import { findOwnPaper, ownPaperOf } from './own-paper.ts'
import { findPeople } from './people.ts'
import { placeFinder } from './places.ts'
import { findRankings } from './rankings.ts'
import { FactSheet } from './sheet.ts'
import { sourceOf } from './source.ts'
import { findStatus } from './status.ts'
import { findTableFacts } from './tables.ts'
import { findTargets } from './targets.ts'

/**
 * Reads the facts of documents by rules over their words and structure. Deterministic: the same documents give the same facts with
 * the same ids. Facts come in the order of the documents, then of the text. Linear in the text.
 */
export function ledgerOf(documents: readonly Document[]): Ledger {
  return ledgerOfFacts(new Map(documents.map((document) => [document.id, factsOf(document)])))
}

/** The ledger of facts that are read already, by the ids of their documents. */
export function ledgerOfFacts(byDocument: ReadonlyMap<string, readonly Fact[]>): Ledger {
  return {
    facts: [...byDocument.values()].flat(),
    of: (document) => byDocument.get(document) ?? [],
  }
}

/** The facts of one document, in the order of its text. */
export function factsOf(document: Document): Fact[] {
  const source = sourceOf(document)
  const sheet = new FactSheet(document, placeFinder(source))
  findCounts(source, sheet)
  findTargets(source, sheet)
  findRankings(source, sheet)
  const paper = ownPaperOf(source)
  findOwnPaper(source, sheet, paper)
  findDocuments(source, sheet, paper)
  findTableFacts(source, sheet)
  findPeople(source, sheet)
  findEvents(source, sheet)
  findDeadlines(source, sheet)
  findStatus(source, sheet)
  return sheet.facts()
}
