import type { Answer } from '../src/answers/answer.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Request } from './handler.ts'
import { documentsMeant } from './scope.ts'

/** "Đã ban hành chưa?": what the document says of its own standing. */
export function answerStatus(request: Request): Answer | undefined {
  const documents = documentsMeant(request)
  const parts = new AnswerParts()
  let known = false
  for (const document of documents.slice(0, 3)) {
    const facts = request.knowledge.ledger.of(document.id).filter(({ kind }) => kind === 'status')
    const { status } = document.metadata
    const evidence = status === 'draft' ? facts.filter(({ value }) => !/^đã ban hành/iu.test(value)) : facts
    if (evidence.length === 0) continue
    known = true
    parts.state(
      status === 'draft'
        ? 'Chưa. Theo tài liệu, văn bản này mới ở dạng dự thảo.'
        : status === 'issued'
          ? 'Rồi. Theo tài liệu, văn bản này đã ban hành.'
          : 'Theo tài liệu:',
    )
    for (const fact of evidence.slice(-2)) parts.fact(fact, document)
  }
  return known ? parts.answer('answered', request.reading) : undefined
}
