import type { Store } from '../operations/store/open.ts'
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

/** Limits of one channel: groups have theirs whichever instance is asked, people and the channel as a whole from each instance. */
export function limitsOf(store: Store, channel: string, settings: LimitSettings, now: () => number): Limits {
  const { group } = settings
  const ofGroup =
    group === 0
      ? async () => 'yes' as const
      : createBudget(store, `${channel} group`, { most: group, window: minute, now })
  return createLimits(settings, ofGroup, now)
}

/** Limits by person, by group and in all. One person gets at most half of what a group may ask, so that others are heard too. */
export function createLimits(
  { person, group, total }: LimitSettings,
  ofGroup: (chat: string) => Promise<Grant>,
  now: () => number,
): Limits {
  const ofPerson = budget(person, now)
  const inGroup = budget(Math.ceil(group / 2), now)
  const inAll = budget(total, now)
  // Each is told once that there is too much in all, not only the first.
  const told = createLocalBudget(1, minute, now)
  return {
    async allows(who, chat, isGroup) {
      const first = isGroup ? inGroup(`${chat} ${who}`) : ofPerson(who)
      if (first !== 'yes') return refused(first, isGroup ? groupTooFast : tooFast)
      const second = isGroup ? await ofGroup(chat) : 'yes'
      if (second !== 'yes') return refused(second, groupTooFast)
      if (inAll('') === 'yes') return { granted: true }
      return refused(told(chat) === 'yes' ? 'say-no' : 'no', tooMany)
    },
  }
}

function budget(most: number, now: () => number): (key: string) => Grant {
  return most === 0 ? () => 'yes' : createLocalBudget(most, minute, now)
}

function refused(grant: 'say-no' | 'no', said: string): Allowance {
  return grant === 'say-no' ? { granted: false, said } : { granted: false }
}
