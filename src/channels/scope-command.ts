import type { Answer, AnswerBlock } from '../answers/answer.ts'
import { answerOf, spoken } from '../answers/compose.ts'
import { documentName } from '../answers/source-line.ts'
import type { Corpus } from '../library/corpus.ts'
import type { Document } from '../library/document.ts'
import type { Chats } from '../operations/store/chats.ts'
import { readQuestion } from '../questions/read-question.ts'
import { fold } from '../vietnamese/normal-form.ts'
import { goneRemark } from './remarks.ts'

/** What `/phamvi` asks for. */
export type ScopeRequest =
  | { readonly kind: 'show' }
  | { readonly kind: 'set'; readonly documents: readonly Document[] }
  | { readonly kind: 'lift' }
  | { readonly kind: 'unclear'; readonly part: string }

/**
 * @param argument nothing, "tatca", or documents parted by commas: positions in the list of documents, numbers, or words of titles
 */
export function readScope(argument: string, corpus: Corpus): ScopeRequest {
  const wanted = fold(argument).trim()
  if (wanted === '') return { kind: 'show' }
  if (/^(?:tat ?ca|het|xoa|bo)$/.test(wanted)) return { kind: 'lift' }
  const parts = argument
    .split(/[,;\n]/)
    .flatMap((part) => (/^[\d\s]+$/.test(part) ? part.trim().split(/\s+/) : [part.trim()]))
  const documents = new Set<Document>()
  for (const part of parts.filter(Boolean)) {
    const found = documentsNamed(part, corpus)
    if (found.length === 0) return { kind: 'unclear', part }
    for (const document of found) documents.add(document)
  }
  return documents.size > 0 ? { kind: 'set', documents: [...documents] } : { kind: 'show' }
}

/** Where a scope is asked for or set. */
interface ScopeChat {
  readonly chat: string
  readonly chats: Chats
  readonly corpus: Corpus
  /** Told of a change. */
  changed(): Promise<void>
  /** Why this person may not change it; undefined when they may. */
  refusal(): Promise<string | undefined>
}

/** Does what `/phamvi` asks for, and what the person is told. */
export async function answerScope(
  argument: string,
  { chat, chats, corpus, refusal, changed }: ScopeChat,
): Promise<Answer> {
  const request = readScope(argument, corpus)
  const reading = readQuestion(`/phamvi ${argument}`)
  if (request.kind === 'unclear') {
    const text = `Không có văn bản nào khớp “${request.part.slice(0, 80)}”. Gõ /vanban để xem danh sách.`
    return spoken('not-found', reading, text)
  }
  if (request.kind !== 'show') {
    const refused = await refusal()
    if (refused !== undefined) return spoken('declined', reading, refused)
    await chats.setScope(chat, request.kind === 'set' ? request.documents.map(({ id }) => id) : undefined)
    await changed()
  }
  return answerOf('answered', reading, { blocks: scopeBlocks(await chats.scope(chat), corpus) })
}

/** What a chat is told about its scope. */
function scopeBlocks(scope: readonly string[] | undefined, corpus: Corpus): AnswerBlock[] {
  const current = scope?.flatMap((id) => corpus.document(id) ?? [])
  const gone = scope && current ? scope.length - current.length : 0
  const said = current
    ? `Các câu hỏi ở đây đang chỉ tra trong ${current.length} văn bản:`
    : `Các câu hỏi ở đây đang tra trong tất cả ${corpus.documents.length} văn bản.`
  return [
    { kind: 'statement', text: said },
    ...(current?.length ? [{ kind: 'list', ordered: false, items: current.map(documentName) } as const] : []),
    ...(scope && gone > 0 ? [{ kind: 'note', text: goneRemark(gone, scope.length) } as const] : []),
    {
      kind: 'note',
      text: current
        ? 'Gõ /phamvi tatca để tra lại trong tất cả.'
        : 'Gõ /phamvi kèm số thứ tự trong /vanban hoặc từ trong tên để giới hạn, ví dụ: /phamvi 1, 3.',
    },
  ]
}

/** By position in the list, by id, by the words as they stand in title, place or number, else by each of the words. */
function documentsNamed(part: string, { documents }: Corpus): readonly Document[] {
  const byPosition = /^\d{1,5}$/.test(part) ? documents[Number(part) - 1] : undefined
  if (byPosition) return [byPosition]
  const holding = (phrases: readonly string[]) =>
    documents.filter(({ metadata: { title, place, number } }) => {
      const held = plainWords([title, place, number].join(' '))
      return phrases.every((phrase) => held.includes(phrase))
    })
  const byId = documents.filter(({ id }) => id === part)
  if (byId.length > 0) return byId
  const phrase = plainWords(part)
  const exact = holding([phrase])
  return exact.length > 0
    ? exact
    : holding(
        phrase
          .trim()
          .split(' ')
          .map((word) => ` ${word} `),
      )
}

/** Folded words with one space on each side, so that whole words can be looked for. */
function plainWords(text: string): string {
  return ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `
}
