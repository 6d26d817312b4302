import type { Api } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Assistant } from '../../assistant.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { Desk } from '../../live/desk.ts'
import type { Audit } from '../../operations/audit.ts'
import type { Log } from '../../operations/log.ts'
import type { Chats } from '../../operations/store/chats.ts'
import type { FollowUps } from '../../operations/store/follow-ups.ts'
import type { Questions } from '../../operations/store/questions.ts'
import type { Replies } from '../../operations/store/replies.ts'
import type { Reception } from '../../reception/reception.ts'
import type { Access } from '../access.ts'
import type { Grant } from '../budget.ts'
import type { Limits } from '../limits.ts'

/** All that handling an update needs. */
export interface Bot {
  readonly api: Api
  readonly me: UserFromGetMe
  readonly assistant: Assistant
  /** The version to answer from, as a chat may see it; without a chat as everybody may. */
  knowledge(chat?: number): Knowledge
  readonly access: Access
  /** Whether a person may add documents and take them out. */
  isAdmin(person: number | undefined): boolean
  /** To be called when an administrator has written in private: shows them their commands. Never rejects. */
  greetAdmin(person: number): Promise<void>
  /** Where documents are handed in; undefined where that is not possible. */
  readonly desk?: Desk
  /** A file that somebody sent; `too-large` when Telegram does not give it. */
  download(file: string, signal: AbortSignal): Promise<Uint8Array | 'too-large'>
  readonly chats: Chats
  readonly followUps: FollowUps
  readonly replies: Replies
  readonly log: Log
  /** Address of the web pages, when there is one. */
  readonly publicUrl?: string
  now(): number
  /** What time it is by the clock that dates messages. */
  platformTime(): number
  readonly reception: Reception
  readonly questions: Questions
  readonly audit: Audit
  readonly limits: Limits
  /** Whether one more text that somebody types inline is looked up. */
  inlineBudget(person: string): Grant
  /** Whether somebody who may not use the bot is told so once more. */
  refusalBudget(id: string): Promise<Grant>
}
