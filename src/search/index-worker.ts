import { parentPort } from 'node:worker_threads'
import { Definitions } from './abbreviated.ts'
import type { Fields } from './fields.ts'
import { type FieldLengths, IndexBuilder } from './indexing.ts'
import type { Segment } from './segment.ts'
import { Vocabulary, type VocabularyArrays } from './vocabulary.ts'

/** The index that new passages are added to: its words keep their numbers, its mean lengths hold for the new ones too. */
export interface IndexBase {
  readonly vocabulary: VocabularyArrays
  readonly lengths: FieldLengths
}

/** What is built upon, at most once and first; a batch of passages to read; or the word that there are no more. */
export type WorkerOrder = IndexBase | readonly Fields[] | 'finish'

/** How many passages are read so far, or what was built. */
export type WorkerReport =
  | { readonly read: number }
  | {
      readonly vocabulary: VocabularyArrays
      readonly segments: readonly Segment[]
      readonly defined: ReadonlyMap<string, string>
    }

let builder = new IndexBuilder()
let base: IndexBase | undefined
const definitions = new Definitions()

parentPort?.on('message', (order: WorkerOrder) => {
  if (typeof order === 'object' && 'vocabulary' in order) {
    base = order
    builder = new IndexBuilder(new Vocabulary(order.vocabulary))
    return
  }
  if (order !== 'finish') {
    for (const fields of order) {
      builder.add(fields)
      definitions.read(fields.text)
    }
    report({ read: builder.passages })
    return
  }
  const { vocabulary, segments } = base ? builder.finish(1, base.lengths) : builder.finish()
  const built = { vocabulary: vocabulary.arrays, segments, defined: definitions.found() }
  // Handed over, not copied.
  report(built, [...new Set(buffersIn(built))])
  parentPort?.close()
})

function report(message: WorkerReport, handedOver: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, handedOver)
}

function buffersIn(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(buffersIn) : []
}
