import type { Assistant } from '../assistant.ts'
import type { BotSettings } from '../config.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Log } from '../operations/log.ts'
import type { Instance } from '../operations/store/instances.ts'
import type { Keeping } from '../operations/store/keeping.ts'
import type { Store } from '../operations/store/open.ts'
import type { Access } from './access.ts'
import type { LimitSettings } from './limits.ts'

/** What every messenger is started with. */
export interface ChannelOptions {
  readonly settings: BotSettings
  readonly store: Store
  readonly instance: Instance
  readonly assistant: Assistant
  knowledge(): Knowledge
  readonly access: Access
  /** The usual ones when missing. */
  readonly limits?: LimitSettings
  /** The usual times when missing. */
  readonly keeping?: Keeping
  readonly log: Log
  readonly publicUrl?: string
  /** In webhook mode: lets the platform reach the handler, from now on. */
  mount?(handler: (request: Request) => Promise<Response>): void
  readonly now?: () => number
  /** The first wait after a call that failed, and the longest time for one task; in milliseconds. */
  readonly firstWait?: number
  readonly timeLimit?: number
}

/** A running messenger. */
export interface Channel {
  /** The bot's name as people see it; undefined while the platform cannot be reached. */
  readonly name: string | undefined
  /** Writes to the administrators who have written to the bot. */
  tellAdmins(notice: string): Promise<void>
  /** Tells a person something unasked; nothing happens when that cannot be done now. */
  tell(person: string, text: string): Promise<void>
  /** Finishes what is in hand, then resolves. */
  stop(): Promise<void>
}
