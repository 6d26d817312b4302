import { fold } from '../vietnamese/normal-form.ts'
import type { CorpusIndex } from './corpus-index.ts'

/**
 * How high a kind of document stands, 0-1: where several deal with the same matter, the higher one is the one to quote first
 * (order of Article 4 of the Law on the Promulgation of Legal Documents; documents of the Party and reports follow practice).
 */
const forces: readonly (readonly [force: number, kinds: readonly string[]])[] = [
  [1, ['hiến pháp', 'bộ luật', 'luật']],
  [0.8, ['pháp lệnh', 'sắc lệnh', 'lệnh']],
  [0.7, ['nghị quyết', 'nghị quyết liên tịch']],
  [0.5, ['nghị định']],
  [0.4, ['quyết định', 'chỉ thị', 'kết luận', 'chương trình hành động', 'chương trình', 'quy định']],
  [0.2, ['thông tư', 'thông tư liên tịch', 'kế hoạch', 'hướng dẫn']],
]

const forceOf = new Map(forces.flatMap(([force, kinds]) => kinds.map((kind) => [fold(kind), force] as const)))

/** The standing of a kind of document; 0.3 for kinds that are not ranked. */
export function legalForce(kind: string): number {
  return forceOf.get(fold(kind)) ?? 0.3
}

/** How much a document of the highest standing is put before one of the lowest when candidates are gathered. */
const priorWeight = 0.4

/** The factor of each slot's score by the standing of its document. */
export function priorsOf({ passages }: CorpusIndex): Float32Array {
  const known = new Map<string, number>()
  return Float32Array.from(passages, (passage) => {
    const kind = passage?.document.metadata.kind ?? ''
    const prior = known.get(kind) ?? 1 + priorWeight * legalForce(kind)
    known.set(kind, prior)
    return prior
  })
}

/** The kinds of document that a question names. */
export function kindsNamed(question: string): ReadonlySet<string> {
  const folded = ` ${fold(question)} `
  return new Set([...forceOf.keys()].filter((kind) => folded.includes(` ${kind} `)))
}
