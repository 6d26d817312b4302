import type { Answer, AnswerBlock, Citation } from '../src/answers/answer.ts'
import { answerOf, spoken } from '../src/answers/compose.ts'
import type { Knowledge } from '../src/knowledge.ts'
import type { Document } from '../src/library/document.ts'
import { Quote, sectionPath } from '../src/library/quote.ts'
import type { Reading } from '../src/questions/reading.ts'
import type { SearchHit } from '../src/search/engine.ts'
import type { Handler, Request } from './handler.ts'
import { scopeOf } from './scope.ts'

/** Below this share of the question's words a passage is only near, not an answer. */
const enough = 0.6
/** Passages quoted in one answer. */
const shown = 2

export const search: Handler = {
  command: 'tim',
  summary: 'Tìm đoạn văn bản theo từ khóa',
  usage: '/tim đô thị thông minh',
  async answer(request) {
    const { argument, knowledge, reading } = request
    if (argument.trim() === '') {
      return spoken(
        'clarify',
        reading,
        'Anh/chị cần tìm nội dung gì? Gõ /tim kèm từ khóa, ví dụ: /tim đô thị thông minh.',
      )
    }
    const { hits } = await knowledge.retriever.search({ text: argument, limit: 10 })
    const good = hits.filter(({ coverage }) => coverage >= enough)
    return good.length > 0
      ? found(request, good)
      : notFound(
          request,
          hits.map(({ passage }) => passage),
        )
  },
}

function found({ reading }: Request, hits: readonly SearchHit[]) {
  const citations = hits.slice(0, shown).map(citationOf)
  const blocks: AnswerBlock[] = citations.map((_, citation) => ({ kind: 'quote', citation }))
  const text = citations.length > 1 ? 'Các đoạn liên quan nhất trong tài liệu:' : 'Đoạn liên quan nhất trong tài liệu:'
  return answerOf('answered', reading, { blocks: [{ kind: 'statement', text }, ...blocks], citations })
}

function citationOf({ passage, why }: SearchHit): Citation {
  return {
    quote: new Quote(passage.document, passage),
    ...(passage.header && { header: new Quote(passage.document, passage.header) }),
    ...(why && { why }),
  }
}

/** Says that nothing was found, where it was looked for, and which headings come nearest. */
export function notFound(
  { argument, knowledge, reading }: Request,
  near: readonly { readonly document: Document; readonly section: number }[],
) {
  const words = wordsSearched(reading.subject || argument)
  const searched = `Tôi không tìm thấy nội dung này trong các tài liệu hiện có. Đã tìm trong ${whereSearched(knowledge, reading)}${words ? `, theo các từ: ${words}` : ''}.`
  const headings = [...new Set(near.map(({ document, section }) => headingOf(document, section)))].slice(0, 3)
  const blocks: AnswerBlock[] = [{ kind: 'statement', text: searched }]
  if (headings.length > 0) {
    blocks.push({ kind: 'note', text: 'Các mục gần nhất để anh/chị tham khảo:' })
    blocks.push({ kind: 'list', ordered: false, items: headings })
  } else blocks.push({ kind: 'note', text: 'Gõ /vanban để xem danh sách văn bản đang có.' })
  return answerOf('not-found', reading, { blocks })
}

/** A paper is asked about that no document is, cites or names. */
export function notFoundPaper({ knowledge, reading }: Request): Answer {
  const papers = reading.documents.map(({ raw }) => raw).join(', ')
  const blocks: AnswerBlock[] = [
    { kind: 'statement', text: `Tôi không tìm thấy ${papers} trong ${whereSearched(knowledge, reading)} hiện có.` },
    { kind: 'note', text: 'Gõ /vanban để xem danh sách văn bản đang có.' },
  ]
  return answerOf('not-found', reading, { blocks })
}

/** "5 văn bản", "2 văn bản về Hà Tĩnh". */
function whereSearched(knowledge: Knowledge, reading: Reading): string {
  const within = scopeOf(knowledge, reading)
  if (!within || within.size === 0 || reading.places.length === 0) return `${knowledge.corpus.documents.length} văn bản`
  return `${within.size} văn bản về ${[...new Set(reading.places.map(({ place }) => place))].join(', ')}`
}

function headingOf(document: Document, section: number): string {
  return [document.metadata.title, ...sectionPath(document, section)].join(' › ')
}

/** The words that were looked for, without numbers and amounts, which would read like a claim. */
function wordsSearched(subject: string): string {
  const words = subject
    .replace(
      /(?<![\p{L}\d])\d[\d.,/]*%?(?![\p{L}\d])|(?<!\p{L})(?:(?:tỷ|tỉ|ty)(?!\s+(?:lệ|le|trọng|trong|suất|suat|số|so)(?!\p{L}))|triệu|nghìn|trieu)(?:\s+(?:đồng|dong))?(?!\p{L})/giu,
      ' ',
    )
    .trim()
    .split(/\s+/)
  const text = words.join(' ')
  return text.length <= 80 ? text : `${text.slice(0, text.lastIndexOf(' ', 80))} …`
}
