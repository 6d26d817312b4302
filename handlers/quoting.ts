import type { Answer } from '../src/answers/answer.ts'
import { spoken } from '../src/answers/compose.ts'
import { longestList } from '../src/library/corpus.ts'
import type { Reading } from '../src/questions/reading.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Evidence } from './evidence.ts'
import type { Request } from './handler.ts'
import { asksForAims, targetWords } from './kind-of-answer.ts'
import { doubting } from './targets.ts'
import { numbersIn } from './yes-no.ts'

/** Quotations shown for key words, and for a question. */
const shownForWords = 3
const shownForQuestion = 2

/** The documents do not say how many there are. */
export function noCount({ reading }: Request): Answer {
  const places = [...new Set(reading.places.map(({ place }) => place))].join(', ')
  return spoken(
    'not-found',
    reading,
    `Tài liệu hiện có không nêu số ${reading.counted}${places ? ` của ${places}` : ''}.`,
  )
}

/** The documents have a number of things, and not their names. */
export function unlisted({ reading }: Request, { quote, header }: Evidence): Answer {
  return new AnswerParts()
    .state('Tài liệu chỉ nêu số lượng, không nêu cụ thể từng nội dung:')
    .quote(quote.document, quote, header)
    .answer('not-found', reading)
}

/** "Có.", "Trả lời: Không." in front of the sentence that says how. */
const bareReply = /^(?:(?:trả lời|đáp)\s*:\s*)?(?:có|không|được|chưa|rồi|đúng|phải)(?: (?:ạ|được|phải|chứ))?\s*[.,!]$/iu

/** A sentence that announces a list, with the list; one behind a bare yes or no, with that. */
function withItems({ document, start, end, text }: Evidence['quote']): Span {
  const at = document.blocks.findIndex((block) => end > block.start && end <= block.end)
  const sentences = document.blocks[at]?.sentences ?? []
  const own = sentences.findIndex((sentence) => sentence.start === start && sentence.end === end)
  const before = sentences[own - 1]
  if (before && bareReply.test(document.text.slice(before.start, before.end).trim()))
    return { start: before.start, end }
  if (!/:\s*$/.test(text) || at < 0) return { start, end }
  const paragraph = document.blocks[at]!
  const rest = paragraph.end - start <= longestList ? paragraph.end : end
  let last = Math.max(end, rest)
  for (const block of document.blocks.slice(at + 1)) {
    if ((block.kind !== 'item' && block.kind !== 'paragraph') || block.end - start > longestList + (end - start)) break
    if (
      block.kind === 'paragraph' &&
      !/^(?:Thứ\s|Một là|Hai là|Ba là|\d+[.)])/u.test(document.text.slice(block.start, block.start + 12))
    )
      break
    last = block.end
  }
  return { start, end: last }
}

/** No document is about a province that is asked about. */
export function unknownPlace({ reading, knowledge }: Request, places: readonly string[]): Answer {
  const known = [...new Set(knowledge.corpus.documents.flatMap(({ metadata }) => metadata.place ?? []))]
  const hint =
    known.length > 0 ? ` Anh/chị có thể hỏi về: ${known.join(', ')}.` : ' Gõ /vanban để xem các văn bản đang có.'
  return spoken(
    'not-found',
    reading,
    `Tôi không tìm thấy tài liệu nào về ${places.join(', ')} trong ${knowledge.corpus.documents.length} văn bản hiện có.${hint}`,
  )
}

/** Coverage from which a sentence says yes to what was asked. */
const surely = 0.8

/** How quoted sentences are introduced; a question for yes or no gets yes only from a sentence that says all of it without a "not". */
function opening(reading: Reading, { coverage, quote }: Evidence): string {
  const { asks, yesNo, text, subject } = reading
  if (asks.includes('quote')) return 'Nguyên văn trong tài liệu:'
  if (asks.includes('rank') && !asksForAims(reading) && targetWords.test(quote.text.normalize('NFC')))
    return 'Tài liệu không nêu thứ hạng đã đạt; chỉ nêu mục tiêu:'
  const asksWhether = yesNo && !/(?:đúng|phải|dung|phai)\s+(?:không|khong|ko|hông|ha|chứ)/iu.test(text)
  return asksWhether && coverage >= surely && !doubting.test(quote.text) && numbersIn(subject).length === 0
    ? 'Có. Theo tài liệu:'
    : 'Theo tài liệu:'
}

/** The sentences that answer, in their own words. */
export function quoted({ reading }: Request, evidence: readonly Evidence[]): Answer {
  const best = evidence[0]!
  const most = reading.asks.length === 0 ? shownForWords : shownForQuestion
  const shown = evidence.filter(({ score }, i) => i < most && score > best.score - 0.12)
  const parts = new AnswerParts().state(opening(reading, best))
  for (const { quote, header, why } of shown) parts.quote(quote.document, withItems(quote), header, why)
  return parts.answer('answered', reading)
}
