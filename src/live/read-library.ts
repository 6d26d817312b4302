import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Settings } from '../config.ts'
import { type IndexOptions, type Knowledge, loadKnowledge } from '../knowledge.ts'
import { filesOf } from '../library/load.ts'
import { keptIn } from './kept.ts'
import { openLibrary } from './library.ts'

interface Options {
  readonly settings: Pick<Settings, 'corpusDir' | 'dataDir'>
  /** Told how many documents of a large folder are read. */
  readonly onRead?: (done: number, total: number) => void
  readonly onIndexed?: IndexOptions['onProgress']
}

/** A folder of so many bytes takes about two seconds to read on one thread; a smaller one is read sooner than threads start. */
const largeFolder = 1_000_000

/**
 * The documents of a folder as they are now, for a command that ends when it has answered. A large folder is read by threads, and what was read is kept in
 * the data folder as the running bot keeps it, so that the next command finds it there.
 *
 * @throws UserError when the folder holds no document that can be read
 */
export async function readLibrary(folder: string, { settings, onRead, onIndexed }: Options): Promise<Knowledge> {
  const bytes = filesOf(folder).reduce((sum, file) => sum + sizeOf(join(folder, file)), 0)
  if (bytes < largeFolder) return loadKnowledge(folder)
  const own = resolve(folder) === resolve(settings.corpusDir)
  // Of other folders only the one that was asked last is kept, so that they do not heap up.
  const library = await openLibrary(folder, {
    ...keptIn(own ? settings.dataDir : join(settings.dataDir, 'asked')),
    ...(onRead && { onRead }),
    ...(onIndexed && { onIndexed }),
  })
  await library.stop()
  return library.knowledge()
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
