import { type Kysely, type Migration, sql } from 'kysely'

/** Every change of the tables, by name; applied in the order of the names, once. Written so that any SQL database takes them. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-inbox-and-chats': { up: inboxAndChats },
  '0002-sent-messages': { up: sentMessages },
  '0010-several-instances': { up: severalInstances },
  '0011-conversations': { up: conversations },
  '0020-audit': { up: audit },
  '0021-members': { up: members },
  '0022-questions': { up: questions },
  '0023-follow-ups-of-people': { up: followUpsOfPeople },
  '0024-settings': { up: settings },
  '0025-rates': { up: rates },
}

// A migration must not know today's tables, so it is typed by none.
async function inboxAndChats(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('inbox')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('payload', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('received', 'bigint', (column) => column.notNull())
    .addColumn('claimed', 'bigint')
    .addColumn('done', 'bigint')
    .addPrimaryKeyConstraint('inbox_key', ['channel', 'id'])
    .execute()
  await db.schema.createIndex('inbox_by_state').on('inbox').columns(['channel', 'state', 'received']).execute()
  await db.schema
    .createTable('chats')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('scope', 'text')
    .addColumn('unreachable', 'bigint')
    .addColumn('changed', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('chats_key', ['channel', 'chat'])
    .execute()
  await db.schema
    .createTable('follow_ups')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('created', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('replies')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('messages', 'text', (column) => column.notNull())
    .addColumn('sent', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('replies_key', ['channel', 'chat', 'question'])
    .execute()
}

async function sentMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sent_messages')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('is_group', 'integer', (column) => column.notNull())
    .addColumn('messages', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('sent_messages_key', ['channel', 'chat', 'month'])
    .execute()
  await db.schema
    .createTable('notices')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('notice', 'text', (column) => column.notNull())
    .addColumn('told', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('notices_key', ['channel', 'notice'])
    .execute()
}

async function severalInstances(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('inbox').addColumn('owner', 'text').execute()
  await db.schema
    .alterTable('inbox')
    .addColumn('doubt', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('inbox')
    .addColumn('position', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  // Whoever had these in hand was an earlier version and is gone.
  await sql`update inbox set doubt = 1 where state = 'sending'`.execute(db)
  await sql`update inbox set state = 'waiting' where state in ('working', 'sending')`.execute(db)
  await db.schema
    .createIndex('inbox_one_of_a_lane')
    .unique()
    .on('inbox')
    .columns(['channel', 'lane'])
    .where(sql.ref('state'), 'in', sql`('working', 'sending')`)
    .execute()
  await db.schema.createIndex('inbox_by_lane').on('inbox').columns(['channel', 'lane', 'state', 'position']).execute()
  await db.schema
    .createTable('instances')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('beat', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .execute()
}

async function conversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('turn', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('menus')
    .addColumn('conversation', 'text', (column) => column.primaryKey())
    .addColumn('menu', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('budgets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('times', 'text', (column) => column.notNull())
    .addColumn('refused', 'integer', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute()
}

async function audit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('pseudonyms')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('pseudonym', 'text', (column) => column.notNull())
    .execute()
}

async function members(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('members')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('invitations')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('expires', 'bigint', (column) => column.notNull())
    .execute()
}

async function questions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('questions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('asked', 'bigint', (column) => column.notNull())
    .addColumn('verdict', 'text')
    .addColumn('closed', 'bigint')
    .execute()
  await db.schema.createIndex('questions_by_time').on('questions').columns(['outcome', 'asked']).execute()
  await db.schema.createIndex('questions_by_person').on('questions').columns(['person']).execute()
}

async function followUpsOfPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('follow_ups').addColumn('person', 'text').execute()
  await db.schema.createIndex('follow_ups_by_person').on('follow_ups').columns(['person']).execute()
}

async function settings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('noted', 'text', (column) => column.notNull())
    .execute()
}

async function rates(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rates')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('until', 'double precision', (column) => column.notNull())
    .execute()
}
