import type { Assistant } from '../../assistant.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { Audit } from '../../operations/audit.ts'
import type { Log } from '../../operations/log.ts'
import type { Chats } from '../../operations/store/chats.ts'
import type { Questions } from '../../operations/store/questions.ts'
import type { Reception } from '../../reception/reception.ts'
import type { Access } from '../access.ts'
import type { Grant } from '../budget.ts'
import type { Limits } from '../limits.ts'
import type { Menus } from './menus.ts'
import type { Sender } from './sending.ts'

/** All that handling an event needs. */
export interface Bot {
  readonly sender: Sender
  /** The bot's visible names, as they stand in mentions. */
  readonly names: readonly string[]
  readonly assistant: Assistant
  /** The version to answer from, as a chat may see it. */
  knowledge(chat: string): Knowledge
  readonly access: Access
  readonly chats: Chats
  readonly menus: Menus
  /** Address of the web pages, when there is one. */
  readonly publicUrl?: string
  now(): number
  /** What time it is by the clock that dates messages. */
  platformTime(): number
  readonly reception: Reception
  readonly questions: Questions
  readonly log: Log
  readonly audit: Audit
  readonly limits: Limits
  /** Whether somebody who may not use the bot is told so once more. */
  refusalBudget(id: string): Promise<Grant>
}

/** Where an answer goes. */
export interface Place {
  readonly chat: string
  readonly group: boolean
  readonly person: string
  /** Visible name of the person. */
  readonly name: string
}

/** How Zalo's ids stand in `ALLOWED_CHATS` and `ADMINS`. */
export function settingId(id: string): string {
  return `zalo:${id}`
}

/** In a group each person has a conversation of their own. */
export function conversationOf({ chat, group, person }: Place): string {
  return `zalo:${chat}${group ? `:${person}` : ''}`
}
