/** Whether the library can be answered from. */
type LibraryState = 'loading' | 'loaded'

/** Whether people can reach the bot through a channel now; `quota`: the platform's plan takes no more answers. */
export type ChannelHealth = 'starting' | 'running' | 'down' | 'quota'

/** What is known of the process at one moment. */
interface HealthReport {
  /** True when the library is loaded and at least one channel runs. */
  readonly ready: boolean
  readonly library: LibraryState
  readonly channels: Readonly<Record<string, ChannelHealth>>
}

/** Where the parts of the process say how they are, and where `/readyz` reads it. */
export interface Health {
  /** @param name the channel's short name, such as "telegram" */
  reportChannel(name: string, state: ChannelHealth): void
  reportLibrary(state: LibraryState): void
  report(): HealthReport
}

/** A process that has loaded nothing and runs no channel. */
export function createHealth(): Health {
  const channels = new Map<string, ChannelHealth>()
  let library: LibraryState = 'loading'
  return {
    reportChannel(name, state) {
      channels.set(name, state)
    },
    reportLibrary(state) {
      library = state
    },
    report() {
      const ready = library === 'loaded' && [...channels.values()].includes('running')
      return { ready, library, channels: Object.fromEntries(channels) }
    },
  }
}
