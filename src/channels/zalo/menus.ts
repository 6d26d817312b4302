import type { Choice } from '../../answers/answer.ts'
import type { StyledText } from '../../answers/zalo.ts'
import type { Passage } from '../../library/document.ts'
import { fold } from '../../vietnamese/normal-form.ts'

/** A numbered line under an answer: asks a question, or opens a passage. */
export type MenuLine = Choice | { readonly label: string; readonly passage: Passage }

/** What can be typed after an answer. */
export interface Menu {
  readonly lines: readonly MenuLine[]
  /** What of the answer has not been sent yet. */
  readonly rest: readonly StyledText[]
}

/** The menu under the last answer of each conversation. */
export interface Menus {
  find(conversation: string): Menu | undefined
  put(conversation: string, menu: Menu): void
}

/** How long a menu can be chosen from, in milliseconds. */
const memory = 24 * 3_600_000
/** Most menus remembered; the oldest go first. */
const mostMenus = 2_000

export function createMenus(now: () => number): Menus {
  const menus = new Map<string, { readonly menu: Menu; readonly at: number }>()
  return {
    find(conversation) {
      const kept = menus.get(conversation)
      return kept && now() - kept.at < memory ? kept.menu : undefined
    },
    put(conversation, menu) {
      menus.delete(conversation)
      menus.set(conversation, { menu, at: now() })
      for (const oldest of menus.keys()) {
        if (menus.size <= mostMenus) break
        menus.delete(oldest)
      }
    },
  }
}

/** The line that is chosen by its number or its words, with or without diacritics. */
export function chosenLine(text: string, { lines }: Menu): MenuLine | undefined {
  const number = /^\s*(\d{1,2})[.)]?\s*$/.exec(text)?.[1]
  if (number !== undefined) return lines[Number(number) - 1]
  const typed = fold(text).trim()
  return lines.find(({ label }) => fold(label) === typed)
}

/** "xem tiếp". */
export function wantsMore(text: string): boolean {
  return /^(?:xem )?tiep(?: theo| tuc)?[.!]?$/.test(fold(text).trim())
}
