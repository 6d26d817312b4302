import type { Log } from './log.ts'
import type { Instance } from './store/instances.ts'

/** Tells administrators, in their chats, of trouble that lasts. */
export interface AdminNotices {
  /** @param tell sends to the administrators that a channel reaches */
  through(tell: (notice: string) => Promise<void>): void
  /** Tells it once, and its end too. @param notice undefined when the trouble is over */
  trouble(part: string, notice: string | undefined): void
}

/** Trouble that is over sooner is not worth a message, in milliseconds. */
const patience = 10_000

/** @param instance of several instances one speaks */
export function adminNotices(instance: Instance, log: Log, signal: AbortSignal): AdminNotices {
  const channels: ((notice: string) => Promise<void>)[] = []
  const waiting = new Map<string, NodeJS.Timeout>()
  const told = new Set<string>()
  let speaks = false
  void instance.lead('notices', signal, async (signal) => {
    speaks = true
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    speaks = false
  })

  function say(notice: string): void {
    if (!speaks) return
    for (const tell of channels) void tell(notice).catch(() => log.warn('administrators not told'))
  }

  return {
    through: (tell) => void channels.push(tell),
    trouble(part, notice) {
      clearTimeout(waiting.get(part))
      waiting.delete(part)
      if (notice === undefined) {
        if (told.delete(part)) say('Sự cố đã báo trước đó đã hết; bot hoạt động bình thường trở lại.')
      } else if (!told.has(part)) {
        const timer = setTimeout(() => {
          told.add(part)
          say(notice)
        }, patience)
        timer.unref()
        waiting.set(part, timer)
      }
    },
  }
}
