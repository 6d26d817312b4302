import { createHash, randomInt } from 'node:crypto'
import type { Store } from './open.ts'

/** Somebody who was let in by invitation or by an administrator. */
interface Member {
  /** As in the settings. */
  readonly id: string
  /** What the administrator wrote to tell people apart; may be empty. */
  readonly label: string
  readonly since: number
}

export interface Members {
  has(id: string): Promise<boolean>
  add(id: string, label: string): Promise<void>
  /** False when there is no such member. */
  remove(id: string): Promise<boolean>
  /** In the order in which they joined. */
  list(): Promise<readonly Member[]>
  /** @returns a code that lets one person in, once */
  invite(label: string): Promise<Invitation>
  /** Lets in who shows a code that is good; undefined when it is not, or no longer. */
  redeem(code: string, id: string): Promise<Pick<Invitation, 'name'> | undefined>
}

interface Invitation {
  readonly code: string
  /** A name for the audit, from which the code cannot be found. */
  readonly name: string
  readonly expires: number
}

/** How long a code is good, in milliseconds. */
const validity = 3 * 24 * 3_600_000
/** Crockford's base 32, like the codes of quotations, which are shorter. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 10

export function membersOf(store: Store, now: () => number = Date.now): Members {
  const add = async (into: Store, id: string, label: string) => {
    await into
      .insertInto('members')
      .values({ id, label, since: now() })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
  return {
    async has(id) {
      const row = await store.selectFrom('members').select('id').where('id', '=', id).executeTakeFirst()
      return row !== undefined
    },
    add: (id, label) => add(store, id, label),
    async remove(id) {
      const removed = await store.deleteFrom('members').where('id', '=', id).returning('id').execute()
      return removed.length > 0
    },
    async list() {
      const rows = await store.selectFrom('members').selectAll().orderBy('since').orderBy('id').execute()
      return rows.map(({ since, ...member }) => ({ ...member, since: Number(since) }))
    },
    async invite(label) {
      const code = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')
      const expires = now() + validity
      await store
        .insertInto('invitations')
        .values({ hash: hashOf(code), label, expires })
        .execute()
      return { code, name: nameOf(code), expires }
    },
    redeem: (code, id) =>
      store.transaction().execute(async (transaction) => {
        // Whoever deletes it has used it: two people cannot.
        const [used] = await transaction
          .deleteFrom('invitations')
          .where('hash', '=', hashOf(code))
          .where('expires', '>', now())
          .returning('label')
          .execute()
        if (!used) return undefined
        await add(transaction, id, used.label)
        return { name: nameOf(code) }
      }),
  }
}

/**
 * The code in what somebody typed who was invited: alone, behind `/start`, or as a link carries it. Case, hyphens and the letters
 * that codes do not have matter as little as in codes of quotations.
 */
export function invitationIn(text: string): string | undefined {
  const typed = text
    .trim()
    .replace(/^\/?start(?:@\w+)?\s+/i, '')
    .replace(/^moi_/i, '')
  if (!/^[0-9a-z-]{10,12}$/i.test(typed)) return undefined
  const code = typed.replaceAll('-', '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined
}

/** As it is shown: "ABCDE-FGHJK". */
export function shownCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** The store knows only this, so that whoever reads it cannot let anybody in. */
function hashOf(code: string): string {
  return createHash('sha256').update(`invitation ${code}`).digest('hex')
}

function nameOf(code: string): string {
  return `invitation-${hashOf(code).slice(0, 8)}`
}
