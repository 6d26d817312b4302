import { randomBytes } from 'node:crypto'
import type { Outcome } from '../../answers/answer.ts'
import { type Keeping, usualKeeping } from './keeping.ts'
import type { Store } from './open.ts'

/** What a person says of an answer. */
export type Verdict = 'right' | 'wrong'

/** A question to be kept, with who asked where; ids as in the settings, the page's conversations begin with "web:". */
interface Asked {
  readonly person: string
  readonly chat: string
  readonly question: string
  readonly outcome: Outcome
}

/** A question as administrators see it: not who asked. */
export interface KeptQuestion {
  readonly id: string
  /** Where it was asked, for what may be seen there. */
  readonly chat: string
  readonly question: string
  readonly outcome: string
  readonly asked: number
  readonly verdict: string | null
}

/** Questions with what became of them: for feedback and to know what the documents lack. */
export interface Questions {
  /** @returns the id under which the answer is judged: 16 characters of A-Z a-z 0-9 _ -; undefined when questions are not kept */
  keep(asked: Asked): Promise<string | undefined>
  /** The last word counts. False when the question is not there, or no longer. */
  judge(id: string, verdict: Verdict): Promise<boolean>
  /** Questions without an answer, newest first. */
  gaps(): Promise<readonly KeptQuestion[]>
  /** Marks gaps as answered by now; those that this call closed. */
  close(ids: readonly string[]): Promise<readonly string[]>
  /** Answers that were judged, newest first. */
  judged(): Promise<readonly KeptQuestion[]>
}

/** Most questions looked at together. */
const most = 1_000

/** @param keeping when it says so, nothing is kept */
export function questionsOf(store: Store, now: () => number = Date.now, keeping: Keeping = usualKeeping): Questions {
  const shown = ['id', 'chat', 'question', 'outcome', 'asked', 'verdict'] as const
  return {
    async keep(asked) {
      if (keeping.questionsDays === 0) return undefined
      const id = randomBytes(12).toString('base64url')
      await store
        .insertInto('questions')
        .values({ id, ...asked, asked: now(), verdict: null, closed: null })
        .execute()
      return id
    },
    async judge(id, verdict) {
      const judged = await store
        .updateTable('questions')
        .set({ verdict })
        .where('id', '=', id)
        .returning('id')
        .execute()
      return judged.length > 0
    },
    async gaps() {
      const rows = await store
        .selectFrom('questions')
        .select(shown)
        .where('outcome', '=', 'not-found')
        .where('closed', 'is', null)
        .orderBy('asked', 'desc')
        .limit(most)
        .execute()
      return rows.map(fromRow)
    },
    async close(ids) {
      if (ids.length === 0) return []
      const closed = await store
        .updateTable('questions')
        .set({ closed: now() })
        .where('id', 'in', ids)
        .where('closed', 'is', null)
        .returning('id')
        .execute()
      return closed.map(({ id }) => id)
    },
    async judged() {
      const rows = await store
        .selectFrom('questions')
        .select(shown)
        .where('verdict', 'is not', null)
        .orderBy('asked', 'desc')
        .limit(most)
        .execute()
      return rows.map(fromRow)
    },
  }
}

/** Some databases give large whole numbers as text. */
function fromRow({ asked, ...row }: Omit<KeptQuestion, 'asked'> & { asked: number | string }): KeptQuestion {
  return { ...row, asked: Number(asked) }
}
