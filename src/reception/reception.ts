import { chatCommands } from '../../handlers/table.ts'
import type { Answer, Choice } from '../answers/answer.ts'
import { spoken } from '../answers/compose.ts'
import type { Access } from '../channels/access.ts'
import { createBudget, type Grant } from '../channels/budget.ts'
import type { Audit } from '../operations/audit.ts'
import type { Keeping } from '../operations/store/keeping.ts'
import { invitationIn, type Members } from '../operations/store/members.ts'
import type { Store } from '../operations/store/open.ts'
import type { Questions } from '../operations/store/questions.ts'
import { readQuestion } from '../questions/read-question.ts'
import { answerData, answerErase } from './data-commands.ts'
import { answerInvite, answerMembers } from './members-commands.ts'
import { answerFeedback, answerGaps } from './questions-commands.ts'

/** Who says something, where. Ids as in the settings. */
export interface Speaker {
  readonly person: string
  readonly chat: string
  readonly group: boolean
}

/** What the reception works with. */
export interface ReceptionParts {
  readonly access: Access
  readonly members: Members
  readonly questions: Questions
  readonly audit: Audit
  readonly keeping: Keeping
  /** Removes everything that is kept of a person. */
  erase(person: string): Promise<void>
  /** Whether a person may show one more invitation; nobody may where it is missing. */
  attempts?(person: string): Promise<Grant>
  /** The address that brings an invitation to the bot, on platforms that have such links. */
  invitationLink?(code: string): string
  readonly now: () => number
}

/** Where people turn to with what concerns the bot itself: the commands of `chatCommands`, the same on every platform. */
export interface Reception {
  /** Undefined when the text is none of its commands, or one that this person may not know of. */
  answer(text: string, speaker: Speaker): Promise<Answer | undefined>
  /** To be called when an answer has been sent: takes away what sending it left of a person whose traces were removed. */
  answered(speaker: Speaker): Promise<void>
  /** Lets in who shows an invitation; undefined for everything else. */
  admit(text: string, speaker: Speaker): Promise<Answer | undefined>
}

/** An answer, with what can be chosen next. */
export interface Said {
  readonly text: string
  readonly choices: readonly Choice[]
}

type ReceptionCommand = (argument: string, speaker: Speaker, parts: ReceptionParts) => Promise<string | Said>

const commands: Readonly<Record<string, ReceptionCommand>> = {
  moi: answerInvite,
  thanhvien: answerMembers,
  thieu: answerGaps,
  phanhoi: answerFeedback,
  dulieu: answerData,
  xoadulieu: answerErase,
}

/** Wrong invitations that a person may show in a day. */
const mostAttempts = 5
const day = 24 * 3_600_000

/** What `attempts` of a channel is. */
export function attemptsOf(store: Store, channel: string, now: () => number): (person: string) => Promise<Grant> {
  return createBudget(store, `${channel} invitation`, { most: mostAttempts, window: day, now })
}

export function createReception(parts: ReceptionParts): Reception {
  const { access, members, audit } = parts
  const erased = new Set<string>()
  const erase = async (person: string) => {
    await parts.erase(person)
    erased.add(person)
  }
  return {
    async answer(text, speaker) {
      const [, name = '', argument = ''] = /^\/([a-z]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? []
      const command = chatCommands.find((known) => known.command === name.toLowerCase())
      const work = command && commands[command.command]
      if (!work || (command.admins && !access.isAdmin(speaker.person))) return undefined
      if (speaker.group && !command.inGroups) return said('Lệnh này chỉ dùng khi nhắn riêng cho bot.')
      return said(await work(argument.trim(), speaker, { ...parts, erase }))
    },

    async answered({ person }) {
      if (erased.delete(person)) await parts.erase(person)
    },

    async admit(text, { person, group }) {
      const code = group ? undefined : invitationIn(text)
      if (code === undefined || (await parts.attempts?.(person)) !== 'yes') return undefined
      const invitation = await members.redeem(code, person)
      if (!invitation) {
        return said('Mã mời không đúng, đã dùng hoặc đã hết hạn. Anh/chị xin người quản trị mã khác giúp.')
      }
      await audit.record({ actor: person, action: 'join', target: invitation.name })
      return said('Anh/chị đã được thêm vào danh sách sử dụng. Cứ gõ câu hỏi, hoặc /trogiup để xem cách dùng.')
    },
  }
}

function said(words: string | Said): Answer {
  const { text, choices } = typeof words === 'string' ? { text: words, choices: [] } : words
  return spoken('conversation', readQuestion(''), text, choices)
}
