import type { Answer } from '../src/answers/answer.ts'
import type { Fact } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Request } from './handler.ts'
import { documentsMeant } from './scope.ts'
import { ownerOf, sentence } from './wording.ts'

/** Words that ask for a sum of money, and those that every paper has. */
const askingWords = new Set(
  fullTokens(
    'hết tốn cần chi tiền kinh phí tổng mức đầu tư vốn nhu cầu dự kiến dự toán thực hiện triển khai bố trí dành cho của kế hoạch chương trình đề án dự án nghị quyết quyết định tỉnh thành phố văn bản số đồng tỷ triệu là bao nhiêu',
  ).map(({ folded }) => folded),
)
const total = /^tong (?:kinh phi|muc dau tu|nhu cau|von|so von|du toan|nguon von|gia tri|chi phi)/

/** "Kế hoạch … hết bao nhiêu tiền": the total that the one paper meant gives, where the question names nothing but the paper. */
export function answerMoney(request: Request): Answer | undefined {
  const { reading, knowledge } = request
  const [document, another] = documentsMeant(request)
  if (!document || another || reading.years.length > 0) return undefined
  const named = new Set(fullTokens(nameOf(document)).map(({ folded }) => folded))
  const others = fullTokens(reading.subject).filter(({ folded }) => !askingWords.has(folded) && !named.has(folded))
  if (others.length > 0) return undefined
  const totals = knowledge.ledger.of(document.id).filter(isTotal)
  const [fact] = totals
  if (!fact || totals.some(({ number }) => number !== fact.number)) return undefined
  return new AnswerParts()
    .state(sentence(`${ownerOf(fact, document)}: ${fact.subject} ${fact.value} ${fact.unit ?? ''}`))
    .fact(fact, document)
    .answer('answered', reading)
}

function nameOf({ metadata: { title, kind, number } }: Document): string {
  return `${title} ${kind ?? ''} ${number ?? ''}`
}

function isTotal({ subject, unit }: Fact): boolean {
  return total.test(fold(subject)) && /đồng|tỷ|triệu/u.test(unit ?? '')
}
