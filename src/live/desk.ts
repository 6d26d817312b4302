import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { asOnlyImport } from '../intake/one-import.ts'
import { UserError } from '../library/errors.ts'
import type { Audit } from '../operations/audit.ts'
import { startThread } from '../worker-thread.ts'
import { codeVersion } from './code-version.ts'
import type { ImportOrder, ImportResult } from './import-thread.ts'
import type { LiveLibrary } from './library.ts'

/** A file as somebody hands it in. */
export interface HandedIn {
  readonly bytes: Uint8Array
  /** Its name, without a path. */
  readonly name: string
}

/** Where documents are handed in and taken out while the bot runs: the one place from which a channel changes the corpus. */
export interface Desk {
  /** Reads a file and says what it holds; nothing of it is kept. */
  read(file: HandedIn): Promise<ImportResult>
  /**
   * Makes a file part of the corpus; resolves when it is answered from.
   *
   * @param actor who does it, as in `ADMINS`
   */
  publish(file: HandedIn, actor: string): Promise<ImportResult>
  /** Takes a document out of the corpus; resolves when nothing is answered from it any more. False when there is none with that id. */
  withdraw(id: string, actor: string): Promise<boolean>
}

interface Options {
  readonly folder: string
  readonly dataDir: string
  /** Where the library keeps what it has read. */
  readonly keptFolder?: string
  readonly library: Pick<LiveLibrary, 'knowledge' | 'refresh'>
  readonly audit: Pick<Audit, 'record'>
  readonly onError: (error: unknown) => void
  /** Longest time for one file, in milliseconds: whoever handed it in is waiting. */
  readonly timeLimit?: number
}

/** Memory of the thread that reads, in megabytes. */
const threadMemory = 1024

export function createDesk({
  folder,
  dataDir,
  keptFolder,
  library,
  audit,
  onError,
  timeLimit = 45_000,
}: Options): Desk {
  const code = codeVersion()
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other: two imports at once could take each other's place. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
  const order = (file: HandedIn, publish: boolean) =>
    importResult(
      { ...file, folder, dataDir, code, publish, ...(keptFolder !== undefined && { kept: keptFolder }) },
      timeLimit,
      onError,
    )
  return {
    read: (file) => inTurn(() => order(file, false)),
    publish: (file, actor) =>
      inTurn(async () => {
        const result = await alone(dataDir, () => order(file, true))
        if (result.kind === 'read' && result.outcome !== 'unchanged') {
          await audit.record({ actor, action: 'publish', target: result.id })
          await library.refresh()
        }
        return result
      }),
    withdraw: (id, actor) =>
      inTurn(async () => {
        const document = library.knowledge().corpus.document(id)
        if (!document) return false
        await putAway(join(folder, document.file), join(dataDir, 'withdrawn'))
        await audit.record({ actor, action: 'withdraw', target: id })
        await library.refresh()
        return true
      }),
  }
}

/** Refused while another program imports, such as `import` on the command line. */
async function alone(dataDir: string, publish: () => Promise<ImportResult>): Promise<ImportResult> {
  try {
    return await asOnlyImport(dataDir, publish)
  } catch (error) {
    if (error instanceof UserError) return { kind: 'refused', reason: error.message }
    throw error
  }
}

/** A thread of its own for each file: whatever it does to the thread ends with it. */
function importResult(order: ImportOrder, timeLimit: number, onError: (error: unknown) => void): Promise<ImportResult> {
  return new Promise((resolve) => {
    const thread = startThread(new URL('./import-thread.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: threadMemory },
    })
    let reason = `Tệp “${order.name}” quá lớn hoặc quá phức tạp nên chưa đọc được; hãy chia nhỏ tệp.`
    const timer = setTimeout(() => {
      reason = `Tệp “${order.name}” đọc quá lâu; hãy đưa vào bằng lệnh npm run import trên máy chủ.`
      void thread.terminate()
    }, timeLimit)
    thread.once('message', (result: ImportResult) => {
      resolve(result)
      void thread.terminate()
    })
    thread.once('error', onError)
    thread.once('exit', () => {
      clearTimeout(timer)
      // The first to resolve counts.
      resolve({ kind: 'refused', reason })
    })
  })
}

/** Moves a file out of the corpus in one step, to where it can be fetched back from. */
async function putAway(path: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  const stamp = new Date().toISOString().replace(/\.\d+|[-:]/g, '')
  const place = join(to, `${stamp}-${basename(path)}`)
  try {
    await rename(path, place)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    // Another disk: copied first, so that it stands in one of the two at any moment.
    await copyFile(path, place)
    await rm(path)
  }
}
