import { createHash } from 'node:crypto'
import type { Store } from './open.ts'
import { retention } from './retention.ts'

/** Questions behind buttons. The same question of a person has the same id, so that an answer that is made again has the same buttons. */
export interface FollowUps {
  /** @returns the id, 16 characters of A-Z a-z 0-9 _ - */
  keep(question: string, person: string): Promise<string>
  find(id: string): Promise<string | undefined>
}

export function followUpsOf(store: Store, now: () => number = Date.now): FollowUps {
  return {
    async keep(question, person) {
      const id = createHash('sha256')
        .update(JSON.stringify([person, question]))
        .digest('base64url')
        .slice(0, 16)
      const created = now()
      await store
        .insertInto('follow_ups')
        .values({ id, question, person, created })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ created }))
        .execute()
      return id
    },
    async find(id) {
      const row = await store
        .selectFrom('follow_ups')
        .select('question')
        .where('id', '=', id)
        .where('created', '>', now() - retention.buttons)
        .executeTakeFirst()
      return row?.question
    },
  }
}
