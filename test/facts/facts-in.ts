import type { Fact, FactKind } from '../../src/facts/fact.ts'
import { ledgerOf } from '../../src/facts/ledger.ts'
import { documentOf } from '../support/corpus.ts'

/** The facts of a text, of one kind if given. A line of its own is put above a bare sentence, as a title. */
export function factsIn(text: string, kind?: FactKind, file = 'van-ban.txt'): readonly Fact[] {
  const facts = ledgerOf([documentOf(text, file)]).facts
  return kind === undefined ? facts : facts.filter((fact) => fact.kind === kind)
}

/** A sentence inside an article that says nothing else. */
export function articleOf(...paragraphs: string[]): string {
  return ['Chuyển đổi số trong cơ quan nhà nước ở địa phương', ...paragraphs].join('\n\n')
}
