import type { Answer } from '../answers/answer.ts'
import type { Corpus } from '../library/corpus.ts'

/** Around what an answer was made. */
interface Circumstances {
  /** Ids of the documents that the chat asks about. */
  readonly scope: readonly string[] | undefined
  readonly corpus: Pick<Corpus, 'document'>
  /** An earlier run may have sent the answer already. */
  readonly maybeAnswered: boolean
  readonly remark?: string | undefined
}

/** The answer with what the person must know about how it came to be. */
export function withRemarks(answer: Answer, { scope, corpus, maybeAnswered, remark }: Circumstances): Answer {
  const gone = scope?.filter((id) => !corpus.document(id)).length ?? 0
  const remarks = [
    scope && gone > 0 && goneRemark(gone, scope.length),
    scope &&
      gone === 0 &&
      answer.outcome === 'not-found' &&
      `Đang chỉ tra trong ${scope.length} văn bản đã chọn; gõ /phamvi để xem.`,
    remark,
    maybeAnswered && 'Gửi lại sau sự cố; nếu anh/chị đã nhận câu trả lời này, xin bỏ qua.',
  ].filter((text) => typeof text === 'string')
  return { ...answer, blocks: [...answer.blocks, ...remarks.map((text) => ({ kind: 'note', text }) as const)] }
}

/** What a chat is told whose chosen documents are no longer there. */
export function goneRemark(gone: number, chosen: number): string {
  const which = gone === chosen ? 'Các văn bản đã chọn ở đây' : `${gone} trong ${chosen} văn bản đã chọn ở đây`
  return `${which} không còn trong kho; gõ /phamvi để chọn lại hoặc /phamvi tatca để tra trong tất cả.`
}
