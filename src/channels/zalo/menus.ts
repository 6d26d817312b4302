import type { Choice } from '../../answers/answer.ts'
import type { StyledText } from '../../answers/zalo.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { Corpus } from '../../library/corpus.ts'
import type { Passage } from '../../library/document.ts'
import { Quote } from '../../library/quote.ts'
import type { Store } from '../../operations/store/open.ts'
import type { Verdict } from '../../operations/store/questions.ts'
import { retention } from '../../operations/store/retention.ts'
import { fold } from '../../vietnamese/normal-form.ts'

/** A numbered line under an answer: asks a question, opens a passage, or judges the answer to the question with this id. */
export type MenuLine = Choice | { readonly label: string; readonly passage: Passage } | JudgingLine

interface JudgingLine {
  readonly label: string
  readonly verdict: Verdict
  readonly id: string
}

/** What can be typed after an answer. */
export interface Menu {
  readonly lines: readonly MenuLine[]
  /** What of the answer has not been sent yet. */
  readonly rest: readonly StyledText[]
}

/** The menu under the last answer of each conversation, in the store. */
export interface Menus {
  /** @param knowledge what the passages that lines open */
  find(conversation: string, knowledge: Pick<Knowledge, 'corpus'>): Promise<Menu | undefined>
  put(conversation: string, menu: Menu): Promise<void>
}

/** A passage by its place; its code tells whether the words are still there. */
type StoredLine =
  | Choice
  | JudgingLine
  | {
      readonly label: string
      readonly passage: { readonly document: string; readonly start: number; readonly code: string }
    }
interface StoredMenu {
  readonly lines: readonly StoredLine[]
  readonly rest: readonly StyledText[]
}

export function menusOf(store: Store, now: () => number): Menus {
  return {
    async find(conversation, { corpus }) {
      const row = await store
        .selectFrom('menus')
        .select('menu')
        .where('conversation', '=', conversation)
        .where('at', '>', now() - retention.menus)
        .executeTakeFirst()
      if (!row) return undefined
      // Written by `put` alone.
      const { lines, rest } = JSON.parse(row.menu) as StoredMenu
      return { lines: lines.map((line) => readLine(line, corpus)), rest }
    },
    async put(conversation, { lines, rest }) {
      const stored: StoredMenu = { lines: lines.map(storedLine), rest }
      const values = { menu: JSON.stringify(stored), at: now() }
      await store
        .insertInto('menus')
        .values({ conversation, ...values })
        .onConflict((conflict) => conflict.column('conversation').doUpdateSet(values))
        .execute()
    },
  }
}

function storedLine(line: MenuLine): StoredLine {
  if (!('passage' in line)) return line
  const { document, start } = line.passage
  return { label: line.label, passage: { document: document.id, start, code: new Quote(document, line.passage).code } }
}

/** A passage that has changed is looked for by its code, and the person is told what has become of it. */
function readLine(line: StoredLine, corpus: Corpus): MenuLine {
  if (!('passage' in line)) return line
  const { document, start, code } = line.passage
  const passage = corpus.passages.find((one) => one.document.id === document && one.start === start)
  const same = passage && new Quote(passage.document, passage).code === code
  return same ? { label: line.label, passage } : { label: line.label, question: `/kiemtra ${code}` }
}

/** The line that is chosen by its number or its words, with or without diacritics. */
export function chosenLine(text: string, { lines }: Menu): MenuLine | undefined {
  const number = /^\s*(\d{1,2})[.)]?\s*$/.exec(text)?.[1]
  if (number !== undefined) return lines[Number(number) - 1]
  const typed = fold(text).trim()
  return lines.find(({ label }) => fold(label) === typed)
}
