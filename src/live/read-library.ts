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
  /** Told once, in a sentence for the person, when what was kept cannot be used or nothing can be kept. */
  readonly onWarning?: (sentence: string) => void
}

/** A folder of so many bytes takes about two seconds to read on one thread; a smaller one is read sooner than threads start. */
const largeFolder = 1_000_000

/**
 * The documents of a folder as they are now, for a command that ends when it has answered. A large folder is read by threads, and what was read is kept in
 * the data folder as the running bot keeps it, so that the next command finds it there.
 *
 * @throws UserError when the folder holds no document that can be read
 */
export async function readLibrary(folder: string, options: Options): Promise<Knowledge> {
  const { settings, onRead, onIndexed, onWarning = () => {} } = options
  const bytes = filesOf(folder).reduce((sum, file) => sum + sizeOf(join(folder, file)), 0)
  if (bytes < largeFolder) return loadKnowledge(folder)
  const own = resolve(folder) === resolve(settings.corpusDir)
  // Of other folders only the one that was asked last is kept, so that they do not heap up.
  const dataDir = own ? settings.dataDir : join(settings.dataDir, 'asked')
  const said = new Set<string>()
  const warn = (problem: string) => {
    const sentence = sentenceOf(problem, dataDir)
    if (sentence === undefined || said.has(sentence)) return
    said.add(sentence)
    onWarning(sentence)
  }
  const library = await openLibrary(folder, {
    ...keptIn(dataDir),
    onProblem: warn,
    onReadingProblem: warn,
    ...(onRead && { onRead }),
    ...(onIndexed && { onIndexed }),
  })
  await library.stop()
  return library.knowledge()
}

/** Nothing is said of a snapshot of other documents: they have changed. */
function sentenceOf(problem: string, dataDir: string): string | undefined {
  if (problem === 'not-saved' || problem === 'not-kept') {
    return `Không ghi được vào thư mục “${dataDir}” nên lần sau phải đọc lại từ đầu; hãy kiểm tra quyền ghi hoặc đặt DATA_DIR.`
  }
  if (problem === 'other-corpus') return undefined
  return `Phần đã lưu trong “${dataDir}” bị hỏng hoặc thuộc phiên bản khác nên đã được đọc lại.`
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
