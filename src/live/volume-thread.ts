import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { convertSource } from '../library/convert/convert-source.ts'
import { UserError } from '../library/errors.ts'
import { readDocumentFile } from '../library/load.ts'
import { partsOf, volumeOf } from './volume.ts'
import { loadVolume, saveVolume, volumeKey } from './volume-file.ts'

/** What a reading thread is started with. */
export interface ThreadData {
  readonly folder: string
  /** Where volumes are kept between starts. */
  readonly kept?: string
  /** Names the code that reads: what another code has read is not used. */
  readonly code: string
}

/** What a reading thread says of a file. */
export type ThreadReport =
  | {
      readonly kind: 'volume'
      readonly key: string
      readonly parts: Uint8Array[]
      readonly problem?: 'damaged' | 'not-kept'
    }
  /** One sentence for the person who put the file there. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'gone' }

// Given by `createReaders` alone.
const { folder, kept, code } = workerData as ThreadData

parentPort?.on('message', async (file: string) => {
  const report = await reportOf(file)
  parentPort?.postMessage(
    report,
    report.kind === 'volume' ? report.parts.map(({ buffer }) => buffer as ArrayBuffer) : [],
  )
})

async function reportOf(file: string): Promise<ThreadReport> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(join(folder, file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'gone' }
    return { kind: 'refused', reason: `Không mở được tệp “${file}”; hãy kiểm tra quyền đọc.` }
  }
  const key = volumeKey(code, file, bytes)
  const known = kept === undefined ? 'missing' : loadVolume(kept, key)
  if (typeof known !== 'string') return { kind: 'volume', key, parts: known }
  try {
    const parts = partsOf(volumeOf(await readDocumentFile(folder, file, convertSource)))
    const problem = keep(key, parts) ? known : 'not-kept'
    return { kind: 'volume', key, parts, ...(problem !== 'missing' && { problem }) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { kind: 'refused', reason: error.message }
  }
}

/** Without what is kept everything works, only the next start takes longer. */
function keep(key: string, parts: readonly Uint8Array[]): boolean {
  if (kept === undefined) return true
  try {
    saveVolume(kept, key, parts)
    return true
  } catch {
    return false
  }
}
