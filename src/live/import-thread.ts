import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { removeLeftovers } from '../intake/files.ts'
import { type ImportReport, prepareImport } from '../intake/import-document.ts'
import { reportText } from '../intake/report-text.ts'
import { type Shelf, shelfOf } from '../intake/shelf.ts'
import { convertSource } from '../library/convert/convert-source.ts'
import { createConverter } from '../library/convert/converter.ts'
import type { Document } from '../library/document.ts'
import { UserError } from '../library/errors.ts'
import { documentFiles, readDocumentFile } from '../library/load.ts'
import { coverOf } from './volume.ts'
import { loadVolume, volumeKey } from './volume-file.ts'
import type { ThreadData } from './volume-thread.ts'

/** What an importing thread is started with: a file, and what to do with it. */
export interface ImportOrder extends ThreadData {
  readonly dataDir: string
  readonly bytes: Uint8Array
  readonly name: string
  /** False to read only: nothing is written then. */
  readonly publish: boolean
}

/** What became of it. */
export type ImportResult =
  | {
      readonly kind: 'read'
      readonly outcome: ImportReport['outcome']
      readonly id: string
      readonly title: string
      /** What was read, one thing a line, for the person who handed it in. */
      readonly lines: readonly string[]
    }
  /** One sentence for the person who handed it in. */
  | { readonly kind: 'refused'; readonly reason: string }

// Given by `createDesk` alone.
const order = workerData as ImportOrder

parentPort?.postMessage(await result())

async function result(): Promise<ImportResult> {
  const { dataDir, bytes, name, publish } = order
  const converter = createConverter()
  try {
    const shelf = await shelfNow()
    const prepared = await prepareImport({ bytes, name }, { shelf, dataDir, converter })
    if (publish) prepared.publish()
    const { outcome, document } = prepared.report
    return { kind: 'read', outcome, id: document.id, title: document.metadata.title, lines: linesOf(prepared.report) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { kind: 'refused', reason: error.message }
  } finally {
    await converter.close()
  }
}

/** What was read, one thing a line; the first line of a report says what was done, which is not known here. */
function linesOf(report: ImportReport): readonly string[] {
  return reportText(report)
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
}

/** What stands in the folder now; what was read before is taken from where it is kept. */
async function shelfNow(): Promise<Shelf> {
  const { folder } = order
  removeLeftovers(folder)
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const documents: Document[] = []
  for (const file of documentFiles(folder, entries)) {
    const document = await documentOf(file)
    if (document) documents.push(document)
  }
  return shelfOf(folder, documents)
}

/** Undefined for a file that cannot be read: nothing can be the same document. */
async function documentOf(file: string): Promise<Document | undefined> {
  const { folder, kept, code } = order
  try {
    const known =
      kept === undefined ? 'missing' : loadVolume(kept, volumeKey(code, file, readFileSync(join(folder, file))))
    return typeof known === 'string' ? await readDocumentFile(folder, file, convertSource) : coverOf(known)
  } catch {
    return undefined
  }
}
