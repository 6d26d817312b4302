import type { Answer } from '../src/answers/answer.ts'
import type { Fact } from '../src/facts/fact.ts'
import { findQuantities } from '../src/facts/quantities.ts'
import type { Document } from '../src/library/document.ts'
import type { Reading } from '../src/questions/reading.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import { fold, normalForm } from '../src/vietnamese/normal-form.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Request } from './handler.ts'
import { documentsMeant, scopeOf } from './scope.ts'
import { wordForms } from './wanted.ts'
import { ownerOf, sentence } from './wording.ts'

function foldedWords(words: string): string[] {
  return fullTokens(words).map(({ folded }) => folded)
}

/** Words that ask for a sum of money, and those that every paper has. */
const askingWords = new Set(
  foldedWords(
    'hết tốn cần chi tiền kinh phí tổng mức đầu tư vốn nhu cầu dự kiến dự toán thực hiện triển khai bố trí phân bổ cấp riêng dành cho của kế hoạch chương trình đề án dự án nghị quyết quyết định tỉnh thành phố văn bản số đồng tỷ triệu là bao nhiêu trên trong cả giai đoạn hơn nhiều ít cái nào bên lớn nhỏ cao thấp so với giữa và',
  ),
)
/** Words that name where money comes from. */
const sourceWords = new Set(
  foldedWords(
    'nguồn ngân sách trung ương địa phương nhà nước cấp huyện xã hội hóa doanh nghiệp hợp pháp khác đối ứng vay tài trợ lồng ghép quỹ',
  ),
)
const total = /^tong (?:kinh phi|muc dau tu|nhu cau|von|so von|du toan|nguon von|gia tri|chi phi)/

/**
 * "Kế hoạch … hết bao nhiêu tiền", "… ngân sách địa phương bao nhiêu", "… riêng năm 2024 bố trí bao nhiêu": the total that the one paper
 * meant gives, or its sentence with the share of that source or year.
 */
export function answerMoney(request: Request): Answer | undefined {
  const { reading } = request
  const document = paperMeant(request)
  if (!document) return undefined
  const others = wordsBeside(reading, document)
  if (others.length > 0 || reading.years.length > 0) {
    const shares = sharesIn(document, others, reading.years)
    if (shares.length > 0) {
      const parts = new AnswerParts().state('Theo tài liệu:')
      for (const share of shares) parts.quote(document, share)
      return parts.answer('answered', reading)
    }
    if (reading.years.length > 0 || !namesThePaper(request, document, others)) return undefined
  }
  // "Mức cũ thì sao?" after a question about money asks for no total.
  const fact = /\b(?:tien|kinh phi|von|ngan sach|tong|het|ton|chi|dau tu|du toan|ty|trieu)\b/.test(fold(reading.text))
    ? totalOf(request, document)
    : undefined
  return fact
    ? new AnswerParts()
        .state(sentence(`${ownerOf(fact, document)}: ${fact.subject} ${fact.value} ${fact.unit ?? ''}`))
        .fact(fact, document)
        .answer('answered', reading)
    : undefined
}

/** The one paper whose money is asked for; the words for money and its sources are no part of its name. */
function paperMeant(request: Request): Document | undefined {
  const { reading } = request
  const naming = reading.subject
    .split(' ')
    .filter((word) => !sourceWords.has(fold(word)) && !/^(?:kinh|phi|tong|tien|chi|von)$/.test(fold(word)))
    .join(' ')
  const [document, another] = documentsMeant({ ...request, reading: { ...reading, subject: naming } })
  return another ? undefined : document
}

/** The total that a paper gives; undefined where it gives several. */
export function totalOf({ knowledge }: Pick<Request, 'knowledge'>, document: Document): Fact | undefined {
  const totals = knowledge.ledger.of(document.id).filter(isTotal)
  const [fact] = totals
  return fact && totals.every(({ number }) => number === fact.number) ? fact : undefined
}

/** Words of a question that name neither money nor the paper. */
function wordsBeside({ subject }: Reading, document: Document): string[] {
  const named = new Set(foldedWords(nameOf(document)))
  const words = foldedWords(subject)
  const asksSource = words.some((word) => sourceWords.has(word) && !named.has(word))
  return words.filter((word, i) => {
    if (asksSource && sourceWords.has(word)) return true
    // "Ngân sách tỉnh" names a source, "của tỉnh" the paper.
    if (word === 'tinh' && words[i - 1] === 'sach') return true
    return !askingWords.has(word) && !named.has(word)
  })
}

/** Sentences shown at most. */
const most = 2

/** The sentences with an amount that have all of some words, and one of the years if any are asked for. */
function sharesIn(document: Document, words: readonly string[], years: readonly number[]): Span[] {
  return document.blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
    .flatMap(({ sentences }) => sentences)
    .filter(({ start, end }) => {
      const text = normalForm(document.text.slice(start, end)).replace(/\s+/g, ' ')
      if (
        !/đồng|tỷ|tỉ|triệu/u.test(text) ||
        !findQuantities(text).some(({ unit }) => /đồng|tỷ|tỉ|triệu/u.test(unit ?? ''))
      )
        return false
      const held = ` ${foldedWords(text).join(' ')} `
      return (
        (words.length === 0
          ? /\b(?:kinh phi|von|bo tri|phan bo|cap|ngan sach|du toan)\b/.test(held)
          : held.includes(` ${words.join(' ')} `)) &&
        (years.length === 0 || years.some((year) => held.includes(` ${year} `)))
      )
    })
    .slice(0, most)
}

/** Whether the words that stand neither in the name nor beside an amount call the only paper in question by what it is about. */
function namesThePaper({ reading, knowledge }: Request, document: Document, words: readonly string[]): boolean {
  if (scopeOf(knowledge, reading)?.size !== 1) return false
  if (!/\b(?:ke hoach|chuong trinh|de an|du an|nghi quyet|quyet dinh)\b/.test(fold(reading.text))) return false
  const { folded } = wordForms(document.text)
  return words.every((word) => folded.has(word))
}

function nameOf({ metadata: { title, kind, number, issuer, place } }: Document): string {
  return [title, kind, number, issuer, place].join(' ')
}

function isTotal({ subject, unit }: Fact): boolean {
  return total.test(fold(subject)) && /đồng|tỷ|triệu/u.test(unit ?? '')
}
