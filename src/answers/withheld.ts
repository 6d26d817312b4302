import type { Corpus } from '../library/corpus.ts'
import { isVisible } from '../library/visibility.ts'
import type { Answer } from './answer.ts'
import { spoken } from './compose.ts'

/**
 * The answer as it may be shown somewhere: one that quotes a document that may not be shown there says that nothing was found. The
 * search leaves such documents out already; this stands behind it, for words that came another way.
 *
 * @param viewer as `isVisible` takes it
 * @param corpus what the viewer may see now; a document that is no longer in it is not quoted either
 */
export function withheld(answer: Answer, viewer: string | undefined, corpus: Corpus): Answer {
  const shown = answer.citations
    .flatMap(({ quote, header }) => (header ? [quote, header] : [quote]))
    .every(({ document }) => isVisible(document, viewer) && corpus.document(document.id) !== undefined)
  return shown
    ? answer
    : spoken('not-found', answer.reading, 'Tôi không tìm thấy nội dung này trong các tài liệu hiện có.')
}
