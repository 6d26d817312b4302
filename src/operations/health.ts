import type { StoreTrouble } from './store/enter.ts'

/** Whether the library can be answered from; `degraded`: it can, but files in its folder cannot be read. */
type LibraryState = 'loading' | 'loaded' | 'degraded'

/** Whether people can reach the bot through a channel now; `quota`: the platform's plan takes no more answers. */
export type ChannelHealth = 'starting' | 'running' | 'down' | 'quota'

/** What of a loaded library is told to whoever watches the process. */
export interface LoadedLibrary {
  readonly version: string
  readonly documents: number
  /** When this version was taken up, in milliseconds since the epoch. */
  readonly loadedAt: number
  /** Versions taken up since the start. */
  readonly versions: number
  /** Files that cannot be read. */
  readonly problems: readonly unknown[]
}

/** A library that is loaded once and stays as it is. */
export function steadyLibrary(corpus: {
  readonly version: string
  readonly documents: readonly unknown[]
}): LoadedLibrary {
  const { version, documents } = corpus
  return { version, documents: documents.length, loadedAt: Date.now(), versions: 1, problems: [] }
}

/** What searches now: `local` while a cluster that should does not answer. */
type SearchState = 'local' | 'cluster'

/** What is known of the process at one moment. */
interface HealthReport {
  /** True when the library can be answered from and at least one channel runs. */
  readonly ready: boolean
  readonly library: LibraryState
  /** Names the content that is answered from, and how much it is. */
  readonly version?: string
  readonly documents?: number
  /** How many files cannot be read. */
  readonly unreadable?: number
  readonly channels: Readonly<Record<string, ChannelHealth>>
  /** Present when a cluster is set to search. */
  readonly search?: SearchState
  /** Present when the store does not work as it should. */
  readonly store?: StoreTrouble
  /** True while something answers that should not have to: people are served, but someone should look. */
  readonly degraded: boolean
}

/** Where the parts of the process say how they are, and where `/readyz` reads it. */
export interface Health {
  /** @param name the channel's short name, such as "telegram" */
  reportChannel(name: string, state: ChannelHealth): void
  reportLibrary(library: LoadedLibrary): void
  /** The last that was reported of the library; undefined while it loads. */
  library(): LoadedLibrary | undefined
  reportSearch(state: SearchState): void
  /** @param trouble undefined when it works again */
  reportStore(trouble: StoreTrouble | undefined): void
  report(): HealthReport
}

/** A process that has loaded nothing and runs no channel. */
export function createHealth(): Health {
  const channels = new Map<string, ChannelHealth>()
  let store: StoreTrouble | undefined
  let library: LoadedLibrary | undefined
  let search: SearchState | undefined
  return {
    reportChannel(name, state) {
      channels.set(name, state)
    },
    reportLibrary(loaded) {
      library = loaded
    },
    library: () => library,
    reportSearch(state) {
      search = state
    },
    reportStore(trouble) {
      store = trouble
    },
    report() {
      const ready = library !== undefined && [...channels.values()].includes('running')
      const degraded = search === 'local' || store !== undefined
      return {
        ready,
        ...libraryReport(library),
        channels: Object.fromEntries(channels),
        ...(search && { search }),
        ...(store && { store }),
        degraded,
      }
    },
  }
}

function libraryReport(library: LoadedLibrary | undefined): Omit<HealthReport, 'ready' | 'channels' | 'degraded'> {
  if (!library) return { library: 'loading' }
  const { version, documents, problems } = library
  return {
    library: problems.length > 0 ? 'degraded' : 'loaded',
    version,
    documents,
    ...(problems.length > 0 && { unreadable: problems.length }),
  }
}
