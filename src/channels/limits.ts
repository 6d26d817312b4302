import type { Store } from '../operations/store/open.ts'
import { rateOf } from '../operations/store/rates.ts'
import { createBudget, type Grant } from './budget.ts'
import { createLocalBudget } from './local-budget.ts'

/** Most questions a minute; 0 does not limit. */
export interface LimitSettings {
  readonly person: number
  readonly group: number
  /** Of one channel in all. */
  readonly total: number
}

/** What is let through unless the settings say otherwise. */
export const usualLimits: LimitSettings = { person: 20, group: 12, total: 3000 }

/** Whether one more question is answered; when not, what is said, the first time only. */
type Allowance = { readonly granted: true } | { readonly granted: false; readonly said?: string }

export interface Limits {
  /** @param chat the person's own chat or a group's */
  allows(person: string, chat: string, group: boolean): Promise<Allowance>
}

const minute = 60_000
const tooFast = 'Anh/chị hỏi nhanh quá; tôi trả lời tiếp sau ít phút.'
const groupTooFast = 'Nhóm đang hỏi nhanh quá; tôi trả lời tiếp sau ít phút.'
const tooMany = 'Đang có quá nhiều câu hỏi cùng lúc; anh/chị hỏi lại giúp sau ít phút.'

type Budget = (key: string) => Grant | Promise<Grant>

/**
 * Limits of one channel. Where several instances share the store they count together; one alone counts people in its memory, which
 * costs nothing.
 *
 * @param shared whether other instances answer too
 */
export function limitsOf(
  store: Store,
  channel: string,
  settings: LimitSettings,
  { now, shared }: { readonly now: () => number; readonly shared: boolean },
): Limits {
  const stored = (name: string, most: number) =>
    createBudget(store, `${channel} ${name}`, { most, window: minute, now })
  return createLimits(settings, now, {
    group: (most) => stored('group', most),
    ...(shared && {
      person: (most: number) => stored('person', most),
      member: (most: number) => stored('member', most),
      total(most: number) {
        const rate = rateOf(store, `${channel} total`, { most, window: minute, now })
        return async () => ((await rate.takes('')) ? 'yes' : 'no')
      },
    }),
  })
}

/** How each limit is counted; in memory where nothing is said. */
type Counting = Partial<Record<'person' | 'member' | 'group' | 'total', (most: number) => Budget>>

/** Limits by person, by group and in all. One person gets at most half of what a group may ask, so that others are heard too. */
export function createLimits(
  { person, group, total }: LimitSettings,
  now: () => number,
  counting: Counting = {},
): Limits {
  const budget = (name: keyof Counting, most: number): Budget => {
    if (most === 0) return () => 'yes'
    return counting[name]?.(most) ?? createLocalBudget(most, minute, now)
  }
  const ofPerson = budget('person', person)
  const inGroup = budget('member', Math.ceil(group / 2))
  const ofGroup = budget('group', group)
  const inAll = budget('total', total)
  // Each is told once that there is too much in all, not only the first.
  const told = createLocalBudget(1, minute, now)
  return {
    async allows(who, chat, isGroup) {
      const first = await (isGroup ? inGroup(`${chat} ${who}`) : ofPerson(who))
      if (first !== 'yes') return refused(first, isGroup ? groupTooFast : tooFast)
      const second = isGroup ? await ofGroup(chat) : 'yes'
      if (second !== 'yes') return refused(second, groupTooFast)
      if ((await inAll('')) === 'yes') return { granted: true }
      return refused(told(chat) === 'yes' ? 'say-no' : 'no', tooMany)
    },
  }
}

function refused(grant: 'say-no' | 'no', said: string): Allowance {
  return grant === 'say-no' ? { granted: false, said } : { granted: false }
}
