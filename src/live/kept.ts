import { join } from 'node:path'
import type { LibraryOptions } from './library.ts'

/** Where a data folder keeps what was read of a library between starts. */
export function keptIn(dataDir: string): Required<Pick<LibraryOptions, 'keptFolder' | 'snapshotFile'>> {
  return { keptFolder: join(dataDir, 'readings'), snapshotFile: join(dataDir, 'index.snapshot') }
}
