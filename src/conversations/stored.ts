import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Corpus } from '../library/corpus.ts'
import type { Document } from '../library/document.ts'
import { Quote } from '../library/quote.ts'
import { errorFields, type Log } from '../operations/log.ts'
import type { Store } from '../operations/store/open.ts'
import { retention } from '../operations/store/retention.ts'
import type { Span } from '../vietnamese/sentences.ts'
import type { Conversation, Conversations, Remembered } from './memory.ts'

/** Most conversations kept ready besides the store; the oldest go first. */
const mostReady = 2_000

/**
 * Conversations in the store, so that the next question may be answered after a restart and by another instance. While the store is
 * away each instance goes on with what it remembers itself.
 *
 * @param now milliseconds since the epoch
 */
export function storedConversations(store: Store, log: Log, now: () => number = Date.now): Conversations {
  const ready = new Map<string, { readonly turn: string; readonly conversation: Conversation; readonly at: number }>()
  const remember = (id: string, turn: string, conversation: Conversation) => {
    ready.delete(id)
    ready.set(id, { turn, conversation, at: now() })
    for (const oldest of ready.keys()) {
      if (ready.size <= mostReady) break
      ready.delete(oldest)
    }
  }
  return {
    async recall(id, corpus) {
      const known = ready.get(id)
      try {
        const row = await store
          .selectFrom('conversations')
          // What is known already need not be read.
          .select([
            'turn',
            sql<string | null>`case when turn = ${known?.turn ?? ''} then null else state end`.as('state'),
          ])
          .where('id', '=', id)
          .where('at', '>', now() - retention.conversations)
          .executeTakeFirst()
        if (row?.state === null) return known?.conversation
        return row && readConversation(row.state, corpus)
      } catch (error) {
        log.warn('conversation not read', errorFields(error))
        return known && now() - known.at < retention.conversations ? known.conversation : undefined
      }
    },
    async keep(id, conversation) {
      const values = { turn: randomUUID(), state: writeConversation(conversation), at: now() }
      remember(id, values.turn, conversation)
      await store
        .insertInto('conversations')
        .values({ id, ...values })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute()
        .catch((error) => log.warn('conversation not kept', errorFields(error)))
    },
  }
}

/** A quotation by its place; its code tells whether the words are still there. */
interface StoredQuote extends Span {
  readonly document: string
  readonly code: string
}
interface StoredConversation extends Pick<Conversation, 'reading' | 'shown'> {
  readonly answer: Omit<Remembered, 'citations'> & {
    readonly citations: readonly { readonly quote: StoredQuote; readonly header?: StoredQuote }[]
  }
  readonly noted: readonly string[]
}

function writeConversation({ reading, answer, noted, shown }: Conversation): string {
  const { outcome, facts, choices, reading: read } = answer
  const citations = answer.citations.map(({ quote, header }) => {
    return { quote: storedQuote(quote), ...(header && { header: storedQuote(header) }) }
  })
  const stored: StoredConversation = {
    reading,
    answer: { outcome, facts, choices, reading: read, citations },
    noted: [...noted],
    ...(shown !== undefined && { shown }),
  }
  return JSON.stringify(stored)
}

function storedQuote({ document, start, end, code }: Quote): StoredQuote {
  return { document: document.id, start, end, code }
}

/** When a document has changed or gone since, its quotations and facts are forgotten, all together: facts point to quotations. */
function readConversation(state: string, corpus: Pick<Corpus, 'document'>): Conversation {
  // Written by `writeConversation`.
  const { reading, answer, noted, shown } = JSON.parse(state) as StoredConversation
  const citations = answer.citations.flatMap(({ quote, header }) => {
    const read = readQuote(quote, corpus)
    const readHeader = header && readQuote(header, corpus)
    return read && (!header || readHeader) ? [{ quote: read, ...(readHeader && { header: readHeader }) }] : []
  })
  const whole = citations.length === answer.citations.length
  return {
    reading,
    answer: { ...answer, citations: whole ? citations : [], facts: whole ? answer.facts : [] },
    noted: new Set(noted),
    ...(shown !== undefined && { shown }),
  }
}

function readQuote({ document: id, code, ...span }: StoredQuote, corpus: Pick<Corpus, 'document'>): Quote | undefined {
  const document: Document | undefined = corpus.document(id)
  if (!document || span.end > document.text.length) return undefined
  const quote = new Quote(document, span)
  return quote.code === code ? quote : undefined
}
