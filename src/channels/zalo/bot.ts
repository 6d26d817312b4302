import type { Assistant } from '../../assistant.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { Chats } from '../../operations/store/chats.ts'
import type { Access } from '../access.ts'
import type { Grant } from '../budget.ts'
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
  /** Whether a person is an administrator of the bot. */
  isAdmin(person: string): boolean
  readonly chats: Chats
  readonly menus: Menus
  /** Address of the web pages, when there is one. */
  readonly publicUrl?: string
  now(): number
  /** What time it is by the clock that dates messages. */
  platformTime(): number
  /** Whether one more answer may be given in a group. */
  groupBudget(chat: string): Promise<Grant>
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
