import type { Log } from '../../operations/log.ts'
import type { SentMessages } from '../../operations/store/sent-messages.ts'

/** What the free plan of a bot holds, as reported by those who run one; Zalo publishes no numbers with its API. */
const freePlan = { messages: 3000, people: 50, groups: 3 } as const
type Limit = keyof typeof freePlan

const limits = Object.keys(freePlan) as readonly Limit[]
const names: Readonly<Record<Limit, string>> = {
  messages: 'tin nhắn gửi đi trong tháng',
  people: 'người dùng',
  groups: 'nhóm',
}
/** Parts of a limit at which administrators are told. */
const warnings = [0.95, 0.8] as const
/** Zalo's months are taken to be Vietnam's: seven hours before Greenwich. Milliseconds. */
const vietnam = 7 * 3_600_000

interface Options {
  readonly sent: SentMessages
  readonly log: Log
  readonly now: () => number
  /** Tells the administrators. */
  tell(notice: string): Promise<void>
}

/**
 * Counts what the bot sends against the plan, and tells the administrators once when a limit comes near: at 80 and at 95 per cent,
 * messages anew each month.
 *
 * @returns to be called for every message sent
 */
export function createPlan({ sent, log, now, tell }: Options): (chat: string, group: boolean) => Promise<void> {
  return async (chat, group) => {
    const month = new Date(now() + vietnam).toISOString().slice(0, 7)
    await sent.count(chat, group, month)
    const totals = await sent.totals(month)
    for (const limit of limits) {
      const most = freePlan[limit]
      const used = totals[limit]
      const reached = warnings.map((part) => Math.floor(most * part)).find((count) => used >= count)
      if (reached === undefined) continue
      if (!(await sent.firstTime(`${limit} ${reached}${limit === 'messages' ? ` ${month}` : ''}`))) continue
      log.warn('a limit of the Zalo plan is near', { limit, used, most })
      await tell(
        `Bot đã dùng ${used}/${most} ${names[limit]} của gói Zalo miễn phí. Đến hạn mức, Zalo ngừng phục vụ phần vượt quá.`,
      )
    }
  }
}
