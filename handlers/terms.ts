import type { Answer } from '../src/answers/answer.ts'
import { Quote } from '../src/library/quote.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { claimsIn } from './claims.ts'
import { answerAbbreviation } from './definition.ts'
import { type Evidence, findEvidence } from './evidence.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'
import { answerWrittenTerm } from './written-questions.ts'

const asksMeaning =
  /^(?:cho (?:toi|minh|em) (?:hoi|biet) )?(?:the nao la .+|.+? (?:(?:co )?nghia la gi|la gi|duoc hieu (?:la gi|the nao|ra sao)|la khai niem gi|duoc giai thich (?:la gi|the nao|ra sao))(?: (?:vay|the|a|nhi|nhe|theo .+|trong .+))?)\W*$/
/** What papers say of themselves, which is asked by "là gì" too: these have contents, not meanings. */
const contents =
  /^(?:cac |nhung )?(?:muc tieu|nhiem vu|giai phap|chi tieu|noi dung|nguyen nhan|ly do|ket qua|han che|ton tai|kho khan|thuan loi|vuong mac|quan diem|nguyen tac|phuong cham|khau hieu|chu de|thong diep|ten|ngay|han|thoi han|chuc vu|vai tro|trach nhiem|yeu cau|y nghia|muc dich|van de|viec|dieu|buoc|giai doan|lo trinh|dot pha|khau|tru cot|linh vuc|nganh|co quan|don vi|nguoi|doi tuong|pham vi|dieu kien|tieu chi|tieu chuan|kinh phi|nguon|muc|thach thuc|diem|uu tien|trong tam|the manh|loi the|bai hoc|kien nghi|de xuat|y kien|hinh thuc|cach|phuong thuc|san pham|so hieu|so ky hieu|trich yeu|van ban|nghi quyet|ke hoach|quyet dinh|chi thi|cai|chuong trinh|tam nhin|dinh huong|co so|can cu|chu truong|chinh sach|ty le|tong)\b|\bnhat$/

/** Words of one term at most. */
const longest = 7
/** Coverage from which a sentence speaks of the term. */
const nearby = 0.62

/** "Kinh tế số là gì": the sentence that defines it; where none does, that is said, with the nearest sentence. */
export async function answerTerm(request: Request): Promise<Answer | undefined> {
  const { reading, knowledge } = request
  const { text, asks, ordinal, yesNo } = reading
  const term = fold(termIn(reading)).replace(/\s+/g, ' ').trim()
  if (yesNo || ordinal !== undefined || /\d/.test(term)) return undefined
  if (asks.some((ask) => ask !== 'definition') || claimsIn(reading).length > 0) return undefined
  if (!asksMeaning.test(fold(text)) || term === '' || term.split(' ').length > longest || contents.test(term))
    return undefined
  const short = answerAbbreviation(termIn(reading).replace(/\s+trong\s.*$/iu, ''), reading)
  if (short) return short
  const written = answerWrittenTerm(term, request)
  if (written) return written
  const found = await findEvidence(
    knowledge,
    { ...reading, subject: termIn(reading), asks: [], documents: [], years: [] },
    scopeOf(knowledge, reading),
  )
  const near = found.filter(({ coverage }) => coverage >= nearby)
  const defining = near.find(({ quote }) => defines(quote.text, term))
  const [best] = near
  if (defining) return quoted(['Theo tài liệu:', defining], 'answered', reading)
  return (
    best &&
    quoted(
      [`Các tài liệu hiện có không nêu định nghĩa “${termIn(reading)}”. Đoạn gần nhất:`, best],
      'not-found',
      reading,
    )
  )
}

const before =
  /^(?:cho (?:tôi|mình|em) (?:hỏi|biết)\s+|cho (?:toi|minh|em) (?:hoi|biet)\s+|thế nào là\s+|the nao la\s+|khái niệm\s+|thuật ngữ\s+)*/iu
const behind =
  /\s+(?:(?:có )?nghĩa là gì|là gì|được hiểu|được giải thích|là khái niệm|(?:co )?nghia la gi|la gi|duoc hieu|duoc giai thich|la khai niem)(?!\p{L}).*$/iu

/** "… theo Quyết định 12", "… trong chương trình này" behind it. */
const behindSource =
  /\s+(?:theo|trong)\s+(?:(?:qđ|nq|kh|ct|tt|nđ|ctr|qd|nd)(?!\p{L})|quyết|nghị|kế hoạch|chương trình|chỉ thị|thông tư|luật|đề án|quy (?:định|chế)|hướng dẫn|văn bản|tài liệu|bài|quyet|nghi|ke hoach|chuong trinh|chi thi|thong tu|luat|de an|huong dan|van ban|tai lieu|bai)(?:\s.*)?$/iu

/** "Theo Quyết định 12, …" in front of what is asked. */
const source = /^(?:theo|trong|tại)\s[^,]{2,80},\s*/iu

/** The words whose meaning is asked, as typed, without provinces. */
function termIn({ text, places }: Request['reading']): string {
  const placeless = places.reduce((rest, { raw }) => rest.replace(raw, ' '), text)
  return placeless
    .replace(before, '')
    .replace(source, '')
    .replace(before, '')
    .replace(behind, '')
    .replace(behindSource, '')
    .replace(/["“”?]/g, '')
    .replace(/\s+(?:ở|của|tại|tỉnh|o|cua|tai|tinh)\s*$/iu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function quoted(
  [words, { quote, header }]: readonly [string, Evidence],
  outcome: 'answered' | 'not-found',
  reading: Request['reading'],
): Answer {
  const shown = header && new Quote(header.document, header)
  return new AnswerParts().state(words).quote(quote.document, quote, shown).answer(outcome, reading)
}

/** "X là việc …", "X: …", "… (gọi tắt là X)"; what X is for, or how important it is, defines nothing. */
function defines(sentence: string, term: string): boolean {
  const text = fold(sentence).replace(/\s+/g, ' ')
  const words = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const important =
    'nhiem vu|yeu cau|xu (?:huong|the)|dong luc|trach nhiem|mot trong|trong tam|khau|muc tieu|giai phap|tat yeu|then chot|quan trong|uu tien|noi dung|nguon luc|van de|co hoi|dot pha|dieu kien|co so|chia khoa|\\d'
  return (
    new RegExp(
      `(?:^|[“"(.)]\\s*|\\b(?:khai niem|theo do|trong do),? |^(?:[a-z0-9]{1,3}[.)] ?|[-+] )?(?:(?:trong|theo|tai) [^,.;:]{3,80}, )?)${words}["”]?(?: \\([^)]*\\))? (?:la|duoc hieu la|nghia la|co nghia la) (?!${important})`,
    ).test(text) ||
    new RegExp(`(?:goi (?:tat |chung )?la|viet tat la|hay con goi la) ["“]?${words}(?![a-z])`).test(text) ||
    new RegExp(`["“]${words}["”]\\s*[:(]|(?<![a-z])${words} \\((?:[a-z]+ ){2,}[a-z]+`).test(text)
  )
}
