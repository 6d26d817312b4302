/** What was received from a platform: kept until it is worked, then as a mark that it was. Times are milliseconds since the epoch. */
interface InboxTable {
  channel: string
  /** The platform's own id of the message or update. */
  id: string
  /** Entries of one lane are worked one after the other. */
  lane: string
  /** `sending`: an answer may be on its way to the person. */
  state: 'waiting' | 'working' | 'sending' | 'done' | 'failed'
  /** Forgotten when the work is done. */
  payload: string | null
  attempts: number
  received: number
  claimed: number | null
  done: number | null
  /** The instance that works it. */
  owner: string | null
  /** 1 when an instance ended while an answer may have been on its way. */
  doubt: number
  /** Orders the entries of a lane. */
  position: number
}

/** Processes that work on this store. */
interface InstancesTable {
  id: string
  /** Goes up while the process lives. */
  beat: number
}

/** What only one instance does at a time. */
interface LeasesTable {
  name: string
  /** The instance that does it. */
  owner: string
}

/** What is kept of a chat. */
interface ChatsTable {
  channel: string
  chat: string
  /** Ids of the documents that questions here are about, as a JSON list; null means all. */
  scope: string | null
  /** Since when nothing can be sent there. */
  unreachable: number | null
  changed: number
}

/** Questions behind buttons, which hold only an id. */
interface FollowUpsTable {
  id: string
  question: string
  created: number
  /** For whom it was kept. */
  person: string | null
}

/** Which messages answer which, so that an edited question gets an edited answer. */
interface RepliesTable {
  channel: string
  chat: string
  question: string
  /** Ids of the messages sent, as a JSON list. */
  messages: string
  sent: number
}

/** How many messages went to a chat in a month. */
interface SentMessagesTable {
  channel: string
  chat: string
  /** Such as "2026-11". */
  month: string
  /** 1 for a group, 0 for a person. */
  is_group: number
  messages: number
}

/** What administrators were told, so that they are told once. */
interface NoticesTable {
  channel: string
  notice: string
  told: number
}

/** Who did what to the bot: an append-only chain. */
interface AuditTable {
  /** 1, 2, 3 … */
  seq: number
  at: number
  actor: string
  action: string
  target: string
  /** Hash of the entry before; empty for the first. */
  previous: string
  hash: string
}

/** Which person or group a name in the audit stands for; forgotten when the person asks for it. */
interface PseudonymsTable {
  /** Id as in the settings. */
  id: string
  pseudonym: string
}

/** The settings of the last start, so that what changes can be told. */
interface SettingsTable {
  name: string
  /** The value; of people and secrets what tells whether it is the same. */
  noted: string
}

/** What follow-up questions refer to. */
interface ConversationsTable {
  id: string
  /** Changes with every question. */
  turn: string
  state: string
  at: number
}

/** The numbered lines under the last answer of a conversation. */
interface MenusTable {
  conversation: string
  menu: string
  at: number
}

/** How often something was done lately. */
interface BudgetsTable {
  id: string
  /** When, as a JSON list. */
  times: string
  /** 1 when the last that was asked for was refused. */
  refused: number
  /** When it can be forgotten. */
  until: number
}

/** How fast something may be done, and what is not done for a while. */
interface RatesTable {
  id: string
  /** When all that was taken is back; until when nothing is done. Milliseconds since the epoch, with fractions. */
  until: number
}

/** Who was let in besides those of the settings. */
interface MembersTable {
  id: string
  label: string
  since: number
}

/** Codes that let somebody in, by their hash; gone when used. */
interface InvitationsTable {
  hash: string
  label: string
  expires: number
}

/** Questions with what became of them. */
interface QuestionsTable {
  id: string
  /** Who asked, by the id as in the settings; the page's conversations begin with "web:". */
  person: string
  chat: string
  question: string
  outcome: string
  asked: number
  /** "right" or "wrong", when the answer was judged. */
  verdict: string | null
  /** When a question without an answer was found to have one. */
  closed: number | null
}

/** The tables of the store, for the query builder. */
export interface Tables {
  audit: AuditTable
  pseudonyms: PseudonymsTable
  settings: SettingsTable
  members: MembersTable
  invitations: InvitationsTable
  questions: QuestionsTable
  inbox: InboxTable
  conversations: ConversationsTable
  menus: MenusTable
  budgets: BudgetsTable
  rates: RatesTable
  instances: InstancesTable
  leases: LeasesTable
  chats: ChatsTable
  follow_ups: FollowUpsTable
  replies: RepliesTable
  sent_messages: SentMessagesTable
  notices: NoticesTable
}
