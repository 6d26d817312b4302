import type { Answer } from '../answers/answer.ts'

/** Around what an answer was made. */
interface Circumstances {
  /** Ids of the documents that the chat asks about. */
  readonly scope: readonly string[] | undefined
  /** An earlier run may have sent the answer already. */
  readonly maybeAnswered: boolean
  readonly remark?: string | undefined
}

/** The answer with what the person must know about how it came to be. */
export function withRemarks(answer: Answer, { scope, maybeAnswered, remark }: Circumstances): Answer {
  const remarks = [
    scope && answer.outcome === 'not-found' && `Đang chỉ tra trong ${scope.length} văn bản đã chọn; gõ /phamvi để xem.`,
    remark,
    maybeAnswered && 'Gửi lại sau sự cố; nếu anh/chị đã nhận câu trả lời này, xin bỏ qua.',
  ].filter((text) => typeof text === 'string')
  return { ...answer, blocks: [...answer.blocks, ...remarks.map((text) => ({ kind: 'note', text }) as const)] }
}
