import type { Passage } from '../library/document.ts'
import type { Span } from '../vietnamese/sentences.ts'
import { tokenize } from '../vietnamese/tokens.ts'
import type { QuestionWord } from './question.ts'

/**
 * Where the words of a question stand in a passage, as offsets into its document's text; neighbours are joined. Words that only frame a
 * question are left out.
 */
export function highlightsIn({ document, start, end }: Passage, words: readonly QuestionWord[]): Span[] {
  const wanted = new Set(words.filter(({ weight }) => weight === 1).map(({ term }) => term))
  const spans: { start: number; end: number }[] = []
  let previous = -1
  tokenize(document.text.slice(start, end)).forEach((token, i) => {
    if (!wanted.has(token.term)) return
    const last = spans.at(-1)
    if (last && previous === i - 1) last.end = start + token.end
    else spans.push({ start: start + token.start, end: start + token.end })
    previous = i
  })
  return spans
}
