import type { IndexOptions, Knowledge } from '../knowledge.ts'
import type { LeftOut } from '../library/corpus.ts'
import { UserError } from '../library/errors.ts'
import { noDocuments, withoutTwins } from '../library/load.ts'
import { prepareBuild } from '../search/background-build.ts'
import { type Edition, nextEdition, settledEdition } from './edition.ts'
import { type FolderState, lookInto, watchFolders } from './folder.ts'
import { createReaders, type Read } from './readers.ts'
import type { Volume } from './volume.ts'
import { keepVolumes } from './volume-file.ts'

/** How the library is now. */
export interface LibraryReport {
  /** Names the content that is answered from. */
  readonly version: string
  readonly documents: number
  /** When this version was taken up, in milliseconds since the epoch. */
  readonly loadedAt: number
  /** Versions taken up since the start, the first included. */
  readonly versions: number
  /** Files that cannot be read; where an older text of the file is known, that is answered from. */
  readonly problems: readonly LeftOut[]
}

/** The documents of a folder as they come and go: answers are always made from one whole version of them. */
export interface LiveLibrary {
  /** The version to answer from; a question takes it once. */
  knowledge(): Knowledge
  report(): LibraryReport
  /** Looks at the folder now; resolves when what stood there at the call is answered from, or has been refused. */
  refresh(): Promise<void>
  stop(): Promise<void>
}

export interface LibraryOptions extends Omit<IndexOptions, 'onProgress'> {
  /** Where what was read of each document is kept between starts. */
  readonly keptFolder?: string
  /** Asked with every version which documents have earlier texts. */
  readonly revised?: () => ReadonlyMap<string, string>
  /** Told how many documents are read at the start. */
  readonly onRead?: (done: number, total: number) => void
  readonly onIndexed?: IndexOptions['onProgress']
  /** Told how the library is, whenever it has been looked at. */
  readonly onReport?: (report: LibraryReport) => void
  /** Told of each version that is taken up after the first. */
  readonly onSwap?: (report: LibraryReport, change: Change) => void
  /** Told once of each file that came or changed and cannot be read. */
  readonly onRefused?: (refused: LeftOut) => void
  /** Told of what went wrong and was got round; the event names it. */
  readonly onTrouble?: (event: string, error: unknown) => void
  /** Told that a kept reading was damaged or cannot be kept. */
  readonly onReadingProblem?: (problem: 'damaged' | 'not-kept', file: string) => void
}

/** How a version differs from the one before. */
interface Change {
  readonly added: number
  readonly changed: number
  readonly removed: number
  /** From the look at the folder to the swap, in milliseconds. */
  readonly took: number
}

/** After the last event in the folder it has to be quiet for so long before it is looked at, and at most so long it is waited for, in milliseconds. */
const quiet = 200
const mostPatience = 2_000
/** A file that changed less than this ago may still be written, in milliseconds. */
const settling = 250
/** A file that cannot be read is believed to be whole only after this time, in milliseconds. */
const doubtful = 2_000
/** The net for events that never come, in milliseconds. */
const rescan = 30_000
/** How long nothing must have changed before a patched index is built anew, in milliseconds. */
const rest = 20_000

/** A file and what is known of it. */
interface Slot {
  /** Empty when it has to be read again. */
  readonly stamp: string
  readonly volume?: Volume
  /** The name under which the volume is kept. */
  readonly key?: string
  /** Why the file as it stands now cannot be read. */
  readonly reason?: string
}

/**
 * Loads a folder and follows it. Reading and indexing happen in worker threads; a version is made beside the one that is answered from and
 * takes its place in one step.
 *
 * @throws UserError when the folder holds no document that can be read
 */
export async function openLibrary(folder: string, options: LibraryOptions = {}): Promise<LiveLibrary> {
  const { keptFolder, onRead, onIndexed, onReport, onSwap, onRefused, revised, onReadingProblem, ...index } = options
  const { onTrouble = () => {}, ...indexing } = index
  const readers = createReaders({
    folder,
    ...(keptFolder !== undefined && { kept: keptFolder }),
    ...(onReadingProblem && { onProblem: onReadingProblem }),
    onError: (error, file) => onTrouble(`reading thread ended at ${file}`, error),
  })
  const indexOptions = { ...indexing, ...(onIndexed && { onProgress: onIndexed }) }
  let slots: ReadonlyMap<string, Slot> = new Map()
  let edition: Edition
  let problems: readonly LeftOut[] = []
  let loadedAt = Date.now()
  let versions = 0
  let stopped = false
  const timers = { quiet: undefined as NodeJS.Timeout | undefined, rest: undefined as NodeJS.Timeout | undefined }

  const report = (): LibraryReport => {
    const { version, documents } = edition.knowledge.corpus
    return { version, documents: documents.length, loadedAt, versions, problems }
  }

  function takeUp(next: Edition, { leftOut }: { readonly leftOut: readonly LeftOut[] }): void {
    edition = next
    problems = leftOut
    loadedAt = Date.now()
    versions++
    const keys = [...slots.values()].flatMap(({ key }) => key ?? [])
    if (keptFolder !== undefined) keepVolumes(keptFolder, new Set(keys))
  }

  /** Looks at the folder and takes up what has changed. @returns whether it has to be looked at again soon */
  async function pass(patient: boolean): Promise<boolean> {
    const began = performance.now()
    const state = await lookInto(folder)
    watcher.follow(state.folders)
    const looked = await readChanged(state, slots, readers.read, patient)
    const { volumes, leftOut } = contentsOf(looked.slots)
    const change = differenceOf(edition.volumes, volumes)
    slots = looked.slots
    if (stopped) return false
    if (change.added + change.changed + change.removed > 0) {
      takeUp(await nextEdition(edition, { volumes, leftOut, revised: revised?.() }, indexOptions), { leftOut })
      onSwap?.(report(), { ...change, took: performance.now() - began })
    }
    const known = new Set(problems.map(({ reason }) => reason))
    problems = leftOut
    for (const refused of leftOut)
      if (!known.has(refused.reason) || looked.refused.has(refused.file)) onRefused?.(refused)
    return looked.again
  }

  /** Passes one after the other; a call while one waits is that one. Never rejects. */
  let running: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  function refresh(patient = false): Promise<void> {
    if (waiting && patient) return waiting
    const next = running.then(async () => {
      waiting = undefined
      if (stopped) return
      clearTimeout(timers.rest)
      try {
        if (await pass(patient)) lookSoon(settling)
      } catch (error) {
        if (stopped) return
        onTrouble('library not refreshed', error)
        if (error instanceof UserError) problems = [{ file: folder, reason: error.message }]
      }
      onReport?.(report())
      timers.rest = setTimeout(() => void settle(), rest)
      timers.rest.unref()
    })
    waiting = next
    running = next
    return next
  }

  function lookSoon(delay: number): void {
    if (stopped) return
    clearTimeout(timers.quiet)
    timers.quiet = setTimeout(() => void refresh(true), delay)
    timers.quiet.unref()
  }

  let firstEvent = 0
  function onEvent(): void {
    const now = performance.now()
    if (now - firstEvent > mostPatience + quiet) firstEvent = now
    // Threads take their time to start; by then it is quiet.
    readers.prepare()
    prepareBuild()
    lookSoon(now - firstEvent > mostPatience ? 0 : quiet)
  }

  async function settle(): Promise<void> {
    if (stopped || edition.retriever.exact) return
    running = running.then(async () => {
      try {
        const settled = await settledEdition(edition)
        if (!stopped) edition = settled
      } catch (error) {
        if (!stopped) onTrouble('index not built anew', error)
      }
    })
  }

  const watcher = watchFolders(onEvent, (error) => onTrouble('folder cannot be watched', error))
  try {
    const state = await lookInto(folder)
    let done = 0
    const counted = async (file: string) => {
      const read = await readers.read(file)
      onRead?.(++done, state.files.size)
      return read
    }
    slots = (await readChanged(state, slots, counted, false)).slots
    const contents = contentsOf(slots)
    if (contents.volumes.length === 0) throw noDocuments(folder, contents.leftOut)
    takeUp(await nextEdition(undefined, { ...contents, revised: revised?.() }, indexOptions), contents)
    watcher.follow(state.folders)
  } catch (error) {
    watcher.stop()
    await readers.stop()
    throw error
  }
  // What came between the first look and the watch.
  lookSoon(0)
  const net = setInterval(() => void refresh(true), rescan)
  net.unref()

  return {
    knowledge: () => edition.knowledge,
    report,
    refresh: () => refresh(),
    async stop() {
      stopped = true
      clearInterval(net)
      clearTimeout(timers.quiet)
      clearTimeout(timers.rest)
      watcher.stop()
      await readers.stop()
    },
  }
}

/**
 * Reads what is new or changed.
 *
 * @param patient leaves files alone for now that may still be written
 */
async function readChanged(
  { files }: FolderState,
  before: ReadonlyMap<string, Slot>,
  read: (file: string) => Promise<Read>,
  patient: boolean,
): Promise<{ slots: ReadonlyMap<string, Slot>; again: boolean; refused: ReadonlySet<string> }> {
  let again = false
  const refused = new Set<string>()
  const looked = await Promise.all(
    [...files].map(async ([file, { stamp, age }]): Promise<readonly [string, Slot | undefined]> => {
      const old = before.get(file)
      if (old?.stamp === stamp) return [file, old]
      if (patient && age >= 0 && age < settling) {
        again = true
        return [file, old && { ...old, stamp: '' }]
      }
      const found = await read(file)
      if (found.kind === 'gone') return [file, undefined]
      if (found.kind === 'volume') {
        const { key, volume } = found
        return [file, { stamp, key, volume: old?.volume && isSame(old.volume, volume) ? old.volume : volume }]
      }
      if (patient && age >= 0 && age < doubtful) {
        again = true
        return [file, old && { ...old, stamp: '' }]
      }
      refused.add(file)
      const { reason: _past, ...kept } = old ?? {}
      return [file, { ...kept, stamp, reason: found.reason }]
    }),
  )
  const slots = new Map(looked.flatMap(([file, slot]) => (slot ? [[file, slot] as const] : [])))
  return { slots, again, refused }
}

function contentsOf(slots: ReadonlyMap<string, Slot>): { volumes: readonly Volume[]; leftOut: readonly LeftOut[] } {
  const volumes = [...slots.values()].flatMap(({ volume }) => volume ?? [])
  const { kept, twins } = withoutTwins(volumes, ({ document }) => document)
  const unread = [...slots].flatMap(([file, { reason, volume }]) => {
    if (reason === undefined) return []
    return [{ file, reason: volume ? `${reason} Bản đã nạp trước đó vẫn được dùng.` : reason }]
  })
  return { volumes: kept, leftOut: [...unread, ...twins] }
}

function isSame(a: Volume, b: Volume): boolean {
  return a.digest === b.digest && a.document.file === b.document.file
}

/** Documents that came, that have another text, and that went. */
function differenceOf(before: readonly Volume[], now: readonly Volume[]): Omit<Change, 'took'> {
  const old = new Map(before.map((volume) => [volume.document.id, volume]))
  const changed = now.filter((volume) => old.has(volume.document.id) && old.get(volume.document.id) !== volume).length
  const added = now.filter(({ document }) => !old.has(document.id)).length
  return { added, changed, removed: before.length + added - now.length }
}
